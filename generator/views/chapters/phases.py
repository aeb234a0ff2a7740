"""The phases, their aims, and what somebody shows before moving on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.views import wording
from generator.views.blocks import Block, Bullets, Heading, Paragraph, Run, Table, cells, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    """A table and the lists to tick; for residents and families aims in lists, easier to read than in a narrow column."""
    return list(_table_and_lists(book) if book.edition.reader == "staff" else _lists(book))


def _table_and_lists(book: Book) -> Iterator[Block]:
    yield Table(
        (book.label("phase"), book.label("weeks"), book.label("aims")),
        tuple(
            cells(line(Run(phase.title.to(book.language), bold=True)), wording.weeks(book.words, first, last),
                  " ".join(a.to(book.language) for a in phase.aims) or phase.description.to(book.language))
            for name, first, last in book.design.weeks_by_phase()
            for phase in (book.design.phases[name],)
        ), (2, 2, 5),
    )
    for name, _, _ in book.design.weeks_by_phase():
        yield from _criteria(book, name, 2)


def _lists(book: Book) -> Iterator[Block]:
    for name, first, last in book.design.weeks_by_phase():
        phase = book.design.phases[name]
        title = f"{phase.title.to(book.language)}: {wording.weeks(book.words, first, last)}"
        yield Heading(title, 2, f"phase-{name}")
        aims = phase.aims_told(book.edition.reader)
        if aims:
            yield Heading(book.label("aims"), 3, f"aims-{name}")
        yield Bullets(book.said(aims)) if aims else Paragraph(line(phase.description.to(book.language)))
        yield from _criteria(book, name, 3)


def _criteria(book: Book, name: str, level: int) -> Iterator[Block]:
    phase = book.design.phases[name]
    if criteria := phase.criteria_told(book.edition.reader):
        last = book.programme.residential is not False and name == [*book.design.weeks_by_phase()][-1][0]
        yield Heading(book.label("ready_to_leave" if last else "moves_on", phase=phase.title), level, f"moves-on-{name}")
        # A family reads them; to tick them off would be to examine somebody.
        yield Bullets(book.said(criteria), "" if book.edition.reader == "families" else "tick")
