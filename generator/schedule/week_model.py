"""One week as a constraint model: when each sitting begins, who leads it, where it is held.

The rules themselves stand in ``hard/`` and ``soft/``, one file each; they find here what they need.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.week import DAY, GRID, Placement, Sitting, Span, WeekTask

SLOTS = DAY // GRID
POSTS = ("lead", "co_lead", "other_lead")
PLACES = ("room", "other_room")


@dataclass(frozen=True)
class Choice:
    """That a sitting may be given a person or a room: the yes-or-no variable, and the time it would take."""

    sitting: Sitting
    taken: Any
    interval: Any


class WeekModel:
    """The variables of one week. Times are five-minute steps from Monday's midnight."""

    def __init__(self, task: WeekTask, *, with_rooms: bool = False, in_order: bool = True,
                 may_drop: Collection[str] = (), with_people: bool = True, disordered: Collection[str] = ()) -> None:
        from ortools.sat.python import cp_model  # 0.3 s to import: only where a timetable is made

        self.cp, self.model, self.task, self.with_rooms = cp_model, cp_model.CpModel(), task, with_rooms
        self.with_people = with_people
        """Whether it is part of the search who leads; else only that at any time there are enough who may."""
        self.open: list[tuple[frozenset[str], Sitting]] = []
        """Posts to be filled once the times stand: who may, and of which sitting."""
        self.in_order = in_order
        """Whether what could as well be exchanged (repetitions of a session, residents of one counsellor) stands in its
        order: a shorter search, but one move more where a session passes its neighbour."""
        self.disordered = frozenset(disordered)
        """Series whose sittings may lie in any order all the same."""
        self.held: dict[str, Any] = {key: self.model.new_bool_var(f"held {key}") for key in may_drop}
        """Sittings that may be left out, when a week is mended: whether they are held."""
        self.sittings = {sitting.key: sitting for sitting in task.sittings}
        self.start: dict[str, Any] = {}
        self.interval: dict[str, Any] = {}
        self.domain: dict[str, Any] = {}
        self.chosen: dict[tuple[str, str], dict[str, Any]] = {}
        self.of_person: dict[str, list[Choice]] = defaultdict(list)
        self.of_room: dict[str, list[Choice]] = defaultdict(list)
        self._day: dict[str, Any] = {}
        self._on_day: dict[tuple[str, int], Any] = {}
        self._workers = {worker.name: worker for worker in task.workers}
        for sitting in task.sittings:
            self._place(sitting)

    def _place(self, sitting: Sitting) -> None:
        key, length = sitting.key, -(-sitting.minutes // GRID)
        self.domain[key] = self.starts(sitting.minutes, sitting.spans)
        if not self.domain[key].is_empty() or self.held_of(sitting) is None:
            self.start[key] = self.model.new_int_var_from_domain(self.domain[key], f"start {key}")
        held = self.held_of(sitting)
        if held is not None and self.domain[key].is_empty():
            self.model.add_bool_or([held.negated()])
            self.start[key] = self.model.new_constant(0)
        self.interval[key] = self.model.new_fixed_size_interval_var(self.start[key], length, f"at {key}") \
            if held is None else self.model.new_optional_fixed_size_interval_var(self.start[key], length, held, f"at {key}")
        for post, people in zip(POSTS, (sitting.leads, sitting.co_leads, sitting.other_leads), strict=True):
            if self.with_people or len(people) == 1:
                self._choose(sitting, post, people, self.of_person)
            elif people:
                self._leave_open(sitting, post, people)
        for place, rooms in zip(PLACES, (sitting.rooms, sitting.other_rooms) if self.with_rooms else ((), ()), strict=True):
            self._choose(sitting, place, rooms, self.of_room)

    def _choose(self, sitting: Sitting, post: str, candidates: Sequence[str], busy: dict[str, list[Choice]]) -> None:
        """Exactly one of the candidates, who is there at that time."""
        if not candidates:
            return
        model, domain, key = self.model, self.domain[sitting.key], sitting.key
        options: dict[str, Any] = {}
        held = self.held_of(sitting)
        for name in candidates:
            fits = self.starts(sitting.minutes, self._when(name, post, sitting)) if post in POSTS else domain
            if fits.is_empty() and len(candidates) > 1:
                continue
            taken = options[name] = model.new_bool_var(f"{post} {key} {name}")
            if fits.is_empty():
                model.add_bool_or([taken.negated()])
                continue
            if fits.size() < domain.size():
                model.add_linear_expression_in_domain(self.start[key], fits).only_enforce_if(taken)
            alone = len(candidates) == 1 and held is None
            interval = self.interval[key] if alone else model.new_optional_fixed_size_interval_var(
                self.start[key], -(-sitting.minutes // GRID), taken, f"{name} {key}")
            busy[name].append(Choice(sitting, taken, interval))
        if held is not None:
            model.add(sum(options.values()) == held)
        else:
            model.add_exactly_one(options.values()) if options else model.add_bool_or([])
        self.chosen[key, post] = options

    def _leave_open(self, sitting: Sitting, post: str, candidates: Sequence[str]) -> None:
        """Some candidate is there for the whole session; which one is chosen later."""
        domain = self.cp.Domain.from_values([])
        who = set()
        for name in candidates:
            fits = self.starts(sitting.minutes, self._when(name, post, sitting))
            if not fits.is_empty():
                who.add(name)
                domain = domain.union_with(fits)
        self.open.append((frozenset(who), sitting))
        self.domain[sitting.key] = self.domain[sitting.key].intersection_with(domain)
        self.model.add_linear_expression_in_domain(self.start[sitting.key], domain)

    def at_work(self, name: str) -> Sequence[Span]:
        """When a post is there."""
        return self._workers[name].spans

    def _when(self, name: str, post: str, sitting: Sitting) -> tuple[Span, ...]:
        """Within a sitting's times those at which somebody may take one of its posts."""
        worker = self._workers[name]
        return tuple(_within(worker.spans if post == "other_lead" else worker.spans_for(sitting), sitting.spans))

    def held_of(self, sitting: Sitting) -> Any:
        """Whether a sitting that may be left out is held; nothing for one that must be."""
        return self.held.get(sitting.alongside or sitting.key)

    def is_held(self, solver: Any, sitting: Sitting) -> bool:
        """Whether the solver has kept a sitting."""
        held = self.held_of(sitting)
        return held is None or bool(solver.value(held))

    def starts(self, minutes: int, spans: Sequence[Span]) -> Any:
        """The steps at which something of this length may begin so that it ends within one of the spans."""
        return self.cp.Domain.from_intervals([
            [span.day * SLOTS + -(-span.start // GRID), span.day * SLOTS + (span.end - minutes) // GRID]
            for span in spans
            if span.end - minutes >= -(-span.start // GRID) * GRID
        ])

    def day_of(self, sitting: Sitting) -> Any:
        """The weekday of a sitting, 0 to 6."""
        if sitting.key not in self._day:
            day = self._day[sitting.key] = self.model.new_int_var(0, 6, f"day {sitting.key}")
            self.model.add(self.start[sitting.key] >= day * SLOTS)
            self.model.add(self.start[sitting.key] < (day + 1) * SLOTS)
        return self._day[sitting.key]

    def time_of(self, sitting: Sitting) -> Any:
        """Its time of day, in steps from midnight."""
        return self.start[sitting.key] - self.day_of(sitting) * SLOTS

    def on_day(self, sitting: Sitting, day: int) -> Any:
        """Whether a sitting lies on a weekday."""
        if (sitting.key, day) not in self._on_day:
            here = self._on_day[sitting.key, day] = self.model.new_bool_var(f"{sitting.key} on {day}")
            self.model.add(self.day_of(sitting) == day).only_enforce_if(here)
            self.model.add(self.day_of(sitting) != day).only_enforce_if(here.negated())
        return self._on_day[sitting.key, day]

    def series(self) -> dict[str, list[Sitting]]:
        """The sittings that repeat one another, in their order."""
        found: dict[str, list[Sitting]] = defaultdict(list)
        for sitting in self.task.sittings:
            if not sitting.alongside:
                found[sitting.series].append(sitting)
        return found

    def comes_in_order(self, series: str) -> bool:
        """Whether the repetitions of a session have to lie in their order."""
        return self.in_order and series not in self.disordered

    def at(self, placement: Placement) -> int:
        """A placement's start as the model counts."""
        return placement.day * SLOTS + placement.start // GRID

    def may_be_at(self, placement: Placement) -> bool:
        """Whether its sitting may still lie where the placement has it."""
        return placement.start % GRID == 0 and self.domain[placement.key].contains(self.at(placement))

    def hint(self, placements: Mapping[str, Placement]) -> None:
        """Let the search begin from these places."""
        for key, before in placements.items():
            if key not in self.start or not self.may_be_at(before):
                continue
            self.model.add_hint(self.start[key], self.at(before))
            for post in (*POSTS, *PLACES):
                for name, taken in self.chosen.get((key, post), {}).items():
                    self.model.add_hint(taken, name == getattr(before, post))

    def placement(self, solver: Any, sitting: Sitting) -> Placement:
        """Where the solver has put a sitting."""
        moment = solver.value(self.start[sitting.key])
        picked = {
            post: next((name for name, taken in self.chosen.get((sitting.key, post), {}).items() if solver.value(taken)),
                       None)
            for post in (*POSTS, *PLACES)
        }
        lead = picked.pop("lead")
        assert lead is not None or not self.with_people
        return Placement(sitting.key, moment // SLOTS, moment % SLOTS * GRID, lead or "", **picked)


def _within(available: Sequence[Span], wanted: Sequence[Span]) -> list[Span]:
    return [
        Span(a.day, max(a.start, w.start), min(a.end, w.end))
        for a in available for w in wanted
        if a.day == w.day and min(a.end, w.end) > max(a.start, w.start)
    ]
