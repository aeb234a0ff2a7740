"""The same fault of many weeks or many components as one problem."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.problem import Phrase, Problem
from generator.schedule.day_hours import HOURS_TOO_FEW, as_one
from generator.schedule.on_frame import ON_THE_FRAME, of_many_kinds

MENDED = ("TC403", "TC413", "TC404", "TC433", ON_THE_FRAME, HOURS_TOO_FEW, "TC409", "TC405", "TC430")
"""What is mended by a change of a component, of the day, by a post or by a room: a build tries that out."""


def once(problems: Sequence[Problem]) -> list[Problem]:
    """What is wrong in many weeks is told for the first: prayer times creep, the fault is the same."""
    first: dict[tuple[str, str, str], Problem] = {}
    for problem in problems:
        about = " ".join(repr(value) for key, value in sorted(problem.args.items())
                         if key in ("name", "one", "other", "day_type"))
        first.setdefault((str(problem.location), problem.code, about), problem)
    told = as_one(_same_room(_same_pin(list(first.values()))))
    return [replace(problem, args={**problem.args, "tried": Phrase("because.build")}) if problem.code in MENDED else problem
            for problem in told]


def _same_pin(problems: Sequence[Problem]) -> list[Problem]:
    """One pin on the frame of several kinds of day as one problem."""
    alike: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        on_frame = problem.code == ON_THE_FRAME
        alike[f"{problem.location} {problem.args['name']!r}" if on_frame else repr(problem)].append(problem)
    return [of_many_kinds(some) if some[0].code == ON_THE_FRAME else some[0] for some in alike.values()]


def _same_room(problems: Sequence[Problem]) -> list[Problem]:
    """Components that lack the same of the same room as one problem: who mends the room mends them all."""
    lacking: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        lacking[repr(problem.args["nearest"]) if problem.code == "TC404" else repr(problem)].append(problem)
    return [first if not others else replace(first, args={**first.args, "same": Phrase(
        "nearest_room.same", {"names": [other.args["name"] for other in others], "count": len(others)})})
        for first, *others in lacking.values()]
