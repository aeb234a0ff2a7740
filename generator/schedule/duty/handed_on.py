"""A week of the roster in which everybody takes a week that somebody has had: turns that people know, found quickly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from generator.schedule.duty.cost import Kept, Weighing
from generator.schedule.duty.model import solver_for
from generator.schedule.duty.needs import DutyTask, Need, Post

EFFORT = 0.02
"""Deterministic seconds; proven in a tenth of it."""

Row = tuple[str, ...]
"""Somebody's week: the shift of each day from Monday, or nothing."""


def rows_of(task: DutyTask, kept: Kept) -> tuple[Row, ...]:
    """The weeks that the posts have in one week's roster."""
    of_post = {post.name: [""] * 7 for post in task.posts}
    for need, names in kept.items():
        for name in names:
            of_post[name][need.day % 7] = need.shift
    return tuple(tuple(row) for row in of_post.values())


def hand_on(
    task: DutyTask, needs: Sequence[Need], rows: Sequence[Row], weighing: Weighing
) -> tuple[dict[Need, tuple[str, ...]] | None, int]:
    """The best way to give everybody one of these weeks, and its cost; nothing if none keeps the rules."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    of_day = {(need.day % 7, need.shift): need for need in needs}
    keeping: dict[Need, list[tuple[Post, Any]]] = defaultdict(list)
    costs: list[Any] = []
    for post in task.posts:
        options = []
        for row in rows:
            mine = [of_day[day, shift] for day, shift in enumerate(row) if shift]
            cost = weighing.cost(post.name, mine)
            if cost is not None:
                options.append(model.new_bool_var(""))
                costs.append(cost * options[-1])
                for need in mine:
                    keeping[need].append((post, options[-1]))
        model.add_exactly_one(options)
    for need in needs:
        model.add(sum(taken for _, taken in keeping[need]) == need.people)
        for sex in need.sexes:
            model.add(sum(taken for post, taken in keeping[need] if post.counts_as(sex)) >= 1)
    model.minimize(sum(costs))
    solver = solver_for(EFFORT)
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, 0
    kept = {need: tuple(post.name for post, taken in keeping[need] if solver.value(taken)) for need in needs}
    return kept, round(solver.objective_value)
