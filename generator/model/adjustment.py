"""Which components a programme runs, and what it changes of each: hours, days, groups, rooms, leaders."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.language import Text
from generator.model.component import Alternative, Frequency, GroupSize, Lead, Mode, Safety
from generator.model.house import Rotation
from generator.model.values import Clock, Date, Described, Minutes, Name, Plain, Weekdays, Weeks, Window


class Signature(Described):
    """Who answers for changing what the catalogue locks."""

    name: Plain
    """Who answers for it."""
    role: Name
    """That person's role."""
    on: Date = Field(examples=["2027-04-05"])
    """When it was signed."""


class LeadChange(Described):
    """Who leads in a programme. Each key here replaces the catalogue's whole; what is not written stays as there."""

    roles: Annotated[tuple[Name, ...], Field(min_length=1)] | None = None
    """Any one of these roles may lead."""
    staff: Annotated[tuple[Name, ...], Field(min_length=1)] | None = Field(default=None, examples=[["chaplain-1"]])
    """Only these posts lead it, by their names under ``staff``; whoever has one of the roles where not given. Who else leads
    with them is found by ``co_lead`` as before."""
    co_lead: tuple[Name, ...] | None = None
    """Roles of a second leader, without whom it is not held; ``[]``: led by one."""
    resident: Name | None = None
    """The resident's role that chairs while the leader is present; ``null``: none chairs."""
    qualification: Text | None = None
    """What the leader has to know."""
    same_sex: bool | None = None
    """Only somebody of the group's own sex."""

    def over(self, lead: Lead) -> Lead:
        """The catalogue's with what is written here; ``null`` takes away what may be missing."""
        own = {key: getattr(self, key) for key in self.model_fields_set if key != "staff"}
        kept = {key: value for key, value in own.items() if value is not None or Lead.model_fields[key].default is None}
        return lead.model_copy(update=kept)

    def after(self, earlier: LeadChange | None) -> LeadChange:
        """With the posts that were named before it, where nothing is written of them here."""
        if "staff" in self.model_fields_set or not earlier or not earlier.staff:
            return self
        return self.model_copy(update={"staff": earlier.staff})


class Beside(Alternative):
    """What is held or offered at the same time, with its own leader and room: equal in worth, never a punishment."""

    staff: Annotated[tuple[Name, ...], Field(min_length=1)] | None = Field(default=None, examples=[["chaplain-2"]])
    """Only these posts lead it, by their names under ``staff``; whoever has one of the roles where not given."""
    room: Name | None = Field(default=None, examples=["chapel"])
    """The room this house holds it in."""


def posts_named(who: LeadChange | Alternative | None) -> tuple[str, ...]:
    """The posts that alone may lead it; nothing where any post of its roles may."""
    return (who.staff or ()) if isinstance(who, LeadChange | Beside) else ()


class AlternativeChange(Described):
    """What is offered at the same time to those who do not take part; what is not written stays as in the catalogue."""

    title: Text | None = Field(default=None, examples=[{"id": "Diskusi nilai", "en": "Values discussion"}])
    """What it is called."""
    description: Text | None = None
    """What is done in it."""
    roles: Annotated[tuple[Name, ...], Field(min_length=1)] | None = Field(default=None, examples=[["social-worker"]])
    """Any one of these roles may lead it."""
    same_sex: bool | None = None
    """Only somebody of the group's own sex."""
    staff: Annotated[tuple[Name, ...], Field(min_length=1)] | None = Field(default=None, examples=[["social-worker-1"]])
    """Only these posts lead it, by their names under ``staff``."""
    room: Name | None = Field(default=None, examples=["library"])
    """The room this house holds it in."""

    def over(self, alternative: Alternative | None) -> Beside:
        """The catalogue's with what is written here; of the room and the posts ``null`` takes away the pattern's."""
        own = {key: getattr(self, key) for key in self.model_fields_set}
        kept = {key: value for key, value in own.items() if value is not None or key in ("staff", "room")}
        return Beside.model_construct(**{**(dict(alternative) if alternative else {}), **kept})


class OnDayType(Described):
    """How a component differs on one kind of day: another window, a pin, or not held."""

    held: bool = True
    """``false``: not held on this kind of day."""
    window: Window | None = None
    """Between these hours on this kind of day."""
    at: Clock | None = None
    """At this time on this kind of day."""


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

    title: Text | None = None
    """What it is called at this time, such as fitness in the morning and yoga in the afternoon."""
    at: Pins | None = None
    """The fixed time it begins: ``07:45`` on each of its days, or by weekday ``{mon: 07:45, sat: 09:00}``."""
    days: Weekdays | None = None
    """Held on each of these days, unless ``how_often`` says otherwise."""
    how_often: Frequency | None = None
    """How often it is held at this time."""
    window: Window | None = None
    """Between which hours, where ``at`` does not fix one."""
    minutes: Minutes | None = None
    """How long it takes at this time."""
    led_by: LeadChange | None = None
    """Who leads it at this time; what is not written stays."""
    groups: Audience | None = None
    """Who holds it at this time."""
    room: Name | None = None
    """The room at this time."""
    weeks: Weeks | None = None
    """Programme weeks in which it is held at this time."""
    rotation: Rotation | None = None
    """Only every n-th programme week."""
    by_day_type: dict[Name, OnDayType] | None = None
    """What differs on one kind of day."""


class Adjustment(Described):
    """What a programme changes of a component. Each key here replaces the catalogue's or the pattern's whole; ``null`` takes
    away what only the pattern says, such as ``at``, ``room`` or ``windows``; what is not written stays as there."""

    title: Annotated[Text | None, Field(json_schema_extra={"level": "free"})] = None
    """What this house calls it."""
    minutes: Annotated[Minutes | None, Field(json_schema_extra={"level": "adaptable"})] = None
    """How long one session takes; its plan is stretched or shortened to it."""
    how_often: Annotated[Frequency | None, Field(json_schema_extra={"level": "adaptable"})] = None
    """How often it is held."""
    window: Annotated[Window | None, Field(json_schema_extra={"level": "adaptable"})] = None
    """Between which hours it may be placed."""
    windows: Annotated[tuple[Window, ...] | None, Field(min_length=1, json_schema_extra={"level": "free"})] = None
    """Several stretches of the day instead of one, as for talks one after another: ``[10:00-12:00, 14:00-15:00]``."""
    days: Annotated[Weekdays | None, Field(json_schema_extra={"level": "adaptable"})] = None
    """On which days of the week it may be placed."""
    phases: Annotated[tuple[Name, ...] | None, Field(json_schema_extra={"level": "adaptable"})] = None
    """In which phases it is held."""
    group_size: Annotated[GroupSize | None, Field(json_schema_extra={"level": "adaptable"})] = None
    """How many take part at once; several groups are then split between groups, one group by number."""
    mode: Annotated[Mode | None, Field(json_schema_extra={"level": "adaptable"})] = None
    """With one resident at a time, with a group, or with the whole house."""
    led_by: Annotated[LeadChange | None, Field(json_schema_extra={"level": "adaptable"})] = None
    """Who leads it here; what is not written stays as in the catalogue."""
    weeks: Annotated[Weeks | None, Field(json_schema_extra={"level": "free"})] = None
    """Programme weeks in which it runs; all weeks of its phases where not given."""
    not_in_weeks: Annotated[tuple[Weeks, ...] | None, Field(json_schema_extra={"level": "free"})] = Field(
        default=None, examples=[[7, "20-21"]])
    """Programme weeks in which it is not held, as when its leader is away."""
    room: Annotated[Name | None, Field(json_schema_extra={"level": "free"})] = None
    """The room this house holds it in."""
    at: Annotated[Pins | None, Field(json_schema_extra={"level": "free"})] = None
    """A fixed time that the timetable never moves: ``07:45``, or by weekday ``{mon: 07:45, sat: 09:00}``; ``null`` takes
    a pattern's away."""
    groups: Annotated[Audience | None, Field(json_schema_extra={"level": "free"})] = None
    """Who holds it: ``each`` group for itself, ``all`` together, or a list such as ``[women, [younger, older]]``, where
    the inner list holds it together."""
    times: Annotated[tuple[Time, ...] | None, Field(json_schema_extra={"level": "free"})] = None
    """Held at several times, each with hours, days, groups, length or room of its own: in the morning and in the afternoon."""
    allows_individual: Annotated[bool | None, Field(json_schema_extra={"level": "free"})] = None
    """Residents may be called out of it one by one for individual work."""
    allows_groups: Annotated[bool | None, Field(json_schema_extra={"level": "free"})] = None
    """Of work that several groups do together: groups may be taken out of it for a session of their own while the others go
    on."""
    split: Annotated[bool | None, Field(json_schema_extra={"level": "free"})] = Field(default=None, examples=[False])
    """``false``: never split for its group size; a group too large is a problem instead."""
    rotation: Annotated[Rotation | None, Field(json_schema_extra={"level": "free"})] = None
    """Only every n-th programme week."""
    by_day_type: Annotated[dict[Name, OnDayType] | None, Field(json_schema_extra={"level": "free"})] = None
    """What differs on one kind of day, such as Ramadan."""
    travel_minutes: Annotated[Minutes | None, Field(json_schema_extra={"level": "free"})] = Field(default=None, examples=[30])
    """On the way, before and again after; the group and its leaders are away for both."""
    same_sex: Annotated[bool | None, Field(json_schema_extra={"level": "free"})] = None
    """Led only by somebody of the group's own sex."""
    alongside: Annotated[tuple[Beside, ...] | None, Field(json_schema_extra={"level": "free"})] = None
    """What is held at the same time for another faith or language, each with its own leader and room."""
    voluntary: Annotated[bool | None, Field(json_schema_extra={"level": "core"})] = None
    """Whether residents may choose not to take part; `false`, over a signature, also takes its `alternative` away."""
    alternative: Annotated[AlternativeChange | None, Field(json_schema_extra={"level": "core"})] = None
    """What is offered at the same time to those who do not take part; its `room` and `staff` need no signature. `null`, over
    a signature: nothing."""
    safety: Annotated[Safety | None, Field(json_schema_extra={"level": "core"})] = None
    """Who should not attend now, and when to stop."""
    confrontation: Annotated[bool | None, Field(json_schema_extra={"level": "core"})] = None
    """Whether residents confront one another in it; the timetable then keeps time before the night's rest."""
    work: Annotated[bool | None, Field(json_schema_extra={"level": "core"})] = None
    """Whether its minutes count as house work."""
    signed_by: Signature | None = None
    """Who answers for changing ``voluntary``, ``alternative``, ``safety``, ``confrontation`` or ``work``, which the
    catalogue locks."""

    @model_validator(mode="after")
    def _window_or_windows(self) -> Self:
        if self.window and self.windows:
            raise PydanticCustomError("tc_windows", "window or windows")
        return self


CORE_FIELDS = tuple(
    name for name, field in Adjustment.model_fields.items()
    if isinstance(field.json_schema_extra, dict) and field.json_schema_extra.get("level") == "core"
)
"""Fields of a component that a programme changes only over somebody's signature."""

PROGRAMME_ONLY_FIELDS = ("weeks", "not_in_weeks", "room", "at", "groups", "split", "rotation", "by_day_type",
                         "travel_minutes", "same_sex", "alongside", "times", "windows", "allows_individual",
                         "allows_groups", "signed_by")
"""Fields of an adjustment that have no counterpart in the catalogue."""


class Off(Described):
    """Why a programme leaves a component of its parent out."""

    reason: Text
    """Why, in a sentence; printed in the handbook."""


class ComponentChoices(Described):
    """Which components the programme runs: those of its parent, plus ``add``, changed by ``adjust``, without ``off``."""

    add: dict[Name, Adjustment | None] = {}
    """Components of the catalogue that the pattern does not have; nothing after the name keeps the catalogue's values."""
    adjust: dict[Name, Adjustment] = {}
    """Components that the pattern or this file has, with what differs here."""
    off: dict[Name, Off] = {}
    """Components of the pattern that are not held here, each with a reason."""
