"""What falls on some days only: a day of the month, frame items of some weeks, and what the books say of them."""

from __future__ import annotations

from generator.gather import gather
from generator.keep import Kept
from generator.weeks import lay_out

PROGRAMME = "small-house/programme.yaml"
VISIT = """events:
  family-day:
    title: {id: Kunjungan keluarga, en: Family visit}
    kind: visit
    on: third-sun-of-month
    hours: 14:00-16:00
rooms:
"""


def test_an_event_falls_on_a_day_of_the_month(own_house):
    design = gather([own_house({PROGRAMME: ("rooms:\n", VISIT)})], "small-house", ("id", "en")).designs["small-house"]
    weeks, _, problems = lay_out(design, Kept())

    assert problems == []
    assert [day.date.isoformat() for week in weeks for day in week.days if any(slot.kind == "visit" for slot in day.frame)] \
        == ["2027-08-15"]


def test_the_books_say_in_which_weeks_families_may_visit(own_house, words):
    from generator.checks import judge
    from generator.views.handbook import handbook

    house = own_house({PROGRAMME: (
        "kind: free, at: 17:30, minutes: 90}", "kind: visit, at: 17:30, minutes: 90, rotation: {every: 4, turn: 2}}")})
    design = gather([house], "small-house", ("id", "en")).designs["small-house"]
    weeks, _, _ = lay_out(design, Kept())

    for edition in ("family", "resident"):
        said = str(handbook(design, weeks, judge(design, weeks), words["en"], edition))
        assert "17:30–19:00, one week in 4, from week 2" in said
        assert "Free time (one week in 4, from week 2)" in said
