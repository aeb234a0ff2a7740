"""The frame of each kind of day."""

from __future__ import annotations

from generator.model.week import Day
from generator.views import wording
from generator.views.blocks import Block, Heading, Paragraph, Table, cells, line
from generator.views.book import Book

Rows = tuple[tuple[str, str], ...]
"""Time and title of each item."""


def blocks(book: Book) -> list[Block]:
    """Kinds of day that run alike share one table, under the names of both."""
    first: dict[str, Day] = {}
    for week in book.weeks:
        for day in week.days:
            first.setdefault(day.day_type, day)
    alike: dict[Rows, list[str]] = {}
    for day_type, day in first.items():
        alike.setdefault(_rows(book, day), []).append(day_type)
    found: list[Block] = [Paragraph(line(book.label("day_text")))]
    for rows, kinds in alike.items():
        titles = [book.programme.day_types[kind].title.to(book.language) for kind in kinds]
        found += [Heading(wording.listed(book.words, titles), 2, f"day-{kinds[0]}"),
                  Table((book.label("time"), book.label("what")), tuple(cells(*row) for row in rows), (1, 4),
                        caption=wording.date(book.words, first[kinds[0]].date))]
    return found


def _rows(book: Book, day: Day) -> Rows:
    return tuple((wording.span(book.words, slot.start, slot.end), wording.slot(book.design, slot, book.words))
                 for slot in day.frame)
