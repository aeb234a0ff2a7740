"""Grades of evidence and sources."""

from __future__ import annotations

from generator.views.blocks import Block, Bullets, Paragraph, Run, line
from generator.views.book import Book
from generator.views.reference_list import reference_lines


def blocks(book: Book) -> list[Block]:
    used = {key for p in book.design.components.values() for key in p.component.evidence.references}
    grades = book.design.catalogue.evidence_grades.values()
    return [
        Paragraph(line(book.label("grades"))),
        Bullets(tuple(line(Run(g.title.to(book.language), bold=True), ": ", g.description.to(book.language))
                      for g in grades)),
        Bullets(tuple(text for key, text in reference_lines(book.design.catalogue.references, book.words)
                      if key in used)),
    ]
