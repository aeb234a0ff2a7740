"""The frame of each kind of day, and what falls on certain days only: visits, outings, leave."""

from __future__ import annotations

from collections.abc import Iterable

from generator.language import Text
from generator.model.house import Event
from generator.model.week import Day, FrameSlot
from generator.views import wording
from generator.views.blocks import Block, Heading, Line, Paragraph, Table, cells, line
from generator.views.book import Book
from generator.views.chapters._events import MOVED_BY_THE_SUN, happens, is_event, recurs

Rows = tuple[tuple[int, int, str], ...]
"""Start, end and title of each item."""


def blocks(book: Book) -> list[Block]:
    """Kinds of day that run alike share one table, under the names of both; events stand in a table of their own."""
    first: dict[str, Day] = {}
    plain: dict[str, Day] = {}
    seldom: dict[str, dict[Text, FrameSlot]] = {}
    for week in book.weeks:
        for day in week.days:
            first.setdefault(day.day_type, day)
            if not any(is_event(book, slot) for slot in day.frame):
                plain.setdefault(day.day_type, day)
            for slot in day.frame:
                if recurs(book, day.day_type, slot):
                    seldom.setdefault(day.day_type, {}).setdefault(slot.title, slot)
    alike: dict[Rows, list[str]] = {}
    for day_type, day in (first | plain).items():
        alike.setdefault(_rows(book, day, seldom.get(day_type, {}).values()), []).append(day_type)
    moving = " " + book.label("day_moves") if book.programme.keeps_ramadan else ""
    found: list[Block] = [Paragraph(line(book.label("day_text", moving=moving)))]
    usual: tuple[Rows, str] | None = None
    for rows, kinds in alike.items():
        title = wording.listed(book.words, [book.programme.day_types[kind].title.to(book.language) for kind in kinds])
        found.append(Heading(title, 2, f"day-{kinds[0]}"))
        shown = rows
        if usual and book.edition.reader != "staff" and (other := _otherwise(usual[0], rows)):
            found.append(Paragraph(line(book.label("day_otherwise", day=usual[1])), "small"))
            shown = other
        usual = usual or (rows, title)
        found.append(Table((book.label("time"), book.label("what")), _cells(book, shown), (1, 4),
                           caption=wording.date(book.words, (first | plain)[kinds[0]].date)))
    events = [event for event in book.programme.events.values() if event.days or event.dates or event.on]
    if events:
        found += [Heading(book.label("events"), 2, "events"),
                  Table((book.label("what"), book.label("when")),
                        tuple(cells(_title(book, event), happens(book, event)) for event in events), (2, 3))]
    return found


def _otherwise(usual: Rows, rows: Rows) -> Rows:
    """What a day has instead of the usual one's hours; none where it is another day altogether, or an hour of it goes without
    anything in its place, which such a list could not say."""
    other = tuple(row for row in rows if not any(_alike(row, one) for one in usual))
    gone = [row for row in usual if not any(_alike(row, one) for one in rows)]
    replaced = all(any(start < until and since < end for since, until, _ in other) for start, end, _ in gone)
    return other if replaced and len(other) * 2 <= len(rows) else ()


def _alike(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether it is the same hour, perhaps moved with the sun: what is read here comes from days some weeks apart."""
    return one[2] == other[2] and all(abs(a - b) <= MOVED_BY_THE_SUN for a, b in zip(one[:2], other[:2], strict=True))


def _rows(book: Book, day: Day, seldom: Iterable[FrameSlot]) -> Rows:
    """The day's items, and those that it has in other weeks only."""
    titles = {slot.title for slot in seldom}
    slots = [slot for slot in day.frame if not is_event(book, slot) and slot.title not in titles]
    return tuple((slot.start, slot.end, _said(book, day.day_type, slot))
                 for slot in sorted((*slots, *seldom), key=lambda slot: (slot.start, slot.end)))


def _said(book: Book, day_type: str, slot: FrameSlot) -> str:
    title, weeks = wording.slot(book.design, slot, book.words), recurs(book, day_type, slot)
    return f"{title} ({weeks})" if weeks else title


def _cells(book: Book, rows: Rows) -> tuple[tuple[Line, ...], ...]:
    return tuple(cells(wording.span(book.words, start, end), title) for start, end, title in rows)


def _title(book: Book, event: Event) -> str:
    title = event.title.to(book.language)
    groups = [book.programme.groups[name].title.to(book.language) for name in event.groups if name in book.programme.groups]
    return f"{title} ({wording.listed(book.words, groups)})" if groups else title
