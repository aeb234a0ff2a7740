"""How often: which components fall into a week of the programme, how many times, and whose turn it is."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.component import Component, Frequency
from generator.model.design import Design, Planned
from generator.model.week import CalendarDay


def counts_of(design: Design, number: int, dates: Sequence[CalendarDay]) -> dict[str, int]:
    """How often each component is held in a week."""
    phase = design.phase_of(number)
    counts: dict[str, int] = {}
    for name, planned in design.components.items():
        component, settings = planned.component, planned.settings
        if component.participants != "residents":
            continue  # families, staff and neighbours have calendars of their own
        # Intake is not a scheduled phase of its own: what belongs to it is done on arrival, in week 1.
        on_arrival = number == 1 and "intake" in component.phases and component.how_often.once
        if phase not in component.phases and not on_arrival:
            continue
        if settings.weeks and not settings.weeks[0] <= number <= settings.weeks[1]:
            continue
        runs_from = _first_week(design, planned)
        counts[name] = _count(component.how_often, number, runs_from, dates)
        if component.mode == "individual":
            counts[name] = 1 if _due(component, number - runs_from) else counts[name]
    away = {name for done, n in counts.items() if n for name in design.components[done].component.stands_in_for}
    for name in away & counts.keys():
        days_away = sum(date.independence_eve for date in dates)
        counts[name] = min(counts[name], 7 - days_away)
    return counts


def _first_week(design: Design, planned: Planned) -> int:
    """The first week in which a component can run in this programme."""
    phases = [first for phase, first, _ in design.weeks_by_phase() if phase in planned.component.phases]
    start = min(phases, default=1)
    return max(start, planned.settings.weeks[0]) if planned.settings.weeks else start


def _count(how_often: Frequency, number: int, runs_from: int, dates: Sequence[CalendarDay]) -> int:
    if how_often.each_week:
        return how_often.each_week
    if how_often.each_month:
        # Spread evenly over four weeks: 2 a month are weeks 1 and 3, 3 a month are weeks 1, 2 and 3.
        step = max(4 // how_often.each_month, 1)
        place = (number - runs_from) % 4
        return 1 if place % step == 0 and place // step < how_often.each_month else 0
    if how_often.every_weeks:
        return 1 if (number - runs_from) % how_often.every_weeks == 0 else 0
    if how_often.once:
        return 1 if number == runs_from else 0
    if how_often.on == "independence-eve":
        return sum(date.independence_eve for date in dates)
    return 0


def _period(how_often: Frequency) -> int:
    """Weeks from one time to the next of what is held more seldom than weekly; else 0."""
    if how_often.each_month and how_often.each_month <= 2:
        return 4 // how_often.each_month
    return how_often.every_weeks or 0


def _parts(component: Component) -> int:
    """Over how many weeks a round of individual work is spread: staff are not swamped in one week and idle in three.

    A round is spread over its whole period, or over the weeks in which the first is due: a plan within 14 days over two.
    """
    period, due = _period(component.how_often), component.within_days
    return min(period, max(due // 7, 1)) if due else period


def _due(component: Component, week: int) -> list[int]:
    """Parts of the house (0, 1, …) whose individual session falls into a week, counted from the first possible one."""
    period = _period(component.how_often)
    return [part for part in range(_parts(component)) if week >= 0 and week % period == part]


def round_of(design: Design, name: str, number: int) -> int:
    """How many times round individual work that is spread over weeks has come, from 1; 0 for everything else."""
    planned = design.components[name]
    period = _period(planned.component.how_often)
    if planned.component.mode != "individual" or not period:
        return 0
    return (number - _first_week(design, planned)) // period + 1


def residents_due(design: Design, planned: Planned, number: int, size: int) -> list[int]:
    """The residents of a group who have individual work this week."""
    parts = _parts(planned.component)
    if not parts:
        return list(range(1, size + 1))
    due = _due(planned.component, number - _first_week(design, planned))
    return [r for r in range(1, size + 1) if (r - 1) * parts // size in due]
