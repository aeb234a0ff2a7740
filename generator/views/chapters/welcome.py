"""A greeting: nothing but what the edition itself says."""

from __future__ import annotations

from generator.views.blocks import Block
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    return []
