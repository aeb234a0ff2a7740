"""What a resident does in the programme, told to him or her in plain words."""

from __future__ import annotations

from generator.views.blocks import Block, Card, Fact, line
from generator.views.book import Book
from generator.views.chapters._cards import by_pillar, how_long, who_leads, with_whom
from generator.views.wording import sentence


def blocks(book: Book) -> list[Block]:
    return by_pillar(book, lambda name: _card(book, name))


def _card(book: Book, name: str) -> Card | None:
    planned, language = book.design.components[name], book.language
    component, told = planned.component, planned.component.for_residents
    if told is None:
        return None
    facts = [how_long(book, planned), with_whom(book, planned), who_leads(book, planned)]
    if component.voluntary:
        other = component.alternative
        text = book.label("choice_or", other=other.title.to(language)) if other else book.label("choice_free")
        facts.append(Fact("choice", book.label("choice"), sentence(text)))
    pillar = book.design.catalogue.pillars[component.pillar]
    return Card(pillar.letter, pillar.pattern, pillar.colour, line(told.about.to(language)), tuple(facts), (
        (book.label("what_happens"), book.said(told.happens)), (book.label("my_rights"), book.said(told.rights))))
