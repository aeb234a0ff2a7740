"""Calendar files: every session of the week with its date, times, title and room, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.documents import Laid
from generator.model.house import HOURS_FROM_UTC
from generator.model.week import Session
from generator.verify import Fault
from generator.views import wording

FILES = ("weekly-schedule.ics", "calendar/group/*.ics", "calendar/facilitator/*.ics")


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    from icalendar import Calendar

    programme = laid.design.programme
    assert programme.place is not None
    zone = dt.timezone(dt.timedelta(hours=HOURS_FROM_UTC[programme.place.time_zone]))
    found: Counter[str] = Counter()
    for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT"):
        start, end = (event[key].dt.astimezone(zone) for key in ("DTSTART", "DTEND"))
        title = str(event["SUMMARY"]).partition(" · ")[0]
        found[f"{start:%Y-%m-%d %H:%M}–{end:%H:%M} {title} {event.get('LOCATION', '')}"] += 1
    sessions = (session for week in laid.weeks for session in week.sessions)
    wanted = Counter(_said(laid, session) for session in sessions if _belongs(inside, session))
    yield from (None if found[one] >= count else Fault("session", one) for one, count in sorted(wanted.items()))
    if inside.name == "weekly-schedule.ics":
        yield from (Fault("session", "–", one) for one in sorted(found.keys() - wanted.keys()))


def _belongs(inside: Path, session: Session) -> bool:
    if inside.parent.name == "group":
        return inside.stem in session.groups
    if inside.parent.name == "facilitator":
        return inside.stem in (session.lead, session.co_lead)
    return True


def _said(laid: Laid, session: Session) -> str:
    """A session as an event says it; its room by title, or where it is held without one."""
    start, end = (dt.time(minutes // 60 % 24, minutes % 60) for minutes in (session.start, session.end))
    room = laid.design.programme.rooms[session.room].title.to(laid.words.code) if session.room else laid.words.label(
        "session_plan.outside" if laid.design.components[session.component].component.mode == "community"
        else "session_plan.house")
    title = wording.session_title(laid.design, session, laid.words).partition(" · ")[0]
    return f"{session.date.isoformat()} {start:%H:%M}–{end:%H:%M} {title} {room}"
