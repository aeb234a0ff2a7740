"""House work stays within the weekly limit, and work for income is paid or voluntary.

Looks at each week of the timetable: the sessions of components marked ``work`` that one resident is in, whoever of a group
has most of them, plus frame items of kind ``chores``, less the sessions that the resident is called to meanwhile; and at
``policies.work``. The limit ``hours`` is the criterion's.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from generator.checks.finding import Finding
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import DAY, Week

NEEDS_TIMETABLE = True
BEFORE_SOLVING = "sessions"
"""How long sessions are does not depend on where they lie."""

Stretch = tuple[int, int]
"""Minutes from the week's first midnight."""
Task = tuple[int, int, bool, bool]
"""A stretch of work, whether one resident may be called out of it, and whether some of its groups may."""


def can_tell_before(design: Design) -> bool:
    """Not where groups are taken out of work: then how long they work depends on where their sessions lie."""
    return not any(planned.settings.allows_groups for planned in design.components.values()) and not any(
        item.allows_groups for kind in design.programme.day_types.values() for item in kind.frame)


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding]:
    yield from _of_policy(criterion, design)
    yield from _too_much(criterion, design, weeks, "too-much")


def judge_before(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding]:
    """What is too much wherever the sessions of these weeks will lie: as if all one-to-one work were done at working hours,
    where these allow it."""
    yield from _of_policy(criterion, design)
    yield from _too_much(criterion, design, weeks, "at-least")


def _of_policy(criterion: Criterion, design: Design) -> Iterator[Finding]:
    most, policy = criterion.limits["hours"], design.programme.policies.work
    if policy is None:
        yield Finding("missing", design.at("policies"))
    elif policy.hours_per_week_most > most:
        yield Finding("policy", design.at("policies", "work", "hours_per_week_most"),
                      {"hours": policy.hours_per_week_most, "most": most})


def _too_much(criterion: Criterion, design: Design, weeks: Sequence[Week], told: str) -> Iterator[Finding]:
    most = criterion.limits["hours"]
    for week in weeks:
        for name, group in design.programme.groups.items():
            sessions, chores, away = max(_worked(design, week, name, at_least=told == "at-least"),
                                         key=lambda found: found[0] + found[1] - found[2])
            if sessions + chores - away > most * 60:
                yield Finding(told if away else "too-much", design.at("components"), {
                    "hours": round(Fraction(sessions + chores - away, 60), 1), "most": most, "week": week.number,
                    "sessions": round(Fraction(sessions, 60), 1), "chores": round(Fraction(chores, 60), 1),
                    "group": group.title})
                return


def _worked(design: Design, week: Week, group: str, *, at_least: bool) -> Iterator[tuple[int, int, int]]:
    """Minutes of work sessions and of chores of each resident of a group, and what may still go off both: one that is divided
    for its size has half of them in each part."""
    chores: list[Task] = [
        (DAY * index + slot.start, DAY * index + slot.end, slot.allows_individual, slot.allows_groups)
        for index, day in enumerate(week.days) for slot in day.frame if slot.kind == "chores" and slot.concerns((group,))]
    mine = [(one, DAY * index + one.start, DAY * index + one.end, planned) for index, day in enumerate(week.days)
            for one in day.sessions if group in one.groups and not one.strand
            and (planned := design.held(one.key or one.component))]
    of_residents = set()
    for resident in range(1, design.programme.groups[group].size + 1):
        own = [entry for entry in mine if entry[0].is_of(group, resident)]
        work = tuple((start, end, bool(planned.settings.allows_individual), bool(planned.settings.allows_groups))
                     for _, start, end, planned in own if planned.component.work)
        called, groups = (tuple((start, end) for one, start, end, planned in own
                                if not planned.component.work and (one.resident is not None) is alone)
                          for alone in (True, False))
        of_residents.add((work, called, groups))
    for work, called, groups in of_residents:  # many have the same
        if at_least:
            lets = any(task[2] for task in (*work, *chores))
            yield _minutes(work, (), groups), _minutes(chores, (), groups), sum(b - a for a, b in called) if lets else 0
        else:
            yield _minutes(work, called, groups), _minutes(chores, called, groups), 0


def _minutes(work: Sequence[Task], called: Sequence[Stretch], groups: Sequence[Stretch]) -> int:
    """Minutes of work, less what residents are called to and what their group is taken out to, where the work allows it."""
    return sum(end - start - sum(
        max(min(end, last) - max(start, first), 0)
        for first, last in (*(called if one_by_one else ()), *(groups if in_groups else ())))
        for start, end, one_by_one, in_groups in work)
