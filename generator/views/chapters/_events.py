"""What falls on certain days only, in words: on which days or dates, at what hours, in which weeks."""

from __future__ import annotations

from generator.model.house import Event
from generator.model.values import DAYS
from generator.model.week import FrameSlot
from generator.views import wording
from generator.views.book import Book

MOVED_BY_THE_SUN = 20
"""Minutes by which an hour that follows the prayers may differ between two dates; the books say that such hours move."""


def is_event(book: Book, slot: FrameSlot) -> bool:
    """Whether an item of a day's frame comes from an event of the programme."""
    return any((slot.kind, slot.title) == (event.kind, event.title) for event in book.programme.events.values())


def happens(book: Book, event: Event) -> str:
    """``Minggu, 10.30–11.50, satu dari 2 pekan, mulai pekan 1``: days or dates, hours, and in which weeks."""
    words = book.words
    if event.on:
        which, day = event.on.split("-")[:2]
        said = [book.label("of_the_month", which=book.label(f"nth.{which}"), day=wording.weekday(words, DAYS.index(day)))]
    elif event.days:
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


def recurs(book: Book, day_type: str, slot: FrameSlot) -> str:
    """In which weeks an item of a kind of day is kept; nothing where it is in all: ``satu dari 4 pekan, mulai pekan 2``."""
    for item in book.programme.day_types[day_type].frame:
        if item.rotation and (item.kind, item.title) == (slot.kind, slot.title):
            return book.label("one_week_in", every=item.rotation.every, turn=item.rotation.turn)
    return ""
