"""What can be found: every page with its sections, told apart by what kind of place it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.language import Text, Words
from generator.model.component import Component
from generator.model.design import Catalogue
from generator.search.pages_read import PageRead, Section, read_page
from generator.views import wording

LONG, SHORT = 100, 58
"""Characters of a section kept to be shown under a result."""
TOLD = {"goes-wrong": 120, "safety": LONG, "topic": SHORT}
"""The parts of a component of which more than the heading is shown."""
PASSED_OVER = ("see-also", "evidence", "indicators", "prepare")
"""The parts of a component that only mention what other pages tell."""
ASIDE = ("participant", "worksheet", "adaptations", "objectives")
"""The parts of a component in which a word weighs little."""


@dataclass(frozen=True)
class Part:
    """One place on a page that a result can lead to."""

    heading: str
    anchor: str
    text: str
    shown: int = LONG
    aside: bool = False
    """Whether its words weigh little wherever they stand."""


@dataclass(frozen=True)
class Place:
    """One result: a page, or a word of the glossary, or a role, which have an anchor for a page."""

    path: str
    """``components/meditation``, ``glossary#craving``."""
    title: str
    kind: str
    """A label ``search.kinds.…`` of the language file."""
    weight: float
    description: str = ""
    also: tuple[str, ...] = ()
    """Other names by which people ask for it."""
    facts: tuple[str, ...] = ()
    """The pillar's letter, pattern, colour and title; phases, minutes, leader."""
    parts: tuple[Part, ...] = field(default=(), repr=False)
    asked: tuple[str, ...] = ()
    """Questions it answers, in the words of people who do not know its name."""


WEIGHTS = {"component": 1.25, "page": 1.5, "term": 1, "role": 0.95, "index": 1.1, "form": 1.5, "programme": 0.6,
           "week": 0.25, "appendix": 0.35}

URGENT = 1.7
"""Pages somebody may need this minute."""


def places(tree: Mapping[str, bytes], catalogue: Catalogue, words: Words) -> list[Place]:
    """Everything that the search can find in one language's finished tree."""
    found: list[Place] = []
    for name, content in sorted(tree.items()):
        if not name.endswith(".md") or name == "404.md":
            continue
        page = read_page(name, content.decode())
        folder, _, last = page.path.partition("/")
        if folder == "components" and last in catalogue.components:
            found.append(_component(page, catalogue.components[last], catalogue, words))
        elif page.path == "glossary":
            found += [_whole(page, "page", words, parts=()), *_terms(catalogue, words)]
        elif page.path == "roles":
            found += [_whole(page, "page", words, parts=()), *_roles(page, catalogue, words)]
        elif page.path == "red-list":  # what must not be said or done is asked for in those very words
            found.append(_whole(page, "page", words, also=tuple(
                phrase for entry in catalogue.red_list.values() if entry.kind != "practice" for phrase in entry.phrases)))
        elif page.path == "criteria":  # each repeats what has pages of its own
            found.append(_whole(page, "page", words, parts=()))
        elif page.path in ("references", "requirements"):
            found.append(_whole(page, "appendix", words, parts=[
                Part("", "", " ".join(f"{part.heading} {part.text}" for part in page.sections), 0)]))
        elif folder == "programmes" and last.count("/"):
            kind = "week" if "/week-" in page.path else "programme"
            found.append(_whole(page, kind, words, parts=()))
        elif folder == "programmes":
            found.append(_whole(page, "index" if last == "index" else "programme", words))
        elif folder in ("pillars", "phases"):
            kind = words.label(f"facts.{'pillar' if folder == 'pillars' else 'phases'}")
            parts = () if folder == "pillars" else None
            also = (f"{kind} {page.title}", f"{words.label('index.component')} {page.title}")
            found.append(_whole(page, "index", words, parts, also))
        elif folder in ("find", "index") or last == "index":
            found.append(_whole(page, "index", words, parts=()))  # lists of what has pages of its own
        elif folder == "forms":  # its title alone may be that of what it is for: “complaint”
            form = words.label("search.kinds.form")
            found.append(_whole(page, "form", words, parts=(), also=(f"{form} {page.title}", f"{page.title} {form}")))
        else:
            found.append(_whole(page, "page", words))
    asked = catalogue.questions.pages
    return [replace(place, asked=getattr(asked[place.path], words.code, ())) if place.path in asked else place
            for place in found]


def _whole(
    page: PageRead, kind: str, words: Words, parts: Iterable[Part] | None = None, also: tuple[str, ...] = ()
) -> Place:
    if parts is None:
        parts = [Part(part.heading if part.level > 1 else "", part.anchor, part.text) for part in page.sections]
    weight = URGENT if page.path == "safety" or page.path.startswith("safe/") else WEIGHTS[kind]
    return Place(page.path, page.title, kind, weight, page.description, also, (), tuple(parts))


def _component(page: PageRead, component: Component, catalogue: Catalogue, words: Words) -> Place:
    language = words.code
    pillar = catalogue.pillars[component.pillar]
    phases = wording.listed(words, (catalogue.phases[name].title.to(language) for name in component.phases))
    leader = wording.either(words, (
        catalogue.roles[name].title.to(language) for name in component.led_by.roles if name in catalogue.roles))
    facts = (pillar.letter, pillar.pattern, pillar.colour, pillar.title.to(language), phases,
             wording.minutes(words, component.minutes), leader)
    also = (*others(component.title, language), *component.house_words)
    return Place(page.path, page.title, "component", WEIGHTS["component"], page.description, also, facts,
                 tuple(_component_parts(page.sections)))


def _component_parts(sections: Iterable[Section]) -> Iterator[Part]:
    """Steps belong to the plan they are part of; a topic stands by itself."""
    above: Section | None = None
    texts: list[str] = []

    def done() -> Iterator[Part]:
        if above:
            kind = "topic" if above.anchor.startswith("topic-") else above.anchor
            if kind not in PASSED_OVER:
                heading = "" if above.level == 1 else above.heading
                yield Part(heading, above.anchor, " ".join(texts), TOLD.get(kind, 0), kind in ASIDE)

    for section in sections:
        if section.anchor.startswith("step-") and above:
            texts += [section.heading, section.text]
            continue
        yield from done()
        above, texts = section, [section.text]
    yield from done()


def _terms(catalogue: Catalogue, words: Words) -> Iterator[Place]:
    language = words.code
    for name, term in catalogue.glossary.terms.items():
        said = term.definition.to(language)
        yield Place(f"glossary#{name}", term.term.to(language), "term", WEIGHTS["term"], said,
                    (*others(term.term, language), *term.synonyms))


def _roles(page: PageRead, catalogue: Catalogue, words: Words) -> Iterator[Place]:
    texts = {part.anchor: part.text for part in page.sections}
    for name, role in catalogue.roles.items():
        yield Place(f"roles#{name}", role.title.to(words.code), "role", WEIGHTS["role"], role.description.to(words.code),
                    others(role.title, words.code), parts=(Part("", name, texts.get(name, ""), 0),))


def others(text: Text, language: str) -> tuple[str, ...]:
    """The same in the other languages: people type what they have heard."""
    return tuple(phrase for code, phrase in text if code != language)
