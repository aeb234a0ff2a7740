"""Marks that say what output was made from: equal marks mean equal bytes, without making them to find out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from generator.formats import Materials
from generator.gather import House
from generator.language import Words
from generator.libraries import version

LIBRARIES = ("babel", "icalendar", "jinja2", "markdown", "mkdocs", "mkdocs-material", "openpyxl", "pikepdf", "pypandoc_binary",
             "segno", "typst")
"""Whose version decides what a file looks like; the calendar's are in the timetable's file."""


def mark_of(parts: Iterable[tuple[str, bytes]]) -> str:
    """One short mark for named parts, in their order."""
    digest = hashlib.sha256()
    for name, content in parts:
        digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return digest.hexdigest()[:32]


def read_by_all(house: House, words: Mapping[str, Words]) -> list[tuple[str, bytes]]:
    """What every output depends on: the files read, the words of the languages, this program and its libraries."""
    return [*sorted((name, text.encode()) for name, text in house.texts.items()),
            *((code, repr(said.tree).encode()) for code, said in words.items()), *_program()]


def documents_mark(house: House, words: Mapping[str, Words], materials: Materials, timetable: bytes) -> str:
    """What the whole of a programme's documents is made from; ``timetable`` is the file in which its weeks are kept."""
    templates = [(f"{folder.name}/{path.relative_to(folder).as_posix()}", path.read_bytes())
                 for folder in materials.templates.folders for path in sorted(folder.rglob("*"))
                 if path.is_file() and not {"fonts", "site", "publish", "languages"} & set(path.relative_to(folder).parts)]
    return mark_of([*read_by_all(house, words), *templates, *sorted(materials.pictures.items()),
                    ("timetable", timetable), ("stamp", str(materials.stamp).encode())])


@cache
def _program() -> tuple[tuple[str, bytes], ...]:
    here = Path(__file__).parent
    code = [(path.relative_to(here).as_posix(), path.read_bytes()) for path in sorted(here.rglob("*.py"))]
    return (*code, *((name, version(name).encode()) for name in LIBRARIES))
