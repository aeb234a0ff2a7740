"""What this book is, and what in it is only an example."""

from __future__ import annotations

from generator.views.blocks import Block, Note, Paragraph, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    found: list[Block] = []
    if book.programme.example:
        found.append(Note(book.label("example"), (line(book.programme.example.to(book.language)),), "warning"))
    found += [
        Paragraph(line(book.label("about_text"))),
        Note(book.words.label("review.title"), (line(book.label("about_review")),), "warning"),
        Paragraph(line(book.label("about_print"))),
    ]
    return found
