"""Who talks with whom: one-to-one work is shared out by the hours that are there; newcomers are seen on the day they come."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.gather import gather
from generator.keep import Kept
from generator.schedule import Unsolved
from generator.schedule.companions import shared_out
from generator.schedule.decide import Effort
from generator.schedule.means import leads_of
from generator.schedule.pairs import pairs_of
from generator.schedule.remedies.offered import Guard
from generator.schedule.why_not.explanation import explained
from generator.weeks import calendar_of, lay_out, plans_of

PROGRAMME = "small-house/programme.yaml"
TALK = "catalogue/components/social/talk.yaml"
TWELVE = ("size: 2", "size: 12")
WEEKEND = ("role: companion, available: [{days: mon-sun, hours: 07:00-21:00}]",
           "role: companion, available: [{days: sat-sun, hours: 09:00-10:00}]")
UNPINNED = ("opening: {at: 08:00}\n    quiet-hour:\n", "opening:\n")
INTAKE = ("how_often: {each_week: 1}\n", "how_often: {once: true}\nwithin_days: 1\n")


def design_of(root):
    house = gather([root], "small-house", ("id", "en"))
    assert not [problem for problem in house.problems if problem.is_error], house.problems
    return house.designs["small-house"]


def dealt(design) -> Counter[str]:
    planned = design.components["talk"]
    return Counter(shared_out(design, planned, {"cohort": leads_of(design, planned, ("cohort",))}).values())


def test_those_with_the_same_hours_share_residents_alike(own_house):
    assert dealt(design_of(own_house({PROGRAMME: TWELVE}))) == {"counsellor-1": 6, "companion-1": 6}


def test_nobody_is_given_more_residents_than_their_hours_hold(own_house):
    """At the weekend there is room for four talks of half an hour; the others go to who has more time."""
    own_house({PROGRAMME: TWELVE})

    assert dealt(design_of(own_house({PROGRAMME: WEEKEND}))) == {"counsellor-1": 8, "companion-1": 4}


def test_nobody_is_given_residents_who_come_on_more_days_than_they_are_there(own_house):
    own_house({PROGRAMME: TWELVE})
    own_house({PROGRAMME: WEEKEND})
    thrice = {TALK: ("how_often: {each_week: 1}", "how_often: {each_week: 3}")}

    assert dealt(design_of(own_house(thrice))) == {"counsellor-1": 12}


def test_such_a_week_can_be_held(own_house):
    own_house({PROGRAMME: TWELVE})
    own_house({PROGRAMME: UNPINNED})
    weeks, _, problems = lay_out(design_of(own_house({PROGRAMME: WEEKEND})), Kept())

    assert problems == []
    assert len([s for s in weeks[0].sessions if s.component == "talk"]) == 12


AWAY = ("role: companion, available:", "role: companion, leave: [[2027-08-09, 2027-08-15]], available:")


def test_of_whom_others_stand_in_for_nobody_says_that_their_hours_are_too_few(own_house):
    """Nobody may lead the quiet hour; that one of two is on leave has nothing to do with it, for the other one talks with
    their residents."""
    own_house({PROGRAMME: TWELVE})
    own_house({PROGRAMME: AWAY})
    own_house({"catalogue/components/spiritual/quiet-hour.yaml": ("roles: [counsellor, companion]", "roles: [chair]")})
    _, _, problems = lay_out(design_of(own_house({PROGRAMME: ("opening: {at: 08:00}", "opening:")})), Kept())

    assert [problem.code for problem in problems if problem.is_error] == ["TC403"]


HALF_AN_HOUR = ("role: counsellor, certified: true, available: [{days: mon-sun, hours: 07:00-21:00}]",
                "role: counsellor, certified: true, available: [{days: mon, hours: 08:00-08:30}]")


@pytest.mark.parametrize(("any_companion", "is_told"), [(False, True), (True, False)])
def test_where_only_with_their_own_companions_a_week_is_known_to_clash_that_is_told(own_house, words, any_companion, is_told):
    """The counsellor comes for half an hour, while the day is opened; the companion could talk with all."""
    own_house({PROGRAMME: ("opening: {at: 08:00}", "opening: {at: 08:00, led_by: {roles: [companion]}}")})
    design = design_of(own_house({PROGRAMME: HALF_AN_HOUR}))
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][0]
    pairs = tuple(pair for pair in pairs_of(plan.task) if pair[0] in ("talk", "opening"))

    problems = explained(design, plan, Unsolved(pairs, any_companion=any_companion), Guard(lambda *_: frozenset()),
                         Effort(0.1), set())

    assert any("each resident keeping their own companion" in words["en"].message(one) for one in problems) is is_told


def test_whoever_is_on_leave_is_helped_by_those_who_are_there(own_house):
    own_house({PROGRAMME: TWELVE})
    own_house({PROGRAMME: UNPINNED})
    weeks, _, problems = lay_out(design_of(own_house({PROGRAMME: AWAY})), Kept())

    leads = [{s.lead for s in week.sessions if s.component == "talk"} for week in weeks]

    assert problems == []
    assert leads == [{"counsellor-1"}, {"counsellor-1", "companion-1"}]


def test_what_comes_once_is_done_by_whoever_has_the_time(own_house):
    design = design_of(own_house({TALK: INTAKE}))
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][0]

    assert {s.leads for s in plan.task.sittings if s.component == "talk"} == {("counsellor-1", "companion-1")}


@pytest.mark.parametrize("stream", ["", ", phase: induction"])
def test_newcomers_are_seen_on_the_day_they_come(own_house, stream):
    """A screening within one day is one on Monday, for a cohort in its first week and for newcomers to a stream alike."""
    own_house({TALK: INTAKE})
    own_house({TALK: ("phases: [induction, primary]", "phases: [intake, induction, primary]")})
    own_house({PROGRAMME: ("size: 2}", f"size: 2{stream}}}\nintake: {{every_weeks: 1, newcomers: 1}}")})
    phases = own_house() / "programmes" / "catalogue" / "phases"
    (phases / "intake.yaml").write_text((phases / "induction.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    design = design_of(own_house())
    plans, problems = plans_of(design, calendar_of(design, Kept())[1])

    days = {span.day for plan in plans for s in plan.task.sittings if s.component == "talk" for span in s.spans}

    assert problems == []
    assert days == {0}


def test_talks_are_held_in_the_hours_kept_for_them(own_house):
    hours = "talk: {days: tue, windows: [10:15-10:45, 14:00-14:30]}\n"
    weeks, _, problems = lay_out(design_of(own_house({PROGRAMME: ("talk:\n", hours)})), Kept())

    assert problems == []
    assert sorted({(s.date.weekday(), s.start) for s in weeks[0].sessions if s.component == "talk"}) <= [(1, 615), (1, 840)]


def test_one_window_written_later_takes_the_place_of_several(own_house):
    root = own_house({PROGRAMME: ("talk:\n", "talk: {windows: [10:15-10:45, 14:00-14:30]}\n")})
    (root / "programmes" / "ours").mkdir()
    (root / "programmes" / "ours" / "programme.yaml").write_text(
        "extends: small-house\ncomponents: {adjust: {talk: {window: 16:00-17:00}}}\n", encoding="utf-8")
    planned = gather([root], "ours", ("id", "en")).designs["ours"].components["talk"]

    assert (planned.component.window, planned.settings.windows) == ((16 * 60, 17 * 60), None)


def test_where_a_companion_is_there_only_while_all_are_in_a_meeting_somebody_else_talks_with_those_residents(own_house):
    """Counting sees an hour for a talk of half an hour; but in that hour everybody is in the meeting, and the week could not be
    held though the counsellor has time all day. Whoever can keep their companion does."""
    own_house({PROGRAMME: ("size: 2", "size: 4")})
    own_house({PROGRAMME: ("opening: {at: 08:00}", "opening: {at: 08:00, how_often: {each_week: 7}, days: mon-sun}")})
    hour = ("role: companion, available: [{days: mon-sun, hours: 07:00-21:00}]",
            "role: companion, available: [{days: mon-tue, hours: 08:00-08:30}, {days: wed, hours: 08:00-09:00}, "
            "{days: sun, hours: 16:00-16:30}]")
    weeks, _, problems = lay_out(design_of(own_house({PROGRAMME: hour})), Kept())

    assert problems == []
    talks = Counter(s.lead for s in weeks[0].sessions if s.component == "talk")
    assert talks == {"counsellor-1": 3, "companion-1": 1}


def test_a_companion_on_leave_is_no_reason_where_the_week_fails_for_another(own_house):
    """Nobody may cook; that alone is told, for the counsellor talks with the companion's residents that week."""
    own_house({PROGRAMME: UNPINNED})
    own_house({PROGRAMME: ("role: companion, available:", "role: companion, leave: [[2027-08-09, 2027-08-15]], available:")})

    root = own_house({PROGRAMME: ("{minutes: 75}", "{minutes: 75, led_by: {roles: [chair]}}")})

    _, _, problems = lay_out(design_of(root), Kept())

    assert {problem.args["name"].to("en") for problem in problems if problem.is_error} == {"Cooking"}
