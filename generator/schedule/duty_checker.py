"""Check a duty roster against the house's rules, in plain Python: a second opinion that knows nothing of the solver.

It counts from the dates and hours themselves and shares no code with what makes the roster.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model.design import Design
from generator.model.house import Duty, Person
from generator.model.values import DAYS
from generator.model.week import Watch

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, order=True)
class Breach:
    """A rule that a roster breaks: its name in ``templates/languages`` under ``values.rule``, where and by whom."""

    rule: str
    date: dt.date
    shift: str = ""
    who: str = ""


@dataclass(frozen=True, order=True)
class _Turn:
    """One shift that one post keeps."""

    start: dt.datetime
    end: dt.datetime
    shift: str

    @property
    def date(self) -> dt.date:
        return self.start.date()

    @property
    def is_night(self) -> bool:
        """Whether it ends after the midnight that follows its day."""
        return self.end > _midnight(self.date) + DAY


def duty_breaches(design: Design, roster: Mapping[int, Sequence[Watch]]) -> list[Breach]:
    """Every rule that these weeks of the roster break; none for a sound one, or for a house without ``duty``."""
    duty, starts = design.programme.duty, design.programme.starts
    if duty is None or starts is None:
        return []
    found = list(_shifts_filled(design, duty, starts, roster))
    turns: dict[str, list[_Turn]] = defaultdict(list)
    for watches in roster.values():
        for watch in watches:
            if watch.shift in duty.shifts:
                for name in watch.people:
                    turns[name].append(_turn(duty, watch.date, watch.shift))
    for name, mine in sorted(turns.items()):
        person = design.programme.staff.get(name)
        if person is None or person.role not in duty.roles:
            found += [Breach("on-the-duty-roster", turn.date, turn.shift, name) for turn in mine]
        else:
            found += _of_one(duty, starts, name, person, sorted(mine))
    return sorted(found)


def _turn(duty: Duty, date: dt.date, name: str) -> _Turn:
    shift = duty.shifts[name]
    start = _midnight(date) + dt.timedelta(minutes=shift.at)
    until = _midnight(date) + dt.timedelta(minutes=shift.until)
    return _Turn(start, until if until > start else until + DAY, name)


def _shifts_filled(design: Design, duty: Duty, starts: dt.date, roster: Mapping[int, Sequence[Watch]]) -> Iterator[Breach]:
    staff = design.programme.staff
    for number, watches in sorted(roster.items()):
        people: dict[tuple[dt.date, str], list[str]] = defaultdict(list)
        for watch in watches:
            people[watch.date, watch.shift] += watch.people
        wanted = [(starts + day * DAY, name) for day in range((number - 1) * 7, number * 7)
                  for name, shift in duty.shifts.items() if shift.falls_on(day % 7)]
        yield from (Breach("shift-filled", date, name) for date, name in people if (date, name) not in wanted)
        for date, name in wanted:
            shift, here = duty.shifts[name], people[date, name]
            if len(here) != max(shift.people, len(set(shift.sexes))) or len(set(here)) < len(here):
                yield Breach("shift-filled", date, name)
            if not {*shift.sexes} <= {staff[who].sex for who in here if who in staff}:
                yield Breach("one-of-each-sex", date, name)


def _of_one(duty: Duty, starts: dt.date, name: str, person: Person, turns: Sequence[_Turn]) -> Iterator[Breach]:
    for turn in turns:
        if not _available(person, turn, starts):
            yield Breach("available-for-shift", turn.date, turn.shift, name)
        if any(first <= date <= last for first, last in person.leave for date in _dates(turn)):
            yield Breach("not-on-leave", turn.date, turn.shift, name)
    for one, other in pairwise(turns):
        if one.date == other.date:
            yield Breach("one-shift-a-day", other.date, other.shift, name)
        elif other.start - one.end < duty.rest_hours * HOUR:
            yield Breach("rest-between-shifts", other.date, other.shift, name)
    days = {turn.date for turn in turns}
    nights = {turn.date for turn in turns if turn.is_night}
    for rule, these, most in (("days-in-a-row", days, duty.days_in_a_row_most),
                              ("nights-in-a-row", nights, duty.nights_in_a_row_most)):
        for date in sorted(these):
            if all(date - count * DAY in these for count in range(most + 1)):
                yield Breach(rule, date, who=name)
    busy = {date for turn in turns for date in _dates(turn)}
    for monday in sorted({date - date.weekday() * DAY for date in days}):
        week = [monday + count * DAY for count in range(7)]
        if sum(((turn.end - turn.start) for turn in turns if turn.date in week), dt.timedelta()) > person.hours_per_week * HOUR:
            yield Breach("shift-hours-a-week", monday, who=name)
        if busy.issuperset(week):
            yield Breach("free-day", monday, who=name)


def _dates(turn: _Turn) -> list[dt.date]:
    """The dates it touches; one that ends at midnight does not touch the next."""
    return [turn.date + count * DAY for count in range(((turn.end - dt.timedelta(minutes=1)).date() - turn.date).days + 1)]


def _available(person: Person, turn: _Turn, starts: dt.date) -> bool:
    """Minute by minute: each lies in the hours of its own date; after midnight those of the day before stand in where the
    post has no hours at all on that date."""
    minutes = int((turn.end - turn.start) / dt.timedelta(minutes=1))
    return all(_at(person, turn.start + dt.timedelta(minutes=count), turn.date, starts) for count in range(0, minutes, 5))


def _at(person: Person, moment: dt.datetime, began: dt.date, starts: dt.date) -> bool:
    hours = _hours(person, moment.date(), starts)
    if not hours and moment.date() != began:
        hours = _hours(person, began, starts)
    minute = moment.hour * 60 + moment.minute
    return any(first <= minute < last for first, last in hours)


def _hours(person: Person, date: dt.date, starts: dt.date) -> list[tuple[int, int]]:
    week = (date - starts).days // 7 + 1
    return [hours.hours for hours in person.available
            if DAYS[date.weekday()] in hours.days and (hours.rotation is None or hours.rotation.falls_in(week))]


def _midnight(date: dt.date) -> dt.datetime:
    return dt.datetime.combine(date, dt.time())
