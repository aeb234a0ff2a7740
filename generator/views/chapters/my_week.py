"""A typical week of each phase as a resident lives it; when one's own talks are stands on the wall."""

from __future__ import annotations

from generator.views.blocks import Block, Note, line
from generator.views.book import Book
from generator.views.chapters.schedules import weeks_of


def blocks(book: Book) -> list[Block]:
    about, *weeks = weeks_of(book, one_to_one=False)
    return [about, Note(book.label("own_talks"), (line(book.label("own_talks_text")),)), *weeks]
