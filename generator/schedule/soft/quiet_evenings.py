"""Sessions come early in the day, so that evenings are quiet. One unit: half an hour later; only for what is new this week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.week import GRID, Placement, WeekTask
from generator.schedule.week_model import SLOTS, WeekModel

WEIGHT = 1
STEPS = 30 // GRID


def costs(week: WeekModel, last_week: Mapping[str, Placement]) -> list[Any]:
    found = []
    for sitting in week.task.sittings:
        if sitting.resident is None and not sitting.alongside and sitting.key not in last_week:
            late = week.model.new_int_var(0, SLOTS // STEPS, f"late {sitting.key}")
            week.model.add(late * STEPS >= week.time_of(sitting) - (STEPS - 1))
            found.append(late)
    return found


def count(task: WeekTask, placements: Sequence[Placement], last_week: Mapping[str, Placement]) -> int:
    where = {placement.key: placement for placement in placements}
    return sum(
        max(0, -(-(where[s.key].start // GRID - (STEPS - 1)) // STEPS))
        for s in task.sittings if s.resident is None and not s.alongside and s.key not in last_week)
