"""The words that are used in the house, for those who are new to them."""

from __future__ import annotations

from generator.views.blocks import Block, Run, Table, cells, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    terms = sorted((term for term in book.design.catalogue.glossary.terms.values() if term.group == "house"),
                   key=lambda term: term.term.to(book.language).lower())
    return [Table((book.label("term"), book.label("meaning")), tuple(
        cells(line(Run(term.term.to(book.language), bold=True)), term.definition.to(book.language)) for term in terms),
        (1, 3))] if terms else []
