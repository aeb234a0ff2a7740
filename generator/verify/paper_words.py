"""Words of a PDF's pages with their places, for tables in which it is the place that says what a letter means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

GAP = 0.22
"""Share of a letter's height by which two letters of one word stand apart at most."""


@dataclass(frozen=True)
class Word:
    """``left``, ``right`` and ``middle`` in points from the page's left and upper edge."""

    text: str
    left: float
    right: float
    middle: float

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


def word_pages(path: Path) -> Iterator[list[Word]]:
    """The words of each page, in the order in which they were set."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            yield _words(page)


def _words(page: object) -> list[Word]:
    from pypdfium2 import raw

    height, text = page.get_height(), page.get_textpage()  # type: ignore[attr-defined]
    found: list[Word] = []
    letters, left, right, top, bottom = "", 0.0, 0.0, 0.0, 0.0
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        box = text.get_charbox(index, loose=True)
        apart = letters and (abs(box[1] - bottom) > 1 or not -1 < box[0] - right < GAP * (top - bottom))
        if letters and (letter.isspace() or apart):
            found.append(Word(letters, left, right, height - (top + bottom) / 2))
            letters = ""
        if not letter.isspace():
            if not letters:
                left, bottom, top = box[0], box[1], box[3]
            letters, right = letters + letter, box[2]
    return [*found, Word(letters, left, right, height - (top + bottom) / 2)] if letters else found


def lines_of(words: Sequence[Word], within: float = 2.0) -> Iterator[list[Word]]:
    """The words that stand at one height, from left to right, from top to bottom."""
    line: list[Word] = []
    for word in sorted(words, key=lambda word: word.middle):
        if line and word.middle - line[0].middle > within:
            yield sorted(line, key=lambda one: one.left)
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda one: one.left)


def nearest(value: float, places: Sequence[float]) -> int:
    """Which of the places is nearest."""
    return min(range(len(places)), key=lambda index: abs(places[index] - value))
