"""Write a workbook of plain tables. openpyxl makes the frame of it; the cells, many thousands, are written here.

Text is always written as text, so that a title such as ``=HYPERLINK(…)`` never becomes a formula.
"""

from __future__ import annotations

import datetime as dt
import io
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

from generator.formats._xml import UNHEARD
from generator.formats._zip import repacked
from generator.model.paper import PaperName
from generator.views.workbook import Column, Sheet, Value

LONGEST_NAME = 31
PAPER_CODES: dict[PaperName, int] = {"a4": 9, "f4": 14, "letter": 1}
"""As spreadsheet programs number them; F4 is their Folio."""
_FIRST_DAY = dt.date(1899, 12, 30)
_DATA = re.compile(rb"<sheetData ?/>|<sheetData>.*</sheetData>", re.DOTALL)
_SIZE = re.compile(rb'<dimension ref="[^"]*" ?/>')


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Names that every spreadsheet program takes: at most 31 signs, none of ``[]:*?/\\``, no two the same."""
    found: list[str] = []
    for title in titles:
        plain = " ".join(re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", title).split()).strip("'") or "-"
        name, number = _cut(plain, LONGEST_NAME), 1
        while name.casefold() in {other.casefold() for other in found} | {"history"}:
            number += 1
            name = _cut(plain, LONGEST_NAME - len(f" ({number})")) + f" ({number})"
        found.append(name)
    return found


def _cut(text: str, most: int) -> str:
    """So many UTF-16 units, as spreadsheet programs count: its beginning and its end, which tells posts of one name apart."""
    if len(text.encode("utf-16-le")) <= 2 * most:
        return text.strip(" '")
    start, end = text[: most // 2], text[-(most - most // 2) :]
    while len(f"{start}…{end}".encode("utf-16-le")) > 2 * most:
        start, end = (start[:-1], end) if len(start) >= len(end) else (start, end[1:])
    return f"{start.strip()}…{end.strip()}".strip(" '")


def book(sheets: Sequence[Sheet], *, title: str, creator: str, stamp: int, paper: PaperName = "a4") -> bytes:
    """The XLSX file; every sheet with its heading in sight, a filter, and one page wide on landscape paper."""
    from openpyxl import Workbook

    made = Workbook()
    moment = dt.datetime.fromtimestamp(stamp, dt.timezone.utc).replace(tzinfo=None)
    made.properties.created = made.properties.modified = moment
    made.properties.creator, made.properties.title = creator, title
    made.remove(made.active)
    for name, sheet in zip(sheet_names(sheet.title for sheet in sheets), sheets, strict=True):
        _lay_out(made.create_sheet(name), sheet, f"{title} · {creator}", paper)
    styles = _styles(made.worksheets[0])
    out = io.BytesIO()
    made.save(out)
    change = {f"xl/worksheets/sheet{number}.xml": partial(_with_cells, _filled(sheet, styles))
              for number, sheet in enumerate(sheets, 1)}
    modified = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return repacked(out.getvalue(), {
        **change,
        # openpyxl writes the hour of saving, whatever the properties say.
        "docProps/core.xml": lambda xml: re.sub(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)",
                                                rb"\g<1>" + modified + rb"\g<2>", xml),
    })


def _lay_out(page: Any, sheet: Sheet, said: str, paper: PaperName) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.page import PageMargins

    for number, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}2"
    page.auto_filter.ref = _span(sheet)
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", PAPER_CODES[paper]
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    # Rows are told apart on paper too, and the sheet has the room that a printer leaves.
    page.print_options.gridLines = True
    page.page_margins = PageMargins(left=0.4, right=0.4, top=0.4, bottom=0.6, header=0.3, footer=0.3)
    page.print_title_rows = "1:1"
    page.oddFooter.left.text = said.replace("&", "&&")
    page.oddFooter.right.text = "&A · &P/&N"


def _span(sheet: Sheet) -> str:
    from openpyxl.utils import get_column_letter

    return f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"


def _styles(page: Any) -> dict[str, int]:
    """Kind of column → the number of its style in the workbook."""
    from openpyxl.styles import Alignment, Font, PatternFill

    patterns = {"heading": "", "text": "", "wrap": "", "clock": "hh:mm", "date": "yyyy-mm-dd", "number": "0", "count": "0",
                "hours": "0.0"}
    found = {}
    for number, (kind, pattern) in enumerate(patterns.items(), 1):
        cell = page.cell(1, number)
        cell.alignment = Alignment("left" if kind in ("clock", "date", "count") else None, "top",
                                   wrap_text=kind in ("wrap", "heading"))
        if kind == "heading":
            cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="FFE3E8E6")
        if pattern:
            cell.number_format = pattern
        found[kind] = cell.style_id
    return found


def _filled(sheet: Sheet, styles: Mapping[str, int]) -> tuple[bytes, bytes]:
    """The sheet's size and its cells."""
    from openpyxl.utils import get_column_letter

    letters = [get_column_letter(number) for number in range(1, len(sheet.columns) + 1)]
    headings = [Column(column.heading, column.width, "heading") for column in sheet.columns]
    out = ["<sheetData>", _row(1, letters, headings, [column.heading for column in sheet.columns], styles)]
    out += [_row(number, letters, sheet.columns, values, styles) for number, values in enumerate(sheet.rows, 2)]
    return f'<dimension ref="{_span(sheet)}"/>'.encode(), ("".join(out) + "</sheetData>").encode()


def _with_cells(filled: tuple[bytes, bytes], xml: bytes) -> bytes:
    return _DATA.sub(lambda _: filled[1], _SIZE.sub(lambda _: filled[0], xml, count=1), count=1)


def _row(
    number: int, letters: Sequence[str], columns: Sequence[Column], values: Sequence[Value], styles: Mapping[str, int],
) -> str:
    cells, lines = [], 1
    for letter, column, value in zip(letters, columns, values, strict=True):
        kind = column.kind
        if value is None or value == "":
            continue
        if isinstance(value, str):
            if kind in ("wrap", "heading"):
                lines = max(lines, math.ceil(len(value) * 1.15 / column.width))
            text = escape(UNHEARD.sub("", value))
            cells.append(f'<c r="{letter}{number}" s="{styles[kind]}" t="inlineStr"><is><t>{text}</t></is></c>')
        else:
            cells.append(f'<c r="{letter}{number}" s="{styles[kind]}"><v>{_number(kind, value)}</v></c>')
    tall = f' ht="{lines * 15}" customHeight="1"' if lines > 1 else ""
    return f'<row r="{number}"{tall}>{"".join(cells)}</row>'


def _number(kind: str, value: int | float | dt.date) -> int | float:
    if isinstance(value, dt.date):
        return (value - _FIRST_DAY).days
    # In full: a spreadsheet cuts off what a rounded fraction lacks, and 08:00 becomes 07:59.
    return value % 1440 / 1440 if kind == "clock" else value
