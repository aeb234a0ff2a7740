"""What a manager does by mistake, and the way out: a day too short, a pin by night, leave, closed rooms."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.gather import gather
from generator.language import Text
from generator.load import as_written
from generator.schedule.remedies.of_means import _with_number
from generator.weeks import timetable_and_faults
from tests.places import FIXTURE
from tests.schedule.made_programmes import merged, named, written

ALWAYS = [{"days": "mon-sun", "hours": "07:00-21:00"}]
BY_DAY = {"title": named("Every day"), "days": "mon-sun", "holiday": True, "frame": [
    {"title": named("Lunch"), "kind": "meal", "at": "12:30", "minutes": 60},
    {"title": named("Free time"), "kind": "free", "at": "17:30", "minutes": 90},
    {"title": named("Night rest"), "kind": "night-rest", "at": "21:30", "until": "06:00"}]}


def errors(problems):
    return [problem for problem in problems if problem.is_error]


def offered(problem, kind: str):
    return [remedy for remedy in problem.remedies if remedy.says.key == f"remedies.{kind}"]


# The effect of each


def test_what_is_held_less_than_wanted_says_by_how_many_minutes(laid, words):
    """Cooking was wanted on five of two days: twice a week is three times 75 minutes less."""
    often = {"how_often": {"each_week": 5}, "days": ["mon", "tue"]}
    _, problems = laid({"extends": "small-house", "components": {"adjust": {"cooking": often}}})
    (problem,) = errors(problems)

    said = [words["en"].remedy(remedy) for remedy in problem.remedies]

    assert problem.code == "TC409"
    assert {one["says"]: one["effects"][0] for one in said} == {
        "Open Wed, Thu, Fri to “Cooking” as well.": "minutes of every pillar unchanged",
        "Hold “Cooking” 2 × a week instead of 5 ×.": "Life-skills accompaniment −225 minutes a week"}


# The day


def test_all_that_the_hours_of_the_day_keep_out_is_one_reason_with_the_hours_that_would_do(laid, words):
    """The opening at eight and the talks find no place between two and a quarter past: longer days help both."""
    short = {**BY_DAY, "hours": "14:00-14:15"}
    house = {"extends": "small-house", "day_types": {"every-day": short}}
    _, problems = laid(house)
    (problem,) = errors(problems)

    assert problem.code == "TC436"
    assert words["en"].message(problem) == (
        "residents are there only Every day 14:00–14:15; 4 components find no place within these hours: "
        "Cooking, Opening, Quiet hour, One-to-one talk")
    (longer,) = offered(problem, "longer-day")
    assert errors(laid(merged(house, longer.changes))[1]) == []


def test_that_the_days_are_too_short_for_the_rest_is_not_told_beside_the_hours_that_are_too_few(laid):
    """Five talks for each of two residents go into no two hours a day, nor does the opening at eight."""
    house = {"extends": "small-house", "day_types": {"every-day": {**BY_DAY, "hours": "10:00-11:00"}},
             "components": {"adjust": {
        "talk": {"how_often": {"each_week": 5}, "minutes": 30}, "cooking": {"minutes": 60, "how_often": {"each_week": 7}}}}}
    _, problems = laid(house)

    assert [problem.code for problem in errors(problems)] == ["TC436"]


def test_a_pin_by_night_is_not_answered_with_less_sleep(laid, words):
    _, problems = laid({"extends": "small-house", "components": {"adjust": {"opening": {"at": "22:00"}}}})
    (problem,) = errors(problems)

    assert "The night's rest stays as it is" in words["en"].hint(problem)
    assert "frame item" not in words["en"].hint(problem)


def test_one_pin_on_the_meals_of_two_kinds_of_day_is_one_reason(laid, words):
    other = {"title": named("Weekend"), "days": "sat-sun", "like": "every-day"}
    house = {"extends": "small-house", "day_types": {
        "every-day": {**BY_DAY, "days": "mon-fri"}, "weekend": other},
        "components": {"adjust": {"cooking": {"at": "12:30", "days": ["fri", "sat"]}}}}
    _, problems = laid(house)
    (problem,) = errors(problems)

    assert words["en"].message(problem).endswith("“Lunch” takes 12:30–13:30; so it is on days of the kind Weekend")
    assert all(laid(merged(house, remedy.changes))[0] for remedy in problem.remedies)


def test_kinds_of_day_with_the_same_title_are_told_apart_by_their_names(laid, words):
    """A holiday that is like the weekend and has no title of its own would be called the weekend."""
    types = {"every-day": {**BY_DAY, "days": "mon-fri", "holiday": False},
             "weekend": {"title": named("Weekend"), "days": "sat-sun", "like": "every-day"},
             "feast": {"like": "weekend", "days": [], "holiday": True}}
    _, problems = laid({"extends": "small-house", "day_types": types, "components": {"adjust": {
        "cooking": {"at": "12:30", "days": ["sat", "sun"]}}}})
    (problem,) = errors(problems)

    assert "(Weekend, “weekend”)" in words["en"].message(problem)


def test_an_event_on_a_pinned_session_is_told_as_an_event_which_can_move(laid, words):
    visit = {"title": named("Visit"), "kind": "guest", "dates": ["2027-08-11"], "hours": "08:15-09:00"}
    house = {"extends": "small-house", "events": {"visit": visit}}
    _, problems = laid(house)
    (problem,) = errors(problems)

    assert "under “events”" in words["en"].hint(problem) and "not_in_weeks: [1]" in words["en"].hint(problem)
    assert [words["en"].remedy(one)["says"] for one in offered(problem, "event-moved")] == [
        "Let “Visit” be at 08:30-09:15 instead of 08:15-09:00.", "Let “Visit” be at 07:15-08:00 instead of 08:15-09:00."]
    for remedy in offered(problem, "event-moved"):
        assert laid(merged(house, remedy.changes))[0]


@pytest.mark.parametrize(("kind", "days"), [("every-day", "mon-sun"), ("friday", "fri")])
def test_a_kind_of_day_without_it_is_offered_only_where_it_has_many_others(laid, kind, days):
    """Not on any day is no way out; not on Fridays, of five days, is one."""
    visit = {"title": named("Visit"), "kind": "visit", "at": "08:00", "minutes": 60}
    visiting = {"like": "every-day", "title": named("Visits"), "days": days, "change": {"visit": visit}}
    every = {"every-day": {**BY_DAY, "days": ["mon", "tue", "wed", "thu", "sat", "sun"]}} if kind == "friday" else {}
    _, problems = laid({"extends": "small-house", "day_types": {**every, kind: visiting}})
    (problem,) = errors(problems)

    assert problem.code == "TC411"
    assert bool(offered(problem, "not-on-such-days")) == (kind == "friday")


# Leave, closed rooms, meetings


def test_two_closed_rooms_of_which_either_alone_would_be_too_little_are_both_named_and_can_stay_open(laid, words):
    rooms = {name.lower(): {"title": named(name), "capacity": 4, "features": ["quiet"],
                            "closed": [["2027-08-09", "2027-08-15"]]} for name in ("Study", "Den")}
    house = {"extends": "small-house", "rooms": rooms, "components": {"adjust": {"talk": {"at": "10:00", "days": ["mon"]}}}}
    _, problems = laid(house)
    (problem,) = [problem for problem in errors(problems) if "talk" in words["en"].message(problem)] or errors(problems)[:1]

    assert "Study being closed" in words["en"].message(problem) and "Den being closed" in words["en"].message(problem)
    assert offered(problem, "closed")


def test_the_leave_of_the_only_leader_may_lie_elsewhere(laid, words):
    """Only Ann may lead the talks, and she is away for the first of twelve weeks."""
    ann = {"title": named("Ann"), "role": "counsellor", "certified": True, "available": ALWAYS,
           "leave": [["2027-08-09", "2027-08-15"], ["2027-12-06", "2027-12-08"]]}
    house = {"extends": "small-house", "staff": {"counsellor-1": ann}, "components": {"adjust": {"talk": {
        "led_by": {"roles": ["counsellor"], "qualification": named("Trained.")}}}}}
    _, problems = laid(house)
    (problem,) = [problem for problem in errors(problems) if problem.code == "TC418"]
    (leave,) = offered(problem, "leave")

    assert "the leave of Ann lie at another time than 2027-08-09–2027-08-15" in words["en"].remedy(leave)["says"]
    assert "2027-12-06" in leave.changes[0], "other leave stays"
    assert laid(merged(house, leave.changes))[0]


def test_a_meeting_of_the_team_that_takes_the_day_is_the_way_out_of_all_that_it_takes(laid):
    """From eight to five nobody can lead anything: not one session after another is mended, but the meeting."""
    meeting = {"title": named("Team"), "days": "mon-sun", "hours": "08:00-17:00"}
    house = {"extends": "small-house", "team_times": {"team": meeting}}
    _, problems = laid(house)
    reasons = [problem for problem in errors(problems) if problem.remedies]

    assert len(reasons) > 1
    for problem in reasons:
        assert any(laid(merged(house, remedy.changes))[0] for remedy in offered(problem, "meeting"))


def test_hours_with_children_are_no_meeting_that_may_be_moved_or_cut_short(laid):
    meeting = {"title": named("Crèche"), "days": "mon-sun", "hours": "08:00-17:00", "for_whom": named("the children")}
    _, problems = laid({"extends": "small-house", "team_times": {"creche": meeting}})

    assert errors(problems)
    assert not [remedy for problem in errors(problems) for remedy in offered(problem, "meeting")]


def test_hours_are_lengthened_by_as_much_as_is_needed(laid):
    """The opening at eight is led by Ann and Ben, who come at half past four in the afternoon; an hour more is no use."""
    staff = {name: {"title": named(name), "role": "counsellor", "certified": True,
                    "also": ["companion", "chair"], "available": [{"days": "mon-sun", "hours": "13:30-16:30"}]}
             for name in ("counsellor-1", "companion-1")}
    house = {"extends": "small-house", "staff": staff}
    _, problems = laid(house)
    longer = [remedy for problem in errors(problems) for remedy in offered(problem, "longer-hours")]

    assert longer
    assert laid(merged(house, longer[0].changes))[0]


def test_whom_the_catalogue_lets_lead_is_asked_before_somebody_new(laid, words):
    """The house lets only counsellors lead the talks, and its one counsellor is away; the catalogue lets companions too."""
    ann = {"title": named("Ann"), "role": "counsellor", "certified": True, "available": ALWAYS,
           "leave": [["2027-08-09", "2027-08-15"]]}
    house = {"extends": "small-house", "staff": {"counsellor-1": ann}, "components": {"adjust": {"talk": {
        "led_by": {"roles": ["counsellor"], "qualification": named("Trained.")}}}}}
    _, problems = laid(house)
    (problem,) = [problem for problem in errors(problems) if problem.code == "TC418"]
    (usual,) = offered(problem, "lead-as-usual")

    assert words["en"].remedy(usual)["says"] == "Let Companion 1 lead “One-to-one talk” too, as the catalogue has it."
    assert "TC418" not in {other.code for other in errors(laid(merged(house, usual.changes))[1])}


def test_a_session_far_too_long_is_shortened_to_what_the_day_has_room_for(laid, words):
    house = {"extends": "small-house", "components": {"adjust": {"cooking": {"minutes": 480}}}}
    _, problems = laid(house)
    (problem,) = [problem for problem in errors(problems) if problem.code == "TC405"]

    assert offered(problem, "shorter")[0].says.args["minutes"] == 120, "and no longer than a session may be"
    assert all(laid(merged(house, remedy.changes))[0] for remedy in offered(problem, "shorter"))


def test_a_pinned_session_that_reaches_into_a_meal_may_be_over_before_it(laid, words):
    """An hour and a half from a quarter to twelve, and lunch is at half past."""
    house = {"extends": "small-house", "components": {"adjust": {"opening": {"at": "11:45", "minutes": 90}}},
             "day_types": {"every-day": BY_DAY}}
    _, problems = laid(house)
    (problem,) = errors(problems)
    shorter = offered(problem, "shorter")[0]

    assert problem.code == "TC411"
    assert words["en"].remedy(shorter)["says"] == "Shorten “Opening” from 90 to 45 minutes; its core steps stay whole."
    assert errors(laid(merged(house, shorter.changes))[1]) == []


def test_of_a_way_too_long_it_is_told_that_the_way_counts(laid, words):
    house = {"extends": "small-house", "components": {"adjust": {"cooking": {"travel_minutes": 120}}}}
    _, problems = laid(house)
    (problem,) = [problem for problem in errors(problems) if problem.code == "TC405"]

    assert "needs 315 minutes, with 120 minutes on the way there and as many back; its window 08:00-17:00 has at most 240" \
        in words["en"].message(problem)
    assert [laid(merged(house, remedy.changes))[0] != [] for remedy in offered(problem, "shorter-way")] == [True]


def test_a_room_more_has_a_number_of_its_own():
    assert [_with_number(Text.of({"id": title})).to("id") for title in ("Ruang konseling 1", "Aula")] == [
        "Ruang konseling {number}", "Aula {number}"]


# All at once


def test_what_counting_tells_is_told_together_with_what_lacks_outright(laid, words):
    """Nobody may lead the talks, and the counsellor's one hour is too little for the rest: both are told in one run."""
    staff = {name: {"title": named(name), "role": "companion", "available": [{"days": "mon", "hours": "08:00-09:00"}]}
             for name in ("counsellor-1", "companion-1")}
    house = {"extends": "small-house", "staff": staff, "components": {"adjust": {"talk": {
        "led_by": {"roles": ["counsellor"], "qualification": named("Trained.")}}}}}
    _, problems = laid(house)

    assert {"TC403"} < {problem.code for problem in errors(problems)}
    later = [problem for problem in errors(problems) if problem.code != "TC403"]
    assert all("Mend what is told with its remedies first" in words["en"].hint(problem) for problem in later)


def test_check_says_who_tries_the_ways_out(tmp_path: Path, words):
    path = tmp_path / "programmes" / "bad" / "programme.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(yaml.safe_dump(written("pin-on-a-meal"), allow_unicode=True))
    design = gather([FIXTURE, tmp_path], "bad", ("id", "en")).designs["bad"]
    problems = timetable_and_faults(design, tmp_path)[2]()

    assert "“tcguide build” tries out what would help." in words["en"].hint(problems[0])


def test_what_stands_twice_is_written_twice():
    hours = [{"days": "mon-sun", "hours": "00:00-24:00"}]

    assert "&" not in as_written({"staff": {"one": {"available": hours}, "two": {"available": hours}}})
