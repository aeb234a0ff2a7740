"""The sheets of the duty roster: every shift, its sums and its letter."""

from __future__ import annotations

import datetime as dt

from generator.documents import Laid
from generator.documents.duty_roster import pieces
from generator.formats import Materials
from generator.formats.typst import make
from generator.views.duty_roster import distinct_letters
from tests.schedule.duty.made_teams import MONDAY, laid_weeks, made, somebody


def test_the_sheets_show_every_shift_and_its_sums(house, words):
    away = MONDAY + dt.timedelta(35), MONDAY + dt.timedelta(41)
    design = house([*[somebody(hours_per_week=48)] * 5, somebody(leave=[away])])
    found, _ = made(design)
    weeks = laid_weeks(found, range(1, 11))

    (piece,) = pieces(Laid(design, weeks, weeks, (), words["id"]))

    sheets = piece.view.sheets
    assert [len(sheet.weeks) for sheet in sheets] == [4, 4, 2]
    assert sum(float(post.hours) for sheet in sheets for post in sheet.posts) == 10 * 7 * 24
    assert sum(int(post.nights) for sheet in sheets for post in sheet.posts) == 70
    assert [row.letter for row in sheets[0].shifts] == ["P", "S", "M"]
    assert all(len(cell) == 1 for sheet in sheets for row in sheet.shifts for cell in row.cells)
    assert [cell.look for cell in sheets[1].posts[5].cells[7:14]] == ["leave"] * 7
    assert sheets[1].legend[-1].look == "leave" and sheets[0].legend[-1].look != "leave"


def test_a_house_without_duty_has_no_sheet(small_house, words):
    weeks = laid_weeks({}, range(1, 3))

    assert list(pieces(Laid(small_house.designs["small-house"], weeks, weeks, (), words["id"]))) == []


def test_the_roster_is_one_pdf_with_a_landscape_page_for_four_weeks(house, words, templates):
    from io import BytesIO

    from pypdf import PdfReader

    design = house([somebody()] * 5)
    found, _ = made(design, 8)
    weeks = laid_weeks(found, range(1, 9))
    (piece,) = pieces(Laid(design, weeks, weeks, (), words["id"]))

    pages = PdfReader(BytesIO(make(piece.view, Materials(templates)))).pages

    assert len(pages) == 2
    assert pages[0].mediabox.width > pages[0].mediabox.height
    assert "Daftar jaga, pekan 5–8" in pages[1].extract_text()


def test_shifts_of_one_initial_have_different_letters():
    assert distinct_letters(["Pagi", "Petang", "Malam", "Pe"]) == ["P", "E", "M", "4"]
    assert distinct_letters(["Jaga pagi", "Jaga sore", "Jaga malam"]) == ["P", "S", "M"], "not J, A, G of the word they share"
    assert distinct_letters(["Jaga"]) == ["J"]
