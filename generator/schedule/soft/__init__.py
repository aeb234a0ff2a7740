"""Wishes: what makes one possible week better than another. Every file of this folder is one.

- ``WEIGHT``: how much one unit counts; a programme changes it under ``preferences``, by the file's name.
- ``costs(week, last_week)``: what the solver is to keep low, unweighted.
- ``count(task, placements, last_week)``: the same in plain Python, for any week, also one edited by hand.

Its words stand in the languages under ``wishes`` by its name.
"""

from generator.model.design import Design
from generator.problem import Problem, did_you_mean
from generator.schedule.rule import rules_in

WISHES = rules_in(__path__, __name__)


def unknown_wishes(design: Design) -> list[Problem]:
    """Preferences of a programme that name no wish."""
    return [Problem(design.at("preferences", name), "TC301", {
        "kind": "preferences", "name": name, "near": did_you_mean(name, WISHES)})
        for name in design.programme.preferences if name not in WISHES]
