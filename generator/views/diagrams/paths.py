"""The ways of the table that follows: from what is seen, to where it leads, to what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.diagrams import Subject
from generator.views.diagrams._paper import WIDTH, Label, block

TEMPLATE = "paths.svg.j2"
LEFT, GAP = 134.0, 30.0


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    width: float
    height: float
    heavy: bool


@dataclass(frozen=True)
class Paths:
    name: str
    title: str
    description: str
    caption: str
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[str, ...]
    labels: tuple[Label, ...]


def draw(subject: Subject) -> Paths | None:
    header, *rows = subject.rows or ((),)
    if len(header) < 3 or not rows:
        return None
    boxes, arrows, labels, y = [], [], [], 2.0
    right = LEFT + GAP
    for number, cells in enumerate(rows):
        seen = block(8, y + 17, cells[0], LEFT - 14, bold=True)
        to = block(right + 8, y + 17, cells[1], WIDTH - right - 14, bold=True)
        then = block(right + 8, to[-1].y + 16, cells[2], WIDTH - right - 14)
        high = max(seen[-1].y, then[-1].y) - y + 9
        # The first way is the most urgent one: its frame is heavier.
        boxes += [Box(1, y, LEFT - 1, high, number == 0), Box(right, y, WIDTH - right - 1, high, number == 0)]
        arrows.append(f"M{LEFT + 3} {y + high / 2:.1f}H{right - 5}m-7 -5l7 5l-7 5")
        labels += [*seen, *to, *then]
        y += high + 10
    return Paths("paths", subject.words.label("diagrams.paths.title"),
                 "; ".join(f"{cells[0]}: {cells[1]}, {cells[2]}" for cells in rows) + ".",
                 subject.words.label("diagrams.paths.caption"), y - 8, tuple(boxes), tuple(arrows), tuple(labels))
