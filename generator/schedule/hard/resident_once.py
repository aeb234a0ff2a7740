"""No resident is wanted in two places at once, by number, whatever the group or part of a group.

Out of a session that ``allows_individual`` residents may be called one by one.
"""

from collections import defaultdict

from generator.schedule.week_model import WeekModel


def add(week: WeekModel) -> None:
    of_resident: dict[tuple[str, int], list[str]] = defaultdict(list)
    for sitting in week.task.sittings:
        for part in sitting.parts:
            for resident in range(part.first, part.last + 1):
                of_resident[part.group, resident].append(sitting.key)
    may_be_left = {sitting.key for sitting in week.task.sittings if sitting.allows_individual}
    alone = {sitting.key for sitting in week.task.sittings if sitting.resident is not None}
    # Residents with the same sessions are one case, and one whose sessions another has too is no case of its own.
    cases = {frozenset(keys) - aside for keys in of_resident.values()
             for aside in ((may_be_left, alone) if may_be_left & set(keys) and alone & set(keys) else (frozenset(),))}
    for keys in sorted(map(sorted, (one for one in cases if not any(one < other for other in cases)))):
        if len(keys) > 1:
            week.model.add_no_overlap([week.interval[key] for key in keys])
