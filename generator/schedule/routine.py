"""A week as a routine: what repeats lies at one time of day and, where it is held two or three times, with a day between.

Wishes, and no rules: but a search that begins with the weeks that keep them all finds a good one many times sooner.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from generator.model.week import GRID, Placement, Sitting
from generator.schedule.soft import WISHES
from generator.schedule.week_model import WeekModel

OFTEN = WISHES["days-between"].OFTEN


def add_routine(week: WeekModel, last_week: Mapping[str, Placement]) -> None:
    """Hold every repeated session to its routine, if it has one: pins and last week's places may stand against it."""
    for sittings in week.series().values():
        if len(sittings) < 2:
            continue
        before = [last_week[sitting.key] for sitting in sittings if sitting.key in last_week]
        if len({spot.start for spot in before}) <= 1 and set.intersection(*map(_times, sittings)):
            for one, other in itertools.pairwise(sittings):
                week.model.add(week.time_of(one) == week.time_of(other))
        days = sorted({span.day for sitting in sittings for span in sitting.spans})
        if not before and len(sittings) <= OFTEN and _can_be_apart(sittings, days):
            for one, other in itertools.pairwise(sittings):
                week.model.add(week.day_of(other) - week.day_of(one) >= 2)


def _times(sitting: Sitting) -> set[int]:
    return {minute for span in sitting.spans
            for minute in range(-(-span.start // GRID) * GRID, span.end - sitting.minutes + 1, GRID)}


def _can_be_apart(sittings: Sequence[Sitting], days: Sequence[int]) -> bool:
    """Whether the days leave room for a day in between, each taken as early as possible."""
    last = -2
    for sitting in sittings:
        free = sorted({span.day for span in sitting.spans if span.day >= last + 2})
        if not free:
            return False
        last = free[0]
    return len(days) >= len(sittings)
