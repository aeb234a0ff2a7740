"""How full a week is: what is wanted of a post, a room or a resident, and what each has."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from generator.model.week import WeekTask
from generator.schedule.pairs import Pair
from generator.schedule.shortages import is_fixed, uses_of

FULL = 0.95
"""Where so large a share of something is wanted, a week is likely to fail."""


def strain(task: WeekTask) -> float:
    """The greatest share that is wanted of a post, a room or a resident; infinite if counting shows that the week cannot be
    held. Fixed times do not strain: they have just what they take."""
    most = 0.0
    for _, _, need, have, counted in uses_of(task):
        if need > have:
            return inf
        if need > most * have and not is_fixed(counted):
            most = need / have
    return most


def to_the_last_minute(task: WeekTask) -> tuple[Pair, ...]:
    """Components for which a post, a room or a resident has hardly a minute more than they take, the fewest at a time first."""
    found = [tuple(dict.fromkeys(wanted.pair for wanted, _ in counted)) for _, _, need, have, counted in uses_of(task)
             if need >= FULL * have and not is_fixed(counted)]
    return tuple(dict.fromkeys(pair for pairs in sorted(found, key=len) for pair in pairs))


@dataclass(frozen=True)
class Use:
    """How much of what a post or a room has is wanted of it, in minutes."""

    kind: str
    names: tuple[str, ...]
    need: int
    have: int


def tightest(task: WeekTask, most: int = 3) -> tuple[Use, ...]:
    """The posts, rooms and residents of which the greatest share is wanted: where a week is likely to fail.

    What only fixed times are counted of says nothing: it has just what they take."""
    whole: dict[tuple[str, tuple[str, ...]], Use] = {}
    for kind, names, need, have, counted in uses_of(task):
        if is_fixed(counted):
            continue
        if (kind, names) not in whole or need > whole[kind, names].need:
            whole[kind, names] = Use(kind, names, need, have)
    return tuple(sorted((use for use in whole.values() if use.have),
                        key=lambda use: (-use.need / use.have, use.kind, use.names))[:most])
