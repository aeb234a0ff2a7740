"""When families may visit, read from the days and events themselves, so that no text has to repeat it."""

from __future__ import annotations

from generator.views import wording
from generator.views.blocks import Block, Facts
from generator.views.book import Book
from generator.views.chapters._events import happens, is_event, recurs


def visiting_hours(book: Book) -> list[Block]:
    """Each kind of day with hours for visits, then each event; nothing where the programme names neither."""
    hours: dict[str, dict[str, None]] = {}
    for week in book.weeks:
        for day in week.days:
            for slot in day.frame:
                if slot.kind == "visit" and not is_event(book, slot):
                    said = (wording.span(book.words, slot.start, slot.end), recurs(book, day.day_type, slot))
                    hours.setdefault(day.day_type, {}).setdefault(", ".join(filter(None, said)))
    types = book.programme.day_types
    rows = [f"{types[name].title.to(book.language)}, {wording.listed(book.words, hours[name])}"
            for name in types if name in hours]
    rows += [happens(book, event) for event in book.programme.events.values()
             if event.kind == "visit" and (event.days or event.dates or event.on)]
    return [Facts(((book.label("visiting_hours"), "; ".join(rows)),))] if rows else []
