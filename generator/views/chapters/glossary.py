"""The words of the field."""

from __future__ import annotations

from generator.views.blocks import Block, Run, Table, cells, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    terms = sorted(book.design.catalogue.glossary.terms.values(), key=lambda t: t.term.to(book.language).lower())
    return [Table(
        (book.label("term"), book.label("meaning")),
        tuple(cells(line(Run(t.term.to(book.language), bold=True)), t.definition.to(book.language)) for t in terms),
        (1, 3))]
