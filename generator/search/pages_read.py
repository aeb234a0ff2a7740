"""A finished Markdown page, read for the search: its title and its sections, each with the anchor a link reaches."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown.extensions.toc import slugify, unique

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_KEY = re.compile(r"^(title|description): *(.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```.*?^```[^\n]*$", re.MULTILINE | re.DOTALL)
_HIDDEN = re.compile(r"<(\w+)\b[^>]*\bdata-search-exclude\b[^>]*>.*?</\1>|<(svg|script|style)\b.*?</\2>|<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"^(#{1,6}) +(.*?) *#* *$")
_ANCHOR = re.compile(r"\s*\{:? *([^}]*?) *\}\s*$")
_LINK = re.compile(r"(?:\[|!\[)([^\]]*)\]\((?:[^()\"]|\"[^\"]*\"|\([^)]*\))*\)")
_MARKS = (
    (_LINK, r"\1"),
    (re.compile(r"</?(?:a|abbr|b|em|i|span|strong)\b[^>]*>"), ""),  # marks words, parts none
    (re.compile(r"<[^>]+>"), " "),
    (re.compile(r" *\{:? *[^}\n]*\}"), ""),
    (re.compile(r"^ *(?:!!!|\?\?\?)\+? *\w+(?: *\"([^\"]*)\")?", re.MULTILINE), r"\1 "),
    (re.compile(r"^\|[^\n]*\n\|[-| :]+\|$", re.MULTILINE), " "),  # a table's head says nothing about the page
    (re.compile(r"\*\*|__|`|\\(?=[^\w\s])"), ""),
)
_LISTED = re.compile(r"^[ >]*(?:[-*+]|\d+\.|:) +", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A stretch of a page below one heading."""

    heading: str
    anchor: str
    level: int
    text: str


@dataclass(frozen=True)
class PageRead:
    """A page as the search sees it; the first section is what stands above the first heading."""

    path: str
    title: str
    description: str
    sections: tuple[Section, ...]


def read_page(name: str, content: str) -> PageRead:
    """``name`` is the file below ``docs``: ``components/meditation.md``."""
    front, said = _FRONT.match(content), {}
    if front:
        said = {key: html.unescape(value.strip().strip('"')) for key, value in _KEY.findall(front[1])}
        content = content[front.end():]
    content = _HIDDEN.sub(" ", _FENCE.sub(" ", content))
    found = list(_sections(content))
    title = next((part.heading for part in found if part.level == 1), said.get("title", name))
    return PageRead(name.removesuffix(".md"), title, said.get("description", ""), tuple(found))


def _sections(content: str) -> Iterator[Section]:
    used: set[str] = set()
    heading, anchor, level, lines = "", "", 1, []
    for line in content.split("\n"):
        found = _HEADING.match(line)
        if not found:
            lines.append(line)
            continue
        if heading or "".join(lines).strip():
            yield Section(heading, anchor, level, plain(_LISTED.sub(" ", "\n".join(lines))))
        written = _ANCHOR.search(found[2])
        level, lines = len(found[1]), []
        heading = plain(_ANCHOR.sub("", found[2]))
        given = next((word[1:] for word in written[1].split() if word.startswith("#")), "") if written else ""
        anchor = "" if level == 1 else given or unique(slugify(heading, "-"), used)
        if given:
            used.add(given)
    yield Section(heading, anchor, level, plain(_LISTED.sub(" ", "\n".join(lines))))


def plain(markdown: str) -> str:
    """The words of a stretch of Markdown, without its marks."""
    for mark, instead in _MARKS:
        markdown = mark.sub(instead, markdown)
    markdown = " ".join(markdown.replace("|", " · ").split())
    return html.unescape(markdown).strip(" ·").replace(" · · ", " · ")
