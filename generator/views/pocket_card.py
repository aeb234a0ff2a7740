"""A week for the pocket: A6, two pages, times and titles day by day; and four cards to an A4 sheet for the printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.language import Words
from generator.model.design import Design
from generator.model.week import Week
from generator.views import wording
from generator.views.sheets import lettering
from generator.views.sheets.boxes import Box
from generator.views.sheets.guide_code import GuideCode, guide_code
from generator.views.sheets.lettering import PITCH, POINT
from generator.views.sheets.terse import TerseWeek, terse_weeks

WIDTH, HEIGHT = 45.0, 59.0
"""Millimetres of a day: two days beside each other, two below."""

TIME, NAME = 2.6, 4.4
"""Width of a clock time in type sizes; millimetres of the day's name."""

SIZES = (8.5, 8.0, 7.5, 7.0, 6.6, 6.2, 5.9, 5.6)

WIDEST_GAP = 0.8
"""Millimetres between rows, where there is room."""

_LEFT_OUT: tuple[tuple[str, Callable[[Box], bool]], ...] = (
    ("", lambda box: False),
    ("pocket_card.without_free", lambda box: box.kind == "free"),
    ("pocket_card.without_frame", lambda box: box.kind in ("frame", "free")),
)
"""What a card too small for the week does without, in this order, and the words that say so."""


@dataclass(frozen=True)
class CardRow:
    time: str
    title: str
    session: bool


@dataclass(frozen=True)
class CardDay:
    name: str
    rows: tuple[CardRow, ...]


@dataclass(frozen=True)
class Card:
    """One group's week: four days in front, three at the back."""

    title: str
    subtitle: str
    size: float
    """Points."""
    gap: float
    """Millimetres between rows."""
    days: tuple[CardDay, ...]
    remark: str
    """What the card leaves out; nothing where everything is on it."""


@dataclass(frozen=True)
class PocketCardView:
    """A week's cards, one for each group."""

    language: str
    title: str
    organisation: str
    programme: str
    edition: str
    to_an_a4: bool
    """Four of each to an A4 sheet, front and back, instead of pages of A6."""
    cards: tuple[Card, ...]
    telephone: str
    code: GuideCode | None
    scan: str


def pocket_card(design: Design, week: Week, words: Words, *, to_an_a4: bool) -> PocketCardView:
    """The cards of one week in one language."""
    organisation, programme = design.programme.organisation, design.programme
    assert organisation is not None
    telephone = words.label("pocket_card.emergency", number=organisation.emergency_phone) \
        if organisation.emergency_phone else ""
    return PocketCardView(
        words.code, f"{words.label('pocket_card.title')}: {words.label('weekly_schedule.title', number=week.number)}",
        organisation.name, programme.title.to(words.code) if programme.title else design.name,
        words.label("edition", edition=programme.edition or ""), to_an_a4,
        tuple(_card(week, terse, words) for terse in terse_weeks(design, week, words)),
        telephone, guide_code(design, week.number, words), words.label("weekly_schedule.scan"))


def _card(week: Week, terse: TerseWeek, words: Words) -> Card:
    remark, size, days = _shown(terse, words)
    spare = min(((HEIGHT - NAME - _tall(day, size)) / len(day) for day in days if day), default=0.0)
    title = terse.title
    return Card(title, words.label("weekly_schedule.title", number=week.number), size,
                round(min(max(spare, 0.0), WIDEST_GAP), 2),
                tuple(CardDay(name, tuple(day)) for name, day in zip(terse.names, days, strict=True)),
                words.label(remark) if remark else "")


def _shown(terse: TerseWeek, words: Words) -> tuple[str, float, list[list[CardRow]]]:
    """The rows of each day, the size in which they fit, and the label of what is left out for it."""
    for remark, left_out in _LEFT_OUT:
        days = [[CardRow(wording.clock(words, box.start), box.title, box.kind not in ("frame", "free"))
                 for box in day if not left_out(box)] for day in terse.days]
        for size in SIZES:
            if all(_tall(day, size) <= HEIGHT - NAME for day in days):
                return remark, size, days
    return remark, SIZES[-1], days


def _tall(rows: Sequence[CardRow], size: float) -> float:
    """Millimetres of a day's rows: each its time, and its title in as many lines as it takes beside it."""
    room = WIDTH / (size * POINT) - TIME
    count = 0
    for row in rows:
        title = lettering.Words(row.title, "bold" if row.session else "regular")
        count += lettering.text((title,)).lines(room) or len(row.title.split())
    return count * PITCH * size * POINT
