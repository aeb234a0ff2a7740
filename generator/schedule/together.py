"""Which people, or which rooms, must suffice together: where several sessions choose from them at the same time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

MOST = 60
"""Sets looked at: enough for a house, and a bound for the search."""


def unions(wanted: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Every set of candidates, and each two that overlap as one; the smallest first.

    At any moment, no more sessions can be held by a set than it has members: for the sets of single sessions that is not
    enough, since two rooms and two other rooms of which one is the same are three rooms and not four.
    """
    found = set(wanted)
    ranked = sorted(found, key=_rank)
    for one, other in combinations(ranked, 2):
        if len(found) >= MOST:
            break
        if one & other:
            found.add(one | other)
    return sorted(found, key=_rank)


def _rank(names: frozenset[str]) -> tuple[int, list[str]]:
    return len(names), sorted(names)
