"""A week of the small house, and its workbook rewritten by hand."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from generator.agreed_week import placements_of
from generator.gather import gather
from generator.keep import Kept
from generator.weeks import lay_out


def the_week(root: Path, number: int, earlier: Kept | None = None):
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]
    weeks, file, problems = lay_out(design, earlier or Kept())
    assert not [p for p in problems if p.is_error], problems
    return design, weeks[number - 1], file


def where(week, component: str) -> list[tuple[int, int]]:
    return [(spot.day, spot.start) for spot in placements_of(week) if spot.key.startswith(component + "/")]


def rewrite(book: Path, component: str, **cells: str) -> None:
    workbook = openpyxl.load_workbook(book)
    sheet = workbook.worksheets[0]
    headings = [cell.value for cell in sheet[4]]
    for row in range(5, sheet.max_row + 1):
        if str(sheet.cell(row, 1).value).startswith(component):
            for name, value in cells.items():
                sheet.cell(row, headings.index(name) + 1).value = value
            break
    workbook.save(book)
