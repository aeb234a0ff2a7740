"""What the programme measures of its own work."""

from __future__ import annotations

from generator.views.blocks import Block, Paragraph, Table, cells
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    found: list[Block] = [Table(
        (book.label("measure"), book.label("when")),
        tuple(cells(m.title.to(book.language), "; ".join(t.to(book.language) for t in m.times))
              for m in book.programme.measures.values()), (3, 2))]
    return [*found, *(Paragraph(text) for text in book.said(book.programme.evaluation))]
