"""The contacts after discharge."""

from __future__ import annotations

from generator.views.blocks import Block, Note, Table, cells, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    reader = book.edition.reader
    warning = book.label({"residents": "overdose_told", "families": "overdose_to_families"}.get(reader, "overdose_text"))
    found: list[Block] = [Note(book.label("overdose"), (line(warning),), "danger")]
    found.append(Table(
        (book.label("week_after"), book.label("contact"), book.label("what")),
        tuple(cells(book.words.label("week", number=c.week), book.words.label(f"contacts.{c.mode}"),
                    c.told(reader).to(book.language)) for c in book.programme.aftercare), (2, 2, 6)))
    return found
