"""The verdicts on the small house."""

from __future__ import annotations

from dataclasses import replace

from generator.checks import judge
from generator.gather import gather
from generator.keep import Kept
from generator.weeks import lay_out


def verdicts(root, weeks=None):
    house = gather([root], "small-house", ("id", "en"))
    assert not [p for p in house.problems if p.is_error], house.problems
    design = house.designs["small-house"]
    if weeks == "built":
        weeks, _, problems = lay_out(design, Kept())
        if broken := {f"c{problem.code[3:]}": problem for problem in problems if problem.code.startswith("TC5")}:
            return {name: replace(one, status="not-met", problems=(broken[name],)) if name in broken else one
                    for name, one in ((one.name, one) for one in judge(design, None))}
    return {verdict.name: verdict for verdict in judge(design, weeks)}
