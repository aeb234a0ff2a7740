"""Why a week cannot be, told in words: the facts that hold a clash, each by its name."""

from __future__ import annotations

from typing import Any

import pytest

from generator.keep import Kept
from generator.schedule import Unsolved
from generator.schedule.decide import Effort
from generator.schedule.forward import forward
from generator.schedule.remedies.changes import of_post
from generator.schedule.remedies.offered import FEW_LEFT, Guard
from generator.schedule.why_not.clash import pairs_of
from generator.schedule.why_not.explanation import explained
from generator.schedule.why_not.reasons import MOST_NAMED
from generator.weeks import calendar_of, plans_of
from tests.schedule.made_programmes import LED_BY_COUNSELLOR, named, written


def test_the_facts_that_hold_a_clash_are_named(laid, words):
    _, problems = laid(written("impossible-week"))
    (problem,) = [problem for problem in problems if problem.is_error]

    said = words["en"].message(problem)

    assert "the window 08:10–09:40 of “Cooking”" in said
    assert "the pinned time 08:00 (Mon–Fri) of “Opening”" in said
    assert "Counsellor" not in said  # longer hours would not help


def test_the_hours_of_several_are_named_together_where_those_of_one_are_not_enough(laid, words):
    """Two counsellors cook together; both come on Monday while the day is opened, which somebody else leads."""
    hours = {"counsellor": {"days": "mon", "hours": "08:00-08:30"}, "companion": {"days": "mon-sun", "hours": "07:00-21:00"}}
    staff = {f"{role}-{number}": {"title": named(name), "role": role, "available": [dict(hours[role])]}
             for role, number, name in (("counsellor", 1, "Ann"), ("counsellor", 2, "Eve"), ("companion", 2, "Ben"))}
    _, problems = laid({"extends": "small-house", "staff": staff, "components": {"adjust": {
        "cooking": {"led_by": {**LED_BY_COUNSELLOR, "co_lead": ["counsellor"]}, "minutes": 30, "window": "08:00-11:00",
                    "how_often": {"each_week": 1}},
        "opening": {"days": "mon-fri"}}}})

    said = [words["en"].message(problem) for problem in problems if problem.is_error]

    assert any("hours of those who may lead “Cooking” taken together: Ann, Eve" in message for message in said), said


def test_nobody_is_blamed_for_hours_in_which_others_may_talk_with_their_residents(laid, words):
    """Each resident has a counsellor, and both come on Monday while the day is opened: if one of them came longer, they could
    talk with all."""
    hours = {"counsellor": {"days": "mon", "hours": "08:00-08:30"}, "companion": {"days": "mon-sun", "hours": "07:00-21:00"}}
    staff = {f"{role}-{number}": {"title": named(name), "role": role, "available": [dict(hours[role])]}
             for role, number, name in (("counsellor", 1, "Ann"), ("counsellor", 2, "Eve"), ("companion", 2, "Ben"))}
    _, problems = laid({"extends": "small-house", "staff": staff, "components": {"adjust": {
        "talk": {"led_by": LED_BY_COUNSELLOR}, "opening": {"days": "mon-fri"}}}})

    (said,) = [words["en"].message(problem) for problem in problems if problem.is_error]

    assert "the hours of Ann; the hours of Eve" in said


def test_a_second_leader_who_is_missing_is_named(laid, words):
    """Two groups open the day at eight, with a counsellor each and one companion to help."""
    counsellor = {"title": named("Counsellor 2"), "role": "counsellor",
                  "available": [{"days": "mon-sun", "hours": "07:00-21:00"}]}
    _, problems = laid({
        "extends": "small-house", "groups": {"other": {"title": named("Others"), "size": 2}},
        "staff": {"counsellor-2": counsellor}, "components": {"adjust": {"opening": {"led_by": {
            "roles": ["counsellor"], "co_lead": ["companion"], "qualification": named("Trained.")}}}}})

    said = [words["en"].message(problem) for problem in problems if problem.is_error]

    assert any("“Opening” needing a second person to lead it with (Companion)" in message for message in said)


def test_groups_that_hold_a_pinned_session_each_by_itself_are_named(laid, words):
    """Three groups open the day at eight, and two may lead it; “3 × 45 minutes” alone says nothing of groups."""
    groups = {name: {"title": named(name), "size": 2} for name in ("second", "third")}
    _, problems = laid({"extends": "small-house", "groups": groups})

    said = [words["en"].message(problem) for problem in problems if problem.is_error]

    assert any("“Opening” being held by 3 groups at once, each by itself" in message for message in said)


WEEK_ONE = [["2027-08-09", "2027-08-15"]]


@pytest.mark.parametrize(("changed", "said"), [
    ({"staff": {"counsellor-1": {"title": named("Ann"), "role": "counsellor", "leave": WEEK_ONE,
                                 "available": [{"days": "mon-sun", "hours": "07:00-21:00"}]}},
      "components": {"adjust": {"talk": {"led_by": LED_BY_COUNSELLOR}}}}, "the leave of Ann (Mon–Sun)"),
    ({"rooms": {"hall": {"title": named("Hall"), "capacity": 8, "features": ["quiet"],
                         "closed": [["2027-08-10", "2027-08-11"]]}},
      "groups": {"cohort": {"title": named("Cohort"), "size": 6}}}, "Hall being closed (Tue–Wed)"),
    ({"events": {"visit": {"title": named("Visiting day"), "kind": "visit", "dates": ["2027-08-09"], "hours": "10:00-21:00"}},
      "components": {"adjust": {"cooking": {"days": ["mon"], "how_often": {"each_week": 1}},
                                "talk": {"days": ["mon"]}}}}, "“Visiting day” (Mon)"),
    ({"team_times": {"case-meeting": {"title": named("Case meeting"), "days": "mon-sun", "hours": "08:00-10:00",
                                      "staff": ["counsellor-1", "companion-1"]}}}, "the team's “Case meeting”"),
], ids=["leave", "closed", "event", "team-time"])
def test_what_takes_somebody_or_something_out_of_this_week_is_named(laid, words, changed, said):
    """An hour lacking is one thing; that it lacks because Ann is on leave says what to do."""
    _, problems = laid({"extends": "small-house", **changed})

    messages = [words["en"].message(problem) for problem in problems if problem.is_error]

    assert any(said in message for message in messages), messages


def test_the_same_components_of_two_groups_are_one_reason(laid, words):
    """A remedy for one group alone would leave the other where it was, and “0 more reasons” says nothing."""
    leaders = {f"companion-{n}": {"title": named(f"Companion {n}"), "role": "companion",
                                  "available": [{"days": "mon-sun", "hours": "07:00-21:00"}]} for n in (2, 3, 4)}
    _, problems = laid({
        "extends": "small-house", "groups": {"second": {"title": named("Second"), "size": 2}}, "staff": leaders,
        "components": {"adjust": {"opening": {"at": "08:00"},
                                  "cooking": {"how_often": {"each_week": 7}, "minutes": 75, "at": "08:10"}}}})

    (problem,) = [problem for problem in problems if problem.is_error]

    assert problem.code == "TC402"
    assert "more reason" not in words["en"].hint(problem)


def test_which_group_a_session_cannot_be_held_for_is_named(catalogue_house, words):
    """The same session of two groups is two reasons, which would otherwise read alike."""
    design = catalogue_house.designs["residential-rolling"]
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][0]
    pair = ("static-group", "men-induction+men-younger")

    (problem,) = explained(design, plan, Unsolved((pair,)), Guard(lambda *_: frozenset()), Effort(0), set())

    assert "“Static group” cannot be held for Men's induction, Men's younger members; no time" in words["en"].message(problem)


def test_of_a_week_that_stays_open_nobody_reads_of_leaving_out_one_of_them(catalogue_house, words):
    """No components are named there, of which one could be left out."""
    design = catalogue_house.designs["residential-rolling"]
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][0]

    (problem,) = explained(design, plan, Unsolved(()), Guard(lambda *_: frozenset()), Effort(0.01), set())

    assert problem.code == "TC407" and not problem.remedies
    assert words["en"].hint(problem).endswith(". 2 kinds of change were tried, and none was shown to be enough by itself.")


def with_left_over(house, *components: str):
    """Week 1 of the rolling sample, the problem told of it, and its hint, if just these components had no place in it."""
    design = house.designs["residential-rolling"]
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][0].opened
    whole = forward(plan.task, 3000).placements
    left = tuple(spot.key for spot in whole if spot.key.split("/")[0] in components)
    near = tuple(spot for spot in whole if spot.key not in left)
    answer = Unsolved((), near=near, left=left)

    (problem,) = explained(design, plan, answer, Guard(lambda *_: frozenset()), Effort(0.2), set())
    return plan, left, problem


def test_of_a_week_that_stays_open_it_is_told_what_was_left_over_and_its_changes_are_tried_first(catalogue_house, words):
    plan, left, problem = with_left_over(catalogue_house, "house-meeting")

    told = words["en"].message(problem)
    assert problem.code == "TC407"
    assert f"The most that was put into one week was {len(plan.task.sittings) - len(left)} sessions, without" in told
    assert f"without {len(left)} × House meeting" in told
    assert problem.remedies and all(remedy.changes for remedy in problem.remedies)


def test_where_many_are_left_over_changes_are_put_together(catalogue_house):
    _, left, problem = with_left_over(catalogue_house, "house-meeting", "seminar", "static-group", "encounter-group")

    assert len(left) > FEW_LEFT
    assert problem.remedies


def test_of_officers_on_duty_it_is_said_that_a_session_across_the_change_of_shifts_has_nobody(laid, words):
    """They are at work day and night by their “available”; but at two in the afternoon one goes and another comes."""
    def officer(number: int) -> dict[str, Any]:
        return {"title": named(f"Officer {number}"), "role": "chair",
                "available": [{"days": "mon-sun", "hours": "00:00-24:00"}]}

    shifts = {"early": ("06:00", "14:00"), "late": ("14:00", "22:00"), "night": ("22:00", "06:00")}
    _, problems = laid({
        "extends": "small-house", "staff": {f"officer-{n}": officer(n) for n in range(1, 6)},
        "duty": {"roles": ["chair"], "shifts": {
            name: {"title": named(name), "at": at, "until": until} for name, (at, until) in shifts.items()}},
        "components": {"adjust": {"cooking": {"window": "13:30-15:00", "led_by": {"roles": ["chair"]}}}}})

    (problem,) = [problem for problem in problems if problem.code == "TC418"]

    assert "never beyond the shift (shifts begin at 06:00, 14:00, 22:00)" in words["en"].message(problem)


def test_a_session_that_is_divided_for_its_size_is_named_and_may_be_held_as_one(laid, words):
    _, problems = laid({
        "extends": "small-house", "groups": {"cohort": {"title": named("Cohort"), "size": 8}},
        "rooms": {"hall": {"title": named("Hall"), "capacity": 9, "features": ["quiet"]}, "study": None},
        "components": {"adjust": {"opening": {"mode": "community"}}, "off": {"quiet-hour": {"reason": named("None.")}}}})

    (problem,) = [problem for problem in problems if problem.is_error]

    assert "“Opening” being divided into 2 sessions, for it is for at most 6" in words["en"].message(problem)
    assert "remedies.whole" in {remedy.says.key for remedy in problem.remedies}


def test_of_many_components_that_clash_the_largest_are_named(catalogue_house, words):
    design = catalogue_house.designs["sadar-hati"]
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][0]

    pairs = tuple(pairs_of(plan.task))

    (problem,) = explained(design, plan, Unsolved(pairs, smallest=False), Guard(lambda *_: frozenset()), Effort(0), set())

    assert len(problem.args["names"]) == MOST_NAMED
    unnamed = len({name for name, _ in pairs}) - MOST_NAMED + 1
    assert f"and {unnamed} other components" in words["en"].message(problem)
    assert "because of many things together; the tightest: " in words["en"].message(problem)


def test_of_a_large_clash_that_no_single_fact_was_seen_to_hold_the_tightest_is_named(catalogue_house, words):
    """Many components and no reason beside them would leave the reader where he was."""
    before = catalogue_house.designs["cra-outpatient-24-weeks"]
    design = of_post(before, "psychologist-1", hours_per_week=5).design
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][8]
    clash = Unsolved(tuple(pairs_of(plan.task)), smallest=False)

    (problem,) = explained(design, plan, clash, Guard(lambda *_: frozenset()), Effort(0), set())

    assert "because of what is wanted nearly to its last minute: " in words["en"].message(problem)


def test_what_was_said_of_a_week_is_not_said_again_of_the_next(catalogue_house):
    design = catalogue_house.designs["sadar-hati"]
    first, second = plans_of(design, calendar_of(design, Kept())[1])[0][1:3]
    said: set = set()

    def told(plan, *names: str) -> int:
        clash = Unsolved(tuple(pair for pair in pairs_of(plan.task) if pair[0] in names))
        return len(explained(design, plan, clash, Guard(lambda *_: frozenset()), Effort(0), said))

    assert told(first, "morning-meeting", "static-group") == 1
    assert told(second, "morning-meeting", "static-group") == 0
    assert told(second, "static-group", "sport-exercise") == 1
