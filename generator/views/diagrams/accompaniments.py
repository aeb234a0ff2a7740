"""The four kinds of accompaniment against 4S and 5P: how many of the guide's components serve each."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.diagrams import Subject
from generator.views.diagrams._paper import WIDTH, Label, block

TEMPLATE = "accompaniments.svg.j2"
FIRST, ROW, TOP = 104.0, 40.0, 46.0


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    radius: float
    count: int
    title: str


@dataclass(frozen=True)
class Accompaniments:
    name: str
    title: str
    description: str
    caption: str
    height: float
    width: float
    lines: tuple[str, ...]
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]


def draw(subject: Subject) -> Accompaniments | None:
    catalogue, words = subject.catalogue, subject.words
    pillars = {name: pillar for name, pillar in catalogue.pillars.items() if pillar.accompaniment}
    structures = catalogue.structures
    if not pillars or not structures:
        return None
    codes: dict[str, str] = {}
    for family in ("4S", "5P"):
        for number, name in enumerate((n for n, s in structures.items() if s.family == family), 1):
            codes[name] = f"{family}-{number}"
    pitch = (WIDTH - FIRST) / len(codes)
    labels = [Label(FIRST + pitch * (column + 0.5), 14 + 14 * part, text, "middle", 12, True)
              for column, code in enumerate(codes.values()) for part, text in enumerate(code.split("-"))]
    dots, told = [], []
    for row, (pillar, entry) in enumerate(pillars.items()):
        y = TOP + row * ROW
        title = entry.title.to(words.code)
        labels += block(0, y + 14, title, FIRST - 4, bold=True, size=11.5)
        for column, (name, code) in enumerate(codes.items()):
            count = sum(c.pillar == pillar and name in c.structures for c in catalogue.components.values())
            if count:
                said = words.label("diagrams.accompaniments.count", pillar=title, code=code, count=count)
                dots.append(Dot(FIRST + pitch * (column + 0.5), y + ROW / 2 - 2, min(7 + count * 0.6, 12), count, said))
                told.append(said)
    y = TOP + len(pillars) * ROW + 20
    for name, code in codes.items():
        found = block(38, y, structures[name].title.to(words.code), WIDTH - 40)
        labels += [Label(0, y, code, bold=True), *found]
        y += 15 * len(found) + 3
    lines = tuple(f"M0 {TOP + row * ROW - 4}H{WIDTH}" for row in range(len(pillars) + 1))
    return Accompaniments("accompaniments", words.label("diagrams.accompaniments.title"), "; ".join(told) + ".",
                          words.label("diagrams.accompaniments.caption"), y, WIDTH, lines, tuple(dots), tuple(labels))
