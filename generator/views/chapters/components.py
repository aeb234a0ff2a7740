"""Every component in full, pillar by pillar."""

from __future__ import annotations

from generator.views.blocks import Block, Break, Heading, Paragraph, deeper, line
from generator.views.book import Book
from generator.views.component_chapter import component_chapter


def blocks(book: Book) -> list[Block]:
    catalogue = book.design.catalogue
    found: list[Block] = [Paragraph(line(book.label("components_text")))]
    for reason, text in sorted(book.design.left_out.items()):
        title = catalogue.components[reason].title.to(book.language)
        found.append(Paragraph(line(book.label("left_out", title=title), " ", text.to(book.language)), "small"))
    for pillar, entry in catalogue.pillars.items():
        chosen = [p for p in book.design.components.values() if p.component.pillar == pillar]
        if not chosen:
            continue
        if any(isinstance(block, Heading) and block.anchor.startswith("pillar-") for block in found):
            found.append(Break())
        found += [Heading(entry.title.to(book.language), 1, f"pillar-{pillar}"),
                   Paragraph(line(entry.description.to(book.language)))]
        for planned in chosen:
            found.append(Heading(planned.component.title.to(book.language), 2, planned.name))
            told = component_chapter(catalogue, planned.name, planned.component, book.words, book.design)
            found += deeper(told, 1, planned.name)
    return found
