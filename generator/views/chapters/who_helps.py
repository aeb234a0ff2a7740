"""To whom a resident or a family turns, and for what."""

from __future__ import annotations

from generator.views.blocks import Block, Note, Run, Table, cells, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    roles, language = book.design.catalogue.roles, book.language
    posts: dict[str, list[str]] = {}
    for person in book.programme.staff.values():
        for role in (person.role, *person.also):
            posts.setdefault(role, []).append(person.title.to(language))
    rows = tuple(cells(line(Run(roles[role].title.to(language), bold=True)), roles[role].description.to(language),
                       ", ".join(dict.fromkeys(titles))) for role, titles in posts.items())
    found: list[Block] = [Table((book.label("role"), book.label("what_for"), book.label("who")), rows, (3, 5, 4))]
    if book.programme.duty:
        found.append(Note(book.label("day_and_night"), (line(book.label("day_and_night_text")),)))
    return found
