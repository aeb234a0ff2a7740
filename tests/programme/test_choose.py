"""Times of which each resident chooses some a week: three self-help meetings out of those that are held around the house."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.gather import gather
from generator.keep import Kept
from generator.weeks import lay_out

PROGRAMME = "small-house/programme.yaml"
NIGHT = "      - {title: {id: Istirahat malam"


def house_with(own_house, choose: int = 3, kind: str = "outside", days: str = "mon-sun"):
    """Every day at half past two there is a meeting around the small house."""
    item = (f"      - {{title: {{id: Pertemuan, en: Self-help meeting}}, kind: {kind}, at: 14:30, minutes: 90, "
            f"choose: {choose}}}\n")
    own_house({PROGRAMME: (NIGHT, item + NIGHT)})
    if days != "mon-sun":
        own_house({PROGRAMME: ("    days: mon-sun\n", f"    days: {days}\n")})
        own_house({PROGRAMME: ("components:", (
            "  other-day:\n    title: {id: Lain, en: Other}\n    days: [tue, thu-sun]\n    frame:\n"
            "      - {title: {id: Malam, en: Night}, kind: night-rest, at: 21:30, until: 06:00}\ncomponents:"))})
    return gather([own_house()], "small-house", ("id", "en"))


def test_sessions_keep_clear_of_every_time_that_may_be_chosen(own_house):
    house = house_with(own_house)
    weeks, _, problems = lay_out(house.designs["small-house"], Kept())

    assert not house.problems and problems == []
    assert all(slot.voluntary for week in weeks for day in week.days for slot in day.frame if slot.kind == "outside")
    assert not [s for week in weeks for s in week.sessions if s.start < 16 * 60 and s.end > 14 * 60 + 30]


def test_every_paper_says_how_many_are_chosen(own_house, words):
    from generator.checks import judge
    from generator.views.handbook import handbook
    from generator.views.sheets.selection import Chosen
    from generator.views.sheets.terse import terse_weeks
    from generator.views.timetable import timetable
    from generator.views.weekly_schedule import weekly_schedule

    design = house_with(own_house).designs["small-house"]
    weeks, _, _ = lay_out(design, Kept())
    said = "Self-help meeting (choose 3 a week)"

    for chosen in (Chosen(), Chosen("group", "cohort")):
        (sheet,) = weekly_schedule(design, weeks[:1], words["en"], chosen).sheets
        assert all(said in {block.title for block in day.blocks} for day in sheet.days)
    assert said in str(handbook(design, weeks, judge(design, weeks), words["en"], "resident"))
    assert said in str(list(terse_weeks(design, weeks[0], words["en"])))
    rows = timetable(design, weeks, words["en"]).frame
    assert {(row.title, row.choose) for row in rows if row.kind == "outside"} == {(said, 3)}


def test_a_day_with_nothing_but_a_meeting_to_choose_is_no_day_on_which_all_are_outside(own_house):
    """A house whose day has no other item: its column stays."""
    from generator.views.sheets.selection import closed_days

    design = house_with(own_house).designs["small-house"]
    weeks, _, _ = lay_out(design, Kept())
    sunday = weeks[0].days[6]
    bare = replace(sunday, sessions=(), frame=tuple(slot for slot in sunday.frame if slot.kind == "outside"),
                   calendar=replace(sunday.calendar, holiday=None))

    assert closed_days(replace(weeks[0], days=(*weeks[0].days[:6], bare))) == ()


@pytest.mark.parametrize("kind", ["prayer", "meal", "night-rest"])
def test_nobody_is_asked_to_choose_worship_sleep_or_meals(own_house, kind):
    (problem,) = house_with(own_house, kind=kind).problems

    assert (problem.code, problem.args["kind"]) == ("TC243", kind)


def test_more_than_a_week_offers_is_told_at_the_item(own_house, words):
    (problem,) = house_with(own_house, choose=3, days="[mon, wed]").problems

    assert words["en"].message(problem) == "each resident chooses 3 a week of “Self-help meeting”, but a week offers only 2"
    line = (own_house() / "programmes" / PROGRAMME).read_text(encoding="utf-8").splitlines()[problem.location.line - 1]
    assert "choose: 3" in line
