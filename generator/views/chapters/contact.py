"""Calls, visits and letters, what it costs and what to bring."""

from __future__ import annotations

from generator.views.blocks import Block
from generator.views.book import Book
from generator.views.chapters._visits import visiting_hours


def blocks(book: Book) -> list[Block]:
    return [*book.policy("family_contact"), *visiting_hours(book), *book.policy("confidentiality"), *book.policy("fees")]
