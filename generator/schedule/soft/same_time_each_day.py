"""A routine lies at the same time of day all week. One unit: five minutes between its earliest and latest start."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.week import GRID, Placement, WeekTask
from generator.schedule.week_model import SLOTS, WeekModel

WEIGHT = 2


def costs(week: WeekModel, last_week: Mapping[str, Placement]) -> list[Any]:
    found = []
    for sittings in week.series().values():
        if len(sittings) < 2:
            continue
        earliest, latest = (week.model.new_int_var(0, SLOTS, name) for name in ("earliest", "latest"))
        for sitting in sittings:
            time = week.time_of(sitting)
            week.model.add(earliest <= time)
            week.model.add(latest >= time)
        found.append(latest - earliest)
    return found


def count(task: WeekTask, placements: Sequence[Placement], last_week: Mapping[str, Placement]) -> int:
    where = {placement.key: placement for placement in placements}
    times: dict[str, list[int]] = defaultdict(list)
    for sitting in task.sittings:
        if not sitting.alongside:
            times[sitting.series].append(where[sitting.key].start // GRID)
    return sum(max(starts) - min(starts) for starts in times.values())
