"""One component at several times; residents called out of house work for talks; what a house takes away of its pattern."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.documents import Laid, facilitator_week, session_plan
from generator.gather import gather
from generator.keep import Kept
from generator.model.week import Placement, Session, Span
from generator.schedule.checker import violations
from generator.schedule.remedies.changes import without_time
from generator.views.session_plan import session_plan as session_plan_of
from generator.views.timetable import timetable
from generator.weeks import lay_out
from tests.schedule.made_tasks import a_sitting, a_task

PROGRAMME = "small-house/programme.yaml"
TWICE = """cooking:
      times:
        - {at: 09:00, days: [mon, wed], minutes: 60}
        - {at: {mon: 15:00}, minutes: 90, room: study}
        - {window: 10:00-12:00, days: fri}
"""


def design_of(house):
    gathered = gather([house], "small-house", ("id", "en"))
    assert not gathered.problems
    return gathered.designs["small-house"]


@pytest.fixture
def twice(own_house):
    """The small house, cooking three times of its own a week: twice on Monday."""
    return design_of(own_house({PROGRAMME: ("cooking: {minutes: 75}", TWICE)}))


def held(weeks, name: str) -> list[Session]:
    return [session for session in weeks[0].sessions if session.component == name]


def test_a_component_is_held_at_each_of_its_times(twice):
    weeks, _, problems = lay_out(twice, Kept())
    own = held(weeks, "cooking")

    assert problems == []
    assert [(s.date.weekday(), s.start, s.minutes) for s in own[:3]] == [(0, 540, 60), (0, 900, 90), (2, 540, 60)]
    assert (own[1].room, own[3].date.weekday(), own[3].minutes) == ("study", 4, 60)
    assert [s.topic for s in own] == [1, 2, 3, 4], "the topics go on from one time to the next"


def test_as_a_whole_it_is_what_all_its_times_are(twice):
    planned = twice.components["cooking"]

    assert planned.component.how_often.each_week == 4
    assert planned.lengths == (60, 90)
    assert planned.component.days == ("mon", "wed", "fri")


def test_its_plan_is_stretched_to_the_session_it_is_for(twice, words):
    weeks, _, _ = lay_out(twice, Kept())
    laid = Laid(twice, weeks, weeks, [], words["en"])
    leads = {s.lead for s in held(weeks, "cooking")}

    (plan,) = [piece.view for piece in session_plan.pieces(laid) if piece.path == "session-plan/cooking"]
    plans = [one.plan for piece in facilitator_week.pieces(laid) if piece.path.split("/")[-1] in leads
             for one in piece.view.plans if one.plan.title == plan.title and "week-01" in piece.path]

    assert {sum(int(step.minutes.split()[0]) for step in one.steps) for one in plans} == {60, 90}
    assert ("Length", "60 or 90 minutes") in {(fact.name, fact.text) for fact in plan.facts}


FITNESS_AND_YOGA = """cooking:
      times:
        - {at: 09:00, days: [mon, wed], title: {id: Kebugaran, en: Fitness}, led_by: {roles: [companion]}}
        - {at: 15:00, days: [tue], title: {id: Yoga, en: Yoga}, led_by: {roles: [counsellor]}}
"""


@pytest.fixture
def renamed(own_house):
    """The small house, with a component that has another name and other leaders in the afternoon."""
    return design_of(own_house({PROGRAMME: ("cooking: {minutes: 75}", FITNESS_AND_YOGA)}))


@pytest.mark.parametrize(("written", "rooms"), [
    ("cooking: {minutes: 75}", {None}),
    ("cooking: {minutes: 75, room: study}", {"study"}),
    ("cooking: {times: [{at: 09:00, days: mon, room: study}, {at: 15:00, days: tue}]}", {"study", None}),
])
def test_what_is_held_around_the_house_is_held_in_the_room_that_a_house_names(own_house, written, rooms):
    """House work of a farm is in its fields: the room was taken from the file without a word, and not printed."""
    own_house({"catalogue/components/life-skills/cooking.yaml": ("minutes: ", "off_site: true\nminutes: ")})

    weeks, _, problems = lay_out(design_of(own_house({PROGRAMME: ("cooking: {minutes: 75}", written)})), Kept())

    assert not problems
    assert {session.room for session in held(weeks, "cooking")} == rooms


def test_each_time_may_have_a_title_and_leaders_of_its_own(renamed, words):
    weeks, _, problems = lay_out(renamed, Kept())
    view = timetable(renamed, weeks, words["en"])
    plans = [piece.view for piece in session_plan.pieces(Laid(renamed, weeks, weeks, [], words["en"]))
             if piece.path == "session-plan/cooking"]

    assert problems == []
    assert [(row.title, row.lead) for row in view.rows if row.component == "cooking" and row.week == 1] == [
        ("Fitness", "companion-1"), ("Yoga", "counsellor-1"), ("Fitness", "companion-1")]
    assert plans[0].title == "Cooking"
    assert [occasion.time.split()[-1] for occasion in plans[0].occasions] == ["Fitness", "Yoga", "Fitness"]
    assert set(renamed.components["cooking"].component.led_by.roles) == {"counsellor", "companion"}


def test_a_time_less_keeps_what_the_others_say_of_their_leaders(own_house):
    written = "{times: [{at: 09:00, days: mon, led_by: {co_lead: [], resident: null}}, {at: 15:00, days: tue}]}"
    design = design_of(own_house({PROGRAMME: ("cooking: {minutes: 75}", f"cooking: {written}")}))

    assert "resident: null" in without_time(design, "cooking", 2).text


def test_a_plan_for_one_time_alone_is_called_as_that_time_is(renamed, words):
    weeks, _, _ = lay_out(renamed, Kept())
    yoga = [session for session in held(weeks, "cooking") if session.date.weekday() == 1]

    plan = session_plan_of(renamed, "cooking", weeks[0], words["en"], yoga)

    assert plan.title == "Yoga"
    assert ("Led by", "Counsellor") in {(fact.name, fact.text) for fact in plan.facts}


@pytest.mark.parametrize(("written", "code", "shown"), [
    ("{times: [{at: 09:00, led_by: {roles: [cook]}}]}", "TC301", "cook"),
    ("{at: [09:00, 15:00]}", "TC233", "09:00, 15:00"),
    ("{times: [{at: 09:00, minutes: 10}]}", "TC307", "10"),
    ("{times: [{at: 09:00, groups: [cohrt]}]}", "TC301", "cohrt"),
    ("{times: [{at: 09:00, room: kitchen}]}", "TC301", "kitchen"),
    ("{times: [{at: 09:02}]}", "TC429", "09:02"),
    ("{times: [{at: 09:00, day: mon}]}", "TC202", "day"),
])
def test_what_is_wrong_in_a_time_is_told_at_that_time(own_house, words, written, code, shown):
    house = own_house({PROGRAMME: ("cooking: {minutes: 75}", f"cooking: {written}")})
    (problem,) = gather([house], "small-house", ("id", "en")).problems

    assert problem.code == code
    assert shown in words["en"].message(problem)
    assert "cooking:" in (house / "programmes" / PROGRAMME).read_text(encoding="utf-8").splitlines()[problem.location.line - 1]


def with_work(own_house, more: str):
    """A small house in which talks have no other time than that of the work, and a third colleague to lead that."""
    own_house({PROGRAMME: ("rooms:\n", "  companion-2: {title: {id: Pendamping 2, en: Companion 2}, role: companion, "
                           "available: [{days: mon-sun, hours: 07:00-21:00}]}\nrooms:\n")})
    return design_of(own_house({PROGRAMME: (
        "    talk:\n    cooking: {minutes: 75}",
        "    talk: {window: 13:30-15:00, days: mon}\n"
        "    cooking: {at: 13:30, minutes: 90, days: mon, how_often: {each_week: 1}" + more + "}")}))


def test_a_long_work_whose_leader_is_relieved_is_two_times_one_after_the_other(own_house):
    """Nobody is there for all four hours: each of the two leads while they are."""
    own_house({PROGRAMME: ("role: counsellor, certified: true, available: [{days: mon-sun, hours: 07:00-21:00}]",
                           "role: counsellor, certified: true, available: [{days: mon-sun, hours: 07:00-15:00}]")})
    own_house({PROGRAMME: ("role: companion, available: [{days: mon-sun, hours: 07:00-21:00}]",
                           "role: companion, available: [{days: mon-sun, hours: 15:00-21:00}]")})
    design = design_of(own_house({PROGRAMME: ("    quiet-hour:\n    talk:\n    cooking: {minutes: 75}", (
        "    talk:\n    cooking: {times: [{at: 13:30, minutes: 90, days: mon}, {at: 15:00, minutes: 90, days: mon}]}"))}))
    weeks, _, problems = lay_out(design, Kept())

    assert problems == []
    assert [(s.start, s.end, s.lead) for s in weeks[0].sessions if s.component == "cooking"] == [
        (810, 900, "counsellor-1"), (900, 990, "companion-1")]


def test_residents_are_called_out_of_work_that_allows_it(own_house):
    design = with_work(own_house, ", allows_individual: true")

    weeks, _, problems = lay_out(design, Kept())

    assert problems == []
    (work,), talks = held(weeks, "cooking"), held(weeks, "talk")
    assert talks and all(work.start <= talk.start and talk.end <= work.end for talk in talks)
    assert not {talk.lead for talk in talks} & {work.lead}


def test_and_not_out_of_work_that_does_not(own_house):
    _, _, problems = lay_out(with_work(own_house, ""), Kept())

    assert problems and {problem.code for problem in problems} <= {"TC401", "TC412", "TC417"}


def test_a_frame_item_may_be_left_for_talks_but_no_meal(own_house):
    house = own_house({PROGRAMME: ("at: 17:30, minutes: 90}", "at: 17:30, minutes: 90, allows_individual: true}")})
    own_house({PROGRAMME: ("    talk:\n", "    talk: {window: 17:30-19:00, days: mon}\n")})
    weeks, _, problems = lay_out(design_of(house), Kept())
    assert problems == []
    assert {talk.start // 60 for talk in held(weeks, "talk")} <= {17, 18}

    house = own_house({PROGRAMME: ("at: 07:00, minutes: 60}", "at: 07:00, minutes: 60, allows_individual: true}")})
    (problem,) = gather([house], "small-house", ("id", "en")).problems
    assert (problem.code, problem.args["kind"]) == ("TC234", "meal")


def test_null_takes_away_what_the_parent_has(own_house):
    house = own_house()
    child = house / "programmes" / "other-house"
    child.mkdir()
    (child / "programme.yaml").write_text(
        "extends: small-house\ntitle: {id: Lain, en: Other}\nrooms: {study: null}\n"
        "day_types:\n  every-day: null\n  any-day:\n    title: {id: Hari, en: Day}\n    days: mon-sun\n    holiday: true\n"
        "    frame: [{title: {id: Istirahat, en: Rest}, kind: night-rest, at: 21:30, until: 06:00}]\n", encoding="utf-8")
    gathered = gather([house], "other-house", ("id", "en"))

    assert not gathered.problems
    design = gathered.designs["other-house"]
    assert (list(design.programme.rooms), list(design.programme.day_types)) == (["hall"], ["any-day"])


@pytest.mark.parametrize("pattern, key", [("at: 10:00", "at"), ("windows: [09:00-11:00]", "windows"), ("room: study", "room"),
                                          ("times: [{at: 09:00, days: mon}]", "times")])
def test_null_takes_away_when_or_where_the_pattern_holds_a_component(own_house, pattern, key):
    """A house wrote ``at: null`` as its guide says, and the pattern's fixed time went on without a word."""
    house = own_house({PROGRAMME: ("cooking: {minutes: 75}", f"cooking: {{{pattern}}}")})
    child = house / "programmes" / "other-house"
    child.mkdir()
    (child / "programme.yaml").write_text(
        f"extends: small-house\ntitle: {{id: Lain, en: Other}}\ncomponents: {{adjust: {{cooking: {{{key}: null}}}}}}\n",
        encoding="utf-8")

    design = gather([house], "other-house", ("id", "en")).designs["other-house"]

    assert getattr(design.components["cooking"].settings, key) is None


def test_the_independent_checker_allows_no_other_meeting_of_a_resident():
    work = a_sitting("work/1", minutes=120, spans=(Span(0, 480, 600),), allows_individual=True)
    talk = a_sitting("talk/r01", spans=(Span(0, 480, 600),), resident=1, rooms=("study",), leads=("ben",))
    group = a_sitting("group/1", spans=(Span(0, 480, 600),), rooms=("study",), leads=("ben",))
    at_once = [Placement("work/1", 0, 480, "ann", room="hall"), Placement("talk/r01", 0, 480, "ben", room="study")]

    assert not violations(a_task(work, talk), at_once)
    assert [one.rule for one in violations(a_task(replace(work, allows_individual=False), talk), at_once)] == ["resident-once"]
    assert [one.rule for one in violations(a_task(work, group), [
        at_once[0], Placement("group/1", 0, 480, "ben", room="study")])] == ["resident-once"]


@pytest.mark.parametrize(("days", "says", "left"), [
    ("mon-tue", "Hold “Cooking” on one day less: 15:30, not on Mon.",
     "        - at: 13:30\n          days: [mon]\n          minutes: 120\n"
     "        - at: 15:30\n          days: [tue]\n          minutes: 120"),
    ("mon", "Leave out one of the times of “Cooking”: 13:30 (Mon).",
     "        - at: 15:30\n          days: [mon]\n          minutes: 120"),
])
def test_a_time_or_a_day_less_is_offered_where_the_times_do_not_fit(own_house, words, days, says, left):
    """Two hours of cooking twice on Monday, and nobody has time for the talks."""
    house = own_house({PROGRAMME: (
        "    talk:\n    cooking: {minutes: 75}",
        "    talk: {window: 13:30-17:30, days: mon}\n"
        f"    cooking: {{times: [{{at: 13:30, minutes: 120, days: mon}}, {{at: 15:30, minutes: 120, days: {days}}}]}}")})
    _, _, problems = lay_out(design_of(house), Kept())
    offered = [(words["en"].remedy(remedy)["says"], remedy.changes) for problem in problems for remedy in problem.remedies]

    assert (says, (f"components:\n  add:\n    cooking:\n      times:\n{left}",)) in offered
    assert offered[0] == ("Move the pinned time of “Cooking” from 13:30 to 09:40.", (
        "components:\n  add:\n    cooking:\n      times:\n        - at: 09:40\n          days: [mon]\n"
        f"          minutes: 120\n        - at: 15:30\n          days: {'[mon]' if days == 'mon' else days}\n"
        "          minutes: 120",))


def test_a_time_for_all_groups_together_is_offered_where_each_group_has_its_own(own_house, words):
    """Two groups cook at the same hour, each with leaders of its own, and there are not so many leaders."""
    own_house({
        PROGRAMME: ("cooking: {minutes: 75}", "cooking: {minutes: 60, times: [{at: 09:00, days: mon, groups: [cohort]},"
                    " {at: 09:30, days: mon, groups: [second]}]}")})
    own_house({PROGRAMME: ("cohort: {title: {id: Angkatan, en: Cohort}, size: 2}",
                           "cohort: {title: {id: Angkatan, en: Cohort}, size: 2}\n"
                           "  second: {title: {id: Kedua, en: Second}, size: 2}")})
    own_house({PROGRAMME: ("opening: {at: 08:00}", "opening: {at: 08:00, groups: all}")})
    house = own_house({PROGRAMME: ("counsellor-1: {title: {id: Konselor 1, en: Counsellor 1}, role: counsellor,"
                                   " certified: true, available: [{days: mon-sun, hours: 07:00-21:00}]}\n", "")})
    _, _, problems = lay_out(design_of(house), Kept())
    offered = [(words["en"].remedy(remedy)["says"], remedy.changes) for problem in problems for remedy in problem.remedies]

    assert ("Hold “Cooking” once for all groups together: 09:00 (Mon).", (
        "components:\n  add:\n    cooking:\n      times:\n        - at: 09:00\n          days: [mon]\n"
        "          groups: all",)) in offered, offered


def test_a_time_that_lies_on_a_meal_may_be_another_one_and_the_others_stay(own_house, words):
    """Cooking at nine and at noon, where noon is lunch."""
    house = own_house({PROGRAMME: (
        "cooking: {minutes: 75}", "cooking: {times: [{at: 09:00, days: mon}, {at: 12:00, days: tue}], minutes: 60}")})
    _, _, problems = lay_out(design_of(house), Kept())
    (problem,) = [problem for problem in problems if problem.is_error]
    moved = [(words["en"].remedy(remedy)["says"], remedy.changes) for remedy in problem.remedies
             if remedy.says.key == "remedies.moved"]

    assert problem.code == "TC411"
    assert ("Move the pinned time of “Cooking” from 12:00 to 10:40.",
            ("components:\n  add:\n    cooking:\n      times:\n        - at: 09:00\n          days: [mon]\n"
             "        - at: 10:40\n          days: [tue]",)) in moved
    assert lay_out(design_of(own_house({PROGRAMME: ("at: 12:00, days: tue", "at: 10:40, days: tue")})), Kept())[0]


def test_two_times_that_meet_may_be_apart(own_house, words):
    """The second half hour of cooking lies on the first."""
    house = own_house({PROGRAMME: (
        "cooking: {minutes: 75}", "cooking: {times: [{at: 09:00, days: mon}, {at: 09:30, days: mon-tue}], minutes: 60}")})
    _, _, problems = lay_out(design_of(house), Kept())
    moved = [words["en"].remedy(remedy)["says"] for problem in problems for remedy in problem.remedies
             if remedy.says.key == "remedies.moved"]

    assert "Move the pinned time of “Cooking” from 09:30 to 10:00." in moved
