"""Choose day, time, people and room for every sitting of a week, with OR-Tools CP-SAT.

One worker, a fixed seed and a limit in deterministic time, not in seconds: the same task gives the same week on
every machine.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.week import Placement, Sitting, WeekTask
from generator.schedule.hard import RULES
from generator.schedule.rooms import assign_rooms
from generator.schedule.soft import WISHES
from generator.schedule.week_model import WeekModel

EFFORT = 0.3
"""Deterministic seconds spent on making the first week a good one: within about 5 % of the best on the sample."""

EFFORT_AGAIN = 0.15
"""The same for a week that may lean on the one before."""

EFFORT_TO_MOVE = 2.0
"""Deterministic seconds spent on moving as little as possible; nearly always proven in a twentieth of it."""

EFFORT_TO_FIT = 8.0
"""Deterministic seconds spent on finding any week at all."""

GAP = 0.05
"""A week this near to the best possible one is good enough."""


MOVES = WISHES["same-week-as-last"]


@dataclass(frozen=True)
class Unsolved:
    """No week could be made: which components cannot be in one week together, or that time ran out."""

    clash: tuple[tuple[str, str], ...]
    """(component, people) pairs; leaving any one out makes the rest fit. Empty if the search ran out of time."""


def solve(task: WeekTask, last_week: Mapping[str, Placement] | None = None) -> tuple[Placement, ...] | Unsolved:
    """Place every sitting: a good week, as near to last week's places as the rules allow."""
    from generator.schedule.clash import smallest_clash

    if not task.sittings:
        return ()
    before = dict(last_week or {})
    # First leave everything where it was and fit in only what is new; most weeks need no more.
    found = attempt(task, before, good=True, still=True) if before else None
    found = found or attempt(task, before, good=True) or attempt(task, {}, good=False)
    return found if found is not None else Unsolved(smallest_clash(task))


def attempt(
    task: WeekTask, last_week: Mapping[str, Placement], *, good: bool, still: bool = False
) -> tuple[Placement, ...] | None:
    """One search: for any week that keeps the rules, or for a ``good`` one; ``still`` moves nothing of last week."""

    def search(with_rooms: bool) -> tuple[tuple[Placement, ...] | None, bool]:
        week = model_of(task, with_rooms=with_rooms)
        if still:
            for before in last_week.values():
                if before.key in week.start and week.may_be_at(before):
                    week.model.add(week.start[before.key] == week.at(before))
        if good:
            week.model.minimize(sum(cost * weight for name, weight in weights(task).items() if weight
                                    for cost in WISHES[name].costs(week, last_week)))
            week.hint(last_week)
        solver = solver_of(week, EFFORT_TO_FIT if not good else EFFORT_AGAIN if last_week else EFFORT)
        solver.parameters.cp_model_probing_level = 0
        return _answer(week, solver, last_week)

    return _with_rooms_if_need_be(search)


@dataclass(frozen=True)
class Moved:
    """A week as near as possible to another one."""

    placements: tuple[Placement, ...]
    moves: int
    proven: bool
    """Whether no week with fewer moves exists."""


def fewest_moves(task: WeekTask, before: Mapping[str, Placement], effort: float = EFFORT_TO_MOVE) -> Moved | None:
    """Leave as many sittings as possible at their time; nothing if the rules cannot be kept at all."""
    proven = False

    def search(with_rooms: bool) -> tuple[tuple[Placement, ...] | None, bool]:
        nonlocal proven
        week = model_of(task, with_rooms=with_rooms)
        week.model.minimize(sum(MOVES.costs(week, before)))
        week.hint(before)
        solver = solver_of(week, effort)
        solver.parameters.relative_gap_limit = 0
        solver.parameters.optimize_with_core = True  # few sittings move: the core finds which ones must
        solver.parameters.cp_model_presolve = False
        answer = _answer(week, solver, before)
        proven = solver.status_name() == "OPTIMAL"
        return answer

    placed = _with_rooms_if_need_be(search)
    return Moved(placed, MOVES.count(task, placed, before), proven) if placed is not None else None


def _with_rooms_if_need_be(
    search: Callable[[bool], tuple[tuple[Placement, ...] | None, bool]]
) -> tuple[Placement, ...] | None:
    """Times first and rooms afterwards; both together only where the rooms cannot be shared out."""
    found, times_were_found = search(False)
    return search(True)[0] if found is None and times_were_found else found


def _answer(
    week: WeekModel, solver: Any, last_week: Mapping[str, Placement]
) -> tuple[tuple[Placement, ...] | None, bool]:
    """The placements with rooms, and whether times were found at all."""
    if solver.solve(week.model) not in (week.cp.OPTIMAL, week.cp.FEASIBLE):
        return None, False
    placed = tuple(week.placement(solver, sitting) for sitting in week.task.sittings)
    return assign_rooms(week.task, placed, last_week), True


def model_of(task: WeekTask, *, with_rooms: bool = False) -> WeekModel:
    """A week with all its rules."""
    week = WeekModel(task, with_rooms=with_rooms)
    for rule in RULES.values():
        rule.add(week)
    _in_order_of_number(week)
    return week


def solver_of(week: WeekModel, effort: float) -> Any:
    """A solver that gives the same answer on every machine."""
    solver = week.cp.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = effort
    solver.parameters.relative_gap_limit = GAP
    solver.parameters.catch_sigint_signal = False
    return solver


def weights(task: WeekTask) -> dict[str, int]:
    """The weight of every wish: the programme's, else the wish's own."""
    changed = dict(task.weights)
    return {name: changed.get(name, wish.WEIGHT) for name, wish in WISHES.items()}


def _in_order_of_number(week: WeekModel) -> None:
    """Residents of one counsellor come in the order of their numbers: any order would do, and this keeps the search short.

    Every second component starts its order half way, so that nobody is wanted in two rooms at once.
    """
    of_lead: dict[tuple[str, str, str], list[Sitting]] = defaultdict(list)
    for sitting in week.task.sittings:
        if sitting.resident is not None and sitting.key.endswith(f"r{sitting.resident:02d}"):
            of_lead[sitting.component, sitting.groups[0], sitting.leads[0]].append(sitting)
    components = sorted({component for component, _, _ in of_lead})
    for (component, _, _), sittings in of_lead.items():
        if components.index(component) % 2:
            half = len(sittings) // 2
            sittings = sittings[half:] + sittings[:half]
        for one, other in itertools.pairwise(sittings):
            week.model.add(week.start[one.key] < week.start[other.key])
