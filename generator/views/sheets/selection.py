"""Which sessions, frame items and duty shifts of a week stand on a sheet: the house's, a group's, a facilitator's, a room's."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.model.design import Design
from generator.model.week import NOON, Day, FrameSlot, Session, TeamTime, Watch, Week
from generator.views.sheets.nights import nights_of, risings


@dataclass(frozen=True)
class Chosen:
    """Whose sheet it is; ``name`` is a group, a post of the staff or a room, and empty for the house."""

    kind: Literal["house", "group", "facilitator", "room"] = "house"
    name: str = ""


HOUSE = Chosen()

ALL_DAY = 8 * 60
"""Minutes from which on an event is told of the day and not drawn in it."""


@dataclass(frozen=True)
class AllOut:
    """A stretch of a day in which every group is outside, each for a reason of its own."""

    start: int
    end: int
    slots: tuple[FrameSlot, ...]


@dataclass(frozen=True)
class Part:
    """What of one day stands on the sheet."""

    day: Day
    sessions: tuple[Session, ...]
    frame: tuple[FrameSlot, ...] = ()
    watches: tuple[Watch, ...] = ()
    shut: bool = False
    """Whether the post is on leave, or the room closed, all day."""
    team_times: tuple[TeamTime, ...] = ()
    """On the house's sheet those during which its residents have nothing else."""
    beside: tuple[TeamTime, ...] = ()
    """When the staff are together while residents have something else: said at the foot of the house's sheet."""
    away: tuple[FrameSlot, ...] = ()
    """Events that take some of the groups away all day: said below the day's name."""
    all_out: tuple[AllOut, ...] = ()
    nights: tuple[FrameSlot, ...] = ()
    """The night's rest that follows the day."""


def parts(design: Design, week: Week, chosen: Chosen) -> tuple[Part, ...]:
    """The week's days as the sheet shows them."""
    if chosen.kind == "facilitator":
        away = design.programme.staff[chosen.name].leave
        return tuple(
            Part(day, tuple(s for s in day.sessions if chosen.name in (s.lead, s.co_lead, s.other_lead)), (),
                 tuple(w for w in week.duty if w.date == day.date and chosen.name in w.people), _falls_in(day.date, away),
                 tuple(t for t in week.team_times if t.date == day.date and chosen.name in t.staff))
            for day in week.days)
    if chosen.kind == "room":
        closed = design.programme.rooms[chosen.name].closed
        return tuple(Part(day, tuple(s for s in day.sessions if chosen.name in (s.room, s.other_room)), (), (),
                          _falls_in(day.date, closed),
                          tuple(t for t in week.team_times if t.date == day.date and chosen.name == t.room))
                     for day in week.days)
    groups = (chosen.name,) if chosen.kind == "group" else tuple(design.programme.groups)
    found = []
    for day, rest, rising in zip(week.days, nights_of(week, groups), risings(week, groups), strict=True):
        sessions = day.sessions if chosen.kind == "house" else _of_group(day.sessions, chosen.name)
        frame = _frame(design, day, sessions, groups, rising)
        gone = tuple(slot for slot in frame if chosen.kind == "house" and slot.kind == "away" and slot.groups
                     and not set(groups) <= set(slot.groups) and slot.end - slot.start >= ALL_DAY)
        part = Part(day, sessions, tuple(slot for slot in frame if slot not in gone), away=gone, nights=rest)
        found.append(_of_the_house(week, part) if chosen.kind == "house" else part)
    return tuple(found)


def _of_the_house(week: Week, part: Part) -> Part:
    """With what everybody may see of those who are not there: groups that are outside, staff that meet."""
    part = replace(part, all_out=_all_out(part.day, {group for group, _ in week.phases}))
    times = [time for time in week.team_times if time.date == part.day.date]
    held: tuple[Session | FrameSlot | AllOut, ...] = (*part.sessions, *part.frame, *part.all_out)
    taken = [(one.start, one.end) for one in held]
    free = tuple(time for time in times if not any(start < time.end and time.start < end for start, end in taken))
    return replace(part, team_times=free, beside=tuple(time for time in times if time not in free))


def closed_days(week: Week, chosen: Chosen = HOUSE) -> tuple[Day, ...]:
    """Days on which everybody is outside all day and that call for no column of their own; none where all are such days.

    A holiday or an event is told in its column. A group's sheet is without the days on which it does not come.
    """
    groups = {group for group, _ in week.phases}
    staffed = {*(watch.date for watch in week.duty), *(time.date for time in week.team_times)}
    found = tuple(day for day in week.days if (chosen.kind == "group" and day.without(chosen.name)) or (
        not day.sessions and not day.calendar.holiday and day.date not in staffed and _all_outside(day, groups)))
    return found if len(found) < len(week.days) else ()


def _all_outside(day: Day, groups: set[str]) -> bool:
    slots = [slot for slot in day.frame if slot.kind != "night-rest" and slot.concerns(groups)]
    out = [slot for slot in slots if slot.is_out]
    return bool(groups) and slots == out and all(
        day.without(group) or any(slot.concerns((group,)) for slot in out) for group in groups)


def _all_out(day: Day, groups: set[str]) -> tuple[AllOut, ...]:
    """When the groups outside are together the whole house, though none of the frame's items says so alone."""
    out = [slot for slot in day.frame
           if (slot.is_out or slot.kind == "away") and slot.groups and not groups <= set(slot.groups)]
    found: list[AllOut] = []
    for start, end in itertools.pairwise(sorted({minute for slot in out for minute in (slot.start, slot.end)})):
        here = tuple(slot for slot in out if slot.start <= start and end <= slot.end)
        if groups <= {group for slot in here for group in slot.groups}:
            if found and (found[-1].end, found[-1].slots) == (start, here):
                start = found.pop().start
            found.append(AllOut(start, end, here))
    return tuple(found)


def has_sessions(week: Week, chosen: Chosen, found: Sequence[Part]) -> bool:
    """Whether the sheet of this week says anything: a group may not have come yet, a post may have no session."""
    if chosen.kind in ("house", "group"):
        return chosen.name in dict(week.phases) or any(part.sessions for part in found)
    return any(part.sessions or part.watches or part.team_times for part in found)


def _of_group(sessions: Sequence[Session], group: str) -> tuple[Session, ...]:
    """A group's own sessions, and what is held alongside them for its members of another faith or language."""
    own = {s.key for s in sessions if group in s.groups and not s.strand}
    return tuple(s for s in sessions if group in s.groups
                 or (s.strand and s.key.replace(f"+{s.strand}/", "/", 1) in own))


def _frame(
    design: Design, day: Day, sessions: Sequence[Session], groups: Sequence[str], rising: int
) -> tuple[FrameSlot, ...]:
    """The day from rising to bedtime; an evening spent outside takes the place of what the house would do meanwhile.

    Where only some of the sheet's groups are ``outside``, as on a clinic's days without a visit, that takes no room.
    """
    slots = [slot for slot in day.frame if slot.concerns(groups)
             and not (slot.is_out and slot.groups and not set(groups) <= set(slot.groups))]
    nights = [slot for slot in slots if slot.kind == "night-rest"]
    bedtime = max((slot.start for slot in nights if slot.start >= NOON), default=1440)
    out = [s for s in sessions if design.components[s.component].component.off_site and s.end > bedtime - 90]
    return tuple(slot for slot in slots if slot.kind != "night-rest" and slot.start >= rising
                 and not any(s.start < slot.end and slot.start < s.end and slot.concerns(s.groups) for s in out))


def before_rising(week: Week, groups: Collection[str]) -> tuple[tuple[FrameSlot, ...], ...]:
    """For each day what lies in the night's rest: a prayer or a meal before dawn, a round of the nurse."""
    return tuple(
        tuple(slot for slot in day.frame if slot.kind != "night-rest" and slot.start < rising and slot.concerns(tuple(groups)))
        for day, rising in zip(week.days, risings(week, groups), strict=True))


def _falls_in(date: dt.date, stretches: Sequence[tuple[dt.date, dt.date]]) -> bool:
    return any(first <= date <= last for first, last in stretches)
