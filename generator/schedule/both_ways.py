"""Lay a programme's weeks from one of them to both ends, two at a time.

Every week leans on its neighbour that is already laid, so that people meet at the hours they know; which of the two was
there first makes no difference to them, and two processors are busy. What is found does not depend on which is faster.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field

from generator.model.week import Placement
from generator.schedule.checker import Violation, violations
from generator.schedule.decide import Answer, Effort, decide
from generator.schedule.other_companions import with_other_companions
from generator.schedule.repair import as_agreed
from generator.schedule.shortages import is_short
from generator.schedule.solve import Unsolved, solve
from generator.schedule.strain import FULL, strain
from generator.schedule.task import WeekPlan
from generator.schedule.ways import AT_ONCE, SEEN_SOON, PutIn, Way
from generator.schedule.why_not.clash import why_not

Places = Mapping[str, Placement]
Placements = tuple[Placement, ...]
Answers = Mapping[str, Sequence[Placement]]
Told = Callable[[WeekPlan], None]

AT_A_GLANCE = 0.03
"""Deterministic seconds, about one by the clock; most answers take a hundredth of it."""

MOST_FULL = 2
"""Weeks that are asked before any is laid, because something is wanted there to its last minute: what cannot be held is most
often one of them, and may come last."""


@dataclass
class Laying:
    """What came of it, by the week's place in the row."""

    weeks: int
    """How many there are."""
    answers: dict[int, Sequence[Placement]] = field(default_factory=dict)
    broken: dict[int, Sequence[Violation]] = field(default_factory=dict)
    """What the checker found in an answer; such a week has none."""
    begin: int = 0
    """The week from which both ways go."""
    unsolved: tuple[int, Unsolved] | None = None
    """The first week found that cannot be held; others may lack an answer then."""
    at_once: bool = False
    """Whether that was found before any week was laid."""

    @property
    def not_looked_at(self) -> Sequence[int]:
        """The weeks in which more may be wrong, the same ones whichever way is faster: those behind one that cannot be held,
        or all others where none has been laid."""
        assert self.unsolved
        if self.at_once:
            return [index for index in range(self.weeks) if index != self.unsolved[0]]
        return range(max(self.begin, self.unsolved[0]) + 1, self.weeks)


@dataclass
class _Way:
    """The weeks to one side, nearest first."""

    row: Iterator[int]
    last: Places
    own: dict[str, Sequence[Placement]] = field(default_factory=dict)
    """What this way has answered itself: it never waits for the other one."""
    steps: int = 0
    at: int = -1


@dataclass
class _Solved:
    answer: Placements | Unsolved
    broken: Sequence[Violation] = ()


def lay_both_ways(
    plans: Sequence[WeekPlan], kept: Answers, by_week: Mapping[int, Sequence[Placement]], wanted: Mapping[int, Places],
    told: Told = lambda _plan: None,
) -> Laying:
    """Answers for all weeks, from a week that has one already or else from the middle.

    ``kept`` are answers by the key of their task, ``by_week`` is where everything lay in a week before it changed, ``wanted``
    where its people want it; ``told`` hears of each week before the search for it begins.
    """
    laying = Laying(len(plans))
    for index, plan in enumerate(plans):
        if plan.key in kept and not violations(plan.task, kept[plan.key]):
            laying.answers[index] = kept[plan.key]
    if len(laying.answers) == len(plans):
        return laying

    # Counting takes a hundredth of a second for each week: nobody should have to wait for weeks that cannot be printed.
    strains = {index: strain(plan.task) for index, plan in enumerate(plans) if index not in laying.answers}
    hopeless = next((index for index, share in strains.items() if share > 1 and is_short(plans[index].opened.task)), None)
    if hopeless is None:
        full = sorted((index for index, share in strains.items() if share >= FULL), key=lambda index: (-strains[index], index))
        hopeless = next((index for index in full[:MOST_FULL] if _clashes(plans[index], SEEN_SOON, AT_ONCE)
                         and with_other_companions(plans[index].task, Answer.CLASHES).decision.answer is Answer.CLASHES), None)
    if hopeless is not None:
        clash = why_not(plans[hopeless].opened.task, known=Answer.CLASHES)
        laying.at_once = True
        laying.unsolved = hopeless, Unsolved(clash.pairs, clash.smallest, clash.asked, any_companion=True)
        return laying

    def solved(index: int, last: Places) -> _Solved:
        plan = plans[index]
        before = {spot.key: spot for spot in by_week.get(plan.number, ())} or dict(last)
        answer = as_agreed(plan.task, wanted[plan.number], before) if plan.number in wanted else solve(plan.task, before)
        return _Solved(answer, () if isinstance(answer, Unsolved) else violations(plan.task, answer))

    begin = min(laying.answers) if laying.answers else _easiest(plans)
    if begin not in laying.answers:
        told(plans[begin])
        first = solved(begin, {})
        if isinstance(first.answer, Unsolved) and begin and _clashes(plans[0]):
            # Most of what cannot be held cannot be held from the first week on, and that is where people look.
            begin, first = 0, solved(0, {})
        if isinstance(first.answer, Unsolved):
            laying.begin, laying.unsolved = begin, (begin, first.answer)
            return laying
        _take(laying, begin, first)
    laying.begin = begin
    there = {spot.key: spot for spot in laying.answers.get(begin, ())}
    ways = [_Way(iter(range(begin + 1, len(plans))), there), _Way(iter(range(begin - 1, -1, -1)), there)]
    _walk(plans, ways, laying, solved, told)
    _same_for_equal_weeks(plans, laying)
    return laying


def _easiest(plans: Sequence[WeekPlan]) -> int:
    """The week with the fewest sessions of the four in the middle: from there both ways are about equally long."""
    middle = len(plans) // 2
    return min(range(max(middle - 2, 0), min(middle + 2, len(plans))),
               key=lambda index: (len(plans[index].task.sittings), index))


def _clashes(plan: WeekPlan, ways: Sequence[Way | PutIn] | None = None, most: float = AT_A_GLANCE) -> bool:
    """Whether it is seen at a glance that a week cannot be held."""
    return decide(plan.task, Effort(AT_A_GLANCE), most, ways=ways).answer is Answer.CLASHES


def _take(laying: Laying, index: int, solved: _Solved) -> None:
    assert not isinstance(solved.answer, Unsolved)
    if solved.broken:
        laying.broken[index] = solved.broken
    else:
        laying.answers[index] = solved.answer


def _walk(
    plans: Sequence[WeekPlan], ways: Iterable[_Way], laying: Laying, solved: Callable[[int, Places], _Solved], told: Told
) -> None:
    """Each way goes on while the other does; a week that cannot be held ends both, after equally many steps."""
    failed: dict[int, tuple[int, int, Unsolved]] = {}
    pool = ThreadPoolExecutor(2)
    waiting: dict[Future[_Solved], tuple[int, _Way]] = {}

    def go_on(number: int, way: _Way) -> None:
        way.at = _next(plans, way, laying)
        if way.at < 0 or any(way.steps >= steps for steps, _, _ in failed.values()):
            return
        way.steps += 1
        told(plans[way.at])
        waiting[pool.submit(solved, way.at, way.last)] = number, way

    try:
        for number, way in enumerate(ways):
            go_on(number, way)
        while waiting:
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                number, way = waiting.pop(future)
                found = future.result()
                if isinstance(found.answer, Unsolved):
                    failed[number] = way.steps, way.at, found.answer
                    continue
                _take(laying, way.at, found)
                if not found.broken:
                    way.own[plans[way.at].key] = found.answer
                    way.last = {spot.key: spot for spot in found.answer}
                go_on(number, way)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    if failed:
        _, number = min((steps, number) for number, (steps, _, _) in failed.items())
        laying.unsolved = failed[number][1:]


def _next(plans: Sequence[WeekPlan], way: _Way, laying: Laying) -> int:
    """The next week on the way that has no answer yet; -1 at its end."""
    for index in way.row:
        known = laying.answers.get(index) or way.own.get(plans[index].key)
        if known is None:
            return index
        laying.answers[index] = known
        way.last = {spot.key: spot for spot in known}
    return -1


def _same_for_equal_weeks(plans: Sequence[WeekPlan], laying: Laying) -> None:
    """Where both ways have answered the same task, the earlier week's answer holds."""
    answers: dict[str, Sequence[Placement]] = {}
    for index in sorted(laying.answers):
        laying.answers[index] = answers.setdefault(plans[index].key, laying.answers[index])
