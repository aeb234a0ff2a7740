"""The same fact said to those it is about: in the second person, in short sentences, where the data has it so."""

from __future__ import annotations

from typing import Literal

from generator.language import Text
from generator.model.term import Term
from generator.model.values import Described

Reader = Literal["staff", "residents", "families"]
"""To whom something is said."""


class ToldTerm(Term):
    """An entry of a vocabulary that residents read as well: a role, a pillar."""

    for_residents: Text | None = None
    """What it is to a resident, said to him or her; the description where not given."""

    def told(self, reader: Reader) -> Text:
        return (self.for_residents if reader == "residents" else None) or self.description


class PhaseTold(Described):
    """A phase's aims and criteria said to a resident; each stands for the field of the same name and is dropped with it."""

    aims: tuple[Text, ...] = ()
    """What the phase aims at, said to a resident."""
    move_on_when: tuple[Text, ...] = ()
    """When to move on, said to a resident."""
