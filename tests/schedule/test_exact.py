"""Small weeks searched through to the end: the engine's best week is the best, its fewest moves are the fewest, what it
charges for a wish is what the wish counts, and every hard rule matters."""

from __future__ import annotations

import importlib
import itertools
import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.model.week import Part, Placement, Sitting, Span, WeekTask, Worker
from generator.schedule import Unsolved, solve, violations
from generator.schedule.hard import RULES
from generator.schedule.repair import fewest_moves
from generator.schedule.soft import WISHES

engine = importlib.import_module("generator.schedule.solve")  # the package offers the function of the same name

ALWAYS = tuple(Span(day, 0, 24 * 60) for day in range(7))
TWO = (Worker("ann", ALWAYS, 2400), Worker("ben", ALWAYS, 2400))
ALL = (Part("cohort", 1, 4),)


MONDAY_AT_EIGHT = (Span(0, 480, 540),)


def a_sitting(key: str, *, minutes: int = 60, spans=MONDAY_AT_EIGHT, leads=("ann",), rooms=("hall",), **more) -> Sitting:
    more.setdefault("parts", ALL)
    return Sitting(key, key.split("/")[0], more.pop("parts"), minutes, spans, leads, rooms=rooms, **more)


def a_task(*sittings: Sitting, workers=TWO, closed=(), weights=()) -> WeekTask:
    return WeekTask(sittings, workers, (("cohort", 4),), ("hall", "study"), closed, weights)


# Small weeks by chance, and all there is to choose in them.

def a_small_task(seed: int) -> WeekTask:
    """Three or four sittings with some ten choices each; now and then two of them repeat, or are for one resident."""
    rng = random.Random(seed)
    sittings = []
    for name in rng.sample("abcd", rng.choice((2, 3))):
        days = rng.sample((0, 2, 3), rng.choice((1, 2)))
        start = rng.choice((8, 9, 16, 18)) * 60
        minutes = rng.choice((60, 90))
        spans = tuple(Span(day, start, start + minutes + rng.choice((5, 10))) for day in sorted(days))
        resident = rng.choice((None, None, 1, 2))
        repeated = resident is None and len(days) == 2 and len(sittings) < 2
        for key in (f"{name}/all/1", f"{name}/all/2") if repeated else (f"{name}/all/r{resident:02d}" if resident else
                                                                        f"{name}/all/1",):
            sittings.append(a_sitting(
                key, minutes=minutes, spans=spans, leads=rng.choice((("ann",), ("ben",), ("ann", "ben"))),
                rooms=rng.choice(((), ("hall",), ("hall", "study"))), resident=resident, heavy=rng.random() < 0.5,
                parts=(Part("cohort", resident or 1, resident or 4),)))
    weights = tuple((name, rng.choice((0, 1, 3, 20))) for name in WISHES if rng.random() < 0.5)
    return a_task(*sittings, weights=weights)


def every_week(task: WeekTask, chosen: tuple[Placement, ...] = ()) -> Iterator[tuple[Placement, ...]]:
    """Every week that keeps the rules, by trying everything."""
    if len(chosen) == len(task.sittings):
        yield chosen
        return
    sitting = task.sittings[len(chosen)]
    for span in sitting.spans:
        for start in range(span.start, span.end - sitting.minutes + 1, 5):
            for lead, room in itertools.product(sitting.leads, sitting.rooms or (None,)):
                spots = (*chosen, Placement(sitting.key, span.day, start, lead, room=room))
                if not violations(replace(task, sittings=task.sittings[: len(spots)]), spots):
                    yield from every_week(task, spots)


def price(task: WeekTask, placements, last_week) -> int:
    return sum(weight * WISHES[name].count(task, placements, last_week) for name, weight in engine.weights(task).items())


def somewhere(task: WeekTask, seed: int) -> dict[str, Placement]:
    """A last week by chance, not always one that is still possible."""
    rng = random.Random(seed)
    return {s.key: Placement(s.key, span.day, rng.randrange(span.start, span.end - s.minutes + 1, 5) + rng.choice((0, 0, 60)),
                             rng.choice(s.leads), room=rng.choice(s.rooms or (None,)))
            for s in task.sittings for span in (rng.choice(s.spans),) if rng.random() < 0.8}


def proven_best(task: WeekTask, last_week) -> tuple[int, tuple[Placement, ...]] | None:
    """What the engine's model says is the cheapest week, searched to the end."""
    week = engine.model_of(task, with_rooms=True, last_week=last_week)
    week.model.minimize(engine.price(week, last_week))
    solver = engine.solver_of(week, 60)
    solver.parameters.relative_gap_limit = 0
    if solver.solve(week.model) != week.cp.OPTIMAL:
        return None
    return round(solver.objective_value), tuple(week.placement(solver, sitting) for sitting in task.sittings)


SMALL_TASKS = [pytest.param(a_small_task(seed), seed, id=str(seed)) for seed in range(30)]


@pytest.mark.parametrize(("task", "seed"), SMALL_TASKS)
def test_the_best_week_is_the_best_of_all_there_are(task, seed):
    last_week = somewhere(task, seed) if seed % 2 else {}
    best = min((price(task, week, last_week) for week in every_week(task)), default=None)

    found = proven_best(task, last_week)
    answer = solve(task, last_week)

    if best is None:
        assert found is None
        assert isinstance(answer, Unsolved)
    else:
        assert found is not None
        assert found[0] == best == price(task, found[1], last_week)
        assert not violations(task, answer)


@pytest.mark.parametrize(("task", "seed"), SMALL_TASKS[::2])
def test_the_fewest_moves_are_the_fewest_of_all_there_are(task, seed):
    before = somewhere(task, seed)
    moves = WISHES["same-week-as-last"].count
    fewest = min((moves(task, week, before) for week in every_week(task)), default=None)

    found = fewest_moves(task, before)

    if fewest is None:
        assert found is None
    else:
        assert found is not None
        assert (found.moves, found.proven) == (fewest, True)
        assert not violations(task, found.placements)


@pytest.mark.parametrize("wish", WISHES)
def test_the_solver_charges_what_a_wish_counts(wish):
    """Each small week in turn is fixed; the least that the model can charge for it is the plain count."""
    compared = set()
    for seed in range(40, 70):
        task = a_small_task(seed)
        last_week = somewhere(task, seed) if seed % 2 else {}
        for placements in itertools.islice(every_week(task), 0, 400, 57):
            week = engine.model_of(task, in_order=False)
            for spot in placements:
                week.model.add(week.start[spot.key] == week.at(spot))
                for post in ("lead", "co_lead"):
                    for name, taken in week.chosen.get((spot.key, post), {}).items():
                        week.model.add(taken == (name == getattr(spot, post)))
            week.model.minimize(sum(WISHES[wish].costs(week, last_week)))
            solver = engine.solver_of(week, 5)
            solver.parameters.relative_gap_limit = 0
            assert solver.solve(week.model) == week.cp.OPTIMAL

            count = WISHES[wish].count(task, placements, last_week)

            assert round(solver.objective_value) == count, (seed, placements)
            compared.add(count)
    assert len(compared) > 1, "some week keeps it and some week does not"


# Each hard rule alone: a task that nothing but this rule forbids, and a week that breaks only this rule.

def at(key: str, start: int = 480, *, day: int = 0, lead: str = "ann", room: str | None = "hall") -> Placement:
    return Placement(key, day, start, lead, room=room)


ONE, OTHER = (Part("cohort", 1, 2),), (Part("cohort", 3, 4),)
TWO_HOURS, TWO_DAYS = (Span(0, 480, 600),), (Span(0, 480, 540), Span(1, 480, 540))

BROKEN = {
    "person-once": (a_task(a_sitting("a/x/1", parts=ONE), a_sitting("b/x/1", parts=OTHER, rooms=("study",))),
                    (at("a/x/1"), at("b/x/1", room="study"))),
    "room-once": (a_task(a_sitting("a/x/1", parts=ONE), a_sitting("b/x/1", parts=OTHER, leads=("ben",))),
                  (at("a/x/1"), at("b/x/1", lead="ben"))),
    "resident-once": (a_task(a_sitting("a/x/1"), a_sitting("b/x/1", leads=("ben",), rooms=("study",))),
                      (at("a/x/1"), at("b/x/1", lead="ben", room="study"))),
    "one-a-day": (a_task(a_sitting("a/x/1", spans=TWO_HOURS), a_sitting("a/x/2", spans=TWO_HOURS)),
                  (at("a/x/1"), at("a/x/2", 540))),
    "begin-together": (a_task(
        a_sitting("a/x/1"), a_sitting("a/x+1/1", parts=(), spans=(Span(0, 540, 600),), leads=("ben",), rooms=("study",),
                                      alongside="a/x/1")),
                       (at("a/x/1"), at("a/x+1/1", 540, lead="ben", room="study"))),
    "hours-a-week": (a_task(a_sitting("a/x/1", spans=TWO_DAYS), a_sitting("b/x/1", spans=TWO_DAYS),
                            workers=(Worker("ann", ALWAYS, 90),)),
                     (at("a/x/1"), at("b/x/1", day=1))),
    "hours-a-day": (a_task(a_sitting("a/x/1", spans=TWO_HOURS), a_sitting("b/x/1", spans=TWO_HOURS),
                           workers=(Worker("ann", ALWAYS, 2400, 90),)),
                    (at("a/x/1"), at("b/x/1", 540))),
    "break-in-the-day": (a_task(a_sitting("a/x/1", spans=TWO_HOURS), a_sitting("b/x/1", spans=TWO_HOURS),
                                workers=(Worker("ann", ALWAYS, 2400, None, 30, TWO_HOURS),)),
                         (at("a/x/1"), at("b/x/1", 540))),
}
CLOSED = (a_task(a_sitting("a/x/1"), closed=(("hall", Span(0, 0, 1440)),)), (at("a/x/1"),))


def test_every_rule_has_its_broken_week():
    assert BROKEN.keys() == RULES.keys()


@pytest.mark.parametrize("rule", BROKEN)
def test_the_checker_finds_a_week_that_breaks_one_rule_only(rule):
    task, week = BROKEN[rule]

    assert {violation.rule for violation in violations(task, week)} == {rule}


def test_the_checker_finds_a_session_in_a_closed_room():
    assert {violation.rule for violation in violations(*CLOSED)} == {"room-once"}


@pytest.mark.parametrize("rule", BROKEN)
def test_without_its_file_the_model_makes_the_week_that_the_rule_forbids(rule, monkeypatch):
    task, _ = BROKEN[rule]
    assert isinstance(solve(task), Unsolved)

    monkeypatch.setattr(engine, "RULES", {name: module for name, module in RULES.items() if name != rule})
    week = engine.model_of(task, with_rooms=True)
    solver = engine.solver_of(week, 5)
    assert solver.solve(week.model) in (week.cp.OPTIMAL, week.cp.FEASIBLE)
    placed = [week.placement(solver, sitting) for sitting in task.sittings]

    assert {violation.rule for violation in violations(task, placed)} == {rule}


@pytest.mark.parametrize(("rule", "change"), [
    ("all-placed", lambda spot: []),
    ("only-what-is-planned", lambda spot: [spot, replace(spot, key="z/x/1")]),
    ("on-the-grid", lambda spot: [replace(spot, start=482)]),
    ("in-its-window", lambda spot: [replace(spot, start=600)]),
    ("qualified", lambda spot: [replace(spot, lead="ben")]),
    ("room-suits", lambda spot: [replace(spot, room="study")]),
    ("at-work", lambda spot: [replace(spot, day=1)]),
])
def test_the_checker_finds_what_no_choice_of_the_solver_allows(rule, change):
    task = a_task(a_sitting("a/x/1", spans=(Span(0, 480, 550), Span(1, 480, 550))),
                  workers=(Worker("ann", (Span(0, 0, 1440),), 2400), TWO[1]))
    assert not violations(task, [at("a/x/1")])

    assert {violation.rule for violation in violations(task, change(at("a/x/1")))} == {rule}


KEEPS_WATCH = Worker("ann", ALWAYS, 2400, off_site_spans=(Span(0, 600, 1440),))


def test_whoever_alone_keeps_watch_leads_nothing_outside_the_house():
    """Ann keeps watch alone until ten: until then somebody else goes out, or nobody does."""
    outing = a_sitting("outing/all/1", spans=(Span(0, 480, 660),), leads=("ann", "ben"), rooms=(), off_site=True)
    either = a_task(outing, workers=(KEEPS_WATCH, TWO[1]))
    only_ann = a_task(replace(outing, leads=("ann",)), workers=(KEEPS_WATCH, TWO[1]))
    at_home = replace(only_ann, sittings=(a_sitting("outing/all/1"),))

    assert not violations(either, solve(either))
    assert {one.rule for one in violations(only_ann, [Placement("outing/all/1", 0, 480, "ann")])} == {"keeps-watch"}
    (later,) = solve(only_ann)
    assert later.start >= 600
    assert not violations(at_home, solve(at_home))



# Weeks that only fit if nothing is taken for exchangeable, each once given up by the engine.

def test_residents_of_divided_groups_need_not_come_in_the_order_of_their_numbers():
    hours = (Span(0, 540, 660),)
    task = a_task(*(a_sitting(f"talk/cohort/r{n:02d}", spans=hours, resident=n, rooms=(), parts=(Part("cohort", n, n),))
                    for n in (1, 2)),
                  a_sitting("class/cohort~1/1", spans=(Span(0, 540, 600),), leads=("ben",), parts=(Part("cohort", 1, 1),)),
                  a_sitting("class/cohort~2/1", spans=(Span(0, 600, 660),), leads=("ben",), parts=(Part("cohort", 2, 2),)))

    answer = solve(task)

    assert not isinstance(answer, Unsolved)
    assert not violations(task, answer)


def test_two_kinds_of_talks_may_go_through_the_residents_in_the_same_order():
    task = a_task(*(a_sitting(f"{kind}/cohort/r{n:02d}", spans=(Span(0, start, start + 120),), resident=n, leads=(lead,),
                              rooms=(), parts=(Part("cohort", n, n),))
                    for kind, lead, start in (("plan", "ann", 540), ("talk", "ben", 600)) for n in (1, 2)))

    answer = solve(task)

    assert not isinstance(answer, Unsolved)
    assert not violations(task, answer)


def test_a_room_closed_twice_over_is_closed_once():
    shut = (("hall", Span(0, 0, 1440)), ("hall", Span(0, 0, 720)))
    task = a_task(a_sitting("a/x/1", spans=(Span(0, 480, 540), Span(1, 480, 540))), closed=shut)

    answer = solve(task)

    assert not isinstance(answer, Unsolved)
    assert answer[0].day == 1


def test_rooms_are_shared_out_over_time_and_not_only_counted():
    """Never more sessions than rooms at once, and still the hall must be free from nine to ten."""
    wide, narrow = (Span(0, 480, 600),), (Span(0, 540, 660),)
    part = [(Part("cohort", n, n),) for n in (1, 2, 3)]
    task = a_task(a_sitting("a/x/1", minutes=90, spans=wide, parts=part[0], rooms=("hall", "study")),
                  a_sitting("b/x/1", minutes=90, spans=narrow, parts=part[1], leads=("ben",), rooms=("hall",)),
                  a_sitting("c/x/1", minutes=30, spans=(Span(0, 480, 510),), parts=part[2], leads=("ben",),
                            rooms=("study", "hall")))

    answer = solve(task)

    assert not isinstance(answer, Unsolved)
    assert not violations(task, answer)
