"""Weekly schedules, posters and cards read back from their PDF: every word in its box, nothing cut, sizes, codes, copies."""

from __future__ import annotations

import html
import io
import itertools
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from math import hypot
from pathlib import Path

import pytest
from PIL import Image, ImageFilter
from pypdf import PdfReader

from generator.formats import Materials
from generator.formats.typst import make as as_pdf
from generator.model.house import TeamTimes
from generator.model.week import TeamTime
from generator.views.pocket_card import pocket_card
from generator.views.poster import poster
from generator.views.sheets.guide_code import QUIET
from generator.views.sheets.selection import HOUSE, Chosen
from generator.views.weekly_schedule import weekly_schedule
from tests.made_sheets import many_groups
from tests.print.test_print import ink_at_the_edge, pictures

pytestmark = pytest.mark.print

MILLIMETRE = 72 / 25.4
ADDRESS = "https://panduan.example.or.id"


@pytest.fixture(scope="module")
def crowded(catalogue_house):
    design, week = many_groups(catalogue_house.designs["sadar-hati"])
    programme = design.programme.model_copy(update={"guide_address": ADDRESS})
    return replace(design, programme=programme), week


@pytest.fixture(scope="module")
def draw(templates, tmp_path_factory):
    folder = tmp_path_factory.mktemp("sheets")

    def drawn(view, name: str = "sheet") -> Path:
        path = folder / f"{name}.pdf"
        path.write_bytes(as_pdf(view, Materials(templates)))
        return path

    return drawn


def words_of(pdf: Path, page: int) -> list[tuple[str, float, float, float, float]]:
    """Each word of a page with its box in millimetres: left, top, right, bottom."""
    found = subprocess.run(["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf), "-"], check=True,
                           capture_output=True, text=True).stdout
    place = r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"'
    return [(html.unescape(word), *(float(n) / MILLIMETRE for n in numbers))
            for *numbers, word in re.findall(rf"<word {place}>(.*?)</word>", found)]


def sizes_of(pdf: Path) -> Counter[float]:
    """Points of every printed stretch of text."""
    found: Counter[float] = Counter()

    def visit(text, cm, tm, font, size):
        if text.strip():
            found[round(size * hypot(tm[0], tm[1]) * hypot(cm[0], cm[1]), 1)] += len(text)

    for page in PdfReader(pdf).pages:
        page.extract_text(visitor_text=visit)
    return found


def lost_words(sheet, words, left: float, top: float, column: float) -> list[str]:
    """Words of boxes that do not stand within them: cut, or run over the edge."""
    lost = []
    for i, day in enumerate(sheet.days):
        for block in day.blocks:
            x, y = left + column * i + block.left, top + block.top
            high = 0.28 * block.size / MILLIMETRE  # the font's own ascent and descent reach beyond its letters
            inside = Counter(part for word, a, b, c, d in words for part in re.split("(?<=-)", word) if part
                             if a >= x - 0.3 and c <= x + block.width + 0.3 and b >= y - high and d <= y + block.height + high)
            said = Counter(part for word in (block.time, block.title, block.topic, block.detail, block.number)
                           for part in re.split(r"(?<=-)|\s+", word) if part)
            lost += [f"{day.name} {block.title or block.number}: {word}" for word in said - inside]
    return lost


SHEETS = [HOUSE, Chosen("group", "group-0"), Chosen("facilitator", "post-0"), Chosen("facilitator", "post-7"),
          Chosen("room", "room-1")]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("chosen", SHEETS, ids=lambda chosen: f"{chosen.kind}-{chosen.name}")
def test_every_word_stands_within_its_box_however_full_the_week(crowded, words, draw, chosen, language):
    design, week = crowded
    view = weekly_schedule(design, [week], words[language], chosen)
    pdf = draw(view)
    pages = PdfReader(pdf).pages

    assert len(pages) == sum(1 + len(sheet.overleaf) for sheet in view.sheets)
    assert all([round(float(side)) for side in page.mediabox[2:]] == [842, 595] for page in pages)
    for number, sheet in numbered(view):
        assert lost_words(sheet, words_of(pdf, number), 9 + 8, 8 + 12 + sheet.day_head, sheet.column) == []
    assert min(sizes_of(pdf)) >= 5.6


def numbered(view):
    """Each sheet with the number of its page, after which its notes follow."""
    number = 1
    for sheet in view.sheets:
        yield number, sheet
        number += 1 + len(sheet.overleaf)


def test_the_notes_of_a_full_week_stand_whole_on_the_pages_that_follow(crowded, words, draw):
    design, week = crowded
    view = weekly_schedule(design, [week], words["id"])
    pdf = draw(view)
    for number, page in ((at + i, page) for at, sheet in numbered(view) for i, page in enumerate(sheet.overleaf, 1)):
        found = words_of(pdf, number)
        said = Counter(" ".join(f"{note.day} {note.number} {note.title} {note.text}" for column in page
                                for note in column).split())

        assert said - Counter(word for word, *_ in found) == Counter()
        assert all(left > 8.5 and right < 297 - 8.5 and bottom < 210 - 6.5 for _, left, _, right, bottom in found)


def test_ordinary_sheets_keep_their_words_too(small_build, words, draw):
    for week in small_build.weeks:
        view = weekly_schedule(small_build.design, [week], words["id"])

        assert lost_words(view.sheets[0], words_of(draw(view), 1), 17, 20 + view.sheets[0].day_head, 38.7) == []


def test_a_room_of_which_nothing_is_said_at_the_foot_has_no_blank_page_behind_each_week(crowded, words, draw):
    """A playroom in which only the crèche is: no pillar's mark and no remark."""
    design, week = crowded
    room = next(iter(design.programme.rooms))
    creche = TeamTimes(title={"id": "Penitipan anak", "en": "Crèche"}, days="mon-thu", hours="09:30-16:00", room=room)
    programme = design.programme.model_copy(update={"team_times": {"creche": creche}, "guide_address": None})
    week = replace(week, days=tuple(replace(day, sessions=()) for day in week.days), team_times=tuple(
        TeamTime("creche", day.date, 9 * 60 + 30, 16 * 60, (), room) for day in week.days[:4]))

    view = weekly_schedule(replace(design, programme=programme), [week, week], words["id"], Chosen("room", room))

    assert [sheet.foot for sheet in view.sheets] == [0, 0]
    assert len(PdfReader(draw(view)).pages) == 2


def test_a_facilitators_file_has_a_page_for_each_week_and_the_hours(small_build):
    path = small_build.folder / "en" / "weekly-schedule" / "facilitator" / "counsellor-1.pdf"
    reader = PdfReader(path)

    assert len(reader.pages) == len(small_build.weeks) == len(reader.outline)
    for week, page in zip(small_build.weeks, reader.pages, strict=True):
        text = " ".join(page.extract_text().split())
        minutes = sum(s.minutes for s in week.sessions if s.lead == "counsellor-1" or s.other_lead == "counsellor-1")
        said = f"leads {minutes // 60} h" + (f" {minutes % 60} min" if minutes % 60 else "")
        assert f"Counsellor 1 · Week {week.number}" in text and said in text


def test_a_poster_is_a3_and_large_print(crowded, small_build, words, draw):
    for design, week in (crowded, (small_build.design, small_build.weeks[0])):
        view = poster(design, week, words["id"])
        pdf = draw(view)
        pages = PdfReader(pdf).pages

        assert len(pages) == len(view.sheets)
        for number, (page, sheet) in enumerate(zip(pages, view.sheets, strict=True), 1):
            assert [round(float(side)) for side in page.mediabox[2:]] == [1191, 842]
            assert lost_words(sheet, words_of(pdf, number), 12 + 9.6, 10 + 20 + 9.5, sheet.column) == []
        sizes = sizes_of(pdf)
        assert max(sizes) >= 40
        assert min(sizes) >= 8


def test_a_card_is_two_pages_of_a6_and_four_fit_a_sheet_of_a4(crowded, small_build, words, draw, tmp_path):
    for design, week in (crowded, (small_build.design, small_build.weeks[0])):
        cards, sheets = (draw(pocket_card(design, week, words["id"], to_an_a4=a4), f"card-{a4}") for a4 in (False, True))
        for pdf, size, copies in ((cards, [298, 420], 1), (sheets, [595, 842], 4)):
            pages = PdfReader(pdf).pages
            assert len(pages) == 2 * len(design.programme.groups)
            assert all([round(float(side)) for side in page.mediabox[2:]] == size for page in pages)
            assert not any(ink_at_the_edge(page, 5) for page in pictures(pdf, tmp_path))
            assert pages[0].extract_text().count("Senin") == copies
        view = pocket_card(design, week, words["id"], to_an_a4=False)
        text = [" ".join(page.extract_text().split()) for page in PdfReader(cards).pages]
        for i, card in enumerate(view.cards):
            for day in card.days[:4]:
                assert all(f"{row.time} {row.title}" in text[2 * i] for row in day.rows)
            for day in card.days[4:]:
                assert all(f"{row.time} {row.title}" in text[2 * i + 1] for row in day.rows)
        assert min(sizes_of(cards)) >= 5.6


def read_back(picture: Image.Image, left: float, top: float, side: float, modules: int) -> list[list[bool]]:
    """The dark and light squares of a code in a picture; pixels."""
    step = side / modules
    picture = picture.convert("L")
    return [[picture.getpixel((int(left + (x + 0.5) * step), int(top + (y + 0.5) * step))) < 128 for x in range(modules)]
            for y in range(modules)]


def test_the_code_on_the_sheet_and_the_poster_can_be_read(crowded, words, draw, tmp_path):
    import segno

    design, week = crowded
    dpi = 300
    sheet, wall = weekly_schedule(design, [week], words["id"]), poster(design, week, words["id"])
    foot = 210 - 7 - sheet.sheets[0].foot
    for name, view, code, place in (
        ("house", sheet, sheet.sheets[0].code, (297 - 9 - 19, foot)), ("wall", wall, wall.code, (420 - 12 - 19, 10)),
    ):
        pdf = draw(view, name)
        subprocess.run(["pdftoppm", "-r", str(dpi), "-l", "1", "-singlefile", "-gray", "-png", str(pdf), str(tmp_path / name)],
                       check=True)
        picture = Image.open(tmp_path / f"{name}.png")
        made = segno.make(code.address, error="m", micro=False)
        rows = [[bool(dark) for dark in row] for row in made.matrix_iter(border=QUIET)]

        assert code.address == f"{ADDRESS}/programmes/sadar-hati/week-01.html"
        assert read_back(picture, *(n / 25.4 * dpi for n in place), 19 / 25.4 * dpi, code.modules) == rows
        if shutil.which("zbarimg"):
            read = subprocess.run(["zbarimg", "--quiet", "--raw", str(tmp_path / f"{name}.png")],
                                  capture_output=True, text=True)
            assert read.stdout.strip() == code.address


HARDNESS = (127, 165)
"""The grey up to which a copier prints black, set to light and to dark."""
SCAN = 300
"""Dots per inch of a copier."""


def copied_twice(page: Image.Image, hardness: int) -> Image.Image:
    """The copy of a copy: black and white only, a little blurred between."""

    def copied(picture: Image.Image) -> Image.Image:
        return picture.point(lambda value: 255 if value > hardness else 0)

    return copied(copied(page.convert("L")).filter(ImageFilter.GaussianBlur(1)))


def piece(page: Image.Image, left: float, top: float, right: float, bottom: float) -> Image.Image:
    """A part of a page; millimetres."""
    return page.crop(tuple(round(n / 25.4 * SCAN) for n in (left, top, right, bottom)))


@pytest.fixture(scope="module", params=HARDNESS)
def copy(request, catalogue_house, words, draw, tmp_path_factory):
    """A full sheet, its view, and its copy's copy."""
    design, week = many_groups(catalogue_house.designs["sadar-hati"], 2)
    view = weekly_schedule(design, [week], words["id"])
    (page,) = pictures(draw(view, "copy"), tmp_path_factory.mktemp("copy"), SCAN)[:1]
    return view.sheets[0], copied_twice(page, request.param)


def boxes_of(sheet):
    """Every box of a sheet with the millimetres at which it stands on the page."""
    for i, day in enumerate(sheet.days):
        for b in day.blocks:
            yield b, 17 + sheet.column * i + b.left, 20 + sheet.day_head + b.top


def test_patterns_of_pillars_survive_the_copy_of_a_copy(copy):
    """Each pillar's strip still has its own share of ink, and none has become blank or black."""
    sheet, page = copy
    ink: dict[str, list[float]] = {}
    for b, x, y in boxes_of(sheet):
        if b.strip > 3 and b.height > 9 and len(b.letter) == 1:
            strip = piece(page, x + 0.5, y + 0.5, x + b.strip - 0.5, y + 2.8)
            ink.setdefault(b.pattern, []).append(strip.histogram()[0] / (strip.width * strip.height))
    shares = {pattern: sum(found) / len(found) for pattern, found in ink.items()}

    assert len(shares) >= 4
    assert all(0.12 < share < 0.75 for pattern, share in shares.items() if pattern != "solid"), shares
    assert shares["solid"] > 0.95


def test_the_frame_of_every_box_survives_the_copy_of_a_copy(copy):
    """A meal as well as a session: on a bare sheet nobody sees which words stand in one box, nor in which day's column."""
    sheet, page = copy
    lost = []
    for b, x, y in boxes_of(sheet):
        edge = piece(page, x - 0.5, y + 0.6, x + 0.5, y + b.height - 0.6)
        drawn = [edge.crop((0, row, edge.width, row + 1)).getextrema()[0] == 0 for row in range(edge.height)]
        if not b.second and b.kind != "team" and sum(drawn) < 0.95 * len(drawn):
            lost.append(f"{b.kind} {b.title}")

    assert lost == []


def test_the_lines_of_tables_survive_the_copy_of_a_copy(small_build, tmp_path):
    (page,) = pictures(small_build.folder / "id" / "design-report.pdf", tmp_path, SCAN)[:1]
    for hardness in HARDNESS:
        copy = copied_twice(page, hardness)
        # The sums: five columns, each verdict a row.
        rows = piece(copy, 16, 30, 40, 150)
        lines = [rows.crop((0, row, rows.width, row + 1)).getextrema() == (0, 0) for row in range(rows.height)]

        assert sum(line and not before for before, line in itertools.pairwise(lines)) >= 4, hardness


def test_the_same_sheet_twice_is_the_same_bytes(crowded, words, templates):
    design, week = crowded
    first, again = (as_pdf(weekly_schedule(design, [week], words["id"], Chosen("facilitator", "post-1")), Materials(templates))
                    for _ in range(2))

    assert first == again and len(PdfReader(io.BytesIO(first)).pages) == 1
