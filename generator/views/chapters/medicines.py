"""Medicines and drug tests."""

from __future__ import annotations

from generator.views.blocks import Block
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    return [*book.policy("medication"), *book.policy("drug_tests")]
