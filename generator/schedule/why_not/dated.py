"""What takes somebody or something out of one particular week: leave, a room closed, a holiday, an event, a team meeting."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.model.design import Design
from generator.model.values import DAYS, runs_of
from generator.model.week import Day, Sitting, WeekTask
from generator.problem import Phrase
from generator.schedule.frame import frames
from generator.schedule.pairs import Pair, only, pairs_of
from generator.schedule.task import WeekPlan, task_of


def dated(design: Design, plan: WeekPlan, pairs: Sequence[Pair]) -> Iterator[tuple[Phrase, WeekTask]]:
    """Each such fact in words, with the part of the week that ``pairs`` are as it would be without it."""
    own = [sitting for sitting in plan.task.sittings if sitting.component in {name for name, _ in pairs}]
    if only(task_of(design, plan)[0], pairs) != only(plan.task, pairs):
        return  # the week planned anew is another one by itself: nothing would follow from a fact taken away
    posts = {name for s in own for name in (*s.leads, *s.co_leads, *s.other_leads)}
    rooms = {name for s in own for name in (*s.rooms, *s.other_rooms)}
    groups = {name for s in own for name in s.groups}
    for phrase, changed, days in (*_holidays(design, plan), *_posts(design, plan, posts), *_rooms(design, plan, rooms),
                                  *_events(design, plan, groups), *_team_times(design, plan, posts, rooms)):
        task = task_of(changed, plan, days)[0]
        if set(pairs) <= set(pairs_of(task)):  # else the week would be at fault in another way
            yield phrase, only(task, pairs)


def is_out_of_the_ordinary(design: Design, plan: WeekPlan, sittings: Sequence[Sitting]) -> bool:
    """Whether leave, a closed room, an event or a public holiday makes this week another one for these sittings."""
    posts = {name for s in sittings for name in (*s.leads, *s.stand_ins, *s.co_leads, *s.other_leads)}
    rooms = {name for s in sittings for name in (*s.rooms, *s.other_rooms)}
    groups = {name for s in sittings for name in s.groups}
    return any(day.calendar.holiday for day in plan.days) or any(True for _ in itertools.chain(
        _posts(design, plan, posts), _rooms(design, plan, rooms), _events(design, plan, groups)))


Fact = tuple[Phrase, Design, tuple[Day, ...]]


def _posts(design: Design, plan: WeekPlan, names: Collection[str]) -> Iterator[Fact]:
    staff = design.programme.staff
    for name in sorted(names):
        if on := _days(plan, staff[name].leave):
            yield (Phrase("because.leave", {"post": staff[name].title, "days": on}),
                   _with(design, staff={**staff, name: staff[name].model_copy(update={"leave": ()})}), plan.days)


def _rooms(design: Design, plan: WeekPlan, names: Collection[str]) -> Iterator[Fact]:
    rooms = design.programme.rooms
    for name in sorted(names):
        if on := _days(plan, rooms[name].closed):
            yield (Phrase("because.closed", {"room": rooms[name].title, "days": on}),
                   _with(design, rooms={**rooms, name: rooms[name].model_copy(update={"closed": ()})}), plan.days)


def _holidays(design: Design, plan: WeekPlan) -> Iterator[Fact]:
    on = [day.date for day in plan.days if day.calendar.holiday and design.programme.day_types[day.day_type].holiday]
    if on:
        dates = [replace(day.calendar, holiday=None) for day in plan.days]
        yield Phrase("because.holiday", {"days": _stretches(on)}), design, frames(design, plan.number, dates)[0]


def _events(design: Design, plan: WeekPlan, groups: Collection[str]) -> Iterator[Fact]:
    events = design.programme.events
    for name, event in events.items():
        on = [day.calendar for day in plan.days if any(
            slot.title == event.title and slot.kind == event.kind and slot.concerns(groups) for slot in day.frame)]
        if on:
            changed = _with(design, events={key: other for key, other in events.items() if key != name})
            yield (Phrase("because.event", {"event": event.title, "days": _stretches([day.date for day in on])}),
                   changed, frames(changed, plan.number, [day.calendar for day in plan.days])[0])


def _team_times(design: Design, plan: WeekPlan, posts: Collection[str], rooms: Collection[str]) -> Iterator[Fact]:
    times = design.programme.team_times
    for name in dict.fromkeys(held.name for held in plan.team_times if set(posts) & set(held.staff) or held.room in rooms):
        if name in times:
            yield (Phrase("because.team-time", {"name": times[name].title}),
                   _with(design, team_times={key: other for key, other in times.items() if key != name}), plan.days)


def _with(design: Design, **fields: object) -> Design:
    return replace(design, programme=design.programme.model_copy(update=fields))


def _days(plan: WeekPlan, dates: Sequence[tuple[date, date]]) -> list[Phrase]:
    return _stretches([day.date for day in plan.days if any(first <= day.date <= last for first, last in dates)])


def _stretches(dates: Sequence[date]) -> list[Phrase]:
    """Days of one week in words: Mon–Wed, Fri."""
    return [from_to(first, last) for first, last in runs_of([one.weekday() for one in dates])] if dates else []


def from_to(first: int, last: int) -> Phrase:
    """``Mon–Wed``, of days counted from Monday."""
    one, other = Phrase(f"days.{DAYS[first]}"), Phrase(f"days.{DAYS[last]}")
    return one if first == last else Phrase("because.from_to", {"first": one, "last": other})
