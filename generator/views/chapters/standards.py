"""The criteria of design, how each is met, and where in the book that stands."""

from __future__ import annotations

from generator.views.blocks import Block, Paragraph, Table, cells, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    return [Paragraph(line(book.label("standards_text"))), Table(
        (book.label("criterion"), book.label("statement"), book.label("verdict"),
         book.label("chapter")),
        tuple(
            cells(verdict.name.upper(), verdict.criterion.statement.to(book.language),
                  book.words.label(f"verdicts.{verdict.status}"),
                  "; ".join(filter(None, map(book.chapter_title, verdict.criterion.chapters))))
            for verdict in book.verdicts
        ), (2, 9, 4, 5))]
