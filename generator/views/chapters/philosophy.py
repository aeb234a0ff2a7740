"""What the house holds to, and what research allows to say of its model."""

from __future__ import annotations

from generator.views.blocks import Block, Note, Paragraph, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    found: list[Block] = []
    found += [Paragraph(text) for text in book.said(book.programme.philosophy)]
    found.append(Note(book.label("evidence"), (line(book.label(f"evidence_texts.{book.programme.model}")),)))
    return found
