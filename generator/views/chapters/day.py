"""The frame of each kind of day, and what falls on certain days only: visits, outings, leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from generator.language import Text
from generator.model.house import Event
from generator.model.week import Day, FrameSlot, Week
from generator.views import wording
from generator.views.blocks import Block, Heading, Line, Paragraph, Table, cells, line
from generator.views.book import Book
from generator.views.chapters._events import MOVED_BY_THE_SUN, happens, is_event, recurs
from generator.views.chapters.people import hours_said

Row = tuple[int, int, str, str]
"""Start, end, title, and the groups where an item is not for all."""
Rows = tuple[Row, ...]


def blocks(book: Book) -> list[Block]:
    """Kinds of day that run alike share one table, under the names of both, others say what differs from one shown whole;
    events stand in a table of their own."""
    first: dict[str, Day] = {}
    plain: dict[str, Day] = {}
    seldom: dict[str, dict[Text, FrameSlot]] = {}
    for week in book.weeks:
        for day in (_as_all_have_it(book, week, day) for day in week.days):
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
    whole: list[tuple[Rows, str]] = []
    for rows, kinds in ((rows, kinds) for rows, kinds in alike.items() if rows):
        title = wording.listed(book.words, [book.programme.day_types[kind].title.to(book.language) for kind in kinds])
        found.append(Heading(title, 2, f"day-{kinds[0]}"))
        others = [(other, like) for usual, like in whole if (other := _otherwise(usual, rows))]
        if others and book.edition.reader != "staff":
            rows, like = min(others, key=lambda found: len(found[0]))
            found.append(Paragraph(line(book.label("day_otherwise", day=like)), "small"))
        else:
            whole.append((rows, title))
        most = _most(rows)
        if most:
            found.append(Paragraph(line(book.label("day_for", groups=most)), "small"))
        found.append(Table((book.label("time"), book.label("what")), _cells(book, rows, most), (1, 4),
                           caption=wording.date(book.words, (first | plain)[kinds[0]].date)))
    if coming := [group for group in book.programme.groups.values() if group.present]:
        found += [Heading(book.label("coming"), 2, "coming"), Table((book.label("coming_who"), book.label("when")), tuple(
            cells(group.title.to(book.language), hours_said(book, group.present)) for group in coming), (2, 3))]
    events = [event for event in book.programme.events.values() if event.days or event.dates or event.on]
    if events:
        found += [Heading(book.label("events"), 2, "events"),
                  Table((book.label("what"), book.label("when")),
                        tuple(cells(_title(book, event), happens(book, event)) for event in events), (2, 3))]
    return found


def _as_all_have_it(book: Book, week: Week, day: Day) -> Day:
    """The day with what groups keep that come on other days of its kind: its table tells of all of them."""
    if not day.absent:
        return day
    whole: dict[tuple[int, int, Text], FrameSlot] = {}
    for slot in (slot for other in week.days if other.day_type == day.day_type for slot in other.frame):
        key = slot.start, slot.end, slot.title
        groups = {*slot.groups, *whole[key].groups} if key in whole else {*slot.groups}
        if slot in day.frame or not is_event(book, slot):
            whole[key] = replace(slot, groups=tuple(name for name in book.programme.groups if name in groups))
    return replace(day, frame=tuple(sorted(whole.values(), key=lambda slot: (slot.start, slot.end))))


def _otherwise(usual: Rows, rows: Rows) -> Rows:
    """What a day has instead of the usual one's hours; none where it is another day altogether, or an hour of it goes without
    anything in its place, which such a list could not say."""
    other = tuple(row for row in rows if not any(_alike(row, one) for one in usual))
    gone = [row for row in usual if not any(_alike(row, one) for one in rows)]
    replaced = all(any(row[0] < until and since < row[1] for since, until, *_ in other) for row in gone)
    return other if replaced and len(other) * 2 <= len(rows) else ()


def _alike(one: Row, other: Row) -> bool:
    """Whether it is the same hour, perhaps moved with the sun: what is read here comes from days some weeks apart."""
    return one[2:] == other[2:] and all(abs(a - b) <= MOVED_BY_THE_SUN for a, b in zip(one[:2], other[:2], strict=True))


def _rows(book: Book, day: Day, seldom: Iterable[FrameSlot]) -> Rows:
    """The day's items, and those that it has in other weeks only."""
    titles = {slot.title for slot in seldom}
    slots = [slot for slot in day.frame if not is_event(book, slot) and slot.title not in titles]
    return tuple((slot.start, slot.end, _said(book, day.day_type, slot), wording.slot_groups(book.design, slot, book.words))
                 for slot in sorted((*slots, *seldom), key=lambda slot: (slot.start, slot.end)))


def _said(book: Book, day_type: str, slot: FrameSlot) -> str:
    title, weeks = wording.slot_title(slot, book.words), recurs(book, day_type, slot)
    return f"{title} ({weeks})" if weeks else title


def _most(rows: Rows) -> str:
    """The groups whom more than half of the items are for, which is then said once above them."""
    return next((who for who, count in Counter(row[3] for row in rows).items() if who and 2 * count > len(rows)), "")


def _cells(book: Book, rows: Rows, most: str) -> tuple[tuple[Line, ...], ...]:
    all_ = book.words.label("whole_house")
    named = [(start, end, title, "" if who == most else who or all_) for start, end, title, who in rows]
    return tuple(cells(wording.span(book.words, start, end), f"{title} ({who})" if who else title)
                 for start, end, title, who in named)


def _title(book: Book, event: Event) -> str:
    title = event.title.to(book.language)
    groups = [book.programme.groups[name].title.to(book.language) for name in event.groups if name in book.programme.groups]
    return f"{title} ({wording.listed(book.words, groups)})" if groups else title
