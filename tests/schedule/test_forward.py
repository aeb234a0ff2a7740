"""Weeks put together session by session, without a solver: they keep every rule, or say what was left over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.gather import gather
from generator.keep import Kept
from generator.model.week import Placement, Span, WeekTask, Worker
from generator.schedule import solve, violations
from generator.schedule.decide import Answer, Effort, decide
from generator.schedule.forward import forward
from generator.schedule.other_companions import with_other_companions
from generator.schedule.solve import EFFORT_TO_FIT
from generator.schedule.ways import per_step
from generator.weeks import calendar_of, plans_of
from tests.places import ROOT
from tests.schedule.made_programmes import week_of
from tests.schedule.made_tasks import ALWAYS, MORNING, TWO, a_sitting, a_task

MONDAY = (Span(0, 8 * 60, 12 * 60),)
BREAK = Worker("ann", ALWAYS, 2400, break_minutes=30, breaks=(Span(0, 9 * 60, 11 * 60),))


def of_four_hours(*keys: str, **more: object) -> list:
    return [a_sitting(key, spans=MONDAY, **more) for key in keys]


STUDY = a_sitting("study/cohort/1", spans=MONDAY)
BESIDE_IT = replace(a_sitting("study/cohort+1/1", spans=MONDAY, leads=("ann", "ben"), rooms=("study",),
                              alongside="study/cohort/1"), parts=())
WORK = a_sitting("work/cohort/1", minutes=240, spans=MONDAY, leads=("ben",), rooms=("study",), allows_individual=True)
TALKS = [a_sitting(f"talk/cohort/r{n:02d}", resident=n, leads=("ann", "ben"), rooms=("hall", "study")) for n in range(1, 5)]

TASKS = {
    "one after another": a_task(*of_four_hours("a/cohort/1", "b/cohort/1", "c/cohort/1", "d/cohort/1")),
    "with a break": a_task(*of_four_hours("a/cohort/1", "b/cohort/1", "c/cohort/1"), workers=(BREAK,)),
    "one to one": a_task(*TALKS),
    "one a day": a_task(*(a_sitting(f"group/cohort/{n}") for n in range(1, 6))),
    "alongside": a_task(STUDY, BESIDE_IT),
    "called out": a_task(WORK, a_sitting("talk/cohort/r01", spans=MONDAY, resident=1)),
    "a closed room": replace(a_task(a_sitting("a/cohort/1", rooms=("hall", "study"), spans=MONDAY)),
                             closed=(("hall", Span(0, 0, 1440)),)),
    "hours a day": a_task(*(a_sitting(f"a{n}/cohort/1") for n in range(4)), workers=(Worker("ann", ALWAYS, 2400, 60),)),
}


@pytest.mark.parametrize("task", TASKS.values(), ids=TASKS)
def test_a_week_with_hardly_any_room_is_found_and_keeps_every_rule(task):
    tried = forward(task, 2000)

    assert (tried.lacking, violations(task, tried.placements)) == ((), [])


def test_what_was_left_over_at_best_is_named_and_the_rest_keeps_every_rule():
    task = a_task(*of_four_hours("a/cohort/1", "b/cohort/1", "c/cohort/1", "d/cohort/1", "e/cohort/1"))

    tried = forward(task, 300)

    assert len(tried.lacking) == 1
    assert [fault.rule for fault in violations(task, tried.placements)] == ["all-placed"]


def test_from_a_week_near_by_everything_stays_where_it_was():
    before = (Placement("a/cohort/1", 2, 9 * 60, "ann", room="hall"), Placement("b/cohort/1", 4, 10 * 60, "ann", room="hall"))
    task = a_task(*(a_sitting(f"{name}/cohort/1") for name in "abc"))

    tried = forward(task, 100, {placement.key: placement for placement in before})

    assert set(before) < set(tried.placements) and not tried.lacking and tried.steps == 1


def test_a_place_that_may_be_taken_no_more_is_given_up():
    before = Placement("a/cohort/1", 2, 13 * 60, "ann", room="hall")

    (spot,) = forward(a_task(a_sitting("a/cohort/1")), 100, {before.key: before}).placements

    assert (spot.day, spot.start) != (before.day, before.start)


def test_whom_nobody_can_lead_has_no_week():
    task = a_task(a_sitting("a/cohort/1", leads=("ann",), spans=MORNING), workers=(Worker("ann", (), 0), TWO[1]))

    assert forward(task, 100).lacking == ("a/cohort/1",)


def test_a_hundred_sessions_of_four_phases_side_by_side_are_put_together_from_nothing_and_near_the_next_week():
    week, next_week = week_of("residential-rolling", 29)
    near = {placement.key: placement for placement in solve(next_week)}

    for tried in (forward(week, 3000), forward(week, 3000, near)):
        assert (tried.lacking, violations(week, tried.placements)) == ((), [])


def test_the_same_question_has_the_same_answer():
    week, _ = week_of("day-programme", 2)

    assert forward(week, 500) == forward(week, 500)


def test_a_full_week_is_decided_without_much_effort():
    """Of the methamphetamine programme's first week, for which a solver alone takes a second."""
    week, _ = week_of("methamphetamine-16-weeks", 1)
    effort = Effort(EFFORT_TO_FIT)

    found = decide(week, effort, EFFORT_TO_FIT)

    assert found.answer is Answer.FITS and violations(week, found.placements) == []
    assert EFFORT_TO_FIT - effort.left < EFFORT_TO_FIT / 4


def test_a_full_week_with_a_room_less_is_decided():
    """A day house gives up one of its two talking rooms: times that only count the rooms leave some talk without one."""
    design = gather([ROOT], "day-programme", ("id", "en")).designs["day-programme"]
    rooms = {name: room for name, room in design.programme.rooms.items() if name != "talk-1"}
    less = replace(design, programme=design.programme.model_copy(update={"rooms": rooms}))
    task = plans_of(less, calendar_of(less, Kept())[1])[0][12].task

    found = decide(task, Effort(EFFORT_TO_FIT), EFFORT_TO_FIT)

    assert found.answer is Answer.FITS and violations(task, found.placements) == []


def test_a_week_that_is_not_held_names_the_one_it_should_have_leant_on():
    one, other = of_four_hours("a/cohort/1", "b/cohort/1", minutes=240)
    last_week = solve(a_task(one))

    assert solve(a_task(one, other), {placement.key: placement for placement in last_week}).near == last_week


def test_a_step_of_a_house_of_five_hundred_is_counted_as_the_work_it_is():
    """So that a look at it takes no longer than one at a small house."""
    assert per_step(100) == per_step(150) < per_step(300) < per_step(500) / 1.5


def test_what_stays_open_is_told_with_what_was_left_over_also_where_nobody_else_could_lead_anything():
    """Groups alone: no one-to-one work, and yet nobody knows whether it fits."""
    task = a_task(*of_four_hours("a/cohort/1", "b/cohort/1", "c/cohort/1"))

    assert with_other_companions(task, Answer.OPEN).decision.answer is Answer.FITS
    assert with_other_companions(task, Answer.CLASHES).decision.answer is Answer.CLASHES


def test_an_empty_week_needs_nothing():
    assert forward(WeekTask((), (), (), ()), 10).lacking == ()
