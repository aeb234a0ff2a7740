"""The rules of the house and what follows when one is broken, for those who live by them."""

from __future__ import annotations

from generator.views.blocks import Block, Bullets, Note, Run, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    found = [*book.policy("rules")]
    sanctions = book.programme.policies.sanctions
    if sanctions:
        found += [*book.policy("sanctions"), Bullets(book.said(sanctions.ladder_told(book.edition.reader)), "number")]
    practices = [entry for entry in book.design.catalogue.red_list.values() if entry.kind == "practice"]
    if practices:
        found.append(Note(book.label("red_list_never"),
                          tuple(line(Run(entry.title.to(book.language))) for entry in practices), "danger"))
    for key in ("searches", "work", "fees"):
        found += book.policy(key)
    return found
