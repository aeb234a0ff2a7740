"""A week of which nobody knows whether it can be held: where it is tightest, and what would help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model.design import Design
from generator.model.week import Placement
from generator.problem import Problem
from generator.schedule.decide import Effort
from generator.schedule.pairs import Pair, pair_of, pairs_of
from generator.schedule.remedies.offered import Guard, how_many, remedies
from generator.schedule.strain import tightest, to_the_last_minute
from generator.schedule.task import WeekPlan
from generator.schedule.why_not.reasons import MOST_NAMED, largest_of, one_after_another, tight_use

EFFORT = 0.16
"""The same for a week of which nobody knows why it has no timetable: what is tightest is tried."""


def undecided(design: Design, plan: WeekPlan) -> Problem:
    """The search ended without a week and without a reason: what was looked at, and where it is tightest."""
    return Problem(design.at("components"), "TC407", {
        "week": plan.number, "sessions": len(plan.task.sittings), "posts": len(plan.task.workers),
        "rooms": len(plan.task.rooms), "tight": one_after_another([tight_use(design, use) for use in tightest(plan.task)]),
        "tried": ""})


def with_remedies(
    design: Design, plan: WeekPlan, near: Sequence[Placement], guard: Guard, effort: Effort
) -> Problem:
    """The same with what would help; what is tightest is tried."""
    largest, reason = largest_of(plan, pairs_of(plan.task)), undecided(design, plan)
    of_each = [next(pair for pair in largest if _uses(plan, pair, name)) for use in tightest(plan.task) for name in use.names]
    pairs = list(dict.fromkeys([*to_the_last_minute(plan.task), *of_each]))[:MOST_NAMED]
    offered, tried = remedies(design, plan, pairs, Effort(min(effort.left, EFFORT)), guard,
                              near=near, undecided=True)
    return replace(reason, args={**reason.args, "tried": how_many(tried, offered, "because.none")}, remedies=offered)


def _uses(plan: WeekPlan, pair: Pair, name: str) -> bool:
    return any(name in (*s.leads, *s.co_leads, *s.other_leads, *s.rooms, *s.other_rooms, *s.groups)
               for s in plan.task.sittings if pair_of(s.key) == pair)
