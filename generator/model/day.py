"""How a kind of day runs: the fixed parts of it that sessions are placed around."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.language import Text
from generator.model.house import Dates, Rotation
from generator.model.values import Clock, Described, Minutes, Name, Positive, Removable, WeekdaysIfAny, Window

FrameKind = Literal[
    "night-rest", "hygiene", "meal", "medication", "prayer", "rest", "quiet", "free", "exercise", "chores", "roll-call",
    "handover", "phone", "visit", "outside",
]
MAY_BE_LEFT = ("chores", "free", "rest", "quiet")
"""Kinds of frame items that a resident may leave for individual work."""

GROUPS_MAY_LEAVE = ("chores",)
"""Kinds of frame items that a whole group may leave for a session."""

CHOSEN_AMONG = ("outside", "exercise")
"""Kinds of frame items among which residents may be asked to choose: worship, sleep and meals are nobody's duty."""

Prayer = Literal["subuh", "dzuhur", "ashar", "maghrib", "isya"]


class ItemChange(Described):
    """What one kind of day changes of an item of the day it is ``like``. Each field here replaces the item's field whole."""

    title: Text | None = None
    """What it is called on the sheets."""
    kind: FrameKind | None = None
    """What it is: meals, worship, free time and sleep are counted by it."""
    at: Clock | None = None
    """Begins at this time."""
    after: Prayer | None = None
    """Begins at the first five-minute mark by which this prayer's time has come on every day of the week."""
    before: Prayer | None = None
    """Ends at the last five-minute mark before this prayer's time on every day of the week."""
    around: Prayer | None = None
    """Where this prayer comes so late that the item would end less than half an hour after it, the item begins as much later:
    for Friday prayer with a fixed hour ``at`` which people leave the house."""
    waits: bool = False
    """Where the item above it ends later, it begins only then: for days on which a prayer comes late."""
    minutes: Minutes | None = None
    """How long it takes."""
    until: Clock | None = None
    """When it ends, in place of ``minutes``."""
    voluntary: bool = False
    """Whether each resident may choose not to take part."""
    groups: tuple[Name, ...] = ()
    """Whose day it is part of; everybody's where not given."""
    choose: Annotated[Positive, Field(le=14)] | None = Field(default=None, examples=[3])
    """How many a week each resident chooses of the items with this title, such as self-help meetings outside; the sheets say
    it, and sessions keep clear of all of them."""
    rotation: Rotation | None = None
    """Only every n-th programme week."""
    allows_individual: bool = False
    """Residents may be called out of it one by one for individual work: out of chores, never of prayer, meals or
    sleep."""
    allows_groups: bool = False
    """Groups may be taken out of it for a session of their own while the others go on: out of chores only."""

    @model_validator(mode="after")
    def _one_place_and_end(self) -> Self:
        if sum(value is not None for value in (self.at, self.after, self.before)) > 1:
            raise PydanticCustomError("tc_place_in_day", "at or after or before")
        if self.minutes is not None and self.until is not None:
            raise PydanticCustomError("tc_frame_end", "minutes or until")
        return self


class FrameItem(ItemChange):
    """A fixed part of the day that sessions are placed around.

    It begins ``at`` a time, ``after`` or ``before`` a prayer, or, with none of these, when the item above it ends.
    """

    title: Text
    """What it is called on the sheets."""
    kind: FrameKind
    """What it is: meals, worship, free time and sleep are counted by it."""
    name: Name | None = None
    """By which a kind of day that is ``like`` this one changes it."""

    @model_validator(mode="after")
    def _may_be_left(self) -> Self:
        if self.allows_individual and self.kind not in MAY_BE_LEFT:
            raise PydanticCustomError("tc_meanwhile", "not during this", {"kind": self.kind, "known": list(MAY_BE_LEFT)})
        return self

    @model_validator(mode="after")
    def _groups_may_leave(self) -> Self:
        if self.allows_groups and self.kind not in GROUPS_MAY_LEAVE:
            raise PydanticCustomError("tc_groups_meanwhile", "not out of this", {
                "kind": self.kind, "known": list(GROUPS_MAY_LEAVE)})
        return self

    @model_validator(mode="after")
    def _may_be_chosen(self) -> Self:
        if self.choose and self.kind not in CHOSEN_AMONG:
            raise PydanticCustomError("tc_chosen", "nobody's duty", {"kind": self.kind, "known": list(CHOSEN_AMONG)})
        return self

    @model_validator(mode="after")
    def _moves_with_a_prayer(self) -> Self:
        if self.around and (self.at is None or self.minutes is None):
            raise PydanticCustomError("tc_around", "at and minutes")
        return self

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if (self.minutes is None) == (self.until is None) or (self.before and self.minutes is None):
            raise PydanticCustomError("tc_frame_end", "minutes or until")
        return self


class DayType(Described):
    """How one kind of day runs: weekday, Friday, Sunday, public holiday, Ramadan, a season.

    The most particular kind wins: one with ``dates`` before one with ``ramadan``, then ``holiday``, then ``days``.
    """

    title: Text = Text(())
    """What this kind of day is called."""
    like: Name | None = None
    """Another kind of day, or the pattern's of the same name: what is not written here is as there."""
    change: dict[Name, Annotated[ItemChange, Removable()]] = {}
    """Items of that day by their ``name``: what differs, ``null`` for none, or a whole item that it does not have."""
    days: WeekdaysIfAny = ()
    """The days of the week that run like this; ``[]``: none. Each day belongs to one kind of day."""
    holiday: bool = False
    """Whether public holidays run like this, whatever their day of the week."""
    ramadan: bool = False
    """Whether days of Ramadan run like this; only those of ``days`` where any are given."""
    dates: tuple[Dates, ...] = ()
    """A season: only on these dates."""
    hours: Window | None = None
    """Between which hours residents are there, in a house by day: no session lies before or after. The whole day where not
    given."""
    sessions: bool = True
    """``false``: no component is held on such days, but for those whose ``by_day_type`` speaks of them, and for what is due
    within a day of somebody's arrival."""
    frame: Annotated[tuple[FrameItem, ...], Field(min_length=1)] = ()
    """The fixed parts of the day in their order; sessions are placed between them."""

    @model_validator(mode="after")
    def _whole_or_like(self) -> Self:
        if bool(self.frame) == bool(self.like) or not (self.title.phrases or self.like) or (self.change and not self.like):
            raise PydanticCustomError("tc_day_type", "frame or like")
        return self

    @model_validator(mode="after")
    def _first_has_a_place(self) -> Self:
        first = self.frame[0] if self.frame else None
        if first is None:
            return self
        if first.at is None and first.after is None and first.before is None:
            raise PydanticCustomError("tc_place_in_day", "at or after or before")
        return self
