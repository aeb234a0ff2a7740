"""Where a resident's time goes: a bar for each week, and the same by phase as a table."""

from __future__ import annotations

from dataclasses import replace

from generator.views.blocks import Block, Figure, Heading, Paragraph, line
from generator.views.book import Book
from generator.views.minutes import minutes
from generator.views.pages.minutes import table_of


def blocks(book: Book) -> list[Block]:
    view = minutes(book.design, book.weeks, book.words)
    by_week, by_phase = view.sections[:2]
    if not by_week.chart:
        return []
    table = next(table for table in by_phase.tables if table.kind == "pillar")
    numbers = table_of(table, book.words)
    return [
        Paragraph(line(view.definition[0])), Figure(by_week.chart, by_week.chart.description),
        Heading(by_phase.title, 2, "minutes-by-phase"), replace(numbers, widths=(3, *(1 for _ in numbers.header[1:]))),
        *(Paragraph(line(sentence), "small") for sentence in view.definition[1:]),
    ]
