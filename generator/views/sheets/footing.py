"""What stands at the foot of a sheet: the pillars' marks, and notes set in columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from generator.language import Words
from generator.model.design import Design
from generator.model.week import Session
from generator.views.sheets import lettering
from generator.views.sheets.arrangement import Note
from generator.views.sheets.lettering import PITCH, POINT

NOTE_GAP = 0.5
"""Millimetres between two notes."""

COLUMN_GAP = 4.0


@dataclass(frozen=True)
class LegendEntry:
    letter: str
    pattern: str
    colour: str
    title: str


def legend(design: Design, sessions: Iterable[Session], words: Words) -> tuple[LegendEntry, ...]:
    """The marks of the pillars that have sessions on the sheet."""
    used = {design.components[s.component].component.pillar for s in sessions}
    return tuple(LegendEntry(p.letter, p.pattern, p.colour, p.title.to(words.code))
                 for name, p in design.catalogue.pillars.items() if name in used)


def lines_of(text: str, millimetres: float, size: float, style: str) -> int:
    """Lines that a remark fills; one more for each word longer than a line."""
    if not text:
        return 0
    room = millimetres / (size * POINT)
    count = lettering.text((lettering.Words(text, style),)).lines(room)
    return count if count is not None else sum(ceil(lettering.width(word, style) / room) for word in text.split())


@dataclass(frozen=True)
class NoteView:
    """A note as it stands in its column, under its day's name where it is the first of the day or of the column."""

    day: str
    number: str
    title: str
    text: str


Columns = tuple[tuple[NoteView, ...], ...]


def columns(
    notes: Sequence[Note], days: Sequence[str], count: int, millimetres: float, size: float, height: float
) -> tuple[Columns, ...]:
    """Pages of ``count`` columns each, ``height`` millimetres high; the last page's columns are of about one length."""
    width = ((millimetres - COLUMN_GAP * (count - 1)) / count) / (size * POINT) * 0.97
    line = size * PITCH * POINT
    tall = [(_lines(note, width) * line + NOTE_GAP) for note in notes]
    pages: list[Columns] = []
    start = 0
    while start < len(notes) or not pages:
        rest = sum(tall[start:]) / count + max(tall[start:], default=0) + 2 * line
        page = []
        for _ in range(count):
            filled = 0.0
            column: list[NoteView] = []
            while start < len(notes):
                note = notes[start]
                heading = days[note.day] if not column or note.day != notes[start - 1].day else ""
                need = tall[start] + (line + NOTE_GAP if heading else 0)
                if column and filled + need > min(height, rest):
                    break
                filled += need
                column.append(NoteView(heading, note.number, note.title, note.text))
                start += 1
            page.append(tuple(column))
        pages.append(tuple(page))
    return tuple(pages)


def _lines(note: Note, room: float) -> int:
    said = (lettering.Words(f"({note.number})", "bold"), lettering.Words(note.title, "bold"), lettering.Words(note.text))
    return lettering.text(said).lines(room) or len(note.text.split()) + 2
