"""Whom the programme is for."""

from __future__ import annotations

from generator.views.blocks import Block, Bullets, Heading, Paragraph, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    target = book.programme.target
    assert target is not None
    found: list[Block] = [Paragraph(line(target.who.to(book.language)))]
    if target.not_yet:
        found += [Heading(book.label("not_yet"), 2, "not-yet"), Bullets(book.said(target.not_yet))]
    return found
