"""What a predicate yields: what is wrong and where, what cannot be told, and how the criterion is met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.problem import Location


@dataclass(frozen=True)
class Finding:
    """One thing wrong; ``what`` names a sentence under the criterion's ``finds``."""

    what: str
    location: Location
    args: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Untold:
    """Something the programme does not say, so that nobody can tell."""


@dataclass(frozen=True)
class Shown:
    """One thing by which a criterion is met: a text, a phrase, or a component as it is planned."""

    what: object
