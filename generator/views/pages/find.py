"""Finding without searching: one page that is shortened by ticking boxes, and a plain page for every box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.language import Words
from generator.model.component import Component
from generator.model.design import Catalogue
from generator.views import wording
from generator.views.blocks import (
    Bullets,
    Choosing,
    Finder,
    Found,
    Heading,
    Line,
    Page,
    PageBlock,
    Paragraph,
    Run,
    Table,
    Ticked,
    cells,
    joined,
    line,
)
from generator.views.component_chapter import component_facts, to_component
from generator.views.pages.facets import Choice, Facet, facets
from generator.views.pages.glance import mark_of

SAID = ("all", "some", "none", "drop", "chosen", "reset", "label", "share")
SHOWN = ("phases", "minutes", "group_size", "led_by")
"""The facts by which somebody decides, beside title, pillar and purpose."""


def find_pages(catalogue: Catalogue, words: Words) -> Iterator[Page]:
    """The page to choose on, and an index page for each value that has none of its own yet."""
    ways = facets(catalogue, words)
    yield _find(catalogue, ways, words)
    for facet in ways:
        for choice in facet.choices:
            if choice.page.startswith("find/"):
                yield _index(catalogue, facet, choice, words)


def _find(catalogue: Catalogue, ways: tuple[Facet, ...], words: Words) -> Page:
    text = words.label("find.text", count=len(catalogue.components))
    groups = tuple(
        Choosing(facet.name, facet.title, tuple(Ticked(c.name, c.title, len(c.components)) for c in facet.choices))
        for facet in ways)
    found = tuple(_found(catalogue, name, component, ways, words) for name, component in _by_title(catalogue, words))
    blocks: list[PageBlock] = [
        Paragraph(line(text), "lead"),
        # Before the list, which is long where nothing shortens it.
        Paragraph(line(words.label("find.lists_first"), " ", *joined(
            Run(facet.title, to=f"find#by-{facet.name}") for facet in ways), "."), "find-ways"),
        Finder(groups, found, tuple((key, words.label(f"find.said.{key}")) for key in SAID)),
        Heading(words.label("find.lists"), 2, "lists"), Paragraph(line(words.label("find.lists_text"))),
    ]
    for facet in ways:
        blocks += [Heading(facet.title, 3, f"by-{facet.name}"), Bullets(tuple(
            line(Run(choice.title, to=choice.page), f" ({len(choice.components)})") for choice in facet.choices))]
    return Page("find", words.label("find.title"), text, tuple(blocks))


def _found(catalogue: Catalogue, name: str, component: Component, ways: Iterable[Facet], words: Words) -> Found:
    facts = component_facts(catalogue, component, words, component.minutes, SHOWN)
    values = ((facet.name, " ".join(choice.name for choice in facet.choices if name in choice.components)) for facet in ways)
    return Found(line(to_component(name, component, words)), mark_of(catalogue.pillars[component.pillar]),
                 component.purpose.to(words.code), " · ".join(value for _label, value in facts), tuple(values))


def _index(catalogue: Catalogue, facet: Facet, choice: Choice, words: Words) -> Page:
    title = words.label("find.index_title", facet=facet.title, choice=choice.title)
    count = words.label("find.index_text", count=len(choice.components), total=len(catalogue.components))
    fitting = [(name, component) for name, component in _by_title(catalogue, words) if name in choice.components]
    blocks: list[PageBlock] = [Paragraph(line(choice.text), "lead")] if choice.text else []
    blocks += [
        Paragraph(line(count, " ", Run(words.label("find.back"), to="find"))),
        Table((words.label("index.component"), words.label("index.purpose"), words.label("index.minutes"),
               words.label("facts.led_by")),
              tuple(_row(catalogue, name, component, words) for name, component in fitting), (2, 4, 1, 2)),
    ]
    return Page(choice.page, title, choice.text or f"{title}. {count}", tuple(blocks))


def _row(catalogue: Catalogue, name: str, component: Component, words: Words) -> tuple[Line, ...]:
    leaders = wording.either(words, (
        catalogue.roles[role].title.to(words.code) for role in component.led_by.roles if role in catalogue.roles))
    return cells(line(to_component(name, component, words)), component.purpose.to(words.code),
                 wording.minutes(words, component.minutes), wording.sentence(leaders))


def _by_title(catalogue: Catalogue, words: Words) -> list[tuple[str, Component]]:
    return sorted(catalogue.components.items(), key=lambda item: item[1].title.to(words.code).lower())
