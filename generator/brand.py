"""Whether an organisation's colour, logo and letterhead come out on paper as they should."""

from __future__ import annotations

import io
from collections.abc import Sequence
from fractions import Fraction
from pathlib import PurePath
from xml.etree import ElementTree

from generator.model.colour import READABLE, WHITE, contrast
from generator.model.design import Design
from generator.problem import Problem, Severity
from generator.typeset import laid_down

PICTURES = {".svg": "SVG", ".png": "PNG", ".jpg": "JPG", ".jpeg": "JPG"}
LARGEST_PICTURE = 2_000_000
"""Bytes."""
FEWEST_PIXELS, MOST_PIXELS = 100, 6000
"""On a side: fewer print blurred, more only make files large and slow."""
FEWEST_ACROSS = 1000
"""Pixels of a letterhead's width: it is printed across the page, and 150 to the inch are readable."""
LEAST_BROAD = 4
"""Times its height that a letterhead must be broad, lest it take the place of what the form asks."""


def colour_problems(design: Design) -> list[Problem]:
    """A note where a darker shade is printed instead of the colour written."""
    organisation = design.programme.organisation
    brand = organisation.brand if organisation else None
    if brand is None or brand.ink == brand.colour:
        return []
    place = design.at("organisation", "brand", "colour")
    return [Problem(place, "TC317", {
        "colour": brand.colour, "printed": brand.ink, "found": _tenths(contrast(brand.colour, WHITE)),
        "least": _tenths(READABLE),
    }, Severity.NOTE)]


def picture_fault(name: str, content: bytes, use: str = "logo") -> dict[str, object]:
    """What is wrong with the bytes of a logo or letterhead, as the arguments of TC316; empty where all formats can print it."""
    form = PICTURES[PurePath(name).suffix.lower()]
    if len(content) > LARGEST_PICTURE:
        return {"kind": "bytes", "size": _tenths(len(content) / 1_000_000)}
    if not content.strip():
        return {"kind": "empty"}
    fault = _svg_fault(content) if form == "SVG" else _pixel_fault(form, content)
    return _letterhead_fault(name, content) if use == "letterhead" and not fault else fault


def as_png(name: str, content: bytes, fonts: Sequence[str] = (), height: int = 30) -> bytes:
    """A picture drawn so many millimetres high. Raises `ValueError` for one that cannot be drawn."""
    import typst

    file = f"picture{PurePath(name).suffix.lower()}"
    # Words without a typeface of their own get that of the printed page.
    page = ('#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#set text(font: "Source Sans 3")\n'
            f'#image("{file}", height: {height}mm)')
    try:
        with laid_down({file: content}) as folder:
            return typst.compile(  # type: ignore[call-overload]
                {"main": page.encode()}, root=folder, format="png", ppi=220, font_paths=list(fonts), ignore_system_fonts=True)
    except RuntimeError as error:
        raise ValueError(str(error)) from error


def _letterhead_fault(name: str, content: bytes) -> dict[str, object]:
    """A sound picture may still be too high or too coarse to be printed across a page."""
    from PIL import Image

    drawing = PICTURES[PurePath(name).suffix.lower()] == "SVG"
    width, height = Image.open(io.BytesIO(as_png(name, content) if drawing else content)).size
    size: dict[str, object] = {"width": width, "height": height}
    if width < LEAST_BROAD * height:
        return {"kind": "high", "least": LEAST_BROAD, "share": _tenths(width / height)}
    return {"kind": "coarse", "least": FEWEST_ACROSS, **size} if not drawing and width < FEWEST_ACROSS else {}


def _tenths(value: float) -> Fraction:
    return round(Fraction(value), 1)


def _svg_fault(content: bytes) -> dict[str, object]:
    broken: dict[str, object] = {"kind": "broken", "form": "SVG"}
    if b"<!ENTITY" in content:  # abbreviations that unfold: no plain drawing needs them
        return broken
    try:
        if not ElementTree.fromstring(content).tag.endswith("}svg"):
            return broken | {"kind": "content"}
    except (ElementTree.ParseError, LookupError, ValueError):
        return broken if b"<svg" in content else broken | {"kind": "content"}
    try:
        as_png("picture.svg", content)
    except ValueError:
        return broken
    return {}


def _pixel_fault(form: str, content: bytes) -> dict[str, object]:
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile

    begins, reader = (b"\x89PNG\r\n\x1a\n", PngImageFile) if form == "PNG" else (b"\xff\xd8\xff", JpegImageFile)
    if not content.startswith(begins):
        return {"kind": "content", "form": form}
    try:
        picture = reader(io.BytesIO(content))
        size: dict[str, object] = {"width": picture.width, "height": picture.height}
        if min(picture.size) < FEWEST_PIXELS:
            return {"kind": "small", "least": FEWEST_PIXELS, **size}
        if max(picture.size) > MOST_PIXELS:
            return {"kind": "large", "most": MOST_PIXELS, **size}
        picture.load()
        as_png(f"picture.{form.lower()}", content)
    except Exception:  # whatever a damaged file does to its reader
        return {"kind": "broken", "form": form}
    return {}
