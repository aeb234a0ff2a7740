"""Text out of finished files: PDF, Word, HTML and EPUB, without spaces, for a line may break anywhere."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text_of(path: Path) -> str:
    """Everything a file says, in reading order, with no spaces between."""
    kinds = {".pdf": _of_pdf, ".docx": _of_docx, ".html": _of_html, ".epub": _of_epub}
    return squeezed(kinds[path.suffix](path))


def squeezed(text: str) -> str:
    """Without spaces, hyphens of broken lines and the marks that printing adds."""
    return re.sub(r"[\s\u00ad\u200b\ufeff]+", "", text)


def _of_pdf(path: Path) -> str:
    from pypdf import PdfReader

    return "".join(page.extract_text() for page in PdfReader(path).pages)


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


def _words(page: str) -> str:
    parser = _Said()
    parser.feed(page)
    return "".join(parser.said)


def _of_html(path: Path) -> str:
    return _words(path.read_text(encoding="utf-8"))


def _of_epub(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        pages = sorted(name for name in archive.namelist() if re.search(r"/ch\d+\.xhtml$", name))
        return "".join(_words(archive.read(name).decode()) for name in pages)


def in_order(text: str, *parts: str, apart: int = 0) -> bool:
    """Whether the parts follow one another, with at most so many characters between two of them."""
    pattern = f".{{0,{apart}}}?".join(re.escape(squeezed(part)) for part in parts if part)
    return re.search(pattern, text, re.DOTALL) is not None


def missing(text: str, parts: list[str]) -> Iterator[str]:
    """The parts that the text does not say."""
    yield from (part for part in parts if squeezed(part) not in text)
