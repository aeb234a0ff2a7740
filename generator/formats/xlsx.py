"""The timetable as a workbook: all sessions as rows to filter, and a sheet for each group, post and room. The design report as
one: what is open, and all criteria."""

from __future__ import annotations

from generator.formats import Materials
from generator.formats._book import book
from generator.libraries import version
from generator.views.design_report import DesignReportView, sheets
from generator.views.timetable import TimetableView
from generator.views.workbook import workbook

SUFFIX = "xlsx"
VIEWS = ("DesignReportView", "TimetableView")


View = DesignReportView | TimetableView


def make(view: View, materials: Materials) -> bytes:
    """An XLSX workbook, below two megabytes for half a year."""
    return book(sheets(view) if isinstance(view, DesignReportView) else list(workbook(view)), stamp=materials.stamp,
                title=f"{view.title}: {view.programme}", creator=view.organisation, paper=materials.paper)


def ingredients(view: View, materials: Materials) -> list[bytes]:
    return [version("openpyxl").encode(), str(materials.stamp).encode(), materials.paper.encode()]
