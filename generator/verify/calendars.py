"""Calendar files: every session with its date, times, title, room and leader, a post's shifts too, and nothing else."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from generator.documents import Laid
from generator.model.house import HOURS_FROM_UTC
from generator.model.week import Session, Week
from generator.verify import Fault
from generator.views import wording

FILES = ("weekly-schedule.ics", "calendar/group/*.ics", "calendar/facilitator/*.ics")
_BEGIN, _END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    programme, label = laid.design.programme, laid.words.label
    assert programme.place is not None
    zone = dt.timezone(dt.timedelta(hours=HOURS_FROM_UTC[programme.place.time_zone]))
    leader = re.compile(rf"^{re.escape(label('timetable.leader'))}: (.*)$", re.MULTILINE)
    found: Counter[str] = Counter()
    for start, end, title, room, more in _events(path.read_bytes()):
        led_by = leader.search(more)
        found[_event(start.astimezone(zone), end.astimezone(zone), title, room, led_by[1] if led_by else "")] += 1
    wanted = Counter(said for week in laid.weeks for of in (_sessions, _of_the_post) for said in of(week, inside, laid))
    yield from (None if found[one] >= count else Fault("session", one) for one, count in sorted(wanted.items()))
    yield from (Fault("session", "–", one) for one in sorted(found - wanted))


def _events(content: bytes) -> Iterator[tuple[dt.datetime, dt.datetime, str, str, str]]:
    """Begin, end, title, place and description of each event of a calendar."""
    head, *rest = content.split(_BEGIN)
    if not head.startswith(b"BEGIN:VCALENDAR") or not content.rstrip().endswith(b"END:VCALENDAR"):
        raise ValueError("no whole VCALENDAR")
    for text in rest:
        yield _read(_BEGIN + text.partition(_END)[0] + _END)


@lru_cache(maxsize=32_768)
def _read(text: bytes) -> tuple[dt.datetime, dt.datetime, str, str, str]:
    """One event; the same stands in several calendars and is read once, for that takes its time."""
    from icalendar import Event

    event = Event.from_ical(text)
    return (event["DTSTART"].dt, event["DTEND"].dt, str(event["SUMMARY"]), str(event.get("LOCATION", "")),
            str(event.get("DESCRIPTION", "")))


def _event(start: dt.datetime, end: dt.datetime, title: str, room: str, leader: str) -> str:
    return " · ".join(filter(None, (f"{start:%Y-%m-%d %H:%M}–{end:%d %H:%M}", title, room, leader)))


def _at(date: dt.date, start: int, end: int) -> tuple[dt.datetime, dt.datetime]:
    """Minutes after a date's midnight as moments of the house's own clock; the end may lie on the next day."""
    midnight = dt.datetime.combine(date, dt.time())
    return midnight + dt.timedelta(minutes=start), midnight + dt.timedelta(minutes=end)


def _sessions(week: Week, inside: Path, laid: Laid) -> Iterator[str]:
    for session in week.sessions:
        if inside.parent.name == "facilitator" and inside.stem not in (session.lead, session.co_lead):
            if inside.stem == session.other_lead and laid.design.components[session.component].component.alternative:
                yield _beside(session, laid)
        elif inside.parent.name != "group" or inside.stem in session.groups:
            yield _said(session, laid)


def _said(session: Session, laid: Laid) -> str:
    """A session as an event says it; its room by title, or where it is held without one."""
    programme, words = laid.design.programme, laid.words
    number = words.label("resident_number", number=f"{session.resident:02d}") if session.resident else ""
    title = (wording.session_title(laid.design, session, words), number, _group(session, laid))
    return _event(*_at(session.date, session.start, session.end), " · ".join(filter(None, title)), _place(session, laid),
                  programme.staff[session.lead].title.to(words.code))


def _beside(session: Session, laid: Laid) -> str:
    """What is offered at the same time, in the calendar of whoever offers it."""
    programme, code = laid.design.programme, laid.words.code
    other = laid.design.components[session.component].component.alternative
    assert other is not None and session.other_lead
    title = " · ".join(filter(None, (other.title.to(code), _group(session, laid))))
    room = programme.rooms[session.other_room].title.to(code) if session.other_room else _place(session, laid)
    return _event(*_at(session.date, session.start, session.end), title, room,
                  programme.staff[session.other_lead].title.to(code))


def _group(session: Session, laid: Laid) -> str:
    return wording.groups(laid.design, session, laid.words) if len(laid.design.programme.groups) > 1 else ""


def _place(session: Session, laid: Laid) -> str:
    if session.room:
        return laid.design.programme.rooms[session.room].title.to(laid.words.code)
    outside = laid.design.components[session.component].component.mode == "community"
    return laid.words.label("session_plan.outside" if outside else "session_plan.house")


def _of_the_post(week: Week, inside: Path, laid: Laid) -> Iterator[str]:
    """Its shifts of the duty roster and its times with the team."""
    programme, code = laid.design.programme, laid.words.code
    if inside.parent.name != "facilitator":
        return
    for watch in week.duty:
        if programme.duty and inside.stem in watch.people:
            shift = programme.duty.shifts[watch.shift]
            title = f"{laid.words.label('timetable.shift')} · {shift.title.to(code)}"
            yield _event(*_at(watch.date, shift.at, shift.at + shift.minutes), title, "", "")
    for time in week.team_times:
        if inside.stem in time.staff:
            yield _event(*_at(time.date, time.start, time.end), programme.team_times[time.name].title.to(code),
                         programme.rooms[time.room].title.to(code) if time.room else "", "")
