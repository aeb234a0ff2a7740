"""An entry of a vocabulary: what the kinds of the catalogue share."""

from __future__ import annotations

from generator.language import Text
from generator.model.values import Count, Described, Plain


class Term(Described):
    """One entry of a vocabulary (a phase, a dimension, a relapse factor …): its name in the field and what it means."""

    title: Text
    description: Text
    order: Count = 0
    source: Plain | None = None
