"""A page of the guide as Markdown, for MkDocs or any other site engine."""

from __future__ import annotations

import html
import json

from generator.formats import Materials
from generator.formats._jinja import Safe, environment, markdown_text, render
from generator.formats.svg import drawn
from generator.views.blocks import Mark, Page

SUFFIX = "md"
VIEWS = ("Page",)


def make(view: Page, materials: Materials) -> bytes:
    """The page with its front matter."""
    made = environment(materials.templates, "markdown", html=False)
    made.filters.update(raw=Safe, quoted=_quoted, attribute=_attribute, title=_title, sign=_sign,
                        drawing=lambda chart: Safe(drawn(chart, materials, inline=True).strip()))
    return render(made, "page.md.j2", "markdown", page=view).encode()


def _sign(mark: Mark) -> Safe:
    """The letter stands in an attribute: the words beside it say the same, and a screen reader need not say it twice."""
    letter = html.escape(mark.letter)
    return Safe(f'<span class="mark mark-{mark.shape}" data-letter="{letter}" style="--pillar:{html.escape(mark.colour)}" '
                'aria-hidden="true"></span>')


def _quoted(text: object) -> Safe:
    """Front matter: the theme puts it into the page's head as it stands, so it is HTML-safe before it gets there."""
    return Safe(json.dumps(html.escape(" ".join(str(text).split())), ensure_ascii=False))


def _attribute(text: object) -> Safe:
    """Text inside HTML that Markdown does not read, an attribute's value above all."""
    return Safe(html.escape(" ".join(str(text).split())))


def _title(text: object) -> Safe:
    """The title of a note, which stands between quotation marks in Markdown."""
    return Safe(markdown_text(text).replace('"', "&quot;"))


def ingredients(view: Page, materials: Materials) -> list[bytes]:
    return [*materials.templates.below("markdown", ".j2").values(), *materials.templates.below("svg", ".j2").values()]
