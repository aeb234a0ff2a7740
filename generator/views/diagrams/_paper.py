"""The sheet all drawings share: as wide as a phone, so that its letters are read there without pinching."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH = 340
LETTER = 0.58
"""Width of a letter in a common wide typeface, as part of its size."""


@dataclass(frozen=True)
class Label:
    x: float
    y: float
    text: str
    anchor: str = "start"
    size: float = 12
    bold: bool = False


def wrapped(text: str, room: float, size: float = 12) -> tuple[str, ...]:
    """The text in lines that fit into ``room``; a word alone may be longer."""
    most = max(int(room / (size * LETTER)), 1)
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def block(x: float, y: float, text: str, room: float, *, size: float = 12, bold: bool = False) -> tuple[Label, ...]:
    """A text set in lines, the first one at ``y``."""
    return tuple(Label(x, y + number * size * 1.25, part, "start", size, bold)
                 for number, part in enumerate(wrapped(text, room, size)))
