"""A session stays where it was last week. One unit: a session at another time than last week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.week import Placement, WeekTask
from generator.schedule.week_model import WeekModel

WEIGHT = 30


def costs(week: WeekModel, last_week: Mapping[str, Placement]) -> list[Any]:
    found: list[Any] = []
    for key in week.start:
        before = last_week.get(key)
        if before is None:
            continue
        if not week.may_be_at(before):
            found.append(1)
            continue
        moved = week.model.new_bool_var(f"moved {key}")
        week.model.add(week.start[key] == week.at(before)).only_enforce_if(moved.negated())
        found.append(moved)
    return found


def count(task: WeekTask, placements: Sequence[Placement], last_week: Mapping[str, Placement]) -> int:
    return sum(
        (spot.day, spot.start) != (before.day, before.start)
        for spot in placements if (before := last_week.get(spot.key)))
