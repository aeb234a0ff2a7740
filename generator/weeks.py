"""Lay out a programme's dated weeks: calendar, tasks, kept answers, solver, checker, in this order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator import keep
from generator.calendar import dated_days
from generator.model.design import Design
from generator.model.week import CalendarDay, Placement, Week
from generator.problem import Problem, Severity
from generator.schedule import Unsolved, WeekPlan, placed, solve, violations, week_plans

Progress = Callable[..., None]
"""Called as ``progress("schedule", week=3, weeks=26)``: what is being done, in the words of ``cli.progress``."""


def unit_of(to: Path, programme: str) -> Path:
    """Where a programme's documents lie."""
    return to / "programmes" / programme


def lay_out(
    design: Design, kept: keep.Kept, progress: Progress = lambda *_, **__: None
) -> tuple[list[Week], bytes, list[Problem]]:
    """Every dated week with its sessions, and the file in which their places are kept.

    A week whose task is the one that was kept, or one already answered, is not solved again.
    """
    calendar_key, calendar = calendar_of(design, kept)
    plans, problems = plans_of(design, calendar)
    if any(problem.is_error for problem in problems):
        return [], b"", problems
    answers = dict(kept.answers)
    weeks: list[Week] = []
    chosen: dict[int, tuple[str, Sequence[Placement]]] = {}
    last: Mapping[str, Placement] = {}
    clashes: list[tuple[tuple[str, str], ...]] = []
    for plan in plans:
        key = plan.key
        placements = answers.get(key)
        if placements is None or violations(plan.task, placements):
            progress("schedule", week=plan.number, weeks=len(plans))
            answer = solve(plan.task, last)
            if isinstance(answer, Unsolved):
                if answer.clash not in clashes:  # the same clash in a later week is no news
                    clashes.append(answer.clash)
                    problems.append(_unsolved(design, plan, answer))
                continue
            broken = violations(plan.task, answer)
            if broken:
                problems += [Problem(design.at("components"), "TC410", {
                    "week": plan.number, "rule": v.rule, "names": " ".join(filter(None, (v.sitting, v.other, v.who)))})
                    for v in broken[:5]]
                continue
            placements = answers[key] = answer
        chosen[plan.number] = (key, placements)
        last = {placement.key: placement for placement in placements}
        weeks.append(placed(plan, placements))
    return weeks, keep.as_bytes(chosen, calendar_key, calendar), problems


def calendar_of(design: Design, kept: keep.Kept) -> tuple[str, tuple[CalendarDay, ...]]:
    """The programme's dates: the kept ones if nothing they depend on has changed, for asking anew takes a while."""
    programme = design.programme
    assert programme.place and programme.starts
    key = keep.calendar_key(programme.place, programme.starts, design.weeks * 7)
    if kept.calendar_key == key:
        return key, kept.calendar
    return key, dated_days(programme.place, programme.starts, design.weeks * 7)


def plans_of(design: Design, calendar: Sequence[CalendarDay]) -> tuple[list[WeekPlan], list[Problem]]:
    """What each week of the programme needs, without placing it; says where the calendar asks for care."""
    plans, problems = week_plans(design, calendar, range(1, design.weeks + 1))
    for plan in plans:
        fasting = sum(day.calendar.ramadan for day in plan.days)
        if fasting:
            problems.append(Problem(design.at("starts"), "TC420", {"days": fasting, "week": plan.number},
                                    Severity.WARNING))
    return plans, problems


def last_timetable(design: Design, to: Path) -> tuple[list[Week] | None, bool]:
    """The timetable an earlier build kept, if it still answers the programme; else nothing, and whether one was there."""
    kept = keep.kept(unit_of(to, design.name))
    if not kept.answers:
        return None, False
    plans, problems = plans_of(design, calendar_of(design, kept)[1])
    if any(problem.is_error for problem in problems):
        return None, True
    weeks = [placed(plan, kept.answers[plan.key]) for plan in plans if plan.key in kept.answers]
    return (weeks, False) if len(weeks) == len(plans) else (None, True)


def _unsolved(design: Design, plan: WeekPlan, answer: Unsolved) -> Problem:
    titles = [design.components[name].component.title for name, _ in answer.clash]
    if not titles:
        return Problem(design.at("components"), "TC407", {"week": plan.number})
    if len(titles) == 1:
        return Problem(design.components[answer.clash[0][0]].origins["led_by"], "TC412",
                       {"week": plan.number, "name": titles[0]})
    pinned = all(design.components[name].settings.at for name, _ in answer.clash)
    first = design.components[answer.clash[0][0]]
    place = first.origins["at"] if pinned else design.at("components")
    return Problem(place, "TC402" if pinned else "TC401", {"week": plan.number, "names": titles})
