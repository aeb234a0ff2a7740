"""Where each minute of the day lies on the sheet."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

PER_MINUTE = 0.045
"""Millimetres a minute has at least: long free stretches shrink so that short items keep their lines of print."""

LEAST = 0.2
"""Millimetres between two moments at which something begins or ends."""


@dataclass(frozen=True)
class Need:
    """Something from ``start`` to ``end`` (minutes) that needs ``millimetres`` of height."""

    start: int
    end: int
    millimetres: float


Stretches = dict[tuple[int, int], float]
"""From mark to mark (minutes), with its millimetres."""


def least(needs: Sequence[Need], first: int, last: int) -> float:
    """The fewest millimetres on which everything has its height."""
    return _from_above(_marks(needs, first, last), needs)[-1]


def fitted(needs: Sequence[Need], first: int, last: int, millimetres: float) -> Stretches | None:
    """Every stretch between two marks with its millimetres, so that everything has its height; nothing where it cannot.

    Height to spare goes to the longer stretches of time. Where little is to spare, each mark stands halfway between the
    highest and the lowest place it can have.
    """
    marks = _marks(needs, first, last)
    heights = _even(marks, needs)
    spare = millimetres - sum(heights)
    if spare < 0:
        above = _from_above(marks, needs)
        if above[-1] > millimetres:
            return None
        mirrored = [Need(-need.end, -need.start, need.millimetres) for need in needs]
        below = [millimetres - place for place in reversed(_from_above([-mark for mark in reversed(marks)], mirrored))]
        places = [(high + low) / 2 for high, low in zip(above, below, strict=True)]
        places[0], places[-1] = 0.0, millimetres
        heights = [b - a for a, b in itertools.pairwise(places)]
        spare = 0.0
    return {(a, b): tall + spare * (b - a) / (last - first)
            for (a, b), tall in zip(itertools.pairwise(marks), heights, strict=True)}


def positions(stretches: Stretches) -> dict[int, float]:
    """Minute → millimetres from the top, for every mark."""
    found, top = {}, 0.0
    for (a, b), tall in stretches.items():
        found[a] = top
        top += tall
        found[b] = top
    return found


def _marks(needs: Sequence[Need], first: int, last: int) -> list[int]:
    """Whatever begins or ends, and the full hours."""
    hours = range(-(-first // 60) * 60, last + 1, 60)
    return sorted({mark for need in needs for mark in (need.start, need.end)} | {first, last} | set(hours))


def _even(marks: Sequence[int], needs: Sequence[Need]) -> list[float]:
    """Heights in which what is too low grows evenly over its minutes, the shortest first."""
    heights = [max((b - a) * PER_MINUTE, LEAST) for a, b in itertools.pairwise(marks)]
    index = {mark: i for i, mark in enumerate(marks)}
    for need in sorted(needs, key=lambda n: (n.end - n.start, n.start, n.millimetres)):
        a, b = index[need.start], index[need.end]
        lacking = need.millimetres - sum(heights[a:b])
        if lacking > 0:
            for i in range(a, b):
                heights[i] += lacking * (marks[i + 1] - marks[i]) / (need.end - need.start)
    return heights


def _from_above(marks: Sequence[int], needs: Sequence[Need]) -> list[float]:
    """The highest place of every mark, none closer to the one before than its minutes ask."""
    index = {mark: i for i, mark in enumerate(marks)}
    ending: dict[int, list[Need]] = {}
    for need in needs:
        ending.setdefault(index[need.end], []).append(need)
    places = [0.0]
    for i in range(1, len(marks)):
        near = places[-1] + max((marks[i] - marks[i - 1]) * PER_MINUTE, LEAST)
        places.append(max([near, *(places[index[need.start]] + need.millimetres for need in ending.get(i, ()))]))
    return places
