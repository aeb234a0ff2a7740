"""What a component is: one activity of a programme, told so that a colleague can run it tomorrow."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.language import Text
from generator.model.values import Count, Date, Described, Minutes, Name, Plain, Positive, Weekdays, Window

Grade = Literal["high", "moderate", "low", "very-low", "practice-based"]
Mode = Literal["individual", "group", "community"]
Participants = Literal["residents", "families", "staff", "public"]
ADAPTATIONS = ("methamphetamine", "women", "minors", "multi-faith", "dual-diagnosis", "low-resource")


class Frequency(Described):
    """How often a component runs. Exactly one of the choices."""

    each_week: Annotated[Positive, Field(le=14)] | None = None
    """So many times each week."""
    each_month: Annotated[Positive, Field(le=8)] | None = None
    """So many times in four weeks, in different weeks."""
    every_weeks: Annotated[Positive, Field(ge=2, le=26)] | None = None
    """Once every so many weeks."""
    once: bool | None = None
    """``true``: once in a resident's stay; in a group that stays in one phase, once for each arrival."""
    on: Annotated[
        str, Field(pattern=r"^(independence-eve|(first|second|third|fourth|last)-(mon|tue|wed|thu|fri|sat|sun)-of-month)$")
    ] | None = None
    """A day of the calendar: ``independence-eve``, ``first-sun-of-month``."""
    as_needed: bool | None = None
    """``true``: when somebody needs it. It gets no place in the timetable."""

    @model_validator(mode="after")
    def _one_choice(self) -> Self:
        chosen = [value for value in self.__dict__.values() if value not in (None, False)]
        if len(chosen) != 1:
            raise PydanticCustomError("tc_frequency", "one way of counting", {"count": len(chosen)})
        return self

    @property
    def a_week(self) -> Fraction:
        """How many times in an average week; 0 for what does not come back in weeks."""
        return Fraction(self.each_week or 0) + Fraction(self.each_month or 0, 4) + (
            Fraction(1, self.every_weeks) if self.every_weeks else 0)


class GroupSize(Described):
    """How many take part, facilitators not counted."""

    least: Positive = 1
    """Fewest who take part."""
    most: Positive
    """Most who take part at once."""

    @model_validator(mode="after")
    def _order(self) -> Self:
        if self.least > self.most:
            raise PydanticCustomError("tc_group_size", "least above most", {"least": self.least, "most": self.most})
        return self


class Lead(Described):
    """Who leads. Any one of ``roles`` will do; ``resident`` chairs while that person is present."""

    roles: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Any one of these roles may lead."""
    co_lead: tuple[Name, ...] = ()
    """Roles of a second leader, without whom it is not held; ``[]``: led by one."""
    resident: Name | None = None
    """The resident's role that chairs while the leader is present."""
    qualification: Text
    """What the leader has to know."""
    same_sex: bool = False
    """Only somebody of the group's own sex."""


class RoomNeed(Described):
    """What the place must offer, and how to set it up."""

    features: tuple[Name, ...] = ()
    set_up: Annotated[tuple[Text, ...], Field(min_length=1)]


class Alternative(Described):
    """What is offered at the same time to those who do not take part: equal in worth, never a punishment."""

    title: Text
    """What it is called."""
    description: Text
    """What is done in it."""
    roles: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Any one of these roles may lead it."""
    same_sex: bool = False
    """Only somebody of the group's own sex."""


class Step(Described):
    """One timed step of a session plan."""

    title: Text
    minutes: Minutes
    least: Minutes | None = None
    """Fewest minutes when the slot is short; the full length where not given."""
    core: bool = True
    leader: Text
    say: Annotated[tuple[Text, ...], Field(min_length=1)]
    residents: Text

    @model_validator(mode="after")
    def _least_fits(self) -> Self:
        if self.least is not None and self.least > self.minutes:
            raise PydanticCustomError("tc_least", "least above minutes", {"least": self.least, "minutes": self.minutes})
        return self


class Trouble(Described):
    """What may go wrong in the room and what the leader does then."""

    when: Text
    do: Text


class Topic(Described):
    """One session's theme in a sequence: week 3 prints topic 3."""

    title: Text
    aim: Text
    points: Annotated[tuple[Text, ...], Field(min_length=3, max_length=3)]
    exercise: Text
    closing: Text


class WorksheetPart(Described):
    """A task on the participants' sheet, with room to write or draw."""

    task: Text
    lines: Annotated[Count, Field(le=20)] = 3
    boxes: tuple[Text, ...] = ()
    """Things to tick, if any."""


class Worksheet(Described):
    """One A4 for participants, in plain words."""

    title: Text
    kept: bool = False
    """Whether each person keeps it and goes on with it at the next session; only newcomers need a copy then."""
    parts: Annotated[tuple[WorksheetPart, ...], Field(min_length=1, max_length=8)]


class ForResidents(Described):
    """What a resident reads of it in the resident edition: to a person, in plain words, eight years of school are enough."""

    about: Text
    """What it is for me."""
    happens: Annotated[tuple[Text, ...], Field(min_length=2, max_length=5)]
    """What happens there, in its order."""
    rights: Annotated[tuple[Text, ...], Field(min_length=1, max_length=4)]
    """What I may do, refuse or ask in it."""


class ForFamilies(Described):
    """What a family reads of it in the family edition."""

    happens: Text
    """What their relative does there."""
    support: Annotated[tuple[Text, ...], Field(min_length=1, max_length=3)]
    """How they can help with it."""


class Safety(Described):
    """Who should not attend now, when to stop, and what happens afterwards."""

    not_for: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Who should not attend now."""
    stop_when: Annotated[tuple[Text, ...], Field(min_length=1)]
    """When to stop."""
    follow_up: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What happens afterwards."""
    rules: tuple[Text, ...] = ()
    """Rules that everybody hears at the start."""


class Evidence(Described):
    """What may honestly be said about the effect, and where it comes from."""

    grade: Grade
    may_say: Text
    references: tuple[Plain, ...] = ()


class Review(Described):
    """Who with clinical training has read this; nobody yet unless a name and a date stand here."""

    by: Plain | None = None
    on: Date | None = None

    @model_validator(mode="after")
    def _both(self) -> Self:
        if (self.by is None) != (self.on is None):
            raise PydanticCustomError("tc_review", "name and date belong together")
        return self


class Component(Described):
    """One activity of a programme, told so that a colleague who never ran it can run it tomorrow."""

    title: Text
    house_words: tuple[Plain, ...] = ()
    pillar: Name
    dimensions: Annotated[tuple[Name, ...], Field(min_length=1)]
    relapse_factors: tuple[Name, ...] = ()
    structures: tuple[Name, ...] = ()
    phases: tuple[Name, ...]
    """When in a resident's programme it runs; empty only for what is not held with residents."""
    mode: Mode
    participants: Participants = "residents"
    """Whom it is held with. Only what is held with residents is placed in the house's week."""
    purpose: Text
    objectives: Annotated[tuple[Text, ...], Field(min_length=2)]
    minutes: Minutes
    how_often: Frequency
    within_days: Positive | None = None
    """The first one at the latest this many days after arrival, for individual work: screening 1, plan 14."""
    rhythm: Text | None = None
    """What ``how_often`` cannot say: ``within 72 hours, then weekly for a month``."""
    window: Window = (6 * 60, 21 * 60)
    days: Weekdays = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    group_size: GroupSize
    whole_house: bool = False
    """Whether all groups hold it together where a programme names no ``groups``: the meetings by which a community lives."""
    led_by: Lead
    room: RoomNeed
    materials: tuple[Text, ...] = ()
    voluntary: bool = False
    alternative: Alternative | None = None
    confrontation: bool = False
    heavy: bool = False
    """Asks much of feelings: the timetable keeps two such sessions apart."""
    after: tuple[Name, ...] = ()
    """Components that come first: it begins the week after they have begun."""
    work: bool = False
    """Whether its minutes count as house work."""
    off_site: bool = False
    """Whether it needs no room of the house: held around it, or, by a ``community`` mode, outside it."""
    stands_in_for: tuple[Name, ...] = ()
    """Components that are not held on a day when this one is."""
    builds_on: tuple[Name, ...] = ()
    """Components whose result this one works with: a plan, a list, a record. Unlike ``after`` it says nothing about weeks."""
    instead_of: tuple[Name, ...] = ()
    """Components in whose place this one is offered to whoever cannot or does not wish to take part in them."""
    see_also: tuple[Name, ...] = ()
    """Components to read next."""
    plan: Annotated[tuple[Step, ...], Field(min_length=3, max_length=9)]
    goes_wrong: Annotated[tuple[Trouble, ...], Field(min_length=2)]
    topics: tuple[Topic, ...] = ()
    worksheet: Worksheet | None = None
    adaptations: dict[Literal["methamphetamine", "women", "minors", "multi-faith", "dual-diagnosis", "low-resource"], Text]
    safety: Safety
    indicators: Annotated[tuple[Text, ...], Field(min_length=1)]
    evidence: Evidence
    for_residents: ForResidents | None = None
    for_families: ForFamilies | None = None
    answers: tuple[Annotated[str, Field(pattern=r"^R[0-9]{1,3}$")], ...] = ()
    """Requirements of the seed study this component answers."""
    review: Review = Review()

    @model_validator(mode="after")
    def _residents_have_phases(self) -> Self:
        if self.participants == "residents" and not self.phases:
            raise PydanticCustomError("tc_phases", "residents are in a phase")
        return self

    @property
    def leaves_the_house(self) -> bool:
        """Whether those who take part go out for it."""
        return self.off_site and self.mode == "community"

    @model_validator(mode="after")
    def _steps_sum(self) -> Self:
        total = sum(step.minutes for step in self.plan)
        if total != self.minutes:
            raise PydanticCustomError("tc_steps_sum", "steps do not sum", {"total": total, "minutes": self.minutes})
        return self
