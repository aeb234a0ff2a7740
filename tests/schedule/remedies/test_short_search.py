"""Short searches, by which remedies are tried out: from a week near by, or from nothing."""

from __future__ import annotations

from dataclasses import replace

from generator.gather import gather
from generator.keep import Kept
from generator.model.week import Span, WeekTask, Worker
from generator.schedule import solve, violations
from generator.schedule.decide import IN_ROOMS, WAYS, Answer, Effort, Way, decide
from generator.schedule.remedies.trials import SOON, found_by_steps
from generator.schedule.solve import EFFORT_TO_FIT
from generator.schedule.stepwise import step_by_step
from generator.schedule.why_not.clash import only, pairs_of
from generator.weeks import calendar_of, plans_of
from tests.places import ROOT
from tests.schedule.made_programmes import week_of
from tests.schedule.why_not.made_sittings import a_sitting


def test_a_short_search_begins_from_the_week_that_should_have_been_leant_on():
    """A hundred sessions of four phases side by side: no short search finds them a week, but from the next one it does."""
    week, next_week = week_of("residential-rolling", 29)

    near = {placement.key: placement for placement in solve(next_week)}

    assert not found_by_steps(week, Effort(1))
    assert violations(week, found_by_steps(week, Effort(1), near)) == []


def test_a_full_week_with_a_room_less_is_found_where_rooms_are_chosen_with_the_times():
    """A day house gives up one of its two talking rooms: times that only count the rooms leave some talk without one."""
    design = gather([ROOT], "day-programme", ("id", "en")).designs["day-programme"]
    rooms = {name: room for name, room in design.programme.rooms.items() if name != "talk-1"}
    less = replace(design, programme=design.programme.model_copy(update={"rooms": rooms}))
    task = plans_of(less, calendar_of(less, Kept())[1])[0][12].task
    in_rooms = Way(people=True, rooms=True, simplify=True, limit=IN_ROOMS)

    assert decide(task, Effort(1), 1, ways=[way for way in WAYS if way != in_rooms]).answer is Answer.OPEN
    found = decide(task, Effort(EFFORT_TO_FIT), EFFORT_TO_FIT)
    assert found.answer is Answer.FITS and violations(task, found.placements) == []


def test_a_short_search_from_a_week_near_by_gives_up_after_its_routine_and_one_from_nothing_does_not():
    """Without the routine a week was never found near another, and often from nothing."""
    week, next_week = week_of("residential-rolling", 29)
    near = {placement.key: placement for placement in solve(next_week)}
    heard: dict[bool, list[str]] = {True: [], False: []}

    for places, told in ((near, heard[True]), ({}, heard[False])):
        assert not step_by_step(week, places, effort=1e-6, soon=True, told=lambda search, told=told: told.append(search.status))

    assert heard == {True: ["UNKNOWN"], False: ["UNKNOWN"] * 2}


def test_a_short_search_does_without_the_order_of_residents_where_it_leaves_no_week():
    week, _ = week_of("methamphetamine-16-weeks", 1)

    assert violations(week, found_by_steps(week, Effort(1))) == []


def test_a_week_that_is_not_held_names_the_one_it_should_have_leant_on():
    morning = (Span(0, 480, 540),)
    last_week = solve(WeekTask((a_sitting("a/cohort/1", 60, morning),), (Worker("ann", morning, 2400),), (("cohort", 24),),
                               ("hall",)))
    both = WeekTask((a_sitting("a/cohort/1", 60, morning), a_sitting("b/cohort/1", 60, morning)),
                    (Worker("ann", morning, 2400),), (("cohort", 24),), ("hall",))

    assert solve(both, {placement.key: placement for placement in last_week}).near == last_week


def test_a_short_search_finds_a_week_that_the_question_leaves_open(catalogue_house):
    design = catalogue_house.designs["sadar-hati"]
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][0]
    task = only(plan.task, [pair for pair in pairs_of(plan.task) if pair[0] != "religious-study"])

    found = found_by_steps(task, Effort(1))

    assert decide(task, Effort(1), SOON).answer is Answer.OPEN
    assert found and not violations(task, found)
