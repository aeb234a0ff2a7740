"""A week that people have agreed on: kept as a file beside its programme, edited by hand, never shuffled."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.values import Clock, Described, Name, Plain, Positive, Weekdays


class Absence(Described):
    """A post or a room that this week has to do without."""

    who: Name
    days: Weekdays = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Before(Described):
    """Where a session stood before the week was changed: for the change notice."""

    day: Name
    at: Clock
    lead: Name
    co_lead: Name | None = None
    room: Name | None = None
    other_lead: Name | None = None
    other_room: Name | None = None


class AgreedSession(Described):
    """One session's place: ``session`` names it as the exported week does."""

    session: Plain
    day: Annotated[str, Field(pattern="^(mon|tue|wed|thu|fri|sat|sun)$")]
    at: Clock
    lead: Name
    co_lead: Name | None = None
    room: Name | None = None
    other_lead: Name | None = None
    other_room: Name | None = None
    locked: bool = False
    """Whether it never moves; else it stays as near as the rules allow."""
    was: Before | None = None


class NotHeld(Described):
    """A session that cannot be held this week, and where it stood."""

    session: Plain
    was: Before


class AgreedWeek(Described):
    """One programme week as it was agreed. Sessions not named here are placed around those that are."""

    week: Positive
    locked: bool = False
    """Whether every session written here never moves."""
    without: tuple[Absence, ...] = ()
    sessions: tuple[AgreedSession, ...] = ()
    not_held: tuple[NotHeld, ...] = ()

    def is_locked(self, session: AgreedSession) -> bool:
        return self.locked or session.locked
