"""A page of the guide as Markdown, for MkDocs or any other site engine."""

from __future__ import annotations

import html
import json

from generator.formats import Materials
from generator.formats._jinja import Safe, environment, markdown_text, render
from generator.formats.svg import drawn
from generator.views.blocks import Page

SUFFIX = "md"
VIEWS = ("Page",)


def make(view: Page, materials: Materials) -> bytes:
    """The page with its front matter."""
    made = environment(materials.templates, "markdown", html=False)
    made.filters.update(raw=Safe, quoted=_quoted, title=_title,
                        drawing=lambda chart: Safe(drawn(chart, materials, inline=True).strip()))
    return render(made, "page.md.j2", "markdown", page=view).encode()


def _quoted(text: object) -> Safe:
    """Front matter: the theme puts it into the page's head as it stands, so it is HTML-safe before it gets there."""
    return Safe(json.dumps(html.escape(" ".join(str(text).split())), ensure_ascii=False))


def _title(text: object) -> Safe:
    """The title of a note, which stands between quotation marks in Markdown."""
    return Safe(markdown_text(text).replace('"', "&quot;"))


def ingredients(view: Page, materials: Materials) -> list[bytes]:
    return [*materials.templates.below("markdown", ".j2").values(), *materials.templates.below("svg", ".j2").values()]
