"""Give every box of a sheet its place and a size of print in which all of its words fit; number what is too long.

A sheet is tried in ever smaller sizes. Where even the smallest is too large, details and then titles go to a numbered
list, and the box shows their number: words are never cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.views.sheets.boxes import Box
from generator.views.sheets.lettering import PITCH, POINT, Text, Words, text
from generator.views.sheets.sizing import (
    ABOVE,
    BELOW,
    BRIEF,
    FULL,
    LEAST_LETTER,
    LETTER_PITCH,
    NAME,
    NUMBER,
    SIDE,
    TITLE,
    Paper,
    Placed,
    across,
    sized,
)
from generator.views.sheets.time_scale import positions

OFFICE_HOURS = (8 * 60, 17 * 60)
"""Minutes from which to which a day reaches in which nothing happens."""

UNBUNDLED = 1000
"""More boxes side by side than any day has."""


@dataclass(frozen=True)
class Block:
    """A box where it lies in its day's column; millimetres, print in points."""

    left: float
    top: float
    width: float
    height: float
    strip: float
    letter_size: float
    inset: float
    """White to the left and right of the words."""
    turned: bool
    """Whether the words run upwards, in a narrow, tall box."""
    size: float
    time: str
    title: str
    topic: str
    detail: str
    number: str
    """Of the note that says the rest."""
    letter: str
    pattern: str
    colour: str
    kind: str
    second: bool
    bundle: float = 0.0
    """Height of the bundle that it is the last of."""


@dataclass(frozen=True)
class Note:
    """What a box had no room for; numbered from 1 on each day."""

    day: int
    number: str
    title: str
    text: str


@dataclass(frozen=True)
class Arranged:
    """A whole sheet: the boxes of each day, where each mark of the clock lies, and the notes."""

    days: tuple[tuple[Block, ...], ...]
    positions: dict[int, float]
    notes: tuple[Note, ...]
    size: float
    """The size of print the sheet is set in."""

    @property
    def bundled(self) -> bool:
        """Whether anything held at the same time stands one below the other."""
        return any(block.bundle for day in self.days for block in day)


def arrange(
    days: Sequence[Sequence[Box]], paper: Paper, millimetres: float, hours: tuple[int, int] | None = None,
    abreast: int = UNBUNDLED,
) -> Arranged:
    """The boxes of the days side by side on ``millimetres`` of height, over all of their minutes and ``hours``.

    Where more than ``abreast`` boxes of a day would stand side by side, what is held together stands in one bundle.
    """
    columns = [list(across(day, paper, abreast)) for day in days]
    every = [placed for column in columns for placed in column]
    spans = [(placed.start, placed.end) for placed in every] + ([hours] if hours else [])
    first, last = (min(s for s, _ in spans), max(e for _, e in spans)) if spans else OFFICE_HOURS
    size, levels, stretches = sized(every, paper, millimetres, first, last)
    places = positions(stretches)
    blocks, notes = [], []
    level = iter(levels)
    for day, column in enumerate(columns):
        own: dict[tuple[str, str], str] = {}
        blocks.append(_evened(column, [_block(placed, places, next(level), size, paper, own) for placed in column]))
        notes += [Note(day, number, *said) for said, number in own.items()]
    return Arranged(tuple(blocks), places, tuple(notes), size)


def _block(
    placed: Placed, places: dict[int, float], level: int, base: float, paper: Paper, notes: dict[tuple[str, str], str]
) -> Block:
    box = placed.box
    top = places[placed.start]
    tall = places[placed.end] - top
    level, size, turned = _best(placed, tall, level, base, paper)
    if box.fuller and level == FULL and not turned and (spared := _spared(placed, tall, base, size, paper)):
        box, size = box.fuller, spared
    number = ""
    if level != FULL:
        rest = " · ".join(filter(None, (box.time, box.topic, box.detail)))
        number = notes.setdefault((box.title, rest), str(len(notes) + 1))
    room = (tall - ABOVE) / max(len(box.mark.letter), 1) / LETTER_PITCH / POINT
    letter = min(paper.letter * (1.0 if placed.strip == paper.strip else 0.8), room)
    return Block(
        round(placed.left, 2), round(top, 2), round(placed.width, 2), round(tall, 2), round(placed.strip, 2),
        round(max(letter, LEAST_LETTER), 1), placed.inset, turned, size,
        box.time if level <= TITLE else "", box.title if level <= NAME else "", box.topic if level == FULL else "",
        box.detail if level == FULL else box.brief if level == BRIEF else "", number,
        box.mark.letter, box.mark.pattern, box.mark.colour, box.kind, box.second)


def _spared(placed: Placed, tall: float, base: float, size: float, paper: Paper) -> float | None:
    """The size of print, not below the sheet's, in which a box has room for its fuller words."""
    return next((smaller for smaller in paper.sizes if min(base, size) <= smaller <= size
                 and _fits(placed.fuller, placed.room, tall - ABOVE - BELOW, smaller)), None)


def _evened(column: Sequence[Placed], blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A bundle's boxes in one size of print, and its height with the last of them."""
    found = dict(enumerate(blocks))
    together: dict[tuple[float, int], list[int]] = {}
    for index, placed in enumerate(column):
        if placed.begins >= 0:
            together.setdefault((placed.left, placed.begins), []).append(index)
    for rows in together.values():
        size = min(found[index].size for index in rows)
        found |= {index: replace(found[index], size=size) for index in rows}
        last = found[rows[-1]]
        found[rows[-1]] = replace(last, bundle=round(last.top + last.height - found[rows[0]].top, 2))
    return tuple(found.values())


def _best(placed: Placed, tall: float, level: int, base: float, paper: Paper) -> tuple[int, float, bool]:
    """The most words, then the largest print, that fit the place a box has got, and whether they run upwards there."""
    sizes = [size for size in paper.sizes if size <= base * paper.largest_step]
    upright = tall - ABOVE - BELOW
    for chosen, words in enumerate(placed.texts[:NAME]):
        if words is None:
            continue
        for size in sizes:
            if _fits(words, placed.room, upright, size):
                return chosen, size, False
        for size in sizes if tall > 1.5 * placed.width else ():
            if _fits(words, tall - 2 * SIDE, placed.room, size):
                return chosen, size, True
    if level != NUMBER:
        return level, base, False
    for size in sizes:
        if _fits(placed.texts[NAME], placed.room, upright, size):
            return NAME, size, False
    for size in sizes if tall > placed.width else ():
        if _fits(text((Words(placed.box.title, "bold"),)), tall - 2 * SIDE - PITCH * size * POINT, placed.room, size):
            return NAME, size, True
    return NUMBER, base, False


def _fits(words: Text | None, width: float, tall: float, size: float) -> bool:
    need = words.height(width, size) if words else None
    return need is not None and need <= tall + 0.01
