"""A name that names nothing."""

from __future__ import annotations

from collections.abc import Iterable

from generator.problem import Location, Problem, did_you_mean


def unknown_name(place: Location, kind: str, name: str, known: Iterable[str]) -> Problem:
    """A name nobody knows, with the nearest known one."""
    return Problem(place, "TC301", {"name": name, "kind": kind, "near": did_you_mean(name, known)})
