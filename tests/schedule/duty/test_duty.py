"""The duty roster: its rules hold, nights are shared, and a roster that cannot be is explained with what would help."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks import judge
from generator.documents import Laid
from generator.documents.duty_roster import pieces
from generator.formats import Materials
from generator.formats.typst import make
from generator.language import Text
from generator.model.house import Duty, Person
from generator.model.week import CalendarDay, Day, Watch, Week
from generator.schedule.duty import roster
from generator.schedule.duty.clash import smallest_clash, with_posts
from generator.schedule.duty.model import search
from generator.schedule.duty.needs import duty_task
from generator.schedule.duty_checker import Breach, duty_breaches
from generator.views.duty_roster import distinct_letters
from tests.places import ROOT

MONDAY = dt.date(2027, 8, 9)
ALWAYS = {"days": "mon-sun", "hours": "00:00-24:00"}
BY_DAY = {"days": "mon-sun", "hours": "06:00-22:00"}


def words_of(name: str) -> Text:
    return Text.of({"id": name, "en": name})


def a_shift(at: str, until: str, **more) -> dict:
    return {"title": words_of(more.pop("title", f"{at}-{until}")), "at": at, "until": until, **more}


THREE = {"morning": a_shift("06:00", "14:00", title="Pagi"), "afternoon": a_shift("14:00", "22:00", title="Siang"),
         "night": a_shift("22:00", "06:00", title="Malam")}
TWO = {"day": a_shift("07:00", "19:00"), "night": a_shift("19:00", "07:00")}


def somebody(*available: dict, **more) -> Person:
    return Person(title=words_of("petugas"), role="companion", available=available or [ALWAYS], **more)


@pytest.fixture(scope="module")
def house(small_house):
    """The small house with a team and a duty of its own: ``house(people, shifts, rest_hours=12)``."""

    def make_house(people, shifts=THREE, **rules):
        design = small_house.designs["small-house"]
        return replace(design, programme=design.programme.model_copy(update={
            "staff": {f"guard-{number}": person for number, person in enumerate(people, 1)}, "residential": True,
            "weeks": 12, "duty": Duty(roles=["companion"], shifts=shifts, **rules)}))

    return make_house


def dates(weeks: int) -> list[dt.date]:
    return [MONDAY + dt.timedelta(days=day) for day in range(weeks * 7)]


def made(design, weeks: int = 12):
    return roster(design, [CalendarDay(date) for date in dates(weeks)], weeks)


def count(found: dict[int, tuple[Watch, ...]], which) -> Counter[str]:
    return Counter(name for watches in found.values() for watch in watches if which(watch) for name in watch.people)


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


def told(problems, words, language="en") -> tuple[str, str]:
    (problem,) = problems
    return words[language].message(problem), words[language].hint(problem)


def test_a_night_that_nobody_may_keep_is_named_alone(house, words):
    weekdays = somebody({"days": "mon-fri", "hours": "00:00-24:00"}, hours_per_week=48)

    _, problems = made(house([somebody(BY_DAY)] * 4 + [weekdays] * 3), 4)

    message, hint = told(problems, words)
    assert "week 1" in message and re.search(r"Malam \((sat|sun)\)", message) and "Pagi" not in message
    assert "available" in hint


def test_too_few_hours_are_met_by_posts_that_would_be_enough(house, words):
    design = house([somebody()] * 3)

    _, problems = made(design, 2)

    assert "2 more on duty" in told(problems, words)[1]
    task = duty_task(design, dates(1))
    assert search(with_posts(task, 1), task.needs, {}).impossible
    assert search(with_posts(task, 2), task.needs, {}).kept


def test_the_shifts_named_can_all_be_kept_but_for_one_of_them(house):
    task = duty_task(house([somebody()] * 3), dates(1))

    clash = smallest_clash(task, task.needs)

    assert search(task, clash, {}).impossible
    for need in clash:
        assert search(task, [other for other in clash if other != need], {}).kept


def test_leave_that_leaves_a_gap_is_named_in_its_week_and_the_other_weeks_are_made(house, words):
    gone = somebody(leave=[(MONDAY + dt.timedelta(14), MONDAY + dt.timedelta(20))])

    found, problems = made(house([*[somebody()] * 4, gone]))

    message, hint = told(problems, words)
    assert "week 3" in message and "leave of petugas" in hint
    assert sorted(found) == [1, 2, *range(4, 13)]


def test_shorter_rest_is_never_offered(words):
    for language in words.values():
        entry = language.branch("problems")["TC414"]
        assert not re.search(r"istirahat|rest_hours|\brest\b", str(entry))


def test_nobody_on_duty_is_told_too(house, words):
    _, problems = made(house([]), 2)

    assert "5 more on duty" in told(problems, words)[1]


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


def criterion(design, weeks=None):
    return next(verdict for verdict in judge(design, weeks) if verdict.name == "c25")


def laid_weeks(found, numbers) -> list[Week]:
    return [Week(number, "", tuple(Day(date, "every-day", CalendarDay(date), ()) for date in dates(number)[-7:]),
                 duty=found.get(number, ())) for number in numbers]


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


def test_the_sheets_show_every_shift_and_its_sums(house, words):
    away = MONDAY + dt.timedelta(35), MONDAY + dt.timedelta(41)
    design = house([*[somebody(hours_per_week=48)] * 5, somebody(leave=[away])])
    found, _ = made(design)
    weeks = laid_weeks(found, range(1, 11))

    (piece,) = pieces(Laid(design, weeks, weeks, (), words["id"]))

    sheets = piece.view.sheets
    assert [len(sheet.weeks) for sheet in sheets] == [4, 4, 2]
    assert sum(float(post.hours) for sheet in sheets for post in sheet.posts) == 10 * 7 * 24
    assert sum(int(post.nights) for sheet in sheets for post in sheet.posts) == 70
    assert [row.letter for row in sheets[0].shifts] == ["P", "S", "M"]
    assert all(len(cell) == 1 for sheet in sheets for row in sheet.shifts for cell in row.cells)
    assert [cell.look for cell in sheets[1].posts[5].cells[7:14]] == ["leave"] * 7
    assert sheets[1].legend[-1].look == "leave" and sheets[0].legend[-1].look != "leave"


def test_a_house_without_duty_has_no_sheet(small_house, words):
    weeks = laid_weeks({}, range(1, 3))

    assert list(pieces(Laid(small_house.designs["small-house"], weeks, weeks, (), words["id"]))) == []


def test_the_roster_is_one_pdf_with_a_landscape_page_for_four_weeks(house, words, templates):
    from io import BytesIO

    from pypdf import PdfReader

    design = house([somebody()] * 5)
    found, _ = made(design, 8)
    weeks = laid_weeks(found, range(1, 9))
    (piece,) = pieces(Laid(design, weeks, weeks, (), words["id"]))

    pages = PdfReader(BytesIO(make(piece.view, Materials(templates)))).pages

    assert len(pages) == 2
    assert pages[0].mediabox.width > pages[0].mediabox.height
    assert "Daftar jaga, pekan 5–8" in pages[1].extract_text()


def test_shifts_of_one_initial_have_different_letters():
    assert distinct_letters(["Pagi", "Petang", "Malam", "Pe"]) == ["P", "E", "M", "4"]
