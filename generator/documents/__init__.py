"""Which views a document consists of. Every file of this folder is a document and says for itself what it makes.

A document is a module whose file name (with hyphens) is its name, and which has

- ``pieces(programme)``: each view with the path of its file, for one language and the weeks wanted;
- ``ON_REQUEST`` (may be missing): whether it is made only when it is asked for, by name or with everything. Its files lie in a
  folder of its name, and once asked for they are kept up to date.

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


@dataclass(frozen=True)
class Laid:
    """A programme laid out in one language: what documents are made from."""

    design: Design
    weeks: Sequence[Week]
    """Every week of the programme."""
    wanted: Sequence[Week]
    """The weeks asked for; all where none was named."""
    verdicts: Sequence[Verdict]
    words: Words
    others: Mapping[str, Words] = field(default_factory=dict)
    """The words of every language, for what is printed in two."""
    posts: tuple[str, ...] = ()
    """The posts asked for; all where none was named."""

    @cached_property
    def timetable(self) -> TimetableView:
        """The weeks asked for as data: one view from which several documents are cut."""
        return timetable(self.design, self.wanted, self.words)


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
