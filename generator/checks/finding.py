"""What a predicate yields: where something is wrong, and which of the criterion's sentences says it."""

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
