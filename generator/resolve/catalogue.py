"""The catalogue's cross-references: every name in it names something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model.catalogue import (
    CATALOGUE_KINDS,
    SINGLE_FILES,
    Glossary,
    MaterialKinds,
    Questions,
    References,
    Requirements,
    Synonyms,
)
from generator.model.component import Component
from generator.model.design import Catalogue
from generator.model.values import Described
from generator.problem import Problem
from generator.resolve.unknown import unknown_name
from generator.source import Path_, Source

Things = Mapping[tuple[str, str], Described]
Sources = Mapping[tuple[str, str], Source]


def resolve_catalogue(
    things: Things, sources: Sources, left_out: Iterable[tuple[str, str]]
) -> tuple[Catalogue, list[Problem]]:
    """The catalogue with every name in it checked. A component that names something unknown is left out."""
    left_out = set(left_out)
    kinds: dict[str, dict[str, Any]] = {kind: {} for kind in CATALOGUE_KINDS}
    for (kind, name), thing in things.items():
        if kind in kinds:
            kinds[kind][name] = thing
    for kind, entries in kinds.items():
        kinds[kind] = dict(sorted(entries.items(), key=lambda item: (getattr(item[1], "order", 0), item[0])))
    glossary = things.get(("glossary", "glossary"), Glossary(terms={}))
    references = things.get(("references", "references"), References(references={}))
    requirements = things.get(("requirements", "requirements"), Requirements(groups={}, requirements={}))
    synonyms = things.get(("synonyms", "synonyms"), Synonyms(groups={}))
    questions = things.get(("questions", "questions"), Questions(pages={}))
    materials = things.get(("materials", "materials"), MaterialKinds(kinds={}))
    assert isinstance(synonyms, Synonyms) and isinstance(questions, Questions) and isinstance(materials, MaterialKinds)
    assert isinstance(glossary, Glossary) and isinstance(references, References) and isinstance(requirements, Requirements)

    known = {kind: set(entries) | {name for k, name in left_out if k == kind} for kind, entries in kinds.items()}
    known["references"] = set(references.references)
    known["requirements"] = set(requirements.requirements)
    lost = {kind for kind in SINGLE_FILES if (kind, kind) in left_out}
    if not requirements.requirements:
        lost.add("requirements")  # a catalogue of one's own need not answer the study
    problems: list[Problem] = []
    for name, component in list(kinds["components"].items()):
        source = sources["components", name]
        found = [
            unknown_name(source.at(*path), kind, used, known[kind])
            for path, kind, used in names_in(component)
            if used not in known[kind] and kind not in lost
        ]
        problems += found
        if found:
            del kinds["components"][name]
            left_out.add(("components", name))
    problems += _requirements(requirements, sources, known["standards"])
    for kind in ("forms", "red-list"):
        for name, entry in kinds[kind].items():
            problems += _components(sources[kind, name], ("components",), entry.components, known)
    for name, needed in materials.kinds.items():
        problems += _components(sources["materials", "materials"], ("kinds", name, "components"), needed.components, known)
    problems += _pages_sought(synonyms, questions, sources, {**known, "glossary": set(glossary.terms)})
    if synonyms.groups:
        problems += _urgent_words(synonyms, sources["synonyms", "synonyms"])
    catalogue = Catalogue(
        **{kind.replace("-", "_"): entries for kind, entries in kinds.items()},
        glossary=glossary, references=references, requirements=requirements, synonyms=synonyms, questions=questions,
        materials=materials,
        sources=dict(sources), left_out=frozenset(left_out),
    )
    return catalogue, problems


def names_in(component: Component) -> Iterator[tuple[Path_, str, str]]:
    """Every name a component uses, with where it stands and what kind of thing it names."""
    yield ("pillar",), "pillars", component.pillar
    lists: tuple[tuple[str, str], ...] = (
        ("dimensions", "dimensions"), ("relapse_factors", "relapse-factors"), ("structures", "structures"),
        ("phases", "phases"), ("stands_in_for", "components"), ("see_also", "components"), ("after", "components"),
        ("builds_on", "components"), ("instead_of", "components"),
    )
    for key, kind in lists:
        for i, name in enumerate(getattr(component, key)):
            yield (key, i), kind, name
    for key in ("roles", "co_lead"):
        for i, name in enumerate(getattr(component.led_by, key)):
            yield ("led_by", key, i), "roles", name
    if component.led_by.resident:
        yield ("led_by", "resident"), "roles", component.led_by.resident
    if component.alternative:
        for i, name in enumerate(component.alternative.roles):
            yield ("alternative", "roles", i), "roles", name
    for i, name in enumerate(component.room.features):
        yield ("room", "features", i), "features", name
    for i, name in enumerate(component.evidence.references):
        yield ("evidence", "references", i), "references", name
    for i, name in enumerate(component.answers):
        yield ("answers", i), "requirements", name


def _requirements(requirements: Requirements, sources: Sources, standards: Iterable[str]) -> Iterator[Problem]:
    for name, requirement in requirements.requirements.items():
        source, path = sources["requirements", "requirements"], ("requirements", name)
        if requirement.group not in requirements.groups:
            yield unknown_name(source.at(*path, "group"), "groups", requirement.group, requirements.groups)
        for i, criterion in enumerate(requirement.criteria):
            if criterion not in standards:
                yield unknown_name(source.at(*path, "criteria", i), "standards", criterion, standards)


def _components(source: Source, path: Path_, names: Iterable[str], known: Mapping[str, set[str]]) -> Iterator[Problem]:
    """The names in a list of components that nobody knows."""
    for i, name in enumerate(names):
        if name not in known["components"]:
            yield unknown_name(source.at(*path, i), "components", name, known["components"])


def pages_sought(synonyms: Synonyms, questions: Questions) -> Iterator[tuple[str, Path_, str]]:
    """Every page that words of a search lead to: the file that says so (a kind of the catalogue), where in it, the page."""
    for name, group in synonyms.groups.items():
        if group.page:
            yield "synonyms", ("groups", name, "page"), group.page
        for i, page in enumerate(group.also):
            yield "synonyms", ("groups", name, "also", i), page
    for page in questions.pages:
        yield "questions", ("pages", page), page


def _pages_sought(
    synonyms: Synonyms, questions: Questions, sources: Sources, known: Mapping[str, set[str]]
) -> Iterator[Problem]:
    """Pages made from the catalogue can be checked here; those that people wrote are checked where the guide is made."""
    for file, place, page in pages_sought(synonyms, questions):
        kind, _, used = page.replace("#", "/").partition("/")
        if kind in ("components", "pillars", "phases", "roles", "glossary") and used not in ("", "index", *known[kind]):
            yield unknown_name(sources[file, file].place(*place), kind, used, known[kind])


def _urgent_words(synonyms: Synonyms, source: Source) -> Iterator[Problem]:
    for name, group in synonyms.groups.items():
        for i, word in enumerate(group.urgent.words if group.urgent else ()):
            if word not in (*group.id, *group.en):
                yield unknown_name(source.place("groups", name, "urgent", "words", i), "words", word, (*group.id, *group.en))
