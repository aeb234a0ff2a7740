"""What an edition of the handbook is: for whom, and which chapters in which order."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.language import Text
from generator.model.term import Term
from generator.model.told import Reader
from generator.model.values import Described, Name


class Chapter(Described):
    """A chapter by its name (a file of ``generator/views/chapters``), with what this edition says of it."""

    chapter: Name
    title: Text | None = None
    """The chapter's own title where not given."""
    opening: tuple[Text, ...] = ()
    """Read before the rest of the chapter."""
    opening_by_day: tuple[Text, ...] = ()
    """The same where nobody sleeps in; ``opening`` where not given."""
    own_page: bool = True
    """Whether it begins on a new page."""


class Edition(Term):
    """An edition of the handbook; ``description`` stands on its cover."""

    reader: Reader
    """Whose words it uses where a chapter is told differently to different readers."""
    text_size: Annotated[float, Field(ge=10, le=20)] = 10.5
    """Points of the running text on paper."""
    chapters: Annotated[tuple[Chapter, ...], Field(min_length=1)]
