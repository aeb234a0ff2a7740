"""Turn a view into bytes. Every file of this folder is a format and says for itself what it makes.

A format is a module with

- ``SUFFIX``: the file name's ending, and the name by which ``--format`` asks for it;
- ``VIEWS``: names of the view classes it can draw;
- ``ON_REQUEST`` (may be missing): those of them it draws only when format and document are asked for by name, or everything
  is; once drawn they are kept up to date;
- ``make(view, materials)``: the bytes;
- ``ingredients(view, materials)``: the templates and pictures that go into them, so that unchanged output is not made again.

Adding a file is adding the format: see docs/en/develop/add-a-format.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol, cast

from generator.model.paper import PaperName
from generator.templates import Templates


@dataclass(frozen=True)
class Materials:
    """What a format needs besides the view."""

    templates: Templates
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    stamp: int = 0
    """Seconds since 1970 for files that must carry a time: the programme's first day, never the clock."""
    paper: PaperName = "a4"
    """The house's sheet."""


class Format(Protocol):
    """What a file of this folder offers."""

    __name__: str
    SUFFIX: str
    VIEWS: tuple[str, ...]

    def make(self, view: Any, materials: Materials) -> bytes: ...

    def ingredients(self, view: Any, materials: Materials) -> list[bytes]: ...


def drawn_on_request(made: Format, view: Any) -> bool:
    """Whether a format draws a view only when asked for both."""
    return type(view).__name__ in getattr(made, "ON_REQUEST", ())


@cache
def formats() -> tuple[Format, ...]:
    """Every format, in the order of their suffixes."""
    found = [cast(Format, import_module(f"{__name__}.{module.name}")) for module in iter_modules(__path__)
             if not module.name.startswith("_")]
    return tuple(sorted(found, key=lambda one: one.SUFFIX))
