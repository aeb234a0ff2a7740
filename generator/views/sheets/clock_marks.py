"""The full hours at the side of a sheet."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Words
from generator.views import wording
from generator.views.sheets.arrangement import Arranged


@dataclass(frozen=True)
class Hour:
    top: float
    label: str


def clock_marks(arranged: Arranged, words: Words, apart: float) -> tuple[Hour, ...]:
    """The full hours that have room for their label: ``apart`` millimetres at least."""
    found: list[Hour] = []
    for minute, top in sorted(arranged.positions.items()):
        if minute % 60 == 0 and (not found or top - found[-1].top >= apart):
            found.append(Hour(round(top, 2), wording.clock(words, minute)))
    return tuple(found)
