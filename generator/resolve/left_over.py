"""What still calls itself an example in a programme that no longer says it is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.programme import Programme
from generator.problem import Problem, Severity
from generator.source import Path_, Source

MARKS = ("(contoh", "(example", "(rekaan", "(invented")
"""How the samples mark a fact that a house must replace by its own."""


def left_over(source: Source, programme: Programme) -> Iterator[Problem]:
    """Each text of the programme's own file with such a mark, once ``example`` is deleted: it would be printed as a fact."""
    open_: list[tuple[Path_, Any]] = [] if programme.example or programme.abstract else [((), source.data)]
    while open_:
        path, value = open_.pop()
        inside = [*value.items()] if isinstance(value, dict) else [*enumerate(value)] if isinstance(value, list) else []
        open_ += [((*path, key), one) for key, one in inside]
        marked = [key for key, one in inside if isinstance(one, str) and any(mark in one.casefold() for mark in MARKS)]
        if marked:  # a text is told once, not in each of its languages
            yield Problem(source.at(*path, marked[0]), "TC325", {"text": value[marked[0]]}, Severity.WARNING)
