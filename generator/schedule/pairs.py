"""The parts a week can be taken apart into: a component with the people who hold it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache

from generator.model.week import WeekTask, component_of

Pair = tuple[str, str]
"""A component and the people who hold it, as the sittings' keys name them."""


def pairs_of(task: WeekTask) -> list[Pair]:
    """Every component of a week with its people."""
    return sorted({pair_of(sitting.key) for sitting in task.sittings})


@lru_cache(maxsize=16384)
def pair_of(key: str) -> Pair:
    """``talk/cohort/r03`` → (``talk``, ``cohort``); what is held alongside belongs to its session, a time to its component."""
    _, _, rest = key.partition("/")
    people = rest.rpartition("/")[0]
    return component_of(key), people.partition("~")[0] if "~" in people else _without_strand(people)


def _without_strand(people: str) -> str:
    head, _, tail = people.rpartition("+")
    return head if tail.isdigit() else people


def only(task: WeekTask, pairs: Collection[Pair]) -> WeekTask:
    """The task with nothing but these components."""
    wanted = set(pairs)
    return replace(task, sittings=tuple(s for s in task.sittings if pair_of(s.key) in wanted))
