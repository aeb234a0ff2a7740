"""All weeks as rows: for spreadsheets, calendars and other programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from generator.language import Words
from generator.model.design import Design
from generator.model.week import Session, Week
from generator.views import wording
from generator.views.session_plan import place_word
from generator.views.topic import topic_title


@dataclass(frozen=True)
class Row:
    """One session; ``start`` and ``end`` are minutes after midnight of ``date``."""

    key: str
    week: int
    phase: str
    date: dt.date
    weekday: str
    start: int
    end: int
    title: str
    pillar: str
    topic: str
    group: str
    resident: str
    leader: str
    co_leader: str
    room: str
    alternative: str


@dataclass(frozen=True)
class FrameRow:
    """One item of the daily frame on one date."""

    week: int
    date: dt.date
    weekday: str
    start: int
    end: int
    title: str


@dataclass(frozen=True)
class TimetableView:
    """Every session of every week, in the order of the clock."""

    language: str
    title: str
    organisation: str
    programme: str
    name: str
    edition: str
    made: dt.date
    """A fixed date for stamps: the programme's first day, so that the same input gives the same bytes."""
    hours_from_utc: int
    rows: tuple[Row, ...]
    frame: tuple[FrameRow, ...]
    headings: tuple[str, ...]
    frame_headings: tuple[str, ...]
    words: dict[str, str]


COLUMNS = ("week", "phase", "date", "weekday", "start", "end", "title", "pillar", "topic", "group", "resident", "leader",
           "co_leader", "room", "alternative")
FRAME_COLUMNS = ("week", "date", "weekday", "start", "end", "title")
_OFFSETS = {"Asia/Jakarta": 7, "Asia/Pontianak": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9}


def timetable(design: Design, weeks: Sequence[Week], words: Words) -> TimetableView:
    """The programme's sessions and frame in one language."""
    language, programme = words.code, design.programme
    assert programme.organisation and programme.starts and programme.place
    staff, rooms = programme.staff, programme.rooms
    rows = []
    for week in weeks:
        seen: dict[str, int] = {}
        for session in week.sessions:
            component = design.components[session.component].component
            key = "-".join((session.component, *session.key.split("/")[1:2], f"w{week.number:02d}")) \
                .replace("~", "-part-").replace("+", "-and-")
            if session.resident:
                key += f"-r{session.resident:02d}"
            seen[key] = seen.get(key, 0) + 1
            rows.append(Row(
                f"{key}-{seen[key]}", week.number, wording.phase(design, week, words), session.date,
                wording.date(words, session.date, "weekday"), session.start, session.end,
                wording.session_title(design, session, words), design.catalogue.pillars[component.pillar].title.to(language),
                topic_title(component, session, words),
                wording.groups(design, session, words),
                words.label("resident_number", number=f"{session.resident:02d}") if session.resident else "",
                staff[session.lead].title.to(language),
                staff[session.co_lead].title.to(language) if session.co_lead else "",
                rooms[session.room].title.to(language) if session.room else words.label(place_word(component)),
                _alternative(design, session, words),
            ))
    frame = tuple(
        FrameRow(week.number, day.date, wording.date(words, day.date, "weekday"), slot.start, slot.end,
                 wording.slot(design, slot, words))
        for week in weeks for day in week.days for slot in day.frame
    )
    return TimetableView(
        language, words.label("timetable.title"), programme.organisation.name,
        programme.title.to(language) if programme.title else design.name, design.name,
        words.label("edition", edition=programme.edition or ""), programme.starts,
        _OFFSETS[programme.place.time_zone], tuple(rows), frame,
        tuple(_heading(column, words) for column in COLUMNS),
        tuple(_heading(column, words) for column in FRAME_COLUMNS),
        {key: value for key, value in words.branch("timetable").items() if isinstance(value, str)},
    )


def _heading(column: str, words: Words) -> str:
    return words.label(f"timetable.{'activity' if column == 'title' else column}")


def _alternative(design: Design, session: Session, words: Words) -> str:
    component = design.components[session.component].component
    if not component.alternative or not session.other_lead:
        return ""
    staff, rooms = design.programme.staff, design.programme.rooms
    room = session.other_room
    return " · ".join([
        component.alternative.title.to(words.code),
        staff[session.other_lead].title.to(words.code),
        *([rooms[room].title.to(words.code)] if room else []),
    ])
