"""Evenings are quiet. One unit: a session that begins up to half an hour after five; only for what is new this week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.week import GRID, Placement, WeekTask
from generator.schedule.week_model import SLOTS, WeekModel

WEIGHT = 1
STEPS = 30 // GRID
EVENING = 17 * 60 // GRID
"""Five in the afternoon, in steps from midnight."""


def costs(week: WeekModel, last_week: Mapping[str, Placement]) -> list[Any]:
    found = []
    for sitting in week.task.sittings:
        latest = max((span.end - sitting.minutes for span in sitting.spans), default=0)
        if sitting.resident is None and not sitting.alongside and sitting.key not in last_week and latest > EVENING * GRID:
            late = week.model.new_int_var(0, SLOTS // STEPS, f"late {sitting.key}")
            week.model.add(late * STEPS >= week.time_of(sitting) - EVENING)
            found.append(late)
    return found


def count(task: WeekTask, placements: Sequence[Placement], last_week: Mapping[str, Placement]) -> int:
    where = {placement.key: placement for placement in placements}
    return sum(
        max(0, -(-(where[s.key].start // GRID - EVENING) // STEPS))
        for s in task.sittings if s.resident is None and not s.alongside and s.key not in last_week)
