"""Whether a week can be held at all: yes with the week, no with certainty, or not decided with the effort allowed."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from threading import Lock
from typing import TYPE_CHECKING, Any

from generator.model.week import Placement, Sitting, WeekTask
from generator.schedule.hard import RULES
from generator.schedule.never_at_once import never_at_once
from generator.schedule.people import assign_people
from generator.schedule.rooms import assign_rooms
from generator.schedule.shortages import is_short
from generator.schedule.ways import AT_FIRST, AT_ONCE, LONGER, TO_BEGIN, WAYS, WAYS_FROM_NEAR, PutIn, Way, per_step
from generator.schedule.week_model import WeekModel

if TYPE_CHECKING:
    from generator.schedule.forward import Tried

PER_CHOICE = 4e-6
"""What building a model costs for each thing that may be chosen, counted in the solver's deterministic seconds."""

TO_SIMPLIFY = 6e-5
"""The same for each sitting of a model that the solver simplifies first, which it does not count itself."""

MOST_UNIONS = 40
"""Unions of rooms looked at; more would cost more than they help."""


Places = Mapping[str, Placement]


class Answer(Enum):
    """What became of the question."""

    FITS = "fits"
    CLASHES = "clashes"
    OPEN = "open"


@dataclass
class Effort:
    """What may still be spent on answers, in deterministic seconds: a count of work, the same on every machine.

    One of them is some twenty seconds by the clock of an old laptop.
    """

    left: float
    asked: int = 0
    """Questions put to the solver so far."""

    @property
    def is_spent(self) -> bool:
        return self.left <= 0


@dataclass(frozen=True)
class Decision:
    """The answer, and the week that proves it where there is one."""

    answer: Answer
    placements: tuple[Placement, ...] = ()


class CallOff:
    """By which searches that run beside this one are ended: their answer is wanted no more."""

    def __init__(self) -> None:
        self._lock, self._solvers, self._is_off = Lock(), list[Any](), False

    def begin(self, solver: Any) -> None:
        with self._lock:
            self._solvers.append(solver)
            if self._is_off:
                solver.parameters.max_deterministic_time = 0

    def __call__(self) -> None:
        with self._lock:
            self._is_off = True
            for solver in self._solvers:
                solver.stop_search()


def decide(
    task: WeekTask, effort: Effort, most: float, near: Places | None = None,
    ways: Sequence[Way | PutIn] | None = None, call_off: CallOff | None = None,
) -> Decision:
    """Whether the rules can all be kept; at most ``most`` deterministic seconds of search are spent on each way to see it.

    Counting comes first: it answers many questions at once, also those that would cost the solver most. Then sessions are put
    in one after another (``forward.py``). Then the times alone, with people and rooms only counted: where there are none,
    there is no week; where there are some, people and rooms can mostly be given to them. Then sessions are put in for longer,
    and last everything is asked at once. ``near`` is a week much like it, from which to begin.
    ``ways`` are those to try, where it is not all of them.
    """
    if not task.sittings:
        return Decision(Answer.FITS)
    effort.left -= PER_CHOICE * len(task.sittings)
    if is_short(task):
        return Decision(Answer.CLASHES)
    times: Places = near or {}
    counted = False
    for way in ways or (WAYS_FROM_NEAR if near else WAYS):
        if effort.is_spent:
            break
        if isinstance(way, PutIn):
            tried = put_in(task, effort, near or {}, way, most)
            if not tried.lacking:
                return Decision(Answer.FITS, tried.placements)
            continue
        if most <= AT_ONCE < way.limit:
            break
        if counted and not way.people:
            continue
        found = _search(task, effort, min(most, way.limit), way, near or {} if way.apart or way.simplify else times,
                        call_off)
        if found.answer is Answer.CLASHES:
            return found
        if found.answer is Answer.FITS:
            whole, placements = _filled(task, found.placements, way)
            if whole:
                return Decision(Answer.FITS, placements)
            times, counted = {spot.key: spot for spot in placements}, True
    return Decision(Answer.OPEN)


def put_in(task: WeekTask, effort: Effort, near: Places, way: PutIn = AT_FIRST, most: float = LONGER) -> Tried:
    """How far one comes by putting sessions in one after another."""
    from generator.schedule.forward import forward  # numpy: a tenth of a second and 80 MB, only where a timetable is made

    of_each = per_step(len(task.sittings))
    steps = int(min(most, effort.left, way.limit) / of_each)
    tried = forward(task, steps if way.each is None else min(steps, way.each * len(task.sittings)), near, way.seed)
    effort.left -= tried.steps * of_each + len(task.sittings) * TO_BEGIN
    return tried


def _search(
    task: WeekTask, effort: Effort, most: float, way: Way, near: Places, call_off: CallOff | None = None
) -> Decision:
    week = WeekModel(task, with_people=way.people, with_rooms=way.rooms, in_order=_may_stand_in_order(task))
    for rule in RULES.values():
        rule.add(week)
    _order_of_equals(week)
    if not way.rooms:
        _rooms_of_several_kinds(week)
    for keys in never_at_once(task) if way.apart else ():
        week.model.add_no_overlap([week.interval[key] for key in keys])
    week.hint(near)
    effort.asked += 1
    effort.left -= PER_CHOICE * (len(task.sittings) + sum(map(len, week.chosen.values())))
    effort.left -= TO_SIMPLIFY * len(task.sittings) if way.simplify else 0
    solver = solver_of(week, max(min(most, effort.left), 0.001))
    solver.parameters.cp_model_presolve = way.simplify
    solver.parameters.linearization_level = 0 if way.apart else 1
    solver.parameters.hint_conflict_limit = 1000  # stay near: a few sessions move, not all
    if call_off:
        call_off.begin(solver)
    status = solver.solve(week.model)
    effort.left -= solver.response_proto.deterministic_time
    if status == week.cp.INFEASIBLE:
        return Decision(Answer.CLASHES)
    if status not in (week.cp.OPTIMAL, week.cp.FEASIBLE):
        return Decision(Answer.OPEN)
    return Decision(Answer.FITS, tuple(week.placement(solver, sitting) for sitting in task.sittings))


def _filled(task: WeekTask, placed: Sequence[Placement], way: Way) -> tuple[bool, tuple[Placement, ...]]:
    """The week with people and rooms as far as they can be given to these times, and whether that is all of them."""
    lacking: frozenset[str] = frozenset()
    if not way.people:
        placed, lacking = assign_people(task, placed, {})
    with_rooms = assign_rooms(task, placed)
    return bool(with_rooms or way.rooms) and not lacking, with_rooms or tuple(placed)


def solver_of(week: WeekModel, effort: float) -> Any:
    """A solver that gives the same answer on every machine."""
    solver = week.cp.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = effort
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.catch_sigint_signal = False
    return solver


def _rooms_of_several_kinds(week: WeekModel) -> None:
    """Sessions that may take different rooms share them: what needs A or B, and what needs B or C, have three together.

    ``room_once`` says so of every choice of rooms that a session has; here it is said of their unions, so that rooms can
    nearly always be shared out afterwards.
    """
    needs = [(frozenset(rooms), week.interval[sitting.key]) for sitting in week.task.sittings
             for rooms in (sitting.rooms, sitting.other_rooms) if rooms]
    single = {rooms for rooms, _ in needs}
    unions: set[frozenset[str]] = set()
    grown = single
    while grown and len(unions) < MOST_UNIONS:
        grown = {one | other for one in grown for other in single if one & other} - single - unions
        unions |= grown
    for rooms in sorted(unions, key=sorted):
        users = [interval for wanted, interval in needs if wanted <= rooms]
        if len(users) > len(rooms):
            week.model.add_cumulative(users, [1] * len(users), len(rooms))


def _may_stand_in_order(task: WeekTask) -> bool:
    """Whether repetitions of a session can be told to come one after another without losing any week.

    They can if they may be exchanged, or if each has a day of its own in that order; not if somebody has locked one.
    """
    series: dict[str, list[Sitting]] = defaultdict(list)
    for sitting in task.sittings:
        if not sitting.alongside:
            series[sitting.series].append(sitting)
    return all(_alike(one, other) or max(s.day for s in one.spans) < min(s.day for s in other.spans)
               for sittings in series.values() for one, other in itertools.pairwise(sittings))


def _alike(one: Sitting, other: Sitting) -> bool:
    return _choices(one) == _choices(other)


def _choices(sitting: Sitting) -> Hashable:
    return (sitting.minutes, sitting.spans, sitting.leads, sitting.co_leads, sitting.rooms, sitting.other_leads,
            sitting.other_rooms)


def _order_of_equals(week: WeekModel) -> None:
    """Residents whose weeks ask for the same come in the order of their numbers in one of their individual sessions.

    Nothing is lost by it, for their weeks could be exchanged whole; the search is much shorter.
    """
    own: dict[tuple[str, int], dict[str, Sitting]] = defaultdict(dict)
    profile: dict[tuple[str, int], list[Hashable]] = defaultdict(list)
    for sitting in week.task.sittings:
        for part in sitting.parts:
            for resident in range(part.first, part.last + 1):
                if sitting.resident is None:
                    profile[part.group, resident].append(sitting.key)
                else:
                    kind = sitting.key.partition("/")[0], sitting.key.partition(".")[2]
                    own[part.group, resident].setdefault(sitting.component, sitting)
                    profile[part.group, resident].append((kind, _choices(sitting)))
    equals: dict[Hashable, list[tuple[str, int]]] = defaultdict(list)
    for person in own:
        equals[person[0], frozenset(profile[person])].append(person)
    for residents in equals.values():
        component = min(own[residents[0]])
        for one, other in itertools.pairwise(sorted(residents)):
            first, second = own[one][component], own[other][component]
            apart = len(first.leads) == 1 or len(first.rooms) == 1
            week.model.add(week.start[first.key] + apart <= week.start[second.key])
