"""All weeks as data: for spreadsheets, calendars and other programs. Each format cuts from the one view what it needs."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property

from generator.language import Words
from generator.model.design import Design
from generator.model.house import HOURS_FROM_UTC
from generator.model.week import Session, Week
from generator.views import wording
from generator.views.minutes import MinutesView, minutes
from generator.views.rows import (
    FrameRow,
    Row,
    TeamRow,
    Titles,
    WatchRow,
    frame_rows,
    session_rows,
    team_rows,
    watch_rows,
)
from generator.views.sheets.selection import Part
from generator.views.sheets.working_hours import Hours, hours_of


@dataclass(frozen=True)
class Named:
    """Something by its name and its title: a group, a room, a component."""

    name: str
    title: str


@dataclass(frozen=True)
class Post(Named):
    """A post of the staff."""

    hours_per_week: int


@dataclass(frozen=True)
class Held(Named):
    """A component, with its pillar by name."""

    pillar: str


@dataclass(frozen=True)
class HoursRow:
    """What one post works in one week, in minutes; ``total`` counts a session within a duty shift once."""

    week: int
    post: str
    led: int
    co_led: int
    duty: int
    team: int
    total: int


@dataclass(frozen=True)
class DayRow:
    date: dt.date
    weekday: str
    day_type: str
    holiday: str
    ramadan: bool
    present: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
    """Group that comes for some hours only → its hours of this day."""


@dataclass(frozen=True)
class WeekRow:
    number: int
    phase: str
    phases: tuple[tuple[str, str], ...]
    """Group → its phase, by name."""
    days: tuple[DayRow, ...]
    revision: int
    """How often the week has changed since it was first made."""


@dataclass(frozen=True, repr=False)
class TimetableView:
    """Every session of every week, in the order of the clock."""

    language: str
    title: str
    organisation: str
    programme: str
    name: str
    edition: str
    starts: dt.date
    """The programme's first day; also a fixed date for stamps, so that the same input gives the same bytes."""
    time_zone: str
    hours_from_utc: int
    weeks: tuple[WeekRow, ...]
    rows: tuple[Row, ...]
    frame: tuple[FrameRow, ...]
    duty: tuple[WatchRow, ...]
    team: tuple[TeamRow, ...]
    hours: tuple[HoursRow, ...]
    minutes: MinutesView
    groups: tuple[Named, ...]
    staff: tuple[Post, ...]
    rooms: tuple[Named, ...]
    components: tuple[Held, ...]
    pillars: tuple[Named, ...]
    phases: tuple[Named, ...]
    words: dict[str, str]

    def __repr__(self) -> str:
        """Short, for dozens of files are cut from one timetable and each asks what it was made from."""
        return f"TimetableView({self._mark})"

    @cached_property
    def _mark(self) -> str:
        # The values of a row without their names: what is said of thousands of rows must be said quickly.
        said = [
            repr([tuple(vars(row).values()) for row in value])
            if field.name in ("rows", "frame", "duty", "team", "hours") else repr(value)
            for field in fields(self) for value in (getattr(self, field.name),)
        ]
        return hashlib.sha256("\n".join(said).encode()).hexdigest()

    def of_group(self, name: str) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if name in row.groups)

    def of_post(self, name: str) -> tuple[Row, ...]:
        """What somebody leads, co-leads, or offers beside it at the same time."""
        return tuple(row for row in self.rows if name in row.people)

    def of_room(self, name: str) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if name in (row.place, row.other_place))

    def watches_of(self, post: str) -> tuple[WatchRow, ...]:
        return tuple(watch for watch in self.duty if post in watch.posts)

    def team_times_of(self, post: str) -> tuple[TeamRow, ...]:
        return tuple(time for time in self.team if post in time.posts)


@dataclass(frozen=True)
class CalendarView:
    """The calendar of one group or one post of the staff."""

    kind: str
    """``group`` or ``facilitator``."""
    name: str
    title: str
    timetable: TimetableView


WORDS = (
    "activity", "alternative", "at_most", "beside", "beside_session", "co_leader", "co_leads", "csv_separator", "date",
    "duty_roster", "end", "frame", "group", "hours", "leader", "leads", "minutes", "on_duty", "people", "phase", "pillar",
    "resident", "room", "sheet", "shift", "start", "task", "team", "topic", "week", "week_hours", "weekday",
)
"""What the data files say beside the timetable itself: labels below ``timetable`` in a language's file."""



def timetable(design: Design, weeks: Sequence[Week], words: Words) -> TimetableView:
    """The programme's sessions, frame, duty and figures in one language."""
    language, programme = words.code, design.programme
    assert programme.organisation and programme.starts and programme.place
    held = dict.fromkeys(session.component for week in weeks for session in week.sessions)
    catalogue, titles = design.catalogue, Titles(design, words)
    return TimetableView(
        language, words.label("timetable.title"), programme.organisation.name,
        programme.title.to(language) if programme.title else design.name, design.name,
        words.label("edition", edition=programme.edition or ""), programme.starts,
        programme.place.time_zone, HOURS_FROM_UTC[programme.place.time_zone],
        tuple(_week(design, week, words) for week in weeks),
        tuple(row for week in weeks for row in session_rows(titles, week)),
        tuple(row for week in weeks for row in frame_rows(titles, week)),
        tuple(row for week in weeks for row in watch_rows(titles, week)),
        tuple(row for week in weeks for row in team_rows(titles, week)),
        tuple(_hours(design, weeks)), minutes(design, weeks, words),
        tuple(Named(name, group.title.to(language)) for name, group in programme.groups.items()),
        tuple(Post(name, post.title.to(language), post.hours_per_week) for name, post in programme.staff.items()),
        tuple(Named(name, room.title.to(language)) for name, room in programme.rooms.items()),
        tuple(Held(name, planned.component.title.to(language), planned.component.pillar)
              for name, planned in design.components.items() if name in held),
        tuple(Named(name, pillar.title.to(language)) for name, pillar in catalogue.pillars.items()),
        tuple(Named(name, phase.title.to(language)) for name, phase in design.phases.items()),
        {key: words.label(f"timetable.{key}") for key in WORDS},
    )


def _week(design: Design, week: Week, words: Words) -> WeekRow:
    return WeekRow(week.number, wording.phase(design, week, words), week.phases, tuple(
        DayRow(day.date, wording.date(words, day.date, "weekday"), day.day_type,
               day.calendar.holiday.to(words.code) if day.calendar.holiday else "", day.calendar.ramadan,
               tuple((name, tuple(day.hours_of(name))) for name, _ in week.phases if design.programme.groups[name].present))
        for day in week.days), week.revision)


def _hours(design: Design, weeks: Sequence[Week]) -> Iterator[HoursRow]:
    for week in weeks:
        spent = dict.fromkeys(design.programme.staff, Hours())
        for day in week.days:
            led: dict[str, list[Session]] = {}
            for session in day.sessions:
                for name in {session.lead, session.co_lead, session.other_lead} - {None}:
                    led.setdefault(str(name), []).append(session)
            watches = [watch for watch in week.duty if watch.date == day.date]
            together = [time for time in week.team_times if time.date == day.date]
            for name in {*led, *(name for watch in watches for name in watch.people),
                         *(name for time in together for name in time.staff)}:
                kept = tuple(watch for watch in watches if name in watch.people)
                mine = tuple(time for time in together if name in time.staff)
                spent[name] += hours_of(design, Part(day, tuple(led.get(name, ())), (), kept, False, mine), name)
        for name, hours in spent.items():
            yield HoursRow(week.number, name, hours.led, hours.co_led, hours.duty, hours.team, hours.total)
