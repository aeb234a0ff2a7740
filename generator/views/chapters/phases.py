"""The phases, their aims, and what somebody shows before moving on."""

from __future__ import annotations

from generator.views import wording
from generator.views.blocks import Block, Bullets, Heading, Run, Table, cells, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    found: list[Block] = [Table(
        (book.label("phase"), book.label("weeks"), book.label("aims")),
        tuple(
            cells(line(Run(phase.title.to(book.language), bold=True)), wording.weeks(book.words, first, last),
                  " ".join(a.to(book.language) for a in phase.aims) or phase.description.to(book.language))
            for name, first, last in book.design.weeks_by_phase()
            for phase in (book.design.phases[name],)
        ), (2, 2, 5),
    )]
    for name, _, _ in book.design.weeks_by_phase():
        phase = book.design.phases[name]
        if phase.move_on_when:
            found += [Heading(book.label("moves_on", phase=phase.title), 2, f"moves-on-{name}"),
                       Bullets(book.said(phase.move_on_when), "tick")]
    return found
