"""Posters are read back though a reader of the file takes the lines of boxes that stand side by side for one another's."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from generator.gather import gather
from generator.keep import Kept
from generator.verify.posters import _day
from generator.verify.read import Reader, squeezed
from generator.weeks import lay_out

PROGRAMME = "small-house/programme.yaml"
BESIDE = "cooking: {minutes: 90, at: 13:30, days: mon-tue, allows_individual: true}"


@pytest.fixture
def monday(own_house, words):
    """Cooking, and the talks beside it: the day's poster says both and lunch before them."""
    own_house({PROGRAMME: ("cooking: {minutes: 75}", BESIDE)})
    design = gather([own_house({PROGRAMME: ("    talk:\n", "    talk: {days: mon, window: 13:30-15:00}\n")})],
                    "small-house", ("id", "en")).designs["small-house"]
    weeks, _, problems = lay_out(design, Kept())
    assert problems == []
    return weeks[0].days[0], SimpleNamespace(design=design, words=words["en"])


@pytest.mark.parametrize(("page", "wrong"), [
    ("Cooking 13:30–15:00 One-to-one 13:30–14:30", []),
    ("Cooking O One-to-one 13:30–15:00 13:30–14:30", []),
    ("Cooking O One-to-one 13:30–15:00 13:30–14:00", ["session"]),
    ("Cooking 13:35–15:00 One-to-one 13:30–14:30", ["session"]),
])
def test_what_is_held_at_once_may_be_said_line_by_line(monday, page, wrong):
    day, laid = monday
    text = f"07:00 Breakfast Opening 08:00–08:30 12:30 Lunch {page} Quiet hour 15:00–15:30 19:00 Dinner"

    assert [fault.what for fault in _day(Reader(squeezed(text)), day, "cohort", laid) if fault] == wrong
