"""The phases of a programme as a staircase in time."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views import wording
from generator.views.diagrams import Subject
from generator.views.diagrams._paper import WIDTH, Label

TEMPLATE = "phases.svg.j2"
ROW, LEFT, RIGHT = 46.0, 6.0, 30.0
"""``RIGHT`` stays free for what has no end within the stay."""


@dataclass(frozen=True)
class Step:
    x: float
    y: float
    width: float
    kind: str
    """``before``, ``bar`` or ``after``."""
    tone: int
    """Pattern of the bar: neighbours differ."""


@dataclass(frozen=True)
class Phases:
    name: str
    title: str
    description: str
    caption: str
    height: float
    steps: tuple[Step, ...]
    labels: tuple[Label, ...]


def draw(subject: Subject) -> Phases | None:
    design, words = subject.design, subject.words
    if design is None:
        return None
    spans = {name: (first, last) for name, first, last in design.weeks_by_phase()}
    known = [name for name in design.phases if name in spans or not design.phases[name].scheduled or name == "intake"]
    scale = (WIDTH - LEFT - RIGHT) / design.stay
    steps, labels, told = [], [], []
    for row, name in enumerate(known):
        y = row * ROW
        title = design.phases[name].title.to(words.code)
        if name in spans:
            first, last = spans[name]
            text = wording.weeks(words, first, last)
            steps.append(Step(LEFT + (first - 1) * scale, y + 22, max((last - first + 1) * scale - 2, 4), "bar", row % 3))
        elif any(other in spans for other in known[:row]):
            text = words.label("diagrams.phases.after")
            steps.append(Step(LEFT + design.stay * scale, y + 22, RIGHT, "after", row % 3))
        else:
            text = words.label("diagrams.phases.before")
            steps.append(Step(LEFT, y + 22, 0, "before", row % 3))
        labels.append(Label(LEFT, y + 15, title, bold=True, size=13))
        labels.append(Label(WIDTH, y + 15, text, "end"))
        told.append(f"{title}: {text}")
    return Phases("phases", words.label("diagrams.phases.title"), ". ".join(told) + ".",
                  words.label("diagrams.example", programme=subject.example), len(known) * ROW, tuple(steps), tuple(labels))
