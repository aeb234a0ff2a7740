"""When a component may lie in a week: its days and window, less the frame, on the five-minute grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.language import Text
from generator.model.design import Planned
from generator.model.values import DAYS
from generator.model.week import DAY, GRID, Day, FrameSlot, Span
from generator.schedule.rounds import is_day

OVERRIDABLE = ("free", "rest", "phone")
"""Frame items that a community event of the calendar (the 16 August vigil) may take the place of."""

HALF_A_DAY = 6 * 60
NOT_THERE = Text.of({"id": "di luar jam buka", "en": "outside the hours of the day"})
NOT_COMING = Text.of({"id": "di luar jam datang kelompok", "en": "outside the hours in which the group comes"})

BEFORE_NIGHT = 60
"""Minutes between the end of a confrontation group and the night's rest: nobody goes to bed straight from one."""


def spans_of(
    planned: Planned, days: Sequence[Day], groups: Sequence[str], *, on_arrival: bool, stays_home: bool
) -> tuple[Span, ...]:
    """The stretches of the week in which the component may lie for these groups, the way there and back included."""
    return tuple(_spans(planned, days, groups, on_arrival, stays_home))


def _spans(
    planned: Planned, days: Sequence[Day], groups: Sequence[str], on_arrival: bool, stays_home: bool
) -> Iterator[Span]:
    component, settings = planned.component, planned.settings
    travel = settings.travel_minutes or 0
    arrival = _arrival(days, groups)
    for index, day in enumerate(days):
        weekday = DAYS[day.date.weekday()]
        here = (settings.by_day_type or {}).get(day.day_type)
        if weekday not in component.days or (on_arrival and index >= arrival + (component.within_days or 7)):
            continue
        if here and not here.held:
            continue
        if component.how_often.on and not is_day(component.how_often.on, day.calendar):
            continue
        if stays_home and day.calendar.independence_eve:
            continue
        pin = here.at if here and here.at is not None else None
        if pin is None and settings.at and not (here and here.window):
            pin = settings.at.get(weekday, settings.at.get("every"))  # type: ignore[call-overload]
            if pin is None:
                continue
        if pin is not None:
            if not _away(days, index, groups, pin, pin + planned.minutes):
                yield Span(index, pin - travel, _on_grid(pin + planned.minutes + travel))
            continue
        yield from (Span(index, *gap) for gap in _free(planned, days, index, groups)
                    if gap[1] - gap[0] >= planned.minutes + 2 * travel)


def _free(planned: Planned, days: Sequence[Day], index: int, groups: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The stretches of a day that the frame leaves in the component's hours, with the way there and back."""
    travel, day = planned.settings.travel_minutes or 0, days[index]
    blocked = [(slot.start, slot.end) for slot in blocking(planned, days, index, groups)]
    for start, end in windows_on(planned, day):
        last = min(end, day.bedtime - BEFORE_NIGHT) if planned.component.confrontation else end
        yield from _gaps(start - travel, last + travel, blocked)


def windows_in(planned: Planned, days: Sequence[Day]) -> tuple[tuple[int, int], ...]:
    """The windows it has on its days of a week, each once; of a kind of day, as of Ramadan, that of this kind."""
    return tuple(dict.fromkeys(
        window for day in days if DAYS[day.date.weekday()] in planned.component.days
        and ((here := (planned.settings.by_day_type or {}).get(day.day_type)) is None or here.held)
        for window in windows_on(planned, day)))


def windows_on(planned: Planned, day: Day) -> Sequence[tuple[int, int]]:
    """The windows it has on a day: those of its kind of day before its own."""
    here = (planned.settings.by_day_type or {}).get(day.day_type)
    return (here.window,) if here and here.window else planned.settings.windows or (planned.component.window,)


def longest_gap(planned: Planned, days: Sequence[Day], groups: Sequence[str]) -> int:
    """The most minutes in a row that the frame leaves within the component's hours and the way, on any of its days."""
    return max((end - start for index, day in enumerate(days) if DAYS[day.date.weekday()] in planned.component.days
                for start, end in _free(planned, days, index, groups)), default=0)


def pinned_on_frame(
    planned: Planned, days: Sequence[Day], spans: Sequence[Span], groups: Sequence[str]
) -> Iterator[tuple[Span, FrameSlot]]:
    """Every pin that lies on a meal, a prayer or another item of the frame."""
    if not planned.settings.at:
        return
    travel = planned.settings.travel_minutes or 0
    yield from (
        (span, slot) for span in spans if span.end - span.start == _on_grid(planned.minutes + 2 * travel)
        for slot in blocking(planned, days, span.day, groups)
        if span.start + travel < slot.end and slot.start < span.start + travel + planned.minutes)


def blocking(planned: Planned, days: Sequence[Day], index: int, groups: Sequence[str]) -> Iterator[FrameSlot]:
    """The frame items these groups' component may not lie on; an event of the calendar may take free time."""
    yield from (slot for slot in days[index].frame if slot.concerns(groups)
                and not (planned.component.how_often.on and slot.kind in OVERRIDABLE)
                and not _is_left(planned, slot, groups))
    before = days[index - 1].frame if index else days[0].frame if days[0].eve is None else days[0].eve
    for slot in before:  # last night's rest reaches into this morning
        if slot.end > DAY and slot.concerns(groups):
            yield FrameSlot(0, slot.end - DAY, slot.kind, slot.title, slot.voluntary)
    if hours := days[index].hours:
        yield FrameSlot(0, hours[0], "outside", NOT_THERE)
        yield FrameSlot(hours[1], DAY, "outside", NOT_THERE)
    yield from (FrameSlot(absence.start, absence.end, "outside", NOT_COMING)
                for absence in days[index].absent if absence.group in groups)


def _is_left(planned: Planned, slot: FrameSlot, groups: Sequence[str]) -> bool:
    """Whether it may lie on a frame item: residents are called out one by one, or some of its groups while others go on."""
    if planned.component.mode == "individual":
        return slot.allows_individual
    return slot.allows_groups and not planned.component.work and set(groups) < set(slot.groups)


def _arrival(days: Sequence[Day], groups: Sequence[str]) -> int:
    """The day on which newcomers come: the first of the week that is no public holiday and not spent elsewhere."""
    return next((index for index, day in enumerate(days) if not day.calendar.holiday and not any(
        map(day.without, groups)) and not any(
        slot.kind in ("away", "closed", "outside") and slot.concerns(groups) and slot.end - slot.start >= HALF_A_DAY
        for slot in day.frame)), 0)


def _away(days: Sequence[Day], index: int, groups: Sequence[str], start: int, end: int) -> bool:
    gone = [(slot.start, slot.end) for slot in days[index].frame if slot.kind in ("away", "closed") and slot.concerns(groups)]
    gone += [(absence.start, absence.end) for absence in days[index].absent if absence.group in groups]
    return any(first < end and start < last for first, last in gone)


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
