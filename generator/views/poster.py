"""A week for the wall, to be read from two metres: A3, one day to a column, times and titles only.

A week that one sheet cannot show in letters so large stands on two, to be hung side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TypeVar

from generator.language import Words
from generator.model.design import Design
from generator.model.week import Week
from generator.views import wording
from generator.views.sheets.arrangement import UNBUNDLED, Arranged, Block, arrange
from generator.views.sheets.clock_marks import Hour, clock_marks
from generator.views.sheets.footing import LegendEntry
from generator.views.sheets.guide_code import GuideCode, guide_code
from generator.views.sheets.head import Heading, dates
from generator.views.sheets.lettering import fitting
from generator.views.sheets.sizing import GAP, Paper
from generator.views.sheets.terse import TerseWeek, terse_weeks

A3 = Paper(54.6, (22.0, 20.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0), 10.0, 22.0, 2.0, smaller=True)

FROM_AFAR = 14.0
"""Points that can be read from two metres; a box is set smaller only where two sheets have no room for them."""

WAYS = ((1, UNBUNDLED), (1, 1), (2, UNBUNDLED))
"""On how many sheets a week stands, and how many boxes side by side in a day: tried in this order, until all can be read."""

WIDTH, HEIGHT = 386.4, 237.0
"""Millimetres of the days on an A3 landscape sheet: beside the clock; below the title and above the marks of the pillars."""

T = TypeVar("T")


@dataclass(frozen=True)
class PosterDay:
    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class PosterSheet:
    """One group's week, or some days of it; in a house with one group, the house's."""

    title: Heading
    subtitle: str
    legend_size: float
    column: float
    """Millimetres from one day to the next."""
    days: tuple[PosterDay, ...]
    hours: tuple[Hour, ...]
    legend: tuple[LegendEntry, ...]
    size: float
    """Points in which the sheet is set."""


@dataclass(frozen=True)
class PosterView:
    """A week's posters, one sheet for each group, or two for each."""

    language: str
    title: str
    organisation: str
    programme: str
    edition: str
    height: float
    sheets: tuple[PosterSheet, ...]
    code: GuideCode | None
    scan: str


def poster(design: Design, week: Week, words: Words) -> PosterView:
    """The posters of one week in one language."""
    organisation, programme = design.programme.organisation, design.programme
    assert organisation is not None
    return PosterView(
        words.code, f"{words.label('poster.title')}: {words.label('weekly_schedule.title', number=week.number)}",
        organisation.name, programme.title.to(words.code) if programme.title else design.name,
        words.label("edition", edition=programme.edition or ""), HEIGHT,
        tuple(_sheets(week, tuple(terse_weeks(design, week, words)), words)),
        guide_code(design, week.number, words), words.label("weekly_schedule.scan"))


def _sheets(week: Week, groups: Sequence[TerseWeek], words: Words) -> Iterator[PosterSheet]:
    """Each group's sheets: of every group as many as the fullest week needs."""
    for count, abreast in WAYS:
        each = [[arrange(days, replace(A3, column=_column(days) - GAP), HEIGHT, abreast=abreast)
                 for days in _shared(terse.days, count)] for terse in groups]
        if all(block.size >= FROM_AFAR for sheets in each for one in sheets for day in one.days for block in day):
            break
    for terse, sheets in zip(groups, each, strict=True):
        for arranged, names in zip(sheets, _shared(terse.names, count), strict=True):
            between = wording.from_to(words, names[0], names[-1]) if count > 1 else ""
            yield _sheet(week, terse, " · ".join(filter(None, (terse.title, between))), names, arranged, words)


def _shared(days: Sequence[T], count: int) -> list[Sequence[T]]:
    """The days of each of ``count`` sheets, the larger part first."""
    a_sheet = ceil(len(days) / count)
    return [days[first : first + a_sheet] for first in range(0, len(days), a_sheet)]


def _column(days: Sequence[object]) -> float:
    return round(WIDTH / len(days), 2)


def _sheet(
    week: Week, terse: TerseWeek, title: str, names: Sequence[str], arranged: Arranged, words: Words
) -> PosterSheet:
    subtitle = words.label("poster.subtitle", week=words.label("weekly_schedule.title", number=week.number),
                           dates=dates(week, words))
    return PosterSheet(
        Heading(title, fitting(title, 250, (48, 44, 40, 34, 28, 22), "bold")), subtitle,
        fitting("".join(f"MMM{mark.title}" for mark in terse.legend), 380, (14, 13, 12, 11, 10, 9), "regular"),
        _column(names), tuple(PosterDay(name, blocks) for name, blocks in zip(names, arranged.days, strict=True)),
        clock_marks(arranged, words, 6.0), terse.legend, arranged.size)
