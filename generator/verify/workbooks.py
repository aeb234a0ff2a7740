"""The timetable as tables: the workbook's first sheet and the CSV row by row; of the other sheets how many rows they have."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.documents import Laid
from generator.verify import Fault
from generator.verify.session_rows import COLUMNS, rows

FILES = ("weekly-schedule.xlsx", "weekly-schedule.csv")
_ROW = re.compile(rb"<row(?: [^>]*)?>\s*<c")
"""A row with cells; a program may leave the height of one that is gone."""


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    found = _of_csv(path, laid) if path.suffix == ".csv" else _of_workbook(path)
    head = [str(name) for name in found[0]] if found else []
    places = [head.index(name) if (name := laid.words.label(f"timetable.{key}")) in head else -1 for key in COLUMNS]
    wanted = list(rows(laid))
    said = [tuple(_plain(row[place]) if 0 <= place < len(row) else "" for place in places) for row in found[1:]]
    yield None if len(said) == len(wanted) else Fault("count", str(len(wanted)), str(len(said)))
    for expected, row in zip(wanted, said, strict=False):
        yield None if expected == row else Fault("session", " · ".join(filter(None, expected)), " · ".join(filter(None, row)))
    if path.suffix == ".xlsx":
        yield from _counts(path, laid)


def _of_workbook(path: Path) -> list[Sequence[object]]:
    from openpyxl import load_workbook

    return list(load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True))


def _of_csv(path: Path, laid: Laid) -> list[Sequence[object]]:
    separator = laid.words.label("timetable.csv_separator")
    text = path.read_text(encoding="utf-8-sig")
    # A quote before a sign with which a formula begins keeps it text.
    return [[re.sub(r"^'(?=[=+@\t\r-])", "", value) for value in row]
            for row in csv.reader(io.StringIO(text), delimiter=separator if len(separator) == 1 else ",")]


def _counts(path: Path, laid: Laid) -> Iterator[Fault | None]:
    """Rows of the sheets that follow: the frame, each group, each post, each room, below one row of headings."""
    programme = laid.design.programme
    sessions = [session for week in laid.weeks for session in week.sessions]
    wanted = [sum(len(day.frame) for week in laid.weeks for day in week.days)]
    wanted += [sum(group in session.groups for session in sessions) for group in programme.groups]
    for post in programme.staff:
        count = sum(post in (s.lead, s.co_lead, _other(s.component, s.other_lead, laid)) for s in sessions)
        count += sum(post in watch.people for week in laid.weeks for watch in week.duty)
        wanted.append(count + sum(post in time.staff for week in laid.weeks for time in week.team_times))
    wanted += [sum(room in (s.room, _other(s.component, s.other_room if s.other_lead else None, laid)) for s in sessions)
               for room in programme.rooms]
    with zipfile.ZipFile(path) as archive:
        for number, count in enumerate(wanted, 2):
            content = archive.read(f"xl/worksheets/sheet{number}.xml")
            found = len(_ROW.findall(content)) - 1
            yield None if found == count else Fault("count", f"{number}: {count}", str(found))


def _other(component: str, name: str | None, laid: Laid) -> str | None:
    """Who or where for what is offered at the same time, if the component offers anything."""
    return name if laid.design.components[component].component.alternative else None


def _plain(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return "" if value is None else str(value)
