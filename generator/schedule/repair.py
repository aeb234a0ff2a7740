"""Mend a week when somebody is ill or a room closes: the fewest moves, and what cannot be held at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.agreed import Absence
from generator.model.values import DAYS
from generator.model.week import Placement, Sitting, WeekTask
from generator.schedule.agreed import held_at, without
from generator.schedule.rooms import AS_IT_WAS
from generator.schedule.soft import WISHES
from generator.schedule.solve import Unsolved, answer_of, model_of, solve, solver_of, with_rooms_if_need_be
from generator.schedule.week_model import PLACES, POSTS

EFFORT = 2.0
"""Deterministic seconds spent on moving as little as possible; nearly always proven in a twentieth of it."""

EFFORT_AS_AGREED = 0.3
"""The same where a build lays a week as its people have agreed on it."""

DROPPED = 5
"""Moves that one session not held is worth."""

MOVES = WISHES["same-week-as-last"]


@dataclass(frozen=True)
class Moved:
    """A week as near as possible to another one."""

    placements: tuple[Placement, ...]
    not_held: tuple[str, ...]
    """Keys of the sittings that had to be left out."""
    moves: int
    """Sittings at another time."""
    others: int
    """Sittings at their time with another leader or co-leader, of themselves or of what is offered beside them."""
    rooms: int
    """Sittings at their time in another room, they or what is offered beside them."""
    proven: bool
    """Whether no better week exists: by moves (a session left out counts as `DROPPED`), then by other leaders."""


def fewest_moves(
    task: WeekTask, before: Mapping[str, Placement], may_drop: Collection[str] = (), effort: float = EFFORT
) -> Moved | None:
    """Leave as many sittings as possible at their time, then with their leaders; nothing if the rules cannot be kept.

    Those of ``may_drop`` may be left out, which counts as `DROPPED` moves.
    """
    hit = frozenset(may_drop)
    # Only what is hit moves: found at once, and where the real search begins.
    near = _search(task, before, before, hit, effort / 4, stay=frozenset(before) - hit) if hit else None
    start = {spot.key: spot for spot in near.placements} if near else before
    best = _search(task, before, start, hit, effort)
    return best or near


def _search(
    task: WeekTask, before: Mapping[str, Placement], start: Mapping[str, Placement], may_drop: Collection[str],
    effort: float, stay: Collection[str] = (),
) -> Moved | None:
    proven = False

    def search(with_rooms: bool) -> tuple[tuple[Placement, ...] | None, bool]:
        nonlocal proven
        week = model_of(task, with_rooms=with_rooms, in_order=False, may_drop=may_drop)
        for key in sorted(stay):
            if key in week.start and week.may_be_at(before[key]):
                week.model.add(week.start[key] == week.at(before[key]))
        others = [1 - options[was] if was in options else 1
                  for (key, post), options in week.chosen.items() if post in POSTS and key in before
                  and (was := getattr(before[key], post)) is not None]
        move = len(others) + 1
        week.model.minimize(sum(1 - held for held in week.held.values()) * move * DROPPED
                            + sum(MOVES.costs(week, before)) * move + sum(others))
        week.hint(start)
        for key, held in week.held.items():
            week.model.add_hint(held, key in start)
        solver = solver_of(week, effort)
        solver.parameters.relative_gap_limit = 0
        solver.parameters.optimize_with_core = not may_drop  # few sittings move: the core finds which ones must
        solver.parameters.cp_model_presolve = False
        answer = answer_of(week, solver, before, AS_IT_WAS)
        proven = answer[1] and solver.best_objective_bound > solver.objective_value - 1
        return answer

    placed = with_rooms_if_need_be(search)
    if placed is None:
        return None
    held = {spot.key for spot in placed}
    still = [(spot, was) for spot in placed if (was := before.get(spot.key))
             and (spot.day, spot.start) == (was.day, was.start)]
    return Moved(placed, tuple(s.key for s in task.sittings if s.key not in held),
                 MOVES.count(task, placed, before),
                 sum(any(getattr(now, post) != getattr(was, post) for post in POSTS) for now, was in still),
                 sum(any(getattr(now, place) != getattr(was, place) for place in PLACES) for now, was in still),
                 proven and not stay)


def as_agreed(
    task: WeekTask, wanted: Mapping[str, Placement], before: Mapping[str, Placement]
) -> tuple[Placement, ...] | Unsolved:
    """A week where its people want it, what is in the way of the locked sessions moved as little as possible.

    ``before`` is where it lay otherwise: of sessions that nobody has written down.
    """
    if all(sitting.key in wanted for sitting in task.sittings):
        found = fewest_moves(task, wanted, effort=EFFORT_AS_AGREED)
        if found:
            return found.placements
    return solve(task, {**before, **wanted})


def _first_day(absences: Sequence[Absence]) -> int:
    return min((DAYS.index(day) for absence in absences for day in absence.days), default=0)


def _from_day(task: WeekTask, before: Mapping[str, Placement], since: int) -> WeekTask:
    """The week from a day on: what lies before it is fixed, the rest may only lie after."""
    def later(sitting: Sitting) -> Sitting:
        spot = before.get(sitting.key)
        if spot is not None and spot.day < since:
            return held_at(sitting, spot)
        spans = tuple(span for span in sitting.spans if span.day >= since)
        return replace(sitting, spans=spans) if spans else sitting

    return replace(task, sittings=tuple(map(later, task.sittings))) if since else task


def repair(
    task: WeekTask, before: Mapping[str, Placement], absences: Sequence[Absence], since: int | None = None
) -> Moved | None:
    """The week without a post or a room; nothing if no such week is found.

    Days before ``since`` (0: Monday), the first day of an absence where not given, are over: what was held then stays, and
    nothing moves there.
    One-to-one work whose companion is missing on its day may be led by another qualified person. What an absence hits
    may be left out if it cannot be held; only if that is not enough may anything else be.
    """
    task = _from_day(without(task, absences), before, since if since is not None else _first_day(absences))
    missing = {(absence.who, day) for absence in absences for day in absence.days}

    def hit(sitting: Sitting) -> bool:
        spot = before.get(sitting.key)
        return spot is not None and any(
            (who, DAYS[spot.day]) in missing
            for who in (spot.lead, spot.co_lead, spot.room, spot.other_lead, spot.other_room))

    task = replace(task, sittings=tuple(
        replace(s, leads=tuple(dict.fromkeys((*s.leads, *s.stand_ins)))) if hit(s) else s for s in task.sittings))
    main = [s for s in task.sittings if not s.alongside]
    return fewest_moves(task, before, [s.key for s in main if hit(s)]) \
        or fewest_moves(task, before, [s.key for s in main])
