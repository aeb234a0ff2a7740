"""What a relative does in the programme, and how the family can help with it."""

from __future__ import annotations

from generator.views.blocks import Block, Card, line
from generator.views.book import Book
from generator.views.chapters._cards import by_pillar, how_long, who_leads


def blocks(book: Book) -> list[Block]:
    return by_pillar(book, lambda name: _card(book, name))


def _card(book: Book, name: str) -> Card | None:
    planned, language = book.design.components[name], book.language
    told = planned.component.for_families
    if told is None:
        return None
    pillar = book.design.catalogue.pillars[planned.component.pillar]
    return Card(pillar.letter, pillar.pattern, pillar.colour, line(told.happens.to(language)),
                (how_long(book, planned), who_leads(book, planned)),
                ((book.label("how_to_help"), book.said(told.support)),))
