"""What the calendar leaves out is told: once for each component, and only what its author has not left out."""

from __future__ import annotations

import pytest

from generator.gather import gather
from generator.keep import Kept
from generator.problem import Severity
from generator.weeks import calendar_of, lay_out, plans_of

PROGRAMME = "small-house/programme.yaml"
"""Two weeks; Tuesday of the second is 17 August."""

CARE = """team_times:
  play:
    title: {id: Bermain, en: Play}
    for_whom: {id: anak-anak, en: the children}
    days: mon-fri
    hours: 09:00-11:00
    staff: [carer]
staff:
  carer: {title: {id: Pengasuh, en: Carer}, role: companion, available: [{days: mon-sun, hours: 08:00-17:00}]LEAVE}
"""


@pytest.fixture
def design_of(own_house):
    """The house with its cooking as written here, and no sessions on public holidays but of the rest."""

    def make(cooking, *, sessions="false", more=()):
        own_house({PROGRAMME: ("    holiday: true\n", "")})
        own_house({PROGRAMME: ("day_types:\n", f"""day_types:
  day-off:
    title: {{id: Hari libur, en: Public holiday}}
    like: every-day
    holiday: true
    sessions: {sessions}
""")})
        own_house({PROGRAMME: ("    opening: {at: 08:00}\n    quiet-hour:\n    talk:\n    cooking: {minutes: 75}\n",
                               f"    opening: {{at: 08:00}}\n    cooking: {{minutes: 75, {cooking}}}\n")})
        for change in more:
            own_house({PROGRAMME: change})
        house = gather([own_house()], "small-house", ("id", "en"))
        return house.designs["small-house"]

    return make


def told(design):
    _, problems = plans_of(design, calendar_of(design, Kept())[1])
    assert not any(problem.is_error for problem in problems)
    return [problem for problem in problems if problem.code == "TC445"]


def often(design, week=2, name="cooking"):
    plans, _ = plans_of(design, calendar_of(design, Kept())[1])
    return sum(s.component == name for s in plans[week - 1].task.sittings)


@pytest.mark.parametrize(("cooking", "held"), [
    ("how_often: {each_week: 4}, days: mon-fri", 4),
    ("how_often: {each_week: 3}, days: wed-sun", 3),
    ("how_often: {each_week: 5}, days: mon-fri", 4),
    ("how_often: {each_week: 2}, days: [mon, tue]", 1),
])
def test_a_holiday_takes_away_only_what_does_not_fit_on_the_days_that_are_left(design_of, cooking, held):
    """Of four in a week of seven days one was taken by any holiday, were it a day on which none was held."""
    assert often(design_of(cooking)) == held


def test_half_of_it_lost_to_a_holiday_is_a_note(design_of, words):
    (note,) = told(design_of("how_often: {each_week: 2}, days: [mon, tue]"))

    assert note.severity is Severity.NOTE
    assert words["en"].message(note) == \
        "“Cooking” is held less often than written because of public holidays: 1 × instead of 2 × in week 2"
    assert "by_day_type: {day-off: {at: 10:00}}" in words["en"].hint(note)


def test_one_of_many_that_a_holiday_takes_is_told_to_nobody(design_of):
    assert not told(design_of("how_often: {each_week: 5}, days: mon-fri"))


def test_what_a_holiday_takes_wholly_is_told_too(design_of, words):
    (note,) = told(design_of("how_often: {each_week: 1}, days: tue"))
    assert words["id"].message(note).endswith("karena hari libur: tidak sama sekali pada pekan 2")


def test_the_hint_of_a_time_on_the_holiday_itself_holds_it(design_of):
    design = design_of("how_often: {each_week: 1}, days: tue, by_day_type: {day-off: {at: 10:00}}")

    assert not told(design)
    assert often(design) == 1


@pytest.mark.parametrize("left_out", ["by_day_type: {day-off: {held: false}}", "not_in_weeks: [2]"])
def test_what_its_author_has_left_out_is_not_told(design_of, left_out):
    assert not told(design_of(f"how_often: {{each_week: 1}}, days: tue, {left_out}", sessions="true"))


def test_what_falls_on_a_holiday_in_its_only_week_is_a_warning(design_of, words):
    (warning,) = told(design_of("how_often: {each_week: 1}, days: tue, rotation: {every: 2, turn: 2}"))

    assert warning.severity is Severity.WARNING
    assert "is never held, although it is due (week 2)" in words["en"].message(warning)


OTHERS = ("size: 2}\n", "size: 2}\n  others: {title: {id: Yang lain, en: The others}, size: 2}\n")


def camp(dates):
    return "components:\n  add:", ("events:\n  camp: {title: {id: Kemah, en: Camp}, kind: away, "
                                   f"dates: [{dates}], groups: [others]}}\ncomponents:\n  add:")


def test_a_group_that_is_away_in_the_only_week_is_named(design_of, words):
    away = camp("[2027-08-09, 2027-08-15]")
    (warning,) = told(design_of("how_often: {each_week: 1}, weeks: 1-1", more=[OTHERS, away]))

    said = words["en"].message(warning)
    assert said.startswith("“Cooking” is never held for The others, although it is due (week 1)")


def test_a_group_that_is_away_in_one_of_several_weeks_is_told_to_nobody(design_of):
    away = camp("[2027-08-09, 2027-08-15]")

    assert not told(design_of("how_often: {each_week: 1}", more=[OTHERS, away]))


def test_child_care_whose_only_carer_is_on_leave_is_a_warning(design_of, words):
    care = CARE.replace("LEAVE", ", leave: [[2027-08-09, 2027-08-10]]")
    (warning,) = told(design_of("how_often: {each_week: 1}", more=[("staff:\n", care)]))

    assert warning.severity is Severity.WARNING
    assert warning.location.line
    said = words["en"].message(warning)
    assert said.startswith("“Play” for the children is not held on 2 days on which sessions go on (week 1, first on")
    assert "(Carer)" in said


def test_child_care_with_its_carer_is_told_to_nobody_and_a_build_tells_what_a_check_does(design_of):
    care = CARE.replace("LEAVE", "")
    design = design_of("how_often: {each_week: 1}, days: tue", more=[("staff:\n", care)])
    weeks, _, problems = lay_out(design, Kept())

    assert weeks
    assert [problem.severity for problem in problems if problem.code == "TC445"] == [Severity.NOTE]
