"""Sessions of which no two can be held at once: some for want of a leader, some for want of a room, some for their residents.

One counsellor's talks and the group hours of all who come to them are such a set, though nobody is in all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.model.week import WeekTask


def never_at_once(task: WeekTask) -> list[list[str]]:
    """Large sets of sittings by their keys, each sitting in one of them at least; looked for greedily."""
    rivals, sittings = _rivals(task), task.sittings
    covered = 0
    found: list[int] = []
    for first in sorted(range(len(rivals)), key=lambda one: (-rivals[one].bit_count(), one)):
        if covered >> first & 1:
            continue
        some, left = 1 << first, rivals[first]
        while left:
            most = max(_ones(left), key=lambda one: ((rivals[one] & left).bit_count(), sittings[one].minutes, -one))
            some, left = some | 1 << most, left & rivals[most]
        covered |= some
        found.append(some)
    return [[sittings[one].key for one in _ones(some)] for some in found if some.bit_count() > 2]


def _rivals(task: WeekTask) -> Sequence[int]:
    """For each sitting those it can never be held beside, a bit for each."""
    users: dict[tuple[str, str], int] = defaultdict(int)
    residents: dict[tuple[str, int], int] = defaultdict(int)
    beside = [0] * len(task.sittings)
    for number, sitting in enumerate(task.sittings):
        for place, other in enumerate(task.sittings if sitting.allows_individual or sitting.allows_groups else ()):
            if sitting.goes_beside(other):
                beside[number] |= 1 << place
                beside[place] |= 1 << number
    for number, sitting in enumerate(task.sittings):
        one = 1 << number
        for kind, choices in (("post", (sitting.leads, sitting.co_leads, sitting.other_leads)),
                              ("room", (sitting.rooms, sitting.other_rooms))):
            for names in choices:
                if len(names) == 1:
                    users[kind, names[0]] |= one
        for part in sitting.parts:
            for resident in range(part.first, part.last + 1):
                residents[part.group, resident] |= one
    found = [0] * len(task.sittings)
    for some in set(users.values()):
        for number in _ones(some):
            found[number] |= some
    for some in set(residents.values()):
        for number in _ones(some):
            found[number] |= some & ~beside[number]
    return [some & ~(1 << number) for number, some in enumerate(found)]


def _ones(bits: int) -> Iterator[int]:
    while bits:
        one = bits & -bits
        yield one.bit_length() - 1
        bits ^= one
