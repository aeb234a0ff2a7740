"""A kind of day that the pattern brings with it, run as one that the programme describes itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model.design import Design
from generator.problem import Phrase, Problem, Remedy
from generator.schedule.day_hours import day_called, listed
from generator.schedule.of_the_pattern import own_days
from generator.schedule.on_frame import ON_THE_FRAME
from generator.schedule.remedies.changes import Change, days_under
from generator.schedule.remedies.offered import Guard, somewhere
from generator.schedule.task import WeekPlan, placed, task_of

WHEN = ("title", "days", "holiday", "ramadan", "dates")
"""What stays of a kind of day that runs like another one: its name, and when it is."""


def as_an_own_day(design: Design, plans: Sequence[WeekPlan], problem: Problem, guard: Guard) -> tuple[Remedy, ...]:
    """Kinds of day of the programme's own under which none of these pinned times lies on the day any more, and no "must"
    criterion breaks."""
    kind = str(problem.args["kind_of_day"])
    concerned = [plan for plan in plans if any(day.day_type == kind for day in plan.days)]
    return tuple(Remedy(
        Phrase("remedies.another-day", {"day_type": problem.args["day_type"], "other": day_called(design, other)}),
        (change.text,), (Phrase("remedies.must"),))
        for other in own_days(design) if design.programme.day_types[other].sessions
        and all(_is_free(change := _like(design, kind, other), plan, kind) and _is_safe(design, change, plan, guard)
                for plan in concerned))


def _like(design: Design, kind: str, other: str) -> Change:
    types = design.programme.day_types
    made = types[other].model_copy(update={key: getattr(types[kind], key) for key in WHEN})
    programme = design.programme.model_copy(update={"day_types": {**types, kind: made}})
    return Change(("day_types", kind), {"like": other}, replace(design, programme=programme), reframes=True)


def _is_free(change: Change, plan: WeekPlan, kind: str) -> bool:
    _, problems = task_of(change.design, plan, days_under(change, plan))
    return not any(problem.code == ON_THE_FRAME and listed(problem.args["day_types"]) == [kind] for problem in problems)


def _is_safe(design: Design, change: Change, plan: WeekPlan, guard: Guard) -> bool:
    """Whether the week breaks no more with its days changed, its sessions wherever they may lie."""
    days = days_under(change, plan)
    task = task_of(change.design, plan, days)[0]
    changed = placed(replace(plan, days=days, task=task), somewhere(task))
    return guard.criteria(change.design, changed) <= guard.criteria(design, placed(plan, somewhere(plan.task)))
