"""What lacks outright (nobody with the role, no room, no hours) has remedies too, and each of them does what it says."""

from __future__ import annotations

import pytest

from tests.schedule.made_programmes import merged, named, written

LACKING = {"nobody-qualified": "TC403", "rooms-too-small": "TC404", "pin-on-a-meal": "TC411", "window-too-short": "TC430",
           "same-sex-nobody": "TC413", "more-often-than-days": "TC409"}


@pytest.mark.parametrize("name", LACKING)
def test_every_remedy_for_what_lacks_outright_makes_the_week(laid, words, name):
    _, problems = laid(written(name))
    reasons = [problem for problem in problems if problem.is_error]

    assert {problem.code for problem in reasons} == {LACKING[name]}
    for problem in reasons:
        assert problem.remedies and len(problem.remedies) <= 5
        for remedy in problem.remedies:
            weeks, left = laid(merged(written(name), remedy.changes))
            assert weeks or len(reasons) > 1, (remedy.changes, left)
            assert problem.args["name"] not in [other.args["name"] for other in left if other.code == problem.code]
            for language in words.values():
                said = language.remedy(remedy)
                assert "{" not in said["says"] + " ".join(said["effects"])


def test_nobody_who_was_not_sent_by_a_faith_is_offered_as_a_leader_of_worship(laid):
    """Nobody may lead the quiet hour, which is spiritual: a new post is offered, not the posts that lead other things."""
    led_by = {"led_by": {"roles": ["spiritual-companion"], "qualification": {"id": "Diutus umatnya.", "en": "Sent to do it."}}}
    _, problems = laid({"extends": "small-house", "components": {"adjust": {"quiet-hour": led_by}}})
    (problem,) = [problem for problem in problems if problem.is_error]

    assert "other-lead" not in {remedy.says.key.removeprefix("remedies.") for remedy in problem.remedies}


def test_whoever_is_not_there_when_something_must_be_held_is_asked_to_come_then(laid, words):
    """Cooking is on Sunday morning only, and whoever may lead it comes on workday evenings."""
    cook = {"title": named("Ann"), "role": "counsellor", "available": [{"days": "mon-wed", "hours": "18:00-21:00"}]}
    led_by = {"roles": ["counsellor"], "qualification": named("Terlatih.")}
    others = {"title": named("Ben"), "role": "companion", "available": [{"days": "mon-sun", "hours": "07:00-21:00"}]}
    cooking = {"days": ["sun"], "window": "09:00-11:00", "how_often": {"each_week": 1}, "led_by": led_by}
    house = {"extends": "small-house", "staff": {"counsellor-1": cook, "companion-2": others},
             "components": {"adjust": {"cooking": cooking}}}
    _, problems = laid(house)
    (problem,) = [problem for problem in problems if problem.is_error]
    (remedy,) = [remedy for remedy in problem.remedies if remedy.says.key == "remedies.hours-when-needed"]

    assert words["en"].remedy(remedy)["says"] == "Let Ann come on Sun 09:00-11:00 as well."
    assert laid(merged(house, remedy.changes))[0]


def test_nothing_is_left_out_week_by_week_that_is_too_much_in_any_week(laid):
    """The counsellor's three hours are too few for four talks of an hour in every week, and no week is unlike the others."""
    weeks = {"phases": [{"phase": "induction", "weeks": 4}, {"phase": "primary", "weeks": 8}]}
    _, problems = laid({**written("leader-short-of-hours"), **weeks})

    assert "remedies.skipped" not in {remedy.says.key for problem in problems for remedy in problem.remedies}


def test_a_room_for_several_that_have_none_has_what_each_of_them_needs(laid):
    """Nobody goes into the only rooms, and all that is held there is told as one reason."""
    house = {"extends": "small-house", "rooms": {
        name: {"title": named(name), "capacity": 1, "features": ["quiet"]} for name in ("hall", "study")}}
    _, problems = laid(house)
    (problem,) = [problem for problem in problems if problem.code == "TC404"]
    rooms = [remedy for remedy in problem.remedies if remedy.says.key in ("remedies.capacity", "remedies.new-room")]

    assert rooms and len(problem.args["same"].args["names"]) > 1
    for remedy in rooms:
        _, left = laid(merged(house, remedy.changes))
        assert "TC404" not in {other.code for other in left}
    assert problem.location.file == "programmes/bad/programme.yaml", "where its author can change something"


def test_several_reasons_for_want_of_the_same_post_ask_for_one_and_the_same(laid):
    """Opening, cooking, talk and quiet hour have nobody: whoever pastes all remedies gets one post that can do them all."""
    _, problems = laid(written("nobody-qualified"))

    posts = {remedy.changes for problem in problems for remedy in problem.remedies if remedy.says.key == "remedies.new-post"}

    assert len([problem for problem in problems if problem.code == "TC403"]) > 1
    assert len({change for (change,) in posts if "counsellor:" in change}) == 1


def test_a_window_of_its_own_on_one_kind_of_day_is_widened_there(laid):
    house = {"extends": "small-house", "components": {"adjust": {"cooking": {
        "by_day_type": {"every-day": {"window": "14:00-14:30"}}}}}}
    _, problems = laid(house)
    (problem,) = [problem for problem in problems if problem.is_error]
    wider = [remedy for remedy in problem.remedies if "by_day_type" in remedy.changes[0]]

    assert problem.code == "TC430"
    assert laid(merged(house, wider[0].changes))[0]


def test_a_session_is_left_out_of_every_week_in_which_the_closed_room_leaves_no_time_for_it(laid):
    """The only quiet room is closed in week 3 and on the workdays of week 4, and at that weekend nobody is there to lead."""
    counsellor = {"title": named("Ann"), "role": "counsellor", "available": [{"days": "mon-fri", "hours": "07:00-21:00"}]}
    house = {"extends": "small-house", "staff": {"counsellor-1": counsellor},
             "phases": [{"phase": "induction", "weeks": 4}, {"phase": "primary", "weeks": 8}],
             "rooms": {"study": {"title": named("Study"), "capacity": 4, "features": ["quiet"],
                                 "closed": [["2027-08-23", "2027-09-03"]]},
                       "hall": {"title": named("Hall"), "capacity": 8}},
             "components": {"off": {name: {"reason": named("Belum.")} for name in ("opening", "quiet-hour", "cooking")},
                            "adjust": {"talk": {"led_by": {"roles": ["counsellor"], "qualification": named("Trained.")}}}}}
    _, problems = laid(house)
    (skipped,) = [remedy for problem in problems for remedy in problem.remedies if remedy.says.key == "remedies.skipped"]

    assert "not_in_weeks: [3-4]" in skipped.changes[0]


def test_a_window_with_too_little_room_is_widened_by_little_before_the_whole_day_is_opened(laid):
    """Prayer and lunch leave cooking no 75 minutes: an hour more on either side is enough, and no morning is taken for it."""
    house = {"extends": "small-house", "components": {"adjust": {"cooking": {"window": "11:45-13:50"}}}}
    _, problems = laid(house)
    (problem,) = [problem for problem in problems if problem.is_error]
    (remedy,) = [remedy for remedy in problem.remedies if remedy.says.key == "remedies.wider"]
    start, _, end = remedy.says.args["window"].partition("-")

    assert problem.code == "TC405"
    assert start >= "10:45"
    assert end <= "14:50"
    assert laid(merged(house, remedy.changes))[0]


def test_what_belongs_to_the_evening_is_not_moved_to_the_morning(laid):
    """The opening is pinned on dinner, and its hours are the evening's: other hours of the evening are offered, or none."""
    house = {"extends": "small-house", "components": {"adjust": {"opening": {"at": "19:10", "window": "17:30-21:30"}}}}
    _, problems = laid(house)
    (problem,) = [problem for problem in problems if problem.is_error]
    moved = [remedy.says.args["at"] for remedy in problem.remedies if remedy.says.key == "remedies.moved"]

    assert problem.code == "TC411"
    assert moved and all("17:00" <= at <= "21:00" for at in moved)
