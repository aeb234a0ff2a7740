"""Posters: for each group a sheet with every session's title and time, day after day, and no time that its week has not.

Where the week is full, two sheets for each group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.documents import Laid
from generator.model.week import Day, Week
from generator.verify import Fault
from generator.verify.pdf_pages import pages_of
from generator.verify.read import Reader, squeezed
from generator.verify.short_week import Entry, groups_of, held, meals
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
    """The day's sessions and meals in the order of the clock; what is held at once may stand in any order, and a reader of the
    file takes lines of one box between those of the other."""
    words = laid.words
    entries = [*((one, True) for one in held(day, group, laid)), *((one, False) for one in meals(day, group, laid))]
    for together in _at_once(sorted(entries, key=lambda one: (one[0].start, one[0].title))):
        ends = [reader.at]
        said = {entry: squeezed(f"M{entry.title}{wording.span(words, entry.start, entry.end)}") for entry, _ in together}
        for entry, is_session in together:
            span, clock = wording.span(words, entry.start, entry.end), wording.clock(words, entry.start)
            between = sum(len(other) for one, other in said.items() if one != entry)
            # A box too small for both says the start alone, before the title.
            ways = ((entry.title, span, 3), (clock, entry.title, 1)) if is_session else ((clock, entry.title, 1),)
            tried = [Reader(reader.text, reader.at) for _ in ways]
            stands = [one.at for one, (first, second, apart) in zip(tried, ways, strict=True)
                      if one.comes(first, second, apart=apart + between)]
            ends += stands[:1]
            yield None if stands else Fault("session" if is_session else "meal",
                                            f"{wording.date(words, day.date, 'day')}: {entry.title} · {span}")
        reader.at = max(ends)


def _at_once(entries: Sequence[tuple[Entry, bool]]) -> Iterator[list[tuple[Entry, bool]]]:
    """What is held at once, or begins together, by the clock."""
    together: list[tuple[Entry, bool]] = []
    end = 0
    for entry, is_session in entries:
        if together and entry.start >= end and entry.start > together[-1][0].start:
            yield together
            together = []
        end = max(end, entry.end) if together else entry.end
        together.append((entry, is_session))
    if together:
        yield together
