"""What is held two or three times a week has a day in between. One unit: two of them on neighbouring days."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.week import Placement, WeekTask
from generator.schedule.week_model import WeekModel

WEIGHT = 20
OFTEN = 3
"""Sittings a week up to which there is room for a day in between."""


def costs(week: WeekModel, last_week: Mapping[str, Placement]) -> list[Any]:
    found = []
    for series, sittings in week.series().items():
        in_order = week.comes_in_order(series)
        if 2 <= len(sittings) <= OFTEN:
            # Three on different days: the first and the last are never neighbours of one another.
            for one, other in itertools.pairwise(sittings) if in_order else itertools.combinations(sittings, 2):
                close = week.model.new_bool_var(f"close {one.key} {other.key}")
                if in_order:
                    week.model.add(week.day_of(other) - week.day_of(one) >= 2).only_enforce_if(close.negated())
                else:
                    apart = week.cp.Domain.from_intervals([[-6, -2], [2, 6]])
                    week.model.add_linear_expression_in_domain(
                        week.day_of(other) - week.day_of(one), apart).only_enforce_if(close.negated())
                found.append(close)
    return found


def count(task: WeekTask, placements: Sequence[Placement], last_week: Mapping[str, Placement]) -> int:
    where = {placement.key: placement for placement in placements}
    days: dict[str, list[int]] = defaultdict(list)
    for sitting in task.sittings:
        if not sitting.alongside:
            days[sitting.series].append(where[sitting.key].day)
    return sum(other - one < 2 for found in days.values() if len(found) <= OFTEN
               for one, other in itertools.pairwise(sorted(found)))
