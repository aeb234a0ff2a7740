"""Placing sessions: hard rules hold, and what cannot be done is named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.week import Part, Placement, Sitting, Span, WeekTask, Worker
from generator.schedule import Unsolved, solve, violations
from tests.schedule.made_tasks import TWO, a_sitting, a_task


def test_two_groups_of_the_same_residents_never_meet_at_once():
    task = a_task(a_sitting("a/1", spans=(Span(0, 480, 600),)), a_sitting("b/1", spans=(Span(0, 480, 600),), leads=("ben",),
                                                                          rooms=("study",)))

    placed = solve(task)

    assert not violations(task, placed)
    assert sorted(p.start for p in placed) == [480, 540]


def test_individual_talks_run_side_by_side_but_not_beside_a_group():
    task = a_task(
        a_sitting("group/1", minutes=120, spans=(Span(0, 480, 720),)),
        a_sitting("talk/r01", spans=(Span(0, 480, 720),), resident=1, rooms=("study",), leads=("ben",)),
        a_sitting("talk/r02", spans=(Span(0, 480, 720),), resident=2, rooms=("hall",)),
    )

    placed = {p.key: p for p in solve(task)}

    assert not violations(task, tuple(placed.values()))
    assert placed["talk/r01"].start >= placed["group/1"].start + 120 or placed["talk/r01"].start + 60 <= placed["group/1"].start


def test_a_session_waits_for_its_leader_to_come_on_duty():
    ann = Worker("ann", (Span(0, 10 * 60, 14 * 60),), 2400)

    placed = solve(a_task(a_sitting("a/1"), workers=(ann,)))

    assert (placed[0].day, placed[0].start) >= (0, 600)


def test_last_week_is_kept_where_nothing_changed():
    task = a_task(a_sitting("a/1"), a_sitting("b/1", leads=("ben",)))
    last = {"a/1": Placement("a/1", 3, 555, "ann", room="hall"), "b/1": Placement("b/1", 1, 600, "ben", room="hall")}

    placed = {p.key: (p.day, p.start) for p in solve(task, last)}

    assert placed == {"a/1": (3, 555), "b/1": (1, 600)}


def test_a_group_meets_the_same_leader_in_the_same_room_each_time():
    """Two classes with five lessons at the same hours, two teachers and two rooms: each class keeps its own."""
    lessons = [Sitting(f"lesson_{hour}/{group}/{day + 1}", "lesson", (Part(group, 1, 4),), 60,
                       (Span(day, 480 + hour * 60, 540 + hour * 60),), ("ann", "ben"), rooms=("hall", "study"))
               for group in ("older", "younger") for hour in (1, 2) for day in range(5)]
    task = WeekTask(tuple(lessons), TWO, (("older", 4), ("younger", 4)), ("hall", "study"))

    placed = solve(task)

    assert not violations(task, placed)
    assert len({(p.key.split("/")[1], p.lead) for p in placed}) == 2
    assert len({(p.key.split("/")[1], p.room) for p in placed}) == 2


def test_an_impossible_week_names_the_smallest_clash():
    crowd = [a_sitting(f"{name}/1", minutes=120, spans=(Span(0, 480, 720),)) for name in "abc"]

    answer = solve(a_task(*crowd, a_sitting("innocent/1")))

    assert isinstance(answer, Unsolved)
    clash = {name for name, _ in answer.clash}
    assert len(clash) == 3
    assert "innocent" not in clash
    for one in clash:
        rest = [s for s in crowd if s.component in clash - {one}]
        assert not isinstance(solve(a_task(*rest)), Unsolved), "every proper part of the clash can be held"


@pytest.mark.parametrize(("change", "rule"), [
    ({"start": 7 * 60}, "in-its-window"),
    ({"start": 8 * 60 + 3}, "on-the-grid"),
    ({"lead": "ben"}, "qualified"),
    ({"room": "study"}, "room-suits"),
])
def test_the_checker_finds_a_week_changed_by_hand(change, rule):
    task = a_task(a_sitting("a/1"))
    (spot,) = solve(task)

    found = violations(task, [replace(spot, **change)])

    assert rule in {violation.rule for violation in found}


def test_the_checker_finds_people_rooms_and_groups_in_two_places():
    task = a_task(a_sitting("a/1"), a_sitting("b/1"))
    same = [Placement(key, 0, 480, "ann", room="hall") for key in ("a/1", "b/1")]

    rules = {violation.rule for violation in violations(task, same)}

    assert {"person-once", "room-once", "resident-once"} <= rules


def by_brute_force(task: WeekTask, placed: tuple[Placement, ...]) -> bool:
    """A third opinion: fill a table minute by minute and see whether any cell is taken twice."""
    taken: dict[tuple[str, str, int], str] = {}
    sittings = {s.key: s for s in task.sittings}
    for spot in placed:
        sitting = sittings[spot.key]
        people = [f"resident {sitting.resident}"] if sitting.resident else [f"resident {n}" for n in range(1, 5)]
        for minute in range(spot.start, spot.start + sitting.minutes):
            for thing in [*people, spot.lead, spot.co_lead, spot.room]:
                if thing and taken.setdefault((thing, "", spot.day * 1440 + minute), spot.key) != spot.key:
                    return False
    return True


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_random_weeks_are_free_of_violations_by_two_other_counts(data):
    sittings = []
    for n in range(data.draw(st.integers(1, 8))):
        days = data.draw(st.sets(st.integers(0, 4), min_size=1, max_size=5))
        start = data.draw(st.integers(8, 14)) * 60
        spans = tuple(Span(day, start, start + data.draw(st.integers(2, 6)) * 60) for day in sorted(days))
        sittings.append(a_sitting(
            f"c{n}/1", minutes=data.draw(st.sampled_from((20, 45, 60, 90))), spans=spans,
            leads=data.draw(st.sampled_from((("ann",), ("ben",), ("ann", "ben")))),
            rooms=data.draw(st.sampled_from((("hall",), ("hall", "study"), ()))),
            resident=data.draw(st.sampled_from((None, None, 1, 2))),
            co_leads=data.draw(st.sampled_from(((), ("ann", "ben")))),
        ))
    task = a_task(*sittings)

    answer = solve(task)

    if isinstance(answer, Unsolved):
        assert answer.clash
    else:
        assert violations(task, answer) == []
        assert by_brute_force(task, answer)
