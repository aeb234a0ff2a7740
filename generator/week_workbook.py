"""An agreed week as a workbook: a house moves sessions in Excel or LibreOffice and gives the file back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from generator.language import Words
from generator.model.agreed import AgreedSession, AgreedWeek
from generator.model.design import Design
from generator.model.values import DAYS, clock
from generator.model.week import component_of
from generator.problem import Location, Problem

COLUMNS = ("session", "title", "day", "at", "lead", "co_lead", "room", "other_lead", "other_room", "locked")
GIVEN = tuple(column for column in COLUMNS if column not in ("title", "locked"))
WIDTHS = {"session": 44, "title": 34, "day": 8, "at": 8, "locked": 9}
FIRST_ROW = 5
"""Row of the first session; above it stand the week, how to use the sheet, and the headings."""


def as_xlsx(week: AgreedWeek, design: Design, words: Words) -> bytes:
    """One row per session; days, posts and rooms are picked from lists."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.active
    sheet.title = words.label("week_workbook.sheet", number=week.week)[:31]
    sheet["A1"], sheet["B1"] = "week", week.week
    sheet["A2"], sheet["B2"] = "locked", "x" if week.locked else ""
    sheet["A3"] = words.label("week_workbook.how")
    for column, name in enumerate(COLUMNS, 1):
        heading = sheet.cell(FIRST_ROW - 1, column, name)
        heading.font, heading.fill = Font(bold=True), PatternFill("solid", fgColor="FFE3E8E6")
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS.get(name, 18)
    rows = sorted(week.sessions, key=lambda s: (DAYS.index(s.day), s.at, s.session))
    for row, one in enumerate(rows, FIRST_ROW):
        for column, name in enumerate(COLUMNS, 1):
            value = {"title": _title(design, one.session, words), "at": clock(one.at), "locked": "x" if one.locked else ""} \
                .get(name, str(getattr(one, name, None) or ""))
            cell = sheet.cell(row, column, value)
            cell.data_type = "s"
            cell.alignment = Alignment(vertical="top")
    names = book.create_sheet(words.label("week_workbook.names"))
    lists: Mapping[str, list[tuple[str, str]]] = {
        "lead": [(name, person.title.to(words.code)) for name, person in design.programme.staff.items()],
        "room": [(name, room.title.to(words.code)) for name, room in design.programme.rooms.items()],
        "day": [(day, words.label(f"days.{day}")) for day in DAYS],
    }
    for block, entries in enumerate(lists.values()):
        for row, (name, title) in enumerate(entries, 1):
            names.cell(row, block * 3 + 1, name)
            names.cell(row, block * 3 + 2, title)
    last = FIRST_ROW + len(rows) + 50
    for field, kind in (("day", "day"), ("lead", "lead"), ("co_lead", "lead"), ("room", "room"), ("other_lead", "lead"),
                        ("other_room", "room")):
        letter = get_column_letter(list(lists).index(kind) * 3 + 1)
        rule = DataValidation("list", formula1=f"='{names.title}'!${letter}$1:${letter}${len(lists[kind])}", allow_blank=True)
        sheet.add_data_validation(rule)
        place = get_column_letter(COLUMNS.index(field) + 1)
        rule.add(f"{place}{FIRST_ROW}:{place}{last}")
    sheet.freeze_panes = f"C{FIRST_ROW}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def from_xlsx(
    raw: bytes, file: str, words: Iterable[Words] = ()
) -> tuple[AgreedWeek | None, dict[str, int], list[Problem]]:
    """The week in a workbook, the row of every session, and what is wrong with it.

    Days may be written as people write them in one of the languages of ``words``: ``Sel`` or ``selasa`` for ``tue``.
    """
    from openpyxl import load_workbook

    try:
        sheet = load_workbook(io.BytesIO(raw), data_only=True).worksheets[0]
        number, locked = sheet["B1"].value, sheet["B2"].value
        headings = [str(cell.value or "").strip() for cell in sheet[FIRST_ROW - 1]]
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, IndexError, TypeError):
        return None, {}, [Problem(Location(file), "TC424", {"why": "no-workbook"})]
    if not isinstance(number, int) or "session" not in headings or "day" not in headings or "at" not in headings:
        return None, {}, [Problem(Location(file, 1), "TC424", {"why": "no-week"})]
    days = {one.label(f"days.{day}").casefold()[:3]: day for one in words for day in DAYS}
    sessions: list[AgreedSession] = []
    rows: dict[str, int] = {}
    problems: list[Problem] = []
    for row, cells in enumerate(sheet.iter_rows(min_row=FIRST_ROW), FIRST_ROW):
        given = {name: _value(cell.value) for name, cell in zip(headings, cells, strict=False) if name in COLUMNS}
        if not given.get("session"):
            continue
        given["day"] = days.get(given.get("day", "").casefold()[:3], given.get("day", ""))
        fields: dict[str, Any] = {name: given[name] for name in GIVEN if given.get(name)}
        try:
            one = AgreedSession(**fields, locked=bool(given.get("locked")))
        except ValidationError as error:
            fault = error.errors(include_url=False)[0]
            key = str(fault["loc"][0]) if fault["loc"] else "session"
            problems.append(Problem(Location(file, row), "TC425", {"key": key, "value": str(given.get(key, ""))[:40]}))
            continue
        if one.session in rows:
            problems.append(Problem(Location(file, row), "TC426", {"name": one.session, "row": rows[one.session]}))
            continue
        rows[one.session] = row
        sessions.append(one)
    week = AgreedWeek(week=number, locked=bool(locked and str(locked).strip()), sessions=tuple(sessions)) \
        if not problems and number > 0 else None
    return week, rows, problems


def _value(value: object) -> str:
    """A cell as text: clock times that the program turned into times of day come back as ``07:45``."""
    if hasattr(value, "strftime"):
        return f"{value:%H:%M}"
    return "" if value is None else str(value).strip()


def _title(design: Design, key: str, words: Words) -> str:
    planned, rest = design.held(key), key.partition("/")[2]
    title = planned.component.title.to(words.code) if planned else component_of(key)
    people, _, last = rest.rpartition("/")
    group = design.programme.groups.get(people) if len(design.programme.groups) > 1 else None
    who = [words.label("resident_number", number=last[1:].partition(".")[0])] if last.startswith("r") else []
    return " · ".join([title, *who, *([group.title.to(words.code)] if group else [])])
