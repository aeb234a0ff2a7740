"""What a dated week is: its days and frame, the sittings to be placed, and the sessions placed in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.language import Text

NOON = 12 * 60
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
    groups: tuple[str, ...] = ()
    """Whose day it is part of; everybody's where empty."""
    allows_individual: bool = False
    """Whether individual work may lie on it."""
    allows_groups: bool = False
    """Whether sessions of some of its groups may lie on it, while the others go on."""
    choose: int | None = None
    """How many of this title each resident chooses in a week; none where it is no choice."""

    @property
    def is_out(self) -> bool:
        """Whether all whose day it is part of are outside: not where each chooses when to go."""
        return self.kind == "outside" and not self.choose

    def concerns(self, groups: Iterable[str]) -> bool:
        """Whether any of these groups keeps it."""
        return not self.groups or bool(set(self.groups) & set(groups))


@dataclass(frozen=True)
class Span:
    """A stretch of one weekday (0 = Monday) in which a sitting may lie, minutes after midnight."""

    day: int
    start: int
    end: int


@dataclass(frozen=True)
class Part:
    """Residents ``first`` to ``last`` of a group, by number: never by name."""

    group: str
    first: int
    last: int

    @property
    def size(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True)
class Sitting:
    """One session that a week needs: what may be chosen, and what is given.

    ``spans`` already leave out the frame; ``leads`` are the people who are qualified; ``rooms`` those that fit.
    ``parts`` are the residents who take part; none for what is held ``alongside`` another sitting, whose people choose.
    """

    key: str
    component: str
    parts: tuple[Part, ...]
    minutes: int
    """With the way there and back."""
    spans: tuple[Span, ...]
    leads: tuple[str, ...]
    co_leads: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    other_leads: tuple[str, ...] = ()
    other_rooms: tuple[str, ...] = ()
    """Who and where for the alternative offered at the same time."""
    resident: int | None = None
    """The number of the one resident of individual work."""
    pinned: bool = False
    heavy: bool = False
    """Asks much of feelings: two of them should not follow one another."""
    alongside: str | None = None
    """Key of the sitting with which it begins."""
    stand_ins: tuple[str, ...] = ()
    """Who else is qualified for one-to-one work, should its companion be away."""
    off_site: bool = False
    """Held outside the house."""
    allows_individual: bool = False
    """Residents may be called out of it one by one for individual work."""
    allows_groups: bool = False
    """Groups may be taken out of it for a session while the others go on."""

    def goes_beside(self, other: Sitting) -> bool:
        """Whether a resident may be wanted in both at once: called out of one alone, or with the group while others go on."""
        return self._lets_go_to(other) or other._lets_go_to(self)

    def _lets_go_to(self, other: Sitting) -> bool:
        if other.resident is not None:
            return self.allows_individual
        return self.allows_groups and not other.allows_groups and set(other.groups) < set(self.groups)

    def meets(self, other: Sitting) -> bool:
        """Whether some resident is wanted in both, and may not be in both at once."""
        return not self.goes_beside(other) and any(
            mine.group == theirs.group and mine.first <= theirs.last and theirs.first <= mine.last
            for mine in self.parts for theirs in other.parts)

    @property
    def groups(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(part.group for part in self.parts))

    @property
    def series(self) -> str:
        """What its repetitions of the week share: component and people."""
        return self.key.rpartition("/")[0] if self.resident is None else self.key.partition(".")[0]

    @property
    def held_by(self) -> tuple[str, str]:
        """Component and people, whichever of its several times this is."""
        return self.component, self.series.partition("/")[2]


def component_of(key: str) -> str:
    """A sitting's component by its key: ``job-functions_2/cohort/1`` → ``job-functions``."""
    return key.partition("/")[0].partition("_")[0]


@dataclass(frozen=True)
class Worker:
    """One post's working time in a week, as stretches of weekdays."""

    name: str
    spans: tuple[Span, ...]
    minutes_most: int
    """In the week."""
    minutes_a_day: int | None = None
    break_minutes: int = 0
    breaks: tuple[Span, ...] = ()
    """In each of these stretches the post is free of sessions for ``break_minutes`` at a time."""
    off_site_spans: tuple[Span, ...] | None = None
    """When it may leave the house: not while it alone keeps watch. None where that makes no difference."""

    def spans_for(self, sitting: Sitting) -> tuple[Span, ...]:
        """When it may lead a sitting; what is offered instead is held in the house."""
        return self.off_site_spans if sitting.off_site and self.off_site_spans is not None else self.spans

    def break_spans(self, window: Span) -> tuple[Span, ...]:
        """Where in a stretch its break may lie: at work, but with no meeting of the staff."""
        found = (Span(window.day, max(window.start, span.start), min(window.end, span.end))
                 for span in self.spans if span.day == window.day)
        return tuple(span for span in found if span.end - span.start >= self.break_minutes)


@dataclass(frozen=True)
class WeekTask:
    """Everything that decides where a week's sessions lie, and nothing else: equal tasks have equal answers."""

    sittings: tuple[Sitting, ...]
    workers: tuple[Worker, ...]
    groups: tuple[tuple[str, int], ...]
    rooms: tuple[str, ...]
    closed: tuple[tuple[str, Span], ...] = ()
    """Rooms that cannot be used, and when."""
    weights: tuple[tuple[str, int], ...] = ()
    """Wishes (soft rules) whose weight the programme changes."""


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
    parts: tuple[Part, ...]
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
    strand: int = 0
    """0 for the session itself; 1, 2 … for what is held alongside it."""
    travel: int = 0
    """Minutes on the way, before and again after; ``minutes`` include both."""
    split: bool = False
    """Whether a group too large for the component is divided, and this is one part of it."""
    key: str = ""
    """The sitting it comes from."""

    @property
    def end(self) -> int:
        return self.start + self.minutes

    def is_of(self, group: str, resident: int) -> bool:
        """Whether one resident, by number, takes part in it."""
        return any(part.group == group and part.first <= resident <= part.last for part in self.parts)

    @property
    def groups(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(part.group for part in self.parts))


@dataclass(frozen=True)
class NotThere:
    """A stretch of a day in which a group that comes for some hours only is not there."""

    group: str
    start: int
    end: int

    @property
    def all_day(self) -> bool:
        return (self.start, self.end) == (0, DAY)


@dataclass(frozen=True)
class Day:
    """A dated day of the house: its type, its frame and its sessions, in the order of the clock."""

    date: dt.date
    day_type: str
    calendar: CalendarDay
    frame: tuple[FrameSlot, ...]
    sessions: tuple[Session, ...] = ()
    hours: tuple[int, int] | None = None
    """When residents are there, in a house by day."""
    absent: tuple[NotThere, ...] = ()
    eve: tuple[FrameSlot, ...] | None = None
    """Of a Monday the frame of the Sunday before, whose night reaches into it; where not known, the day's own stands for it."""

    def without(self, group: str) -> bool:
        """Whether a group that comes for some hours only does not come at all."""
        return any(absence.group == group and absence.all_day for absence in self.absent)

    def hours_of(self, group: str) -> Iterator[tuple[int, int]]:
        """When a group is there, from and to; the whole day of one that is always there."""
        here = 0
        for absence in (*(one for one in self.absent if one.group == group), NotThere(group, DAY, DAY)):
            if absence.start > here:
                yield here, absence.start
            here = absence.end

    @property
    def bedtime(self) -> int:
        """When the last go to bed in the evening, minutes after midnight; the end of the day for a house up until then."""
        return max((slot.start for slot in self.frame if slot.kind == "night-rest" and slot.start >= NOON), default=DAY)


@dataclass(frozen=True)
class Watch:
    """One shift of the duty roster on a date, and the posts that keep it."""

    date: dt.date
    shift: str
    people: tuple[str, ...]


@dataclass(frozen=True)
class TeamTime:
    """A time on a date at which posts are together without residents: a handover, a case meeting, supervision."""

    name: str
    date: dt.date
    start: int
    end: int
    staff: tuple[str, ...]
    room: str | None = None


@dataclass(frozen=True)
class Week:
    """A dated week of the programme, numbered from 1."""

    number: int
    phase: str
    """The phase all groups are in; empty where they are in different ones."""
    days: tuple[Day, ...]
    phases: tuple[tuple[str, str], ...] = ()
    """Group → its phase this week; a group that has not come yet or has left is not among them."""
    duty: tuple[Watch, ...] = ()
    """Who is on duty, shift by shift."""
    team_times: tuple[TeamTime, ...] = ()
    """When the staff are together, in the order of the clock."""
    wishes: tuple[tuple[str, int, int], ...] = ()
    """What each of the timetable's wishes cost this week: its name, how often it was not kept, its weight."""
    revision: int = 0
    """How often it has changed since a build first made it."""

    @property
    def starts(self) -> dt.date:
        return self.days[0].date

    @property
    def sessions(self) -> tuple[Session, ...]:
        return tuple(session for day in self.days for session in day.sessions)
