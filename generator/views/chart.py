"""Stacked bars, worked out to the last coordinate, so that a template only draws them: as SVG or on paper.

Coordinates are units of a sheet ``width`` by ``height``, from its top left corner. What stands apart does so by letter
and pattern; colour only helps.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 720.0
LEFT, TOP, UPRIGHT_TOP = 40.0, 26.0, 42.0
PLOT = 220.0
"""Height of the tallest bar's room."""
ROOM_FOR_TITLE = 30.0
"""Least width of a bar that has room for numbers inside."""
LEAST_FOR_LETTER = 9.0
"""Least height of a part that has room for its letter."""
LEAST_FOR_TOTAL = 21.0
"""Least width from one bar to the next that has room for a sum; narrower ones have it upright."""
LEGEND_COLUMNS, LEGEND_ROW = 3, 17.0
STEPS = (10, 20, 30, 60, 120, 300, 600, 1200)
"""Minutes between two lines of the grid."""


@dataclass(frozen=True)
class Series:
    """One thing that is counted, and how its part of a bar looks."""

    name: str
    title: str
    letter: str = ""
    pattern: str = "blank"
    colour: str = "#333333"


@dataclass(frozen=True)
class Column:
    """The minutes of one bar, in the order of the series."""

    label: str
    title: str
    """What a reader hears of it: ``Week 3``."""
    values: tuple[int, ...]


@dataclass(frozen=True)
class Segment:
    x: float
    y: float
    width: float
    height: float
    letter: str
    pattern: str
    colour: str
    label: str
    """What stands in it where there is room: letter, or letter and minutes."""
    title: str
    """The whole of it in words: ``Week 3, Spiritual accompaniment: 230 minutes``."""
    middle: float
    centre: float
    """Where its label stands: the middle, and the line on which letters sit."""


@dataclass(frozen=True)
class Mark:
    """A word at a place; ``upright`` words run from bottom to top."""

    x: float
    y: float
    text: str
    upright: bool = False


@dataclass(frozen=True)
class Band:
    """A stretch under the bars, such as a phase."""

    x: float
    y: float
    width: float
    text: str
    middle: float


@dataclass(frozen=True)
class Swatch:
    x: float
    y: float
    letter: str
    pattern: str
    colour: str
    text: str


@dataclass(frozen=True)
class StackedBars:
    """A finished drawing."""

    language: str
    name: str
    """Unique on its page: patterns of two drawings must not answer to one name."""
    title: str
    description: str
    width: float
    height: float
    left: float
    unit: str
    """What the numbers on the left count."""
    segments: tuple[Segment, ...]
    grid: tuple[Mark, ...]
    totals: tuple[Mark, ...]
    labels: tuple[Mark, ...]
    bands: tuple[Band, ...]
    legend: tuple[Swatch, ...]
    patterns: tuple[tuple[str, str, str], ...]
    """Each (letter, pattern, colour) that is drawn."""


def stacked_bars(
    *, language: str, name: str, title: str, description: str, unit: str, minutes: str, series: Sequence[Series],
    columns: Sequence[Column], bands: Sequence[tuple[str, int]] = (),
) -> StackedBars:
    """One bar per column. ``bands`` are the words under them, each for so many columns; ``minutes`` is ``{count} minutes``."""
    most = max((sum(column.values) for column in columns), default=0) or 1
    step = next((s for s in STEPS if most / s <= 6), STEPS[-1])
    pitch = (WIDTH - LEFT - 4) / max(len(columns), 1)
    upright = pitch < LEAST_FOR_TOTAL
    bottom = (UPRIGHT_TOP if upright else TOP) + PLOT
    scale = PLOT / most
    broad = min(pitch * 0.74, 92)
    segments: list[Segment] = []
    totals, labels = [], []
    for index, column in enumerate(columns):
        x, y = LEFT + pitch * index + (pitch - broad) / 2, bottom
        for one, value in zip(series, column.values, strict=True):
            if not value:
                continue
            high = value * scale
            y -= high
            words = f"{one.letter} {value}" if broad >= ROOM_FOR_TITLE else one.letter
            segments.append(Segment(
                _at(x), _at(y), _at(broad), _at(high), one.letter, one.pattern, one.colour,
                words if high >= LEAST_FOR_LETTER else "",
                f"{column.title}, {one.title}: {minutes.format(count=value)}", _at(x + broad / 2), _at(y + high / 2 + 3.2)))
        middle = x + broad / 2
        totals.append(Mark(_at(middle), _at(y - 4), str(sum(column.values)), upright))
        labels.append(Mark(_at(middle), bottom + 12, column.label))
    foot = bottom + 20
    edges = list(itertools.accumulate((count for _, count in bands), initial=0))
    drawn = tuple(Band(_at(LEFT + pitch * first + 1), foot, _at(pitch * count - 2), words,
                       _at(LEFT + pitch * (first + count / 2)))
                  for first, (words, count) in zip(edges, bands, strict=False))
    start = foot + (24 if bands else 6)
    rows = -(-len(series) // LEGEND_COLUMNS)
    wide = (WIDTH - LEFT) / LEGEND_COLUMNS
    legend = tuple(
        Swatch(_at(LEFT + wide * (i // rows)), start + LEGEND_ROW * (i % rows), one.letter, one.pattern, one.colour, one.title)
        for i, one in enumerate(series))
    return StackedBars(
        language, name, title, description, WIDTH, start + LEGEND_ROW * rows + 2, LEFT, unit, tuple(segments),
        tuple(Mark(LEFT, _at(bottom - m * scale), str(m)) for m in range(0, most + 1, step)),
        tuple(totals), tuple(labels), drawn, legend,
        tuple((one.letter, one.pattern, one.colour) for one in series))


def _at(value: float) -> float:
    return round(value, 2)
