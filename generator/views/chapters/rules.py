"""Rules, what follows when they are broken, and what is never done."""

from __future__ import annotations

from generator.views.blocks import Block, Bullets, Heading, Note, Run, Table, cells, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    found = [*book.policy("rules")]
    sanctions = book.programme.policies.sanctions
    if sanctions:
        found += [*book.policy("sanctions"), Bullets(book.said(sanctions.ladder_told(book.edition.reader)), "number")]
    found += book.policy("forbidden")
    practices = [e for e in book.design.catalogue.red_list.values() if e.kind == "practice"]
    if practices:
        found += [Heading(book.label("red_list"), 2, "red-list"), Note(
            book.label("red_list_never"), tuple(line(Run(e.title.to(book.language), bold=True)) for e in practices),
            "danger")]
        found.append(Table((book.label("never"), book.label("instead")), tuple(
            cells(e.title.to(book.language), e.instead.to(book.language)) for e in practices), (1, 1)))
    for key in ("safeguarding", "searches", "work", "fees"):
        found += book.policy(key)
    return found
