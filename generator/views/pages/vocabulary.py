"""The pages that tell the field's own words: glossary, sources, red list, roles, views, requirements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.language import Words
from generator.model.catalogue import RedListEntry
from generator.model.design import Catalogue
from generator.views.blocks import (
    Block,
    Bullets,
    Facts,
    Heading,
    Note,
    Page,
    Paragraph,
    Run,
    Table,
    cells,
    joined,
    line,
    lines,
)
from generator.views.component_chapter import to_component
from generator.views.pages.criteria import criteria_page
from generator.views.pages.facets import facets
from generator.views.pages.related import means
from generator.views.reference_list import reference_lines

FEW = 6
"""Activities that a role's paragraph names; more of them stand on a page of their own."""


def vocabulary_pages(catalogue: Catalogue, words: Words, titles: Mapping[str, str]) -> Iterator[Page]:
    """Every page that tells words and rules rather than activities. ``titles`` are those of all other pages, by path."""
    yield _glossary(catalogue, words)
    yield _references(catalogue, words)
    yield _red_list(catalogue, words)
    yield _roles(catalogue, words)
    yield _frame_of_reference(catalogue, words)
    if catalogue.standards:
        yield criteria_page(catalogue, words)
    if catalogue.requirements.requirements:
        yield _requirements(catalogue, words, titles)


def _glossary(catalogue: Catalogue, words: Words) -> Page:
    language = words.code
    other = "en" if language == "id" else "id"
    blocks: list[Block] = [Paragraph(line(words.label("glossary.text")), "lead")]
    for group in ("people", "substances", "system", "house"):
        terms = sorted(((n, t) for n, t in catalogue.glossary.terms.items() if t.group == group),
                       key=lambda item: item[1].term.to(language).lower())
        if not terms:
            continue
        blocks.append(Heading(words.label(f"glossary.{group}"), 2, group))
        rows = []
        for name, term in terms:
            remark = [words.label(f"glossary.{key}") for key in ("preferred", "legal_only")
                      if getattr(term, key)]
            also = words.label("glossary.also", names=", ".join(term.synonyms)) if term.synonyms else ""
            activities = [to_component(key, component, words) for key, component in catalogue.components.items()
                          if means(term, component)]
            led_to = [" ", words.label("glossary.activities"), " ", *joined(activities)] if activities else []
            rows.append(cells(
                line(Run(term.term.to(language), bold=True, anchor=name), " (",
                     Run(term.term.to(other), lang=other if term.term.to(other) != term.term.to(language) else ""), ")"),
                line(" ".join([term.definition.to(language), *remark]), *led_to), also))
        blocks.append(Table((words.label("glossary.term"), words.label("glossary.meaning"),
                             words.label("glossary.search")), tuple(rows), (2, 4, 2)))
    return Page("glossary", words.label("glossary.title"), words.label("glossary.text"), tuple(blocks))


def _references(catalogue: Catalogue, words: Words) -> Page:
    language = words.code
    blocks: list[Block] = [Paragraph(line(words.label("references.text")), "lead"),
                           Heading(words.label("references.grades"), 2, "grades")]
    blocks.append(Bullets(tuple(
        line(Run(grade.title.to(language), bold=True), ": ", grade.description.to(language))
        for grade in catalogue.evidence_grades.values())))
    blocks.append(Heading(words.label("references.list"), 2, "list"))
    for key, text in reference_lines(catalogue.references, words):
        blocks += [Heading(key, 3, key.lower()), Paragraph(text[1:])]
    return Page("references", words.label("references.title"), words.label("references.text"), tuple(blocks), 0.3)


def _red_list(catalogue: Catalogue, words: Words) -> Page:
    language = words.code
    blocks: list[Block] = [Paragraph(line(words.label("red_list.text")), "lead")]
    for kind in ("practice", "claim", "stigma"):
        entries = [(name, e) for name, e in catalogue.red_list.items() if e.kind == kind]
        if not entries:
            continue
        blocks.append(Heading(words.label(f"red_list.{kind}"), 2, kind))
        blocks.append(Table(
            (words.label("red_list.never"), words.label("red_list.why"), words.label("red_list.instead")),
            tuple(cells(line(Run(e.title.to(language), bold=True, anchor=name)), e.why.to(language),
                        line(e.instead.to(language), *_told_under(catalogue, e, words)))
                  for name, e in entries), (2, 3, 3)))
    return Page("red-list", words.label("red_list.title"), words.label("red_list.text"), tuple(blocks), 1.5)


def _told_under(catalogue: Catalogue, entry: RedListEntry, words: Words) -> list[str | Run]:
    runs = [to_component(name, catalogue.components[name], words) for name in entry.components if name in catalogue.components]
    return [" ", words.label("red_list.told_under"), " ", *joined(runs)] if runs else []


def _roles(catalogue: Catalogue, words: Words) -> Page:
    language = words.code
    blocks: list[Block] = [Paragraph(line(words.label("roles.text")), "lead")]
    leads = {choice.name: choice.components for facet in facets(catalogue, words) if facet.name == "leader"
             for choice in facet.choices}
    for kind in ("staff", "resident", "outside"):
        entries = {n: r for n, r in catalogue.roles.items() if r.kind == kind}
        if not entries:
            continue
        blocks.append(Heading(words.label(f"roles.{kind}"), 2, kind))
        for name, role in entries.items():
            blocks += [Heading(role.title.to(language), 3, name), Paragraph(line(role.description.to(language)))]
            if role.qualification:
                blocks.append(Facts(((words.label("facts.qualification"), role.qualification.to(language)),)))
            if role.tasks:
                blocks.append(Bullets(lines(t.to(language) for t in role.tasks)))
            led = leads.get(name, ())
            if led:
                blocks.append(Paragraph(line(Run(words.label("roles.leads"), bold=True), " ", *(
                    joined(to_component(key, catalogue.components[key], words) for key in led) if len(led) <= FEW
                    else [Run(words.label("roles.leads_many", count=len(led)), to=f"find/leader-{name}")]))))
            if role.safeguards:
                blocks.append(Note(words.label("handbook.safeguards"), lines(t.to(language) for t in role.safeguards)))
    return Page("roles", words.label("roles.title"), words.label("roles.text"), tuple(blocks))


def _frame_of_reference(catalogue: Catalogue, words: Words) -> Page:
    """Dimensions, relapse factors, 4S and 5P: the views by which Indonesian houses describe a programme."""
    language = words.code
    blocks: list[Block] = [Paragraph(line(words.label("views.text")), "lead")]
    groups = (
        ("dimensions", catalogue.dimensions), ("relapse_factors", catalogue.relapse_factors),
        ("4S", {n: s for n, s in catalogue.structures.items() if s.family == "4S"}),
        ("5P", {n: s for n, s in catalogue.structures.items() if s.family == "5P"}),
    )
    for key, entries in groups:
        blocks.append(Heading(words.label(f"views.{key}"), 2, key.lower().replace("_", "-")))
        for name, entry in entries.items():
            blocks += [Heading(entry.title.to(language), 3, name), Paragraph(line(entry.description.to(language)))]
            if getattr(entry, "safe_use", None):
                blocks.append(Paragraph(line(Run(words.label("views.safe_use"), bold=True), " ",
                                             entry.safe_use.to(language))))  # type: ignore[attr-defined]
            found = [to_component(other, component, words) for other, component in catalogue.components.items()
                     if name in (*component.dimensions, *component.relapse_factors, *component.structures)]
            if found:
                blocks.append(Paragraph(line(words.label("views.components"), " ", *joined(found)), "small"))
    return Page("views", words.label("views.title"), words.label("views.text"), tuple(blocks))


def _requirements(catalogue: Catalogue, words: Words, titles: Mapping[str, str]) -> Page:
    """What the study asks for, each with the components, pages, criteria and documents that answer it."""
    language, asked = words.code, catalogue.requirements
    titles = {**titles, **{name: words.label(f"{name.replace('-', '_')}.title")
                           for name in ("glossary", "references", "red-list", "roles", "views", "criteria")}}
    answers: dict[str, list[Run]] = {name: [] for name in asked.requirements}
    for name, component in catalogue.components.items():
        for answered in component.answers:
            answers.setdefault(answered, []).append(to_component(name, component, words))
    blocks: list[Block] = [
        Paragraph(line(words.label("requirements.text", count=len(asked.requirements))), "lead"),
    ]
    for group, title in asked.groups.items():
        blocks.append(Heading(title.to(language), 2, group))
        for name, requirement in asked.requirements.items():
            if requirement.group != group:
                continue
            rows = []
            for key, runs in (
                ("components", answers[name]),
                ("pages", [Run(titles[page], to=page) for page in requirement.pages if page in titles]),
                ("criteria", [Run(f"{c.upper()}: {catalogue.standards[c].statement.to(language)}", to="criteria")
                              for c in requirement.criteria if c in catalogue.standards]),
                ("documents", [Run(words.label(f"documents.{d}")) for d in requirement.documents]),
            ):
                if runs:
                    rows.append(line(Run(words.label(f"requirements.{key}"), bold=True), " ", *joined(runs)))
            blocks += [Heading(name, 3, name.lower()), Paragraph(line(requirement.text.to(language))), Bullets(tuple(rows))]
    return Page("requirements", words.label("requirements.title"),
                words.label("requirements.text", count=len(asked.requirements)), tuple(blocks), 0.3)
