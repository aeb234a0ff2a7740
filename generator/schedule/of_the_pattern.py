"""A kind of day of the pattern that does not fit this house's own: told once, not for every pinned time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.model.design import Design
from generator.problem import Phrase, Problem
from generator.schedule.day_hours import counted, day_called, listed
from generator.schedule.on_frame import ON_THE_FRAME

OF_THE_PATTERN = "TC441"
"""Pinned times that lie on the frame of a kind of day which the programme's own file does not describe."""

SEVERAL = 3
"""Of so many pinned times at least it is the day that does not fit, not the time."""


def as_days(design: Design, problems: Sequence[Problem]) -> list[Problem]:
    """The problems, the pinned times that lie on the frame of one and the same inherited kind of day as one."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        kinds = listed(problem.args.get("day_types"))
        if problem.code == ON_THE_FRAME and len(kinds) == 1 and ("day_types", kinds[0]) not in design.chain[0].values:
            found[kinds[0]].append(problem)
    told = {kind: some for kind, some in found.items() if len(some) >= SEVERAL}
    rest = [problem for problem in problems if not any(problem in some for some in told.values())]
    return [*rest, *(_as_one(design, kind, some) for kind, some in told.items())]


def _as_one(design: Design, kind: str, problems: Sequence[Problem]) -> Problem:
    return Problem(design.at("day_types"), OF_THE_PATTERN, {
        "kind_of_day": kind, "day_type": day_called(design, kind), "date": min(str(one.args["date"]) for one in problems),
        "like": next((name for name in own_days(design)), kind), "tried": Phrase("because.build"),
        **counted([Phrase("pinned_at", {"name": one.args["name"], "at": one.args["start"]}) for one in problems])})


def own_days(design: Design) -> list[str]:
    """The kinds of day that the programme's own file describes, but for those of a season."""
    return [name for name, day_type in design.programme.day_types.items()
            if ("day_types", name) in design.chain[0].values and not day_type.ramadan and not day_type.dates]
