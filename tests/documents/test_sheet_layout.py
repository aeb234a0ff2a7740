"""Sheets of the week: side by side where it must be, each in its height, and never a word lost."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from generator.gather import BUILT_IN
from generator.views.sheets.boxes import AFTER_GROUPS, Box, boxes
from generator.views.sheets.bundles import bundles, drawn
from generator.views.sheets.lanes import Lane, lanes
from generator.views.sheets.letter_widths import WIDTHS
from generator.views.sheets.lettering import Words, text, width
from generator.views.sheets.selection import HOUSE, parts
from generator.views.sheets.time_scale import Need, fitted, least, positions
from tests.documents.sheets_of import sheet_of, sheets_of
from tests.documents.test_sheets import stretches


@given(stretches)
@settings(max_examples=200, deadline=None)
def test_what_happens_at_once_never_covers_another(found):
    placed = list(zip(found, lanes(found), strict=True))

    for i, ((start, end, _), lane) in enumerate(placed):
        alone = not any(a < end and start < b for j, (a, b, _) in enumerate(found) if j != i)
        assert lane.first + lane.wide <= lane.count
        assert not alone or lane == Lane()
    for ((a, b, _), one), ((c, d, _), other) in itertools.combinations(placed, 2):
        if a < d and c < b:
            assert one.count == other.count
            assert one.first + one.wide <= other.first or other.first + other.wide <= one.first


def test_groups_stand_in_the_order_of_the_programme_and_use_free_room():
    assert [lane.first for lane in lanes([(0, 60, 2), (0, 60, 0), (0, 60, 1)])] == [2, 0, 1]
    # The first runs on beside two that follow each other.
    assert [(lane.first, lane.wide) for lane in lanes([(0, 60, 0), (0, 30, 1), (30, 60, 1), (60, 90, 0)])] == [
        (0, 1), (1, 1), (1, 1), (0, 1)]


def test_parallel_sessions_stand_side_by_side_in_their_days_column(crowded, words):
    pages = sheets_of(crowded, words)
    for day in (day for page in pages for day in page.days):
        for one, other in itertools.combinations(day.blocks, 2):
            apart = one.left + one.width <= other.left or other.left + other.width <= one.left
            below = one.top + one.height <= other.top + 0.02 or other.top + other.height <= one.top + 0.02
            assert apart or below
        assert all(b.left >= 0 and b.left + b.width <= pages[0].column for b in day.blocks)


def parallel(*hours, kind="session"):
    return [Box(start, end, kind, f"{start}–{end}", f"Kegiatan {i}", order=i + (AFTER_GROUPS if kind == "individual" else 0))
            for i, (start, end) in enumerate(hours)]


def test_what_two_groups_do_at_once_stands_side_by_side_and_what_many_do_below_one_another():
    pair, many = parallel((0, 60), (0, 60)), parallel((0, 60), (0, 60), (0, 60), (15, 90))

    assert bundles(pair, 2) == [(pair[0],), (pair[1],)]
    assert bundles(many, 2) == [tuple(many[:3]), (many[3],)], "only what begins and ends together"


def test_individual_work_stands_with_what_it_begins_beside():
    long, short = parallel((0, 120), (0, 60))
    first, later = parallel((0, 60), (60, 130), kind="individual")

    assert bundles([long, short, first, later], 1) == [(long, later), (short, first)]


def test_a_bundles_boxes_share_its_time_by_what_they_have_to_say():
    assert drawn(tuple(parallel((60, 120), (60, 120), (60, 120))), [1, 3, 2]) == [(60, 70), (70, 100), (100, 120)]
    assert drawn(tuple(parallel((60, 65), (60, 65), (60, 65))), [20, 1, 1]) == [(60, 63), (63, 64), (64, 65)]


def test_a_full_week_stands_on_two_pages_with_wider_columns_and_all_groups_readable_in_their_boxes(crowded, words):
    first, second = sheets_of(crowded, words)

    assert [len(first.days), len(second.days)] == [4, 3] and first.column > 60
    assert first.head.title.text == "Pekan 1 · Senin – Kamis" and second.head.title.text == "Pekan 1 · Jumat – Minggu"
    for block in (block for page in (first, second) for day in page.days for block in day.blocks if block.kind == "session"):
        assert block.title and block.time and not block.turned


def test_the_same_in_many_groups_at_once_is_one_box_that_names_each(crowded, words):
    design, week = crowded
    found = [box for box in boxes(design, parts(design, week, HOUSE)[0], HOUSE, words["id"]) if box.start == 520]

    (box,) = found
    assert box.fuller is None, "none of its groups' words are said in place of all"
    assert box.detail.count("Konselor adiksi") == 6 and "Anggota muda: Konselor adiksi 2, Ruang kelompok 2" in box.detail


needs = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30), st.floats(0.5, 20)).map(
    lambda t: Need(t[0] * 5, (t[0] + t[1]) * 5, t[2])), min_size=1, max_size=25)


@given(needs, st.floats(1.0, 1.6))
@settings(max_examples=200, deadline=None)
def test_everything_has_its_height_where_the_sheet_is_high_enough(found, room):
    first, last = min(n.start for n in found), max(n.end for n in found)
    height = least(found, first, last) * room + 0.001
    places = positions(fitted(found, first, last, height))

    assert all(places[n.end] - places[n.start] >= n.millimetres - 1e-6 for n in found)
    assert places[last] == pytest.approx(height)
    assert fitted(found, first, last, least(found, first, last) * 0.99) is None


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_word_of_a_crowded_week_stands_in_its_box_or_in_a_note_and_the_sheet_says_so(crowded, words, language):
    design, week = crowded
    found = iter(parts(design, week, HOUSE))
    for sheet in sheets_of(crowded, words, HOUSE, language):
        notes, day = {}, ""
        for note in (note for page in (sheet.notes, *sheet.overleaf) for column in page for note in column):
            day = note.day or day
            notes[day, note.number] = f"{note.title} {note.text}"
        for shown in sheet.days:
            wanted = boxes(design, next(found), HOUSE, words[language])
            assert len(wanted) == len(shown.blocks)
            said = [" ".join((b.title, b.time, b.topic, b.detail, notes.get((shown.name, b.number), ""))) for b in shown.blocks]
            for ways in ((box, box.fuller or box) for box in wanted):
                assert any(all(word in one for word in (box.title, box.time, box.topic, box.detail))
                           for one in said for box in ways), ways
            assert all(b.number == "" or (shown.name, b.number) in notes for b in shown.blocks)
            assert all(5.6 <= b.size <= 12 and (b.letter_size >= 5.6 or not b.letter) for b in shown.blocks)
        label = "notes_overleaf" if sheet.overleaf else "notes_below"
        assert bool(notes) == sheet.remarks.startswith(words[language].label(f"weekly_schedule.{label}"))


def test_an_ordinary_week_needs_no_notes(small_build, words):
    sheet = sheet_of((small_build.design, small_build.weeks[0]), words)

    assert sheet.notes == sheet.overleaf == ()
    assert all(not block.number for day in sheet.days for block in day.blocks)


@pytest.mark.parametrize(("style", "file"), [("regular", "Regular"), ("bold", "Bold"), ("italic", "Italic")])
def test_no_letter_is_wider_than_the_table_says(style, file):
    font = ImageFont.truetype(str(BUILT_IN / "templates" / "fonts" / f"SourceSans3-{file}.ttf"), 1000,
                              layout_engine=ImageFont.Layout.BASIC)

    for said, letters in WIDTHS[style].items():
        for letter in letters:
            assert font.getlength(letter) <= said < font.getlength(letter) + 11, letter


def test_lines_are_counted_as_they_break():
    room = width("Pertemuan pagi", "bold")

    assert text((Words("Pertemuan pagi", "bold"),)).lines(room + 0.05) == 1
    assert text((Words("Pertemuan pagi", "bold"),)).lines(room - 0.1) == 2
    assert text((Words("Pertemuan pagi", "bold"), Words("07.50–08.35", whole=True)), (Words("R01"),)).lines(room + 0.05) == 3
    assert text((Words("Pertanggungjawaban"),)).lines(4) is None
    assert text((Words("re-entry"),)).lines(width("entry") + 0.1) == 2, "a hyphen is a place to break"


def test_a_title_of_many_words_in_a_narrow_lane_is_explained_under_a_number(crowded, words):
    design, week = crowded
    long = "Pertanggungjawaban bersama mengenai keberlangsungan perkembangan kelompok"
    name = next(s.component for s in week.days[0].sessions if s.start == 540)
    component = design.components[name].component.model_copy(update={
        "title": design.components[name].component.title.of({"id": long, "en": long})})
    longer = replace(design, components={**design.components, name: replace(design.components[name], component=component)})
    notes = [note for sheet in sheets_of((longer, week), words) for page in (sheet.notes, *sheet.overleaf)
             for column in page for note in column]

    assert any(note.title == long for note in notes)
