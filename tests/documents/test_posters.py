"""The typical week, posters, pocket cards and the code that leads to the guide."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from generator.documents import Laid, documents
from generator.views.pocket_card import pocket_card
from generator.views.poster import poster
from generator.views.sheets.guide_code import QUIET, code_of, guide_code
from generator.views.sheets.selection import Chosen
from generator.views.sheets.typical_week import asked_or_typical, typical_weeks
from generator.views.weekly_schedule import weekly_schedule
from tests.documents.sheets_of import sheet_of


def test_a_typical_week_is_found_for_each_phase_and_is_no_holiday_week(small_build):
    design, (first, second) = small_build.design, small_build.weeks
    longer = [first, replace(second, phase="induction", number=2), replace(second, number=3)]

    assert [week.number for week in typical_weeks(design, [first, second])] == [1, 2]
    assert len(typical_weeks(design, longer)) == 2
    plain = replace(first, days=tuple(replace(day, calendar=replace(day.calendar, holiday=None)) for day in first.days))
    feast = replace(plain, days=(replace(plain.days[0], calendar=replace(
        plain.days[0].calendar, holiday=design.programme.title)), *plain.days[1:]))
    assert [week.number for week in typical_weeks(design, [feast, replace(plain, number=7)])] == [7]
    assert asked_or_typical(design, longer, [longer[1]]) == [longer[1]]


def test_one_poster_and_one_card_serve_a_week_in_which_groups_are_in_different_phases(small_build):
    design, (first, second) = small_build.design, small_build.weeks
    both = replace(first, phase="", phases=(("cohort", "induction"), ("other", "primary")))

    assert typical_weeks(design, [both, replace(second, phase="primary")]) == [both]


def test_a_poster_and_a_card_show_times_and_titles_of_every_session_and_nothing_of_staff_or_residents(crowded, words):
    design, week = crowded
    on_wall, card = poster(design, week, words["id"]), pocket_card(design, week, words["id"], to_an_a4=False)

    assert on_wall.sheets[0].title.text == "Induksi · Primer · Senin – Kamis"
    assert len(on_wall.sheets) == 2 * len(card.cards) == 12
    for i, group in enumerate(design.programme.groups):
        titles = {design.components[s.component].component.title.to("id") for s in week.sessions
                  if group in s.groups and s.resident is None}
        assert titles <= {b.title for sheet in on_wall.sheets[2 * i : 2 * i + 2] for day in sheet.days for b in day.blocks}
        assert titles <= {row.title for day in card.cards[i].days for row in day.rows}
    assert "Konselor" not in repr(on_wall.sheets) + repr(card.cards) and "R01" not in repr(on_wall.sheets) + repr(card.cards)


def test_a_poster_of_an_ordinary_house_is_set_in_fourteen_points_or_more(small_build, words):
    view = poster(small_build.design, small_build.weeks[0], words["id"])

    assert all(sheet.title.size >= 40 and sheet.size >= 14 for sheet in view.sheets)
    assert all(block.size >= 14 and not block.number for sheet in view.sheets for day in sheet.days for block in day.blocks)


def test_a_poster_too_full_for_one_sheet_stands_on_two_in_letters_as_large(crowded, words):
    """Nine points on one sheet were hung for two metres, though the sizes that can be read from there begin at fourteen."""
    design, week = crowded
    sheets = poster(design, week, words["id"]).sheets[:2]

    assert [sheet.title.text.rpartition(" · ")[2] for sheet in sheets] == ["Senin – Kamis", "Jumat – Minggu"]
    assert [day.name for sheet in sheets for day in sheet.days] == [
        "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    assert all(block.size >= 14 and not block.number for sheet in sheets for day in sheet.days for block in day.blocks)


def test_one_to_one_sessions_that_follow_each_other_are_one_line_of_the_poster(crowded, words):
    design, week = crowded
    blocks = [b for b in poster(design, week, words["id"]).sheets[0].days[0].blocks if b.kind == "individual"]

    assert [b.time for b in blocks] == ["13.50–14.55"]


@pytest.mark.parametrize(("written", "language", "address"), [
    ("https://panduan.example.or.id", "id", "https://panduan.example.or.id/programmes/small-house/week-01.html"),
    ("panduan.example.or.id/index.html", "en", "https://panduan.example.or.id/en/programmes/small-house/week-01.html"),
])
def test_the_code_leads_to_the_guides_page_of_the_week(small_build, words, written, language, address):
    design = replace(small_build.design, programme=small_build.design.programme.model_copy(update={"guide_address": written}))
    view = weekly_schedule(design, [small_build.weeks[0]], words[language])

    assert view.sheets[0].code.address == address
    assert poster(design, small_build.weeks[0], words[language]).code.address == address
    assert weekly_schedule(design, [small_build.weeks[0]], words[language], Chosen("group", "cohort")).sheets[0].code is None


def test_without_an_address_there_is_no_code(small_build, words):
    assert guide_code(small_build.design, 1, words["id"]) is None


def test_the_drawn_code_is_the_code():
    import segno

    code = code_of("https://panduan.example.or.id/programmes/sadar-hati/week-03.html")
    rows = [bytes(row) for row in segno.make(code.address, error="m", micro=False).matrix_iter(border=QUIET)]

    assert code.modules == len(rows) and code.svg.count("h1v1h-1z") == sum(map(sum, rows))


def test_each_document_makes_one_file_for_each_and_only_of_the_weeks_asked_for(small_build, words):
    design, weeks = small_build.design, list(small_build.weeks)
    laid = Laid(design, weeks, weeks[1:], (), words["id"])
    made = {name: [piece.path for piece in documents()[name].pieces(laid)] for name in (
        "group-schedule", "facilitator-schedule", "room-schedule", "poster", "pocket-card")}

    assert made["group-schedule"] == ["weekly-schedule/group/cohort"]
    assert made["facilitator-schedule"] == [f"weekly-schedule/facilitator/{post}" for post in ("counsellor-1", "companion-1")]
    assert set(made["room-schedule"]) <= {"weekly-schedule/room/hall", "weekly-schedule/room/study"} and made["room-schedule"]
    assert made["poster"] == ["poster/week-02"] and made["pocket-card"] == ["pocket-card/week-02", "pocket-card/week-02-a4"]
    (piece,) = documents()["group-schedule"].pieces(laid)
    assert [sheet.week for sheet in piece.view.sheets] == [2]
    assert dt.date.fromisoformat("2027-08-16") == weeks[1].starts


def test_a_week_in_which_nobody_is_in_the_house_has_no_poster_and_no_card_and_an_empty_sheet(small_build, words):
    design, (first, second) = small_build.design, small_build.weeks
    empty = replace(first, phase="", phases=(), days=tuple(replace(day, sessions=(), frame=()) for day in first.days))
    laid = Laid(design, [empty, second], [empty], (), words["id"])

    assert not list(documents()["poster"].pieces(laid)) and not list(documents()["pocket-card"].pieces(laid))
    assert all(not day.blocks for day in sheet_of((design, empty), words).days)
