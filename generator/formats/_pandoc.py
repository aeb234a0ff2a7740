"""What the formats that pandoc makes have in common: the call, the same bytes each time, and pictures inside the page."""

from __future__ import annotations

import base64
import io
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from markupsafe import Markup

from generator.brand import as_png
from generator.formats import Materials
from generator.formats.svg import drawn
from generator.problem import Fault, Location, Problem
from generator.views.chart import StackedBars

CHART_HEIGHT = 80
"""Millimetres for which a chart of pixels has enough of them."""

LESS_MEMORY = ("+RTS", "-G3", "-RTS")
"""pandoc's own runtime looks for what it no longer needs in three generations: a seventh less memory in the same time."""

ONE_AT_A_TIME = Lock()
"""pandoc hears of the fixed date by the environment, which all documents that are being made share."""


def converted(
    page: str, to: str, materials: Materials, arguments: Sequence[str], template: str = "handbook.html.j2",
) -> bytes:
    """An HTML page, made from ``template``, in pandoc's format ``to``. Raises the problem pandoc tells of."""
    with ONE_AT_A_TIME:
        return _converted(page, to, materials, arguments, template)


def _converted(page: str, to: str, materials: Materials, arguments: Sequence[str], template: str) -> bytes:
    import pypandoc

    former = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(materials.stamp)
    try:
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder, "out")
            pypandoc.convert_text(page, to, format="html", outputfile=str(out), sandbox=True,
                                  extra_args=["--quiet", *arguments, *LESS_MEMORY])
            return out.read_bytes()
    except (RuntimeError, OSError) as error:
        raise Fault(Problem(Location(f"templates/html/{template}"), "TC606", {"what": str(error)[:500]})) from error
    finally:
        if former is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = former


def charted(chart: StackedBars, materials: Materials) -> Markup:
    """A chart inside the page, in pixels, for Word cannot be trusted with SVG; its words are for those who do not see it."""
    drawing = as_png("chart.svg", drawn(chart, materials, inline=False).encode(), materials.templates.fonts, CHART_HEIGHT)
    return Markup('<img src="data:image/png;base64,{}" alt="{}" width="100%">').format(
        base64.b64encode(drawing).decode(), f"{chart.title}. {chart.description}")


def inside(name: str, materials: Materials) -> str:
    """A logo or letterhead as a PNG inside the page (Word cannot be trusted with SVG), or nothing."""
    picture = _in_pixels(name, materials)
    if not picture:
        return ""
    kind = "jpeg" if name.lower().endswith((".jpg", ".jpeg")) else "png"
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"


def sized(name: str, materials: Materials, said: str, widest: float, highest: float) -> tuple[Markup, float]:
    """A logo or letterhead as large as it fits a box of so many millimetres, and its width; its words are for those who do
    not see it."""
    picture = _in_pixels(name, materials)
    if not picture:
        return Markup(), 0
    from PIL import Image

    wide, high = Image.open(io.BytesIO(picture)).size
    width = round(min(widest, highest * wide / high), 1)
    return Markup('<img src="{}" alt="{}" width="{}mm">').format(inside(name, materials), said, width), width


def _in_pixels(name: str, materials: Materials) -> bytes:
    picture = materials.pictures.get(name, b"")
    return as_png(name, picture, materials.templates.fonts) if picture and name.lower().endswith(".svg") else picture
