"""What a dated week is: its days and frame, the sittings to be placed, and the sessions placed in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.language import Text

GRID = 5
"""Minutes between possible starts of a session."""

DAY = 24 * 60
"""Minutes of a day; a moment of a week is ``weekday * DAY + minutes after midnight``."""


@dataclass(frozen=True)
class CalendarDay:
    """A date with what the calendar says of it. Prayer times are minutes after local midnight."""

    date: dt.date
    prayers: tuple[tuple[str, int], ...] = ()
    holiday: Text | None = None
    ramadan: bool = False
    independence_eve: bool = False


@dataclass(frozen=True)
class FrameSlot:
    """A fixed part of a dated day; ``end`` may lie beyond midnight."""

    start: int
    end: int
    kind: str
    title: Text
    voluntary: bool = False


@dataclass(frozen=True)
class Span:
    """A stretch of one weekday (0 = Monday) in which a sitting may lie, minutes after midnight."""

    day: int
    start: int
    end: int


@dataclass(frozen=True)
class Sitting:
    """One session that a week needs: what may be chosen, and what is given.

    ``spans`` already leave out the frame; ``leads`` are the people who are qualified; ``rooms`` those that fit.
    ``resident`` numbers a person within the group for individual work: never a name.
    """

    key: str
    component: str
    group: str
    size: int
    minutes: int
    spans: tuple[Span, ...]
    leads: tuple[str, ...]
    co_leads: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    other_leads: tuple[str, ...] = ()
    other_rooms: tuple[str, ...] = ()
    """Who and where for the alternative offered at the same time."""
    resident: int | None = None
    pinned: bool = False


@dataclass(frozen=True)
class Worker:
    """One post's working time in a week, as stretches of weekdays."""

    name: str
    spans: tuple[Span, ...]
    minutes_most: int


@dataclass(frozen=True)
class WeekTask:
    """Everything that decides where a week's sessions lie, and nothing else: equal tasks have equal answers."""

    sittings: tuple[Sitting, ...]
    workers: tuple[Worker, ...]
    groups: tuple[tuple[str, int], ...]
    rooms: tuple[str, ...]


@dataclass(frozen=True)
class Placement:
    """Where one sitting lies: a weekday, a start in minutes after midnight, and who and where."""

    key: str
    day: int
    start: int
    lead: str
    co_lead: str | None = None
    room: str | None = None
    other_lead: str | None = None
    other_room: str | None = None


@dataclass(frozen=True)
class Session:
    """A placed session of a component on a date."""

    component: str
    group: str
    date: dt.date
    start: int
    minutes: int
    lead: str
    co_lead: str | None = None
    room: str | None = None
    other_lead: str | None = None
    other_room: str | None = None
    resident: int | None = None
    topic: int | None = None
    """Number of the topic in the component's sequence, from 1."""

    @property
    def end(self) -> int:
        return self.start + self.minutes


@dataclass(frozen=True)
class Day:
    """A dated day of the house: its type, its frame and its sessions, in the order of the clock."""

    date: dt.date
    day_type: str
    calendar: CalendarDay
    frame: tuple[FrameSlot, ...]
    sessions: tuple[Session, ...] = ()


@dataclass(frozen=True)
class Week:
    """A dated week of the programme, numbered from 1."""

    number: int
    phase: str
    days: tuple[Day, ...]

    @property
    def starts(self) -> dt.date:
        return self.days[0].date

    @property
    def sessions(self) -> tuple[Session, ...]:
        return tuple(session for day in self.days for session in day.sessions)
