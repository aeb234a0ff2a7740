"""What the formats that pandoc makes have in common: the call, the same bytes each time, and the logo inside the page."""

from __future__ import annotations

import base64
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from generator.brand import as_png
from generator.formats import Materials
from generator.problem import Fault, Location, Problem
from generator.views.handbook import HandbookView

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
                                  extra_args=["--quiet", *arguments])
            return out.read_bytes()
    except (RuntimeError, OSError) as error:
        raise Fault(Problem(Location(f"templates/html/{template}"), "TC606", {"what": str(error)[:500]})) from error
    finally:
        if former is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = former


def logo_of(view: HandbookView, materials: Materials) -> str:
    """The logo as a PNG inside the page (Word cannot be trusted with SVG), or nothing."""
    picture = materials.pictures.get(view.logo)
    if not picture:
        return ""
    if view.logo.lower().endswith(".svg"):
        picture = as_png(view.logo, picture, materials.templates.fonts)
    kind = "jpeg" if view.logo.lower().endswith((".jpg", ".jpeg")) else "png"
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"
