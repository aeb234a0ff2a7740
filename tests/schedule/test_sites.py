"""A programme at two sites: each has its posts and rooms, and nobody is sent across the town."""

from __future__ import annotations

from generator.gather import gather
from generator.keep import Kept
from generator.weeks import lay_out

PROGRAMME = "small-house/programme.yaml"
GROUPS = ("  cohort: {title: {id: Angkatan, en: Cohort}, size: 2}\n", """\
  town: {title: {id: Kota, en: Town}, size: 2}
  hill: {title: {id: Bukit, en: Hill}, size: 2}
""")
HELD_BY_EACH = ("    opening: {at: 08:00}\n    quiet-hour:\n    talk:\n", "    opening: {groups: each}\n    talk:\n")
AT = (("role: counsellor, certified", "groups: [town], role: counsellor, certified"),
      ("role: companion, available", "groups: [hill], role: companion, available"),
      ("capacity: 8, features", "groups: [town], capacity: 8, features"),
      ("capacity: 4, features", "groups: [hill], capacity: 4, features"))


def two_sites(own_house, *changes: tuple[str, str]):
    for change in (GROUPS, HELD_BY_EACH, *AT, *changes):
        root = own_house({PROGRAMME: change})
    return gather([root], "small-house", ("id", "en"))


def test_each_site_has_its_own_posts_and_rooms(own_house):
    weeks, _, problems = lay_out(two_sites(own_house).designs["small-house"], Kept())

    assert problems == []
    assert {(s.groups, s.lead, s.room) for week in weeks for s in week.sessions} == {
        (("town",), "counsellor-1", "hall"), (("hill",), "companion-1", "study")}


def test_what_all_sites_hold_together_has_nobody_to_lead_it(own_house, words):
    together = ("opening: {groups: each}", "opening: {groups: all, at: 08:00}")
    _, _, problems = lay_out(two_sites(own_house, together).designs["small-house"], Kept())

    (problem,) = [problem for problem in problems if problem.is_error]

    assert words["en"].message(problem).startswith("nobody who may lead “Opening” leads Hill, Town; it needs one of: ")


def test_a_room_of_another_site_is_told_as_such(own_house, words):
    tiny = ("groups: [hill], capacity: 4, features: [quiet]", "groups: [hill], capacity: 1")
    _, _, problems = lay_out(two_sites(own_house, tiny).designs["small-house"], Kept())

    said = [words["en"].message(problem) for problem in problems if problem.is_error]

    assert any("nearest is Hall, which lacks: admission (it is for Town only)" in message for message in said), said


def test_an_unknown_group_of_a_post_is_named(own_house):
    house = two_sites(own_house, ("groups: [hill], role", "groups: [hills], role"))

    assert [problem.code for problem in house.problems if problem.is_error] == ["TC301"]
