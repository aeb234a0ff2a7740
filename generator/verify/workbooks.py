"""The workbook: its first sheet row by row, and the number of rows of each group's, post's and room's sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from generator.documents import Laid
from generator.verify import Fault
from generator.views import wording

FILES = ("weekly-schedule.xlsx",)


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    heads = {str(name): index for index, name in enumerate(next(rows, ()))}
    label, staff, rooms = laid.words.label, laid.design.programme.staff, laid.design.programme.rooms
    columns = [heads.get(label(f"timetable.{key}"), -1) for key in (
        "week", "date", "start", "end", "activity", "leader", "co_leader", "room", "minutes")]
    wanted = [session for week in laid.weeks for session in week.sessions]
    found = [[row[index] if 0 <= index < len(row) else None for index in columns] for row in rows]
    yield None if len(found) == len(wanted) else Fault("count", str(len(wanted)), str(len(found)))
    weeks = {session.key + session.date.isoformat(): week.number for week in laid.weeks for session in week.sessions}
    code = laid.words.code
    for session, row in zip(wanted, found, strict=False):
        expected = [
            str(weeks[session.key + session.date.isoformat()]), session.date.isoformat(), _clock(session.start),
            _clock(session.end), wording.session_title(laid.design, session, laid.words), staff[session.lead].title.to(code),
            staff[session.co_lead].title.to(code) if session.co_lead else "",
            rooms[session.room].title.to(code) if session.room else None,
            str(session.end - session.start - 2 * session.travel)]
        said = [_plain(value) for value in row]
        same = all(one is None or one == other for one, other in zip(expected, said, strict=True))
        yield None if same else Fault("session", " · ".join(filter(None, expected)), " · ".join(filter(None, said)))


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def _plain(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return "" if value is None else str(value)
