"""A handbook as EPUB, for readers on phones that turn pages and enlarge print."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, replace
from pathlib import PurePath

from markupsafe import Markup

from generator.formats import Materials
from generator.formats._jinja import environment, render
from generator.formats._xml import UNHEARD
from generator.formats._zip import packed
from generator.formats.svg import drawn
from generator.views.blocks import Block, Heading
from generator.views.chart import StackedBars
from generator.views.handbook import HandbookView

SUFFIX = "epub"
VIEWS = ("HandbookView",)
STYLE = "html/book.css"
LONG = 60
"""Blocks after which a section begins a page of its own: an old phone opens a page as a whole."""
KINDS = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


@dataclass(frozen=True)
class Page:
    """A file of the book: a chapter, or so much of one as opens quickly."""

    name: str
    title: str
    blocks: tuple[Block, ...] = ()
    last: bool = False


@dataclass(frozen=True)
class Entry:
    """A line of the contents."""

    title: str
    to: str
    parts: tuple[Entry, ...] = ()


def make(view: HandbookView, materials: Materials) -> bytes:
    """EPUB 3 with a title page and contents, which readers of before EPUB 3 understand too."""
    html = environment(materials.templates, "html", html=True)
    pages, contents = _pages(view)
    pictures: dict[str, bytes] = {}
    files: dict[str, bytes] = {"book.css": _for_readers(materials.templates.read(STYLE) or b"")}
    if logo := materials.pictures.get(view.logo):
        pictures[f"logo{PurePath(view.logo).suffix.lower()}"] = logo

    def drawing(chart: StackedBars) -> Markup:
        name = f"chart-{len(pictures)}.svg"
        pictures[name] = drawn(chart, materials, inline=False).encode()
        return Markup('<img src="{}" alt="{}"/>').format(name, f"{chart.title}. {chart.description}")

    def rendered(name: str, **values: object) -> bytes:
        return UNHEARD.sub("", render(html, f"epub-{name}.j2", "html", view=view, **values)).encode()

    for page in pages:
        files[f"{page.name}.xhtml"] = rendered("page.xhtml", page=page, drawing=drawing,
                                               logo=next((name for name in pictures if name.startswith("logo")), ""))
    book = f"{view.organisation} {view.colophon} {view.language} {view.name}"
    facts = {"pages": pages, "contents": contents, "pictures": [(name, KINDS[PurePath(name).suffix]) for name in pictures],
             "identifier": uuid.uuid5(uuid.NAMESPACE_URL, book).urn,
             "moment": dt.datetime.fromtimestamp(materials.stamp, dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")}
    for name in ("nav.xhtml", "toc.ncx", "package.opf"):
        files[name] = rendered(name, **facts)
    parts = {f"EPUB/{name}": content for name, content in (files | pictures).items()}
    return packed({"META-INF/container.xml": CONTAINER, **parts}, first={"mimetype": b"application/epub+zip"})


def ingredients(view: HandbookView, materials: Materials) -> list[bytes]:
    return [*materials.templates.below("html", ".j2").values(), materials.templates.read(STYLE) or b"",
            *materials.templates.below("svg", ".j2").values(), *materials.pictures.values()]


def _pages(view: HandbookView) -> tuple[list[Page], list[Entry]]:
    """A page for each chapter, several for a long one; and where its headings of the first two levels are."""
    pages = [Page("title", view.title)]
    chapters: list[Entry] = []
    blocks: list[Block] = []

    def turn(title: str) -> None:
        if blocks:
            pages[-1] = replace(pages[-1], blocks=tuple(blocks))
        blocks.clear()
        pages.append(Page(f"page-{len(pages):03}", title))

    for block in view.blocks:
        if isinstance(block, Heading) and block.level <= 2:
            if block.level == 1 or len(blocks) > LONG:
                turn(block.text)
            block = block if block.anchor else replace(block, anchor=f"part-{len(pages)}-{len(blocks)}")
            entry = Entry(block.text, f"{pages[-1].name}.xhtml#{block.anchor}")
            if block.level == 1 or not chapters:
                chapters.append(entry)
            else:
                chapters[-1] = replace(chapters[-1], parts=(*chapters[-1].parts, entry))
        blocks.append(block)
    pages[-1] = replace(pages[-1], blocks=tuple(blocks), last=True)
    return pages, chapters


def _for_readers(style: bytes) -> bytes:
    """The style without what a reader decides for itself: widths, the page's own font and margins."""
    return b"\n".join(line for line in style.splitlines() if not line.startswith((b"body", b"header", b"@media print", b"*")))
