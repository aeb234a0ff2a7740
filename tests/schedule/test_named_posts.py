"""Posts and rooms named for a session and for what is held beside it: two faiths with a chaplain and a room each."""

from __future__ import annotations

import pytest

from generator.gather import gather
from generator.keep import Kept
from generator.schedule.remedies.changes import of_component
from generator.weeks import lay_out

PROGRAMME = "small-house/programme.yaml"
CHAPLAINS = ("rooms:\n  hall", """\
  muslim: {title: {id: Ustaz, en: Muslim chaplain}, role: companion, available: [{days: mon-sun, hours: 07:00-21:00}]}
  christian: {title: {id: Pendeta, en: Christian chaplain}, role: companion, available: [{days: mon-sun, hours: 07:00-21:00}]}
rooms:
  mosque: {title: {id: Masjid, en: Mosque}, capacity: 4, features: [quiet]}
  chapel: {title: {id: Kapel, en: Chapel}, capacity: 4, features: [quiet]}
  hall""")
COOKING = "cooking: {minutes: 75}"
BESIDE = "title: {id: Kajian Kristen, en: Christian study}, description: {id: Sendiri., en: Its own.}, roles: [companion]"


def two_faiths(own_house, *changes: tuple[str, str]):
    for change in (CHAPLAINS, *changes):
        root = own_house({PROGRAMME: change})
    return gather([root], "small-house", ("id", "en"))


def studying(staff: str, room: str, beside: str, their_room: str) -> tuple[str, str]:
    return COOKING, f"""cooking:
      led_by: {{roles: [companion], staff: [{staff}]}}
      room: {room}
      alongside:
        - {{{BESIDE}, staff: [{beside}], room: {their_room}}}"""


@pytest.mark.parametrize("named", [("muslim", "mosque", "christian", "chapel"), ("christian", "chapel", "muslim", "mosque")])
def test_two_chaplains_and_two_rooms_are_never_swapped(own_house, named):
    house = two_faiths(own_house, studying(*named))
    weeks, _, problems = lay_out(house.designs["small-house"], Kept())

    held = [session for week in weeks for session in week.sessions if session.component == "cooking"]

    assert problems == [] and not house.problems
    assert {(s.lead, s.room) for s in held if not s.strand} == {named[:2]}
    assert {(s.lead, s.room) for s in held if s.strand} == {named[2:]}


@pytest.mark.parametrize(("named", "line", "near"), [
    (("muslm", "mosque", "christian", "chapel"), "led_by:", "muslim"),
    (("muslim", "mosque", "christain", "chapel"), "staff: [christain]", "christian"),
    (("muslim", "mosque", "christian", "chapell"), "room: chapell", "chapel"),
])
def test_an_unknown_name_is_told_where_it_stands(own_house, named, line, near):
    house = two_faiths(own_house, studying(*named))
    (problem,) = [problem for problem in house.problems if problem.is_error]
    text = (own_house() / "programmes" / PROGRAMME).read_text(encoding="utf-8").splitlines()

    assert (problem.code, problem.args["near"]) == ("TC301", near)
    assert line in text[problem.location.line - 1]


def test_a_named_post_has_to_have_one_of_the_roles(own_house, words):
    """Whoever is named for a medical screening is no nurse by that."""
    house = two_faiths(own_house, studying("counsellor-1", "mosque", "christian", "chapel"))
    (problem,) = house.problems

    assert (problem.code, problem.is_error) == ("TC330", True)
    assert words["en"].message(problem).startswith("“Cooking” is led by Counsellor 1, who has none of the roles it asks for:")


def test_named_posts_without_hours_then_are_the_reason_and_others_may_be_named_too(own_house, words):
    away = ("en: Muslim chaplain}, role: companion, available: [{days: mon-sun, hours: 07:00-21:00}]",
            "en: Muslim chaplain}, role: companion, available: [{days: mon-sun, hours: 07:00-08:00}]")
    house = two_faiths(own_house, studying("muslim", "mosque", "christian", "chapel"), away)
    _, _, problems = lay_out(house.designs["small-house"], Kept())
    problem = next(problem for problem in problems if problem.is_error)

    assert problem.code == "TC418"
    assert "nobody who may lead it is at work that long at a stretch (Muslim chaplain)" in words["en"].message(problem)
    assert "“Cooking” being led only by posts named for it (Muslim chaplain)" in words["en"].message(problem)
    assert {remedy.says.key for remedy in problem.remedies} == {"remedies.named-too", "remedies.longer-hours"}
    assert "staff: [muslim, companion-1]" in problem.remedies[0].changes[0]


@pytest.mark.parametrize(("old", "new", "said"), [
    ("    cooking", "    cooking", "“Cooking” asks for a woman to lead it for Cohort; none of the posts named for it is: "),
    ("role: companion, available: [{days: mon-sun, hours: 07:00-21:00}]}\n  christian",
     "role: companion, groups: [other], available: [{days: mon-sun, hours: 07:00-21:00}]}\n  christian",
     "none of the posts named for “Cooking” leads Cohort: Muslim chaplain"),
])
def test_named_posts_of_another_sex_or_for_other_groups_are_told(own_house, words, old, new, said):
    women = ("en: Cohort}, size: 2}", "en: Cohort}, size: 2, sex: woman}\n  other: {title: {id: Lain, en: Other}, size: 2}")
    same = (COOKING, "cooking: {same_sex: true, groups: [cohort], led_by: {roles: [companion], staff: [muslim]}}")
    house = two_faiths(own_house, women, same, (old, new))
    _, _, problems = lay_out(house.designs["small-house"], Kept())

    assert any(words["en"].message(problem).startswith(said) for problem in problems if problem.code == "TC444"), [
        words["en"].message(problem) for problem in problems]


def test_what_is_offered_instead_has_its_room_and_post_without_a_signature(own_house):
    house = two_faiths(own_house, ("    quiet-hour:\n", "    quiet-hour: {alternative: {room: chapel, staff: [christian]}}\n"))
    weeks, _, problems = lay_out(house.designs["small-house"], Kept())

    assert not house.problems and problems == []
    assert {(s.other_lead, s.other_room) for week in weeks for s in week.sessions if s.component == "quiet-hour"} == {
        ("christian", "chapel")}


@pytest.mark.parametrize(("written", "code"), [
    ("quiet-hour: {alternative: {roles: [counsellor], room: chapel}}", "TC306"),
    ("quiet-hour: {alternative: null}", "TC306"),
    ("quiet-hour: {alternative: {room: chapl}}", "TC301"),
    ("quiet-hour:\n    opening: {alternative: {room: chapel}}", "TC201"),
])
def test_what_the_catalogue_locks_of_it_still_asks_for_a_signature(own_house, written, code):
    old = "    opening: {at: 08:00}\n    quiet-hour:\n" if "opening" in written else "    quiet-hour:\n"
    house = two_faiths(own_house, (old, f"    {written}\n"))

    assert code in {problem.code for problem in house.problems if problem.is_error}


def test_a_remedy_keeps_the_posts_that_were_named(own_house):
    design = two_faiths(own_house, studying("muslim", "mosque", "christian", "chapel")).designs["small-house"]

    changed = of_component(design, "cooking", led_by={"co_lead": []}).design.components["cooking"]

    assert changed.settings.led_by is not None and changed.settings.led_by.staff == ("muslim",)


def test_the_posts_of_one_time_are_its_own(own_house):
    times = """cooking:
      led_by: {roles: [companion], staff: [muslim]}
      times:
        - {days: [mon]}
        - {days: [tue], led_by: {staff: [christian]}}"""
    house = two_faiths(own_house, (COOKING, times))
    weeks, _, problems = lay_out(house.designs["small-house"], Kept())

    assert not house.problems and problems == []
    assert {(s.date.weekday(), s.lead) for week in weeks for s in week.sessions if s.component == "cooking"} == {
        (0, "muslim"), (1, "christian")}


def test_one_post_named_for_both_is_the_reason_and_no_second_group_is_blamed(own_house, words):
    pinned = ("cooking:\n", "cooking:\n      at: 14:00\n")
    house = two_faiths(own_house, studying("muslim", "mosque", "muslim", "chapel"), pinned)
    _, _, problems = lay_out(house.designs["small-house"], Kept())
    said = words["en"].message(next(problem for problem in problems if problem.is_error))

    assert "“Cooking” being led only by posts named for it (Muslim chaplain)" in said
    assert "each by itself" not in said
