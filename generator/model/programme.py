"""What a programme is: the house, its people and rooms, its day, its components and its policies."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from generator.language import Text
from generator.model.colour import Colour, readable
from generator.model.component import Alternative, Frequency, GroupSize, LeadChange, Mode, Safety
from generator.model.house import (
    DayType,
    Duty,
    Event,
    Group,
    Intake,
    Person,
    PhaseLength,
    Place,
    Room,
    Rotation,
    Sex,
    TeamTimes,
)
from generator.model.paper import PaperName
from generator.model.policies import Policies
from generator.model.told import Reader
from generator.model.values import (
    Clock,
    Count,
    Date,
    Described,
    Minutes,
    Name,
    Plain,
    Positive,
    Removable,
    Weekdays,
    Weeks,
    Window,
)


def _ages(value: object) -> tuple[int, int]:
    ages = list(value) if isinstance(value, list | tuple) else []
    whole = all(isinstance(age, int) and not isinstance(age, bool) for age in ages)
    if len(ages) != 2 or not whole or not 0 < ages[0] <= ages[1] < 120:
        raise PydanticCustomError("tc_ages", "not a range of ages", {"value": str(value)[:40]})
    return ages[0], ages[1]


Ages = Annotated[
    tuple[int, int], BeforeValidator(_ages),
    WithJsonSchema({"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2, "examples": [[18, 60]]}),
]
"""Youngest and oldest, in years."""


class Brand(Described):
    """How the organisation's papers look."""

    logo: Plain | None = None
    """A picture beside the programme's file: SVG, PNG or JPG."""
    letterhead: Plain | None = None
    """A broad picture beside the programme's file, printed across the head of forms, notices and letters."""
    paper: PaperName = "a4"
    """The sheet of everything but posters and pocket cards: ``a4``, ``f4`` (215 × 330 mm) or ``letter``."""
    colour: Colour = "#0b5d57"
    """Of headings and of the cover. Where white letters could not be read on it, a darker shade is printed."""
    second_colour: Colour | None = None
    """An accent: the stripe below the coloured part of the handbook's cover."""
    large_print: bool = False
    """Whether every edition of the handbook is printed in large letters."""

    @property
    def pictures(self) -> dict[str, str]:
        """The files beside the programme's file, by what they are for."""
        return {key: name for key in ("logo", "letterhead") if (name := getattr(self, key))}

    @property
    def ink(self) -> Colour:
        """The colour as it is printed: readable on white, and under white letters."""
        return readable(self.colour)


class Organisation(Described):
    """The body that runs the house. No field here is about a person in care."""

    name: Plain
    legal_entity: Text | None = None
    permit: Text | None = None
    ipwl: bool | None = None
    address: Text | None = None
    phone: Plain | None = None
    emergency_phone: Plain | None = None
    hospital: Text | None = None
    complaints_inside: Text | None = None
    complaints_outside: tuple[Text, ...] = ()
    brand: Brand = Brand()


class Signature(Described):
    """Who answers for changing what the catalogue locks."""

    name: Plain
    role: Name
    on: Date


class OnDayType(Described):
    """How a component differs on one kind of day: another window, a pin, or not held."""

    held: bool = True
    window: Window | None = None
    at: Clock | None = None


def _pins(value: object) -> Any:
    if isinstance(value, list):
        raise PydanticCustomError("tc_pins", "a list of times", {"value": ", ".join(map(str, value))[:40]})
    return value if isinstance(value, dict) else {"every": value}


Pins = Annotated[
    dict[Literal["every", "mon", "tue", "wed", "thu", "fri", "sat", "sun"], Clock], BeforeValidator(_pins)]
"""Pinned times the timetable never moves: ``07:45`` for every day, or ``{mon: 07:45, sat: 09:00}``."""

Audience = Literal["each", "all"] | tuple[Name | tuple[Name, ...], ...]
"""Who holds it: ``each`` group for itself, ``all`` together, or a list such as ``[women, [younger, older]]``."""


def groups_named(audience: Audience | None) -> tuple[str, ...]:
    """The groups that an audience names one by one."""
    if audience is None or isinstance(audience, str):
        return ()
    return tuple(name for entry in audience for name in ((entry,) if isinstance(entry, str) else entry))


class Time(Described):
    """One of several times at which a component is held: what differs there from the component's own."""

    at: Pins | None = None
    days: Weekdays | None = None
    """Held on each of these days, unless ``how_often`` says otherwise."""
    how_often: Frequency | None = None
    window: Window | None = None
    minutes: Minutes | None = None
    groups: Audience | None = None
    room: Name | None = None
    weeks: Weeks | None = None
    rotation: Rotation | None = None
    by_day_type: dict[Name, OnDayType] | None = None


class Adjustment(Described):
    """What a programme changes of a component. Each field here replaces the catalogue's field whole."""

    title: Annotated[Text | None, Field(json_schema_extra={"level": "free"})] = None
    minutes: Annotated[Minutes | None, Field(json_schema_extra={"level": "adaptable"})] = None
    how_often: Annotated[Frequency | None, Field(json_schema_extra={"level": "adaptable"})] = None
    window: Annotated[Window | None, Field(json_schema_extra={"level": "adaptable"})] = None
    days: Annotated[Weekdays | None, Field(json_schema_extra={"level": "adaptable"})] = None
    phases: Annotated[tuple[Name, ...] | None, Field(json_schema_extra={"level": "adaptable"})] = None
    group_size: Annotated[GroupSize | None, Field(json_schema_extra={"level": "adaptable"})] = None
    mode: Annotated[Mode | None, Field(json_schema_extra={"level": "adaptable"})] = None
    led_by: Annotated[LeadChange | None, Field(json_schema_extra={"level": "adaptable"})] = None
    weeks: Annotated[Weeks | None, Field(json_schema_extra={"level": "free"})] = None
    """Programme weeks in which it runs; all weeks of its phases where not given."""
    room: Annotated[Name | None, Field(json_schema_extra={"level": "free"})] = None
    """The room this house holds it in."""
    at: Annotated[Pins | None, Field(json_schema_extra={"level": "free"})] = None
    groups: Annotated[Audience | None, Field(json_schema_extra={"level": "free"})] = None
    times: Annotated[tuple[Time, ...] | None, Field(json_schema_extra={"level": "free"})] = None
    """Held at several times, each with hours, days, groups, length or room of its own: in the morning and in the afternoon."""
    allows_individual: Annotated[bool | None, Field(json_schema_extra={"level": "free"})] = None
    """Residents may be called out of it one by one for individual work."""
    split: Annotated[bool | None, Field(json_schema_extra={"level": "free"})] = None
    """``false``: never split for its group size; a group too large is a problem instead."""
    rotation: Annotated[Rotation | None, Field(json_schema_extra={"level": "free"})] = None
    """Only every n-th programme week."""
    by_day_type: Annotated[dict[Name, OnDayType] | None, Field(json_schema_extra={"level": "free"})] = None
    """What differs on one kind of day, such as Ramadan."""
    travel_minutes: Annotated[Minutes | None, Field(json_schema_extra={"level": "free"})] = None
    """On the way, before and again after; the group and its leaders are away for both."""
    same_sex: Annotated[bool | None, Field(json_schema_extra={"level": "free"})] = None
    """Led only by somebody of the group's own sex."""
    alongside: Annotated[tuple[Alternative, ...] | None, Field(json_schema_extra={"level": "free"})] = None
    """What is held at the same time for another faith or language, each with its own leader and room."""
    voluntary: Annotated[bool | None, Field(json_schema_extra={"level": "core"})] = None
    alternative: Annotated[Alternative | None, Field(json_schema_extra={"level": "core"})] = None
    safety: Annotated[Safety | None, Field(json_schema_extra={"level": "core"})] = None
    confrontation: Annotated[bool | None, Field(json_schema_extra={"level": "core"})] = None
    work: Annotated[bool | None, Field(json_schema_extra={"level": "core"})] = None
    signed_by: Signature | None = None


CORE_FIELDS = tuple(
    name for name, field in Adjustment.model_fields.items()
    if isinstance(field.json_schema_extra, dict) and field.json_schema_extra.get("level") == "core"
)
"""Fields of a component that a programme changes only over somebody's signature."""

PROGRAMME_ONLY_FIELDS = ("weeks", "room", "at", "groups", "split", "rotation", "by_day_type", "travel_minutes", "same_sex",
                         "alongside", "times", "allows_individual", "signed_by")
"""Fields of an adjustment that have no counterpart in the catalogue."""


class Off(Described):
    """Why a programme leaves a component of its parent out."""

    reason: Text


class ComponentChoices(Described):
    """Which components the programme runs: those of its parent, plus ``add``, changed by ``adjust``, without ``off``."""

    add: dict[Name, Adjustment | None] = {}
    adjust: dict[Name, Adjustment] = {}
    off: dict[Name, Off] = {}


class Partner(Described):
    """Somebody outside the house the programme relies on."""

    kind: Literal["health", "social", "work", "faith", "family", "legal-aid", "neighbourhood", "government"]
    title: Text
    agreement: bool = False


class Facilities(Described):
    """What the house offers to live in."""

    beds: Count
    sex_separated: bool
    worship_space: bool
    private_room: bool
    drinking_water: bool
    first_aid: bool
    fire_exit: bool


class Contact(Described):
    """One contact after discharge, counted in weeks from leaving."""

    week: Annotated[Positive, Field(le=104)]
    mode: Literal["call", "visit", "group", "clinic"]
    title: Text
    for_residents: Text | None = None
    """The same said to whoever is contacted; ``title`` where not given."""

    def told(self, reader: Reader) -> Text:
        if reader == "families":  # what is asked then is between the house and whoever left
            return Text.of({language: f"{said.partition('. ')[0].rstrip('.')}." for language, said in self.title})
        return (self.for_residents if reader == "residents" else None) or self.title


class Measure(Described):
    """What the programme measures of its own work, and when."""

    title: Text
    times: Annotated[tuple[Text, ...], Field(min_length=1)]


class Target(Described):
    """Whom the programme is for, and whom it must send elsewhere first."""

    sexes: Annotated[tuple[Sex, ...], Field(min_length=1)]
    ages: Ages
    faiths: tuple[Name, ...] = ()
    substances: tuple[Name, ...] = ()
    who: Text
    not_yet: tuple[Text, ...] = ()
    """Conditions that need treatment first: reasons to treat and time, not to refuse for good."""


class Programme(Described):
    """A programme as its author writes it. What ``extends`` names is inherited; ``generator.resolve`` puts both together."""

    title: Text | None = None
    extends: Name | None = None
    abstract: bool = False
    """A pattern to extend, not a house of its own."""
    example: Text | None = None
    """What in this file is an example and not a fact about the organisation."""
    philosophy: tuple[Text, ...] = ()
    organisation: Organisation | None = None
    place: Place | None = None
    starts: Date | None = None
    """The Monday of week 1."""
    edition: Plain | None = None
    model: Literal["tc", "cra", "minnesota", "day-tc"] | None = None
    residential: bool | None = None
    admission: Literal["cohort", "rolling"] | None = None
    target: Target | None = None
    phases: tuple[PhaseLength, ...] = ()
    weeks: Annotated[Positive, Field(le=104)] | None = None
    """How many weeks the timetable covers; the sum of the phases where not given."""
    intake: Intake | None = None
    groups: dict[Name, Annotated[Group, Removable()]] = {}
    staff: dict[Name, Annotated[Person, Removable()]] = {}
    rooms: dict[Name, Annotated[Room, Removable()]] = {}
    day_types: dict[Name, Annotated[DayType, Removable()]] = {}
    duty: Duty | None = None
    team_times: dict[Name, Annotated[TeamTimes, Removable()]] = {}
    """When the staff are together without residents."""
    events: dict[Name, Annotated[Event, Removable()]] = {}
    preferences: dict[Name, Annotated[Count, Field(le=1000)]] = {}
    """Weights of the timetable's wishes, by name; 0 switches one off."""
    guide_address: Plain | None = None
    """Where the house's guide can be reached, for the QR code on printed schedules."""
    components: ComponentChoices = ComponentChoices()
    policies: Policies = Policies()
    partners: dict[Name, Annotated[Partner, Removable()]] = {}
    facilities: Facilities | None = None
    aftercare: tuple[Contact, ...] = ()
    measures: dict[Name, Annotated[Measure, Removable()]] = {}
    evaluation: tuple[Text, ...] = ()
    languages: tuple[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], ...] = ()

    @property
    def keeps_ramadan(self) -> bool:
        """Whether Muslims are among those the programme is for: else its days and sheets do without Ramadan and salat."""
        return not self.target or not self.target.faiths or "islam" in self.target.faiths

    @model_validator(mode="after")
    def _monday(self) -> Self:
        if self.starts and self.starts.weekday() != 0:
            raise PydanticCustomError("tc_monday", "not a monday", {"value": self.starts.isoformat()})
        return self


REQUIRED = (
    "title", "organisation", "place", "starts", "edition", "model", "target", "phases", "groups", "staff", "rooms",
    "day_types", "languages",
)
"""What a programme must have after inheritance before anything can be made of it."""
