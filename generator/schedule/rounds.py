"""How often: which components fall into a week of a group, how many times, and whose turn it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from generator.model.component import Frequency
from generator.model.design import Design, Planned
from generator.model.values import DAYS
from generator.model.week import CalendarDay

NTH = ("first", "second", "third", "fourth")


def counts_of(design: Design, group: str, number: int, dates: Sequence[CalendarDay]) -> dict[str, int]:
    """How often each component, at each of its times, is held by a group in programme week ``number``."""
    phase = design.phase_of(group, number)
    if phase is None:
        return {}
    arrives = number == design.programme.groups[group].from_week and not design.programme.groups[group].phase
    present = design.programme.groups[group].present
    there = {day for one in present if not one.rotation or one.rotation.falls_in(number) for day in one.days}
    counts: dict[str, int] = {}
    for key, planned in design.times.items():
        component, settings = planned.component, planned.settings
        if component.participants != "residents" or not planned.concerns(group):
            continue  # families, staff and neighbours have calendars of their own
        # Intake is not a scheduled phase of its own: what belongs to it is done on arrival, in the group's first week.
        on_arrival = (arrives or _is_stream_of_newcomers(design, group)) and "intake" in component.phases \
            and component.how_often.once
        if phase not in component.phases and not on_arrival:
            continue
        if settings.weeks and not settings.weeks[0] <= number <= settings.weeks[1]:
            continue
        if any(first <= number <= last for first, last in settings.not_in_weeks or ()):
            continue
        if settings.rotation and not settings.rotation.falls_in(number):
            continue
        runs_from = first_week(design, group, planned)
        if number < runs_from:
            continue
        counts[key] = _count(design, group, component.how_often, number, runs_from, dates)
        if component.mode == "individual":
            counts[key] = 1 if residents_due(design, group, planned, number) else 0
        if present:
            counts[key] = min(counts[key], sum(day in there for day in component.days))
    away = {name for done, n in counts.items() if n for name in design.times[done].component.stands_in_for}
    for key in counts:
        if design.times[key].name in away:
            days_away = sum(date.independence_eve for date in dates)
            counts[key] = min(counts[key], 7 - days_away)
    return counts


def holds(design: Design, group: str, planned: Planned) -> bool:
    """Whether a group holds a component in some week of the programme: a stream only what belongs to its phase."""
    phase, phases = design.programme.groups[group].phase, planned.component.phases
    return planned.concerns(group) and (
        phase is None or phase in phases or (_is_stream_of_newcomers(design, group) and "intake" in phases))


def arrives_in(design: Design, group: str, number: int) -> bool:
    """Whether people of a group come into the house in a week: a cohort in its first, newcomers with every intake."""
    stream, intake = design.programme.groups[group], design.programme.intake
    if not stream.phase:
        return number == stream.from_week
    return _is_stream_of_newcomers(design, group) and (intake is None or (number - 1) % intake.every_weeks == 0)


def _is_stream_of_newcomers(design: Design, group: str) -> bool:
    """Whether newcomers join this stream: it is in the programme's first phase."""
    phases = design.programme.phases
    return bool(phases) and design.programme.groups[group].phase == phases[0].phase


def first_week(design: Design, group: str, planned: Planned) -> int:
    """The first week in which a component can run for a group of this programme."""
    return _first_week(design, group, planned, frozenset())


def _first_week(design: Design, group: str, planned: Planned, seen: frozenset[str]) -> int:
    stream = design.programme.groups[group]
    start = 1
    if not stream.phase:
        phases = [first for phase, first, _ in design.weeks_by_phase() if phase in planned.component.phases]
        start = min(phases, default=1) + stream.from_week - 1
        # What comes first has begun the week before; two that wait for each other wait for nobody.
        for name in planned.component.after:
            if name in design.components and name not in seen:
                other = design.components[name]
                if not other.component.how_often.as_needed:
                    start = max(start, _first_week(design, group, other, seen | {planned.name}) + 1)
    return max(start, planned.settings.weeks[0]) if planned.settings.weeks else start


def _count(
    design: Design, group: str, how_often: Frequency, number: int, runs_from: int, dates: Sequence[CalendarDay]
) -> int:
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
        return 1 if _once_in(design, group, number, runs_from) else 0
    return sum(is_day(how_often.on, date) for date in dates) if how_often.on else 0


def _once_in(design: Design, group: str, number: int, runs_from: int) -> bool:
    """A cohort has it once; a stream has it again for every intake."""
    intake = design.programme.intake
    if design.programme.groups[group].phase and intake:
        return (number - runs_from) % intake.every_weeks == 0
    return number == runs_from


def is_day(rule: str | None, date: CalendarDay) -> bool:
    """Whether a date is the day a calendar rule names."""
    if rule is None:
        return False
    if rule == "independence-eve":
        return date.independence_eve
    which, day = rule.split("-")[:2]
    if DAYS[date.date.weekday()] != day:
        return False
    if which == "last":
        return (date.date + dt.timedelta(days=7)).month != date.date.month
    return (date.date.day - 1) // 7 == NTH.index(which)


def _period(how_often: Frequency) -> int:
    """Weeks from one time to the next of what is held more seldom than weekly; else 0."""
    if how_often.each_month and how_often.each_month <= 2:
        return 4 // how_often.each_month
    return how_often.every_weeks or 0


def _parts(design: Design, group: str, planned: Planned) -> int:
    """Over how many weeks a round of individual work is spread: staff are not swamped in one week and idle in three.

    A round is spread over its whole period, or over the weeks in which the first is due: a plan within 14 days over two,
    and over one where it begins in the second week after a cohort has come.
    """
    period, due = _period(planned.component.how_often), planned.component.within_days
    stream = design.programme.groups[group]
    if stream.phase and not _is_stream_of_newcomers(design, group):
        due = None  # they came long ago
    late = 0 if stream.phase else first_week(design, group, planned) - stream.from_week
    return min(period, max(due // 7 - late, 1)) if due else period


def round_of(design: Design, group: str, name: str, number: int) -> int:
    """How many times round individual work that is spread over weeks has come, from 1; 0 for everything else."""
    planned = design.components[name]
    period = _period(planned.component.how_often)
    if planned.component.mode != "individual" or not period:
        return 0
    return (number - first_week(design, group, planned)) // period + 1


def residents_due(design: Design, group: str, planned: Planned, number: int) -> list[int]:
    """The residents of a group who have individual work this week, by number."""
    stream, how_often = design.programme.groups[group], planned.component.how_often
    week = number - first_week(design, group, planned)
    intake = design.programme.intake
    if week < 0:
        return []
    if how_often.once and stream.phase and intake:
        # Newcomers take the numbers of those who moved on: one intake after another through the group.
        if week % intake.every_weeks:
            return []
        first = week // intake.every_weeks * intake.newcomers
        return sorted({(first + n) % stream.size + 1 for n in range(min(intake.newcomers, stream.size))})
    parts = _parts(design, group, planned)
    if parts:
        due = [part for part in range(parts) if week % _period(how_often) == part]
        return [r for r in range(1, stream.size + 1) if (r - 1) * parts // stream.size in due]
    if how_often.each_week or (how_often.once and week == 0):
        return list(range(1, stream.size + 1))
    return []
