"""The rows that spreadsheets, calendars and other programs are made of: one session, one frame item, one shift.

Every row carries both: words for people, and the names by which a program finds its way.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from generator.language import Text, Words
from generator.model.design import Design
from generator.model.week import FrameSlot, Part, Session, Week
from generator.views import wording
from generator.views.session_plan import place_word
from generator.views.topic import topic_of


@dataclass(frozen=True)
class Row:
    """One session; ``start`` and ``end`` are minutes after midnight of ``date``, the way there and back included."""

    key: str
    """The same in every file and edition: a calendar knows by it which event to renew."""
    week: int
    phase: str
    date: dt.date
    weekday: str
    start: int
    end: int
    title: str
    pillar: str
    topic: str
    group: str
    resident: str
    leader: str
    co_leader: str
    room: str
    alternative: str
    component: str
    parts: tuple[tuple[str, int, int], ...]
    """Group by name, first and last resident by number."""
    number: int | None
    """The one resident of individual work."""
    lead: str
    co_lead: str | None
    place: str | None
    """The room by name; none for what is held elsewhere."""
    topic_number: int | None
    travel: int
    strand: int
    other_title: str
    other_lead: str | None
    other_leader: str
    other_place: str | None
    other_room: str

    @property
    def groups(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(group for group, _, _ in self.parts))

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody of the staff who leads in it."""
        return tuple(name for name in (self.lead, self.co_lead, self.other_lead) if name)

    @property
    def minutes(self) -> int:
        """Of the session itself, without the way."""
        return self.end - self.start - 2 * self.travel


@dataclass(frozen=True)
class FrameRow:
    """One item of the daily frame on one date."""

    week: int
    date: dt.date
    weekday: str
    start: int
    end: int
    title: str
    kind: str
    voluntary: bool
    groups: tuple[str, ...]
    """Whose day it is part of; everybody's where empty."""
    choose: int | None
    """How many of this title each resident chooses in a week."""


@dataclass(frozen=True)
class WatchRow:
    """One shift of the duty roster; ``end`` may lie beyond midnight."""

    key: str
    week: int
    date: dt.date
    weekday: str
    start: int
    end: int
    title: str
    shift: str
    posts: tuple[str, ...]
    people: str


@dataclass(frozen=True)
class TeamRow:
    """A time at which posts are together without residents."""

    key: str
    week: int
    date: dt.date
    weekday: str
    start: int
    end: int
    title: str
    name: str
    posts: tuple[str, ...]
    people: str
    place: str | None
    room: str


class Titles:
    """The words of one design in one language, each looked up once for thousands of rows."""

    def __init__(self, design: Design, words: Words) -> None:
        code, programme = words.code, design.programme
        self.design, self.words = design, words
        self.staff = {name: post.title.to(code) for name, post in programme.staff.items()}
        self.rooms = {name: room.title.to(code) for name, room in programme.rooms.items()}
        self.pillars = {name: pillar.title.to(code) for name, pillar in design.catalogue.pillars.items()}
        self._groups: dict[tuple[tuple[Part, ...], bool], str] = {}
        self._sessions: dict[tuple[str, int], str] = {}
        self._slots: dict[tuple[Text, tuple[str, ...], int | None], str] = {}

    def groups(self, session: Session) -> str:
        key = session.parts, session.resident is None
        if key not in self._groups:
            self._groups[key] = wording.groups(self.design, session, self.words)
        return self._groups[key]

    def session(self, session: Session) -> str:
        key = session.key.partition("/")[0] or session.component, session.strand
        if key not in self._sessions:
            self._sessions[key] = wording.session_title(self.design, session, self.words)
        return self._sessions[key]

    def slot(self, slot: FrameSlot) -> str:
        key = slot.title, slot.groups, slot.choose
        if key not in self._slots:
            self._slots[key] = wording.slot(self.design, slot, self.words)
        return self._slots[key]


def session_rows(titles: Titles, week: Week) -> Iterator[Row]:
    """The week's sessions in the order of the clock."""
    seen: dict[str, int] = {}
    phase = wording.phase(titles.design, week, titles.words)
    for day in week.days:
        weekday = wording.date(titles.words, day.date, "weekday")
        for session in day.sessions:
            key = "-".join((session.component, *session.key.split("/")[1:2], f"w{week.number:02d}")) \
                .replace("~", "-part-").replace("+", "-and-")
            if session.resident:
                key += f"-r{session.resident:02d}"
            seen[key] = seen.get(key, 0) + 1
            yield _row(titles, session, f"{key}-{seen[key]}", week.number, phase, weekday)


def _row(titles: Titles, session: Session, key: str, week: int, phase: str, weekday: str) -> Row:
    words, staff, rooms = titles.words, titles.staff, titles.rooms
    component = titles.design.components[session.component].component
    topic = topic_of(component, session.topic)
    other = component.alternative if session.other_lead else None
    other_leader = staff[session.other_lead] if other and session.other_lead else ""
    other_room = rooms[session.other_room] if other and session.other_room else ""
    other_title = other.title.to(words.code) if other else ""
    return Row(
        key, week, phase, session.date, weekday, session.start, session.end, titles.session(session),
        titles.pillars[component.pillar], topic.title.to(words.code) if topic else "", titles.groups(session),
        words.label("resident_number", number=f"{session.resident:02d}") if session.resident else "",
        staff[session.lead], staff[session.co_lead] if session.co_lead else "",
        rooms[session.room] if session.room else words.label(place_word(component)),
        " · ".join(part for part in (other_title, other_leader, other_room) if part),
        session.component, tuple((part.group, part.first, part.last) for part in session.parts), session.resident,
        session.lead, session.co_lead, session.room,
        (session.topic - 1) % len(component.topics) + 1 if topic and session.topic else None, session.travel, session.strand,
        other_title, session.other_lead if other else None, other_leader, session.other_room if other else None, other_room)


def frame_rows(titles: Titles, week: Week) -> Iterator[FrameRow]:
    for day in week.days:
        weekday = wording.date(titles.words, day.date, "weekday")
        for slot in day.frame:
            yield FrameRow(week.number, day.date, weekday, slot.start, slot.end, titles.slot(slot), slot.kind,
                           slot.voluntary, slot.groups, slot.choose)


def watch_rows(titles: Titles, week: Week) -> Iterator[WatchRow]:
    duty, words = titles.design.programme.duty, titles.words
    if not duty:
        return
    for watch in sorted(week.duty, key=lambda w: (w.date, duty.shifts[w.shift].at, w.shift)):
        shift = duty.shifts[watch.shift]
        yield WatchRow(
            f"duty-{watch.shift}-w{week.number:02d}-d{(watch.date - week.starts).days + 1}", week.number, watch.date,
            wording.date(words, watch.date, "weekday"), shift.at, shift.at + shift.minutes, shift.title.to(words.code),
            watch.shift, watch.people, wording.listed(words, (titles.staff[name] for name in watch.people)))


def team_rows(titles: Titles, week: Week) -> Iterator[TeamRow]:
    for time in week.team_times:
        day = (time.date - week.starts).days + 1
        yield TeamRow(
            f"{time.name}-w{week.number:02d}-d{day}", week.number, time.date, wording.date(titles.words, time.date, "weekday"),
            time.start, time.end, titles.design.programme.team_times[time.name].title.to(titles.words.code), time.name,
            time.staff, wording.listed(titles.words, (titles.staff[name] for name in time.staff)), time.room,
            titles.rooms[time.room] if time.room else "")
