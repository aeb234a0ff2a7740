"""The same fault of many weeks or many components as one problem."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.problem import Phrase, Problem


def once(problems: Sequence[Problem]) -> list[Problem]:
    """What is wrong in many weeks is told for the first: prayer times creep, the fault is the same."""
    first: dict[tuple[str, str, str], Problem] = {}
    for problem in problems:
        about = " ".join(repr(value) for key, value in sorted(problem.args.items())
                         if key in ("name", "one", "other", "day_type"))
        first.setdefault((str(problem.location), problem.code, about), problem)
    return _same_room(list(first.values()))


def _same_room(problems: Sequence[Problem]) -> list[Problem]:
    """Components that lack the same of the same room as one problem: who mends the room mends them all."""
    lacking: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        lacking[repr(problem.args["nearest"]) if problem.code == "TC404" else repr(problem)].append(problem)
    return [first if not others else replace(first, args={**first.args, "same": Phrase(
        "nearest_room.same", {"names": [other.args["name"] for other in others], "count": len(others)})})
        for first, *others in lacking.values()]
