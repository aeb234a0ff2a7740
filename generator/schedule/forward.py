"""Any week that keeps the rules, by iterative forward search: one session after another is put where least stands in its way,
and what stands there comes out and is put in again.

What has once been in a session's way weighs more for it from then on, so that the search leaves the corners it gets into. It
needs no model: a week of two hundred sessions is mostly found before a solver has read its own. (Iterative forward search with
conflict-based statistics: T. Müller, Constraint-based Timetabling, Charles University in Prague, 2005.) Where it finds no week
it proves nothing, but says what was left over at best.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.week import Placement, WeekTask
from generator.schedule.forward_week import FAR, ForwardWeek, Unit

NOWHERE: Mapping[str, Placement] = MappingProxyType({})

HARDEST_FIRST = 2
"""For so many steps of each session the one with the fewest ways comes first; then whichever is out."""

EARLY = 0.5
"""How often the earliest of equally good times is taken: what stands close together leaves room."""

NEARLY = 2
"""Sessions left over with which it is worth going on."""


@dataclass(frozen=True)
class Tried:
    """How far the search came."""

    placements: tuple[Placement, ...]
    """The most that it had in one week."""
    lacking: tuple[str, ...]
    """Keys of the sittings that have no place in it; none where it is a whole week."""
    steps: int


def forward(
    task: WeekTask, steps: int, near: Mapping[str, Placement] = NOWHERE, seed: int = 1, *, more: int = 0
) -> Tried:
    """A week for a task, from one ``near`` it if there is one, or as much of it as was found in so many steps; ``more`` where
    no more than two sessions were left over by then. The same call gives the same answer on every machine."""
    chance = random.Random(seed)
    week = ForwardWeek(task)
    if not week.can_begin:
        return Tried((), tuple(sitting.key for sitting in task.sittings), 0)
    week.begin_from(near)
    left = {unit.number: unit for unit in week.units if unit not in week.where}
    best, most = week.placements(), len(left)
    step = 0
    while left and step < steps + (more if most <= NEARLY else 0):
        if step < HARDEST_FIRST * len(week.units):
            unit = min(left.values(), key=lambda one: (one.ways, one.number))
        else:
            unit = chance.choice([*left.values()])
        step += 1
        del left[unit.number]
        left |= {other.number: other for other in _put(week, unit, chance, step <= len(week.units))}
        if len(left) < most:
            best, most = week.placements(), len(left)
    have = {placement.key for placement in best}
    return Tried(best, tuple(sitting.key for sitting in task.sittings if sitting.key not in have), step)


def _put(week: ForwardWeek, unit: Unit, chance: random.Random, early: bool) -> Sequence[Unit]:
    """Put a session in, and give what has come out for it: itself where it cannot stay. At first ``early``."""
    in_the_way, of_need = week.in_the_way(unit)
    least = in_the_way.min()
    if least >= FAR:
        return (unit,)
    equals = (in_the_way == least).nonzero()[0].tolist()
    at = equals[0] if early or chance.random() < EARLY else chance.choice(equals)
    chosen: list[str] = []
    for need, costs in zip(unit.needs, of_need, strict=True):
        column = [FAR if (need.kind, name) in zip((n.kind for n in unit.needs), chosen, strict=False) else int(cost)
                  for name, cost in zip(need.names, costs[:, at], strict=True)]
        if min(column) >= FAR:
            return (unit,)
        chosen.append(chance.choice([name for name, cost in zip(need.names, column, strict=True) if cost == min(column)]))
    return week.put(unit, int(unit.starts[at]), tuple(chosen))
