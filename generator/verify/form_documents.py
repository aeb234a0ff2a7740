"""Blank forms for Word: all their parts in order, after every question its lines to write on, and tables of empty rows."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from generator.documents import Laid
from generator.language import Text
from generator.model.form import Form, FormItem
from generator.verify import Fault
from generator.verify.form_sheets import asked_for, form_said
from generator.verify.read import WORD, Reader, squeezed, text_of

FILES = ("forms/*.docx",)


@dataclass(frozen=True)
class _Paragraph:
    text: str
    lines: int
    """Lines to write on, which are drawn by tabs."""


@dataclass(frozen=True)
class _Table:
    """One with a head that comes again on every page."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    reader = Reader(text_of(path))
    forms, languages = asked_for(inside, laid)
    for form in forms:
        yield from form_said(reader, form, languages, laid)
    parts = iter(_parts(path))
    for form in forms:
        yield from _room_to_write(parts, form, languages)


def _parts(path: Path) -> Iterator[_Paragraph | _Table]:
    with zipfile.ZipFile(path) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml"))[0]
    for part in body:
        if part.tag == f"{WORD}p":
            yield _Paragraph(_said(part), len(part.findall(f".//{WORD}r/{WORD}tab")))
        elif part.find(f"{WORD}tr/{WORD}trPr/{WORD}tblHeader") is not None:
            head, *rows = (tuple(_said(cell) for cell in row.iter(f"{WORD}tc")) for row in part.iter(f"{WORD}tr"))
            yield _Table(head, tuple(rows))


def _said(part: ElementTree.Element) -> str:
    return squeezed("".join(node.text or "" for node in part.iter(f"{WORD}t")))


def _room_to_write(parts: Iterator[_Paragraph | _Table], form: Form, languages: list[str]) -> Iterator[Fault | None]:
    """Tables and lines of a form, which follow one another in the document as in the form."""
    here = next(parts, None)
    for section in form.sections:
        here = _sought(section.title, here, parts, languages)
        for item in section.items:
            if item.ask:
                here = _sought(item.ask, here, parts, languages)
                found, here = _lines_from(here, parts)
                wanted = max(item.lines, 1)
                yield None if found == wanted else Fault("lines", f"{item.ask.to(languages[0])}: {wanted}", str(found))
            elif item.columns:
                while isinstance(here, _Paragraph):
                    here = next(parts, None)
                table = _table(item, languages)
                yield None if here == table else Fault("columns", " · ".join(table.head))
                here = next(parts, None)


def _sought(
    text: Text, here: _Paragraph | _Table | None, parts: Iterator[_Paragraph | _Table], languages: list[str],
) -> _Paragraph | _Table | None:
    """The paragraph that says the text, here or later."""
    said = _plain(squeezed("".join(text.to(language) for language in languages)))
    while isinstance(here, _Table) or (here and _plain(here.text) != said):
        here = next(parts, None)
    return here


def _plain(text: str) -> str:
    """Without the stroke that stands between two languages on one line."""
    return text.replace("/", "")


def _lines_from(
    here: _Paragraph | _Table | None, parts: Iterator[_Paragraph | _Table],
) -> tuple[int, _Paragraph | _Table | None]:
    """Lines beside and below a question, and what comes after them."""
    count = here.lines if isinstance(here, _Paragraph) else 0
    after = next(parts, None)
    while isinstance(after, _Paragraph) and not after.text:
        count, after = count + after.lines, next(parts, None)
    return count, after


def _table(item: FormItem, languages: list[str]) -> _Table:
    def said(text: Text) -> str:
        return squeezed("".join(text.to(language) for language in languages))

    titles = [said(title) for title in item.row_titles] or [""] * item.rows
    rest = ("",) * (len(item.columns) - 1)
    return _Table(tuple(said(column) for column in item.columns), tuple((title, *rest) for title in titles))
