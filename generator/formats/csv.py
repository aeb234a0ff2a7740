"""Every session of the timetable as one table of plain text, for any spreadsheet program."""

from __future__ import annotations

import csv
import io

from generator.formats import Materials
from generator.model.values import clock
from generator.views.timetable import TimetableView
from generator.views.workbook import SESSIONS, Value, session_values

SUFFIX = "csv"
VIEWS = ("TimetableView",)
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""A field that begins with one of these could be run as a formula; a quote before it keeps it text (OWASP's advice)."""


def make(view: TimetableView, materials: Materials) -> bytes:
    """UTF-8 with a mark by which Excel knows it; every field quoted; the separator that the language's Excel expects."""
    out = io.StringIO()
    separator = view.words["csv_separator"]
    writer = csv.writer(out, delimiter=separator if len(separator) == 1 else ",", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([_field(name, view.words[name]) for name in SESSIONS])
    for row in view.rows:
        values = session_values(row)
        writer.writerow([_field(name, values[name]) for name in SESSIONS])
    return out.getvalue().encode("utf-8-sig")


def ingredients(view: TimetableView, materials: Materials) -> list[bytes]:
    return []


def _field(name: str, value: Value) -> str:
    if name in ("start", "end") and isinstance(value, int):
        return clock(value)
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
