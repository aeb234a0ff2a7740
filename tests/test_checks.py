"""Each criterion: a programme that meets it, and one that does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks import judge, predicates
from generator.gather import gather
from generator.keep import Kept
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


def test_every_predicate_has_a_manual_and_is_used(small_house):
    used = {criterion.predicate for criterion in small_house.catalogue.standards.values()}

    for name, predicate in predicates().items():
        assert len(predicate.__doc__ or "") > 60, name
        assert name in used, name
