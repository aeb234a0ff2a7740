"""What a programme is: the house, its people and rooms, its day, its components and its policies."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from generator.language import Text
from generator.model.adjustment import ComponentChoices
from generator.model.colour import Colour, readable
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
    Sex,
    TeamTimes,
)
from generator.model.paper import PaperName
from generator.model.policies import Policies
from generator.model.told import Reader
from generator.model.values import (
    Count,
    Date,
    Described,
    Name,
    Plain,
    Positive,
    Removable,
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
