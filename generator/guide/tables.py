"""Tables that become cards on a phone: every cell carries the name of its column, written into the Markdown.

Works on the finished Markdown of a page, hand-written or generated, so that both are treated alike, also without scripts.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_RULE = re.compile(r"^\|(?:\s*:?-+:?\s*\|)+\s*$")
_PIPE = re.compile(r"(?<!\\)\|")
_MARKED = re.compile(r"\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?|<[^>]+>|[*`]|\{[^}]*\}")
MOST_COLUMNS = 6
"""A wider table is one of numbers, which only make sense side by side; it scrolls in its frame."""


def labelled(markdown: str) -> str:
    """The page with ``data-label`` at the cells of its tables, as the attribute lists of Markdown write it."""
    return "\n".join(_lines(markdown.split("\n")))


def _lines(lines: list[str]) -> Iterator[str]:
    header: list[str] = []
    fenced = False
    for number, text in enumerate(lines):
        fenced ^= text.lstrip().startswith(("```", "~~~"))
        if fenced or not text.startswith("|"):
            header = []
            yield text
        elif _RULE.match(text):
            yield text
        elif header:
            yield _row(text, header)
        else:
            following = lines[number + 1] if number + 1 < len(lines) else ""
            if _RULE.match(following):
                names = [_attribute(cell) for cell in cells_of(text)]
                header = names if 1 < len(names) <= MOST_COLUMNS else []
            yield _row(text, header) if header else text


def _row(text: str, header: list[str]) -> str:
    cells = cells_of(text)
    return "|" + "|".join(
        f' {cell} {{ data-label="{name}" }} ' if cell and name else f" {cell} "
        for cell, name in zip(cells, [*header, *[""] * len(cells)], strict=False)) + "|"


def cells_of(text: str) -> list[str]:
    """The cells of a table's line, still with their marks."""
    return [cell.strip() for cell in _PIPE.split(text.strip().removeprefix("|").removesuffix("|"))]


def plain(cell: str) -> str:
    """What stands in a cell, without its marks."""
    text = html.unescape(_MARKED.sub(lambda found: found[1] or "", cell))
    return " ".join(text.split())


def _attribute(cell: str) -> str:
    """A heading as the value of an attribute."""
    return html.escape(plain(cell)).replace("{", "").replace("}", "")
