"""Choose day, time, people and room for every sitting of a week, with OR-Tools CP-SAT.

The only module that knows the solver. One worker, a fixed seed and a limit in deterministic time, not in
seconds: the same task gives the same week on every machine.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.model.week import DAY, GRID, Placement, Sitting, Span, WeekTask

EFFORT = 0.5
"""Deterministic seconds spent on making a feasible week a good one: within 5 % of the best on the sample, mostly proven."""

EFFORT_TO_FIT = 8.0
"""Deterministic seconds spent on finding any week at all."""

MOVED, UNEVEN_ROUTINE, TOO_CLOSE, LATE, UNEVEN_LOAD = 30, 2, 20, 1, 1
"""Weights of the soft rules: a session moved since last week; five minutes between the times of a routine;
two sittings of a series on neighbouring days; half an hour later in the day; an hour more for the busiest post."""

_SLOTS = DAY // GRID


@dataclass(frozen=True)
class Unsolved:
    """No week could be made: which components cannot be in one week together, or that time ran out."""

    clash: tuple[tuple[str, str], ...]
    """(component, group) pairs; leaving any one out makes the rest fit. Empty if the search ran out of time."""


def solve(task: WeekTask, last_week: Mapping[str, Placement] | None = None) -> tuple[Placement, ...] | Unsolved:
    """Place every sitting, as near to last week's places as the rules allow."""
    if not task.sittings:
        return ()
    before = dict(last_week or {})
    # First leave everything where it was and fit in only what is new; most weeks need no more.
    found = _attempt(task, before, good=True, still=True) if before else None
    found = found or _attempt(task, before, good=True)
    return found if found is not None else Unsolved(_smallest_clash(task))


def _attempt(
    task: WeekTask, last_week: Mapping[str, Placement], *, good: bool, still: bool = False
) -> tuple[Placement, ...] | None:
    from ortools.sat.python import cp_model  # 0.3 s to import: only where a timetable is made

    model = cp_model.CpModel()
    week = _Week(model, cp_model, task)
    if still:
        week.stay(last_week)
    if good:
        model.minimize(sum(_soft_rules(week, last_week)))
        week.hint(last_week)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = EFFORT if good else EFFORT_TO_FIT
    solver.parameters.catch_sigint_signal = False
    status = solver.solve(model)
    if status == cp_model.UNKNOWN and good and not still:
        return _attempt(task, last_week, good=False)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return _suit_rooms(task, tuple(week.placement(solver, sitting) for sitting in task.sittings))


def _suit_rooms(task: WeekTask, placed: tuple[Placement, ...]) -> tuple[Placement, ...]:
    """Give each sitting the best suited of its rooms that is free at its time.

    A pass of its own: as a soft rule it makes the search ten times slower.
    """
    sittings = {sitting.key: sitting for sitting in task.sittings}
    result = {spot.key: spot for spot in placed}

    def free(room: str, spot: Placement) -> bool:
        end = spot.start + sittings[spot.key].minutes
        return not any(
            room in (other.room, other.other_room) and other.day == spot.day
            and other.start < end and spot.start < other.start + sittings[other.key].minutes
            for other in result.values() if other.key != spot.key
        )

    for key, spot in result.items():
        for post, rooms in (("room", sittings[key].rooms), ("other_room", sittings[key].other_rooms)):
            now = getattr(result[key], post)
            taken = {result[key].room, result[key].other_room}
            better = next((room for room in rooms[: rooms.index(now)] if room not in taken and free(room, spot)), None) \
                if now in rooms else None
            if better:
                result[key] = replace(result[key], room=better) if post == "room" else replace(result[key], other_room=better)
    return tuple(result.values())


def _smallest_clash(task: WeekTask) -> tuple[tuple[str, str], ...]:
    """Drop one component after another; what cannot be dropped is the clash. Our own filter: solver cores are not minimal."""
    kept = sorted({(s.component, s.group) for s in task.sittings})
    for one in list(kept):
        rest = [pair for pair in kept if pair != one]
        if rest and not _fits(task, rest):
            kept = rest
    return tuple(kept) if not _fits(task, kept) else ()


def _fits(task: WeekTask, pairs: Sequence[tuple[str, str]]) -> bool:
    chosen = tuple(s for s in task.sittings if (s.component, s.group) in set(pairs))
    return _attempt(WeekTask(chosen, task.workers, task.groups, task.rooms), {}, good=False) is not None


class _Week:
    """The hard rules of one week as constraints."""

    def __init__(self, model: Any, cp_model: Any, task: WeekTask) -> None:
        self.model, self.task, self.domain = model, task, cp_model.Domain
        self.start: dict[str, Any] = {}
        self.day: dict[str, Any] = {}
        self.chosen: dict[tuple[str, str], dict[str, Any]] = {}
        self.load: dict[str, list[tuple[Any, int]]] = defaultdict(list)
        self._of_person: dict[str, list[Any]] = defaultdict(list)
        self._of_room: dict[str, list[Any]] = defaultdict(list)
        self._of_resident: dict[tuple[str, int], list[Any]] = defaultdict(list)
        self._of_group: dict[str, list[tuple[Any, int]]] = defaultdict(list)
        self.spans = {w.name: w.spans for w in task.workers}
        for sitting in task.sittings:
            self._place(sitting)
        for alone in (*self._of_person.values(), *self._of_room.values(), *self._of_resident.values()):
            if len(alone) > 1:
                model.add_no_overlap(alone)
        for group, size in task.groups:
            if self._of_group[group]:
                intervals, demands = zip(*self._of_group[group], strict=True)
                model.add_cumulative(intervals, demands, size)
        for worker in task.workers:
            if self.load[worker.name]:
                model.add(sum(b * m for b, m in self.load[worker.name]) <= worker.minutes_most)
        self._one_a_day()

    def _place(self, sitting: Sitting) -> None:
        model, key = self.model, sitting.key
        length = -(-sitting.minutes // GRID)
        domain = self._starts(sitting, sitting.spans)
        start = self.start[key] = model.new_int_var_from_domain(domain, f"start {key}")
        interval = model.new_fixed_size_interval_var(start, length, f"at {key}")
        self._of_group[sitting.group].append((interval, sitting.size))
        if sitting.resident is not None:
            self._of_resident[sitting.group, sitting.resident].append(interval)
        for post, candidates in (("lead", sitting.leads), ("co_lead", sitting.co_leads),
                                 ("other_lead", sitting.other_leads)):
            self._choose(sitting, post, candidates, start, length, interval, self._of_person, domain)
        for post, candidates in (("room", sitting.rooms), ("other_room", sitting.other_rooms)):
            self._choose(sitting, post, candidates, start, length, interval, self._of_room, domain)

    def _choose(
        self, sitting: Sitting, post: str, candidates: Sequence[str], start: Any, length: int, interval: Any,
        busy: dict[str, list[Any]], domain: Any,
    ) -> None:
        """Exactly one of the candidates, free at that time."""
        if not candidates:
            return
        model, people = self.model, post.endswith("lead")
        options: dict[str, Any] = {}
        for name in candidates:
            fits = self._starts(sitting, _within(self.spans[name], sitting.spans)) if people else domain
            taken = model.new_bool_var(f"{post} {sitting.key} {name}")
            options[name] = taken
            if fits.is_empty():
                model.add(taken == 0)
                continue
            if people and fits.size() < domain.size():
                model.add_linear_expression_in_domain(start, fits).only_enforce_if(taken)
            if len(candidates) == 1:
                busy[name].append(interval)
            else:
                busy[name].append(model.new_optional_fixed_size_interval_var(start, length, taken, f"{name} {sitting.key}"))
            if people:
                self.load[name].append((taken, sitting.minutes))
        model.add_exactly_one(options.values())
        self.chosen[sitting.key, post] = options

    def _starts(self, sitting: Sitting, spans: Sequence[Span]) -> Any:
        intervals = [
            [span.day * _SLOTS + -(-span.start // GRID), span.day * _SLOTS + (span.end - sitting.minutes) // GRID]
            for span in spans
            if span.end - sitting.minutes >= -(-span.start // GRID) * GRID
        ]
        return self.domain.from_intervals(intervals)

    def series(self) -> dict[tuple[str, str], list[Sitting]]:
        """The sittings of each group component, in their order."""
        found: dict[tuple[str, str], list[Sitting]] = defaultdict(list)
        for sitting in self.task.sittings:
            if sitting.resident is None:
                found[sitting.component, sitting.group].append(sitting)
        return found

    def day_of(self, sitting: Sitting) -> Any:
        if sitting.key not in self.day:
            day = self.day[sitting.key] = self.model.new_int_var(0, 6, f"day {sitting.key}")
            self.model.add(self.start[sitting.key] >= day * _SLOTS)
            self.model.add(self.start[sitting.key] < (day + 1) * _SLOTS)
        return self.day[sitting.key]

    def _one_a_day(self) -> None:
        """Sittings of a series lie on different days, in order; each person's own sessions likewise by number."""
        for sittings in self.series().values():
            for one, other in itertools.pairwise(sittings):
                if {s.day for s in one.spans} & {s.day for s in other.spans}:
                    self.model.add(self.day_of(one) < self.day_of(other))
        self._order_individuals()

    def _order_individuals(self) -> None:
        """Residents of one counsellor come in the order of their numbers (any order would do: this keeps the search short).

        Every second component starts its order half way, so that nobody is wanted in two rooms at once.
        """
        of_lead: dict[tuple[str, str, str], list[Sitting]] = defaultdict(list)
        for sitting in self.task.sittings:
            if sitting.resident is not None:
                of_lead[sitting.component, sitting.group, sitting.leads[0]].append(sitting)
        components = sorted({component for component, _, _ in of_lead})
        for (component, _, _), sittings in of_lead.items():
            if components.index(component) % 2:
                half = len(sittings) // 2
                sittings = sittings[half:] + sittings[:half]
            for one, other in itertools.pairwise(sittings):
                self.model.add(self.start[one.key] < self.start[other.key])

    def stay(self, last_week: Mapping[str, Placement]) -> None:
        """Hold every sitting that was there last week, and may still be there, at its time."""
        for sitting in self.task.sittings:
            before = last_week.get(sitting.key)
            if before and any(
                span.day == before.day and span.start <= before.start and before.start + sitting.minutes <= span.end
                for span in sitting.spans
            ):
                self.model.add(self.start[sitting.key] == before.day * _SLOTS + before.start // GRID)

    def hint(self, last_week: Mapping[str, Placement]) -> None:
        for sitting in self.task.sittings:
            before = last_week.get(sitting.key)
            if before is None:
                continue
            self.model.add_hint(self.start[sitting.key], before.day * _SLOTS + before.start // GRID)
            for post in ("lead", "co_lead", "room", "other_lead", "other_room"):
                for name, taken in self.chosen.get((sitting.key, post), {}).items():
                    self.model.add_hint(taken, name == getattr(before, post))

    def placement(self, solver: Any, sitting: Sitting) -> Placement:
        moment = solver.value(self.start[sitting.key])
        picked = {
            post: next((name for name, taken in self.chosen.get((sitting.key, post), {}).items()
                        if solver.value(taken)), None)
            for post in ("lead", "co_lead", "room", "other_lead", "other_room")
        }
        lead = picked.pop("lead")
        assert lead is not None
        return Placement(sitting.key, moment // _SLOTS, moment % _SLOTS * GRID, lead, **picked)


def _within(available: Sequence[Span], wanted: Sequence[Span]) -> list[Span]:
    return [
        Span(a.day, max(a.start, w.start), min(a.end, w.end))
        for a in available for w in wanted
        if a.day == w.day and min(a.end, w.end) > max(a.start, w.start)
    ]


def _soft_rules(week: _Week, last_week: Mapping[str, Placement]) -> list[Any]:
    """What makes one feasible week better than another, each in its weight."""
    model, costs = week.model, []
    for sittings in week.series().values():
        if len(sittings) < 2:
            continue
        times = []
        for sitting in sittings:
            time = model.new_int_var(0, _SLOTS, f"time {sitting.key}")
            model.add(time == week.start[sitting.key] - week.day_of(sitting) * _SLOTS)
            times.append(time)
        earliest, latest = (model.new_int_var(0, _SLOTS, name) for name in ("earliest", "latest"))
        model.add_min_equality(earliest, times)
        model.add_max_equality(latest, times)
        costs.append((latest - earliest) * UNEVEN_ROUTINE)
        if len(sittings) <= 3:
            for one, other in itertools.pairwise(sittings):
                close = model.new_bool_var(f"close {one.key}")
                model.add(week.day_of(other) - week.day_of(one) >= 2).only_enforce_if(close.negated())
                costs.append(close * TOO_CLOSE)
    for sitting in week.task.sittings:
        before = last_week.get(sitting.key)
        if before is not None:
            moved = model.new_bool_var(f"moved {sitting.key}")
            model.add(week.start[sitting.key] == before.day * _SLOTS + before.start // GRID).only_enforce_if(moved.negated())
            costs.append(moved * MOVED)
        elif sitting.resident is None:
            late = model.new_int_var(0, _SLOTS // 6, f"late {sitting.key}")
            model.add(late * 6 >= week.start[sitting.key] - week.day_of(sitting) * _SLOTS - 5)
            costs.append(late * LATE)
    loads = [sum(b * m for b, m in load) for load in week.load.values()]
    if loads:
        busiest = model.new_int_var(0, 7 * 24, "busiest")
        for load in loads:
            model.add(load <= busiest * 60)
        costs.append(busiest * UNEVEN_LOAD)
    return costs
