"""A handbook as one HTML file that needs nothing else: to be sent by messenger and read on a phone."""

from __future__ import annotations

from markupsafe import Markup

from generator.formats import Materials
from generator.formats._jinja import environment, render
from generator.formats._pandoc import inside
from generator.formats.svg import drawn
from generator.problem import Fault, Location, Problem
from generator.views.handbook import HandbookView

SUFFIX = "html"
VIEWS = ("HandbookView",)
STYLE = "html/book.css"


def make(view: HandbookView, materials: Materials) -> bytes:
    """The book with its style and logo inside."""
    style = materials.templates.read(STYLE)
    if style is None:
        raise Fault(Problem(Location(f"templates/{STYLE}"), "TC601", {"name": STYLE}))
    page = render(environment(materials.templates, "html", html=True), "book.html.j2", "html", view=view,
                  logo=inside(view.logo, materials), css=Markup(style.decode()),
                  drawing=lambda chart: Markup(drawn(chart, materials, inline=False)))
    return page.encode()


def ingredients(view: HandbookView, materials: Materials) -> list[bytes]:
    return [*materials.templates.below("html", ".j2").values(), *materials.templates.below("html", ".css").values(),
            *materials.templates.below("svg", ".j2").values(),
            *materials.pictures.values()]
