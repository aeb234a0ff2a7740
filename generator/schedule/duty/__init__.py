"""The duty roster of a whole programme: somebody on duty day and night, week after week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from generator.language import Text
from generator.model.design import Design
from generator.model.values import days_as_written
from generator.model.week import CalendarDay, Watch
from generator.problem import Problem
from generator.schedule.duty.clash import Remedies, remedies, smallest_clash
from generator.schedule.duty.making import Making, Unfilled
from generator.schedule.duty.needs import ALL_HOURS, DutyTask, Need, duty_task
from generator.schedule.duty.ways_out import ways_out

MOST_TOLD = 3
"""Clashes that are explained; whoever has read three knows what the roster lacks."""


def roster(design: Design, calendar: Sequence[CalendarDay], weeks: int) -> tuple[dict[int, tuple[Watch, ...]], list[Problem]]:
    """Programme week → its shifts in the order of the clock, with the posts that keep them. Empty without ``duty``.

    A week that cannot be filled is left out and told, with what would help.
    """
    dates = [day.date for day in calendar[: weeks * 7]]
    task = duty_task(design, dates)
    if task is None:
        return {}, []
    making = Making(task)
    unfilled = [gap for week in range(1, weeks + 1) if (gap := making.fill(week))]
    made: dict[int, tuple[Watch, ...]] = {}
    for need, names in sorted(making.kept.items()):
        made[need.week] = (*made.get(need.week, ()), Watch(dates[need.day], need.shift, tuple(sorted(names))))
    return made, _told(design, task, unfilled, dates)


def _told(design: Design, task: DutyTask, unfilled: Sequence[Unfilled], dates: Sequence[dt.date]) -> list[Problem]:
    """Each different gap once, at ``duty``."""
    problems: list[Problem] = []
    alike: set[object] = set()
    for gap in unfilled:
        pattern = task.pattern(gap.needs)
        if pattern in alike or len(problems) == MOST_TOLD:
            continue
        alike.add(pattern)
        weeks = dict.fromkeys((gap.needs[0].week, gap.needs[-1].week))
        why, helps = _why(design, task, gap.needs, dates) if gap.proven else ({"kind": "time"}, None)
        if repr(why) not in alike:  # the same in a later week is no news
            offered = ways_out(design, helps, gap.needs, dates) if helps else ()
            problems.append(Problem(design.at("duty"), "TC414", {"week": "-".join(map(str, weeks)), **why}, remedies=offered))
        alike.add(repr(why))
    return problems


def _why(
    design: Design, task: DutyTask, needs: Sequence[Need], dates: Sequence[dt.date]
) -> tuple[dict[str, object], Remedies]:
    """The shifts that cannot all be kept, and what would help."""
    at_all_hours, without_leave = duty_task(design, dates, available=ALL_HOURS), duty_task(design, dates, leave=())
    assert at_all_hours and without_leave
    helps = remedies(task, needs, at_all_hours, without_leave)
    kind = "nothing" if not helps.posts else "leave" if helps.leave else "longer" if helps.longer else "posts"
    staff = design.programme.staff
    return {"names": in_words(design, smallest_clash(task, needs)), "kind": kind, "posts": helps.posts,
            "who": [staff[name].title for name in helps.leave or helps.longer]}, helps


def in_words(design: Design, needs: Sequence[Need]) -> list[Text]:
    """Each shift with its days, as authors write them: ``Night (mon-thu, sat)``."""
    found = []
    for name, shift in design.programme.duty.shifts.items() if design.programme.duty else ():
        days = sorted({need.day % 7 for need in needs if need.shift == name})
        if days:
            when = days_as_written(days)
            found.append(Text.of({language: f"{title} ({when})" for language, title in shift.title}))
    return found
