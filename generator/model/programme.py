"""What a programme is: the house, its people and rooms, its day, its components and its policies."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from generator.language import Text
from generator.model.component import Alternative, Frequency, GroupSize, Lead, Mode, Safety
from generator.model.values import (
    Clock,
    Count,
    Date,
    Described,
    Minutes,
    Name,
    Plain,
    Positive,
    Weekdays,
    Weeks,
    Window,
)

Sex = Literal["woman", "man"]
FrameKind = Literal[
    "night-rest", "hygiene", "meal", "medication", "prayer", "rest", "free", "chores", "roll-call", "phone", "visit"
]
Prayer = Literal["subuh", "dzuhur", "ashar", "maghrib", "isya"]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


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
    colour: Colour = "#0b5d57"


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


class Place(Described):
    """Where the house stands; prayer times are computed from it."""

    city: Plain
    province: Plain | None = None
    latitude: Annotated[float, Field(ge=-15, le=10)]
    longitude: Annotated[float, Field(ge=90, le=145)]
    # Indonesia with its seas: a swapped pair or a missing minus sign is found here, not on the prayer timetable.
    time_zone: Literal["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Pontianak"]


class PhaseLength(Described):
    """One phase of this programme and its weeks."""

    phase: Name
    weeks: Annotated[Positive, Field(le=104)]


class Group(Described):
    """Residents who go through the week together."""

    title: Text
    size: Annotated[Positive, Field(le=60)]


class Hours(Described):
    """When somebody can work."""

    days: Weekdays
    hours: Window


class Person(Described):
    """A post in the team, not a named person."""

    title: Text
    role: Name
    also: tuple[Name, ...] = ()
    """Further roles this person is trained for."""
    certified: bool = False
    sex: Sex | None = None
    available: Annotated[tuple[Hours, ...], Field(min_length=1)]
    hours_per_week: Annotated[Positive, Field(le=60)] = 40


class Room(Described):
    """A place in the house where sessions can be held."""

    title: Text
    capacity: Positive
    features: tuple[Name, ...] = ()


class FrameItem(Described):
    """A fixed part of the day that sessions are placed around."""

    title: Text
    kind: FrameKind
    at: Clock | None = None
    after: Prayer | None = None
    """Anchored: begins at the first five-minute mark by which this prayer's time has come on every day of the week."""
    minutes: Minutes | None = None
    until: Clock | None = None
    voluntary: bool = False

    @model_validator(mode="after")
    def _place_and_end(self) -> Self:
        if (self.at is None) == (self.after is None):
            raise PydanticCustomError("tc_place_in_day", "at or after")
        if (self.minutes is None) == (self.until is None):
            raise PydanticCustomError("tc_frame_end", "minutes or until")
        return self


class DayType(Described):
    """How one kind of day runs: weekday, Friday, Sunday, public holiday."""

    title: Text
    days: Weekdays = ()
    holiday: bool = False
    """Whether public holidays run like this, whatever their day of the week."""
    frame: Annotated[tuple[FrameItem, ...], Field(min_length=1)]


class Signature(Described):
    """Who answers for changing what the catalogue locks."""

    name: Plain
    role: Name
    on: Date


def _pins(value: object) -> Any:
    return value if isinstance(value, dict) else {"every": value}


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
    led_by: Annotated[Lead | None, Field(json_schema_extra={"level": "adaptable"})] = None
    weeks: Annotated[Weeks | None, Field(json_schema_extra={"level": "free"})] = None
    """Programme weeks in which it runs; all weeks of its phases where not given."""
    room: Annotated[Name | None, Field(json_schema_extra={"level": "free"})] = None
    """The room this house holds it in."""
    at: Annotated[
        dict[Literal["every", "mon", "tue", "wed", "thu", "fri", "sat", "sun"], Clock] | None,
        BeforeValidator(lambda value: None if value is None else _pins(value)),
        Field(json_schema_extra={"level": "free"}),
    ] = None
    """A pinned time the timetable never moves: ``07:45`` for every day, or ``{mon: 07:45, sat: 09:00}``."""
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

PROGRAMME_ONLY_FIELDS = ("weeks", "room", "at", "signed_by")
"""Fields of an adjustment that have no counterpart in the catalogue."""


class Off(Described):
    """Why a programme leaves a component of its parent out."""

    reason: Text


class ComponentChoices(Described):
    """Which components the programme runs: those of its parent, plus ``add``, changed by ``adjust``, without ``off``."""

    add: dict[Name, Adjustment | None] = {}
    adjust: dict[Name, Adjustment] = {}
    off: dict[Name, Off] = {}


class Policy(Described):
    """A rule of the house in plain words, as residents and staff read it."""

    says: Annotated[tuple[Text, ...], Field(min_length=1)]
    responsible: Name | None = None


class LeavePolicy(Policy):
    """Leaving: at any time, without penalty, with a safe way out."""

    any_time: bool
    penalty: bool


class MedicationPolicy(Policy):
    """Medicines: what continues, and who alone may change it."""

    continues: tuple[Literal["oat", "arv", "tb", "psychiatric"], ...]
    changed_only_by_prescriber: bool


class SanctionsPolicy(Policy):
    """What follows a broken rule, from least to most."""

    ladder: Annotated[tuple[Text, ...], Field(min_length=1)]
    collective: bool


class ForbiddenPolicy(Policy):
    """The red list: acknowledged by every member of staff."""

    acknowledged: bool


class WorkPolicy(Policy):
    """House work and any work for income."""

    hours_per_week_most: Count
    income_work: Literal["none", "paid", "voluntary"]


class Policies(Described):
    """The rules every resident and member of staff can read."""

    consent: Policy | None = None
    leave: LeavePolicy | None = None
    rights: Policy | None = None
    rules: Policy | None = None
    sanctions: SanctionsPolicy | None = None
    forbidden: ForbiddenPolicy | None = None
    complaints: Policy | None = None
    confidentiality: Policy | None = None
    medication: MedicationPolicy | None = None
    relapse: Policy | None = None
    emergency: Policy | None = None
    overdose: Policy | None = None
    suicide: Policy | None = None
    safeguarding: Policy | None = None
    searches: Policy | None = None
    drug_tests: Policy | None = None
    work: WorkPolicy | None = None
    family_contact: Policy | None = None
    fees: Policy | None = None


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
    groups: dict[Name, Group] = {}
    staff: dict[Name, Person] = {}
    rooms: dict[Name, Room] = {}
    day_types: dict[Name, DayType] = {}
    components: ComponentChoices = ComponentChoices()
    policies: Policies = Policies()
    partners: dict[Name, Partner] = {}
    facilities: Facilities | None = None
    aftercare: tuple[Contact, ...] = ()
    measures: dict[Name, Measure] = {}
    evaluation: tuple[Text, ...] = ()
    languages: tuple[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], ...] = ()

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
