"""No resident is wanted in two places at once, by number, whatever the group or part of a group.

Out of a session that ``allows_individual`` residents may be called one by one, out of one that ``allows_groups`` with their
group.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.model.week import Sitting
from generator.schedule.week_model import WeekModel


def add(week: WeekModel) -> None:
    of_resident: dict[tuple[str, int], list[str]] = defaultdict(list)
    for sitting in week.task.sittings:
        for part in sitting.parts:
            for resident in range(part.first, part.last + 1):
                of_resident[part.group, resident].append(sitting.key)
    sittings = {sitting.key: sitting for sitting in week.task.sittings}
    # Residents with the same sessions are one case, and one whose sessions another has too is no case of its own.
    cases = {case for keys in set(map(frozenset, of_resident.values())) for case in _cases(keys, sittings)}
    for keys in sorted(map(sorted, (one for one in cases if not any(one < other for other in cases)))):
        if len(keys) > 1:
            week.model.add_no_overlap([week.interval[key] for key in keys])


def _cases(keys: frozenset[str], sittings: Mapping[str, Sitting]) -> Iterator[frozenset[str]]:
    """A resident's sessions as sets in which no two may be at once."""
    left = frozenset(key for key in keys if sittings[key].allows_individual or sittings[key].allows_groups)
    beside = {key: frozenset(other for other in keys - left if sittings[key].goes_beside(sittings[other])) for key in left}
    yield left
    yield keys - left
    for some in set(beside.values()):
        yield frozenset(key for key in left if beside[key] == some) | (keys - left - some)
