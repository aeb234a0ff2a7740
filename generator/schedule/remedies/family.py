"""Changes of one kind to one thing that might make a week fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.design import Design
from generator.model.week import Placement
from generator.problem import Phrase
from generator.schedule.remedies.changes import Change

SKIPPED = "skipped"
"""The kind of change that concerns one week alone."""


@dataclass(frozen=True)
class Proposal:
    """A change that may help."""

    says: Phrase
    change: Change
    narrowed: Callable[[Sequence[Placement]], Proposal] | None = None
    """The smallest such change under which a week found with it still stands."""


@dataclass(frozen=True)
class Family:
    """Changes of one kind to one thing, from the mildest to the most thorough: one of them at most is needed."""

    kind: str
    proposals: tuple[Proposal, ...]
    loosest: Design
    """If even this design does not help, none of them does."""
    new: bool = False
    """Whether they ask for hours, a post or a room that are not there."""


def family(kind: str, proposals: Sequence[Proposal], loosest: Design | None = None, *, new: bool = False) -> Iterator[Family]:
    if proposals:
        yield Family(kind, tuple(proposals), loosest or proposals[-1].change.design, new)
