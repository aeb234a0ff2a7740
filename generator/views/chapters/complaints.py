"""Where to complain, in the house and outside."""

from __future__ import annotations

from generator.views.blocks import Block, Facts
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    organisation = book.programme.organisation
    assert organisation is not None
    inside = organisation.complaints_inside
    rows = [(book.label("inside"), inside.to(book.language))] if inside else []
    rows += book.outside()
    return [*book.policy("complaints"), *([Facts(tuple(rows))] if rows else [])]
