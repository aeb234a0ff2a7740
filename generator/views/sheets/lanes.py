"""Put what happens at the same time side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Lane:
    """A box's place across its day's column: it begins at ``first`` of ``count`` lanes and is ``wide`` lanes wide."""

    first: int = 0
    wide: int = 1
    count: int = 1


def lanes(stretches: Sequence[tuple[int, int, int]]) -> list[Lane]:
    """A lane for each ``(start, end, order)``, so that none covers another; what is alone has the whole column.

    Among what begins together, the lower ``order`` stands further left. Free lanes to the right are used.
    """
    found: dict[int, Lane] = {}
    together: list[int] = []
    until = 0
    for index in sorted(range(len(stretches)), key=lambda i: (stretches[i][0], stretches[i][2], -stretches[i][1], i)):
        start, end, _ = stretches[index]
        if together and start >= until:
            found |= _side_by_side(stretches, together)
            together, until = [], 0
        together.append(index)
        until = max(until, end)
    found |= _side_by_side(stretches, together)
    return [found[index] for index in range(len(stretches))]


def _side_by_side(stretches: Sequence[tuple[int, int, int]], together: Sequence[int]) -> dict[int, Lane]:
    if len(together) == 1:
        return {together[0]: Lane()}
    ends: list[int] = []
    place: dict[int, int] = {}
    for index in together:
        start, end, _ = stretches[index]
        free = next((lane for lane, last in enumerate(ends) if last <= start), len(ends))
        ends[free:free + 1] = [end]
        place[index] = free
    found = {}
    for index in together:
        start, end, _ = stretches[index]
        right = [place[other] for other in together if place[other] > place[index]
                 and stretches[other][0] < end and start < stretches[other][1]]
        found[index] = Lane(place[index], min(right, default=len(ends)) - place[index], len(ends))
    return found
