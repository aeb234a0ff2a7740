"""Drawings for the pages people write: a page asks for one by a line ``<!-- diagram: phases -->``.

Every file of this folder is one drawing, named by its file, and says for itself

- ``TEMPLATE``: the file of ``templates/svg`` that draws it;
- ``draw(subject)``: the view with every place worked out, or nothing where the house has no data for it.

Adding a file is adding the drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol, cast

from generator.language import Words
from generator.model.design import Catalogue, Design
from generator.model.week import Week


@dataclass(frozen=True)
class Subject:
    """What drawings are made from."""

    catalogue: Catalogue
    words: Words
    design: Design | None = None
    """A programme that serves as the example."""
    weeks: Sequence[Week] = ()
    """Its dated weeks, where it has been built."""
    rows: Sequence[Sequence[str]] = ()
    """The table that follows in the page, its heading first: what it says in words is drawn above it."""

    @property
    def example(self) -> str:
        """The example's name, for the caption."""
        if self.design is None:
            return ""
        title = self.design.programme.title
        return title.to(self.words.code) if title else self.design.name


class Diagram(Protocol):
    __name__: str
    TEMPLATE: str

    def draw(self, subject: Subject) -> Any: ...


@cache
def diagrams() -> dict[str, Diagram]:
    """Every drawing by its name."""
    found = (cast(Diagram, import_module(f"{__name__}.{module.name}")) for module in iter_modules(__path__)
             if not module.name.startswith("_"))
    return {made.__name__.rpartition(".")[2].replace("_", "-"): made for made in found}
