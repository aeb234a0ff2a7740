"""The duty roster, cell by cell: which post has which shift on which date, its hours and nights, and who is on duty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.documents import Laid
from generator.model.week import DAY, Week
from generator.verify import Fault
from generator.verify.paper_words import Word, lines_of, nearest, word_pages
from generator.verify.read import squeezed
from generator.views import wording

FILES = ("duty-roster.pdf",)
OF_WEEKS_ASKED_FOR = True
WEEKS_TO_A_SHEET = 4
MM = 72 / 25.4
FIRST, SECOND = 15 * MM, 67 * MM
"""Right edges of the columns with the row's number or letter and with its title."""


@dataclass
class _Sheet:
    """What was read of up to four weeks, over as many pages as they take."""

    dates: list[dt.date]
    rows: dict[str, tuple[str, dict[dt.date, list[str]], list[str]]] = field(default_factory=dict)
    """Number of a post or letter of a shift → its title, what stands in its cells, and what stands behind them."""


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    blocks: dict[int, list[Week]] = {}
    for week in laid.weeks:
        if week.duty:
            blocks.setdefault((week.number - 1) // WEEKS_TO_A_SHEET, []).append(week)
    sheets = [(weeks, _Sheet([day.date for week in weeks for day in week.days])) for weeks in blocks.values()]
    current: _Sheet | None = None
    for page in word_pages(path):
        text = "".join(word.text for word in page)
        # A sheet may go on overleaf, where its head stands again but not its title.
        current = next((sheet for _, sheet in sheets if squeezed(_dates(sheet.dates, laid)) in text), current)
        columns = _columns(page, current.dates) if current else []
        if current and columns:
            _read(page, columns, current)
    for weeks, sheet in sheets:
        yield None if sheet.rows else Fault("week", wording.weeks(laid.words, weeks[0].number, weeks[-1].number))
        if sheet.rows:
            yield from _compared(weeks, sheet, laid)


def _dates(dates: Sequence[dt.date], laid: Laid) -> str:
    return laid.words.label("duty_roster.dates", first=wording.date(laid.words, dates[0], "short"),
                            last=f"{wording.date(laid.words, dates[-1], 'short')} {dates[-1].year}")


def _columns(words: Sequence[Word], dates: Sequence[dt.date]) -> list[Word]:
    """The days of the month at the head of the dates' columns; nothing where the page has no such head."""
    days = [str(date.day) for date in dates]
    for line in lines_of(words):
        numbers = [word for word in line if word.left > SECOND - 3 and word.text.isdigit()]
        if [word.text for word in numbers] == days:
            return numbers
    return []


def _read(words: Sequence[Word], columns: Sequence[Word], sheet: _Sheet) -> None:
    """Add a page's rows. The row's number or letter stands in its middle; a cell's words in lines above and below it."""
    places, head = [word.centre for word in columns], max(word.middle for word in columns)
    step = places[1] - places[0]
    marks: list[Word] = []
    for word in sorted(words, key=lambda word: word.middle):
        known = {*sheet.rows, *(mark.text for mark in marks)}  # below the table the legend shows the letters once more
        if word.right < FIRST and word.middle > head + 2 and len(word.text) <= 2 and word.text not in known:
            marks.append(word)
    if not marks:
        return
    heights = [mark.middle for mark in marks]
    half = min((b - a for a, b in zip(sorted(heights), sorted(heights)[1:], strict=False)), default=20) / 2
    for mark in marks:
        sheet.rows.setdefault(mark.text, ("", {}, []))
    for word in words:
        row = nearest(word.middle, heights)
        if word.middle <= head + 2 or abs(word.middle - heights[row]) > max(half, 4 * MM) or word in marks:
            continue
        title, cells, behind = sheet.rows[marks[row].text]
        if word.centre < SECOND:
            sheet.rows[marks[row].text] = title + word.text, cells, behind
        elif word.centre > places[-1] + step / 2:
            behind.append(word.text)
        else:
            cells.setdefault(sheet.dates[nearest(word.centre, places)], []).append(word.text)


def _compared(weeks: Sequence[Week], sheet: _Sheet, laid: Laid) -> Iterator[Fault | None]:
    duty, words = laid.design.programme.duty, laid.words
    assert duty is not None
    people = {name: person for name, person in laid.design.programme.staff.items() if person.role in duty.roles}
    numbers = {name: str(number) for number, name in enumerate(people, 1)}
    kept = {(watch.date, name): watch.shift for week in weeks for watch in week.duty for name in watch.people}
    letters: dict[str, str] = {}
    for name, shift in duty.shifts.items():
        title = squeezed(words.label("duty_roster.shift", title=shift.title, hours=wording.span(words, shift.at, shift.until)))
        letters[name] = next((mark for mark, (said, _, _) in sheet.rows.items() if squeezed(said) == title), "")
        yield None if letters[name] else Fault("shift", title)
    for name, person in people.items():
        said, cells, behind = sheet.rows.get(numbers[name], ("", {}, []))
        title = person.title.to(words.code)
        yield None if squeezed(said) == squeezed(title) else Fault("leader", title, said)
        for date in sheet.dates:
            found = "".join(cells.get(date, []))
            expected = letters.get(kept.get((date, name), ""), "")
            yield None if found == expected else Fault("shift", f"{title}, {_day(date, laid)}: {expected or '–'}", found)
        own = [duty.shifts[kept[date, name]] for date in sheet.dates if (date, name) in kept]
        hours = round(sum(shift.minutes for shift in own) / 60, 1)
        nights = sum(shift.at + shift.minutes > DAY for shift in own)
        told = [float(number.replace(",", ".")) for number in behind if number.replace(",", "").replace(".", "").isdigit()]
        yield None if told == [hours, nights] else Fault("hours", f"{title}: {hours:g} · {nights}", " · ".join(behind))
    for name, shift in duty.shifts.items():
        for date in sheet.dates:
            on = [who for who in people if kept.get((date, who)) == name]
            found = "".join(sheet.rows.get(letters[name], ("", {}, []))[1].get(date, []))
            expected = "".join(numbers[who] for who in on)
            title = shift.title.to(words.code)
            yield None if found == expected else Fault("shift", f"{title}, {_day(date, laid)}: {expected}", found)


def _day(date: dt.date, laid: Laid) -> str:
    return wording.date(laid.words, date, "day")
