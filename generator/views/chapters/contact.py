"""Calls, visits and letters, what it costs and what to bring."""

from __future__ import annotations

from generator.views.blocks import Block
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    return [*book.policy("family_contact"), *book.policy("confidentiality"), *book.policy("fees")]
