"""The frame of each kind of day."""

from __future__ import annotations

from generator.model.week import Day
from generator.views import wording
from generator.views.blocks import Block, Heading, Paragraph, Table, cells, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    found: list[Block] = [Paragraph(line(book.label("day_text")))]
    shown: set[str] = set()
    for week in book.weeks:
        for day in week.days:
            if day.day_type not in shown:
                shown.add(day.day_type)
                found += [
                    Heading(book.programme.day_types[day.day_type].title.to(book.language), 2, f"day-{day.day_type}"),
                    _frame(book, day),
                ]
    return found


def _frame(book: Book, day: Day) -> Table:
    return Table((book.label("time"), book.label("what")), tuple(
        cells(wording.span(book.words, slot.start, slot.end), wording.slot(book.design, slot, book.words))
        for slot in day.frame
    ), (1, 4), caption=wording.date(book.words, day.date))
