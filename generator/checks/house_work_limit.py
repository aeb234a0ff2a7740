"""House work stays within the weekly limit, and work for income is paid or voluntary.

Looks at each week of the timetable: the sessions of components marked ``work`` that one resident is in, whoever of a group
has most of them, plus frame items of kind ``chores``, less the sessions that the resident is called to meanwhile; and at
``policies.work``. The limit ``hours`` is the criterion's.
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import DAY, Week

NEEDS_TIMETABLE = True
BEFORE_SOLVING = "sessions"
"""How long sessions are does not depend on where they lie."""

Stretch = tuple[int, int]
"""Minutes from the week's first midnight."""


def can_tell_before(design: Design) -> bool:
    """Not where groups are taken out of work: then how long they work depends on where their sessions lie."""
    return not any(planned.settings.allows_groups for planned in design.components.values()) and not any(
        item.allows_groups for kind in design.programme.day_types.values() for item in kind.frame)


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding]:
    most = criterion.limits["hours"]
    policy = design.programme.policies.work
    if policy is None:
        yield Finding("missing", design.at("policies"))
    elif policy.hours_per_week_most > most:
        yield Finding("policy", design.at("policies", "work", "hours_per_week_most"),
                      {"hours": policy.hours_per_week_most, "most": most})
    for week in weeks:
        for name, group in design.programme.groups.items():
            sessions, chores = max(_worked(design, week, name), key=sum)
            if sessions + chores > most * 60:
                yield Finding("too-much", design.at("components"), {
                    "hours": round((sessions + chores) / 60, 1), "most": most, "week": week.number,
                    "sessions": round(sessions / 60, 1), "chores": round(chores / 60, 1),
                    "group": group.title})
                return


def _worked(design: Design, week: Week, group: str) -> Iterator[tuple[int, int]]:
    """Minutes of work sessions and of chores of each resident of a group: one that is divided for its size has half of them
    in each part."""
    chores = [(DAY * index + slot.start, DAY * index + slot.end) for index, day in enumerate(week.days)
              for slot in day.frame if slot.kind == "chores" and slot.concerns((group,))]
    work, other = ([(DAY * index + one.start, DAY * index + one.end, one) for index, day in enumerate(week.days)
                    for one in day.sessions if group in one.groups and not one.strand
                    and design.components[one.component].component.work is works] for works in (True, False))
    of_residents = {(tuple((start, end) for start, end, one in work if one.is_of(group, resident)),
                     tuple((start, end) for start, end, one in other if one.is_of(group, resident)))
                    for resident in range(1, design.programme.groups[group].size + 1)}
    for at_work, away in of_residents:  # many have the same
        yield _minutes(at_work, away), _minutes(chores, away)


def _minutes(work: Sequence[Stretch], away: Sequence[Stretch]) -> int:
    return sum(end - start - sum(max(min(end, last) - max(start, first), 0) for first, last in away) for start, end in work)
