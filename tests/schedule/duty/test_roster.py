"""The duty roster: its rules hold, nights are shared, and counting every week by trial agrees."""

from __future__ import annotations

import datetime as dt
import itertools
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.house import Person
from generator.schedule.duty.needs import duty_task
from generator.schedule.duty_checker import duty_breaches
from tests.schedule.duty.made_teams import ALWAYS, BY_DAY, MONDAY, THREE, TWO, a_shift, count, criterion, dates, made, somebody


def test_five_posts_keep_three_shifts_for_half_a_year(house):
    design = house([somebody()] * 5)

    found, problems = made(design, 26)

    assert problems == []
    assert list(found) == list(range(1, 27))
    assert duty_breaches(design, found) == []


def test_nights_and_weekends_are_shared_fairly(house):
    found, _ = made(house([somebody()] * 5), 26)

    for which in (lambda watch: watch.shift == "night", lambda watch: watch.date.weekday() >= 5, lambda _: True):
        shares = count(found, which)
        assert max(shares.values()) - min(shares.values()) <= 3, shares


def test_somebody_with_half_the_hours_has_about_half_the_nights(house):
    found, _ = made(house([*[somebody()] * 5, somebody(hours_per_week=20)]), 26)

    nights = count(found, lambda watch: watch.shift == "night")

    assert nights["guard-6"] <= 0.7 * min(nights[f"guard-{number}"] for number in range(1, 6))


def test_kinds_of_shift_change_seldom_within_a_week(house):
    found, _ = made(house([somebody()] * 5), 12)

    kinds = [len({watch.shift for watch in watches if f"guard-{n}" in watch.people})
             for watches in found.values() for n in range(1, 6)]

    assert sum(kinds) / len(kinds) <= 1.7


def test_who_is_on_leave_has_no_shift_and_none_that_runs_into_it(house):
    away = dt.date(2027, 8, 23), dt.date(2027, 9, 5)
    design = house([*[somebody(hours_per_week=48)] * 5, somebody(leave=[away])])

    found, problems = made(design)

    assert problems == []
    mine = [watch for watches in found.values() for watch in watches if "guard-6" in watch.people]
    assert mine and not [watch for watch in mine if away[0] <= watch.date <= away[1]]
    assert not [watch for watch in mine if watch.shift == "night" and watch.date == away[0] - dt.timedelta(1)]


def test_after_leave_nobody_makes_up_for_the_nights_of_others(house):
    design = house([*[somebody(hours_per_week=48)] * 5, somebody(leave=[(MONDAY, MONDAY + dt.timedelta(27))])])

    found, _ = made(design, 8)

    nights = count({week: found[week] for week in range(5, 9)}, lambda watch: watch.shift == "night")
    assert nights["guard-6"] <= 28 / 6 + 2


def test_a_night_belongs_to_the_day_on_which_it_begins(house):
    """Friday's night is within ``mon-fri 00:00-24:00``, Sunday's is not; ``06:00-24:00`` has no night at all."""
    weekdays = somebody({"days": "mon-fri", "hours": "00:00-24:00"})
    late = somebody({"days": "mon-sun", "hours": "06:00-24:00"})
    in_two = somebody({"days": "sun", "hours": "21:30-24:00"}, {"days": "mon", "hours": "00:00-06:00"})

    task = duty_task(house([weekdays, late, in_two]), dates(1))

    nights = {need.day: sorted(task.may[need]) for need in task.needs if need.shift == "night"}
    assert nights == {**{day: ["guard-1"] for day in range(5)}, 5: [], 6: ["guard-3"]}


def test_a_and_b_weeks_are_kept(house):
    people = [somebody({**ALWAYS, "rotation": {"every": 2, "turn": 1 + n % 2}}, hours_per_week=48) for n in range(8)]
    design = house(people)

    found, problems = made(design, 6)

    assert problems == [] and duty_breaches(design, found) == []
    assert {name for watch in found[1] for name in watch.people} <= {f"guard-{n}" for n in (1, 3, 5, 7)}


def test_a_shift_for_a_woman_and_a_man_has_both(house):
    shifts = {**THREE, "night": a_shift("22:00", "06:00", sexes=["woman", "man"])}
    design = house([somebody(sex="woman")] * 4 + [somebody(sex="man")] * 4, shifts)

    found, problems = made(design, 4)

    assert problems == [] and duty_breaches(design, found) == []
    assert {len(watch.people) for watches in found.values() for watch in watches if watch.shift == "night"} == {2}


LONG_WEEKENDS = {
    **{name: {**shift, "days": "mon-fri"} for name, shift in THREE.items() if name != "night"},
    "night": THREE["night"], "weekend": a_shift("06:00", "22:00", days="sat-sun"),
}


def test_the_weekend_may_have_shifts_of_its_own(house):
    design = house([somebody()] * 6, LONG_WEEKENDS)

    found, problems = made(design, 4)

    assert problems == [] and duty_breaches(design, found) == []
    assert {watch.shift for watches in found.values() for watch in watches if watch.date.weekday() >= 5} == {"weekend", "night"}
    assert {watch.shift for watches in found.values() for watch in watches if watch.date.weekday() < 5} == set(THREE)


def test_a_day_that_no_shift_names_is_a_gap(house):
    design = house([somebody()] * 6, {**LONG_WEEKENDS, "weekend": a_shift("06:00", "22:00", days="sat")})

    problem, = criterion(design).problems
    assert {"days": "sun", "start": "06:00", "end": "22:00"}.items() <= problem.args.items()


def test_the_same_team_has_the_same_roster(house):
    people = [somebody()] * 4 + [somebody(BY_DAY), somebody(hours_per_week=20)]

    assert made(house(people)) == made(house(people))


def test_a_house_without_duty_has_no_roster(small_house):
    design = small_house.designs["small-house"]

    assert made(design, 2) == ({}, [])
    assert duty_breaches(design, {}) == []


@st.composite
def teams(draw):
    """A team with hours, rotations, leave and sexes, the shifts it has to keep, and the rules of the house."""
    shifts = {name: dict(shift) for name, shift in draw(st.sampled_from((THREE, TWO))).items()}
    if draw(st.booleans()):
        shifts["night"]["sexes"] = ["woman", "man"]
    people = []
    for _ in range(draw(st.integers(3, 9))):
        hours = [draw(st.sampled_from((ALWAYS, ALWAYS, ALWAYS, BY_DAY, {"days": "mon-fri", "hours": "00:00-24:00"})))]
        if draw(st.integers(0, 5)) == 0:
            hours[0] = {**hours[0], "rotation": {"every": 2, "turn": draw(st.integers(1, 2))}}
        first = MONDAY + dt.timedelta(days=draw(st.integers(-10, 84)))
        leave = [(first, first + dt.timedelta(days=draw(st.integers(0, 14))))] if draw(st.integers(0, 3)) == 0 else []
        people.append(somebody(*hours, sex=draw(st.sampled_from(("woman", "man"))), leave=leave,
                               hours_per_week=draw(st.sampled_from((20, 40, 40, 48)))))
    rules = {"rest_hours": draw(st.sampled_from((8, 11, 16))), "days_in_a_row_most": draw(st.integers(3, 6)),
             "nights_in_a_row_most": draw(st.integers(1, 4))}
    return people, shifts, rules


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(teams())
def test_every_team_has_a_sound_roster_or_is_told_why_not(house, words, team):
    people, shifts, rules = team
    design = house(people, shifts, **rules)

    found, problems = made(design)

    assert duty_breaches(design, found) == []
    assert bool(problems) == (len(found) < 12)
    for problem in problems:
        assert problem.code == "TC414"
        for language in words.values():
            assert not re.search(r"{\w+}", language.message(problem) + language.hint(problem))


TWELVE_HOURS = {"day": (7, 12), "night": (19, 12)}
"""The shifts of ``TWO`` as (start, length) in hours."""


def weeks_by_counting(person: Person, shifts: dict[str, tuple[int, int]], rest: int, nights_most: int) -> list[tuple[str, ...]]:
    """Every week somebody who is always there may work, by trying all of them."""
    possible = []
    for week in itertools.product(("", *shifts), repeat=7):
        turns = [(day * 24 + shifts[name][0], day * 24 + sum(shifts[name]), day) for day, name in enumerate(week) if name]
        busy = {hour // 24 for start, end, _ in turns for hour in range(start, end)}
        nights = "".join("n" if name and sum(shifts[name]) > 24 else "." for name in week)
        if (sum(end - start for start, end, _ in turns) <= person.hours_per_week and not busy >= set(range(7))
                and all(after[0] - before[1] >= rest for before, after in itertools.pairwise(turns))
                and "n" * (nights_most + 1) not in nights):
            possible.append(week)
    return possible


def covers(options: list[list[tuple[str, ...]]], shifts: list[str]) -> bool:
    """Whether one week for each post can be chosen so that every shift of every day is kept exactly once."""
    def masks(weeks):
        return {sum(1 << (day * len(shifts) + shifts.index(name)) for day, name in enumerate(week) if name) for week in weeks}

    every = (1 << 7 * len(shifts)) - 1
    *others, last = [masks(weeks) for weeks in options]
    return any(every ^ sum(some) in last for some in itertools.product(*others)
               if all(not one & other for one, other in itertools.combinations(some, 2)))


@pytest.mark.parametrize(("hours", "rest", "nights"), [
    ((60, 60, 60), 11, 3), ((60, 60, 48), 11, 3), ((60, 60, 47), 11, 3), ((60, 60, 60), 24, 3), ((60, 60, 60), 11, 1),
    ((60, 60, 60), 12, 2), ((48, 60, 60), 13, 2), ((60, 36, 60), 11, 6), ((60, 60, 60), 23, 6),
])
def test_three_posts_and_two_shifts_agree_with_trying_every_week(house, hours, rest, nights):
    people = [somebody(hours_per_week=most) for most in hours]
    by_counting = covers([weeks_by_counting(person, TWELVE_HOURS, rest, nights) for person in people], ["day", "night"])

    _, problems = made(house(people, TWO, rest_hours=rest, nights_in_a_row_most=nights), 1)

    assert (problems == []) == by_counting


def test_the_weeks_tried_by_counting_are_of_both_kinds():
    def possible(hours):
        people = [somebody(hours_per_week=most) for most in hours]
        return covers([weeks_by_counting(person, TWELVE_HOURS, 11, 3) for person in people], ["day", "night"])

    assert possible((60, 60, 60)) and not possible((60, 60, 47))
