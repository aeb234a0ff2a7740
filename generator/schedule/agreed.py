"""Bring an agreed week into its task: who is missing, what is not held, what never moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.agreed import Absence, AgreedSession, AgreedWeek
from generator.model.values import DAYS
from generator.model.week import DAY, Placement, Sitting, Span, TeamTime, WeekTask, Worker
from generator.schedule.checker import Violation, violations


@dataclass(frozen=True)
class Agreed:
    """A task as an agreed week leaves it, and where its sittings should lie."""

    task: WeekTask
    wanted: Mapping[str, Placement]
    broken: tuple[Violation, ...]
    """Hard rules that the locked sessions break: found by the independent checker, before anything is solved."""
    unknown: tuple[int, ...]
    """Positions in the file of sessions that this week does not have."""


def agree(task: WeekTask, week: AgreedWeek) -> Agreed:
    """The week's task with what the file says of it."""
    task = without(task, week.without)
    dropped = {one.session for one in week.not_held}
    task = replace(task, sittings=tuple(s for s in task.sittings if s.key not in dropped and s.alongside not in dropped))
    task = _led_by_others(task, week)
    sittings = {sitting.key: sitting for sitting in task.sittings}
    wanted = {one.session: placement_of(one) for one in week.sessions if one.session in sittings}
    locked = {one.session: wanted[one.session] for one in week.sessions if one.session in wanted and week.is_locked(one)}
    alone = replace(task, sittings=tuple(s for s in task.sittings if s.key in locked))
    # What is held alongside can only be compared with its session if that is locked too.
    alone = replace(alone, sittings=tuple(replace(s, alongside=s.alongside if s.alongside in locked else None)
                                          for s in alone.sittings))
    return Agreed(
        replace(task, sittings=tuple(held_at(s, locked[s.key]) if s.key in locked else s for s in task.sittings)),
        wanted, tuple(violations(alone, list(locked.values()))),
        tuple(i for i, one in enumerate(week.sessions) if one.session not in sittings and one.session not in dropped))


def without(task: WeekTask, absences: Sequence[Absence]) -> WeekTask:
    """The task with a post or a room missing on some days."""
    workers: tuple[Worker, ...] = task.workers
    closed = list(task.closed)
    for absence in absences:
        days = {DAYS.index(day) for day in absence.days}
        workers = tuple(
            replace(worker, spans=_not_on(days, worker.spans), off_site_spans=None if worker.off_site_spans is None
                    else _not_on(days, worker.off_site_spans))
            if worker.name == absence.who else worker for worker in workers)
        if absence.who in task.rooms:
            closed += [(absence.who, Span(day, 0, DAY)) for day in sorted(days)]
    return replace(task, workers=workers, closed=tuple(sorted(closed, key=lambda c: (c[0], c[1].day))))


def together_without(times: Sequence[TeamTime], absences: Sequence[Absence]) -> tuple[TeamTime, ...]:
    """The times with the team without who is missing, and without a room that cannot be used; none where nobody is left."""
    found = []
    for time in times:
        missing = {absence.who for absence in absences if DAYS[time.date.weekday()] in absence.days}
        staff = tuple(name for name in time.staff if name not in missing)
        if staff:
            found.append(replace(time, staff=staff, room=None if time.room in missing else time.room))
    return tuple(found)


def _not_on(days: set[int], spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(span for span in spans if span.day not in days)


def placement_of(session: AgreedSession) -> Placement:
    """A written session as the timetable holds it."""
    return Placement(session.session, DAYS.index(session.day), session.at, session.lead, session.co_lead, session.room,
                     session.other_lead, session.other_room)


def _led_by_others(task: WeekTask, week: AgreedWeek) -> WeekTask:
    """One-to-one work may be led by whom the week names, if that person may lead it at all; by nobody else where its
    companion is away."""
    away = {absence.who for absence in week.without}
    named = {one.session: one.lead for one in week.sessions}
    return replace(task, sittings=tuple(
        replace(s, leads=(named[s.key],) if set(s.leads) <= away else tuple(dict.fromkeys((*s.leads, named[s.key]))))
        if s.resident is not None and named.get(s.key) in s.stand_ins else s for s in task.sittings))


def held_at(sitting: Sitting, spot: Placement) -> Sitting:
    """The sitting with no choice left but this one."""
    return replace(
        sitting, spans=(Span(spot.day, spot.start, spot.start + sitting.minutes),), leads=(spot.lead,),
        co_leads=(spot.co_lead,) if spot.co_lead else sitting.co_leads, rooms=(spot.room,) if spot.room else sitting.rooms,
        other_leads=(spot.other_lead,) if spot.other_lead else sitting.other_leads,
        other_rooms=(spot.other_room,) if spot.other_room else sitting.other_rooms, pinned=True, stand_ins=())
