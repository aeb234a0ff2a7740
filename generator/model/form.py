"""What a form is: a sheet to fill in by hand, without any data of a person in care in it."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.language import Text
from generator.model.term import Term
from generator.model.values import Count, Described, Name, Positive


class FormItem(Described):
    """One item of a form. Exactly one of ``text``, ``say``, ``ask``, ``tick`` and ``columns`` says what it is."""

    text: Text | None = None
    """To be read."""
    say: Text | None = None
    """Words the officer says aloud, or does, before going on."""
    ask: Text | None = None
    """A question with room to write."""
    lines: Annotated[Count, Field(le=20)] = 1
    """Lines to write on; 0: a short answer beside the question."""
    tick: Text | None = None
    """A question whose answers are ticked."""
    boxes: tuple[Text, ...] = ()
    """The answers to tick; ``yes`` and ``no`` where none are given."""
    columns: tuple[Text, ...] = ()
    """The heads of a table to fill in."""
    row_titles: tuple[Text, ...] = ()
    """What stands in the first column."""
    rows: Annotated[Count, Field(le=40)] = 0
    """Empty rows of the table."""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        said = [key for key in ("text", "say", "ask", "tick", "columns") if getattr(self, key)]
        if len(said) != 1:
            raise PydanticCustomError("tc_form_item", "one kind of item", {"count": len(said)})
        if self.columns and not (self.rows or self.row_titles):
            raise PydanticCustomError("tc_form_rows", "a table without rows")
        return self

    @property
    def kind(self) -> str:
        """Which kind it is."""
        return next(key for key in ("text", "say", "ask", "tick", "columns") if getattr(self, key))


class FormSection(Described):
    """A part of a form under its heading."""

    title: Text
    items: Annotated[tuple[FormItem, ...], Field(min_length=1)]


class Form(Term):
    """A form of the house. Residents stand on it by number; names, where a signature is asked, are written by hand.

    ``description`` says when it is used and by whom.
    """

    purpose: Text | None = None
    """What it is good for."""
    watch_for: tuple[Text, ...] = ()
    """What whoever fills it in has to mind."""
    kept: Text
    """Who keeps it, where, and who may read it."""
    by_number: bool = True
    """Whether its head asks for a resident's number."""
    sections: Annotated[tuple[FormSection, ...], Field(min_length=1)]
    signatures: tuple[Text, ...] = ()
    """Who signs."""
    components: tuple[Name, ...] = ()
    """The components it belongs to."""
    copies: Positive = 1
    """How many are filled in: one for the file, one for the resident …"""
