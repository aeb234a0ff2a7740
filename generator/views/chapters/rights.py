"""Rights, the way to complain, leaving, consent, confidentiality."""

from __future__ import annotations

from generator.views.blocks import Block, Facts
from generator.views.book import Book
from generator.views.chapters._visits import visiting_hours


def blocks(book: Book) -> list[Block]:
    found = [*book.policy("rights"), *book.policy("complaints")]
    if rows := book.where_to_complain():
        found.append(Facts(tuple(rows)))
    return [*found, *book.policy("leave"), *book.policy("consent"), *book.policy("confidentiality"),
            *book.policy("family_contact"), *visiting_hours(book)]
