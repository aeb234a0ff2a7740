"""Pocket cards: for each group every session's start and title, day after day, and nothing that its week does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from generator.documents import Laid
from generator.model.week import Week
from generator.verify import Fault
from generator.verify.pdf_pages import pages_of
from generator.verify.read import Reader, squeezed
from generator.verify.short_week import framed, groups_of, held, meals
from generator.views import wording

FILES = ("pocket-card/week-*.pdf",)
_CLOCK = re.compile(r"\d\d[:.]\d\d")


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    number, _, many = inside.stem.removeprefix("week-").partition("-")
    week = next(week for week in laid.weeks if week.number == int(number))
    pages, groups = [squeezed(page) for page in pages_of(path)], groups_of(week, laid)
    yield None if len(pages) == 2 * len(groups) else Fault("count", str(2 * len(groups)), str(len(pages)))
    for group, front, back in zip(groups, pages[::2], pages[1::2], strict=False):
        without_frame = squeezed(laid.words.label("pocket_card.without_frame")) in back
        for side, days in ((front, slice(0, 4)), (back, slice(4, 7))):
            yield from _side(side, 4 if many else 1, week, days, group, without_frame, laid)
        telephone = laid.design.programme.organisation.emergency_phone if laid.design.programme.organisation else ""
        if telephone:
            yield None if squeezed(telephone) in back else Fault("emergency", telephone)


def _side(
    page: str, cards: int, week: Week, days: slice, group: str, without_frame: bool, laid: Laid
) -> Iterator[Fault | None]:
    """One side of ``cards`` equal cards; ``without_frame`` are those that have no room for more than sessions."""
    words, reader = laid.words, Reader(page)
    heading = words.label("weekly_schedule.title", number=week.number)
    yield None if page.count(squeezed(heading)) == cards else Fault("count", str(cards), str(page.count(squeezed(heading))))
    for _ in range(cards):
        yield None if reader.comes(heading) else Fault("week", heading)
        for day in week.days[days]:
            name = wording.date(words, day.date, "weekday")
            yield None if reader.comes(name) else Fault("day", name)
            rows = [(entry.start, entry.title) for entry in held(day, group, laid)]
            for _, together in groupby(sorted(set(rows)), key=lambda row: row[0]):
                facts = [(wording.clock(words, start), title) for start, title in together]
                for (clock, title), stands in zip(facts, reader.any_order(*facts), strict=True):
                    yield None if stands else Fault("session", f"{name}: {clock} {title}")
    known = {(wording.clock(words, entry.start), squeezed(entry.title)) for day in week.days[days]
             for entry in (*held(day, group, laid), *framed(day, group, laid))}
    for found in _CLOCK.finditer(page):
        rest = page[found.end() : found.end() + 120]
        if not any(clock == found[0] and rest.startswith(title) for clock, title in known):
            yield Fault("session", "–", f"{found[0]} {rest[:30]}")
    if not without_frame:
        said = [(wording.clock(words, one.start), one.title) for day in week.days[days] for one in meals(day, group, laid)]
        for clock, title in sorted(set(said)):
            wanted, shown = cards * said.count((clock, title)), page.count(squeezed(clock + title))
            yield None if shown >= wanted else Fault("meal", f"{clock} {title} ({wanted})", str(shown))
