"""The frame of each kind of day, and what falls on certain days only: visits, outings, leave."""

from __future__ import annotations

from generator.model.house import Event
from generator.model.values import DAYS
from generator.model.week import Day, FrameSlot
from generator.views import wording
from generator.views.blocks import Block, Heading, Paragraph, Table, cells, line
from generator.views.book import Book

Rows = tuple[tuple[str, str], ...]
"""Time and title of each item."""


def blocks(book: Book) -> list[Block]:
    """Kinds of day that run alike share one table, under the names of both; events stand in a table of their own."""
    first: dict[str, Day] = {}
    plain: dict[str, Day] = {}
    for week in book.weeks:
        for day in week.days:
            first.setdefault(day.day_type, day)
            if not any(_is_event(book, slot) for slot in day.frame):
                plain.setdefault(day.day_type, day)
    alike: dict[Rows, list[str]] = {}
    for day_type, day in (first | plain).items():
        alike.setdefault(_rows(book, day), []).append(day_type)
    found: list[Block] = [Paragraph(line(book.label("day_text")))]
    for rows, kinds in alike.items():
        titles = [book.programme.day_types[kind].title.to(book.language) for kind in kinds]
        found += [Heading(wording.listed(book.words, titles), 2, f"day-{kinds[0]}"),
                  Table((book.label("time"), book.label("what")), tuple(cells(*row) for row in rows), (1, 4),
                        caption=wording.date(book.words, (first | plain)[kinds[0]].date))]
    events = [event for event in book.programme.events.values() if event.days or event.dates]
    if events:
        found += [Heading(book.label("events"), 2, "events"),
                  Table((book.label("what"), book.label("when")),
                        tuple(cells(_title(book, event), _when(book, event)) for event in events), (2, 3))]
    return found


def _rows(book: Book, day: Day) -> Rows:
    return tuple((wording.span(book.words, slot.start, slot.end), wording.slot(book.design, slot, book.words))
                 for slot in day.frame if not _is_event(book, slot))


def _is_event(book: Book, slot: FrameSlot) -> bool:
    return any((slot.kind, slot.title) == (event.kind, event.title) for event in book.programme.events.values())


def _title(book: Book, event: Event) -> str:
    title = event.title.to(book.language)
    groups = [book.programme.groups[name].title.to(book.language) for name in event.groups if name in book.programme.groups]
    return f"{title} ({wording.listed(book.words, groups)})" if groups else title


def _when(book: Book, event: Event) -> str:
    """Days or dates, hours, and in which weeks."""
    words = book.words
    if event.days:
        said = [wording.listed(words, [wording.weekday(words, index) for index, day in enumerate(DAYS) if day in event.days])]
    else:
        said = [" – ".join(wording.date(words, day) for day in dict.fromkeys(dates)) for dates in event.dates]
    if event.hours:
        said.append(wording.span(words, *event.hours))
    if event.weeks and event.days:
        said.append(wording.weeks(words, *event.weeks))
    if event.rotation:
        said.append(book.label("one_week_in", every=event.rotation.every, turn=event.rotation.turn))
    return ", ".join(said)
