"""What the duty roster has to fill: each shift on each day, and the posts that may keep it.

Time runs in minutes from midnight of the programme's first Monday; ``day`` counts from there, 0 = that Monday.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.model.design import Design
from generator.model.house import Hours, Person, Sex, Shift
from generator.model.values import DAYS
from generator.model.week import DAY

Stretch = tuple[int, int]
ALL_HOURS = (Hours(days=DAYS, hours=(0, DAY)),)


@dataclass(frozen=True, order=True)
class Need:
    """One shift on one day: somebody has to keep it."""

    day: int
    start: int
    end: int
    """Lies on the next day where the shift runs across midnight."""
    shift: str
    people: int = 1
    sexes: tuple[Sex, ...] = ()

    @property
    def week(self) -> int:
        """The programme week in which it begins, counted from 1: there its hours count."""
        return self.day // 7 + 1

    @property
    def minutes(self) -> int:
        return self.end - self.start

    @cached_property
    def is_night(self) -> bool:
        """Whether it runs across midnight."""
        return self.end > (self.day + 1) * DAY

    @cached_property
    def is_weekend(self) -> bool:
        return self.day % 7 >= 5


@dataclass(frozen=True)
class Post:
    """A post on the duty roster: how much it may work."""

    name: str
    minutes_most: int
    """In the week."""
    sex: Sex | None = None
    any_sex: bool = False
    """An invented post, to see what one more would change: it counts as whichever sex is lacking."""

    def counts_as(self, sex: Sex) -> bool:
        return self.any_sex or self.sex == sex


@dataclass(frozen=True)
class DutyTask:
    """Everything that decides the roster of some weeks."""

    posts: tuple[Post, ...]
    weeks: int
    needs: tuple[Need, ...]
    """In the order of the days, as many in every week."""
    may: Mapping[Need, frozenset[str]]
    """Need → names of the posts that are available for it and not on leave."""
    rest: int
    """Minutes between the end of one shift and the start of the next."""
    days_most: int
    nights_most: int

    def of_weeks(self, first: int, last: int) -> tuple[Need, ...]:
        """The needs of these weeks, in the order of the clock."""
        a_week = len(self.needs) // self.weeks
        return self.needs[max(first - 1, 0) * a_week : max(last, 0) * a_week]

    def pattern(self, needs: Sequence[Need]) -> tuple[tuple[int, str, frozenset[str]], ...]:
        """What these needs ask of the posts, whatever the week: equal patterns can both be met, or both not."""
        return tuple((need.day % 7, need.shift, self.may[need]) for need in needs)


def duty_task(design: Design, dates: Sequence[dt.date], **changes: object) -> DutyTask | None:
    """The needs of all these dates, whole weeks from the programme's first; nothing for a house without duty roster.

    ``changes`` are made to every post: ``leave=()`` shows what the roster would be if nobody went on leave.
    """
    duty = design.programme.duty
    if duty is None:
        return None
    staff = {name: person.model_copy(update=changes) for name, person in sorted(design.programme.staff.items())
             if person.role in duty.roles}
    needs = tuple(sorted(_need(day, name, shift) for day in range(len(dates)) for name, shift in duty.shifts.items()
                         if shift.falls_on(day % 7)))
    return DutyTask(
        tuple(Post(name, person.hours_per_week * 60, person.sex) for name, person in staff.items()), len(dates) // 7, needs,
        {need: frozenset(name for name, person in staff.items() if may_keep(person, need, dates[0])) for need in needs},
        duty.rest_hours * 60, duty.days_in_a_row_most, duty.nights_in_a_row_most)


def _need(day: int, name: str, shift: Shift) -> Need:
    """A shift that wants a woman and a man wants two people, even where ``people`` was left at one."""
    sexes = tuple(sorted(set(shift.sexes)))
    start = day * DAY + shift.at
    return Need(day, start, start + shift.minutes, name, max(shift.people, len(sexes)), sexes)


def may_keep(person: Person, need: Need, starts: dt.date) -> bool:
    """Whether a shift lies within somebody's hours, and touches no day of leave.

    Until midnight it lies within the hours of the day on which it begins. What runs on into the next day lies within
    the hours of that day, or, where that day is none of theirs, within the same clock hours of the day it began:
    ``mon-fri 00:00-24:00`` keeps Friday's night to the end, ``mon-fri 06:00-24:00`` keeps no night.
    """
    midnight = (need.day + 1) * DAY
    touched = [starts + dt.timedelta(day) for day in range(need.day, (need.end - 1) // DAY + 1)]
    if any(first <= date <= last for first, last in person.leave for date in touched):
        return False
    today = hours_on(person, need.day)
    if not _inside(today, need.start - need.day * DAY, min(need.end, midnight) - need.day * DAY):
        return False
    return need.end <= midnight or _inside(hours_on(person, need.day + 1) or today, 0, need.end - midnight)


def hours_on(person: Person, day: int) -> tuple[Stretch, ...]:
    """When somebody can work on a day, minutes after its midnight, by weekday and rotation; touching hours as one."""
    found: list[Stretch] = []
    for start, end in sorted(hours.hours for hours in person.available if DAYS[day % 7] in hours.days
                             and (not hours.rotation or hours.rotation.falls_in(day // 7 + 1))):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return tuple(found)


def _inside(hours: Sequence[Stretch], start: int, end: int) -> bool:
    return start >= end or any(first <= start and end <= last for first, last in hours)
