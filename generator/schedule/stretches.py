"""Stretches of a week as numbers with a bit for each five-minute step, and how many minutes of them sessions can fill."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.model.week import DAY, GRID, Span

STEPS = DAY // GRID
"""Five-minute steps of a day."""


@lru_cache(maxsize=8192)
def usable(when: int, sizes: frozenset[int]) -> int:
    """Minutes of a stretch of time that sessions of these lengths (in steps) can fill."""
    filled = _filled(sizes)
    return sum(filled[length] if length < len(filled) else length for length in _lengths(when)) * GRID


@lru_cache(maxsize=2048)
def _filled(sizes: frozenset[int]) -> tuple[int, ...]:
    """Free steps in a row, up to a day → how many of them sessions of these lengths can fill."""
    most = [0] * (STEPS + 1)
    for free in range(min(sizes), len(most)):
        most[free] = max(most[free - 1], *(most[free - size] + size if size <= free else 0 for size in sizes))
    return tuple(most)


def _lengths(when: int) -> Iterator[int]:
    """How many steps each unbroken piece has."""
    while when:
        when >>= (when & -when).bit_length() - 1
        length = ((when + 1) & ~when).bit_length() - 1
        yield length
        when >>= length


@lru_cache(maxsize=2048)
def steps_of(spans: tuple[Span, ...]) -> int:
    """The steps that lie wholly within these spans."""
    found = 0
    for span in spans:
        first, last = span.day * STEPS + -(-span.start // GRID), span.day * STEPS + span.end // GRID
        if last > first:
            found |= (1 << last) - (1 << first)
    return found
