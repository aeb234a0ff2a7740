"""The criteria of design, how each is met, and where in the book that stands."""

from __future__ import annotations

from generator.views.blocks import Block, Paragraph, Table, cells, line
from generator.views.book import Book
from generator.views.criteria import sums, verdict_line


def blocks(book: Book) -> list[Block]:
    told = sums(book.verdicts, book.words)
    return [Paragraph(line(book.label("standards_text"))),
            Paragraph(line(book.label("standards_sums", all=len(book.verdicts), sums=told))), Table(
        (book.label("criterion"), book.label("statement"), book.label("how_met"), book.label("chapter")),
        tuple(
            cells(verdict.name.upper(), verdict.criterion.statement.to(book.language), verdict_line(verdict, book.words),
                  "; ".join(filter(None, map(book.chapter_title, verdict.criterion.chapters))))
            for verdict in book.verdicts
        ), (2, 7, 8, 4))]
