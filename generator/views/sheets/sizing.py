"""In what size of print, and with how many of its words, everything on a sheet has its height."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.views.sheets.boxes import Box
from generator.views.sheets.bundles import Bundle, bundles, drawn, stretch
from generator.views.sheets.lanes import lanes
from generator.views.sheets.lettering import PITCH, POINT, Text, Words, text, width
from generator.views.sheets.time_scale import PER_MINUTE, Need, Stretches, fitted, least

FULL, BRIEF, TITLE, NAME, NUMBER = 0, 1, 2, 3, 4
"""How much a box says: everything; title, time, who, where and a note's number; title, time, number; title, number; number."""

GAP = 0.6
"""Millimetres between boxes side by side."""

LEAST_LETTER, LETTER_PITCH = 5.6, 1.15
"""Points of a pillar's letter at its smallest, and the height it takes in its own sizes."""

SIDE, NARROW_SIDE, ABOVE, BELOW = 0.9, 0.4, 0.4, 0.4
"""Millimetres of white inside a box."""

BAR = 6.0
"""Millimetres of a duty shift's bar: two lines of its words, running upwards."""

NARROW = 16.0
"""Millimetres of width below which a box has little white and half a strip."""


@dataclass(frozen=True)
class Paper:
    """Measures of a sheet: millimetres, and sizes of print in points, the largest first."""

    column: float
    """Width of a day."""
    sizes: tuple[float, ...]
    strip: float
    """Width of the pillar's mark; narrower in narrow boxes."""
    letter: float
    """Size of the pillar's letter."""
    largest_step: float = 1.3
    """How much larger than the sheet's size a box with room may be set."""
    smaller: bool = False
    """Whether a box in which a word is too wide for the sheet's size is set smaller alone, rather than the whole sheet."""


A4 = Paper(38.1, (8.6, 8.0, 7.5, 7.0, 6.6, 6.2, 5.9, 5.6), 4.6, 8.0)
DOOR = Paper(38.1, (11.0, 10.0, 9.2, *A4.sizes), 5.6, 10.0)
"""A4 too, for sheets with few boxes: of a facilitator or a room."""


@dataclass(frozen=True)
class Placed:
    """A box across its day's column, millimetres."""

    box: Box
    start: int
    end: int
    """Minutes between which it is drawn; within a bundle, only a part of its time."""
    left: float
    width: float
    strip: float
    texts: tuple[Text | None, ...]
    """What it says at each level but the last."""
    bar: bool = False
    """Whether it is a narrow bar whose words run upwards."""
    begins: int = -1
    """When the bundle begins of which it is a part; -1 for any other."""

    @cached_property
    def fuller(self) -> Text | None:
        """What it says where there is room to spare."""
        return said(self.box.fuller)[FULL] if self.box.fuller else None

    @property
    def inset(self) -> float:
        return SIDE if self.width >= NARROW else NARROW_SIDE

    @cached_property
    def room(self) -> float:
        """For words."""
        return self.width - self.strip - 2 * self.inset

    def lines(self, size: float) -> int:
        """Of print, when everything is said in this size; one where a word is too long for a line."""
        words = self.texts[FULL]
        return (words and words.lines(self.room / (size * POINT))) or 1


def across(boxes: Sequence[Box], paper: Paper, abreast: int) -> Iterator[Placed]:
    """The boxes of a day, side by side where they overlap; a duty shift with sessions in it is a bar at their left.

    Where more than ``abreast`` would stand side by side, what is held together is bundled.
    """
    bars = [box for box in boxes if box.kind == "duty"
            and any(other.kind != "duty" and overlap(box, other) for other in boxes)]
    for box in bars:
        yield Placed(box, box.start, box.end, 0.0, BAR, 0.0, said(box), bar=True)
    found = bundles([box for box in boxes if box not in bars], abreast)
    for bundle, lane in zip(found, lanes([stretch(bundle) for bundle in found]), strict=True):
        left = BAR + GAP if any(overlap(box, bar) for bar in bars for box in bundle) else 0.0
        share = (paper.column - left + GAP) / lane.count
        yield from _rows(bundle, left + share * lane.first, share * lane.wide - GAP, paper)


def _rows(bundle: Bundle, left: float, width: float, paper: Paper) -> Iterator[Placed]:
    """A box, or those of a bundle one below the other."""
    narrow = 1.0 if width >= paper.column * 0.55 else 0.75 if width >= NARROW else 0.5
    rows = [Placed(box, box.start, box.end, left, width, paper.strip * narrow if box.mark.letter else 0.0, said(box))
            for box in bundle]
    if len(rows) == 1:
        yield from rows
        return
    lines = [placed.lines(paper.sizes[-1]) for placed in rows]
    for placed, (start, end) in zip(rows, drawn(bundle, lines), strict=True):
        yield replace(placed, start=start, end=end, begins=stretch(bundle)[0])


def overlap(one: Box, other: Box) -> bool:
    return one.start < other.end and other.start < one.end


def sized(
    every: Sequence[Placed], paper: Paper, millimetres: float, first: int, last: int
) -> tuple[float, list[int], Stretches]:
    """The largest size at which everything has its height; at the smallest, as many words as there is height for.

    Height to spare goes first to boxes that have fuller words.

    With it, how much each box says, and the stretches of time with their millimetres.
    """

    def needs(tall: Sequence[float]) -> list[Need]:
        return [Need(p.start, p.end, need) for p, need in zip(every, tall, strict=True)]

    for size in paper.sizes:
        smaller = paper.sizes[paper.sizes.index(size) : None if paper.smaller else paper.sizes.index(size) + 1]
        full = [need for placed in every if (need := _first_need(placed, smaller)) is not None]
        if len(full) == len(every):
            if least(needs(full), first, last) > millimetres:
                continue
            wishes = {i: need for i, placed in enumerate(every) if (need := _fuller_need(placed, size)) is not None}
            tall, _ = _granted(every, full, wishes, millimetres, lambda tall: least(needs(tall), first, last))
            return size, [FULL] * len(every), fitted(needs(tall), first, last, millimetres) or {}
    size = paper.sizes[-1]
    levels = [NUMBER] * len(every)
    tall = [max(PITCH * size * POINT, _letters(placed.box)) + ABOVE + BELOW for placed in every]
    for level in (TITLE, BRIEF, FULL):
        wishes = {i: need for i, placed in enumerate(every) if (need := _need(placed, level, size)) is not None}
        tall, granted = _granted(every, tall, wishes, millimetres, lambda tall: least(needs(tall), first, last))
        levels = [level if i in granted else before for i, before in enumerate(levels)]
    # Should even numbers be too high, which takes eighty items in a row, the sheet grows beyond its foot.
    return size, levels, fitted(needs(tall), first, last, max(millimetres, least(needs(tall), first, last))) or {}


def _granted(
    every: Sequence[Placed], tall: list[float], wishes: dict[int, float], millimetres: float,
    total: Callable[[Sequence[float]], float],
) -> tuple[list[float], set[int]]:
    """The heights when as many boxes as possible have what they wish for: those first that ask for little."""

    def beyond(index: int) -> tuple[float, int]:
        placed = every[index]
        return max(wishes[index] - (placed.end - placed.start) * PER_MINUTE, 0.0), index

    asked = sorted(wishes, key=beyond)

    def heights(count: int) -> list[float]:
        some = set(asked[:count])
        return [wishes[i] if i in some else before for i, before in enumerate(tall)]

    # The more boxes have their words, the more height it takes: so the count can be searched for.
    count = bisect_right(range(1, len(asked) + 1), millimetres, key=lambda n: total(heights(n)))
    return heights(count), set(asked[:count])


def _need(placed: Placed, level: int, size: float) -> float | None:
    """The height a box needs to say this much; nothing where a word is wider than the box."""
    words = placed.texts[level]
    if placed.bar:
        line = width(placed.box.title, "bold") + width(f"  {placed.box.time}")
        return line * size * POINT + 2 * SIDE if level == FULL else None
    tall = words.height(placed.room, size) if words else None
    return None if tall is None else max(tall, _letters(placed.box)) + ABOVE + BELOW


def _first_need(placed: Placed, sizes: Sequence[float]) -> float | None:
    """The height a box needs to say everything in the first of these sizes in which its words are not too wide."""
    return next((need for size in sizes if (need := _need(placed, FULL, size)) is not None), None)


def _fuller_need(placed: Placed, size: float) -> float | None:
    """The height a box needs for its fuller words."""
    tall = placed.fuller.height(placed.room, size) if placed.fuller else None
    return None if tall is None else max(tall, _letters(placed.box)) + ABOVE + BELOW


def _letters(box: Box) -> float:
    """Millimetres that the letters of its pillars need, one below the other, at their smallest."""
    return len(box.mark.letter) * LEAST_LETTER * LETTER_PITCH * POINT


def said(box: Box) -> tuple[Text | None, ...]:
    """The words of a box at each level but the last, with room for a note's number."""
    time = Words(box.time, whole=True)
    if box.kind in ("frame", "free", "night"):
        full = text((time, Words(box.title)))
    else:
        details = [(Words(words, style),) for words, style in ((box.topic, "italic"), (box.detail, "regular")) if words]
        full = text((Words(box.title, "bold"), time), *details)
    number = Words("(00)", "bold", whole=True)
    # A box without details has nothing to leave out but its title.
    title = text((Words(box.title, "bold"), time, number)) if box.topic or box.detail else None
    brief = text((Words(box.title, "bold"), time, number), (Words(box.brief),)) if box.brief else None
    return full, brief, title, text((Words(box.title, "bold"), number))
