"""A day of the house as a clock of twenty-four hours: the frame and the sessions of one group on one date."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.design import Design
from generator.model.week import DAY, Day, Week
from generator.views import wording
from generator.views.diagrams import Subject
from generator.views.diagrams._paper import WIDTH, Label

TEMPLATE = "day.svg.j2"
MIDDLE_X, MIDDLE_Y, OUTER, INNER = WIDTH / 2, 158.0, 128.0, 72.0
KINDS = {"night-rest": "sleep", "rest": "sleep", "meal": "body", "hygiene": "body", "medication": "body", "exercise": "body",
         "prayer": "prayer", "quiet": "prayer", "free": "free", "visit": "free"}
"""Kinds of the daily frame → what the clock tells apart; anything else is a session."""
ORDER = ("sleep", "body", "prayer", "sessions", "free")


@dataclass(frozen=True)
class Sector:
    kind: str
    path: str
    title: str


@dataclass(frozen=True)
class Entry:
    kind: str
    y: float
    text: str


@dataclass(frozen=True)
class Clock:
    name: str
    title: str
    description: str
    caption: str
    height: float
    x: float
    y: float
    outer: float
    inner: float
    sectors: tuple[Sector, ...]
    hours: tuple[Label, ...]
    ticks: tuple[str, ...]
    legend: tuple[Entry, ...]


def draw(subject: Subject) -> Clock | None:
    design, words = subject.design, subject.words
    if design is None or not subject.weeks:
        return None
    week = usual_week(subject.weeks)
    day = week.days[0]
    group = next(name for name in design.programme.groups if name in dict(week.phases))
    parts = _parts(design, day, group, subject)
    spent = Counter[str]()
    for start, end, kind, _ in parts:
        spent[kind] += end - start
    hours = [Label(*_at(OUTER + 13, hour * 60, 4), f"{hour}", "middle", 12, hour % 6 == 0) for hour in range(0, 24, 3)]
    ticks = [f"M{_point(OUTER, h * 60)}L{_point(OUTER + (6 if h % 3 == 0 else 3), h * 60)}" for h in range(24)]
    legend = tuple(
        Entry(kind, MIDDLE_Y + OUTER + 42 + 20 * row, words.label(
            "diagrams.day.spent", what=words.label(f"diagrams.day.{kind}"), hours=spent[kind] // 60, minutes=spent[kind] % 60))
        for row, kind in enumerate(kind for kind in ORDER if spent[kind]))
    told = "; ".join(f"{wording.span(words, start, end)} {text}" for start, end, _, text in parts)
    return Clock(
        "day", words.label("diagrams.day.title"), f"{told}.",
        words.label("diagrams.day.caption", programme=subject.example, date=wording.date(words, day.date, "long")),
        MIDDLE_Y + OUTER + 36 + 20 * len(legend), MIDDLE_X, MIDDLE_Y, OUTER, INNER,
        tuple(Sector(kind, _sector(start, end), f"{wording.span(words, start, end)} {text}")
              for start, end, kind, text in parts),
        tuple(hours), tuple(ticks), legend)


def usual_week(weeks: Sequence[Week]) -> Week:
    """A week in the first third: neither the newcomers' first nor the last days."""
    return weeks[len(weeks) // 3]


def _parts(design: Design, day: Day, group: str, subject: Subject) -> list[tuple[int, int, str, str]]:
    """What the first resident of a group does on a date, in the order of the clock: start, end, kind, words."""
    words = subject.words
    found = [(slot.start, slot.end, KINDS.get(slot.kind, "sessions"), wording.slot(design, slot, words))
             for slot in day.frame if slot.concerns([group])]
    found += [(session.start, session.end, "sessions", wording.session_title(design, session, words))
              for session in day.sessions if session.resident is None and not session.strand and session.is_of(group, 1)]
    night = max((end for _, end, kind, _ in found if kind == "sleep"), default=DAY) - DAY
    return sorted((start, end, kind, text) for start, end, kind, text in found
                  # Whoever wishes rises for the early prayer; the night of all the others goes on.
                  if not (kind == "prayer" and end <= night))


def _at(radius: float, minutes: int, lower: float = 0) -> tuple[float, float]:
    turn = minutes / DAY * 2 * math.pi
    return round(MIDDLE_X + radius * math.sin(turn), 1), round(MIDDLE_Y - radius * math.cos(turn) + lower, 1)


def _point(radius: float, minutes: int) -> str:
    x, y = _at(radius, minutes)
    return f"{x} {y}"


def _sector(start: int, end: int) -> str:
    large = int(end - start > DAY // 2)
    return (f"M{_point(OUTER, start)}A{OUTER} {OUTER} 0 {large} 1 {_point(OUTER, end)}"
            f"L{_point(INNER, end)}A{INNER} {INNER} 0 {large} 0 {_point(INNER, start)}Z")
