"""The rungs of the table that follows, as a ladder: the lowest at the foot, each with who uses it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.diagrams import Subject
from generator.views.diagrams._paper import WIDTH, Label, block

TEMPLATE = "ladder.svg.j2"
SHIFT = 12.0


@dataclass(frozen=True)
class Rung:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Ladder:
    name: str
    title: str
    description: str
    caption: str
    height: float
    rungs: tuple[Rung, ...]
    labels: tuple[Label, ...]


def draw(subject: Subject) -> Ladder | None:
    header, *rows = subject.rows or ((),)
    if len(header) < 3 or not rows:
        return None
    rungs, labels, y = [], [], 2.0
    for number, cells in reversed(list(enumerate(rows))):
        x = number * SHIFT
        room = WIDTH - x - 12
        found = [*block(x + 8, y + 16, cells[0], room, size=13, bold=True)]
        found += block(x + 8, found[-1].y + 16, cells[2], room)
        high = found[-1].y - y + 8
        rungs.append(Rung(x + 1, y, WIDTH - x - 2, high))
        labels += found
        y += high + 4
    return Ladder("ladder", subject.words.label("diagrams.ladder.title"),
                  "; ".join(f"{cells[0]}: {cells[2]}" for cells in rows) + ".",
                  subject.words.label("diagrams.ladder.caption"), y, tuple(rungs), tuple(labels))
