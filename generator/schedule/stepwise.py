"""A good week step by step: the times, then the people, then the rooms; then mend what did not come out.

While times are chosen, people and rooms are only counted: enough of them at any moment. That is a far smaller search than
choosing everything at once, and nearly all of what it finds can be filled. Where a post or a room is missing, its sessions
are placed once more with everything in the search and the rest of the week standing still. A week so full that this does not
help is searched whole, from these times on.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.model.week import Placement, Sitting, Span, WeekTask
from generator.schedule.people import assign_people
from generator.schedule.rooms import assign_rooms, without_room
from generator.schedule.routine import add_routine
from generator.schedule.solve import EFFORT, EFFORT_AGAIN, Search, answer_of, model_of, price, solver_of
from generator.schedule.week_model import WeekModel

EFFORT_TO_MEND = 0.05
"""Deterministic seconds for putting one series in again; more where much may move."""

MOST_TO_MEND, A_LITTLE = 0.1, 0.002
"""The same for all of them: what comes to something takes a fifth of it. After that each of the others gets little."""

EFFORT_FOR_ALL = 0.3
"""The same for the whole week near times that are known; mostly it takes a third of it."""

Told = Callable[[Search], None] | None
Places = Mapping[str, Placement]


def step_by_step(task: WeekTask, last_week: Places, *, told: Told = None) -> tuple[Placement, ...] | None:
    """A week that keeps the rules, or nothing where this way leads to none."""
    for routine, in_order in ((True, True), (False, True), (False, False)):
        times, none = _times(task, last_week, routine, in_order, EFFORT_AGAIN if last_week else EFFORT, told)
        if times is not None:
            return _filled(task, times, last_week, told)
        if not none and not routine:
            break  # without the routine more is found only from nothing
        if not routine and last_week:
            break  # a week that follows another is soon found in another way
    return None


def _times(
    task: WeekTask, last_week: Places, routine: bool, in_order: bool, effort: float, told: Told
) -> tuple[tuple[Placement, ...] | None, bool]:
    """Times of a good week, and whether it is certain that there are none of this kind."""
    week = model_of(task, last_week=last_week, with_people=False, in_order=in_order)
    if routine:
        add_routine(week, last_week)
    none: list[bool] = []

    def hear(search: Search) -> None:
        none.append(search.status == "INFEASIBLE")
        if told:
            told(search)

    solver = _solved(week, last_week, last_week, hear, effort)
    return tuple(week.placement(solver, sitting) for sitting in task.sittings) if solver else None, none[-1]


def _filled(
    task: WeekTask, times: Sequence[Placement], last_week: Places, told: Told
) -> tuple[Placement, ...] | None:
    placed, lacking = assign_people(task, times, last_week)
    whole = {spot.key: spot for spot in placed if spot.key not in lacking}
    where: Places | None = {spot.key: spot for spot in placed}
    for with_rooms in (False, True):
        if lacking and where is not None:
            where = _put_in_again(task, where, lacking, last_week, told, with_rooms)
        if where is None:
            return _all_at_once(task, whole, last_week)
        placed = tuple(where[sitting.key] for sitting in task.sittings)
        lacking = without_room(task, placed)
    return assign_rooms(task, placed, last_week)


def _all_at_once(task: WeekTask, near: Places, last_week: Places) -> tuple[Placement, ...] | None:
    """Any week with these times, or nearly these."""
    week = model_of(task, with_rooms=True, last_week=last_week)
    week.hint(near)
    solver = solver_of(week, EFFORT_FOR_ALL)
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.linearization_level = 0  # only whether there is one: a fifth of the time
    solver.parameters.hint_conflict_limit = 1000  # stay near
    return answer_of(week, solver, last_week)[0]


def _put_in_again(
    task: WeekTask, where: Places, lacking: Collection[str], last_week: Places, told: Told, with_rooms: bool
) -> Places | None:
    """The week with its lacking sittings taken out and put in again, one series after another, the rest at its times."""
    series = {s.series: s for s in task.sittings if s.key in lacking and not s.alongside}
    series |= {s.series: s for s in task.sittings for one in task.sittings if one.key in lacking and one.alongside == s.key}
    out = _with_what_is_beside(task, series)
    here = {key: spot for key, spot in where.items() if key not in out}
    left = MOST_TO_MEND

    def hear(search: Search) -> None:
        nonlocal left
        left -= search.effort
        if told:
            told(search)

    for name in sorted(series, key=lambda name: (len(series[name].leads), name)):
        for routine, loose in itertools.product((True, False), _wider(task, where, name)):
            sittings = tuple(_standing(s, here[s.key], with_rooms) if s.key in here and s.key not in loose else s
                             for s in task.sittings if s.key in here or s.key in loose - out or s.key in _of(task, name))
            week = model_of(replace(task, sittings=sittings), with_rooms=with_rooms, in_order=False)
            if routine:
                add_routine(week, last_week)
            solver = _solved(week, here, last_week, hear, min(EFFORT_TO_MEND * (1 + len(loose) // 25), max(left, A_LITTLE)))
            if solver:
                here = {s.key: week.placement(solver, s) for s in sittings}
                break
        else:
            return None
    return here


def _of(task: WeekTask, series: str) -> frozenset[str]:
    return _with_what_is_beside(task, (series,))


def _with_what_is_beside(task: WeekTask, series: Collection[str]) -> frozenset[str]:
    keys = {sitting.key for sitting in task.sittings if sitting.series in series}
    return frozenset(keys | {sitting.key for sitting in task.sittings if sitting.alongside in keys})


def _standing(sitting: Sitting, spot: Placement, with_people: bool) -> Sitting:
    """The sitting where it lies, and led by whom it is, or not yet."""
    there = replace(sitting, spans=(Span(spot.day, spot.start, spot.start + sitting.minutes),))
    return replace(there, leads=(spot.lead,), co_leads=(spot.co_lead,) if spot.co_lead else (),
                   other_leads=(spot.other_lead,) if spot.other_lead else ()) if with_people else there


def _wider(task: WeekTask, where: Places, series: str) -> list[frozenset[str]]:
    """What may move to make room for a series: itself; then also what met it and wants the same people or rooms; then the
    same component of every group; then what its residents have in groups."""
    mine = [sitting for sitting in task.sittings if sitting.series == series]
    rivals = {other.series for one in mine for other in task.sittings
              if _meet(one, where[one.key], other, where[other.key]) and _wants(one) & _wants(other)}
    groups = {group for sitting in mine for group in sitting.groups}
    of_groups = {s.series for s in task.sittings if s.resident is None and set(s.groups) & groups}
    of_component = {s.series for s in task.sittings if s.resident is None and s.component == mine[0].component} | rivals
    return [_with_what_is_beside(task, {series, *names}) for names in ((), rivals, of_component, of_groups | of_component)]


def _meet(one: Sitting, here: Placement, other: Sitting, there: Placement) -> bool:
    return here.day == there.day and here.start < there.start + other.minutes and there.start < here.start + one.minutes


def _wants(sitting: Sitting) -> set[str]:
    return {*sitting.leads, *sitting.co_leads, *sitting.other_leads, *sitting.rooms, *sitting.other_rooms}


def _solved(week: WeekModel, hint: Places, last_week: Places, told: Told, effort: float) -> Any:
    """The solver with a good week, or nothing."""
    week.model.minimize(price(week, last_week))
    week.hint(hint)
    solver = solver_of(week, effort)
    solver.parameters.cp_model_probing_level = 0
    status = solver.solve(week.model)
    if told:
        told(Search(solver.status_name(status), solver.objective_value, solver.best_objective_bound,
                    solver.response_proto.deterministic_time))
    return solver if status in (week.cp.OPTIMAL, week.cp.FEASIBLE) else None
