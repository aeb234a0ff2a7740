"""Weekly schedules of the house, a group, a facilitator or a room: its days side by side, one sheet a week.

A week too full for one page stands on two, to be hung side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TypeVar

from generator.language import Words
from generator.model.design import Design
from generator.model.paper import PAPERS
from generator.model.week import Week
from generator.views import wording
from generator.views.sheets.arrangement import OFFICE_HOURS, UNBUNDLED, Arranged, Block, arrange
from generator.views.sheets.boxes import Box, boxes
from generator.views.sheets.clock_marks import Hour, clock_marks
from generator.views.sheets.footing import Columns, LegendEntry, columns, legend, lines_of
from generator.views.sheets.guide_code import GuideCode, guide_code
from generator.views.sheets.head import Head, head, hours_said, name_of
from generator.views.sheets.lettering import PITCH, POINT
from generator.views.sheets.remarks import closed_said, remarks, staff_times
from generator.views.sheets.selection import HOUSE, Chosen, Part, closed_days, has_sessions, parts
from generator.views.sheets.sizing import A4, DOOR, Paper
from generator.views.sheets.sizing import GAP as APART
from generator.views.sheets.working_hours import NONE, hours_of

MARGINS = 18.0, 15.0
"""Millimetres to the left and right of a landscape sheet's print together, and above and below it."""

CLOCK = 8.1
"""Millimetres of the clock's labels, left of the days."""

HEAD = 12.0
"""Millimetres of the title's two lines."""

DAY_NAME, REMARK_SIZE = 6.0, 7.0
"""Millimetres of a day's name, and points of what is said below it."""

FOOT_SIZE, CODE = 7.2, 19.0
"""Points of the remarks; millimetres of the code to be scanned."""

LEGEND, LEGEND_SIZE = 5.2, 8.5
"""Millimetres of a line of the pillars' marks, and points of their names."""

LABEL = 2.8
"""Millimetres from one hour's label to the next, at least."""

GAP, BETWEEN = 1.0, "  ·  "
"""Millimetres between the days and the foot; what stands between two remarks."""

NOTE_SIZE, NOTE_COLUMNS, NOTES_ROOM, MOST_NOTES = 6.4, 4, 24.0, 30
"""Points and columns of notes at the foot, and the millimetres they may take there; more of them stand overleaf."""

OVERLEAF_SIZE, OVERLEAF_HEAD = 7.6, 23.0

ABREAST, COMFORTABLE = (UNBUNDLED, 3, 2, 1), 7.0
"""How many boxes may stand side by side in a day, in the order in which it is tried, until the print has these points."""

PAGES, READABLE = (1, 2), 6.2
"""On how many pages a week may stand, to be hung side by side; points below which bundles rather take another page."""

T = TypeVar("T")


@dataclass(frozen=True)
class Room:
    """Millimetres within the margins of the house's sheet, on its side."""

    width: float
    height: float

    def column(self, days: int) -> float:
        """From one day to the next."""
        return round((self.width - CLOCK) / days, 2)

    def box(self, days: int) -> float:
        """Width of a day's boxes."""
        return round(self.column(days) - APART, 2)


@dataclass(frozen=True)
class DayView:
    name: str
    date: str
    remark: str
    hours: str
    """A facilitator's hours of the day."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Sheet:
    """One week, or some days of a full one, on one page; measures in millimetres."""

    week: int
    head: Head
    day_head: float
    height: float
    legend_height: float
    foot: float
    column: float
    """From one day to the next."""
    days: tuple[DayView, ...]
    hours: tuple[Hour, ...]
    legend: tuple[LegendEntry, ...]
    remarks: str
    notes: Columns
    """At the foot."""
    overleaf: tuple[Columns, ...]
    """Columns of the pages that follow."""
    code: GuideCode | None


@dataclass(frozen=True)
class WeeklyScheduleView:
    """One week of the house, or all wanted weeks of a group, a facilitator or a room."""

    language: str
    title: str
    organisation: str
    programme: str
    edition: str
    draft: str
    """What stands all around every page of a draft; empty where it is none."""
    sheets: tuple[Sheet, ...]
    words: dict[str, str]


def weekly_schedule(
    design: Design, weeks: Sequence[Week], words: Words, chosen: Chosen = HOUSE
) -> WeeklyScheduleView | None:
    """The sheets of these weeks in one language; nothing where none of them has anything to show."""
    sheets = tuple(sheet for week in weeks for sheet in _sheets(design, week, words, chosen))
    if not sheets:
        return None
    organisation, programme = design.programme.organisation, design.programme
    assert organisation is not None
    name = name_of(design, chosen, words)
    number = words.label("weekly_schedule.title", number=weeks[0].number)
    return WeeklyScheduleView(
        language=words.code,
        title=f"{words.label(f'weekly_schedule.{chosen.kind}')}: {name or number}",
        organisation=organisation.name,
        programme=programme.title.to(words.code) if programme.title else design.name,
        edition=words.label("edition", edition=programme.edition or ""),
        draft=design.draft,
        sheets=sheets,
        words={key: words.label(f"weekly_schedule.{key}") for key in ("notes", "scan")},
    )


def _sheets(design: Design, week: Week, words: Words, chosen: Chosen) -> Iterator[Sheet]:
    found, sheet = parts(design, week, chosen), _room(design)
    if chosen != HOUSE and not has_sessions(week, chosen, found):
        return
    closed = closed_days(week, chosen)
    found = tuple(part for part in found if part.day not in closed)
    hours = [hours_of(design, part, chosen.name) for part in found] if chosen.kind == "facilitator" else [NONE] * len(found)
    sessions = [session for part in found for session in part.sessions]
    names = [wording.date(words, part.day.date, "weekday") for part in found]
    day_remarks = [_day_remark(design, part, chosen, words) for part in found]
    worked = [hours_said(words, day.total) if day.total else "" for day in hours]
    day_head = DAY_NAME + max(lines_of(remark, sheet.box(len(found)) - 2, REMARK_SIZE, "bold") + bool(said)
                              for remark, said in zip(day_remarks, worked, strict=True)) * REMARK_SIZE * PITCH * POINT
    marks = legend(design, sessions, words)
    code = guide_code(design, week.number, words) if chosen == HOUSE else None
    remarked = (*(closed_said(words, closed) if chosen.kind in ("house", "group") else ()),
                *staff_times(design, (time for part in found for time in part.beside), words),
                *remarks(design, week, words, chosen, sessions, sum(hours, NONE)))
    pages = _fitted([boxes(design, part, chosen, words) for part in found], names, chosen, words, remarked, marks,
                    sheet, sheet.height - HEAD - day_head, code)
    blocks = [day for page in pages for day in page.arranged.days]
    days = [DayView(name, wording.date(words, part.day.date, "short"), remark, said, own)
            for part, name, remark, said, own in zip(found, names, day_remarks, worked, blocks, strict=True)]
    for page, shown in zip(pages, _by_page(days, len(pages[0].arranged.days)), strict=True):
        between = "" if len(pages) == 1 else wording.from_to(words, shown[0].name, shown[-1].name)
        yield Sheet(
            week.number, head(design, week, words, chosen, sum(hours, NONE), between), day_head, page.height, page.legend,
            round(sheet.height - HEAD - day_head - page.height - GAP, 2), sheet.column(len(pages[0].arranged.days)),
            shown, clock_marks(page.arranged, words, LABEL), marks, page.remarks, page.notes, page.overleaf, code)


def _by_page(days: Sequence[T], a_page: int) -> list[tuple[T, ...]]:
    return [tuple(days[first : first + a_page]) for first in range(0, len(days), a_page)]


def _room(design: Design) -> Room:
    organisation = design.programme.organisation
    short, long = PAPERS[organisation.brand.paper if organisation else "a4"]
    return Room(round(long - MARGINS[0], 2), round(short - MARGINS[1], 2))


@dataclass(frozen=True)
class _Page:
    """An arrangement of some days with the notes it needs, and the remarks that say where those stand; millimetres."""

    arranged: Arranged
    height: float
    legend: float
    remarks: str
    notes: Columns = ()
    overleaf: tuple[Columns, ...] = ()


def _fitted(
    days: Sequence[Sequence[Box]], names: Sequence[str], chosen: Chosen, words: Words, remarked: Sequence[str],
    marks: Sequence[LegendEntry], sheet: Room, height: float, code: GuideCode | None,
) -> list[_Page]:
    """The days on what ``height`` the foot leaves them, on one page or two; what is too long even there, in notes.

    Notes stand at the foot if they are few, else overleaf.
    """
    at_door = chosen.kind in ("facilitator", "room")
    # A post's or a room's day reaches at least over office hours, so that sheets with little on them compare.
    paper, hours = (DOOR, OFFICE_HOURS) if at_door else (A4, None)
    width = sheet.width - (CODE + 3 if code else 0)
    pillars = lines_of("  ".join(f"MMM {mark.title}" for mark in marks), width * 0.95, LEGEND_SIZE, "regular") * LEGEND

    def room(text: str) -> float:
        foot = pillars + lines_of(text, width * 0.99, FOOT_SIZE, "regular") * FOOT_SIZE * PITCH * POINT
        return round(height - max(foot, CODE if code else 0) - GAP, 2)

    at_once = words.label("weekly_schedule.at_once")

    def noted(some: Sequence[Sequence[Box]], own: Sequence[str]) -> _Page:
        text = BETWEEN.join([words.label("weekly_schedule.notes_below"), at_once, *remarked])
        tighter = arrange(some, paper, room(text) - NOTES_ROOM, hours, ABREAST[-1])
        if len(tighter.notes) <= MOST_NOTES:
            (below, *more) = columns(tighter.notes, own, NOTE_COLUMNS, sheet.width, NOTE_SIZE, NOTES_ROOM - 2)
            if not more:
                return _Page(tighter, room(text) - NOTES_ROOM, pillars, text, below)
        text = BETWEEN.join([words.label("weekly_schedule.notes_overleaf"), at_once, *remarked])
        arranged = arrange(some, paper, room(text), hours, ABREAST[-1])
        return _Page(arranged, room(text), pillars, text, (), columns(
            arranged.notes, own, NOTE_COLUMNS, sheet.width, OVERLEAF_SIZE, sheet.height - OVERLEAF_HEAD))

    for a_page in dict.fromkeys(ceil(len(days) / pages) for pages in PAGES):
        paper = replace(paper, column=sheet.box(a_page))
        for text in (BETWEEN.join(remarked), BETWEEN.join([at_once, *remarked])):
            whole = [_without_notes(some, paper, room(text), hours) for some in _by_page(days, a_page)]
            if not any(one and one.bundled for one in whole):
                break
        if all(one and (one.size >= READABLE or not one.bundled) for one in whole):
            break
    return [_Page(one, room(text), pillars, text) if one else noted(some, own)
            for one, some, own in zip(whole, _by_page(days, a_page), _by_page(names, a_page), strict=True)]


def _without_notes(
    days: Sequence[Sequence[Box]], paper: Paper, height: float, hours: tuple[int, int] | None
) -> Arranged | None:
    """Side by side, if that says every word; else as few bundles as can be read well, or those in the largest print."""
    best: Arranged | None = None
    for abreast in ABREAST:
        arranged = arrange(days, paper, height, hours, abreast)
        if not arranged.notes and (best is None or arranged.size > best.size):
            best = arranged
        if best and (abreast == UNBUNDLED or best.size >= COMFORTABLE):
            break
    return best


def _day_remark(design: Design, part: Part, chosen: Chosen, words: Words) -> str:
    if part.shut:
        return words.label("weekly_schedule.leave" if chosen.kind == "facilitator" else "weekly_schedule.closed")
    holiday = part.day.calendar.holiday
    said = [holiday.to(words.code)] if holiday else []
    said += [wording.slot(design, slot, words) for slot in part.away]
    return " · ".join(said)
