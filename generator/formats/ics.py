"""The timetable as calendar files. Identifiers are stable: a new edition updates its events instead of doubling them, and so
does a week that was laid anew or mended."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from generator.formats import Materials
from generator.libraries import version
from generator.views.rows import Row, TeamRow, WatchRow
from generator.views.timetable import CalendarView, TimetableView

SUFFIX = "ics"
VIEWS = ("CalendarView", "TimetableView")
_END = b"END:VCALENDAR\r\n"


def make(view: TimetableView | CalendarView, materials: Materials) -> bytes:
    """An iCalendar file (RFC 5545) with one event per session, in UTC so that every calendar agrees, and without alarms.

    A facilitator's file also has what is offered beside a session, the shifts of the duty roster and the times with the team.
    """
    from icalendar import Calendar

    whole = view.timetable if isinstance(view, CalendarView) else view
    named = f"{whole.title}: {whole.programme}, {whole.organisation}"
    if isinstance(view, CalendarView):
        named = f"{view.title} · {named}"
    calendar = Calendar()
    calendar.add("prodid", "-//tcguide//timetable//" + whole.language.upper())
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", named)
    calendar.add("x-wr-timezone", whole.time_zone)
    empty = bytes(calendar.to_ical())
    assert empty.endswith(_END)
    said = _Said(whole, materials.stamp)
    if not isinstance(view, CalendarView):
        events = [said.session(row) for row in view.rows]
    elif view.kind == "group":
        events = [said.session(row) for row in whole.of_group(view.name)]
    else:
        events = [said.session(row) if view.name in (row.lead, row.co_lead) else said.beside(row)
                  for row in whole.of_post(view.name)]
        events += [said.shift(watch) for watch in whole.watches_of(view.name)]
        events += [said.team_time(time) for time in whole.team_times_of(view.name)]
    return empty.removesuffix(_END) + b"".join(events) + _END


def ingredients(view: TimetableView | CalendarView, materials: Materials) -> list[bytes]:
    return [_version().encode(), str(materials.stamp).encode()]


@lru_cache(maxsize=1)
def _version() -> str:
    return version("icalendar")


def sequence(edition: str, revision: int = 0) -> int:
    """A number that grows with the edition and with each revision of a week, by which calendars tell new from old: ``2027.1``
    → 2027001000, its week mended for the second time 2027001002."""
    numbers = [int(number) for number in re.findall("[0-9]+", edition)][:3] or [0]
    first, second, third = (*numbers, 0, 0)[:3]
    number = first * 1_000_000 + min(second, 999) * 1000 + min(third + revision, 999) if first < 2147 else first + revision
    return min(number, 2**31 - 1)


class _Said:
    """The events of one timetable in one language."""

    def __init__(self, view: TimetableView, stamp: int) -> None:
        self.view = view
        self.fixed = (view.name, stamp, view.hours_from_utc)
        self.sequences = {week.number: sequence(view.edition, week.revision) for week in view.weeks}
        self.several = len(view.groups) > 1

    def session(self, row: Row) -> bytes:
        words = self.view.words
        summary = (row.title, row.resident, row.group if self.several else "")
        return self._event(row.week, row.key, row.date, row.start, row.end, summary, row.room, row.pillar, (
            (words["topic"], row.topic), (words["group"], row.group), (words["leader"], row.leader),
            (words["co_leader"], row.co_leader), (words["alternative"], row.alternative)))

    def beside(self, row: Row) -> bytes:
        """What is offered at the same time as a session, for whoever leads it: another room, another title."""
        words = self.view.words
        summary = (row.other_title, row.group if self.several else "")
        room = row.other_room or row.room
        return self._event(row.week, f"{row.key}-beside", row.date, row.start, row.end, summary, room, row.pillar, (
            (words["leader"], row.other_leader), (words["beside_session"], f"{row.title}, {row.leader}, {row.room}")))

    def shift(self, watch: WatchRow) -> bytes:
        words = self.view.words
        return self._event(watch.week, watch.key, watch.date, watch.start, watch.end, (words["shift"], watch.title), "",
                           words["duty_roster"], ((words["people"], watch.people),))

    def team_time(self, time: TeamRow) -> bytes:
        words = self.view.words
        return self._event(time.week, time.key, time.date, time.start, time.end, (time.title,), time.room, words["team"],
                           ((words["people"], time.people),))

    def _event(
        self, week: int, key: str, date: dt.date, start: int, end: int, summary: tuple[str, ...], room: str, category: str,
        facts: tuple[tuple[str, str], ...],
    ) -> bytes:
        text = "\n".join(f"{name}: {value}" for name, value in facts if value)
        summed = " · ".join(part for part in summary if part)
        return _event((*self.fixed, self.sequences[week]), key, date, start, end, summed, room, category, text)


@lru_cache(maxsize=32_768)
def _event(
    fixed: tuple[str, int, int, int], key: str, date: dt.date, start: int, end: int, summary: str, room: str, category: str,
    text: str,
) -> bytes:
    """One event; the same session stands in several files and is put into words once."""
    from icalendar import Event

    name, stamp, offset, number = fixed
    event = Event()
    event.add("uid", f"{key}@{name}.tcguide")
    event.add("sequence", number)
    event.add("dtstamp", dt.datetime.fromtimestamp(stamp, dt.timezone.utc))
    event.add("dtstart", _utc(date, start, offset))
    event.add("dtend", _utc(date, end, offset))
    event.add("summary", summary)
    if room:
        event.add("location", room)
    event.add("description", text)
    event.add("categories", [category])
    return bytes(event.to_ical())


def _utc(date: dt.date, minutes: int, offset: int) -> dt.datetime:
    midnight = dt.datetime.combine(date, dt.time(), dt.timezone(dt.timedelta(hours=offset)))
    return (midnight + dt.timedelta(minutes=minutes)).astimezone(dt.timezone.utc)
