"""Whole groups taken out of the work of the house for a session, while the others go on: a work community."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from generator.checks.house_work_limit import judge
from generator.gather import gather
from generator.keep import Kept
from generator.model.week import Part, Placement, Sitting, Span
from generator.schedule import Unsolved, solve
from generator.schedule.checker import violations
from generator.weeks import lay_out
from tests.schedule.made_tasks import a_task

PROGRAMME = "small-house/programme.yaml"
MORNING = (Span(0, 480, 720),)
CHORES = "      - {title: {id: Kerja, en: Work}, kind: chores, at: 08:00, until: 11:00, allows_groups: true}\n"


def house_with(own_house, opening: str, chores: str = "", cooking: str = "{minutes: 75}"):
    """The small house with two groups and a second companion."""
    own_house({PROGRAMME: ("  cohort: {title: {id: Angkatan, en: Cohort}, size: 2}\n", (
        "  older: {title: {id: Lama, en: Older}, size: 2}\n  newer: {title: {id: Baru, en: Newer}, size: 2}\n"))})
    own_house({PROGRAMME: ("rooms:\n", (
        "  companion-2: {title: {id: Pendamping 2, en: Companion 2}, role: companion, "
        "available: [{days: mon-sun, hours: 07:00-21:00}]}\nrooms:\n"))})
    own_house({PROGRAMME: ("      - {title: {id: Zuhur", chores + "      - {title: {id: Zuhur")})
    own_house({PROGRAMME: ("opening: {at: 08:00}", f"opening: {opening}")})
    return gather([own_house({PROGRAMME: ("cooking: {minutes: 75}", f"cooking: {cooking}")})], "small-house", ("id", "en"))


def work_of_all(more: str) -> str:
    return f"{{groups: all, at: 08:00, minutes: 180, days: mon, how_often: {{each_week: 1}}{more}}}"


ON_MONDAY = "{days: mon, window: 08:00-11:00, how_often: {each_week: 1}}"


def test_each_group_is_taken_out_of_the_work_of_all_for_its_session(own_house):
    weeks, _, problems = lay_out(house_with(own_house, ON_MONDAY, cooking=work_of_all(", allows_groups: true"))
                                 .designs["small-house"], Kept())

    assert problems == []
    (work,) = [s for s in weeks[0].sessions if s.component == "cooking"]
    openings = [s for s in weeks[0].sessions if s.component == "opening"]
    assert sorted(s.groups for s in openings) == [("newer",), ("older",)]
    assert all(work.start <= s.start and s.end <= work.end and s.date == work.date for s in openings)
    assert not {s.lead for s in openings} & {work.lead}


@pytest.mark.parametrize(("opening", "more"), [(ON_MONDAY, ""), (ON_MONDAY[:-1] + ", groups: all}", ", allows_groups: true")])
def test_and_not_out_of_work_that_does_not_allow_it_nor_for_a_session_of_all(own_house, opening, more):
    _, _, problems = lay_out(house_with(own_house, opening, cooking=work_of_all(more)).designs["small-house"], Kept())

    assert problems and {problem.code for problem in problems} <= {"TC401", "TC412", "TC417"}


def test_the_independent_checker_and_the_solver_let_some_groups_go_and_not_all_to_one_session():
    both = (Part("newer", 1, 2), Part("older", 1, 2))
    work = Sitting("work/all/1", "work", both, 240, MORNING, ("ann",), rooms=("hall",), allows_groups=True)
    hour = Sitting("hour/newer/1", "hour", both[:1], 60, MORNING, ("ben",), rooms=("study",))
    at_once = [Placement(work.key, 0, 480, "ann", room="hall"), Placement(hour.key, 0, 540, "ben", room="study")]

    for sittings, fits in (((work, hour), True), ((replace(work, allows_groups=False), hour), False),
                           ((work, replace(hour, parts=both)), False), ((work, replace(hour, resident=1)), False)):
        broken = [one.rule for one in violations(a_task(*sittings), at_once)]
        assert set(broken) == (set() if fits else {"resident-once"})
        assert isinstance(solve(a_task(*sittings)), Unsolved) is not fits


def test_sessions_of_one_group_lie_on_the_chores_of_both(own_house):
    weeks, _, problems = lay_out(house_with(own_house, ON_MONDAY, CHORES).designs["small-house"], Kept())

    assert problems == []
    assert {(s.groups, s.start >= 480 and s.end <= 660) for s in weeks[0].sessions if s.component == "opening"} == {
        (("newer",), True), (("older",), True)}


def test_only_chores_may_be_left_by_a_whole_group(own_house):
    (problem,) = house_with(own_house, "{groups: all}", CHORES.replace("chores", "free")).problems

    assert (problem.code, problem.args["kind"], problem.args["known"]) == ("TC242", "free", ["chores"])


def test_work_that_nobody_goes_on_with_is_told(own_house):
    (problem,) = house_with(own_house, "{groups: all}", cooking="{allows_groups: true}").problems

    assert (problem.code, problem.is_error) == ("TC438", False)
    line = (own_house() / "programmes" / PROGRAMME).read_text(encoding="utf-8").splitlines()[problem.location.line - 1]
    assert "allows_groups" in line


def test_hours_of_work_are_those_that_were_worked(own_house, catalogue_house):
    """21 hours of chores a week, less the hours for which a group is taken out of them."""
    design = house_with(own_house, ON_MONDAY, CHORES).designs["small-house"]
    weeks, _, _ = lay_out(design, Kept())
    criterion = catalogue_house.catalogue.standards["c40"].model_copy(update={"limits": {"hours": 10}})
    taken_out = sum(s.minutes for s in weeks[0].sessions if "older" in s.groups and s.resident is None and s.end <= 660)

    found = {finding.what: finding.args for finding in judge(criterion, design, weeks)}
    assert taken_out >= 30
    assert found["too-much"]["chores"] == round(21 - Fraction(taken_out, 60), 1)


def test_the_groups_sheet_shows_its_session_beside_the_work(own_house, words):
    from generator.views.sheets.selection import Chosen
    from generator.views.weekly_schedule import weekly_schedule

    design = house_with(own_house, ON_MONDAY, CHORES).designs["small-house"]
    weeks, _, _ = lay_out(design, Kept())
    (sheet,) = weekly_schedule(design, weeks[:1], words["en"], Chosen("group", "newer")).sheets

    work, opening = (next(block for block in sheet.days[0].blocks if block.title == title) for title in ("Work", "Opening"))
    assert work.top <= opening.top < opening.top + opening.height <= work.top + work.height + 0.1
    assert work.left + work.width <= opening.left + 0.1
