"""The chapters of handbooks. Every file of this folder is one: ``blocks(book)`` is what stands in it.

An edition (``programmes/catalogue/editions``) names its chapters by these files' names, with hyphens. A chapter's title stands
in the languages under ``handbook.chapters``. A chapter without blocks is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from generator.views.blocks import Block
from generator.views.book import Book


class Chapter(Protocol):
    """What a file of this folder offers."""

    def blocks(self, book: Book) -> Sequence[Block]: ...


@cache
def chapters() -> dict[str, Chapter]:
    """Name of the chapter, with hyphens → its module."""
    return {module.name.replace("_", "-"): cast(Chapter, import_module(f"{__name__}.{module.name}"))
            for module in iter_modules(__path__) if not module.name.startswith("_")}
