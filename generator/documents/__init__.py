"""Which views a document consists of. Every file of this folder is a document and says for itself what it makes.

A document is a module whose file name (with hyphens) is its name, and which has

- ``pieces(laid)``: each view with the path of its file, for one language and the weeks wanted;
- ``ON_REQUEST`` (may be missing): whether it is made only when it is asked for, by name or with everything. Its files lie in a
  folder of its name, and once asked for they are kept up to date;
- ``BY_WEEK`` (may be missing): whether it tells of nothing but the weeks wanted, so that it can be made where others cannot
  be held.

Adding a file is adding the document: ``--document`` knows it, and every format that can draw its views makes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol, cast

from generator.language import Words
from generator.model.design import Design, Verdict
from generator.model.week import Week
from generator.views.timetable import TimetableView, timetable


@dataclass(frozen=True)
class Piece:
    """One view on its way to one or several files."""

    path: str
    """Below the language's folder, without suffix: ``session-plan/meditation``."""
    view: Any
    weeks: Sequence[Week] = ()
    """Those it tells of, where these are not the weeks asked for."""


@dataclass(frozen=True)
class Laid:
    """A programme laid out in one language: what documents are made from."""

    design: Design
    weeks: Sequence[Week]
    """Every week of the programme; those wanted alone where others cannot be held."""
    wanted: Sequence[Week]
    """The weeks asked for; all where none was named."""
    verdicts: Sequence[Verdict]
    words: Words
    others: Mapping[str, Words] = field(default_factory=dict)
    """The words of every language, for what is printed in two."""
    posts: tuple[str, ...] = ()
    """The posts asked for; all where none was named."""
    told: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Path of a file that stands there already → first and last of the weeks it tells of."""
    alone: bool = False
    """Whether there are none but the weeks wanted, for others cannot be held."""

    @cached_property
    def timetable(self) -> TimetableView:
        """All weeks as data, whichever were asked for, so that no calendar or table loses the others: one view from which
        several documents are cut."""
        return timetable(self.design, self.weeks, self.words)

    def weeks_of(self, path: str) -> Sequence[Week]:
        """What a file with a page for each week tells of: the weeks asked for; if it already tells of these and of more, all
        of them, so that renewing some takes no page out."""
        first, last = self.told.get(path, (1, 0))
        told = [week for week in self.weeks if first <= week.number <= last]
        asked = {week.number for week in self.wanted}
        return told if asked <= {week.number for week in told} else self.wanted


class Document(Protocol):
    """What a file of this folder offers."""

    def pieces(self, laid: Laid) -> Iterator[Piece]: ...


@cache
def documents() -> dict[str, Document]:
    """Name of the document → its module, in the order of the names."""
    return {module.name.replace("_", "-"): cast(Document, import_module(f"{__name__}.{module.name}"))
            for module in sorted(iter_modules(__path__), key=lambda module: module.name)}


def on_request(name: str) -> bool:
    """Whether a document is made only when asked for."""
    return bool(getattr(documents()[name], "ON_REQUEST", False))


def by_week(name: str) -> bool:
    """Whether a document tells of nothing but the weeks wanted."""
    return bool(getattr(documents()[name], "BY_WEEK", False))
