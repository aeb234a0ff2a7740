"""Groups that come for some hours only, ``groups.NAME.present``: when they are not there, and what they keep and hold then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model.design import Design, Planned
from generator.model.values import DAYS
from generator.model.week import DAY, CalendarDay, Day, FrameSlot, NotThere
from generator.schedule.spans import spans_of


def absences(design: Design, number: int, date: CalendarDay) -> tuple[NotThere, ...]:
    """When groups are not there on a day of programme week ``number``; nothing of those that are always there."""
    weekday, found = DAYS[date.date.weekday()], []
    for name, group in sorted(design.programme.groups.items()):
        here = 0
        hours = sorted(one.hours for one in group.present
                       if weekday in one.days and (not one.rotation or one.rotation.falls_in(number)))
        for start, end in [*hours, (DAY, DAY)] if group.present else ():
            if start > here:
                found.append(NotThere(name, here, start))
            here = max(here, end)
    return tuple(found)


def kept_by(design: Design, slots: tuple[FrameSlot, ...], absent: Sequence[NotThere]) -> tuple[FrameSlot, ...]:
    """The frame, each item for those who are there for the whole of it; what they do ``outside`` stays."""
    if not absent:
        return slots
    everyone, found = set(design.programme.groups), []
    for slot in slots:
        gone = {one.group for one in absent if one.start < slot.end and slot.start < one.end and not slot.is_out}
        stay = (set(slot.groups) or everyone) - gone
        if stay:
            found.append(slot if stay == everyone else replace(slot, groups=tuple(sorted(stay))))
    return tuple(found)


def kept_out(planned: Planned, days: Sequence[Day], group: str, stays_home: bool) -> bool:
    """Whether a group cannot hold a component in a week only because it is not there at its hours."""
    if not any(absence.group == group for day in days for absence in day.absent):
        return False
    always = [replace(day, absent=()) for day in days]
    return not _open(planned, days, (group,), stays_home) and bool(_open(planned, always, (group,), stays_home))


def held_together(
    planned: Planned, days: Sequence[Day], counts: Mapping[str, int], stays_home: bool
) -> Iterator[tuple[list[str], int, Sequence[Day]]]:
    """Who of an audience holds it with whom, how often, and the days so that only those on which these are there are left.

    ``counts``: group → how often. Where all are always there, all of them together. Else as many as are there at once, on
    the days on which they are; who has not had it often enough then holds it on other days, with those who still want it too.
    """
    if not any(absence.group in counts for day in days for absence in day.absent):
        yield list(counts), max(counts.values()), days
        return
    there = [(index, frozenset(some)) for index in range(len(days))
             for some in _at_once(planned, days, index, counts, stays_home)]
    lacking = {group: min(count, sum(group in some for _, some in there)) for group, count in counts.items()}
    while wanting := {group for group, count in lacking.items() if count}:
        some = max((here & wanting for _, here in there), key=len, default=frozenset())
        if not some:
            return
        on = [(index, here) for index, here in there if some <= here]
        count = min(len(on), *(lacking[group] for group in some))
        open_days = {index for index, _ in on}
        yield sorted(some), count, [day if index in open_days else replace(
            day, absent=(*day.absent, *(NotThere(group, 0, DAY) for group in sorted(some)))) for index, day in enumerate(days)]
        lacking |= {group: lacking[group] - count for group in some}
        if count == len(on):
            there = [one for one in there if one not in on]


def at_its_hours(design: Design, planned: Planned, group: str, names: Sequence[str]) -> tuple[str, ...]:
    """Those of some posts who are at work for a session's length on some day while a group is there; all if nobody is.

    Who is on duty in shifts may be there at any hour.
    """
    stream, duty = design.programme.groups[group], design.programme.duty
    there = [(day, hours.hours) for hours in stream.present for day in hours.days if day in planned.component.days]

    def meets(name: str) -> bool:
        person = design.programme.staff[name]
        return bool(duty and person.role in duty.roles) or any(
            day in hours.days and min(end, hours.hours[1]) - max(start, hours.hours[0]) >= planned.minutes
            for day, (start, end) in there for hours in person.available)

    return tuple(name for name in names if meets(name)) if there and any(map(meets, names)) else tuple(names)


def _at_once(
    planned: Planned, days: Sequence[Day], index: int, groups: Mapping[str, int], stays_home: bool
) -> list[list[str]]:
    """The groups of a day put together, each with those at whose hours it is there too."""
    found: list[list[str]] = []
    for group in groups:
        for some in found:
            if index in _open(planned, days, (*some, group), stays_home):
                some.append(group)
                break
        else:
            if index in _open(planned, days, (group,), stays_home):
                found.append([group])
    return found


def _open(planned: Planned, days: Sequence[Day], groups: tuple[str, ...], stays_home: bool) -> set[int]:
    """The days with room for a session of these groups."""
    minutes = planned.minutes + 2 * (planned.settings.travel_minutes or 0)
    return {span.day for span in spans_of(planned, days, groups, on_arrival=False, stays_home=stays_home)
            if span.end - span.start >= minutes}
