"""Lay the frame of each dated day: meals, prayers, rest, at the times they have in that week."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.design import Design
from generator.model.programme import FrameItem
from generator.model.values import DAYS, clock
from generator.model.week import DAY, GRID, CalendarDay, Day, FrameSlot
from generator.problem import Problem


def frames(design: Design, dates: Sequence[CalendarDay]) -> tuple[tuple[Day, ...], list[Problem]]:
    """The dated days of a week with their frame; an anchored item stands at the same time all week."""
    problems: list[Problem] = []
    latest = {name: max(dict(date.prayers)[name] for date in dates) for name, _ in (dates[0].prayers if dates else ())}
    days: list[Day] = []
    for date in dates:
        name = _day_type(design, date)
        slots = sorted(
            (_slot(item, latest) for item in design.programme.day_types[name].frame), key=lambda s: (s.start, s.end)
        )
        problems += _overlaps(design, name, slots)
        days.append(Day(date.date, name, date, tuple(slots)))
    return tuple(days), problems


def _day_type(design: Design, date: CalendarDay) -> str:
    kinds = design.programme.day_types
    if date.holiday:
        for name, kind in kinds.items():
            if kind.holiday:
                return name
    day = DAYS[date.date.weekday()]
    return next((name for name, kind in kinds.items() if day in kind.days), next(iter(kinds)))


def _slot(item: FrameItem, latest: dict[str, int]) -> FrameSlot:
    start = item.at if item.at is not None else -(-latest[item.after or ""] // GRID) * GRID
    end = start + item.minutes if item.minutes is not None else item.until or 0
    return FrameSlot(start, end if end > start else end + DAY, item.kind, item.title, item.voluntary)


def _overlaps(design: Design, day_type: str, slots: list[FrameSlot]) -> list[Problem]:
    """Two frame items at once. A voluntary prayer may lie within the night's rest: others sleep on."""
    problems = []
    for i, one in enumerate(slots):
        for other in slots[i + 1 :]:
            both = {one.kind: one, other.kind: other}
            if "night-rest" in both and any(s.kind == "prayer" and s.voluntary for s in (one, other)):
                continue
            if other.start < one.end:
                problems.append(Problem(
                    design.at("day_types", day_type, "frame"), "TC406",
                    {"one": one.title, "other": other.title, "day_type": day_type,
                     "start": clock(other.start), "end": clock(one.end)},
                ))
    return problems
