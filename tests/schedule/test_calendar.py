"""Prayer times against published tables, holidays with their names, Ramadan."""

from __future__ import annotations

import csv
import datetime as dt

import pytest

from generator.calendar import dated_days, holidays, in_ramadan, prayer_times
from generator.gather import gather
from generator.keep import Kept
from generator.model.house import Place
from generator.weeks import calendar_of, plans_of
from tests.places import DATA

PUBLISHED = DATA / "prayer-times-published.csv"
"""As published on jadwalsholat.org for ten cities, every fifth day of four months in a year."""


def test_prayer_times_lie_within_two_minutes_of_the_published_tables():
    rows = list(csv.DictReader(PUBLISHED.read_text(encoding="utf-8").splitlines()))
    differences = {}
    for row in rows:
        for name, minutes in prayer_times(float(row["latitude"]), float(row["longitude"]), row["time_zone"],
                                          dt.date.fromisoformat(row["date"])):
            hour, minute = map(int, row[name].split(":"))
            differences[row["city"], row["date"], name] = minutes - (hour * 60 + minute)

    assert len({row["city"] for row in rows}) == 10
    assert {row["date"][5:7] for row in rows} == {"01", "03", "06", "10"}
    assert {row["time_zone"] for row in rows} == {"Asia/Jakarta", "Asia/Makassar"}
    assert len(differences) == len(rows) * 5
    assert {place: difference for place, difference in differences.items() if abs(difference) > 2} == {}


def test_independence_day_has_its_name_in_both_languages():
    name = holidays(2027)[dt.date(2027, 8, 17)]

    assert "Kemerdekaan" in name.to("id")
    assert "Independence" in name.to("en")


def test_the_sixteenth_of_august_is_the_eve():
    place = Place(city="Malang", latitude=-7.98, longitude=112.63, time_zone="Asia/Jakarta")

    days = dated_days(place, dt.date(2027, 8, 15), 3)

    assert [day.independence_eve for day in days] == [False, True, False]


def test_ramadan_of_2027_is_known():
    assert in_ramadan(dt.date(2027, 2, 20))
    assert not in_ramadan(dt.date(2027, 4, 5))


@pytest.mark.parametrize(("until", "told"), [("11:30", ["TC439"]), ("11:45", [])])
def test_a_prayer_that_comes_after_its_written_end_is_told_and_does_not_last_until_the_next_day(own_house, until, told):
    """It was held for twenty-four hours, and everything else of the house was said to lie on it."""
    root = own_house({"small-house/programme.yaml": ("after: dzuhur, minutes: 30", f"after: dzuhur, until: '{until}'")})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]

    _, problems = plans_of(design, calendar_of(design, Kept())[1])

    assert [problem.code for problem in problems] == told


@pytest.mark.parametrize(("until", "told"), [("08:00", ["TC442"]), ("06:00", [])])
def test_a_night_that_lasts_into_the_next_morning_is_told(own_house, until, told):
    """A house wrote until when it sleeps on Sundays at its Sunday: the night before Monday, when all get up at six."""
    house = "small-house/programme.yaml"
    own_house({house: ("{title: {id: Istirahat malam", "{name: night, title: {id: Istirahat malam")})
    root = own_house({house: ("day_types:\n  every-day:\n    title: {id: Setiap hari, en: Every day}\n    days: mon-sun", (
        "day_types:\n  sunday: {title: {id: Minggu, en: Sunday}, like: every-day, days: sun, holiday: false, change: "
        f"{{night: {{until: '{until}'}}}}}}\n  every-day:\n    title: {{id: Hari lain, en: Other days}}\n    days: mon-sat"))})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]

    _, problems = plans_of(design, calendar_of(design, Kept())[1])

    assert [problem.code for problem in problems] == told


@pytest.mark.parametrize(("written", "told"), [
    ("title: {id: Salat Zuhur berjamaah, en: Dzuhur}, kind: prayer, at: 11:00, minutes: 30", True),
    ("title: {id: Sholat Dhuhur, en: Prayer}, kind: prayer, at: 11:00, minutes: 30", True),
    ("title: {id: Salat Jumat, en: Friday prayer}, kind: prayer, at: 10:45, minutes: 45", True),
    ("title: {id: Sholat Jum'at, en: Prayer}, kind: prayer, at: 10:45, minutes: 45", True),
    ("title: {id: Salat Jumat, en: Friday prayer}, kind: prayer, at: 11:15, minutes: 45", False),
    ("title: {id: Wudu dan Zuhur, en: Dzuhur}, kind: prayer, at: 11:15, minutes: 45", False),
    ("title: {id: Mengaji sebelum Zuhur, en: Reading before dzuhur}, kind: prayer, at: 11:00, minutes: 30", False),
    ("title: {id: Salat Duha, en: Duha}, kind: prayer, at: 09:00, minutes: 15", False),
])
def test_a_prayer_at_a_fixed_hour_that_is_over_before_its_time_has_come_is_told(own_house, written, told):
    root = own_house({"small-house/programme.yaml": (
        "title: {id: Zuhur, en: Dzuhur}, kind: prayer, after: dzuhur, minutes: 30", written)})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]

    _, problems = plans_of(design, calendar_of(design, Kept())[1])

    assert [problem.code for problem in problems] == (["TC434"] if told else [])
