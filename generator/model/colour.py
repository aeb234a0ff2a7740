"""Colours that can be read: the contrast of two, and the shade of one that shows on white paper and behind white letters."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
"""Red, green and blue in hexadecimal digits, written ``#0b5d57``."""

WHITE = "#ffffff"
READABLE = 4.5
"""The least contrast of letters with their ground, for WCAG 2.2 at level AA."""


def contrast(a: Colour, b: Colour) -> float:
    """The contrast ratio of WCAG 2.2, from 1 (the same) to 21 (black on white), whichever is the ground."""
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: Colour) -> Colour:
    """The colour itself if it is readable with white; otherwise the nearest darker shade of the same hue that is."""
    if contrast(colour, WHITE) >= READABLE:
        return colour
    parts = _parts(colour)
    strongest = max(parts)
    shades = ("#" + "".join(f"{round(part * level / strongest):02x}" for part in parts)
              for level in range(strongest - 1, -1, -1))
    return next(shade for shade in shades if contrast(shade, WHITE) >= READABLE)


def _luminance(colour: Colour) -> float:
    """Relative luminance: 0 for black, 1 for white."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _parts(colour: Colour) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
