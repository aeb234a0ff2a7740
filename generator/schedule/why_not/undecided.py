"""A week of which nobody knows whether it can be held: where it is tightest, and what would help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.model.design import Design
from generator.problem import Phrase, Problem
from generator.schedule.decide import Effort
from generator.schedule.pairs import Pair, pair_of, pairs_of
from generator.schedule.remedies.offered import Guard, how_many, remedies
from generator.schedule.solve import Unsolved
from generator.schedule.strain import tightest, to_the_last_minute
from generator.schedule.task import WeekPlan
from generator.schedule.why_not.reasons import MOST_NAMED, largest_of, one_after_another, tight_use

MOST_LEFT = 4
"""Sessions left over for whose components something is tried."""

EFFORT = 0.16
"""The same for a week of which nobody knows why it has no timetable: what is tightest is tried."""


def undecided(design: Design, plan: WeekPlan, left: Sequence[str]) -> Problem:
    """The search ended without a week and without a reason: what was looked at, what was ``left`` over when the most had its
    place, and where it is tightest."""
    return Problem(design.at("components"), "TC407", {
        "week": plan.number, "sessions": len(plan.task.sittings), "posts": len(plan.task.workers),
        "rooms": len(plan.task.rooms), "tight": one_after_another([tight_use(design, use) for use in tightest(plan.task)]),
        "left": _left_over(design, plan, left), "tried": ""})


def with_remedies(
    design: Design, plan: WeekPlan, answer: Unsolved, guard: Guard, effort: Effort
) -> Problem:
    """The same with what would help; what was left over and what is tightest is tried."""
    largest, reason = largest_of(plan, pairs_of(plan.task)), undecided(design, plan, answer.left)
    of_each = [next(pair for pair in largest if _uses(plan, pair, name)) for use in tightest(plan.task) for name in use.names]
    tight = list(dict.fromkeys([*to_the_last_minute(plan.task), *of_each]))[:MOST_NAMED]
    left = list(dict.fromkeys(pair_of(key) for key in answer.left[:MOST_LEFT]))
    offered, tried = remedies(design, plan, left or tight, Effort(min(effort.left, EFFORT)), guard,
                              near=answer.near, undecided=not left, left=len(answer.left))
    return replace(reason, args={**reason.args, "tried": how_many(tried, offered, "because.none")}, remedies=offered)


def _left_over(design: Design, plan: WeekPlan, left: Sequence[str]) -> Phrase | str:
    """Which sessions had no place when the most of them had theirs."""
    if not left:
        return ""
    counts = Counter(pair_of(key)[0] for key in left)
    said = [Phrase("undecided.component", {"name": design.components[name].component.title, "count": count})
            for name, count in counts.most_common(MOST_NAMED)]
    return Phrase("undecided.left", {"names": said, "placed": len(plan.task.sittings) - len(left)})


def _uses(plan: WeekPlan, pair: Pair, name: str) -> bool:
    return any(name in (*s.leads, *s.co_leads, *s.other_leads, *s.rooms, *s.other_rooms, *s.groups)
               for s in plan.task.sittings if pair_of(s.key) == pair)
