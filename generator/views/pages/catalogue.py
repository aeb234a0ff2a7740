"""The generated pages of the guide: components and the indexes that lead to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.language import Words
from generator.model.component import Component
from generator.model.design import Catalogue, Design
from generator.views import wording
from generator.views.blocks import (
    Block,
    Bullets,
    Heading,
    Jump,
    Line,
    Mark,
    Page,
    PageBlock,
    PaperChoice,
    PaperSource,
    Paragraph,
    PartEnd,
    PartStart,
    Run,
    Sign,
    Table,
    cells,
    joined,
    line,
    lines,
)
from generator.views.component_chapter import component_chapter, to_component
from generator.views.pages.glance import glance, mark_of, other_facts
from generator.views.pages.paper_parts import FACILITATOR, PARTICIPANT, SHEET, in_parts, sheet_classes, with_participants_sheet
from generator.views.pages.related import related
from generator.views.sheets.guide_code import code_of, page_address


def catalogue_pages(
    catalogue: Catalogue, words: Words, used_in: Mapping[str, Sequence[Design]], address: str = ""
) -> Iterator[Page]:
    """Every page that the catalogue alone makes.

    ``used_in`` tells which programmes run a component, ``address`` where the guide can be reached, if that is known.
    """
    for name, component in catalogue.components.items():
        yield _component(catalogue, name, component, words, used_in.get(name, ()), address)
    yield _all_components(catalogue, words)
    for name, pillar in catalogue.pillars.items():
        found = {n: c for n, c in catalogue.components.items() if c.pillar == name}
        yield _index(mark_of(pillar), f"pillars/{name}", pillar.title.to(words.code),
                     pillar.description.to(words.code), found, words)
    for name in catalogue.phases:
        found = {n: c for n, c in catalogue.components.items() if name in c.phases}
        yield _phase(catalogue, name, found, words)


_OFTEN_WANTED = ("plan", "goes-wrong", "topics", "participant", "worksheet")
"""The parts of a component's long page to which its head leads."""


def _component(
    catalogue: Catalogue, name: str, component: Component, words: Words, used_in: Sequence[Design], address: str
) -> Page:
    language = words.code
    purpose, _facts, *chapter = component_chapter(catalogue, name, component, words)
    sheets = [(sheet, words.label(f"paper.{sheet}")) for sheet in (FACILITATOR, PARTICIPANT)
              if sheet == FACILITATOR or component.for_residents or component.worksheet]
    blocks: list[PageBlock] = [
        purpose, glance(catalogue, component, words),
        PaperChoice(tuple(sheets), tuple(topic.title.to(language) for topic in component.topics),
                    (words.label("paper.topic"), words.label("paper.no_topic"))),
        *other_facts(catalogue, component, words), *with_participants_sheet(chapter, component, words)]
    path = f"components/{name}"
    parts = [Run(block.text, to=f"{path}#{block.anchor}") for block in blocks
             if isinstance(block, Heading) and block.anchor in _OFTEN_WANTED]
    blocks.insert(1, Jump(line(words.label("component.jump"), " ", *joined(parts))))
    places: list[Line] = [
        line(words.label("component.in_pillar"), " ",
             Run(catalogue.pillars[component.pillar].title.to(language), to=f"pillars/{component.pillar}"))
    ]
    phases = [Run(catalogue.phases[phase].title.to(language), to=f"phases/{phase}") for phase in component.phases]
    if phases:
        places.append(line(words.label("component.in_phases"), " ", *joined(phases)))
    places += related(catalogue, name, words)
    for design in used_in:
        title = design.programme.title.to(language) if design.programme.title else design.name
        organisation = design.programme.organisation.name if design.programme.organisation else ""
        places.append(line(words.label("component.in_programme"), " ",
                           Run(f"{title}, {organisation}", to=f"programmes/{design.name}/index")))
    blocks += [Heading(words.label("component.see_also"), 2, "see-also"), Bullets(tuple(places))]
    alone, with_topics = sheet_classes(component, words)
    blocks = [PartStart(f"{SHEET} {alone}".strip()), *in_parts(blocks, with_topics), _source(path, words, address), PartEnd()]
    return Page(path, component.title.to(language), component.purpose.to(language), tuple(blocks), 2.0)


def _source(path: str, words: Words, address: str) -> PaperSource:
    """Where the page comes from, with a code to be scanned where the guide has an address."""
    whole = page_address(address, path, words)
    text = words.label("paper.source", guide=words.label("guide.site_name"), page=whole or f"{path}.html")
    return PaperSource(text, code_of(whole).svg if whole else "", words.label("paper.code", address=whole) if whole else "")


def _rows(components: Mapping[str, Component], words: Words) -> tuple[tuple[Line, ...], ...]:
    ordered = sorted(components.items(), key=lambda item: item[1].title.to(words.code).lower())
    return tuple(
        cells(line(to_component(name, component, words)), component.purpose.to(words.code),
              wording.minutes(words, component.minutes))
        for name, component in ordered
    )


def _table(components: Mapping[str, Component], words: Words) -> Table:
    return Table((words.label("index.component"), words.label("index.purpose"), words.label("index.minutes")),
                 _rows(components, words), (2, 4, 1))


def _index(mark: Mark, path: str, title: str, description: str, components: Mapping[str, Component], words: Words) -> Page:
    blocks: list[PageBlock] = [Sign(mark, line(description))]
    blocks.append(_table(components, words) if components else Paragraph(line(words.label("index.none"))))
    return Page(path, title, description, tuple(blocks))


def _phase(catalogue: Catalogue, name: str, components: Mapping[str, Component], words: Words) -> Page:
    phase, language = catalogue.phases[name], words.code
    blocks: list[Block] = [Paragraph(line(phase.description.to(language)), "lead")]
    if phase.aims:
        blocks += [Heading(words.label("index.aims"), 2, "aims"), Bullets(lines(a.to(language) for a in phase.aims))]
    if phase.move_on_when:
        blocks += [Heading(words.label("index.move_on"), 2, "move-on"),
                   Bullets(lines(m.to(language) for m in phase.move_on_when), "tick")]
    blocks += [Heading(words.label("index.components"), 2, "components"),
               _table(components, words) if components else Paragraph(line(words.label("index.none")))]
    return Page(f"phases/{name}", phase.title.to(language), phase.description.to(language), tuple(blocks))


def _all_components(catalogue: Catalogue, words: Words) -> Page:
    blocks: list[PageBlock] = [Paragraph(line(words.label("index.all_text", count=len(catalogue.components))), "lead"),
                               Paragraph(line(Run(words.label("find.title"), to="find")))]
    for name, pillar in catalogue.pillars.items():
        found = {n: c for n, c in catalogue.components.items() if c.pillar == name}
        if found:
            blocks += [Heading(f"{pillar.letter} · {pillar.title.to(words.code)}", 2, name),
                       Sign(mark_of(pillar), line(pillar.description.to(words.code))), _table(found, words)]
    title = words.label("index.all")
    return Page("components/index", title, words.label("index.all_text", count=len(catalogue.components)), tuple(blocks))
