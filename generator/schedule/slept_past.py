"""A night's rest that lasts into the next morning, where that day's own frame has already begun: told, for two kinds of day
contradict one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.language import Text
from generator.model.design import Design
from generator.model.values import clock
from generator.model.week import DAY, NOON, Day, FrameSlot
from generator.problem import Problem, Severity

UP = ("hygiene", "meal", "exercise", "chores", "outside")
"""Kinds of items for which everybody is up: a nurse's round or a prayer before dawn wakes people who sleep on."""


def slept_past(design: Design, days: Sequence[Day]) -> Iterator[Problem]:
    """Of each two kinds of ordinary day that follow one another in this week, and of its Sunday and a Monday, the first item
    that lies in the night before. Holidays, Ramadan and seasons come after any kind of day: their mornings tell for themselves.
    """
    for day, following in zip(days, [*days[1:], *days[:1]], strict=True):
        if not (_is_ordinary(design, day) and _is_ordinary(design, following)):
            continue
        for night, item in _both(day.frame, following.frame):
            yield Problem(design.at("day_types", day.day_type, "frame"), "TC442", {
                "day_type": _title(design, day), "one": night.title, "end": clock(night.end - DAY),
                "next": _title(design, following), "other": item.title, "start": clock(item.start)}, Severity.WARNING)
            break


def _both(evening: Sequence[FrameSlot], morning: Sequence[FrameSlot]) -> Iterator[tuple[FrameSlot, FrameSlot]]:
    """A night and what begins before it ends for the same people, who do not go to bed again that morning."""
    again = [slot for slot in morning if slot.kind == "night-rest" and slot.start < NOON]
    for item in morning:
        if item.kind in UP and not item.voluntary and not any(_meet(item, slot) for slot in again):
            yield from ((night, item) for night in evening
                        if night.kind == "night-rest" and item.start < night.end - DAY and _meet(night, item))


def _meet(one: FrameSlot, other: FrameSlot) -> bool:
    return not (one.groups and other.groups) or bool(set(one.groups) & set(other.groups))


def _is_ordinary(design: Design, day: Day) -> bool:
    kind = design.programme.day_types[day.day_type]
    return not (kind.ramadan or kind.dates or (kind.holiday and day.calendar.holiday))


def _title(design: Design, day: Day) -> Text | str:
    return design.programme.day_types[day.day_type].title or day.day_type
