"""The timetable as a calendar file. Identifiers are stable: a new edition updates its events instead of doubling them."""

from __future__ import annotations

import datetime as dt

from generator.formats import Materials
from generator.views.timetable import Row, TimetableView

SUFFIX = "ics"
VIEWS = ("TimetableView",)


def make(view: TimetableView, materials: Materials) -> bytes:
    """An iCalendar file (RFC 5545) with one event per session, in UTC so that every calendar agrees."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//tcguide//timetable//" + view.language.upper())
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{view.title}: {view.programme}, {view.organisation}")
    stamp = dt.datetime.fromtimestamp(materials.stamp, dt.timezone.utc)
    for row in view.rows:
        event = Event()
        event.add("uid", f"{row.key}@{view.name}.tcguide")
        event.add("dtstamp", stamp)
        event.add("dtstart", _utc(row, row.start, view.hours_from_utc))
        event.add("dtend", _utc(row, row.end, view.hours_from_utc))
        event.add("summary", " · ".join(part for part in (row.title, row.resident) if part))
        event.add("location", row.room)
        event.add("description", "\n".join(
            f"{name}: {value}" for name, value in (
                (view.words["topic"], row.topic), (view.words["leader"], row.leader),
                (view.words["co_leader"], row.co_leader), (view.words["alternative"], row.alternative)) if value))
        event.add("categories", [row.pillar])
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def ingredients(view: TimetableView, materials: Materials) -> list[bytes]:
    import importlib.metadata

    return [importlib.metadata.version("icalendar").encode(), str(materials.stamp).encode()]


def _utc(row: Row, minutes: int, offset: int) -> dt.datetime:
    midnight = dt.datetime.combine(row.date, dt.time(), dt.timezone(dt.timedelta(hours=offset)))
    return (midnight + dt.timedelta(minutes=minutes)).astimezone(dt.timezone.utc)
