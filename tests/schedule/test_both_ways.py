"""Weeks are laid from one of them to both ends: each like its neighbour, and the same whichever way is faster."""

from __future__ import annotations

import pytest

from generator.model.week import Placement, Span, WeekTask
from generator.schedule import WeekPlan
from generator.schedule.both_ways import lay_both_ways
from tests.schedule.made_tasks import a_sitting, a_task

FULL_DAYS = ("a/cohort/1", "b/cohort/1", "c/cohort/1", "d/cohort/1")


def plans(*tasks: WeekTask) -> list[WeekPlan]:
    return [WeekPlan(number, "primary", (), (), task, ()) for number, task in enumerate(tasks, 1)]


def fits(*names: str) -> WeekTask:
    return a_task(*(a_sitting(name) for name in names))


def too_much() -> WeekTask:
    """More than one leader can hold."""
    return a_task(*(a_sitting(f"crowd/cohort/{number}", spans=(Span(0, 480, 720),)) for number in range(1, 9)))


def too_much_for_each_two() -> WeekTask:
    """No two of four talks can be held at once, and there is time for three: of each person and room there is enough."""
    return _talks(("one", 1, "ann", "hall"), ("two", 2, "ann", "study"), ("three", 2, "ben", "hall"),
                  ("four", 1, "ben", "study"))


def to_the_last_minute() -> WeekTask:
    """No two of three talks can be held at once, and there is time for two: just what one person or room is wanted for."""
    return _talks(("one", 1, "ann", "hall"), ("two", 1, "ben", "study"), ("three", 2, "ann", "study"))


def _talks(*talks: tuple[str, int, str, str]) -> WeekTask:
    until = 480 + 45 * (len(talks) - 1)
    return a_task(*(a_sitting(f"{name}/cohort/r{resident:02d}", minutes=45, spans=(Span(0, 480, until),), leads=(lead,),
                              rooms=(room,), resident=resident) for name, resident, lead, room in talks))


def test_every_week_leans_on_the_one_beside_it_that_was_laid_first():
    row = plans(*(fits(*FULL_DAYS, f"new-{number}/cohort/1") for number in range(8)))

    laying = lay_both_ways(row, {}, {}, {})

    where = [{spot.key: (spot.day, spot.start) for spot in laying.answers[index]} for index in range(8)]
    assert laying.unsolved is None and len(laying.answers) == 8
    assert all({key: week[key] for key in FULL_DAYS} == {key: where[0][key] for key in FULL_DAYS} for week in where)


def test_equal_weeks_on_both_ways_have_one_answer():
    row = plans(*(fits("a/cohort/1", *(("b/cohort/1",) if number % 2 else ("c/cohort/1",))) for number in range(8)))

    laying = lay_both_ways(row, {}, {}, {})

    assert len({laying.answers[index] for index in range(8)}) == 2


def test_a_week_that_has_an_answer_is_where_the_others_begin():
    row = plans(*(fits("a/cohort/1", f"new-{number}/cohort/1") for number in range(6)))
    spot = (Placement("a/cohort/1", 3, 9 * 60, "ann", room="hall"), Placement("new-4/cohort/1", 4, 9 * 60, "ann", room="hall"))
    asked = []

    laying = lay_both_ways(row, {row[4].key: spot}, {}, {}, lambda plan: asked.append(plan.number))

    assert laying.answers[4] == spot
    assert sorted(asked) == [1, 2, 3, 4, 6]
    assert {(p.day, p.start) for week in laying.answers.values() for p in week if p.key == "a/cohort/1"} == {(3, 9 * 60)}


@pytest.mark.parametrize("hopeless", [(0, 1, 2, 3, 4, 5, 6, 7), (0, 5), (2,), (7,)])
def test_the_first_week_found_that_cannot_be_held_is_always_the_same_one(hopeless):
    row = plans(*(too_much_for_each_two() if number in hopeless else fits("a/cohort/1", f"new-{number}/cohort/1")
                  for number in range(8)))

    layings = [lay_both_ways(row, {}, {}, {}) for _ in range(3)]

    found = [(laying.unsolved, laying.not_looked_at) for laying in layings]
    assert found[0][0] and found.count(found[0]) == 3
    index, answer = found[0][0]
    # Which weeks are looked at afterwards must not hang on how far the other way has come.
    assert found[0][1] == range(max(index, layings[0].begin) + 1, 8)
    assert index in hopeless and answer.clash
    if len(hopeless) == 8:
        assert index == 0, "what cannot be held in any week is told of the first"


def test_a_week_in_which_something_is_short_by_counting_is_told_before_any_is_laid():
    row = plans(*(too_much() if number in (5, 6) else too_much_for_each_two() if number == 2 else fits(f"new-{number}/cohort/1")
                  for number in range(8)))
    asked = []

    laying = lay_both_ways(row, {}, {}, {}, lambda plan: asked.append(plan.number))

    index, answer = laying.unsolved
    assert index == 5 and answer.clash and not asked
    assert laying.not_looked_at == [0, 1, 2, 3, 4, 6, 7], "all others may have reasons of their own"


def test_of_the_fullest_weeks_it_is_asked_before_any_is_laid_whether_they_can_be_held():
    """A programme of a year may fail in its last week: nobody should wait until all others are laid."""
    row = plans(*(to_the_last_minute() if number == 7 else fits("a/cohort/1", f"new-{number}/cohort/1")
                  for number in range(8)))
    asked = []

    laying = lay_both_ways(row, {}, {}, {}, lambda plan: asked.append(plan.number))

    index, answer = laying.unsolved
    assert index == 7 and answer.clash and not asked
