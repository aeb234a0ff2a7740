"""Give every placed sitting its leaders, once the times stand: evenly shared, and last week's where it is all the same; then,
in a week that is found, a group the same ones each time that it holds a component."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.model.week import DAY, GRID, Placement, Sitting, Span, WeekTask, Worker
from generator.schedule.week_model import POSTS

EFFORT = 0.1
"""Deterministic seconds; most weeks take a hundredth of it."""

EFFORT_FOR_FACES = 0.03
"""The same for familiar faces."""

NOBODY = 10_000
"""What a post that nobody can fill weighs: more than anything else."""

AN_HOUR_MORE = 1
"""What the busiest post may have more in a week for the sake of familiar faces."""


def assign_people(
    task: WeekTask, placed: Sequence[Placement], last_week: Mapping[str, Placement]
) -> tuple[tuple[Placement, ...], frozenset[str]]:
    """The placements with their people, and the keys of sittings for which at their time somebody is missing."""
    people = _people(task, placed, last_week)
    people.model.minimize(NOBODY * NOBODY * people.lacking + NOBODY * people.busiest + sum(people.changed))
    solver = _solved(people.model)
    if solver is None:
        return tuple(placed), frozenset(spot.key for spot in placed)
    return people.given(solver, placed), frozenset(
        key for key, some in people.missing.items() if any(solver.value(nobody) for nobody in some))


def with_familiar_people(
    task: WeekTask, placed: tuple[Placement, ...], last_week: Mapping[str, Placement]
) -> tuple[Placement, ...]:
    """A whole week with its times and rooms, and for each group as few different leaders of a component as can be."""
    people = _people(task, placed, last_week)
    model, minutes = people.model, {sitting.key: sitting.minutes for sitting in task.sittings}
    load: dict[str, int] = defaultdict(int)
    for spot in placed:
        for post in POSTS:
            if name := getattr(spot, post):
                load[name] += minutes[spot.key]
                model.add_hint(people.chosen[spot.key, post][name], 1)
    model.add(people.lacking == 0)
    model.add(people.busiest <= -(-max(load.values(), default=0) // 60) + AN_HOUR_MORE)
    model.minimize(people.busiest + sum(people.changed) + sum(
        face for often in people.faces.values() for face in once_for_all(model, often)))
    solver = _solved(model, EFFORT_FOR_FACES)
    return people.given(solver, placed) if solver else placed


@dataclass
class _People:
    """Who leads what, as a constraint model."""

    model: Any
    busiest: Any = None
    """Hours of the post that leads most."""
    chosen: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    missing: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    changed: list[Any] = field(default_factory=list)
    faces: dict[tuple[tuple[str, str], str, str], list[Any]] = field(default_factory=lambda: defaultdict(list))
    """Component with its people, post and name: each time that somebody may take it."""

    @property
    def lacking(self) -> Any:
        return sum(nobody for some in self.missing.values() for nobody in some)

    def given(self, solver: Any, placed: Sequence[Placement]) -> tuple[Placement, ...]:
        names = {post: next((name for name, taken in options.items() if solver.value(taken)), None)
                 for post, options in self.chosen.items()}
        return tuple(replace(spot, lead=names[spot.key, "lead"] or "", co_lead=names.get((spot.key, "co_lead")),
                             other_lead=names.get((spot.key, "other_lead"))) for spot in placed)


def _people(task: WeekTask, placed: Sequence[Placement], last_week: Mapping[str, Placement]) -> _People:
    from ortools.sat.python import cp_model

    model, where = cp_model.CpModel(), {spot.key: spot for spot in placed}
    people = _People(model)
    busy: dict[str, list[tuple[int, Sitting, Any]]] = defaultdict(list)
    workers = {worker.name: worker for worker in task.workers}
    for sitting in task.sittings:
        spot, before = where[sitting.key], last_week.get(sitting.key)
        start = spot.day * DAY + spot.start
        for post, candidates in zip(POSTS, (sitting.leads, sitting.co_leads, sitting.other_leads), strict=True):
            if not candidates:
                continue
            options = people.chosen[sitting.key, post] = {
                name: model.new_bool_var(f"{post} {sitting.key} {name}") for name in candidates
                if any(span.day == spot.day and span.start <= spot.start and spot.start + sitting.minutes <= span.end
                       for span in (workers[name].spans if post == "other_lead" else workers[name].spans_for(sitting)))}
            nobody = model.new_bool_var(f"nobody {post} {sitting.key}")
            people.missing[sitting.key].append(nobody)
            model.add_exactly_one(*options.values(), nobody)
            was = getattr(before, post) if before else None
            people.changed += [1 - options[was]] if was in options else []
            for name, taken in options.items():
                busy[name].append((start, sitting, taken))
                people.faces[sitting.held_by, post, name].append(taken)
    people.busiest = model.new_int_var(0, 7 * 24, "busiest")
    for name, uses in busy.items():
        worker = workers[name]
        for moment in sorted({start for start, _, _ in uses}):
            together = [taken for start, sitting, taken in uses if start <= moment < start - (-sitting.minutes // GRID) * GRID]
            if len(together) > 1:
                model.add_at_most_one(together)
        for window in worker.breaks:
            _keep_a_break(model, worker, window, uses)
        load = sum(taken * sitting.minutes for _, sitting, taken in uses)
        model.add(load <= worker.minutes_most)
        model.add(load <= people.busiest * 60)
        if worker.minutes_a_day is not None:
            for day in range(7):
                model.add(sum(taken * sitting.minutes for start, sitting, taken in uses if start // DAY == day)
                          <= worker.minutes_a_day)
    return people


def _solved(model: Any, effort: float = EFFORT) -> Any:
    """The solver with who leads what; nothing where it has found nobody."""
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = effort
    solver.parameters.linearization_level = 2
    solver.parameters.catch_sigint_signal = False
    return solver if solver.solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None


def once_for_all(model: Any, often: Sequence[Any]) -> list[Any]:
    """Whether somebody, or some room, is taken at all for what is held several times; nothing for what is held once."""
    if len(often) < 2:
        return []
    at_all = model.new_bool_var("")
    model.add_max_equality(at_all, often)
    return [at_all]


def _keep_a_break(model: Any, worker: Worker, window: Span, uses: Sequence[tuple[int, Sitting, Any]]) -> None:
    """Some moment of the stretch is free for the worker's whole break: it can begin where the stretch or a session ends."""
    today = [(start - window.day * DAY, sitting, taken) for start, sitting, taken in uses if start // DAY == window.day]
    free = []
    for span in worker.break_spans(window):
        ends = {start - (-sitting.minutes // GRID) * GRID for start, sitting, _ in today}
        for moment in sorted({-(-span.start // GRID) * GRID, *ends}):
            if span.start <= moment and moment + worker.break_minutes <= span.end:
                here = model.new_bool_var(f"break {worker.name} {window.day} {moment}")
                model.add_bool_and([taken.negated() for start, sitting, taken in today
                                    if start < moment + worker.break_minutes and moment < start + sitting.minutes]
                                   ).only_enforce_if(here)
                free.append(here)
    if free:
        model.add_bool_or(free)
