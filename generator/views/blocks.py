"""The few kinds of blocks that pages and handbooks are made of. A format that can draw these can draw them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.views.chart import StackedBars


@dataclass(frozen=True)
class Run:
    """A stretch of text in a line; ``to`` is a page of the guide, such as ``components/meditation``."""

    text: str
    bold: bool = False
    to: str = ""
    anchor: str = ""
    """A name by which links reach this place; only bold text can carry one."""


Line = tuple[Run, ...]


def line(*parts: str | Run) -> Line:
    """A line from plain text and runs."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def lines(texts: Iterable[str]) -> tuple[Line, ...]:
    return tuple(line(text) for text in texts)


def joined(runs: Iterable[Run]) -> list[str | Run]:
    """Runs with commas between them."""
    found: list[str | Run] = []
    for run in runs:
        found += [", ", run] if found else [run]
    return found


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 2
    anchor: str = ""
    kind: str = "heading"


@dataclass(frozen=True)
class Paragraph:
    text: Line
    tone: str = ""
    """``lead`` for an opening sentence, ``small`` for a remark."""
    kind: str = "paragraph"


@dataclass(frozen=True)
class Bullets:
    items: tuple[Line, ...]
    tone: str = ""
    """``tick`` for a checklist, ``number`` for a sequence."""
    kind: str = "bullets"


@dataclass(frozen=True)
class Table:
    header: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...] = ()
    """Relative widths of the columns."""
    caption: str = ""
    kind: str = "table"


@dataclass(frozen=True)
class Facts:
    """Labelled lines: how long, who leads, how many."""

    rows: tuple[tuple[str, str], ...]
    kind: str = "facts"


@dataclass(frozen=True)
class Note:
    """Something set apart. ``tone``: ``danger``, ``warning``, ``info``."""

    title: str
    items: tuple[Line, ...]
    tone: str = "info"
    kind: str = "note"


@dataclass(frozen=True)
class StepBlock:
    """One step of a session plan."""

    number: int
    title: str
    minutes: str
    optional: str
    leader: str
    say: tuple[str, ...]
    residents: str
    labels: tuple[str, str]
    """The words for “say” and “residents”."""
    kind: str = "step"


@dataclass(frozen=True)
class Fact:
    """One thing at a glance; ``icon`` is ``clock``, ``people``, ``leader``, ``place`` or ``choice``."""

    icon: str
    label: str
    text: str


@dataclass(frozen=True)
class Card:
    """An activity told in plain words, under the mark of its pillar."""

    letter: str
    pattern: str
    colour: str
    about: Line
    facts: tuple[Fact, ...]
    parts: tuple[tuple[str, tuple[Line, ...]], ...]
    """Headings with what stands below them."""
    kind: str = "card"


@dataclass(frozen=True)
class Figure:
    """A chart with what has to be said about it."""

    chart: StackedBars
    caption: str
    kind: str = "figure"


@dataclass(frozen=True)
class Break:
    """A new page on paper."""

    kind: str = "break"


Block = Heading | Paragraph | Bullets | Table | Facts | Note | StepBlock | Card | Figure | Break


@dataclass(frozen=True)
class Page:
    """One generated page of the guide."""

    path: str
    """Below the language's root, without suffix: ``components/meditation``."""
    title: str
    description: str
    blocks: tuple[Block, ...]
    search_boost: float = 1.0
    """Weight in the search; 0 keeps the page out of it."""


def cells(*texts: str | Line) -> tuple[Line, ...]:
    return tuple(line(text) if isinstance(text, str) else text for text in texts)


def deeper(blocks: Sequence[Block], by: int, name: str) -> tuple[Block, ...]:
    """The blocks with their headings lowered, to stand as part ``name`` of a larger text."""
    return tuple(
        Heading(block.text, block.level + by, f"{name}-{block.anchor}") if isinstance(block, Heading) else block
        for block in blocks
    )
