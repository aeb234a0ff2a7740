"""A roster changed by hand is found out, and somebody is there at every minute."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from generator.model.week import Watch
from generator.schedule.duty_checker import Breach, duty_breaches
from tests.places import ROOT
from tests.schedule.duty.made_teams import BY_DAY, MONDAY, THREE, a_shift, criterion, laid_weeks, made, somebody


def a_week(*kept: tuple[int, str, str]) -> dict[int, list[Watch]]:
    """A first week in which ``(day, shift, names)`` are kept and nothing else."""
    return {1: [Watch(MONDAY + dt.timedelta(day), shift, tuple(names.split())) for day, shift, names in kept]}


@pytest.mark.parametrize(("kept", "rule"), [
    ([(0, "night", "guard-1"), (1, "morning", "guard-1")], "rest-between-shifts"),
    ([(0, "afternoon", "guard-1"), (1, "morning", "guard-1")], "rest-between-shifts"),
    ([(0, "morning", "guard-1"), (0, "night", "guard-1")], "one-shift-a-day"),
    ([(day, "night", "guard-1") for day in range(4)], "nights-in-a-row"),
    ([(day, "morning", "guard-1") for day in range(7)], "days-in-a-row"),
    ([(day, "morning", "guard-1") for day in range(6)], "shift-hours-a-week"),
    ([(0, "night", "guard-1"), *((day, "night", "guard-1") for day in (2, 3)), (5, "night", "guard-1"),
      (6, "night", "guard-1")], "free-day"),
    ([(0, "night", "guard-2")], "available-for-shift"),
    ([(2, "morning", "guard-3")], "not-on-leave"),
    ([(1, "night", "guard-3")], "not-on-leave"),
    ([(0, "morning", "guard-9")], "on-the-duty-roster"),
    ([(0, "morning", "")], "shift-filled"),
    ([(0, "morning", "guard-1 guard-2")], "shift-filled"),
    ([(0, "night", "guard-1")], "one-of-each-sex"),
])
def test_the_checker_finds_a_roster_changed_by_hand(house, kept, rule):
    wednesday = MONDAY + dt.timedelta(2)
    shifts = {**THREE, "night": a_shift("22:00", "06:00", sexes=["woman"])}
    design = house([somebody(), somebody(BY_DAY), somebody(leave=[(wednesday, wednesday)])], shifts)

    found = {breach.rule for breach in duty_breaches(design, a_week(*kept))}

    assert rule in found


def test_a_free_day_after_the_last_night_is_enough(house):
    design = house([somebody()])

    found = duty_breaches(design, a_week(*((day, "night", "guard-1") for day in (0, 1, 2))))

    assert {breach.rule for breach in found} == {"shift-filled"}


def test_the_rules_have_words_in_every_language(words):
    source = ROOT / "generator/schedule/duty_checker.py"
    rules = set(re.findall(r'Breach\("([a-z-]+)"', source.read_text(encoding="utf-8"))) | {"days-in-a-row", "nights-in-a-row"}

    assert len(rules) == 11
    for language in words.values():
        assert rules <= set(language.branch("values.rule"))
    assert Breach("free-day", MONDAY).rule in rules


def test_the_checker_shares_nothing_with_what_makes_the_roster():
    text = (ROOT / "generator/schedule/duty_checker.py").read_text(encoding="utf-8")

    assert "ortools" not in text and "schedule.duty" not in text


def test_somebody_is_on_duty_at_every_minute_of_a_roster(house):
    design = house([somebody()] * 5)
    found, _ = made(design)

    assert criterion(design).status == "met"
    assert criterion(design, laid_weeks(found, range(1, 13))).status == "met"
    found[3] = tuple(watch for watch in found[3] if watch.shift != "night" or watch.date.weekday() != 2)
    problem, = criterion(design, laid_weeks(found, range(1, 13))).problems
    assert {"week": 3, "days": "wed", "start": "22:00", "end": "06:00"}.items() <= problem.args.items()


def test_shifts_that_leave_an_hour_open_are_found_without_a_timetable(house):
    design = house([somebody()] * 5, {"day": a_shift("06:00", "22:00"), "night": a_shift("23:00", "06:00")})

    assert criterion(design).problems[0].args["days"] == "mon-sun"


@pytest.mark.parametrize(("people", "what"), [
    ([somebody(BY_DAY), somebody({"days": "mon-sun", "hours": "22:00-24:00"})], ("mon-sun", "00:00", "06:00")),
    ([somebody(leave=[(dt.date(2027, 8, 11), dt.date(2027, 8, 12))])], ("wed", "00:00", "24:00")),
])
def test_without_duty_the_available_hours_have_no_gap(house, people, what):
    design = house(people)
    design = replace(design, programme=design.programme.model_copy(update={"duty": None, "staff": {
        f"guard-{n}": person.model_copy(update={"also": ("officer-on-duty",)}) for n, person in enumerate(people)}}))

    found = criterion(design).problems[0].args

    assert (found["days"], found["start"], found["end"]) == what


def test_one_officer_cannot_be_there_for_168_hours(house):
    design = house([])

    def with_officers(number):
        officer = somebody().model_copy(update={"role": "officer-on-duty"})
        return replace(design, programme=design.programme.model_copy(update={
            "duty": None, "staff": {f"officer-{n}": officer for n in range(number)}}))

    assert criterion(with_officers(0)).status == criterion(with_officers(1)).status == "not-met"
    assert criterion(with_officers(1)).problems[0].args["hours"] == 40
    assert criterion(with_officers(5)).status == "met"


def test_a_day_programme_needs_nobody_at_night(small_house):
    assert criterion(small_house.designs["small-house"]).status == "met"
