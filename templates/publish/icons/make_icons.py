"""Draw the guide's icons again: the mark of templates/site/partials/logo.html, as PNG files beside this one.

    .venv/bin/python templates/publish/icons/make_icons.py

The files are kept in the repository, so that the guide is the same bytes on every machine.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

GREEN, WHITE = (11, 93, 87), (253, 252, 249)
CIRCLE = ((12, 3.6), (19.3, 7.8), (19.3, 16.2), (4.7, 16.2), (4.7, 7.8))
OPEN, RADIUS, KEPT = (12, 20.4), 2.7, 2.1
FINE = 8
"""Drawn this many times as large and made smaller, for smooth edges."""


def icon(size: int, share: float) -> Image.Image:
    """The mark on the guide's green; ``share`` of the width belongs to the mark, so that phones may round the corners."""
    whole = size * FINE
    image = Image.new("RGB", (whole, whole), GREEN)
    pen = ImageDraw.Draw(image)
    unit = whole * share / 24
    edge = (whole - 24 * unit) / 2

    def dot(at: tuple[float, float], radius: float, colour: tuple[int, int, int]) -> None:
        x, y = (edge + part * unit for part in at)
        pen.ellipse((x - radius * unit, y - radius * unit, x + radius * unit, y + radius * unit), fill=colour)

    for place in CIRCLE:
        dot(place, RADIUS, WHITE)
    dot(OPEN, KEPT + 0.6, WHITE)
    dot(OPEN, KEPT - 0.6, GREEN)
    return image.resize((size, size), Image.Resampling.LANCZOS).quantize(32)


for pixels, part in ((32, 0.88), (192, 0.62), (512, 0.62)):
    icon(pixels, part).save(Path(__file__).with_name(f"icon-{pixels}.png"), optimize=True)
