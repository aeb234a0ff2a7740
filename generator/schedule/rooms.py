"""Give every placed sitting its room, once the times stand: the best suited one that is free; in a week that is found a group
the same one each time that it holds a component."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.model.week import DAY, GRID, Placement, WeekTask
from generator.schedule.people import once_for_all
from generator.schedule.week_model import PLACES

CHANGED = 3
"""What another room than last week's weighs against a room one step less suited."""

SEVERAL = 2
"""What each further room weighs in which a group holds a component within a week."""

AS_IT_WAS = 100
"""The same where a room is changed only if it must be: more than all steps of suitability."""

NO_ROOM = 1000
"""What a session without a room weighs against everything else."""


def assign_rooms(
    task: WeekTask, placed: Sequence[Placement], last_week: Mapping[str, Placement] | None = None, changed: int = CHANGED, *,
    familiar: bool = False,
) -> tuple[Placement, ...] | None:
    """The placements with rooms: each its smallest suited one where possible, last week's where it was kept.

    Nothing if the rooms cannot be shared out at these times; then the times must be chosen together with the rooms.
    ``changed`` is what another room than last week's weighs; ``familiar``: a group has the same room for a component each time.
    """
    chosen = _share_out(task, placed, last_week or {}, changed, all_of_them=True, familiar=familiar)
    if chosen is None:
        return None
    return tuple(replace(spot, room=chosen.get((spot.key, "room")), other_room=chosen.get((spot.key, "other_room")))
                 for spot in placed)


def without_room(task: WeekTask, placed: Sequence[Placement]) -> frozenset[str]:
    """The sittings for which no room is left at these times, as few as possible."""
    chosen = _share_out(task, placed, {}, CHANGED, all_of_them=False) or {}
    return frozenset(s.key for s in task.sittings for place, rooms in zip(PLACES, (s.rooms, s.other_rooms), strict=True)
                     if rooms and (s.key, place) not in chosen)


def _share_out(
    task: WeekTask, placed: Sequence[Placement], last_week: Mapping[str, Placement], changed: int, *, all_of_them: bool,
    familiar: bool = False,
) -> dict[tuple[str, str], str] | None:
    from ortools.sat.python import cp_model

    model, where = cp_model.CpModel(), {spot.key: spot for spot in placed}
    taken: dict[tuple[str, str], dict[str, Any]] = {}
    users: dict[str, list[tuple[int, int, Any]]] = defaultdict(list)
    costs: list[Any] = []
    known: dict[tuple[tuple[str, str], str, str], list[Any]] = defaultdict(list)
    for sitting in task.sittings:
        spot, before = where[sitting.key], last_week.get(sitting.key)
        start = spot.day * DAY + spot.start
        for place, rooms in zip(PLACES, (sitting.rooms, sitting.other_rooms), strict=True):
            if not rooms:
                continue
            options = taken[sitting.key, place] = {
                room: model.new_bool_var(f"{room} {sitting.key}") for room in rooms
                if not any(name == room and span.day == spot.day and span.start < spot.start + sitting.minutes
                           and spot.start < span.end for name, span in task.closed)}
            if all_of_them:
                if not options:
                    return None
                model.add_exactly_one(options.values())
            elif options:
                model.add_at_most_one(options.values())
                costs.append(NO_ROOM * (1 - sum(options.values())))
            was = getattr(before, place) if before else None
            for rank, (room, use) in enumerate(options.items()):
                users[room].append((start, start + -(-sitting.minutes // GRID) * GRID, use))
                known[sitting.held_by, place, room].append(use)
                costs.append(use * (rank + (changed if was and room != was else 0)))
    for uses in users.values():
        for start in sorted({start for start, _, _ in uses}):
            together = [use for a, b, use in uses if a <= start < b]
            if len(together) > 1:
                model.add_at_most_one(together)
    if familiar:
        costs += [SEVERAL * taken for often in known.values() for taken in once_for_all(model, often)]
    model.minimize(sum(costs))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = 0.03 if familiar else 1
    solver.parameters.linearization_level = 2  # sharing out rooms is nearly linear: a hundredth of the time
    solver.parameters.catch_sigint_signal = False
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return {post: room for post, options in taken.items() for room, use in options.items() if solver.value(use)}
