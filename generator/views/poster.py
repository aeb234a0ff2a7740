"""A week for the wall, to be read from two metres: A3, one day to a column, times and titles only."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Words
from generator.model.design import Design
from generator.model.week import Week
from generator.views.sheets.arrangement import Block, arrange
from generator.views.sheets.clock_marks import Hour, clock_marks
from generator.views.sheets.footing import LegendEntry
from generator.views.sheets.guide_code import GuideCode, guide_code
from generator.views.sheets.head import Heading, dates
from generator.views.sheets.lettering import fitting
from generator.views.sheets.sizing import Paper
from generator.views.sheets.terse import TerseWeek, terse_weeks

A3 = Paper(54.6, (22.0, 20.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0), 10.0, 22.0)
"""Body text of 14 points can be read from two metres; the sizes below are for weeks that leave no room for it."""

HEIGHT = 237.0
"""Millimetres of the days on an A3 landscape sheet, below the title and above the marks of the pillars."""


@dataclass(frozen=True)
class PosterDay:
    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class PosterSheet:
    """One group's week; in a house with one group, the house's."""

    title: Heading
    subtitle: str
    legend_size: float
    days: tuple[PosterDay, ...]
    hours: tuple[Hour, ...]
    legend: tuple[LegendEntry, ...]
    size: float
    """Points in which the sheet is set."""


@dataclass(frozen=True)
class PosterView:
    """A week's posters, one sheet for each group."""

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
        tuple(_sheet(week, terse, words) for terse in terse_weeks(design, week, words)),
        guide_code(design, week.number, words), words.label("weekly_schedule.scan"))


def _sheet(week: Week, terse: TerseWeek, words: Words) -> PosterSheet:
    arranged = arrange(terse.days, A3, HEIGHT)
    title = terse.title
    subtitle = words.label("poster.subtitle", week=words.label("weekly_schedule.title", number=week.number),
                           dates=dates(week, words))
    return PosterSheet(
        Heading(title, fitting(title, 250, (48, 44, 40, 34, 28, 22), "bold")), subtitle,
        fitting("".join(f"MMM{mark.title}" for mark in terse.legend), 380, (14, 13, 12, 11, 10, 9), "regular"),
        tuple(PosterDay(name, blocks) for name, blocks in zip(terse.names, arranged.days, strict=True)),
        clock_marks(arranged, words, 6.0), terse.legend, arranged.size)
