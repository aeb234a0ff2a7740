"""The few kinds of blocks that pages and handbooks are made of. A format that can draw these can draw them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.views.chart import StackedBars
from generator.views.forms import OneForm


@dataclass(frozen=True)
class Run:
    """A stretch of text in a line; ``to`` is a page of the guide, such as ``components/meditation``."""

    text: str
    bold: bool = False
    to: str = ""
    anchor: str = ""
    """A name by which links reach this place; only bold text can carry one."""
    lang: str = ""
    """The language of these words where it is not the page's own, so that a screen reader says them rightly."""


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
    room: tuple[int, ...] = ()
    """Lines to write on below each item, on paper."""
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
class Mark:
    """A pillar's own sign: a letter in a shape of its own, so that it is known without its colour."""

    letter: str
    shape: str
    """The pillar's pattern by name; the style sheet has one shape for each."""
    colour: str


@dataclass(frozen=True)
class Glance:
    """What decides whether a page is the right one, seen at once: each a label, a text, and perhaps a sign before it."""

    rows: tuple[tuple[str, Line, Mark | None], ...]
    kind: str = "glance"


@dataclass(frozen=True)
class Sign:
    """A pillar's sign with what it stands for, at the head of a page or a list."""

    mark: Mark
    text: Line
    kind: str = "sign"


@dataclass(frozen=True)
class PartStart:
    """From here to the next ``PartEnd`` stands one part of a page, which paper may leave out."""

    name: str
    """As a class of the style sheet, with others after it."""
    kind: str = "part-start"


@dataclass(frozen=True)
class PartEnd:
    kind: str = "part-end"


@dataclass(frozen=True)
class PaperChoice:
    """Buttons that print one sheet of the page: (sheet, label) for each; before them the topics of which one goes on it."""

    choices: tuple[tuple[str, str], ...]
    topics: tuple[str, ...] = ()
    labels: tuple[str, str] = ("", "")
    """The words for “topic of the day” and “without a topic”."""
    kind: str = "paper-choice"


@dataclass(frozen=True)
class Jump:
    """The ways into the parts of a long page; on a screen only."""

    text: Line
    kind: str = "jump"


@dataclass(frozen=True)
class PaperSource:
    """Where a printed page comes from; on paper only. ``code`` is a QR picture, where the page has an address."""

    text: str
    code: str = ""
    code_label: str = ""
    kind: str = "paper-source"


@dataclass(frozen=True)
class Break:
    """A new page on paper."""

    kind: str = "break"


@dataclass(frozen=True)
class Ticked:
    """One box of the finder: a value by which activities are chosen, with how many have it."""

    name: str
    title: str
    count: int


@dataclass(frozen=True)
class Choosing:
    """A group of boxes of the finder."""

    name: str
    title: str
    boxes: tuple[Ticked, ...]


@dataclass(frozen=True)
class Found:
    """An activity in the finder's list."""

    title: Line
    mark: Mark
    purpose: str
    facts: str
    values: tuple[tuple[str, str], ...]
    """Group of boxes → the names of its boxes that fit, with spaces between."""


@dataclass(frozen=True)
class Finder:
    """A list of activities with boxes to tick that shorten it; without scripts it stays whole."""

    groups: tuple[Choosing, ...]
    found: tuple[Found, ...]
    said: tuple[tuple[str, str], ...]
    """What is said while choosing, by name; the script fills in {placeholders}."""
    kind: str = "finder"


@dataclass(frozen=True)
class BlankForm:
    """A form of the house to be printed from its page; ``words`` are those of every form, such as “date”."""

    form: OneForm
    words: tuple[tuple[str, str], ...]
    kind: str = "blank-form"


Block = Heading | Paragraph | Bullets | Table | Facts | Note | StepBlock | Card | Figure | Break
PageBlock = Block | Glance | Sign | PartStart | PartEnd | Jump | PaperChoice | PaperSource | Finder | BlankForm
"""What only a page of the guide is made of; a book has neither buttons nor parts that paper leaves out."""


@dataclass(frozen=True)
class Page:
    """One generated page of the guide."""

    path: str
    """Below the language's root, without suffix: ``components/meditation``."""
    title: str
    description: str
    blocks: tuple[PageBlock, ...]
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
