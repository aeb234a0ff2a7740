"""A page of the guide taken apart: its headings, and below each its text, the rows of its tables, its facts and its lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

HEADINGS = ("h1", "h2", "h3")
CELLS = ("td", "th", "dt", "dd", "li")
HIDDEN = ("style", "script", "svg", "button")


@dataclass
class Section:
    """What stands below one heading, up to the next one."""

    anchor: str
    title: str = ""
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)
    """Of all tables, without their heads."""
    facts: dict[str, str] = field(default_factory=dict)
    items: list[str] = field(default_factory=list)


def article_of(path: Path) -> str:
    """The page without what surrounds every page: menus, search, footer."""
    page = path.read_text(encoding="utf-8")
    start, end = page.find("<article"), page.rfind("</article>")
    if start < 0 or end < start:
        raise ValueError("no <article>")
    return page[start:end]


def sections_of(article: str) -> list[Section]:
    """The sections in the order of the page."""
    parser = _Sections()
    parser.feed(article)
    parser.close()
    return parser.sections


class _Sections(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections = [Section("")]
        self.open: list[list[str]] = []
        """Texts that are being read: a heading's or a cell's, one within the other."""
        self.term = ""
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in HIDDEN:
            self.hidden += 1
        elif tag in HEADINGS:
            self.sections.append(Section(dict(attrs).get("id") or ""))
            self.open.append([])
        elif tag in CELLS:
            self.open.append([])
        elif tag == "tr":
            self.sections[-1].rows.append([])

    def handle_endtag(self, tag: str) -> None:
        section = self.sections[-1]
        if tag in HIDDEN:
            self.hidden -= 1
        elif (tag in HEADINGS or tag in CELLS) and self.open:
            text = " ".join("".join(self.open.pop()).split())
            if tag in HEADINGS:
                section.title = text
            elif tag == "td" and section.rows:
                section.rows[-1].append(text)
            elif tag == "dt":
                self.term = text
            elif tag == "dd":
                section.facts[self.term] = text
            elif tag == "li":
                section.items.append(text)
        elif tag == "tr" and section.rows and not section.rows[-1]:
            section.rows.pop()  # the head of a table

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.sections[-1].text += data
            if self.open:
                self.open[-1].append(data)
