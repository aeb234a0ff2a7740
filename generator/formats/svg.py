"""A chart as SVG: a file of its own, or part of a page of the guide."""

from __future__ import annotations

from generator.formats import Materials
from generator.formats._jinja import environment, render
from generator.views.chart import StackedBars

SUFFIX = "svg"
VIEWS = ("StackedBars",)


def make(view: StackedBars, materials: Materials) -> bytes:
    return drawn(view, materials, inline=False).encode()


def ingredients(view: StackedBars, materials: Materials) -> list[bytes]:
    return [*materials.templates.below("svg", ".j2").values()]


def drawn(view: object, materials: Materials, *, inline: bool, template: str = "stacked-bars.svg.j2") -> str:
    """The drawing; ``inline`` for a page that brings its own colours and fonts."""
    svg = environment(materials.templates, "svg", html=True)
    return render(svg, template, "svg", chart=view, inline=inline)
