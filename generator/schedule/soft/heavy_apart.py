"""Sessions that ask much of feelings lie on different days. One unit: two of them for the same residents on one day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from generator.model.week import Placement, Sitting, WeekTask
from generator.schedule.week_model import WeekModel

WEIGHT = 15


def _pairs(task: WeekTask) -> Iterator[tuple[Sitting, Sitting]]:
    heavy = [sitting for sitting in task.sittings if sitting.heavy and sitting.resident is None]
    for one, other in combinations(heavy, 2):
        if set(one.groups) & set(other.groups) and one.series != other.series:
            yield one, other


def costs(week: WeekModel, last_week: Mapping[str, Placement]) -> list[Any]:
    found = []
    for one, other in _pairs(week.task):
        if not {span.day for span in one.spans} & {span.day for span in other.spans}:
            continue
        together = week.model.new_bool_var(f"heavy {one.key} {other.key}")
        week.model.add(week.day_of(one) != week.day_of(other)).only_enforce_if(together.negated())
        found.append(together)
    return found


def count(task: WeekTask, placements: Sequence[Placement], last_week: Mapping[str, Placement]) -> int:
    day = {placement.key: placement.day for placement in placements}
    return sum(day[one.key] == day[other.key] for one, other in _pairs(task))
