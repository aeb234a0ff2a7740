"""Each criterion: a programme that meets it, and one that does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.calendar import dated_days
from generator.checks import judge, predicates
from generator.gather import gather
from generator.keep import Kept
from generator.model.week import Week
from generator.schedule.frame import frames
from generator.weeks import lay_out

PROGRAMME = "small-house/programme.yaml"


def verdicts(root, weeks=None):
    house = gather([root], "small-house", ("id", "en"))
    assert not [p for p in house.problems if p.is_error], house.problems
    design = house.designs["small-house"]
    if weeks == "built":
        weeks, _, problems = lay_out(design, Kept())
        if broken := {f"c{problem.code[3:]}": problem for problem in problems if problem.code.startswith("TC5")}:
            return {name: replace(one, status="not-met", problems=(broken[name],)) if name in broken else one
                    for name, one in ((one.name, one) for one in judge(design, None))}
    return {verdict.name: verdict for verdict in judge(design, weeks)}


def test_the_fixture_house_meets_every_criterion(own_house):
    assert {v.status for v in verdicts(own_house(), "built").values()} == {"met"}


def test_without_a_timetable_three_criteria_are_not_yet_judged(own_house):
    found = verdicts(own_house())

    assert {name for name, v in found.items() if v.status == "not-judged"} == {"c38", "c39", "c40"}
    assert not [p for v in found.values() for p in v.problems if p.is_error]


NIGHT = "      - {title: {id: Istirahat malam, en: Night rest}, kind: night-rest, at: 21:30, until: 06:00}\n"
LATE = """  late-friday:
    title: {id: Jumat, en: Friday}
    days: fri
    like: every-day
    change: {night: null}
  after-late-friday:
    title: {id: Sabtu, en: Saturday}
    days: sat
    like: every-day
    change:
      late: {title: {id: Tidur larut, en: Late night}, kind: night-rest, at: 00:30, until: RISING}
      waking: {at: RISING, minutes: 10}
      breakfast: null
"""


@pytest.mark.parametrize(("rising", "status"), [("08:30", "met"), ("07:30", "not-met")])
def test_a_night_that_begins_after_midnight_belongs_to_the_evening_before(own_house, rising, status):
    """Friday's curfew at half past midnight is written in Saturday's frame; what counts is how long one sleeps."""
    own_house({PROGRAMME: ("components:", LATE.replace("RISING", rising) + "components:")})
    own_house({PROGRAMME: (NIGHT, NIGHT.replace("{title", "{name: night, title"))})
    own_house({PROGRAMME: ("{title: {id: Bangun", "{name: waking, title: {id: Bangun")})
    own_house({PROGRAMME: ("{title: {id: Sarapan", "{name: breakfast, title: {id: Sarapan")})
    root = own_house({PROGRAMME: ("en: Every day}\n    days: mon-sun", "en: Every day}\n    days: [mon-thu, sun]")})

    found = verdicts(root, "built")["c39"]

    assert found.status == status
    assert [problem.args["date"] for problem in found.problems] == ([] if status == "met" else ["2027-08-13"])


@pytest.mark.parametrize(("criterion", "file", "old", "new"), [
    ("c03", PROGRAMME, "any_time: true", "any_time: false"),
    ("c03", PROGRAMME, "penalty: false", "penalty: true"),
    ("c05", PROGRAMME, "acknowledged: true", "acknowledged: false"),
    ("c05", PROGRAMME, "collective: false", "collective: true"),
    ("c05", PROGRAMME, "ladder: [{id: Bicara berdua., en: Talk in private.}]", "ladder: [{id: Kepala digundul., en: Gundul.}]"),
    ("c14", PROGRAMME, "continues: [oat, arv, tb, psychiatric]", "continues: [arv, tb, psychiatric]"),
    ("c14", PROGRAMME, "changed_only_by_prescriber: true", "changed_only_by_prescriber: false"),
    ("c22", "catalogue/components/spiritual/quiet-hour.yaml", "voluntary: true", "voluntary: false"),
    ("c31", "catalogue/components/group/opening.yaml", "dimensions: [psychological, medical]", "dimensions: [psychological]"),
    ("c32", PROGRAMME, "    talk:\n", ""),
    ("c39", PROGRAMME, "at: 21:30, until: 06:00", "at: 22:30, until: 06:00"),
    ("c40", PROGRAMME, "hours_per_week_most: 10", "hours_per_week_most: 40"),
    ("c62", PROGRAMME, "Saling menolong.", "Semua akan sembuh total."),
    ("c62", "catalogue/components/group/opening.yaml", "Greet everyone.", "This is proven to cure."),
])
def test_a_programme_that_breaks_a_criterion_is_told_where(own_house, criterion, file, old, new):
    found = verdicts(own_house({file: (old, new)}), "built")

    assert {name for name, v in found.items() if v.status == "not-met"} == {criterion}
    problem = found[criterion].problems[0]
    assert problem.code == f"TC5{criterion[1:]}"
    assert problem.is_error
    assert problem.location.line


def test_a_group_longer_than_three_hours_is_found_in_the_timetable(own_house):
    root = own_house({PROGRAMME: ("cooking: {minutes: 75}", "cooking: {minutes: 200}")})

    assert verdicts(root, "built")["c38"].status == "not-met"


def test_more_house_work_than_the_limit_is_found_in_the_timetable(own_house):
    root = own_house({PROGRAMME: ("cooking: {minutes: 75}", "cooking: {minutes: 180, how_often: {each_week: 7}}")})
    path = root / "programmes/catalogue/components/life-skills/cooking.yaml"
    path.write_text(path.read_text() + "work: true\n")

    assert verdicts(root, "built")["c40"].status == "not-met"


def work_of(own_house, cohort: str, cooking: str):
    root = own_house({PROGRAMME: ("size: 2}", f"size: {cohort}}}")})
    own_house({PROGRAMME: ("cooking: {minutes: 75}", f"cooking: {{minutes: 150, {cooking}}}")})
    path = root / "programmes/catalogue/components/life-skills/cooking.yaml"
    path.write_text(path.read_text() + "work: true\n")
    return verdicts(root, "built")["c40"]


def test_of_house_work_held_in_two_parts_each_resident_does_one(own_house):
    """Six times two and a half hours are fifteen for each of them, not thirty because half of them work at another hour."""
    halves = "how_often: {each_week: 6}, group_size: {least: 1, most: 2}"

    assert work_of(own_house, "4", halves).status == "met"


EVENING = "at: 21:30, until: 06:00}\n"


@pytest.mark.parametrize(("theirs", "told"), [
    ("at: 23:00, until: 07:00, groups: [early]", []),
    ("at: 23:00, until: 06:00, groups: [early]", [["Early shift"]]),
])
def test_each_group_has_a_whole_night_of_its_own(own_house, theirs, told):
    """Those who go out to the early shift sleep at other hours than the rest; the nights of both do not add up to one."""
    own_house({PROGRAMME: ("size: 2}\n", "size: 2}\n  early: {title: {id: Regu pagi, en: Early shift}, size: 2}\n")})
    own_house({PROGRAMME: ("at: 06:00, minutes: 60}", "at: 06:00, minutes: 60, groups: [cohort]}")})
    own_house({PROGRAMME: ("at: 07:00, minutes: 60}", "at: 07:00, minutes: 60, groups: [cohort]}")})
    night = NIGHT.replace("06:00}", "06:00, groups: [cohort]}")
    root = own_house({PROGRAMME: (NIGHT, night + NIGHT.replace("at: 21:30, until: 06:00", theirs))})

    found = verdicts(root, "built")["c39"]

    assert [[title.to("en") for title in problem.args["groups"]] for problem in found.problems] == told


def test_one_groups_hours_outside_take_no_free_time_from_another(own_house):
    """On a day that is full but for 17:30 to 19:00 for one group and 20:00 to 21:30 for the other, each has its own."""
    free = "kind: free, at: 17:30, minutes: 90}"
    own_house({PROGRAMME: ("size: 2}\n", "size: 2}\n  workers: {title: {id: Yang bekerja, en: At work}, size: 2}\n")})
    root = own_house({PROGRAMME: (free, free.replace("90}", """90, groups: [cohort]}
      - {title: {id: Belajar, en: Study}, kind: quiet, at: 08:00, until: 11:30}
      - {title: {id: Belajar, en: Study}, kind: quiet, at: 13:30, until: 17:15}
      - {title: {id: Kerja, en: Work}, kind: outside, at: 17:15, until: 19:00, groups: [workers]}
      - {title: {id: Kelas malam, en: Evening class}, kind: outside, at: 20:00, minutes: 90, groups: [cohort]}
      - {title: {id: Waktu bebas, en: Free time}, kind: free, at: 20:00, minutes: 90, groups: [workers]}"""))})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]
    dates = dated_days(design.programme.place, design.programme.starts, 7)

    week = Week(1, "induction", frames(design, 1, dates)[0])

    assert {v.name: v for v in judge(design, [week])}["c39"].status == "met"


def test_every_predicate_has_a_manual_and_is_used(small_house):
    used = {criterion.predicate for criterion in small_house.catalogue.standards.values()}

    for name, predicate in predicates().items():
        assert len(predicate.__doc__ or "") > 60, name
        assert name in used, name
