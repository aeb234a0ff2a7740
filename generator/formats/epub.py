"""A handbook as EPUB, for readers on phones that turn pages and enlarge print."""

from __future__ import annotations

import re
from functools import partial

from generator.formats import Materials
from generator.formats._jinja import environment, render
from generator.formats._pandoc import charted, converted
from generator.formats._zip import repacked
from generator.libraries import version
from generator.views.handbook import HandbookView

SUFFIX = "epub"
VIEWS = ("HandbookView",)
STYLE = "html/book.css"


def make(view: HandbookView, materials: Materials) -> bytes:
    """EPUB 3 with a title page, contents, and one file per chapter."""
    page = render(environment(materials.templates, "html", html=True), "handbook.html.j2", "html", view=view, logo="",
                  letterhead="", drawing=partial(charted, materials=materials, kind="svg+xml"))
    made = converted(page, "epub3", materials, [
        "--toc", "--toc-depth=2", "--split-level=1", f"--metadata=lang:{view.language}",
        f"--metadata=title:{view.title}: {view.edition_title}", f"--metadata=author:{view.organisation}",
        f"--metadata=toc-title:{view.contents_title}",
        f"--metadata=identifier:tcguide-{re.sub('[^0-9a-z]+', '-', view.colophon.lower())}-{view.language}"])
    style = _for_readers(materials.templates.read(STYLE) or b"")
    return repacked(made, {"EPUB/styles/stylesheet1.css": lambda _: style})


def ingredients(view: HandbookView, materials: Materials) -> list[bytes]:
    return [*materials.templates.below("html", ".j2").values(), materials.templates.read(STYLE) or b"",
            *materials.templates.below("svg", ".j2").values(), version("pypandoc_binary").encode()]


def _for_readers(style: bytes) -> bytes:
    """The style without what a reader decides for itself: widths, the page's own font and margins."""
    return b"\n".join(line for line in style.splitlines() if not line.startswith((b"body", b"header", b"@media", b"*")))
