"""Drawings in pages that people wrote: a line ``<!-- diagram: phases -->`` becomes the drawing of that name."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.build import Built
from generator.formats import Materials
from generator.formats.svg import drawn
from generator.gather import House
from generator.guide.tables import cells_of, plain
from generator.language import Words
from generator.problem import Fault, Location, Problem
from generator.views.diagrams import Subject, diagrams

_ASKED = re.compile(r"^<!-- *diagram: *([\w-]+) *-->\s*$")


def subject_of(house: House, built: Sequence[Built], words: Words) -> Subject:
    """What the drawings of a guide are made from: its first residential programme, and its weeks where there are some."""
    for one in built:
        if one.weeks and one.design.programme.residential:
            return Subject(house.catalogue, words, one.design, one.weeks)
    found = [design for _, design in sorted(house.designs.items()) if design.programme.residential]
    return Subject(house.catalogue, words, next(iter(found), None))


def illustrated(markdown: str, shown: str, subject: Subject, materials: Materials) -> str:
    """The page with its drawings; ``shown`` is its file, for a name that no drawing has."""
    if "<!-- diagram:" not in markdown.replace("<!--diagram:", "<!-- diagram:"):
        return markdown
    return "\n".join(_lines(markdown.split("\n"), shown, subject, materials))


def _lines(lines: Sequence[str], shown: str, subject: Subject, materials: Materials) -> Iterator[str]:
    for number, text in enumerate(lines):
        asked = _ASKED.match(text)
        yield _drawing(asked[1], lines, number, shown, subject, materials) if asked else text


def _drawing(
    name: str, lines: Sequence[str], number: int, shown: str, subject: Subject, materials: Materials
) -> str:
    known = diagrams()
    if name not in known:
        raise Fault(Problem(Location(shown, number + 1, 1), "TC607", {
            "kind": subject.words.label("values.kind.diagrams"), "name": name, "choices": ", ".join(sorted(known))}))
    view = known[name].draw(replace(subject, rows=_table(lines[number + 1:])))
    if view is None:
        return ""
    svg = drawn(view, materials, inline=True, template=known[name].TEMPLATE).strip()
    scrolls = ' class="chart" tabindex="0"' if name == "week" else ' class="diagram"'
    caption = getattr(view, "caption", "") or getattr(view, "title", "")
    return f"<figure{scrolls} data-search-exclude>\n{svg}\n<figcaption>{html.escape(caption)}</figcaption>\n</figure>"


def _table(lines: Sequence[str]) -> list[list[str]]:
    """The next table in plain words, without the line that rules it off."""
    rows: list[list[str]] = []
    for text in lines:
        if text.startswith("|"):
            rows.append([plain(cell) for cell in cells_of(text)])
        elif rows or text.startswith("#"):
            break
    return [row for number, row in enumerate(rows) if number != 1]
