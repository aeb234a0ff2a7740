"""The night's rest that closes each day: its own, or after midnight that of the next day's frame."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from generator.model.week import DAY, NOON, FrameSlot, Week


def nights_of(week: Week, groups: Collection[str]) -> tuple[tuple[FrameSlot, ...], ...]:
    """For each day the rest that follows it; one that begins after midnight has its ``start`` beyond ``DAY``.

    Rest before noon closes the evening before only of those who had not gone to bed then: sleep after a meal before dawn is
    the second part of a night. After a Sunday the week is taken to come again.
    """
    frames = [[slot for slot in day.frame if slot.kind == "night-rest" and slot.concerns(tuple(groups))] for day in week.days]
    found = []
    for frame, following in zip(frames, [*frames[1:], *frames[:1]], strict=True):
        own = [slot for slot in frame if slot.start >= NOON]
        asleep = {group for slot in own for group in slot.groups or groups}
        late = [replace(slot, start=slot.start + DAY, end=slot.end + DAY) for slot in following
                if slot.start < NOON and not asleep & set(slot.groups or groups)]
        found.append((*own, *late))
    return tuple(found)


def risings(week: Week, groups: Collection[str]) -> tuple[int, ...]:
    """For each day when the first of these groups rise: the end of the rest after the day before, or of its own before noon; or
    when all of them get up and wash, where that day begins earlier than the night before it would end, as after a holiday.

    Where the Sunday before a Monday is not known, the night of its own week's Sunday or one like its own, as ends earlier.
    """
    frames = [[slot for slot in day.frame if slot.kind == "night-rest" and slot.concerns(tuple(groups))] for day in week.days]
    found = []
    for place, frame in enumerate(frames):
        before = frames[place - 1] if place else _eve(week, groups) or [*frames[-1], *frame]
        again = [slot.end for slot in frame if slot.start < NOON]
        up = [] if again else [slot.start for slot in week.days[place].frame if slot.kind == "hygiene" and not slot.voluntary
                               and set(groups) <= set(slot.groups or groups)]
        ends = [slot.end - DAY for slot in before if slot.end > DAY] + again
        found.append(min([*ends, *up]) if ends else 0)
    return tuple(found)


def _eve(week: Week, groups: Collection[str]) -> list[FrameSlot]:
    return [slot for slot in week.days[0].eve or () if slot.kind == "night-rest" and slot.concerns(tuple(groups))]
