"""Lay the frame of each dated day: meals, prayers, rest and events, at the times they have in that week."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model.day import DayType, FrameItem
from generator.model.design import Design
from generator.model.house import Event
from generator.model.values import DAYS, clock
from generator.model.week import DAY, GRID, NOON, CalendarDay, Day, FrameSlot
from generator.problem import Problem
from generator.schedule.prayers import before_their_time
from generator.schedule.presence import absences, kept_by
from generator.schedule.rounds import is_day
from generator.schedule.slept_past import slept_past

PRAYED = 30
"""Minutes after its time by which a prayer with its sermon is over."""

LONGEST = DAY // 2
"""Minutes that an item lasts at most which begins with a prayer or with the end of another, the night's rest included."""

AWAY = ("away", "closed")
"""Kinds of events during which nothing else of the day is kept by those they concern."""


def frames(design: Design, number: int, dates: Sequence[CalendarDay]) -> tuple[tuple[Day, ...], list[Problem]]:
    """The dated days of programme week ``number`` with their frame; an anchored item stands at the same time all week."""
    problems: list[Problem] = []
    times: dict[str, list[int]] = {}
    for date in dates:
        for prayer, minute in date.prayers:
            times.setdefault(prayer, []).append(minute)
    days: list[Day] = []
    for date in dates:
        name = _day_type(design, date)
        kind = design.programme.day_types[name]
        absent = absences(design, number, date)
        written = _slots(kind.frame, number, times, tuple(sorted(design.programme.groups)))
        slots = kept_by(design, written, absent)
        problems += [*_overlaps(design, name, slots), *_passed(design, name, number, written),
                     *before_their_time(design, name, number, date, slots)]
        days.append(Day(date.date, name, date, _with_events(design, number, date, slots), hours=kind.hours, absent=absent))
    return tuple(days), [*problems, *slept_past(design, days)]


def _day_type(design: Design, date: CalendarDay) -> str:
    """The most particular kind of day that fits: a season, Ramadan, a public holiday, the weekday."""
    kinds, day = design.programme.day_types, DAYS[date.date.weekday()]

    def in_season(kind: DayType) -> bool:
        return any(first <= date.date <= last for first, last in kind.dates)

    def of_day(kind: DayType) -> bool:
        return not kind.days or day in kind.days

    rules: tuple[Callable[[DayType], bool], ...] = (
        lambda kind: in_season(kind) and of_day(kind),
        lambda kind: not kind.dates and kind.ramadan and date.ramadan and of_day(kind),
        lambda kind: not kind.dates and not kind.ramadan and kind.holiday and date.holiday is not None,
        lambda kind: not kind.dates and not kind.ramadan and day in kind.days,
    )
    return next((name for rule in rules for name, kind in kinds.items() if rule(kind)), next(iter(kinds)))


def _slots(
    items: Sequence[FrameItem], number: int, times: Mapping[str, Sequence[int]], everyone: tuple[str, ...]
) -> tuple[FrameSlot, ...]:
    slots: list[FrameSlot] = []
    for item in items:
        if item.rotation and not item.rotation.falls_in(number):
            continue
        if item.at is not None:
            start = item.at
        elif item.after:
            start = -(-max(times[item.after]) // GRID) * GRID
        elif item.before:
            start = min(times[item.before]) // GRID * GRID - (item.minutes or 0)
        else:
            start = slots[-1].end if slots else 0
        if item.around and item.minutes is not None:
            start = max(start, -(-max(times[item.around]) // GRID) * GRID + PRAYED - item.minutes)
        if item.waits and slots:
            start = max(start, slots[-1].end - DAY if slots[-1].end > DAY else slots[-1].end)
            # What a day like another adds stands last in its list, wherever in the day it lies.
            start = max((s.end for s in slots if s.start <= start < s.end and s.kind != "night-rest"), default=start)
        end = start + item.minutes if item.minutes is not None else item.until or 0
        end += DAY if end <= start else 0
        if end - start > LONGEST and start != item.at:  # its end has passed before it begins
            end = start
        slots.append(FrameSlot(start, end, item.kind, item.title, item.voluntary or bool(item.choose),
                               tuple(sorted(item.groups)) or (everyone if item.allows_groups else ()),
                               item.allows_individual, item.allows_groups, item.choose))
    return tuple(sorted(slots, key=lambda s: (s.start, s.end)))


def _passed(design: Design, day_type: str, number: int, slots: Sequence[FrameSlot]) -> Iterator[Problem]:
    """What should be over at a written hour, but begins with a prayer or after something else only then or later."""
    yield from (Problem(design.at("day_types", day_type, "frame"), "TC439",
                        {"name": slot.title, "day_type": day_type, "begins": clock(slot.start), "week": number})
                for slot in slots if slot.start == slot.end)


def _overlaps(design: Design, day_type: str, slots: Sequence[FrameSlot]) -> list[Problem]:
    """Two frame items of the same people at once. A voluntary prayer may lie within the night's rest: others sleep on."""
    problems = []
    for i, one in enumerate(slots):
        for other in slots[i + 1 :]:
            both = {one.kind: one, other.kind: other}
            if "night-rest" in both and any(s.voluntary and s.kind in ("prayer", "meal") for s in (one, other)):
                continue
            if one.groups and other.groups and not set(one.groups) & set(other.groups):
                continue
            if other.start < one.end:
                problems.append(Problem(
                    design.at("day_types", day_type, "frame"), "TC406",
                    {"one": one.title, "other": other.title, "day_type": day_type,
                     "start": clock(other.start), "end": clock(one.end)},
                ))
    return problems


def _with_events(design: Design, number: int, date: CalendarDay, slots: tuple[FrameSlot, ...]) -> tuple[FrameSlot, ...]:
    """The day's frame with its dated events; whoever is away keeps nothing of the frame meanwhile but the night's rest."""
    everyone = set(design.programme.groups)
    for event in _events(design, number, date):
        nights = [s for s in slots if s.kind == "night-rest"]
        rising = min((s.end - DAY if s.end > DAY else s.end for s in nights if s.end > DAY or s.start < NOON), default=0)
        bedtime = max((s.start for s in nights if s.start >= NOON), default=DAY)
        start, end = event.hours or (rising, bedtime)
        added = FrameSlot(start, end, event.kind, event.title, False, tuple(sorted(event.groups)))
        if event.kind in AWAY:
            gone = set(event.groups) or everyone
            slots = tuple(
                left for slot in slots for left in _without(slot, gone, everyone, start, end))
        slots = tuple(sorted((*slots, added), key=lambda s: (s.start, s.end)))
    return slots


def _without(slot: FrameSlot, gone: set[str], everyone: set[str], start: int, end: int) -> Iterator[FrameSlot]:
    if slot.kind == "night-rest" or slot.start >= end or start >= slot.end:
        yield slot
        return
    stay = (set(slot.groups) or everyone) - gone
    if stay == everyone:
        yield slot
    elif stay:
        yield replace(slot, groups=tuple(sorted(stay)))


def _events(design: Design, number: int, date: CalendarDay) -> Iterator[Event]:
    day = DAYS[date.date.weekday()]
    for event in design.programme.events.values():
        if event.on:
            falls = is_day(event.on, date)
        elif event.dates:
            falls = any(first <= date.date <= last for first, last in event.dates)
        else:
            falls = day in event.days and (not event.weeks or event.weeks[0] <= number <= event.weeks[1])
        if falls and (not event.rotation or event.rotation.falls_in(number)):
            yield event
