"""Printed documents read back: text, tags, fonts, and pictures of their pages. Word documents opened by LibreOffice."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from generator import build as stage
from generator.gather import gather
from tests.places import FIXTURE

pytestmark = pytest.mark.print


def pictures(pdf: Path, to: Path, dpi: int = 60) -> list[Image.Image]:
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(pdf), str(to / pdf.stem)], check=True, capture_output=True)
    return [Image.open(path).convert("L") for path in sorted(to.glob(f"{pdf.stem}-*.png"))]


def ink_at_the_edge(page: Image.Image, millimetres: float, dpi: int = 60) -> bool:
    """Whether anything is printed in the outermost stretch of the sheet, where printers cannot print."""
    edge = int(millimetres / 25.4 * dpi)
    width, height = page.size
    strips = [(0, 0, width, edge), (0, height - edge, width, height), (0, 0, edge, height), (width - edge, 0, width, height)]
    return any(page.crop(strip).getextrema()[0] < 200 for strip in strips)


def all_pdfs(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.pdf"))


NOT_ON_THE_PLAN = ("words", "language", "pattern", "colour")

A3, A4, A6 = [842, 1191], [595, 842], [298, 420]


def paper_of(path: Path) -> list[int]:
    """The sheet a document is meant for, in points."""
    if path.parent.name == "poster":
        return A3
    return A6 if path.parent.name == "pocket-card" and not path.stem.endswith("-a4") else A4


def test_every_pdf_is_tagged_has_its_paper_size_and_its_fonts_inside(small_build):
    assert len(all_pdfs(small_build.folder)) >= 12
    for path in all_pdfs(small_build.folder):
        reader = PdfReader(path)
        assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"], path
        assert reader.trailer["/Root"]["/Lang"] in ("id", "en"), path
        assert "pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data().decode(), path
        for page in reader.pages:
            assert sorted(round(float(side)) for side in page.mediabox[2:]) == paper_of(path), path
        fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
        assert fonts and all(line.split()[-5] == "yes" for line in fonts), path


def test_nothing_is_printed_where_a_printer_cannot_print(small_build, tmp_path):
    for path in all_pdfs(small_build.folder):
        if path.parent.name == "handbook":
            continue  # its cover is meant to bleed; its inside is looked at below
        for page in pictures(path, tmp_path):
            assert not ink_at_the_edge(page, 5), path
    inside = pictures(small_build.folder / "en" / "handbook" / "staff.pdf", tmp_path)[1:]
    assert inside and not any(ink_at_the_edge(page, 8) for page in inside)


def test_session_plans_are_one_or_two_duplex_sheets_and_worksheets_one_page(small_build):
    for path in sorted(small_build.folder.rglob("session-plan/*.pdf")):
        pages = len(PdfReader(path).pages)
        assert pages == 1 if path.stem.endswith("-worksheet") else pages in (2, 4), path


def test_a_session_plan_has_the_clock_times_of_the_timetable(small_build):
    (session, *_) = [s for s in small_build.weeks[0].sessions if s.component == "opening"]
    text = PdfReader(small_build.folder / "en" / "session-plan" / "opening.pdf").pages[0].extract_text()

    assert f"{session.start // 60:02d}:{session.start % 60:02d}" in text
    assert "08:10" in text, "the second step begins ten minutes after the first"


def test_a_stretched_plan_sums_to_its_slot(small_build):
    text = " ".join(page.extract_text() for page in PdfReader(
        small_build.folder / "en" / "session-plan" / "cooking.pdf").pages)

    minutes = [int(m) for m in re.findall(r"\d\d:\d\d\s+(\d+) minutes", text)]
    assert sum(minutes) == 75


def test_a_weekly_schedule_shows_every_session_of_the_week(small_build):
    week = small_build.weeks[0]
    text = PdfReader(small_build.folder / "en" / "weekly-schedule" / "week-01.pdf").pages[0].extract_text()
    plain = re.sub(r"\s+", " ", text)

    assert len(PdfReader(small_build.folder / "en" / "weekly-schedule" / "week-01.pdf").pages) == 1
    for session in week.sessions:
        assert f"{session.start // 60:02d}:{session.start % 60:02d}" in plain
        title = small_build.design.components[session.component].component.title.to("en")
        assert title in plain


def test_pillars_differ_on_a_black_and_white_copy(small_build, tmp_path):
    """The strips of two pillars, in grey, are told apart by their pattern and not only by their shade."""
    pdf = small_build.folder / "en" / "weekly-schedule" / "week-01.pdf"
    (page,) = pictures(pdf, tmp_path, 150)
    text = PdfReader(pdf).pages[0].extract_text()

    assert page.getextrema()[1] == 255
    for letter in ("G", "S", "K"):
        assert re.search(rf"(^|\s){letter}(\s|$)", text), "each pillar's letter stands on the sheet"


def test_the_handbook_has_cover_contents_bookmarks_and_chapters(small_build):
    reader = PdfReader(small_build.folder / "id" / "handbook" / "staff.pdf")
    first, second = (reader.pages[n].extract_text() for n in (0, 1))

    assert "Rumah Uji" in first
    assert len(reader.outline) >= 10
    assert second.strip()
    assert (small_build.folder / "id" / "handbook" / "staff.pdf").stat().st_size < 3_000_000


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed: ./test installs it")
@pytest.mark.parametrize("edition", ["staff", "resident", "family"])
def test_the_word_handbook_is_built_like_the_printed_one_when_libreoffice_opens_it(small_build, tmp_path, edition):
    from docx import Document

    path = small_build.folder / "en" / "handbook" / f"{edition}.docx"
    document = Document(str(path))
    chapters = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf",
                    "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=180)
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / f"{edition}.pdf").pages]
    printed = PdfReader(path.with_suffix(".pdf")).outline

    # The same chapters in the same order and with the same numbers.
    titles = [str(entry["/Title"]) for entry in printed if not isinstance(entry, list)]
    assert chapters == titles
    assert [chapter.split(" ", 1)[0] for chapter in chapters] == [str(n) for n in range(1, len(titles) + 1)]
    # The contents name the pages on which the chapters are.
    contents = " ".join(pages[1:3])
    for chapter in (" ".join(chapter.split()) for chapter in chapters):
        page = re.search(rf"{re.escape(chapter)} ?\.+ ?(\d+)", contents)
        assert page, chapter
        assert chapter in pages[int(page[1]) - 1], f"{chapter} is not on page {page[1]}"
    assert not [page for page in pages if "Reference source not found" in page]
    entries = [p.text.split("\t")[0] for p in document.paragraphs if p.style.name.lower() == "toc 2"]
    named = [re.search(rf"{re.escape(' '.join(entry.split()))} ?\.+ ?(\d+)", contents) for entry in entries]
    assert [entry for entry, page in zip(entries, named, strict=True)
            if not page or " ".join(entry.split()) not in pages[int(page[1]) - 1]] == []
    # No page is empty, each has header and number; tables keep their headings and whole rows.
    organisation = small_build.design.programme.organisation.name
    for number, page in enumerate(pages, 1):
        assert page.startswith(organisation) and page.endswith(str(number)), page
        assert len(page) > 60 + len(organisation), f"page {number} is empty"
    rows = [row for table in document.tables for row in table._tbl.tr_lst]
    assert rows and all(row.trPr is not None and row.trPr.xpath("./w:cantSplit") for row in rows)
    headed = [table for table in document.tables if table._tbl.tr_lst[0].trPr.xpath("./w:tblHeader")]
    assert len(headed) >= 2
    for page in pictures(tmp_path / f"{edition}.pdf", tmp_path):
        assert not ink_at_the_edge(page, 8)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed: ./test installs it")
@pytest.mark.parametrize("paper", ["a4", "f4"])
def test_a_long_table_in_word_repeats_its_header_and_keeps_its_rows_whole(small_build, words, templates, tmp_path, paper):
    from dataclasses import replace

    from generator.formats import Materials, pandoc
    from generator.views.blocks import Heading, Table, cells
    from generator.views.handbook import handbook

    rows = tuple(cells(f"first{n} " + "word " * (5 * (n % 40)) + f"last{n}", "right") for n in range(90))
    book = replace(handbook(small_build.design, small_build.weeks, small_build.verdicts, words["en"], "family"), blocks=(
        Heading("Long table", 1, "long"), Table(("Left", "Beside"), rows, (3, 1)), Heading("Afterwards", 1, "after")))
    path = tmp_path / "long.docx"
    path.write_bytes(pandoc.make(book, Materials(templates, paper=paper)))
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf",
                    "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=180)
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "long.pdf").pages]
    held = [(re.findall(r"first(\d+)", page), re.findall(r"last(\d+)", page)) for page in pages]

    assert sum(bool(begun) for begun, _ in held) > 3
    assert all(begun == ended for begun, ended in held), "a row is cut in two"
    assert all("Left Beside" in page for page, (begun, _) in zip(pages, held, strict=True) if begun)
    assert re.search(rf"2 Afterwards ?\.+ ?{len(pages)}\b", pages[1])


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed: ./test installs it")
def test_a_book_of_hundreds_of_lists_keeps_its_look_when_libreoffice_saves_it(small_build, words, templates, tmp_path):
    from dataclasses import replace

    from docx import Document

    from generator.formats import Materials, pandoc
    from generator.views.blocks import Bullets, Heading, Note, Paragraph, line
    from generator.views.handbook import handbook

    lists = tuple(block for n in range(500) for block in (Paragraph(line(f"List {n}")), Bullets((line("one"), line("two")))))
    book = replace(handbook(small_build.design, small_build.weeks, small_build.verdicts, words["en"], "staff"), blocks=(
        Heading("Many lists", 1, "many"), *lists, Note("Danger", (line("Stay."),), "danger")))
    (tmp_path / "many.docx").write_bytes(pandoc.make(book, Materials(templates)))
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "docx",
                    "--outdir", str(tmp_path / "saved"), str(tmp_path / "many.docx")],
                   check=True, capture_output=True, timeout=180)
    saved = {p.text: p.style.name for p in Document(str(tmp_path / "saved" / "many.docx")).paragraphs}

    assert saved["1 Many lists"] == "Heading 1"
    assert saved["Stay."] == "Danger"


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_session_plan_for_word_says_what_the_printed_one_says(small_build, words, templates, language):
    import io
    from dataclasses import asdict

    from docx import Document

    from generator.formats import Materials, pandoc
    from generator.views.session_plan import session_plan

    def texts(value: object, key: str = "") -> list[str]:
        if isinstance(value, dict):
            return [text for name, one in value.items() if name not in NOT_ON_THE_PLAN for text in texts(one, name)]
        if isinstance(value, list | tuple):
            return [text for one in value for text in texts(one, key)]
        return [value] if isinstance(value, str) else []

    design = small_build.design
    for name in design.components:
        view = session_plan(design, name, small_build.weeks[0], words[language])
        document = Document(io.BytesIO(pandoc.make(view, Materials(templates))))
        cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
        said = " ".join(p.text for part in (document, *cells) for p in part.paragraphs)
        said += " ".join(p.text for section in document.sections for p in section.header.paragraphs)
        plain = " ".join(said.split())

        assert [text for text in texts(asdict(view)) if " ".join(text.split()) not in plain] == []
        assert [view.words[key] for key in ("fidelity", "notes", "goes_wrong") if view.words[key] not in plain] == []
        steps = next(table for table in document.tables if table.cell(0, 1).text == view.words["steps"])
        assert [row.cells[0].paragraphs[0].text for row in steps.rows[1:]] == [step.clock for step in view.steps]
        spoken = [p.text for cell in cells for p in cell.paragraphs if p.style.name == "Say"]
        assert spoken == [sentence for step in view.steps for sentence in step.say]
        assert document.paragraphs[0].style.name == "Title"


def test_the_workbook_and_the_calendar_hold_every_session(small_build):
    from icalendar import Calendar
    from openpyxl import load_workbook

    count = sum(len(week.sessions) for week in small_build.weeks)
    sheet = load_workbook(small_build.folder / "id" / "weekly-schedule.xlsx").worksheets[0]
    events = list(Calendar.from_ical((small_build.folder / "id" / "weekly-schedule.ics").read_bytes()).walk("VEVENT"))

    assert sheet.max_row == count + 1
    assert len(events) == count
    assert len({str(event["UID"]) for event in events}) == count


def calc() -> bool:
    """Whether LibreOffice's spreadsheet is there, not only its word processor."""
    return any(Path(folder, "libsclo.so").is_file() for folder in (
        "/usr/lib/libreoffice/program", "/opt/libreoffice/program", "/usr/lib64/libreoffice/program"))


@pytest.mark.skipif(not shutil.which("soffice") or not calc(), reason="libreoffice-calc-nogui is not installed")
def test_the_workbook_opens_in_libreoffice_with_every_sheet(small_build, tmp_path):
    from openpyxl import load_workbook

    path = small_build.folder / "en" / "weekly-schedule.xlsx"
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf",
                    "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=180)
    reader = PdfReader(tmp_path / "weekly-schedule.pdf")
    text = "\n".join(page.extract_text() for page in reader.pages)

    for sheet in load_workbook(path):
        assert f"{sheet.title} · " in text, "the name of the sheet stands in the footer"
    assert "2027-08-09" in text and "08:00" in text


def test_the_minutes_and_the_year_are_printed_with_their_numbers(small_build, tmp_path, words):
    from generator.views.minutes import minutes

    view = minutes(small_build.design, small_build.weeks, words["en"])
    text = " ".join(page.extract_text() for page in PdfReader(small_build.folder / "en" / "minutes.pdf").pages)
    (year,) = PdfReader(small_build.folder / "en" / "year-overview.pdf").pages

    for table in view.tables:
        for row in table.rows:
            assert all(str(value) in text for value in (*row.values, row.total or ""))
    for week in small_build.weeks:
        assert re.search(rf"(?m)^{week.number}\b", year.extract_text())


LONG = "Mempertanggungjawabkankeberlangsungannya"
"""Forty letters without a place to break."""
ARABIC = "مركز الأمل للتعافي"


@pytest.fixture(scope="module")
def odd_build(tmp_path_factory, words, templates):
    """The small house with a name from right to left, endless words, large print and next to nothing optional."""
    root = tmp_path_factory.mktemp("odd")
    shutil.copytree(FIXTURE, root, dirs_exist_ok=True)
    path = root / "programmes" / "small-house" / "programme.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in (("name: Rumah Uji", f"name: {ARABIC} {LONG}"), ("brand: {", "brand: {large_print: true, "),
                     ("id: Rumah kecil dua minggu", f"id: {LONG} {LONG}"), ("id: Ruang baca", f"id: {LONG}")):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    house = gather([root], "small-house", ("id", "en"))
    assert not house.problems
    built = stage.build(house, house.designs["small-house"], words, templates, tmp_path_factory.mktemp("to"),
                        stage.Wish(languages=("id",), formats=("pdf",), everything=True))
    assert not [problem for problem in built.problems if problem.is_error]
    return built


def test_endless_words_and_a_name_from_right_to_left_stay_on_the_sheet(odd_build, tmp_path):
    made = all_pdfs(odd_build.folder)
    assert {path.parent.name for path in made} >= {"handbook", "forms", "session-plan", "week-01", "weekly-schedule"}
    for path in made:
        for number, page in enumerate(pictures(path, tmp_path), 1):
            is_cover = path.parent.name == "handbook" and number == 1  # its colour reaches the edge
            assert is_cover or not ink_at_the_edge(page, 2.5), f"{path.relative_to(odd_build.folder)} page {number}"
    said = subprocess.run(["pdftotext", "-l", "1", str(odd_build.folder / "id" / "handbook" / "staff.pdf"), "-"],
                          capture_output=True, text=True, check=True).stdout
    assert LONG in "".join(said.replace("\u200b", "").split())


def test_large_print_is_large_in_every_edition(odd_build, small_build):
    def points(built: stage.Built, edition: str) -> float:
        found = subprocess.run(["pdftotext", "-f", "4", "-bbox", str(built.folder / "id" / "handbook" / f"{edition}.pdf"), "-"],
                               capture_output=True, text=True, check=True).stdout
        heights = [float(low) - float(high) for high, low in re.findall(r'yMin="([\d.]+)" [^>]*yMax="([\d.]+)"', found)]
        return sorted(heights)[len(heights) // 2]

    for edition in ("staff", "resident", "family"):
        assert points(odd_build, edition) > 1.1 * points(small_build, edition), edition


def test_a_line_in_bold_does_not_stand_last_on_a_page(small_build, words, templates):
    import io
    from dataclasses import replace

    from generator.formats import Materials, typst
    from generator.views.blocks import Bullets, Heading, Paragraph, Run, line
    from generator.views.handbook import handbook

    lists = tuple(block for n in range(60) for block in (
        Paragraph(line("text " * (15 * (n % 4) + 1))), Paragraph(line(Run("Have ready", bold=True))),
        Bullets(tuple(line("thing " * 30) for _ in range(4)), "tick")))
    book = replace(handbook(small_build.design, small_build.weeks, small_build.verdicts, words["en"], "staff"), blocks=(
        Heading("Labels", 1, "labels"), *lists), logo="", greets=False)
    pages = [page.extract_text().split() for page in PdfReader(io.BytesIO(typst.make(book, Materials(templates)))).pages]

    assert len(pages) > 8
    assert not [page for page in pages if " ".join(page[-3:-1]) == "Have ready"]


def test_a_chapter_does_not_leave_a_page_that_is_nearly_empty_behind(small_build, words, templates, tmp_path):
    """Two lines of a policy ran over, and the rest of the page stayed white; a chapter otherwise begins at a page's top."""
    from dataclasses import replace

    from generator.formats import Materials, typst
    from generator.views.blocks import Break, Heading, Paragraph, line
    from generator.views.handbook import handbook

    def lines(count):
        return (Paragraph(line(" ".join([f"word{number}"] * 14))) for number in range(count))

    blocks = (Heading("Short", 1, "short"), *lines(5), Break(), Heading("Second", 1, "second"), *lines(20), Break(),
              Heading("Third", 1, "third"), *lines(5))
    book = replace(handbook(small_build.design, small_build.weeks, small_build.verdicts, words["en"], "staff"), blocks=blocks,
                   logo="", greets=False)
    (tmp_path / "book.pdf").write_bytes(typst.make(book, Materials(templates)))
    pages = [page.extract_text() for page in PdfReader(tmp_path / "book.pdf").pages[2:]]
    (first, third) = (page.crop((0, 40, page.width, page.height)).point(lambda value: 255 if value < 200 else 0).getbbox()
                      for page in pictures(tmp_path / "book.pdf", tmp_path)[2:4])

    assert ["Second" in page for page in pages] == [True, False]
    assert "Third" in pages[1] and abs(first[1] - third[1]) <= 1, "both chapters begin at the top, at one height"
