"""The same fact said to those it is about and to their families, in short sentences, where the data has it so."""

from __future__ import annotations

from typing import Literal, TypeVar

from generator.language import Text
from generator.model.term import Term
from generator.model.values import Described

Reader = Literal["staff", "residents", "families"]
"""To whom something is said."""

Said = TypeVar("Said")


def told_to(reader: Reader, said: Said, *, residents: Said | None = None, families: Said | None = None) -> Said:
    """What is said to this reader; as it is said to everybody where there is nothing of his or her own."""
    return (residents if reader == "residents" else families if reader == "families" else None) or said


class ToldTerm(Term):
    """An entry of a vocabulary that residents read as well: a role, a pillar."""

    for_residents: Text | None = None
    """What it is to a resident, said to him or her; the description where not given."""
    for_families: Text | None = None
    """What it is to a family, said to them; the description where not given."""

    def told(self, reader: Reader) -> Text:
        return told_to(reader, self.description, residents=self.for_residents, families=self.for_families)


class PhaseTold(Described):
    """A phase's aims and criteria said to a resident or a family; each stands for the field of its name and goes with it."""

    aims: tuple[Text, ...] = ()
    """What the phase aims at."""
    move_on_when: tuple[Text, ...] = ()
    """When to move on."""
