"""The forms of the house, when they are used and who keeps them."""

from __future__ import annotations

from generator.views.blocks import Block, Paragraph, Run, Table, cells, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    forms = book.design.catalogue.forms.values()
    return [Paragraph(line(book.label("forms_text"))), Table(
        (book.label("form"), book.label("when_used"), book.label("kept_by")),
        tuple(cells(line(Run(form.title.to(book.language), bold=True)), form.description.to(book.language),
                    form.kept.to(book.language)) for form in forms), (3, 5, 4))] if forms else []
