"""The fewest moves that mend a week, and who stands in before anything moves."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from generator.model.agreed import Absence, AgreedSession, AgreedWeek
from generator.model.week import GRID, Part, Placement, Sitting, Span, WeekTask, Worker
from generator.schedule import violations
from generator.schedule.agreed import agree
from generator.schedule.repair import DROPPED, fewest_moves, repair

TWO_DAYS = tuple(Span(day, 480, 720) for day in (0, 1))


def a_sitting(key: str, spans=TWO_DAYS, **more) -> Sitting:
    return Sitting(key, key.split("/")[0], (Part("all", 1, 4),), 60, spans, more.pop("leads", ("ann", "ben")),
                   rooms=more.pop("rooms", ("hall",)), **more)


def a_task(*sittings: Sitting, closed=()) -> WeekTask:
    always = tuple(Span(day, 0, 1440) for day in range(7))
    workers = (Worker("ann", always, 2400), Worker("ben", always, 2400))
    return WeekTask(sittings, workers, (("all", 4),), ("hall", "yard"), closed)


def fewest_by_trying_everything(task: WeekTask, before: dict[str, Placement]) -> int:
    """Moves of the best week among every possible one (leaders and rooms are free to choose)."""
    options = [[(s.key, span.day, start) for span in s.spans for start in range(span.start, span.end - s.minutes + 1, 60)]
               for s in task.sittings]
    best = 99
    for chosen in itertools.product(*options):
        moves = sum((day, start) != (before[key].day, before[key].start) for key, day, start in chosen)
        if moves >= best:
            continue
        spots = [Placement(key, day, start, "ann", room="hall") for key, day, start in chosen]
        if not violations(task, spots):
            best = moves
    return best


@pytest.mark.parametrize("closed", [(0, 480, 600), (0, 480, 660), (1, 480, 540), (1, 540, 720)])
def test_the_number_of_moves_is_the_least_there_is(closed):
    """Whole hours only, one leader and one room: few enough weeks to try them all."""
    sittings = [a_sitting(f"{name}/1", leads=("ann",)) for name in "abcd"]
    spots = {"a/1": (0, 480), "b/1": (0, 540), "c/1": (1, 480), "d/1": (1, 660)}
    before = {key: Placement(key, day, start, "ann", room="hall") for key, (day, start) in spots.items()}
    task = a_task(*sittings, closed=(("hall", Span(*closed)),))

    found = fewest_moves(task, before)

    assert found and found.proven
    assert not violations(task, found.placements)
    assert found.moves == fewest_by_trying_everything(task, before)
    assert all(spot.start % GRID == 0 for spot in found.placements)


def test_somebody_else_leads_before_anything_moves():
    task = a_task(a_sitting("a/1"), a_sitting("b/1"))
    before = {"a/1": Placement("a/1", 0, 480, "ann", room="hall"), "b/1": Placement("b/1", 1, 480, "ann", room="hall")}

    found = repair(task, before, [Absence(who="ann", days=["mon"])])

    assert found and (found.moves, found.others, found.not_held) == (0, 1, ())
    assert {spot.key: spot.lead for spot in found.placements} == {"a/1": "ben", "b/1": "ann"}


def test_what_is_offered_beside_a_session_keeps_its_leader_and_room_unless_it_must_not():
    """Cid is missing as well, who offers what stands beside ``b``: only there does it change, and is counted."""
    beside = {"other_leads": ("dan", "cid", "ben"), "other_rooms": ("attic", "porch", "shed", "barn", "yard")}
    task = a_task(a_sitting("a/1", spans=(TWO_DAYS[0],)), a_sitting("b/1", spans=(TWO_DAYS[0],), leads=("eva",), **beside),
                  *(a_sitting(f"{key}/1", spans=(TWO_DAYS[1],), leads=("ann",), **beside) for key in "cd"))
    task = replace(task, rooms=("hall", *beside["other_rooms"]), workers=(*task.workers, *(
        Worker(name, tuple(Span(day, 0, 1440) for day in range(7)), 2400) for name in ("cid", "dan", "eva"))))
    before = {
        "a/1": Placement("a/1", 0, 480, "ann", room="hall"),
        "b/1": Placement("b/1", 0, 600, "eva", room="hall", other_lead="cid", other_room="yard"),
        "c/1": Placement("c/1", 1, 480, "ann", room="hall", other_lead="ben", other_room="yard"),
        "d/1": Placement("d/1", 1, 600, "ann", room="hall", other_lead="ben", other_room="yard")}

    found = repair(task, before, [Absence(who="ann", days=["mon"]), Absence(who="cid", days=["mon"])])

    assert found and found.proven
    assert (found.moves, found.others, found.rooms) == (0, 2, 0)
    now = {spot.key: spot for spot in found.placements}
    assert (now["c/1"], now["d/1"]) == (before["c/1"], before["d/1"])
    assert now["b/1"].other_lead in ("dan", "ben")
    assert now["b/1"].other_room == "yard"


def test_one_to_one_work_goes_to_a_stand_in_or_another_day():
    talk = Sitting("talk/all/r01", "talk", (Part("all", 1, 1),), 60, TWO_DAYS, ("ann",), resident=1, stand_ins=("ann", "ben"))
    before = {"talk/all/r01": Placement("talk/all/r01", 0, 480, "ann")}

    found = repair(a_task(talk), before, [Absence(who="ann", days=["mon"])])

    assert found and (found.moves, found.others) == (0, 1)
    assert found.placements[0].lead == "ben"


@pytest.mark.parametrize(("lead", "broken"), [("ann", []), ("ben", []), ("cid", ["qualified"])])
def test_a_hand_may_give_one_to_one_work_to_anybody_who_is_qualified_for_it(lead, broken):
    talk = Sitting("talk/all/r01", "talk", (Part("all", 1, 1),), 60, TWO_DAYS, ("ann",), resident=1, stand_ins=("ann", "ben"))
    week = AgreedWeek(week=1, locked=True, sessions=(AgreedSession(session=talk.key, day="mon", at="08:00", lead=lead),))

    assert [violation.rule for violation in agree(a_task(talk), week).broken] == broken


def test_what_cannot_be_held_is_left_out_and_named():
    only_ann = a_sitting("a/1", spans=(TWO_DAYS[0],), leads=("ann",))
    before = {"a/1": Placement("a/1", 0, 480, "ann", room="hall"), "b/1": Placement("b/1", 1, 480, "ben", room="hall")}

    found = repair(a_task(only_ann, a_sitting("b/1")), before, [Absence(who="ann", days=["mon"])])

    assert found and found.not_held == ("a/1",)
    assert found.proven
    assert DROPPED > 1


@pytest.mark.parametrize(("since", "day", "not_held"), [(None, None, ("a/1",)), (0, 0, ())])
def test_nothing_moves_to_a_day_that_is_over_when_somebody_falls_ill(since, day, not_held):
    """Only Ann leads it, who is ill on Tuesday; Monday would be free, but is over unless it was known in advance."""
    task = a_task(a_sitting("a/1", leads=("ann",)))
    before = {"a/1": Placement("a/1", 1, 480, "ann", room="hall")}

    found = repair(task, before, [Absence(who="ann", days=["tue"])], since)

    assert found and found.not_held == not_held
    assert [spot.day for spot in found.placements] == ([] if day is None else [day])
