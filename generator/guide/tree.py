"""The guide's source tree in one language: hand-written and generated pages as plain Markdown, with what they use."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.build import Built, used_in
from generator.formats import Materials
from generator.formats._terms import Terms
from generator.formats.markdown import make as as_markdown
from generator.gather import House
from generator.guide.breadcrumbs import with_crumbs
from generator.guide.drawings import illustrated, subject_of
from generator.guide.edition import dated
from generator.guide.foreign_words import marked
from generator.guide.mentions import mentions
from generator.guide.navigation import navigation, title_of
from generator.guide.tables import labelled
from generator.language import Words
from generator.problem import Fault, Location, Problem
from generator.resolve import pages_sought, unknown_name
from generator.search.pages_read import read_page
from generator.templates import Templates
from generator.views.blocks import Page
from generator.views.pages.catalogue import catalogue_pages
from generator.views.pages.find import find_pages
from generator.views.pages.forms import Mentions, form_pages
from generator.views.pages.programme import programme_pages
from generator.views.pages.programmes import programmes_page
from generator.views.pages.vocabulary import vocabulary_pages

FIRST = "id"
"""The language at the root of the site; the others lie below their code."""


def pages(
    house: House, built: Sequence[Built], words: Words, written: Mapping[str, str] | None = None,
    mentioned: Mentions | None = None,
) -> list[Page]:
    """Every generated page in one language.

    ``written`` are the hand-written ones, path → title; ``mentioned`` tells which of them lead to a generated page.
    """
    address = next((one.design.programme.guide_address for one in built if one.design.programme.guide_address), "")
    found = list(catalogue_pages(house.catalogue, words, used_in(one.design for one in built), address))
    found += find_pages(house.catalogue, words)
    found += form_pages(house.catalogue, words, mentioned or {})
    found.append(programmes_page([one.design for one in built], list(house.designs.values()), words, written or {}))
    for one in built:
        found += programme_pages(one.design, one.weeks, one.verdicts, one.design.words({words.code: words})[words.code])
    titles = {**(written or {}), **{page.path: page.title for page in found}}
    return found + list(vocabulary_pages(house.catalogue, words, titles))


def hand_written(code: str, roots: Sequence[Path]) -> dict[str, bytes]:
    """The pages people wrote in one language, with pictures and styles: file below ``docs`` → content."""
    files: dict[str, bytes] = {}
    for root in reversed(roots):
        # A language without pages of its own borrows the first one's: better a home in Indonesian than none.
        for folder in (root / "docs" / "assets", root / "docs" / FIRST, root / "docs" / code):
            for path in sorted(folder.rglob("*")):
                if path.is_file() and "develop" not in path.relative_to(folder).parts:
                    inside = path.relative_to(folder).as_posix()
                    files[f"assets/{inside}" if folder.name == "assets" else inside] = path.read_bytes()
    return files


def sources(
    house: House, built: Sequence[Built], words: Words, templates: Templates, roots: Sequence[Path]
) -> dict[str, bytes]:
    """The guide's source tree in one language, without its search: file below ``docs`` → content."""
    files = hand_written(words.code, roots)
    materials, subject = Materials(templates), subject_of(house, built, words)
    for name, content in files.items():
        if name.endswith(".md"):
            shown = f"docs/{words.code}/{name}"
            _readable(shown, content)
            files[name] = illustrated(marked(content.decode(), words.code), shown, subject, materials).encode()
    written = {name.removesuffix(".md"): html.unescape(title_of(content))
               for name, content in files.items() if name.endswith(".md")}
    for page in pages(house, built, words, written, mentions(files, written)):
        files[f"{page.path}.md"] = as_markdown(page, materials)
    terms = Terms.of(house.catalogue, words)
    for name, content in files.items():
        # A week's page is a table of clock times; it explains no words.
        if name.endswith(".md") and "/week-" not in name:
            files[name] = terms.explained(content.decode(), name.removesuffix(".md")).encode()
        if name.endswith(".md"):
            files[name] = labelled(files[name].decode()).encode()
    told_by = {html.escape(pillar.title.to(words.code)): f"pillars/{name}.md"
               for name, pillar in house.catalogue.pillars.items()}
    files |= with_crumbs(files, navigation(files, words, house), words, told_by)
    _pages_sought(house, files)
    _sections_sought(house, files, words.code)
    return dict(sorted(dated(files, words).items()))


def _pages_sought(house: House, tree: Mapping[str, bytes]) -> None:
    """Raises the problem of a word that leads to a page which is not there: hand-written pages are known only here."""
    known = {name.removesuffix(".md") for name in tree if name.endswith(".md")}
    for file, path, page in pages_sought(house.catalogue.synonyms, house.catalogue.questions):
        named = page.partition("#")[0]
        if not {named, f"{named}/index"} & known and not named.startswith("programmes/"):
            raise Fault(unknown_name(house.catalogue.sources[file, file].place(*path), "pages", named, known))


def _sections_sought(house: House, tree: Mapping[str, bytes], code: str) -> None:
    """Raises the problem of an urgent word whose way leads to no section of a page."""
    for name, group in house.catalogue.synonyms.groups.items():
        if not group.urgent or code not in group.urgent.ways:
            continue
        way = group.urgent.ways[code]
        page = way.partition("#")[0]
        content = tree.get(f"{page}.md")
        sections = [f"{page}#{part.anchor}" for part in read_page(f"{page}.md", content.decode()).sections] if content else []
        if way not in sections:
            place = house.catalogue.sources["synonyms", "synonyms"].place("groups", name, "urgent", "ways", code)
            known = sections or [file.removesuffix(".md") for file in tree if file.endswith(".md")]
            raise Fault(unknown_name(place, "pages", way if sections else page, known))


def _readable(shown: str, content: bytes) -> None:
    """Raises the problem of a page that was not saved as UTF-8."""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        raise Fault(Problem(Location(shown, line, column), "TC102", {"byte": f"0x{content[error.start]:02X}"})) from error
