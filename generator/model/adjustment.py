"""Which components a programme runs, and what it changes of each: hours, days, groups, rooms, leaders."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from generator.language import Text
from generator.model.component import Alternative, Frequency, GroupSize, LeadChange, Mode, Safety
from generator.model.house import Rotation
from generator.model.values import Clock, Date, Described, Minutes, Name, Plain, Weekdays, Weeks, Window


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
