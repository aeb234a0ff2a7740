"""The timetable as a workbook: all sessions as rows to filter, and a sheet for each group, post and room."""

from __future__ import annotations

from generator.formats import Materials
from generator.formats._book import book
from generator.libraries import version
from generator.views.timetable import TimetableView
from generator.views.workbook import workbook

SUFFIX = "xlsx"
VIEWS = ("TimetableView",)


def make(view: TimetableView, materials: Materials) -> bytes:
    """An XLSX workbook, below two megabytes for half a year."""
    return book(list(workbook(view)), title=f"{view.title}: {view.programme}", creator=view.organisation,
                stamp=materials.stamp, paper=materials.paper)


def ingredients(view: TimetableView, materials: Materials) -> list[bytes]:
    return [version("openpyxl").encode(), str(materials.stamp).encode(), materials.paper.encode()]
