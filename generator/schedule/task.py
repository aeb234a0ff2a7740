"""Work out what each dated week needs: its frame, and the sittings to be placed around it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.design import Design, Planned
from generator.model.values import DAYS, clock
from generator.model.week import (
    DAY,
    GRID,
    CalendarDay,
    Day,
    FrameSlot,
    Placement,
    Session,
    Sitting,
    Span,
    Week,
    WeekTask,
    Worker,
)
from generator.problem import Problem
from generator.schedule.frame import frames
from generator.schedule.rounds import counts_of, residents_due, round_of

OVERRIDABLE = ("free", "rest", "phone")
"""Frame items that a community event of the calendar (the 16 August vigil) may take the place of."""


@dataclass(frozen=True)
class WeekPlan:
    """A week before its sessions are placed: the dated days with their frame, and the task to solve."""

    number: int
    phase: str
    days: tuple[Day, ...]
    task: WeekTask
    key: str
    """Fingerprint of the task: weeks with equal keys are solved once."""
    topics: tuple[tuple[str, int], ...]
    """Component → number of the topic of its first sitting of this week, from 1."""


def week_plans(
    design: Design, calendar: Sequence[CalendarDay], weeks: Sequence[int]
) -> tuple[list[WeekPlan], list[Problem]]:
    """The wanted weeks of a programme, each with what has to be placed in it."""
    plans: list[WeekPlan] = []
    problems: list[Problem] = []
    held: dict[str, int] = {}
    for number in range(1, max(weeks, default=0) + 1):
        dates = calendar[(number - 1) * 7 : number * 7]
        days, faults = frames(design, dates)
        problems += faults if number in weeks else []
        wanted = {name: count for name, count in counts_of(design, number, dates).items() if count}
        topics = tuple((name, round_of(design, name, number) or held.get(name, 0) + 1) for name in wanted)
        if number in weeks:
            task, faults = _task(design, number, days, wanted)
            problems += faults
            plans.append(WeekPlan(number, design.phase_of(number), days, task, task_key(task), topics))
        for name, count in wanted.items():
            # Individual work follows each person: one topic a week; a group moves on with every sitting.
            held[name] = held.get(name, 0) + (1 if design.components[name].component.mode == "individual" else count)
    return plans, _each_once(problems)


def _each_once(problems: Sequence[Problem]) -> list[Problem]:
    """What is wrong in many weeks is told for the first: prayer times creep, the fault is the same."""
    first: dict[tuple[str, str, str], Problem] = {}
    for problem in problems:
        about = " ".join(repr(value) for key, value in sorted(problem.args.items())
                         if key in ("name", "one", "other", "day_type"))
        first.setdefault((str(problem.location), problem.code, about), problem)
    return list(first.values())


def _task(
    design: Design, number: int, days: tuple[Day, ...], wanted: dict[str, int]
) -> tuple[WeekTask, list[Problem]]:
    problems: list[Problem] = []
    sittings: list[Sitting] = []
    replaced = {name for done in wanted for name in design.components[done].component.stands_in_for}
    for name, count in sorted(wanted.items()):
        for group, details in sorted(design.programme.groups.items()):
            made, faults = _sittings(design, number, days, name, count, group, details.size,
                                     stays_home=name in replaced)
            sittings += made
            problems += faults
    workers = tuple(
        Worker(
            name,
            tuple(sorted((Span(DAYS.index(day), *hours.hours) for hours in person.available for day in hours.days),
                         key=lambda s: (s.day, s.start))),
            person.hours_per_week * 60,
        )
        for name, person in sorted(design.programme.staff.items())
    )
    groups = tuple(sorted((name, group.size) for name, group in design.programme.groups.items()))
    return WeekTask(tuple(sittings), workers, groups, tuple(sorted(design.programme.rooms))), problems


def _sittings(
    design: Design, number: int, days: tuple[Day, ...], name: str, count: int, group: str, size: int, stays_home: bool
) -> tuple[list[Sitting], list[Problem]]:
    planned = design.components[name]
    component, settings = planned.component, planned.settings
    place = planned.origins["how_often"] if "how_often" in settings.model_fields_set else design.at("components")
    spans = tuple(_spans(planned, days, number, stays_home))
    on_frame = _pinned_on_frame(planned, days, spans)
    if on_frame:
        return [], [Problem(planned.origins["at"], "TC411", {
            "name": component.title, "start": clock(on_frame[0].start), "item": on_frame[1].title,
            "from": clock(on_frame[1].start), "to": clock(on_frame[1].end), "week": number})]
    longest = max((span.end - span.start for span in spans), default=0)
    if not spans or longest < planned.minutes:
        return [], [Problem(planned.origins["window"], "TC405", {
            "name": component.title, "minutes": planned.minutes, "window": _shown(component.window), "week": number,
            "longest": longest})]
    individual = component.mode == "individual"
    people = 1 if individual else size
    if not individual and size > component.group_size.most:
        return [], [Problem(planned.origins["group_size"], "TC408", {
            "name": component.title, "size": size, "most": component.group_size.most, "group": group})]
    leads = _people(design, component.led_by.roles)
    if not leads:
        return [], [Problem(planned.origins["led_by"], "TC403",
                            {"name": component.title, "roles": list(component.led_by.roles)})]
    co_leads = _people(design, component.led_by.co_lead)
    if component.led_by.co_lead and not (set(co_leads) - set(leads) or len(leads) > 1):
        return [], [Problem(planned.origins["led_by"], "TC403",
                            {"name": component.title, "roles": list(component.led_by.co_lead)})]
    rooms: tuple[str, ...] = ()
    if not component.off_site:
        rooms = (settings.room,) if settings.room else _rooms(design, component.room.features, people)
        if not rooms:
            return [], [Problem(planned.origins["room"], "TC404", {
                "name": component.title, "features": list(component.room.features), "size": people})]
    other_leads: tuple[str, ...] = ()
    other_rooms: tuple[str, ...] = ()
    if component.alternative and not component.off_site:
        other_leads = _people(design, component.alternative.roles)
        other_rooms = _rooms(design, (), people)
        if not other_leads:
            return [], [Problem(planned.origins["alternative"], "TC403",
                                {"name": component.alternative.title, "roles": list(component.alternative.roles)})]

    def sitting(key: str, where: tuple[Span, ...], lead: tuple[str, ...], resident: int | None = None) -> Sitting:
        return Sitting(key, name, group, people, planned.minutes, where, lead,
                       tuple(p for p in co_leads), rooms, other_leads, other_rooms, resident, bool(settings.at))

    if individual:
        # A resident keeps the same companion through the programme: the case is held by one person.
        return [
            sitting(f"{name}/{group}/r{r:02d}", spans, (leads[(r - 1) % len(leads)],), r)
            for r in residents_due(design, planned, number, size)
        ], []
    open_days = sorted({span.day for span in spans if span.end - span.start >= planned.minutes})
    holidays = sum(1 for day in days if day.calendar.holiday)
    if holidays and 4 <= count < len(open_days):
        count = round(count * (7 - holidays) / 7)  # a holiday takes a session away; nothing is squeezed into the rest
    if count > len(open_days):
        if count - holidays - stays_home <= len(open_days):
            count = len(open_days)
        else:
            return [], [Problem(place, "TC409", {"name": component.title, "count": count, "days": len(open_days),
                                                 "week": number})]
    if count == len(open_days):
        return [
            sitting(f"{name}/{group}/{i}", tuple(s for s in spans if s.day == day), leads)
            for i, day in enumerate(open_days, 1)
        ], []
    return [sitting(f"{name}/{group}/{i}", spans, leads) for i in range(1, count + 1)], []


def _spans(planned: Planned, days: tuple[Day, ...], number: int, stays_home: bool) -> Iterator[Span]:
    """Where a component may lie: its days and window, less the frame, on the grid."""
    component, settings = planned.component, planned.settings
    start, end = component.window
    on_arrival = component.how_often.once and "intake" in component.phases
    for index, day in enumerate(days):
        weekday = DAYS[day.date.weekday()]
        if weekday not in component.days or (on_arrival and number == 1 and index >= (component.within_days or 7)):
            continue
        if component.how_often.on == "independence-eve" and not day.calendar.independence_eve:
            continue
        if stays_home and day.calendar.independence_eve:
            continue
        if settings.at:
            pin = settings.at.get(weekday, settings.at.get("every"))  # type: ignore[call-overload]
            if pin is not None:
                yield Span(index, pin, pin + planned.minutes)
            continue
        blocked = [(slot.start, slot.end) for slot in _blocking(planned, day, days, index)]
        yield from (Span(index, *gap) for gap in _gaps(start, end, blocked) if gap[1] - gap[0] >= planned.minutes)


def _pinned_on_frame(planned: Planned, days: tuple[Day, ...], spans: tuple[Span, ...]) -> tuple[Span, FrameSlot] | None:
    """The first pin that lies on a meal, a prayer or another item of the frame."""
    if not planned.settings.at:
        return None
    return next(
        ((span, slot) for span in spans for slot in _blocking(planned, days[span.day], days, span.day)
         if span.start < slot.end and slot.start < span.end), None)


def _blocking(planned: Planned, day: Day, days: tuple[Day, ...], index: int) -> Iterator[FrameSlot]:
    """The frame items a component may not lie on; an event of the calendar may take free time."""
    yield from (slot for slot in day.frame
                if not (planned.component.how_often.on and slot.kind in OVERRIDABLE))
    before = days[index - 1] if index else day
    for slot in before.frame:  # last night's rest reaches into this morning
        if slot.end > DAY:
            yield FrameSlot(0, slot.end - DAY, slot.kind, slot.title, slot.voluntary)


def _gaps(start: int, end: int, blocked: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    here = start
    for a, b in sorted(blocked):
        if a >= end:
            break
        if a > here:
            yield _on_grid(here), min(a, end)
        here = max(here, b)
    if here < end:
        yield _on_grid(here), end


def _on_grid(minute: int) -> int:
    return -(-minute // GRID) * GRID


def _people(design: Design, roles: Sequence[str]) -> tuple[str, ...]:
    """Who has one of the roles; those whose main role comes first in the list come first."""
    ranked = [
        (min(roles.index(role) for role in (person.role, *person.also) if role in roles), name)
        for name, person in design.programme.staff.items()
        if any(role in roles for role in (person.role, *person.also))
    ]
    return tuple(name for _, name in sorted(ranked))


def _rooms(design: Design, features: Sequence[str], size: int) -> tuple[str, ...]:
    """The rooms that fit, the smallest first, and among equals in the order the programme lists them."""
    return tuple(
        name for name, room in sorted(design.programme.rooms.items(), key=lambda entry: entry[1].capacity)
        if set(features) <= set(room.features) and room.capacity >= size
    )


def _shown(window: tuple[int, int]) -> str:
    return "-".join(map(clock, window))


def task_key(task: WeekTask) -> str:
    """A short fingerprint: weeks whose tasks are equal have the same key and are solved once."""
    return hashlib.sha256(repr(task).encode()).hexdigest()[:24]


def placed(plan: WeekPlan, placements: Sequence[Placement]) -> Week:
    """The week with its sessions where the placements put them."""
    where = {placement.key: placement for placement in placements}
    topic = dict(plan.topics)
    order = sorted(plan.task.sittings, key=lambda s: (where[s.key].day, where[s.key].start, s.key))
    sessions: list[list[Session]] = [[] for _ in plan.days]
    held: dict[tuple[str, str], int] = {}
    for sitting in order:
        spot = where[sitting.key]
        turn = held.get((sitting.component, sitting.group), 0)
        if sitting.resident is None:
            held[sitting.component, sitting.group] = turn + 1
        sessions[spot.day].append(Session(
            sitting.component, sitting.group, plan.days[spot.day].date, spot.start, sitting.minutes, spot.lead,
            spot.co_lead, spot.room, spot.other_lead, spot.other_room, sitting.resident,
            topic.get(sitting.component, 1) + turn,
        ))
    return Week(plan.number, plan.phase, tuple(
        Day(day.date, day.day_type, day.calendar, day.frame, tuple(found))
        for day, found in zip(plan.days, sessions, strict=True)
    ))
