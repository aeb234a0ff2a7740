"""Criteria of the day: whole nights, limits of work and of sitting, free time for each group."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from generator.calendar import dated_days
from generator.checks import judge
from generator.gather import gather
from generator.keep import Kept
from generator.language import Text
from generator.model.week import FrameSlot, Week
from generator.schedule.frame import frames
from generator.weeks import lay_out, timetable_and_faults
from tests.checks.made_verdicts import verdicts
from tests.checks.test_checks import PROGRAMME

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


def test_a_night_written_on_both_its_days_counts_once(own_house):
    """23:30–06:00 and, in the next day's frame, 00:30–06:00 were added up to twelve hours of sleep."""
    twice = NIGHT.replace("21:30", "23:30") + NIGHT.replace("21:30", "00:30")

    (problem,) = verdicts(own_house({PROGRAMME: (NIGHT, twice)}), "built")["c39"].problems

    assert problem.args["minutes"] == 390


def test_a_group_longer_than_three_hours_is_found_in_the_timetable(own_house):
    root = own_house({PROGRAMME: ("cooking: {minutes: 75}", "cooking: {minutes: 200}")})

    assert verdicts(root, "built")["c38"].status == "not-met"


def test_a_morning_of_work_is_no_group_that_sits(own_house):
    """A shift in the kitchen may last more than three hours; what it may add up to in a week is another criterion's."""
    root = own_house({PROGRAMME: ("cooking: {minutes: 75}", "cooking: {minutes: 200}")})
    path = root / "programmes/catalogue/components/life-skills/cooking.yaml"
    path.write_text(path.read_text() + "work: true\n")

    assert verdicts(root, "built")["c38"].status == "met"


def test_more_house_work_than_the_limit_is_found_in_the_timetable(own_house):
    root = own_house({PROGRAMME: ("cooking: {minutes: 75}", "cooking: {minutes: 180, how_often: {each_week: 7}}")})
    path = root / "programmes/catalogue/components/life-skills/cooking.yaml"
    path.write_text(path.read_text() + "work: true\n")

    assert verdicts(root, "built")["c40"].status == "not-met"


def test_hours_that_are_no_whole_number_are_written_as_the_language_writes_them(own_house, words):
    """Indonesian said “36.7 jam”, which there is thirty-six thousand seven hundred cut short."""
    root = own_house({PROGRAMME: ("cooking: {minutes: 75}", "cooking: {minutes: 170, how_often: {each_week: 7}}")})
    path = root / "programmes/catalogue/components/life-skills/cooking.yaml"
    path.write_text(path.read_text() + "work: true\n")
    (problem,) = verdicts(root, "built")["c40"].problems

    assert "19,8 jam" in words["id"].message(problem)
    assert "19.8 h" in words["en"].message(problem)


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


def told_before_solving(own_house, more: str = "") -> tuple[object, ...]:
    """What is said of house work on seven mornings, 21 hours a week, while no session has a place yet."""
    own_house({PROGRAMME: ("opening: {at: 08:00}", "opening: {window: 08:00-17:00}")})
    root = own_house({PROGRAMME: ("cooking: {minutes: 75}", (
        f"cooking: {{at: 08:00, minutes: 180, days: mon-sun, how_often: {{each_week: 7}}{more}}}"))})
    path = root / "programmes/catalogue/components/life-skills/cooking.yaml"
    path.write_text(path.read_text() + "work: true\n")
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]
    (found,) = [problem for problem in timetable_and_faults(design, root / "nowhere")[2]() if problem.code == "TC540"]
    return found.args["what"], found.args["hours"]


def test_house_work_is_counted_before_any_session_has_a_place(own_house):
    """That other sessions could lie in the same hours, for they have no place yet, takes nothing off."""
    assert told_before_solving(own_house) == ("too-much", 21.0)


def test_and_where_residents_may_be_called_out_of_it_the_least_that_it_can_be_is_told(own_house):
    what, hours = told_before_solving(own_house, ", allows_individual: true")

    assert (what, hours) == ("at-least", Fraction(41, 2))


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


@pytest.mark.parametrize(("whose_night", "status"), [("workers", "met"), ("cohort", "not-met")])
def test_a_session_may_lie_in_the_night_of_others(own_house, whose_night, status):
    """The evening group of those who stay up is not at night because the early shift has gone to bed."""
    root = own_house({PROGRAMME: ("size: 2}\n", "size: 2}\n  workers: {title: {id: Yang bekerja, en: At work}, size: 2}\n")})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]
    (week, *_), _, _ = lay_out(design, Kept())
    held = next(session for day in week.days for session in day.sessions if session.groups == ("cohort",))
    night = FrameSlot(held.start, held.end, "night-rest", Text.of({"en": "Night"}), groups=(whose_night,))
    asleep = replace(week, days=tuple(replace(day, frame=(*day.frame, night), sessions=(held,))
                                      for day in week.days if held in day.sessions))

    assert {v.name: v for v in judge(design, [asleep])}["c38"].status == status


def test_whoever_has_to_rise_with_the_others_does_not_sleep_on(own_house):
    """In bed from eleven to seven by the file, and up at six with everybody by the same file."""
    own_house({PROGRAMME: ("size: 2}\n", "size: 2}\n  early: {title: {id: Regu pagi, en: Early shift}, size: 2}\n")})
    night = NIGHT.replace("06:00}", "06:00, groups: [cohort]}")
    late = NIGHT.replace("at: 21:30, until: 06:00", "at: 23:00, until: 07:00, groups: [early]")
    (problem,) = verdicts(own_house({PROGRAMME: (NIGHT, night + late)}), "built")["c39"].problems

    assert [title.to("en") for title in problem.args["groups"]] == ["Early shift"]
    assert problem.args["minutes"] == 420


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
