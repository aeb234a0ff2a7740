"""Choose day, time, people and room for every sitting of a week, with OR-Tools CP-SAT.

One worker, a fixed seed and a limit in deterministic time, not in seconds: the same task gives the same week on
every machine.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.model.week import Placement, Sitting, WeekTask
from generator.schedule.hard import RULES
from generator.schedule.people import with_familiar_people
from generator.schedule.rooms import CHANGED, assign_rooms
from generator.schedule.shortages import is_short
from generator.schedule.soft import WISHES
from generator.schedule.week_model import WeekModel

if TYPE_CHECKING:
    from generator.schedule.other_companions import Opened

EFFORT = 0.3
"""Deterministic seconds spent on making the first week a good one: within about 5 % of the best on the sample."""

EFFORT_AGAIN = 0.05
"""The same for a week that may lean on the one before."""

EFFORT_TO_FIT = 0.21
"""Deterministic seconds spent on finding any week at all, three seconds by the clock; most take a tenth of it."""

NOWHERE: Mapping[str, Placement] = MappingProxyType({})
"""No last week."""

MANY = 6
"""Components of a clash, perhaps not the smallest, that say nothing to anybody."""

GAP = 0.05
"""A week this near to the best possible one is good enough."""


@dataclass(frozen=True)
class Unsolved:
    """No week could be made: which components cannot be in one week together, or that time ran out."""

    clash: tuple[tuple[str, str], ...]
    """(component, people) pairs; leaving any one out makes the rest fit. Empty if the search ran out of time."""
    smallest: bool = True
    """Whether it is known that leaving any one out makes the rest fit."""
    asked: int = 0
    """Questions put to the solver to find the clash."""
    any_companion: bool = False
    """Whether it is so with anybody who is qualified; else only as long as everybody keeps their own companion."""
    near: tuple[Placement, ...] = ()
    """The most of it that was put into one week, or the week that it should have leant on: from there a week is found once
    something is changed."""
    left: tuple[str, ...] = ()
    """Sittings that have no place in the most of it; nothing where that was not looked for."""


@dataclass(frozen=True)
class Search:
    """What one search came to: for those who measure."""

    status: str
    """In the solver's words: ``OPTIMAL``, ``FEASIBLE``, ``INFEASIBLE``, ``UNKNOWN``."""
    cost: float
    """Of the week found, in weighted units of the wishes."""
    bound: float
    """No week costs less."""
    effort: float = 0.0
    """Deterministic seconds that it took."""

    @property
    def gap(self) -> float:
        """How much cheaper a week might be, as a share of its cost."""
        return (self.cost - self.bound) / self.cost if self.cost else 0.0


def solve(
    task: WeekTask, last_week: Mapping[str, Placement] | None = None, told: Callable[[Search], None] | None = None
) -> tuple[Placement, ...] | Unsolved:
    """Place every sitting: a good week, as near to last week's places as the rules allow. ``told`` hears of each search."""
    from generator.schedule.decide import Answer, Effort, decide
    from generator.schedule.other_companions import Opened, with_other_companions
    from generator.schedule.stepwise import step_by_step
    from generator.schedule.ways import SOON
    from generator.schedule.why_not.clash import Clash, why_not

    if not task.sittings:
        return ()
    before = dict(last_week or {})
    if before and not is_short(task):
        # First leave everything where it was and fit in only what is new; most weeks need no more. And a week that follows
        # another can nearly always be held: the question whether it can would cost more than it saves.
        found = attempt(task, before, still=True, told=told) or step_by_step(task, before, told=told)
        if found:
            return _familiar(task, found, before)
    # Whether the week can be held at all is a shorter question than which week is the best: nobody waits for a reason.
    decision = decide(task, Effort(EFFORT_TO_FIT), EFFORT_TO_FIT, ways=SOON)
    held, found = Opened(task, decision), None
    if decision.answer is Answer.OPEN:
        held, found = _undecided(task, before, told)
    elif decision.answer is Answer.FITS:
        found = _with_answer(held, before, told)
    else:
        held = with_other_companions(task, decision.answer)
    if not found and held.decision.answer is Answer.FITS:
        found = _with_answer(held, before, told)
    if found:
        return _familiar(held.task, found, before)
    clash, with_anybody = why_not(held.task, known=held.decision.answer), True
    if not clash.pairs and (Answer.CLASHES in (decision.answer, held.own)):
        clash, with_anybody = why_not(task, known=Answer.CLASHES), False
    if held.most and not clash.smallest and len(clash.pairs) > MANY:
        clash, with_anybody = Clash(()), True  # what was left over says more than that so many do not go together
    most = {spot.key for spot in held.most}
    return Unsolved(clash.pairs, clash.smallest, clash.asked, with_anybody, held.most or tuple(before.values()),
                    tuple(sitting.key for sitting in held.task.sittings if held.most and sitting.key not in most))


def _with_answer(
    held: Opened, before: Mapping[str, Placement], told: Callable[[Search], None] | None
) -> tuple[Placement, ...] | None:
    """A good week, where it is known that there is one."""
    from generator.schedule.stepwise import step_by_step

    # Some weeks only fit if all is chosen at once, some only if residents do not come in the order of their numbers.
    found = (step_by_step(held.task, before, told=told) if not before else None) or attempt(held.task, before, told=told)
    if found:
        return found
    near = {spot.key: spot for spot in held.decision.placements}
    found = attempt(held.task, before, in_order=False, near=near, told=told)
    # A tight week may have no place near the one it should lean on, and yet be held.
    return found or (attempt(held.task, {}, told=told) if before else None) or held.decision.placements


def _undecided(
    task: WeekTask, before: Mapping[str, Placement], told: Callable[[Search], None] | None
) -> tuple[Opened, tuple[Placement, ...] | None]:
    """A week of which a short look does not show whether it can be held: as it is and with other companions, both at once."""
    from generator.schedule.decide import Answer, CallOff, Effort, decide
    from generator.schedule.other_companions import Opened, with_other_companions
    from generator.schedule.ways import THOROUGHLY

    call_off = CallOff()
    with ThreadPoolExecutor(1) as pool:
        with_others = pool.submit(with_other_companions, task, Answer.OPEN, call_off)
        as_it_is = Opened(task, decide(task, Effort(EFFORT_TO_FIT), EFFORT_TO_FIT, ways=THOROUGHLY))
        if as_it_is.decision.answer is Answer.FITS:
            call_off()
            return as_it_is, _with_answer(as_it_is, before, told)
        return replace(with_others.result(), own=as_it_is.decision.answer), None


def _familiar(
    task: WeekTask, found: tuple[Placement, ...], last_week: Mapping[str, Placement]
) -> tuple[Placement, ...]:
    """The week with the same times, and for each group the same people and rooms each time, as far as can be."""
    placed = with_familiar_people(task, found, last_week)
    return assign_rooms(task, placed, last_week, familiar=True) or placed


def attempt(
    task: WeekTask, last_week: Mapping[str, Placement], *, still: bool = False, in_order: bool = True,
    near: Mapping[str, Placement] = NOWHERE, told: Callable[[Search], None] | None = None,
) -> tuple[Placement, ...] | None:
    """One search for a good week; ``still`` moves nothing of last week, ``near`` is a week to begin from if there is one."""

    def search(with_rooms: bool) -> tuple[tuple[Placement, ...] | None, bool]:
        week = model_of(task, with_rooms=with_rooms, in_order=in_order, last_week=last_week)
        if still:
            for before in last_week.values():
                if before.key in week.start and week.may_be_at(before):
                    week.model.add(week.start[before.key] == week.at(before))
        week.model.minimize(price(week, last_week))
        week.hint(near or last_week)
        solver = solver_of(week, EFFORT_AGAIN if last_week else EFFORT)
        solver.parameters.cp_model_probing_level = 0
        answer = answer_of(week, solver, last_week)
        if told:
            told(Search(solver.status_name(solver.response_proto.status), solver.objective_value, solver.best_objective_bound))
        return answer

    return with_rooms_if_need_be(search)


def with_rooms_if_need_be(
    search: Callable[[bool], tuple[tuple[Placement, ...] | None, bool]]
) -> tuple[Placement, ...] | None:
    """Times first and rooms afterwards; both together only where the rooms cannot be shared out."""
    found, times_were_found = search(False)
    return search(True)[0] if found is None and times_were_found else found


def answer_of(
    week: WeekModel, solver: Any, last_week: Mapping[str, Placement], changed_room: int = CHANGED
) -> tuple[tuple[Placement, ...] | None, bool]:
    """The placements with rooms, and whether times were found at all."""
    if solver.solve(week.model) not in (week.cp.OPTIMAL, week.cp.FEASIBLE):
        return None, False
    kept = tuple(sitting for sitting in week.task.sittings if week.is_held(solver, sitting))
    placed = tuple(week.placement(solver, sitting) for sitting in kept)
    return assign_rooms(replace(week.task, sittings=kept), placed, last_week, changed_room), True


def model_of(
    task: WeekTask, *, with_rooms: bool = False, in_order: bool = True, may_drop: Collection[str] = (),
    last_week: Mapping[str, Placement] = NOWHERE, with_people: bool = True,
) -> WeekModel:
    """A week with all its rules. What has a place from last week need not come in order."""
    week = WeekModel(task, with_rooms=with_rooms, in_order=in_order, may_drop=may_drop, with_people=with_people,
                     disordered=_disordered(task, last_week))
    for rule in RULES.values():
        rule.add(week)
    if in_order:
        _in_order_of_number(week, last_week)
    return week


def solver_of(week: WeekModel, effort: float) -> Any:
    """A solver that gives the same answer on every machine."""
    solver = week.cp.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = effort
    solver.parameters.relative_gap_limit = GAP
    solver.parameters.catch_sigint_signal = False
    solver.parameters.symmetry_level = 0  # there is little of it, and looking takes a tenth of the time
    return solver


def price(week: WeekModel, last_week: Mapping[str, Placement]) -> Any:
    """What the wishes cost, weighted: for the solver to keep low."""
    return sum(cost * weight for name, weight in weights(week.task).items() if weight
               for cost in WISHES[name].costs(week, last_week))


def weights(task: WeekTask) -> dict[str, int]:
    """The weight of every wish: the programme's, else the wish's own."""
    changed = dict(task.weights)
    return {name: changed.get(name, wish.WEIGHT) for name, wish in WISHES.items()}


def _disordered(task: WeekTask, last_week: Mapping[str, Placement]) -> set[str]:
    """Series of which last week knows only some, or whose sittings a hand has exchanged: order would cost them moves."""
    days: dict[str, list[int]] = defaultdict(list)  # -1: nothing known
    for sitting in task.sittings:
        if not sitting.alongside:
            days[sitting.series].append(last_week[sitting.key].day if sitting.key in last_week else -1)
    return {series for series, known in days.items()
            if max(known) >= 0 and (-1 in known or any(one >= other for one, other in itertools.pairwise(known)))}


def _in_order_of_number(week: WeekModel, placed: Collection[str]) -> None:
    """Residents of one counsellor come in the order of their numbers: nearly always any order would do, and this keeps the
    search short. Where it leaves no week, ``solve`` searches again without it.

    Every second component starts its order half way, so that nobody is wanted in two rooms at once.
    """
    of_lead: dict[tuple[str, str, str], list[Sitting]] = defaultdict(list)
    for sitting in week.task.sittings:
        if sitting.resident is not None and sitting.key.endswith(f"r{sitting.resident:02d}") and sitting.key not in placed:
            of_lead[sitting.component, sitting.groups[0], sitting.leads[0]].append(sitting)
    components = sorted({component for component, _, _ in of_lead})
    for (component, _, _), sittings in of_lead.items():
        if components.index(component) % 2:
            half = len(sittings) // 2
            sittings = sittings[half:] + sittings[:half]
        for one, other in itertools.pairwise(sittings):
            week.model.add(week.start[one.key] < week.start[other.key])


def wishes_of(
    task: WeekTask, placements: Sequence[Placement], last_week: Mapping[str, Placement]
) -> tuple[tuple[str, int, int], ...]:
    """How far a week is from its wishes, counted in plain Python: the wish's name, its units, its weight."""
    return tuple((name, WISHES[name].count(task, placements, last_week), weight) for name, weight in weights(task).items())
