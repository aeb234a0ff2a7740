"""The contacts after discharge."""

from __future__ import annotations

from generator.views.blocks import Block, Note, Table, cells, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    found: list[Block] = [Note(
        book.label("overdose"), (line(book.label("overdose_text")),), "danger")]
    found.append(Table(
        (book.label("week_after"), book.label("contact"), book.label("what")),
        tuple(cells(book.words.label("week", number=c.week), book.words.label(f"contacts.{c.mode}"),
                    c.title.to(book.language)) for c in book.programme.aftercare), (2, 2, 6)))
    return found
