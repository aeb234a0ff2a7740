"""Text out of finished files: PDF, Word, HTML and EPUB, without spaces, for a line may break anywhere."""

from __future__ import annotations

import re
import zipfile
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from generator.verify.pdf_pages import pages_of

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOT_READ = re.compile(r"[\s\u00ad\u200b\ufeff\ufffe\x02-]+")
"""Spaces, marks that printing adds, and hyphens: whether one at a line's end was set or added, nobody can tell."""


def text_of(path: Path) -> str:
    """Everything a file says, in reading order, with no spaces between."""
    kinds = {".pdf": _of_pdf, ".docx": _of_docx, ".html": _of_html, ".epub": _of_epub}
    return squeezed(kinds[path.suffix](path))


@lru_cache(maxsize=65536)
def squeezed(text: str) -> str:
    """Without spaces, hyphens and the marks that printing adds."""
    return _NOT_READ.sub("", text)


def _of_pdf(path: Path) -> str:
    return "".join(pages_of(path))


def _of_docx(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        tree = ElementTree.fromstring(archive.read("word/document.xml"))
    return "".join(node.text or "" for node in tree.iter(f"{WORD}t"))


class _Said(HTMLParser):
    """The text of a page without its style."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("style", "script")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.said.append(data)


def words_of_page(page: str) -> str:
    """What a page in HTML says."""
    parser = _Said()
    parser.feed(page)
    return "".join(parser.said)


def _of_html(path: Path) -> str:
    return words_of_page(path.read_text(encoding="utf-8"))


def _of_epub(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        pages = sorted(name for name in archive.namelist() if re.search(r"/(title|page-\d+)\.xhtml$", name))
        return "".join(words_of_page(archive.read(name).decode()) for name in pages)


def in_order(text: str, *parts: str, apart: int = 0) -> bool:
    """Whether the parts follow one another, with at most so many characters between two of them."""
    return _found(text, 0, parts, apart) >= 0


def _found(text: str, begin: int, parts: tuple[str, ...], apart: int) -> int:
    """Where the parts end that follow one another somewhere from ``begin`` on; -1 if they nowhere do."""
    wanted = [squeezed(part) for part in parts if part]
    at = text.find(wanted[0], begin) if wanted else begin
    while wanted and at >= 0:
        end = _rest(text, at + len(wanted[0]), wanted[1:], apart)
        if end >= 0:
            return end
        at = text.find(wanted[0], at + 1)
    return at


def _rest(text: str, begin: int, wanted: list[str], apart: int) -> int:
    if not wanted:
        return begin
    limit = begin + apart + len(wanted[0])
    at = text.find(wanted[0], begin, limit)
    while at >= 0:
        end = _rest(text, at + len(wanted[0]), wanted[1:], apart)
        if end >= 0:
            return end
        at = text.find(wanted[0], at + 1, limit)
    return -1


class Reader:
    """Reads on from fact to fact: each must follow the one before."""

    def __init__(self, text: str, at: int = 0) -> None:
        self.text = text
        self.at = at

    def comes(self, *parts: str, apart: int = 0) -> bool:
        """Whether the parts follow here or later; if so, reading goes on behind them, else from the same place."""
        end = _found(self.text, self.at, parts, apart)
        self.at = max(self.at, end)
        return end >= 0

    def any_order(self, *facts: tuple[str, ...], apart: int = 0) -> list[bool]:
        """Whether each of the facts follows, whatever their order; reading goes on behind the last of them."""
        ends = [_found(self.text, self.at, fact, apart) for fact in facts]
        self.at = max(self.at, *ends)
        return [end >= 0 for end in ends]
