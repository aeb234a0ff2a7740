"""Posters: for each group a sheet with every session's title and time, day after day, and no time that its week has not.

Where the week is full, two sheets for each group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from generator.documents import Laid
from generator.model.week import Day, Week
from generator.verify import Fault
from generator.verify.pdf_pages import pages_of
from generator.verify.read import Reader, squeezed
from generator.verify.short_week import groups_of, held, meals
from generator.views import wording

FILES = ("poster/week-*.pdf",)
MOST = 2
"""Sheets on which a group's week may stand, to be hung side by side."""
_SPAN = re.compile(r"\d\d[:.]\d\d–\d\d[:.]\d\d")


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    week = next(week for week in laid.weeks if f"week-{week.number:02d}" == inside.stem)
    pages, groups = [squeezed(page) for page in pages_of(path)], groups_of(week, laid)
    each = max(len(pages) // len(groups), 1)
    counted = len(set(pages)) == len(pages) == each * len(groups) and each <= MOST
    yield None if counted else Fault("count", str(len(groups)), str(len(pages)))
    for place, group in enumerate(groups[: len(pages)]):
        yield from _sheet("".join(pages[place * each : (place + 1) * each]), week, group, laid)


def _sheet(page: str, week: Week, group: str, laid: Laid) -> Iterator[Fault | None]:
    words, reader = laid.words, Reader(page)
    title = laid.design.programme.groups[group].title.to(words.code)
    heads = [title] if len(laid.design.programme.groups) > 1 else []
    week_said = words.label("weekly_schedule.title", number=week.number)
    yield None if reader.comes(*heads) and reader.comes(week_said) else Fault("week", " · ".join([*heads, week_said]))
    last_day = wording.date(words, week.days[-1].date)
    yield None if reader.comes(last_day) else Fault("week", last_day)
    for day in week.days:
        yield from _day(reader, day, group, laid)
    known = {squeezed(wording.span(words, one.start, one.end)) for day in week.days for one in held(day, group, laid)}
    yield from (Fault("session", "–", span) for span in sorted(set(_SPAN.findall(page)) - known))


def _day(reader: Reader, day: Day, group: str, laid: Laid) -> Iterator[Fault | None]:
    """The day's sessions and meals in the order of the clock; what begins together may stand in any order."""
    words = laid.words
    entries = [*((one, True) for one in held(day, group, laid)), *((one, False) for one in meals(day, group, laid))]
    for _, together in groupby(sorted(entries, key=lambda one: (one[0].start, one[0].title)), key=lambda one: one[0].start):
        ends = [reader.at]
        for entry, is_session in together:
            span, clock = wording.span(words, entry.start, entry.end), wording.clock(words, entry.start)
            # A box too small for both says the start alone, before the title.
            ways = ((entry.title, span, 3), (clock, entry.title, 1)) if is_session else ((clock, entry.title, 1),)
            tried = [Reader(reader.text, reader.at) for _ in ways]
            stands = [one.at for one, (first, second, apart) in zip(tried, ways, strict=True)
                      if one.comes(first, second, apart=apart)]
            ends += stands[:1]
            yield None if stands else Fault("session" if is_session else "meal",
                                            f"{wording.date(words, day.date, 'day')}: {entry.title} · {span}")
        reader.at = max(ends)
