"""Say what is wrong in an author's file, where it stands and what to do about it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Severity(StrEnum):
    """How much a problem weighs: an error stops the output it touches, the others are only told."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file; ``line`` and ``column`` count from 1, 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True)
class Phrase:
    """Words of the language files with what fills them: what a problem tells that is a sentence of its own."""

    key: str
    """Dotted, as in ``durations.hours``."""
    args: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Remedy:
    """A change that would help: in words, as the author would write it, and what else it does."""

    says: Phrase
    changes: tuple[str, ...]
    """Pieces of YAML to write into the file, each from the outermost key on and over several lines."""
    effects: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Problem:
    """One finding. Its words live in ``templates/languages/*.yaml`` under its code.

    ``args`` fills the placeholders of message and hint; a value that is a mapping of
    languages (``{"id": …, "en": …}``) is printed in the reader's language.
    """

    location: Location
    code: str
    args: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    remedies: tuple[Remedy, ...] = ()
    """Tried out, the best first; told below the hint."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "args", MappingProxyType(dict(self.args)))

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def __hash__(self) -> int:
        return hash((self.location, self.code, self.severity))


def in_order(problems: list[Problem] | tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems by place, then code, each told once."""
    told: dict[str, Problem] = {}
    for problem in problems:
        told.setdefault(f"{problem.location}|{problem.code}|{sorted(map(repr, problem.args.items()))}", problem)
    return tuple(sorted(told.values(), key=lambda p: (p.location, p.code, repr(sorted(p.args.items(), key=str)))))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The known word nearest to a misspelt one, or nothing."""
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)), "")


class Fault(Exception):
    """A problem found deep inside a format, on its way to the report: what a third party's exception becomes."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem
