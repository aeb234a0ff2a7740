"""What a week is made of: the place, the groups, the posts, the rooms, the duty roster, the events."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from generator.language import Text
from generator.model.told import PhaseTold
from generator.model.values import (
    DAYS,
    Clock,
    Count,
    Described,
    Name,
    Plain,
    Positive,
    Weekdays,
    Weeks,
    Window,
    read_date,
)

Sex = Literal["woman", "man"]

Faith = Literal["islam", "kristen", "katolik", "hindu", "buddha", "konghucu", "kepercayaan"]
"""The faiths an Indonesian identity card can name; a word outside the list would silently drop what is told to its people."""


def _dates(value: object) -> tuple[dt.date, dt.date]:
    both = list(value) if isinstance(value, list | tuple) else [value, value]
    if len(both) != 2:
        raise PydanticCustomError("tc_dates", "not a date or two dates", {"value": str(value)[:60]})
    try:
        first, last = (read_date(one) for one in both)
    except PydanticCustomError:  # whoever writes “3 to 14 May” in one piece has to hear how a stretch is written
        raise PydanticCustomError("tc_dates", "not dates", {"value": str(value)[:60]}) from None
    if last < first:
        raise PydanticCustomError("tc_dates", "last before first", {"value": str(value)[:60]})
    return first, last


Dates = Annotated[
    tuple[dt.date, dt.date], BeforeValidator(_dates),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {
        "type": "array", "items": {"type": "string", "format": "date"}, "minItems": 2, "maxItems": 2,
        "examples": [["2027-03-08", "2027-03-20"]]}]}),
]
"""One date, or the first and last of a stretch, both included."""


class Rotation(Described):
    """Every n-th programme week: ``{every: 2, turn: 1}`` is weeks 1, 3, 5 …; A and B weeks are turns 1 and 2."""

    every: Annotated[Positive, Field(ge=2, le=26)]
    """How many weeks a round has."""
    turn: Positive = 1
    """Which week of the round it is, from 1 to ``every``."""

    @model_validator(mode="after")
    def _turn_exists(self) -> Self:
        if self.turn > self.every:
            raise PydanticCustomError("tc_rotation", "turn above every", {"turn": self.turn, "every": self.every})
        return self

    def falls_in(self, week: int) -> bool:
        """Whether a programme week, counted from 1, is one of them."""
        return (week - self.turn) % self.every == 0


HOURS_FROM_UTC = {"Asia/Jakarta": 7, "Asia/Pontianak": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9}
"""Of Indonesia's time zones: without summer time a fixed offset is exact and needs no time-zone database on the machine."""


_LONGITUDES = {7: (90, 116), 8: (114, 128), 9: (124, 145)}
"""Where each of the three clocks is kept, generously: Kalimantan and the islands between Sulawesi and Maluku keep either."""


def _in_indonesia(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    try:
        return handler(value)
    except ValidationError as error:
        if error.errors()[0]["type"] in ("greater_than_equal", "less_than_equal", "literal_error"):
            raise PydanticCustomError("tc_place", "not in Indonesia", {"value": str(value)[:40]}) from None
        raise


class Place(Described):
    """Where the house stands; prayer times are computed from it. Only places in Indonesia: its calendar is the one the tool
    knows."""

    city: Plain
    """The town, printed on papers."""
    province: Plain | None = None
    """The province, printed where given."""
    latitude: Annotated[float, Field(ge=-15, le=10), WrapValidator(_in_indonesia)]
    """Degrees north of the equator; south of it, as in most of Indonesia, with a minus sign."""
    longitude: Annotated[float, Field(ge=90, le=145), WrapValidator(_in_indonesia)]
    """Degrees east."""
    # Indonesia with its seas: a swapped pair or a missing minus sign is found here, not on the prayer timetable.
    time_zone: Annotated[
        Literal["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Pontianak"], WrapValidator(_in_indonesia)]
    """The clock of the house: WIB is ``Asia/Jakarta`` or ``Asia/Pontianak``, WITA ``Asia/Makassar``, WIT
    ``Asia/Jayapura``."""

    @model_validator(mode="after")
    def _clock_of_the_place(self) -> Self:
        west, east = _LONGITUDES[HOURS_FROM_UTC[self.time_zone]]
        if not west <= self.longitude <= east:
            raise PydanticCustomError("tc_clock_of_place", "clock of another place", {
                "value": self.time_zone, "longitude": self.longitude})
        return self


class PhaseLength(Described):
    """One phase of this programme and its weeks."""

    phase: Name
    """A phase of the catalogue, by its name."""
    weeks: Annotated[Positive, Field(le=104)]
    """How many weeks a resident spends in it."""
    title: Text | None = None
    """What this programme calls it; the catalogue's title where not given."""
    aims: tuple[Text, ...] = ()
    """What this programme aims at in it, in place of the catalogue's aims."""
    move_on_when: tuple[Text, ...] = ()
    """When a resident moves on, in place of the catalogue's criteria."""
    for_residents: PhaseTold = PhaseTold()
    """The same said to residents. With aims of its own and none here, residents read those, not the catalogue's plain
    words."""
    for_families: PhaseTold = PhaseTold()
    """The same said to families."""


class Intake(Described):
    """Rolling admission: how often newcomers arrive, and how many at a time."""

    every_weeks: Annotated[Positive, Field(le=26)]
    """How many weeks lie between one arrival and the next."""
    newcomers: Annotated[Positive, Field(le=60)]
    """How many arrive at a time in each group of the first phase: with two such groups it is twice as many in the
    house."""


class Hours(Described):
    """When a post can work, or a group is there."""

    days: Weekdays
    """On which days."""
    hours: Window
    """From when to when."""
    rotation: Rotation | None = None
    """Only every n-th week: A and B weeks."""


class Group(Described):
    """Residents who go through the week together.

    Without ``phase`` it is a cohort that moves through the programme's phases from week ``from_week`` on. With a
    ``phase`` it is a stream: residents come and go, the group stays in its phase.
    """

    title: Text
    """What the group is called."""
    size: Annotated[Positive, Field(le=500)]
    """How many places it has; residents are numbered, not named."""
    phase: Name | None = None
    """The one phase it stays in while residents come and go (a stream). Without it the group moves through all phases."""
    from_week: Positive = Field(default=1, examples=[9])
    """The programme week in which the group arrives."""
    sex: Sex | None = None
    """The sex of all its residents, for rooms and leaders of the same sex."""
    present: tuple[Hours, ...] = Field(default=(), examples=[[{"days": ["tue", "thu"], "hours": "17:00-20:30"}]])
    """When it is there, where it comes for some hours only, as to an evening clinic; days and hours, more than once if they
    differ. Outside of them it has no session and nothing of the day's frame; what groups hold together is then held with those
    who are there, at most once on each day that a group comes. Its residents sleep at home."""


class Person(Described):
    """A post in the team, not a named person."""

    title: Text
    """What the post is called."""
    role: Name
    """Its role, by which it may lead sessions."""
    also: tuple[Name, ...] = ()
    """Further roles this person is trained for."""
    certified: bool = False
    """Whether the person has been certified; a house needs one certified counsellor."""
    sex: Sex | None = None
    """For sessions and shifts that ask for somebody of the same sex."""
    available: Annotated[tuple[Hours, ...], Field(min_length=1)]
    """When the post can work; days and hours, more than once if they differ."""
    hours_per_week: Annotated[Positive, Field(le=60)] = 40
    """Most hours in a week: of sessions, and of duty by the roster."""
    hours_per_day: Annotated[Positive, Field(le=16)] | None = Field(default=None, examples=[6])
    """Most hours of sessions on one day."""
    break_minutes: Annotated[Count, Field(le=120)] = Field(default=30, examples=[60])
    """Free of sessions at one time on a day of more than six hours, neither early nor late in it; 0: none kept free."""
    groups: tuple[Name, ...] = ()
    """The groups it leads, such as those at its site where the programme has several; any where not given."""
    leave: tuple[Dates, ...] = ()
    """Dates on which the post is away."""
    outside: bool = False
    """Whether another body employs and supervises it, such as a visiting doctor or a safeguarding officer from outside."""
    to_be_named: bool = False
    """Filled later, such as a guest or a visiting speaker."""


class Room(Described):
    """A place in the house where sessions can be held."""

    title: Text
    """What the room is called."""
    capacity: Positive
    """How many residents it holds, leaders not counted."""
    features: tuple[Name, ...] = ()
    """What it is good for; a component is held only where all it needs is there."""
    sex: Sex | None = None
    """Only for groups of this sex."""
    groups: tuple[Name, ...] = ()
    """Only for these groups, such as those that come to the site where it is; for any where not given."""
    closed: tuple[Dates, ...] = Field(default=(), examples=[[["2027-06-01", "2027-06-05"]]])
    """Dates on which it cannot be used."""


class Shift(Described):
    """One shift of the duty roster; it may run across midnight."""

    title: Text
    """What the shift is called."""
    at: Clock
    """When it begins."""
    until: Clock
    """When it ends; earlier than ``at`` means the next morning."""
    people: Annotated[Positive, Field(le=10)] = 1
    """How many are on duty."""
    sexes: tuple[Sex, ...] = ()
    """At least one person of each of these sexes is on the shift."""
    days: Weekdays = Field(default=(), examples=["mon-fri"])
    """The days on which it begins; every day where it says nothing."""

    def falls_on(self, weekday: int) -> bool:
        """Whether it begins on a day of the week, 0 = Monday."""
        return not self.days or DAYS[weekday] in self.days

    @property
    def minutes(self) -> int:
        return self.until - self.at if self.until > self.at else self.until + 24 * 60 - self.at


class Duty(Described):
    """The roster by which somebody is on duty day and night. Who has one of ``roles`` works in shifts."""

    roles: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Whoever has one of these roles works in shifts."""
    shifts: Annotated[dict[Name, Shift], Field(min_length=1)]
    """The shifts of a day, each under a name of your own."""
    rest_hours: Annotated[Positive, Field(ge=8, le=24)] = 11
    """Least hours between the end of one shift and the start of the next."""
    days_in_a_row_most: Annotated[Positive, Field(le=6)] = 6
    """Most days on duty without a day off."""
    nights_in_a_row_most: Annotated[Positive, Field(le=6)] = 3
    """Most nights on duty one after another."""


class TeamTimes(Described):
    """When posts are together without residents: handover, team meeting, supervision, or at work with others, such as the
    children. They lead no session then."""

    title: Text
    """What it is called."""
    days: Weekdays
    """On which days."""
    hours: Window
    """From when to when."""
    rotation: Rotation | None = None
    """Only every n-th programme week."""
    staff: tuple[Name, ...] = ()
    """Who takes part; everyone who is at work then where not given."""
    room: Name | None = None
    """The room that is taken then."""
    component: Name | None = None
    """The component of the catalogue it holds, such as ``staff-supervision-training``."""
    for_whom: Text | None = Field(default=None, examples=[{"id": "anak-anak", "en": "the children"}])
    """Whom it is for where it is not for the team alone, such as children while their parents are in a group; sheets say it
    in place of “staff only”."""


class Event(Described):
    """Something dated that takes the place of sessions: a home leave, an outing, a visiting day, a free half-day."""

    title: Text
    """What it is called."""
    kind: Literal["away", "visit", "free", "guest", "closed"]
    """Residents are away, have visitors, are free, have a guest, or the house is closed."""
    dates: tuple[Dates, ...] = ()
    """The dates it is on: one, or the first and the last of a stretch."""
    on: Annotated[
        str, Field(pattern=r"^(first|second|third|fourth|last)-(mon|tue|wed|thu|fri|sat|sun)-of-month$")
    ] | None = Field(default=None, examples=["second-sun-of-month"])
    """A day of every month instead of dates: ``second-sun-of-month``."""
    weeks: Weeks | None = None
    """Programme weeks, with ``days``, instead of dates."""
    days: Weekdays = ()
    """Days of the week, in place of dates."""
    rotation: Rotation | None = None
    """Only every n-th programme week."""
    hours: Window | None = None
    """The whole day where not given."""
    groups: tuple[Name, ...] = ()
    """Whom it concerns; everybody where not given."""

    @model_validator(mode="after")
    def _when(self) -> Self:
        if not self.dates and not self.days and not self.on:
            raise PydanticCustomError("tc_event_when", "dates or days")
        return self
