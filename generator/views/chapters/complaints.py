"""What a relative has a right to and how he or she may leave, and where to complain, in the house and outside."""

from __future__ import annotations

from generator.views.blocks import Block, Facts
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    rows = book.where_to_complain()
    return [*book.policy("rights"), *book.policy("leave"), *book.policy("complaints"), *([Facts(tuple(rows))] if rows else [])]
