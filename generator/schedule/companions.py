"""Whose resident is whose: one-to-one work shared out by the hours that each post has for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from generator.model.design import Design, Planned
from generator.model.week import DAY, Sitting, Span, WeekTask
from generator.schedule.pairs import pair_of
from generator.schedule.shortages import Shortage, all_shortages


def shared_out(design: Design, planned: Planned, leads: Mapping[str, Sequence[str]]) -> dict[tuple[str, int], str]:
    """Group and resident → companion, the same through the whole programme. ``leads``: who may be it for each group.

    In turn, as long as everybody's hours have room for it; then whoever has, for their hours, the fewest. Nobody who is there
    on fewer days than a resident has sessions in a week. Where nobody's hours have room for that at all, all share alike.
    """
    each = planned.component.how_often.a_week or 1
    by_day = {name: sessions_by_day(design, name, planned) for names in leads.values() for name in names}
    room = {name: sum(days) if len(days) >= each else 0 for name, days in by_day.items()}
    room = {name: min(sessions, design.programme.staff[name].hours_per_week * 60 // planned.minutes)
            for name, sessions in room.items()}
    taken: dict[str, Fraction] = defaultdict(Fraction)
    found: dict[tuple[str, int], str] = {}
    for group, names in sorted(leads.items(), key=lambda entry: (len(entry[1]), entry[0])):
        able = [name for name in names if room[name]] or list(names)
        for resident in range(1, design.programme.groups[group].size + 1) if able else ():
            companion = able[(resident - 1) % len(able)]
            if taken[companion] + each > room[companion]:
                companion = min(able, key=lambda name: ((taken[name] + each) / (room[name] or 1), able.index(name)))
            taken[companion] += each
            found[group, resident] = companion
    return found


def sessions_by_day(design: Design, name: str, planned: Planned) -> tuple[int, ...]:
    """How many sessions of a component a post's hours have room for on each day that has any, counted generously."""
    person, duty, minutes = design.programme.staff[name], design.programme.duty, planned.minutes
    days = planned.component.days
    if duty and person.role in duty.roles:
        return (DAY // minutes,) * len(days)
    pins = planned.settings.at or {}
    first, last = (min(pins.values()), max(pins.values()) + minutes) if pins else planned.component.window
    found: Counter[str] = Counter()
    for hours in person.available:
        for day in hours.days:
            if day in days:
                found[day] += max(min(hours.hours[1], last) - max(hours.hours[0], first), 0) // minutes
    return tuple(sessions for sessions in found.values() if sessions)


def with_help(task: WeekTask) -> WeekTask:
    """The week, where a companion's hours are too few for what only they may do led in part by anybody who may.

    Who is on leave or on other shifts, or leads too much else, keeps as many residents as there is time for, those with
    the lowest numbers; the others talk to somebody else this week.
    """
    while _is_tight(task):
        dealt = [sitting for sitting in reversed(task.sittings) if is_dealt(sitting)]
        companions = {sitting.leads[0] for sitting in dealt}
        for short in all_shortages(task):
            opened = _opened(dealt, short) if short.kind == "posts" and companions & {*short.names} else set()
            if opened:
                task = replace(task, sittings=tuple(
                    replace(s, leads=s.stand_ins) if s.key in opened else s for s in task.sittings))
                break
        else:
            return task
    return task


def with_any_companion(task: WeekTask, keys: Collection[str] | None = None) -> WeekTask:
    """The week with one-to-one work open to whoever is qualified for it; of ``keys`` alone where they are given."""
    return replace(task, sittings=tuple(
        replace(s, leads=s.stand_ins) if is_dealt(s) and (keys is None or s.key in keys) else s for s in task.sittings))


def _opened(dealt: Sequence[Sitting], short: Shortage) -> set[str]:
    """Sittings that others could lead in place of posts who have too few hours, just enough of them."""
    found: set[str] = set()
    lacking, names, pairs = short.need - short.have, {*short.names}, {*short.pairs}
    for sitting in dealt:
        if lacking > 0 and sitting.leads[0] in names and pair_of(sitting.key) in pairs and not {*sitting.stand_ins} <= names:
            found.add(sitting.key)
            lacking -= sitting.minutes
    return found


def is_dealt(sitting: Sitting) -> bool:
    """Whether it is one-to-one work of a companion whom others could stand in for."""
    return sitting.resident is not None and len(sitting.leads) == 1 and len(sitting.stand_ins) > 1


def _is_tight(task: WeekTask) -> bool:
    """Whether it is worth a closer count: somebody is wanted for more than half the time they have for some one-to-one work."""
    workers = {worker.name: worker for worker in task.workers}
    alone: dict[str, int] = defaultdict(int)
    dealt: dict[tuple[str, str, tuple[Span, ...]], int] = defaultdict(int)
    for sitting in task.sittings:
        if len(sitting.leads) == 1:
            alone[sitting.leads[0]] += sitting.minutes
            if is_dealt(sitting):
                dealt[sitting.leads[0], sitting.component, sitting.spans] += sitting.minutes
    return any(2 * minutes > _common(workers[name].spans, spans) or 2 * alone[name] > workers[name].minutes_most
               or 2 * alone[name] > _common(workers[name].spans, workers[name].spans)
               for (name, _, spans), minutes in dealt.items())


def _common(some: Sequence[Span], others: Sequence[Span]) -> int:
    """Minutes that lie in both."""
    return sum(max(min(one.end, other.end) - max(one.start, other.start), 0)
               for one in some for other in others if one.day == other.day)
