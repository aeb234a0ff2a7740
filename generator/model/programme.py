"""What a programme is: the house, its people and rooms, its day, its components and its policies."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from generator.language import Text
from generator.model.adjustment import ComponentChoices
from generator.model.colour import Colour, readable
from generator.model.day import DayType
from generator.model.house import (
    Duty,
    Event,
    Faith,
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
from generator.model.told import Reader, told_to
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
    """A picture that stands beside the programme's file: SVG, PNG or JPG, less than 2 MB."""
    letterhead: Plain | None = None
    """A broad picture beside the programme's file, printed across the head of forms, notices and letters."""
    paper: PaperName = "a4"
    """The sheet of everything but posters and pocket cards: ``a4``, ``f4`` (215 × 330 mm) or ``letter``."""
    colour: Colour = "#0b5d57"
    """Of headings and of the cover, written ``"#0b5d57"``. Where white letters could not be read on it, a darker shade is
    printed."""
    second_colour: Colour | None = Field(default=None, examples=["#c8102e"])
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
    """What the organisation is called, the same in every language."""
    legal_entity: Text | None = None
    """Its legal form, with the deed or decree."""
    permit: Text | None = None
    """The permit it works under, printed on the cover and in the letterhead."""
    ipwl: bool | None = None
    """Whether it is an institution that receives people who report themselves (IPWL, *Institusi Penerima Wajib
    Lapor*); printed in the staff's handbook."""
    address: Text | None = None
    """Where it can be found, printed in the letterhead."""
    phone: Plain | None = Field(default=None, examples=["0341 000000"])
    """The telephone number in the letterhead, in quotes."""
    emergency_phone: Plain | None = None
    """The number that sends an ambulance, in quotes, not the office's; on pocket cards and in the handbook."""
    hospital: Text | None = None
    """The hospital that residents are sent to."""
    complaints_inside: Text | None = None
    """Where to complain within the house, such as a box or a person."""
    complaints_outside: tuple[Text, ...] = ()
    """Where to complain outside the house, to somebody who does not depend on it."""
    brand: Brand = Brand()
    """How its papers look."""


class Partner(Described):
    """Somebody outside the house the programme relies on."""

    kind: Literal["health", "social", "work", "faith", "family", "legal-aid", "neighbourhood", "government"]
    """What the partner is for."""
    title: Text
    """What the partner is called."""
    agreement: bool = False
    """Whether there is a written agreement."""


class Facilities(Described):
    """What the house offers to live in."""

    beds: Count
    """How many beds there are."""
    sex_separated: bool
    """Whether women and men sleep and wash apart."""
    worship_space: bool
    """Whether there is a place for worship."""
    private_room: bool
    """Whether there is a room for talks that nobody overhears."""
    drinking_water: bool
    """Whether there is safe water to drink."""
    first_aid: bool
    """Whether there is a first-aid kit."""
    fire_exit: bool
    """Whether there is a way out in case of fire."""


class Contact(Described):
    """One contact after discharge, counted in weeks from leaving."""

    week: Annotated[Positive, Field(le=104)]
    """Weeks after leaving, from 1."""
    mode: Literal["call", "visit", "group", "clinic"]
    """By telephone, by a visit, in a group or at a clinic."""
    title: Text
    """What the contact is about. Families read its first sentence."""
    for_residents: Text | None = None
    """The same said to whoever is contacted; ``title`` where not given."""

    def told(self, reader: Reader) -> Text:
        if reader == "families":  # what is asked then is between the house and whoever left
            return Text.of({language: f"{said.partition('. ')[0].rstrip('.')}." for language, said in self.title})
        return told_to(reader, self.title, residents=self.for_residents)


class Measure(Described):
    """What the programme measures of its own work, and when."""

    title: Text
    """What is measured."""
    times: Annotated[tuple[Text, ...], Field(min_length=1)]
    """When it is measured, in words."""


class Target(Described):
    """Whom the programme is for, and whom it must send elsewhere first."""

    sexes: Annotated[tuple[Sex, ...], Field(min_length=1)]
    """Whom the house takes in: ``[man]``, ``[woman]`` or both. Texts that are only about others are left out."""
    ages: Ages
    """Youngest and oldest, in years. From 18 on, texts about minors are left out."""
    faiths: tuple[Faith, ...] = ()
    """The faiths residents have. Without ``islam`` no day is one of Ramadan, no sheet shows prayer times and no text tells of
    salat; without ``kristen`` (Protestant) and ``katolik`` none of church services or Mass; nothing written: of every faith."""
    substances: tuple[Name, ...] = ()
    """The substances that residents used; ``methamphetamine`` adds what the catalogue says of it."""
    who: Text
    """For whom the programme is, in a sentence."""
    not_yet: tuple[Text, ...] = ()
    """Conditions that need treatment first: reasons to treat and time, not to refuse for good."""


NAME_OF_PEOPLE = re.compile(r"[^\W\d_](?:[^\W\d_]|[ '’-](?=\w)){1,39}")
"""Words that can stand in any sentence: letters, hyphens, apostrophes and single spaces, two to forty signs."""


class Programme(Described):
    """What a programme's file says. What ``extends`` names is inherited: write only what differs."""

    title: Text | None = None
    """What the programme is called on every paper."""
    extends: Name | None = None
    """The pattern or programme this one follows, by the name of its folder: what is not written here is as there."""
    abstract: bool = False
    """``true`` for a pattern to extend, which is not a house of its own and gets no documents."""
    example: Text | None = None
    """What in this file is an example and not a fact about the organisation."""
    philosophy: tuple[Text, ...] = ()
    """What the house lives by, printed at the start of the handbook; a paragraph each."""
    organisation: Organisation | None = None
    """The body that runs the house."""
    place: Place | None = None
    """Where the house stands, within Indonesia."""
    starts: Date | None = None
    """The Monday of week 1."""
    edition: Plain | None = None
    """The number of this edition, in quotes. Raise it before new files are handed out: calendars tell by it which is
    newer."""
    model: Literal["tc", "cra", "minnesota", "day-tc"] | None = None
    """Which kind of programme it is: a therapeutic community, community reinforcement (CRA), twelve steps (Minnesota) or
    a therapeutic community by day."""
    residential: bool | None = None
    """Whether residents sleep in the house; with ``false`` nobody is on duty at night and papers speak of clients."""
    residents_called: Text | None = Field(default=None, examples=[{"id": "santri", "en": "student"}])
    """What the people in care are called here, one of them, in small letters: every paper of the programme says it instead of
    *residen* and *resident*. With ``residential: false`` they are *klien* and *client* anyway."""
    admission: Literal["cohort", "rolling"] | None = None
    """Whether residents arrive together (``cohort``) or one after another (``rolling``). Printed in the handbook;
    groups and ``intake`` tell the timetable."""
    target: Target | None = None
    """Whom the programme is for."""
    phases: tuple[PhaseLength, ...] = ()
    """The phases in their order, each with its weeks."""
    weeks: Annotated[Positive, Field(le=104)] | None = None
    """How many weeks the timetable covers; the sum of the phases where not given."""
    intake: Intake | None = None
    """Newcomers, for groups that stay in one phase."""
    groups: dict[Name, Annotated[Group, Removable()]] = {}
    """The groups of residents, each under a name of your own."""
    staff: dict[Name, Annotated[Person, Removable()]] = {}
    """The posts of the team, each under a name of your own. No person's name belongs here."""
    rooms: dict[Name, Annotated[Room, Removable()]] = {}
    """The places where sessions are held, each under a name of your own."""
    day_types: dict[Name, Annotated[DayType, Removable()]] = {}
    """How each kind of day runs: weekday, Friday, public holiday, Ramadan."""
    duty: Duty | None = None
    """The roster of who is on duty day and night; without it none is made."""
    team_times: dict[Name, Annotated[TeamTimes, Removable()]] = {}
    """When the staff are together without residents."""
    events: dict[Name, Annotated[Event, Removable()]] = {}
    """What takes the place of sessions on some dates: home leave, outings, visits."""
    preferences: dict[Name, Annotated[Count, Field(le=1000)]] = {}
    """How much each wish of the timetable weighs, by its name, such as ``quiet-evenings``; 0 switches one off."""
    guide_address: Plain | None = Field(default=None, examples=["https://contoh.or.id/panduan/"])
    """The web address of the house's guide, for the QR code on printed schedules."""
    components: ComponentChoices = ComponentChoices()
    """Which activities the programme holds, and what it changes of each."""
    policies: Policies = Policies()
    """The rules of the house. Each is inherited or replaced as a whole."""
    partners: dict[Name, Annotated[Partner, Removable()]] = {}
    """Who outside the house the programme relies on, each under a name of your own."""
    facilities: Facilities | None = None
    """What the house offers to live in."""
    aftercare: tuple[Contact, ...] = ()
    """The contacts after leaving, in their order."""
    measures: dict[Name, Annotated[Measure, Removable()]] = {}
    """What the programme measures of its own work."""
    evaluation: tuple[Text, ...] = ()
    """How the programme is evaluated; a paragraph each."""
    answers: dict[Name, Annotated[Text, Removable()]] = {}
    """What the house answers to criteria of design that only its people can judge, each under its number:
    ``c26: {id: "Pelatihan P3K setiap Maret", en: "First-aid training every March"}``. Printed in the staff's handbook."""
    languages: tuple[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], ...] = ()
    """The languages papers are made in."""

    @property
    def keeps_ramadan(self) -> bool:
        """Whether Muslims are among those the programme is for: else its days and sheets do without Ramadan and salat."""
        return not self.target or not self.target.faiths or "islam" in self.target.faiths

    @model_validator(mode="after")
    def _a_name_of_people(self) -> Self:
        for _, name in self.residents_called or ():
            if not NAME_OF_PEOPLE.fullmatch(name):
                raise PydanticCustomError("tc_called", "no name of people", {"value": name})
        return self

    @model_validator(mode="after")
    def _monday(self) -> Self:
        if self.starts and self.starts.weekday() != 0:
            raise PydanticCustomError("tc_monday", "not a monday", {
                "value": self.starts.isoformat(), "before": (self.starts - dt.timedelta(self.starts.weekday())).isoformat(),
                "after": (self.starts + dt.timedelta(7 - self.starts.weekday())).isoformat()})
        return self


BY_NAME = ("groups", "staff", "rooms", "day_types", "team_times", "events", "preferences", "partners", "measures",
           "answers")
"""Entries under names: a programme has its pattern's, each replaced as a whole by its own of the same name."""

REQUIRED = (
    "title", "organisation", "place", "starts", "edition", "model", "target", "phases", "groups", "staff", "rooms",
    "day_types", "languages",
)
"""What a programme must have after inheritance before anything can be made of it."""
