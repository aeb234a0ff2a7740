"""Whether a changed week is easier than before: then nobody need look for harm a remedy might do to it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.model.week import Part, Placement, Sitting, Span, WeekTask, Worker
from generator.schedule import Unsolved, solve, violations
from generator.schedule.remedies.easier import is_easier

MORNINGS = tuple(Span(day, 8 * 60, 12 * 60) for day in range(3))
GROUP = (Part("cohort", 1, 6),)


def sitting(name: str, **more: object) -> Sitting:
    return Sitting(**{"key": f"{name}/cohort/1", "component": name, "parts": GROUP, "minutes": 60, "spans": MORNINGS,
                      "leads": ("ann",), "rooms": ("hall",), **more})


def week(*sittings: Sitting, **more: object) -> WeekTask:
    return WeekTask(**{"sittings": sittings, "workers": (Worker("ann", MORNINGS, 600), Worker("ben", MORNINGS, 600)),
                       "groups": (("cohort", 6),), "rooms": ("hall", "hut"), **more})


TALK, COOKING = sitting("talk"), sitting("cooking", co_leads=("ben",))
BEFORE = week(TALK, COOKING)

EASIER = {
    "a shorter session": week(replace(TALK, minutes=45), COOKING),
    "a session left out": week(COOKING),
    "a wider window": week(replace(TALK, spans=(*MORNINGS, Span(4, 8 * 60, 12 * 60))), COOKING),
    "another leader": week(replace(TALK, leads=("ann", "ben")), COOKING),
    "no second leader": week(TALK, replace(COOKING, co_leads=())),
    "no room needed": week(replace(TALK, rooms=()), COOKING),
    "longer hours": week(TALK, COOKING, workers=(
        Worker("ann", (*MORNINGS, Span(4, 0, 1440)), 600), Worker("ben", MORNINGS, 600))),
    "a new post": week(TALK, COOKING, workers=(*BEFORE.workers, Worker("eve", MORNINGS, 600))),
}

NOT_EASIER = {
    "a longer session": week(replace(TALK, minutes=75), COOKING),
    "one session more": week(TALK, COOKING, sitting("choir")),
    "another time": week(replace(TALK, spans=(Span(0, 13 * 60, 14 * 60),)), COOKING),
    "somebody else leads": week(replace(TALK, leads=("ben",)), COOKING),
    "a second leader": week(replace(TALK, co_leads=("ben",)), COOKING),
    "a room is needed": week(replace(TALK, rooms=("hut",)), COOKING),
    "a room is closed": week(TALK, COOKING, closed=(("hall", Span(0, 0, 1440)),)),
    "somebody leaves": week(TALK, COOKING, workers=BEFORE.workers[:1]),
    "fewer hours": week(TALK, COOKING, workers=(Worker("ann", MORNINGS, 60), Worker("ben", MORNINGS, 600))),
    "a limit for each day": week(TALK, COOKING, workers=(Worker("ann", MORNINGS, 600, 60), Worker("ben", MORNINGS, 600))),
    "a break": week(TALK, COOKING, workers=(Worker("ann", MORNINGS, 600, None, 30, MORNINGS), Worker("ben", MORNINGS, 600))),
    "somebody keeps watch": week(TALK, COOKING, workers=(
        Worker("ann", MORNINGS, 600, off_site_spans=()), Worker("ben", MORNINGS, 600))),
    "other people": week(replace(TALK, parts=(Part("cohort", 1, 8),)), COOKING),
}


@pytest.mark.parametrize("what", EASIER)
def test_what_asks_for_less_or_offers_more_is_easier(what):
    assert is_easier(EASIER[what], BEFORE)


@pytest.mark.parametrize("what", NOT_EASIER)
def test_what_asks_for_more_in_any_respect_is_not(what):
    assert not is_easier(NOT_EASIER[what], BEFORE)


def _shorter(rng: random.Random, task: WeekTask) -> WeekTask:
    return _one_sitting(rng, task, lambda s: replace(s, minutes=rng.choice((30, 45, 75, 90))))


def _moved(rng: random.Random, task: WeekTask) -> WeekTask:
    return _one_sitting(rng, task, lambda s: replace(s, spans=tuple(rng.sample(MORNINGS, rng.randint(1, 3)))))


def _led(rng: random.Random, task: WeekTask) -> WeekTask:
    return _one_sitting(rng, task, lambda s: replace(s, leads=tuple(rng.sample(("ann", "ben", "eve"), rng.randint(1, 3)))))


def _hours(rng: random.Random, task: WeekTask) -> WeekTask:
    workers = list(task.workers)
    number = rng.randrange(len(workers))
    workers[number] = replace(workers[number], minutes_most=rng.choice((120, 600)), spans=tuple(rng.sample(MORNINGS, 2)))
    return replace(task, workers=tuple(workers))


def _one_sitting(rng: random.Random, task: WeekTask, change: Callable[[Sitting], Sitting]) -> WeekTask:
    number = rng.randrange(len(task.sittings))
    return replace(task, sittings=tuple(change(s) if place == number else s for place, s in enumerate(task.sittings)))


def test_every_timetable_of_a_week_is_one_of_an_easier_week():
    """A hundred weeks changed at random: wherever one is called easier, the other's timetable keeps its rules."""
    compared = 0
    for seed in range(100):
        rng = random.Random(seed)
        one = week(*(sitting(name, rooms=("hall", "hut")) for name in ("talk", "cooking", "choir")),
                   workers=tuple(Worker(name, MORNINGS, 600) for name in ("ann", "ben", "eve")))
        for _ in range(2):
            one = rng.choice((_shorter, _moved, _led, _hours))(rng, one)
        other = rng.choice((_shorter, _moved, _led, _hours))(rng, one)
        answer = solve(one)
        if isinstance(answer, Unsolved) or not is_easier(other, one):
            continue
        compared += 1
        kept: list[Placement] = [placement for placement in answer if placement.key in {s.key for s in other.sittings}]
        assert not violations(other, kept)
    assert compared > 15
