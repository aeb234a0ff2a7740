"""A roster that cannot be: what is lacking is named, and each way out fills it."""

from __future__ import annotations

import datetime as dt
import re

from generator.schedule.duty.clash import smallest_clash, with_posts
from generator.schedule.duty.model import search
from generator.schedule.duty.needs import duty_task
from tests.schedule.duty.made_teams import BY_DAY, MONDAY, THREE, dates, made, somebody


def test_every_way_out_of_a_roster_that_cannot_be_filled_fills_it(house, words):
    """Four of five are there in week 3: the fifth's leave can lie elsewhere, or one more comes."""
    gone = somebody(leave=[(MONDAY + dt.timedelta(14), MONDAY + dt.timedelta(20))])
    _, problems = made(house([*[somebody()] * 4, gone]))
    (problem,) = problems

    assert [remedy.says.key for remedy in problem.remedies] == ["remedies.leave", "remedies.more-on-duty"]
    for remedy in problem.remedies:
        assert "&" not in "".join(remedy.changes)
        assert words["id"].remedy(remedy)["effects"][-1].startswith("istirahat antargiliran")


def test_a_shift_that_wants_a_woman_gets_one(house):
    """Five men cannot keep a night for which a woman is asked: who is added is a woman."""
    shifts = {**THREE, "night": {**THREE["night"], "sexes": ["woman"]}}
    _, problems = made(house([somebody(sex="man")] * 5, shifts))

    (added,) = [remedy for remedy in problems[0].remedies if remedy.says.key == "remedies.more-on-duty"]
    assert "sex: woman" in added.changes[0]
    assert "sex: man" not in added.changes[0]


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
