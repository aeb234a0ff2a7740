"""When families may visit, read from the days and events themselves, so that no text has to repeat it."""

from __future__ import annotations

from generator.language import Text
from generator.views import wording
from generator.views.blocks import Block, Facts
from generator.views.book import Book
from generator.views.chapters._events import MOVED_BY_THE_SUN, happens, is_event, recurs


def visiting_hours(book: Book) -> list[Block]:
    """Each kind of day with hours for visits, then each event; nothing where the programme names neither."""
    hours: dict[str, dict[tuple[Text, str], list[tuple[int, int]]]] = {}
    for week in book.weeks:
        for day in week.days:
            for slot in day.frame:
                if slot.kind == "visit" and not is_event(book, slot):
                    visit = slot.title, recurs(book, day.day_type, slot)
                    held = hours.setdefault(day.day_type, {}).setdefault(visit, [])
                    if (slot.start, slot.end) not in held:
                        held.append((slot.start, slot.end))
    types = book.programme.day_types
    rows = [f"{types[name].title.to(book.language)}, {wording.listed(book.words, _said(book, hours[name]))}"
            for name in types if name in hours]
    rows += [happens(book, event) for event in book.programme.events.values()
             if event.kind == "visit" and (event.days or event.dates or event.on)]
    return [Facts(((book.label("visiting_hours"), "; ".join(rows)),))] if rows else []


def _said(book: Book, visits: dict[tuple[Text, str], list[tuple[int, int]]]) -> list[str]:
    """``10.30–11.20``; of hours that move with the prayers one, as ``kira-kira 13.00–14.15``; of others each."""
    found: dict[str, None] = {}
    for (_, weeks), held in visits.items():
        start, end = held[0]
        near = all(abs(start - other) <= MOVED_BY_THE_SUN and end - start == until - other for other, until in held)
        spans = [wording.span(book.words, *hours) for hours in ([(start, end)] if near else held)]
        if len(held) > 1 and near:
            spans = [book.label("about_hours", hours=spans[0])]
        found |= dict.fromkeys(", ".join(filter(None, (span, weeks))) for span in spans)
    return list(found)
