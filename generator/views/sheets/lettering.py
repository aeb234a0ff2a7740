"""How much room words need on paper: the width of their letters, the lines they fill in a narrow box.

Templates set the same measures, so that what fits here fits on the sheet. Kerning only makes words narrower.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.views.sheets.letter_widths import WIDTHS

PITCH = 1.04
"""From line to line, in type sizes; templates set it as top and bottom edge (0.76 and 0.24) and leading (0.04)."""

POINT = 0.352778
"""Millimetres."""

WIDEST = 1000
"""For a letter the table does not know."""

_BREAKS = re.compile(r"(?<=\w[-–/])(?=[^\W\d])")
_TABLES = {style: {letter: width for width, letters in rows.items() for letter in letters} for style, rows in WIDTHS.items()}


@dataclass(frozen=True)
class Words:
    """A stretch of text in one style: ``regular``, ``bold`` or ``italic``. ``whole`` words are never broken over lines."""

    text: str
    style: str = "regular"
    whole: bool = False


Paragraph = tuple[Words, ...]


@lru_cache(maxsize=1 << 16)
def width(text: str, style: str = "regular") -> float:
    """In type sizes: 10 for something ten times as wide as the type is high."""
    table = _TABLES[style]
    return sum(table.get(letter, WIDEST) for letter in text) / 1000


class Text:
    """Paragraphs ready to be measured in boxes of any width."""

    __slots__ = ("_lines", "_paragraphs")

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = [pieces for paragraph in paragraphs if (pieces := _pieces(paragraph))]
        self._lines: dict[int, int | None] = {}

    def lines(self, room: float) -> int | None:
        """Lines of print in ``room`` type sizes of width; nothing where a word is too long for one line."""
        steps = int(room * 20)  # rounded down, so that boxes of about one width share the answer
        if steps not in self._lines:
            self._lines[steps] = _wrapped(self._paragraphs, steps / 20)
        return self._lines[steps]

    def height(self, millimetres: float, size: float) -> float | None:
        """Millimetres it needs in a box ``millimetres`` wide, set in ``size`` points; nothing where it cannot fit."""
        count = self.lines(millimetres / (size * POINT))
        return None if count is None else count * PITCH * size * POINT


@lru_cache(maxsize=1 << 15)
def text(*paragraphs: Paragraph) -> Text:
    """The same words are measured once."""
    return Text(paragraphs)


def _pieces(paragraph: Paragraph) -> list[tuple[float, float]]:
    """The unbreakable pieces with the gap before each, in type sizes."""
    found: list[tuple[float, float]] = []
    for run in paragraph:
        gap = width(" ", run.style)
        for word in [run.text] if run.whole else run.text.split():
            parts = [word] if run.whole else _BREAKS.split(word)
            found += [(gap if i == 0 else 0.0, width(part, run.style)) for i, part in enumerate(parts)]
    return found


def _wrapped(paragraphs: Sequence[Sequence[tuple[float, float]]], room: float) -> int | None:
    count = 0
    for pieces in paragraphs:
        count += 1
        here = 0.0
        for gap, piece in pieces:
            if piece > room:
                return None
            if here and here + gap + piece > room:
                count += 1
                here = piece
            else:
                here += (gap if here else 0.0) + piece
    return count


def fitting(text: str, millimetres: float, sizes: Sequence[float], style: str) -> float:
    """The largest of the sizes (points, descending) at which a line fits; the smallest where none does."""
    return next((size for size in sizes if width(text, style) * size * POINT <= millimetres), sizes[-1])
