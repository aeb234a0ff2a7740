"""A typical week of each phase as a resident lives it, one table a week; when one's own talks are stands on the wall."""

from __future__ import annotations

from generator.model.values import DAYS, runs_of
from generator.model.week import Session, Week
from generator.views import wording
from generator.views.blocks import Block, Heading, Line, Note, Paragraph, Run, Table, cells, line
from generator.views.book import Book
from generator.views.chapters.schedules import place_of, title_of, typical, week_heading

Entry = tuple[int, tuple[Line, ...]]
"""When it begins; time, title and place."""


def blocks(book: Book) -> list[Block]:
    """Who leads changes from week to week and stands on the wall; what recurs at its time is said once, with its days."""
    found: list[Block] = [Paragraph(line(book.label("schedules_text"))),
                          Note(book.label("own_talks"), (line(book.label("own_talks_text")),))]
    for name, first, _ in book.design.weeks_by_phase():
        if week := typical(book, name, first):
            found += [Heading(week_heading(book, name, week), 2, f"week-{name}"), *_week(book, name, week)]
    return found


def _week(book: Book, phase: str, week: Week) -> list[Block]:
    groups = {group for group, of in week.phases if of == phase}
    days: dict[tuple[Line, ...], list[int]] = {}
    starts: dict[tuple[Line, ...], int] = {}
    for index, day in enumerate(week.days):
        for session in day.sessions:
            if session.resident is None and groups & set(session.groups):
                row = cells(wording.span(book.words, session.start, session.end), _title(book, session),
                            place_of(book, session))
                starts[row] = session.start
                if index not in days.setdefault(row, []):
                    days[row].append(index)
    by_days: dict[tuple[int, ...], list[tuple[Line, ...]]] = {}
    for row, held in days.items():
        for when in [tuple(held)] if _recurs(held) else [(index,) for index in held]:
            by_days.setdefault(when, []).append(row)
    rows: list[tuple[Line, ...]] = []
    for when in sorted(by_days, key=lambda days: (-len(days), days)):
        entries = sorted(by_days[when], key=lambda row: (starts[row], row[1][0].text))
        # In every row, for a table may go on overleaf.
        rows += [(line(Run(_days(book, when), bold=not number)), *row) for number, row in enumerate(entries)]
    held_on = {index for held in days.values() for index in held}
    found: list[Block] = [Table((book.label("day"), book.label("time"), book.label("what"), book.label("where")),
                                tuple(rows), (5, 6, 10, 7))] if rows else []
    if without := [wording.weekday(book.words, index) for index in range(len(week.days)) if index not in held_on]:
        found.append(Paragraph(line(book.label("no_groups", days=wording.listed(book.words, without))), "small"))
    return found


def _title(book: Book, session: Session) -> Line:
    """For whom it is only where that is not everybody."""
    title = title_of(book, session)
    return title[:1] if wording.people(book.design, session, book.words) == book.words.label("whole_house") else title


def _recurs(days: list[int]) -> bool:
    """Three days in a row, or four and more: a rhythm that is easier to keep as one line."""
    return len(days) > 3 or (len(days) == 3 and days[2] - days[0] == 2)


def _days(book: Book, days: tuple[int, ...]) -> str:
    if len(days) == len(DAYS):
        return book.label("every_day")
    runs = ["–".join(wording.weekday(book.words, index) for index in dict.fromkeys(run)) for run in runs_of(days)]
    return wording.listed(book.words, runs)
