"""The criteria of design and how each is met."""

from __future__ import annotations

from generator.views.blocks import Block, Paragraph, Table, cells, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    return [Paragraph(line(book.label("standards_text"))), Table(
        (book.label("criterion"), book.label("statement"), book.label("verdict")),
        tuple(
            cells(verdict.name.upper(), verdict.criterion.statement.to(book.language),
                  book.words.label(f"verdicts.{verdict.status}"))
            for verdict in book.verdicts
        ), (1, 6, 2))]
