"""Give every placed sitting its leaders, once the times stand: evenly shared, and last week's where it is all the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.model.week import DAY, GRID, Placement, Sitting, Span, WeekTask, Worker
from generator.schedule.week_model import POSTS

EFFORT = 0.1
"""Deterministic seconds; most weeks take a hundredth of it."""

NOBODY = 10_000
"""What a post that nobody can fill weighs: more than anything else."""


def assign_people(
    task: WeekTask, placed: Sequence[Placement], last_week: Mapping[str, Placement]
) -> tuple[tuple[Placement, ...], frozenset[str]]:
    """The placements with their people, and the keys of sittings for which at their time somebody is missing."""
    from ortools.sat.python import cp_model

    model, where = cp_model.CpModel(), {spot.key: spot for spot in placed}
    chosen: dict[tuple[str, str], dict[str, Any]] = {}
    missing: dict[str, list[Any]] = defaultdict(list)
    busy: dict[str, list[tuple[int, Sitting, Any]]] = defaultdict(list)
    changed: list[Any] = []
    workers = {worker.name: worker for worker in task.workers}
    for sitting in task.sittings:
        spot, before = where[sitting.key], last_week.get(sitting.key)
        start = spot.day * DAY + spot.start
        for post, candidates in zip(POSTS, (sitting.leads, sitting.co_leads, sitting.other_leads), strict=True):
            if not candidates:
                continue
            options = chosen[sitting.key, post] = {
                name: model.new_bool_var(f"{post} {sitting.key} {name}") for name in candidates
                if any(span.day == spot.day and span.start <= spot.start and spot.start + sitting.minutes <= span.end
                       for span in (workers[name].spans if post == "other_lead" else workers[name].spans_for(sitting)))}
            nobody = model.new_bool_var(f"nobody {post} {sitting.key}")
            missing[sitting.key].append(nobody)
            model.add_exactly_one(*options.values(), nobody)
            was = getattr(before, post) if before else None
            changed += [1 - options[was]] if was in options else []
            for name, taken in options.items():
                busy[name].append((start, sitting, taken))
    busiest = model.new_int_var(0, 7 * 24, "busiest")
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
        model.add(load <= busiest * 60)
        if worker.minutes_a_day is not None:
            for day in range(7):
                model.add(sum(taken * sitting.minutes for start, sitting, taken in uses if start // DAY == day)
                          <= worker.minutes_a_day)
    lacking = [nobody for some in missing.values() for nobody in some]
    model.minimize(NOBODY * NOBODY * sum(lacking) + NOBODY * busiest + sum(changed))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = EFFORT
    solver.parameters.linearization_level = 2
    solver.parameters.catch_sigint_signal = False
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return tuple(placed), frozenset(where)
    names = {post: next((name for name, taken in options.items() if solver.value(taken)), None)
             for post, options in chosen.items()}
    return tuple(replace(spot, lead=names[spot.key, "lead"] or "", co_lead=names.get((spot.key, "co_lead")),
                         other_lead=names.get((spot.key, "other_lead"))) for spot in placed), \
        frozenset(key for key, some in missing.items() if any(solver.value(nobody) for nobody in some))


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
