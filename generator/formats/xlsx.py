"""The timetable as a workbook: all sessions as rows to filter, and the daily frame."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import Any

from generator.formats import Materials
from generator.formats._zip import repacked
from generator.views.timetable import COLUMNS, FRAME_COLUMNS, TimetableView

SUFFIX = "xlsx"
VIEWS = ("TimetableView",)
WIDTHS = {"week": 9, "phase": 16, "date": 12, "weekday": 10, "start": 8, "end": 8, "title": 34, "pillar": 24, "topic": 38,
          "group": 14, "resident": 10, "leader": 24, "co_leader": 24, "room": 24, "alternative": 44}


def make(view: TimetableView, materials: Materials) -> bytes:
    """An XLSX workbook; text is always text, so that a title such as ``=HYPERLINK(…)`` never becomes a formula."""
    from openpyxl import Workbook

    book = Workbook()
    stamp = dt.datetime.fromtimestamp(materials.stamp, dt.timezone.utc).replace(tzinfo=None)
    book.properties.created = book.properties.modified = stamp
    book.properties.creator = view.organisation
    book.properties.title = f"{view.title}: {view.programme}"
    sheet = book.active
    sheet.title = view.words["sheet"][:31]
    _fill(sheet, COLUMNS, view.headings, view.rows)
    _fill(book.create_sheet(view.words["frame"][:31]), FRAME_COLUMNS, view.frame_headings, view.frame)
    out = io.BytesIO()
    book.save(out)
    # openpyxl writes the hour of saving, whatever the properties say.
    moment = stamp.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return repacked(out.getvalue(), {"docProps/core.xml": lambda xml: re.sub(
        rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)", rb"\g<1>" + moment + rb"\g<2>", xml)})


def ingredients(view: TimetableView, materials: Materials) -> list[bytes]:
    import importlib.metadata

    return [importlib.metadata.version("openpyxl").encode(), str(materials.stamp).encode()]


def _fill(sheet: Any, columns: tuple[str, ...], headings: tuple[str, ...], rows: tuple[Any, ...]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for column, (name, heading) in enumerate(zip(columns, headings, strict=True), 1):
        cell = sheet.cell(1, column, heading)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="FFE3E8E6")
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS[name]
    for number, row in enumerate(rows, 2):
        for column, name in enumerate(columns, 1):
            value = getattr(row, name)
            cell = sheet.cell(number, column)
            if name in ("start", "end"):
                cell.value = dt.time(value // 60 % 24, value % 60)
                cell.number_format = "hh:mm"
            elif isinstance(value, str):
                cell.value = _plain(value)
                cell.data_type = "s"
                cell.alignment = Alignment(vertical="top", wrap_text=name in ("topic", "alternative"))
            else:
                cell.value = value
                if isinstance(value, dt.date):
                    cell.number_format = "yyyy-mm-dd"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _plain(text: str) -> str:
    """Signs that a workbook cannot hold, left out."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
