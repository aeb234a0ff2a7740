"""To whom a resident or a family turns, and for what."""

from __future__ import annotations

from collections.abc import Iterable

from generator.views.blocks import Block, Note, Run, Table, cells, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    roles, language = book.design.catalogue.roles, book.language
    posts: dict[str, list[str]] = {}
    for person in book.programme.staff.values():
        for role in (person.role, *person.also):
            posts.setdefault(role, []).append(person.title.to(language))
    rows = tuple(cells(line(Run(roles[role].title.to(language), bold=True)),
                       roles[role].told(book.edition.reader).to(language), together(titles))
                 for role, titles in posts.items())
    found: list[Block] = []
    if book.programme.duty:
        said = "day_and_night_families" if book.edition.reader == "families" else "day_and_night_text"
        found.append(Note(book.label("day_and_night"), (line(book.label(said)),)))
    return [*found, Table((book.label("role"), book.label("what_for"), book.label("who")), rows, (8, 21, 11))]


def together(titles: Iterable[str]) -> str:
    """``Counsellor 1``, ``Counsellor 2``, ``Nurse`` → ``Counsellor 1, 2, Nurse``."""
    found: list[str] = []
    before = ""
    for title in dict.fromkeys(titles):
        name, _, number = title.rpartition(" ")
        found.append(number if number.isdecimal() and name == before else title)
        before = name if number.isdecimal() else ""
    return ", ".join(found)
