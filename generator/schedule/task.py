"""Work out what each dated week needs: its frame, and the sittings to be placed around it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.model.design import Design
from generator.model.house import Person
from generator.model.values import DAYS
from generator.model.week import (
    DAY,
    CalendarDay,
    Day,
    FrameSlot,
    Placement,
    Session,
    Sitting,
    Span,
    TeamTime,
    Watch,
    Week,
    WeekTask,
    Worker,
)
from generator.problem import Problem
from generator.schedule.companions import with_any_companion, with_help
from generator.schedule.frame import frames
from generator.schedule.made_before import MadeBefore
from generator.schedule.of_the_pattern import as_days
from generator.schedule.rounds import counts_of, round_of
from generator.schedule.told_once import once

Counts = Mapping[str, Mapping[str, int]]
"""Component (each of its times, ``Planned.key``) → group → how often it is held in a week."""


@dataclass(frozen=True)
class WeekPlan:
    """A week before its sessions are placed: the dated days with their frame, and the task to solve."""

    number: int
    phase: str
    phases: tuple[tuple[str, str], ...]
    days: tuple[Day, ...]
    task: WeekTask
    topics: tuple[tuple[str, str, int], ...]
    """Component, group → number of the topic of its first sitting of this week, from 1."""
    travel: tuple[tuple[str, int], ...] = ()
    """Component → minutes on the way."""
    duty: tuple[Watch, ...] = ()
    team_times: tuple[TeamTime, ...] = ()
    watches: tuple[Watch, ...] = ()
    """With those of the night before its Monday."""
    made: MadeBefore = field(default_factory=MadeBefore, repr=False, compare=False)
    any_companion: bool = False
    """Whether one-to-one work is open to whoever is qualified: nobody is to blame for hours that others have."""
    due: Counts = field(default_factory=dict, repr=False, compare=False)
    """How often each component is due by what its author wrote, whatever the calendar leaves of it."""

    @cached_property
    def key(self) -> str:
        """Fingerprint of the task: weeks with equal keys are solved once."""
        return task_key(self.task)

    @property
    def opened(self) -> WeekPlan:
        """The week with its one-to-one work open to whoever is qualified."""
        return replace(self, task=with_any_companion(self.task), any_companion=True)


def week_plans(
    design: Design, calendar: Sequence[CalendarDay], weeks: Sequence[int], duty: Mapping[int, Sequence[Watch]] | None = None
) -> tuple[list[WeekPlan], list[Problem]]:
    """The wanted weeks of a programme, each with what has to be placed in it. ``duty`` is the roster by week."""
    plans: list[WeekPlan] = []
    problems: list[Problem] = []
    held: dict[tuple[str, str], int] = {}
    sunday: tuple[FrameSlot, ...] | None = None
    groups = design.programme.groups
    travel = tuple((name, planned.settings.travel_minutes) for name, planned in design.components.items()
                   if planned.settings.travel_minutes)
    for number in range(1, max(weeks, default=0) + 1):
        dates = calendar[(number - 1) * 7 : number * 7]
        days, faults = frames(design, number, dates)
        days, sunday = (replace(days[0], eve=sunday), *days[1:]), days[-1].frame
        problems += faults if number in weeks else []
        counts: dict[str, dict[str, int]] = {}
        for group in groups:
            for name, count in counts_of(design, group, number, dates).items():
                if count:
                    counts.setdefault(name, {})[group] = count
        of_components = _whole(design, counts)
        topics = tuple((name, group, round_of(design, group, name, number) or held.get((name, group), 0) + 1)
                       for name, of_group in of_components.items() for group in of_group)
        if number in weeks:
            watches = (*_last_night((duty or {}).get(number - 1, ())), *(duty or {}).get(number, ()))
            made = MadeBefore()
            task, faults = _task(design, number, days, counts, watches, made)
            problems += faults
            phases = tuple((group, phase) for group in sorted(groups) if (phase := design.phase_of(group, number)))
            several = {phase for _, phase in phases}
            plans.append(WeekPlan(number, several.pop() if len(several) == 1 else "", phases, days, task,
                                  topics, travel, tuple((duty or {}).get(number, ())),
                                  team_times(design, number, days, _at_work(design, number, days, watches)), watches, made,
                                  due=counts))
        for name, of_group in of_components.items():
            individual = design.components[name].component.mode == "individual"
            for group, count in of_group.items():
                # Individual work follows each person: one topic a week; a group moves on with every sitting.
                held[name, group] = held.get((name, group), 0) + (1 if individual else count)
    return plans, as_days(design, once(problems))


def _whole(design: Design, counts: Counts) -> dict[str, dict[str, int]]:
    """Component → group → how often it is held, all its times together: its topics go on from one to the next."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for key, of_group in counts.items():
        for group, count in of_group.items():
            found[design.times[key].name][group] += count
    return found


def task_of(design: Design, plan: WeekPlan, days: tuple[Day, ...] | None = None) -> tuple[WeekTask, list[Problem]]:
    """What a planned week asks if the design, or its days' frame, were another one."""
    counts: dict[str, dict[str, int]] = {}
    for group in design.programme.groups:
        for name, count in counts_of(design, group, plan.number, [day.calendar for day in plan.days]).items():
            if count:
                counts.setdefault(name, {})[group] = count
    task, problems = _task(design, plan.number, days or plan.days, counts, plan.watches, MadeBefore() if days else plan.made)
    return with_any_companion(task) if plan.any_companion else task, problems


def _last_night(watches: Sequence[Watch]) -> tuple[Watch, ...]:
    """The watches of a week's last date: a night shift of Sunday reaches into Monday."""
    return tuple(watch for watch in watches if watch.date == watches[-1].date)


def _task(
    design: Design, number: int, days: tuple[Day, ...], counts: Counts, watches: Sequence[Watch],
    made: MadeBefore,
) -> tuple[WeekTask, list[Problem]]:
    problems: list[Problem] = []
    sittings: list[Sitting] = []
    replaced = {name for done in counts for name in design.times[done].component.stands_in_for}
    for key, of_group in sorted(counts.items()):
        planned = design.times[key]
        mine, faults = made.sittings(design, number, days, planned, of_group, planned.name in replaced)
        sittings += mine
        problems += faults
    programme = design.programme
    at_work = _at_work(design, number, days, watches)
    together = team_times(design, number, days, at_work)
    alone = _alone_on_watch(design, days, watches)
    workers = tuple(_worker(programme.staff[name], name, spans, together, days, alone.get(name, ()))
                    for name, spans in at_work.items())
    closed = tuple(
        (name, Span(index, 0, DAY)) for name, room in sorted(programme.rooms.items()) for index, day in enumerate(days)
        if any(first <= day.date <= last for first, last in room.closed)
    ) + tuple((time.room, Span((time.date - days[0].date).days, time.start, time.end)) for time in together if time.room)
    task = WeekTask(
        tuple(sittings), workers, tuple(sorted((name, group.size) for name, group in programme.groups.items())),
        tuple(sorted(programme.rooms)), closed, tuple(sorted(programme.preferences.items())))
    return with_help(task), problems


def _at_work(
    design: Design, number: int, days: Sequence[Day], watches: Sequence[Watch]
) -> dict[str, tuple[Span, ...]]:
    return {name: _working(design, name, person, number, days, watches)
            for name, person in sorted(design.programme.staff.items())}


def team_times(
    design: Design, number: int, days: Sequence[Day], at_work: Mapping[str, Sequence[Span]]
) -> tuple[TeamTime, ...]:
    """When posts are together in a week, in the order of the clock; only those who are at work the whole time."""
    found = []
    for name, times in design.programme.team_times.items():
        if times.rotation and not times.rotation.falls_in(number):
            continue
        for index, day in enumerate(days):
            is_off = day.calendar.holiday and design.programme.day_types[day.day_type].holiday
            if DAYS[index] in times.days and not is_off:
                start, end = times.hours
                here = tuple(post for post, spans in at_work.items() if (not times.staff or post in times.staff) and any(
                    span.day == index and span.start <= start and end <= span.end for span in spans))
                if here:
                    found.append(TeamTime(name, day.date, start, end, here, times.room))
    return tuple(sorted(found, key=lambda time: (time.date, time.start, time.name)))


LONG_DAY, AFTER, BEFORE = 360, 150, 120
"""A post at work for more than six hours without a gap has its break from two and a half hours after it came, until two hours
before it goes. The tool's own rule for a humane day, adjustable by ``break_minutes``; the law may ask for more."""


def _worker(
    person: Person, name: str, at_work: Sequence[Span], together: Sequence[TeamTime], days: Sequence[Day],
    alone_on_watch: Sequence[Span],
) -> Worker:
    meetings = [Span((time.date - days[0].date).days, time.start, time.end) for time in together if name in time.staff]
    breaks = tuple(Span(day, start + AFTER, end - BEFORE) for day, start, end in _stretches(at_work)
                   if end - start > LONG_DAY) if person.break_minutes else ()
    free = without(at_work, meetings)
    return Worker(name, free, person.hours_per_week * 60,
                  person.hours_per_day * 60 if person.hours_per_day else None, person.break_minutes if breaks else 0, breaks,
                  without(free, alone_on_watch) if alone_on_watch else None)


def _alone_on_watch(design: Design, days: Sequence[Day], watches: Sequence[Watch]) -> dict[str, tuple[Span, ...]]:
    """When a post is the only one on watch: then it does not leave the house."""
    turns: dict[str, list[Span]] = defaultdict(list)
    for watch in watches:
        for name in watch.people:
            turns[name] += _on_watch(design, watch, days)
    return {name: left for name, own in turns.items() if (left := without(own, [
        span for other, spans in turns.items() if other != name for span in spans]))}


def _on_watch(design: Design, watch: Watch, days: Sequence[Day]) -> Iterator[Span]:
    """A watch as stretches of the week: one from evening to morning has two."""
    assert design.programme.duty is not None
    shift, index = design.programme.duty.shifts[watch.shift], (watch.date - days[0].date).days
    if index >= 0:
        yield Span(index, shift.at, min(shift.at + shift.minutes, DAY))
    if shift.at + shift.minutes > DAY and index < 6:
        yield Span(index + 1, 0, shift.at + shift.minutes - DAY)


def _stretches(spans: Sequence[Span]) -> list[tuple[int, int, int]]:
    """Day, start and end of working time, what touches put together."""
    found: list[tuple[int, int, int]] = []
    for span in sorted(spans, key=lambda s: (s.day, s.start)):
        if found and found[-1][0] == span.day and span.start <= found[-1][2]:
            found[-1] = (span.day, found[-1][1], max(found[-1][2], span.end))
        else:
            found.append((span.day, span.start, span.end))
    return found


def without(spans: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """What is left of stretches once others are taken out of them."""
    left = list(spans)
    for out in taken:
        left = [piece for span in left for piece in (
            (span,) if span.day != out.day or out.end <= span.start or span.end <= out.start
            else (Span(span.day, span.start, out.start), Span(span.day, out.end, span.end))) if piece.end > piece.start]
    return tuple(left)


def _working(
    design: Design, name: str, person: Person, number: int, days: Sequence[Day], watches: Sequence[Watch]
) -> tuple[Span, ...]:
    """When a post is there: its shifts if it is on the duty roster, else its hours, less its leave."""
    on_leave = {index for index, day in enumerate(days) if any(first <= day.date <= last for first, last in person.leave)}
    duty = design.programme.duty
    spans: list[Span] = []
    if duty and watches and person.role in duty.roles:
        spans = [span for watch in watches if name in watch.people for span in _on_watch(design, watch, days)]
    else:
        spans = [Span(DAYS.index(day), *hours.hours) for hours in person.available
                 if not hours.rotation or hours.rotation.falls_in(number) for day in hours.days]
    return tuple(sorted((s for s in spans if s.day not in on_leave), key=lambda s: (s.day, s.start)))


def task_key(task: WeekTask) -> str:
    """A short fingerprint: weeks whose tasks are equal have the same key and are solved once."""
    return hashlib.sha256(repr(task).encode()).hexdigest()[:24]


def placed(plan: WeekPlan, placements: Sequence[Placement]) -> Week:
    """The week with its sessions where the placements put them."""
    where = {placement.key: placement for placement in placements}
    topics = {(component, group): number for component, group, number in plan.topics}
    travel = dict(plan.travel)
    sittings = {sitting.key: sitting for sitting in plan.task.sittings}
    order = sorted(plan.task.sittings, key=lambda s: (where[s.key].day, where[s.key].start, s.key))
    sessions: list[list[Session]] = [[] for _ in plan.days]
    held: dict[tuple[str, str], int] = {}
    for sitting in order:
        spot = where[sitting.key]
        people = sittings[sitting.alongside] if sitting.alongside else sitting
        # Several times a day are one sequence of topics.
        series = sitting.component, sitting.series.partition("/")[2]
        turn = held.get(series, 0)
        if sitting.resident is None:
            held[series] = turn + 1
        # Groups that sit together go by the one that is furthest.
        topic = max((topics.get((sitting.component, group), 1) for group in people.groups), default=1)
        sessions[spot.day].append(Session(
            sitting.component, people.parts, plan.days[spot.day].date, spot.start, sitting.minutes, spot.lead,
            spot.co_lead, spot.room, spot.other_lead, spot.other_room, sitting.resident,
            None if sitting.alongside else topic + turn,
            int(sitting.key.split("/")[1].rpartition("+")[2]) if sitting.alongside else 0,
            travel.get(sitting.component, 0), "~" in sitting.key, sitting.key))
    return Week(plan.number, plan.phase, tuple(
        replace(day, sessions=tuple(found))
        for day, found in zip(plan.days, sessions, strict=True)
    ), plan.phases, plan.duty, plan.team_times)
