"""What can never be held at once is told to the solver, and every week that keeps the rules agrees with it."""

from __future__ import annotations

import itertools
from dataclasses import replace

from generator.model.week import Part, Sitting, Span
from generator.schedule import Unsolved, solve
from generator.schedule.never_at_once import never_at_once
from tests.schedule.made_tasks import a_task
from tests.schedule.made_weeks import a_house
from tests.schedule.test_properties import Gathered

ALL_DAY = (Span(0, 480, 1200),)


def test_the_talks_of_one_counsellor_and_the_hours_of_their_group_are_never_at_once():
    talks = [Sitting(f"talk/cohort/r{number:02d}", "talk", (Part("cohort", number, number),), 50, ALL_DAY, ("ann",),
                     rooms=("study", "office"), resident=number) for number in (1, 2, 3)]
    hour = Sitting("hour/cohort/1", "hour", (Part("cohort", 1, 3),), 60, ALL_DAY, ("ben", "cem"), rooms=("hall",))
    work = replace(hour, key="work/cohort/1", component="work", allows_individual=True)

    task = a_task(*talks, hour, work)

    # Nobody is called out of the hour, but out of work: it goes beside a talk and not beside the hour.
    assert [sorted(keys) for keys in never_at_once(task)] == [sorted([hour.key, *(talk.key for talk in talks)])]


def test_no_week_that_keeps_the_rules_has_two_of_them_at_once(tmp_path):
    houses = [a_house(seed) for seed in range(12)]
    made, seen = Gathered(tmp_path / "houses", houses), 0
    for house in houses:
        for plan in made.plans(house)[:1]:
            placed = solve(plan.task)
            assert not isinstance(placed, Unsolved)
            minutes = {sitting.key: sitting.minutes for sitting in plan.task.sittings}
            where = {spot.key: (spot.day * 1440 + spot.start, spot.day * 1440 + spot.start + minutes[spot.key])
                     for spot in placed}
            for keys in never_at_once(plan.task):
                for one, other in itertools.combinations(sorted(where[key] for key in keys), 2):
                    seen += 1
                    assert one[1] <= other[0]
    assert seen > 100
