"""The sheet a house prints on, F4 in most offices of Indonesia, A4 or letter: every document measured as a printer sees it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator import build as stage
from generator.documents import documents
from generator.formats import Materials, typst, xlsx
from generator.gather import gather
from generator.model.design import Design
from generator.model.paper import PAPERS
from generator.views.change_notice import Change, ChangeNoticeView
from generator.views.forms import forms
from generator.views.letterhead import Letterhead
from generator.views.session_plan import worksheet
from generator.views.timetable import timetable
from tests.bad.made import picture
from tests.places import FIXTURE
from tests.print.test_print import all_pdfs, ink_at_the_edge, pictures

pytestmark = pytest.mark.print

OF_THEIR_OWN = ("poster", "pocket-card")
"""What has its sheet whatever the house prints on."""
ON_ITS_SIDE = ("weekly-schedule", "design-report", "duty-roster", "minutes", "year-overview")


@pytest.fixture(scope="module", params=["f4", "letter"])
def printed(request, tmp_path_factory, words, templates):
    """Every document of the small house on another sheet, with a letterhead of its own."""
    root = tmp_path_factory.mktemp(request.param)
    shutil.copytree(FIXTURE, root, dirs_exist_ok=True)
    path = root / "programmes" / "small-house" / "programme.yaml"
    (path.parent / "head.png").write_bytes(picture("PNG", 1600, 200))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("brand: {", f"brand: {{paper: {request.param}, letterhead: head.png, "), encoding="utf-8")
    house = gather([root], "small-house", ("id", "en"))
    assert not house.problems
    built = stage.build(house, house.designs["small-house"], words, templates, tmp_path_factory.mktemp("to"),
                        stage.Wish(languages=("id",), formats=("pdf", "docx"), everything=True))
    assert not [problem for problem in built.problems if problem.is_error]
    return request.param, built


def measured(pdf: Path) -> set[tuple[float, float]]:
    """The sheets of a PDF in millimetres, as ``pdfinfo`` tells them."""
    said = subprocess.run(["pdfinfo", "-f", "1", "-l", "999", str(pdf)], capture_output=True, text=True, check=True).stdout
    return {(round(float(wide) / 72 * 25.4, 1), round(float(high) / 72 * 25.4, 1))
            for wide, high in re.findall(r"size: +([\d.]+) x ([\d.]+) pts", said)}


def kind_of(pdf: Path, built: stage.Built) -> str:
    return pdf.relative_to(built.folder / "id").parts[0].removesuffix(".pdf")


def test_every_document_is_on_the_sheet_of_the_house(printed):
    paper, built = printed
    width, height = PAPERS[paper]
    wrong = {}
    for pdf in all_pdfs(built.folder):
        kind = kind_of(pdf, built)
        if kind not in OF_THEIR_OWN:
            wanted = (height, width) if kind in ON_ITS_SIDE else (width, height)
            if measured(pdf) != {wanted}:
                wrong[pdf.name] = measured(pdf)

    assert wrong == {}
    made = {kind_of(pdf, built) for pdf in all_pdfs(built.folder)}
    # The small house has no duty and no mended week; these two take their sheet from the same place.
    assert set(documents()) - made <= {"duty-roster", "change-notice", "calendar", "facilitator-schedule", "group-schedule",
                                       "room-schedule"}


def test_no_template_but_the_look_names_a_sheet(templates):
    """A sheet named twice would be changed once."""
    named = {name: re.findall(rb'paper: *"(\w+)"', text) for name, text in templates.below("typst", ".typ").items()}

    assert {name: sheets for name, sheets in named.items() if sheets} == {
        "year-overview.typ": [b"a3"], "poster.typ": [b"a3"], "pocket-card.typ": [b"a4"]}


def test_posters_and_pocket_cards_keep_their_sheets(printed):
    _, built = printed
    for pdf in all_pdfs(built.folder):
        if kind_of(pdf, built) in OF_THEIR_OWN:
            card = (210.0, 297.0) if pdf.stem.endswith("-a4") else (105.0, 148.0)
            assert measured(pdf) == {(420.0, 297.0) if pdf.parent.name == "poster" else card}, pdf


def test_nothing_is_printed_at_the_edge_of_another_sheet(printed, tmp_path):
    _, built = printed
    for pdf in all_pdfs(built.folder):
        for number, page in enumerate(pictures(pdf, tmp_path), 1):
            cover = pdf.parent.name == "handbook" and number == 1
            assert cover or not ink_at_the_edge(page, 5), f"{pdf.relative_to(built.folder)} page {number}"


def test_what_is_one_page_or_a_duplex_sheet_stays_so_on_another_sheet(printed):
    _, built = printed
    for pdf in all_pdfs(built.folder / "id"):
        pages = len(PdfReader(pdf).pages)
        if pdf.stem.endswith("-worksheet") or pdf.parent.name == "weekly-schedule" or pdf.stem == "year-overview":
            assert pages == 1, pdf
        elif pdf.parent.name == "session-plan" or pdf.parent.name.startswith("week-"):
            assert pages % 2 == 0, pdf


def test_word_documents_are_on_the_sheet_of_the_house(printed):
    from docx import Document

    paper, built = printed
    every = sorted(built.folder.rglob("*.docx"))
    assert {path.parent.name for path in every} == {"forms", "handbook", "session-plan"}
    for path in every:
        for section in Document(str(path)).sections:
            assert (round(section.page_width.mm, 1), round(section.page_height.mm, 1)) == pytest.approx(PAPERS[paper], abs=0.1)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("head", ["", "head.png"])
def test_a_change_notice_is_one_page_of_the_sheet_below_its_letterhead(words, templates, tmp_path, paper, head):
    letterhead = Letterhead(head, "" if head else "logo.png", "Rumah Uji", ("Jalan Uji 5",))
    changes = tuple(Change(f"Talk {number}", "", "Monday 9.00", "Tuesday 10.00", "Counsellor 1 · Hall") for number in range(12))
    said = {key: value for key, value in words["en"].branch("change_notice").items() if isinstance(value, str)}
    view = ChangeNoticeView("en", "Changes in week 1", "9 August", letterhead, "Rumah Uji", "Small house", "edition 1",
                            ("Counsellor 2: Monday",), changes, ("Counsellor 1", "Counsellor 2"), said)
    pictures = {"head.png": picture("PNG", 1600, 400), "logo.png": picture("PNG", 200, 200)}
    path = tmp_path / "notice.pdf"
    path.write_bytes(typst.make(view, Materials(templates, pictures, paper=paper)))
    (page,) = PdfReader(path).pages

    assert measured(path) == {PAPERS[paper]} and len(page.images) == 1
    assert ("Jalan Uji 5" in page.extract_text()) is not bool(head), "the picture says it, or else the line"


@pytest.mark.parametrize(("paper", "code"), [("a4", 9), ("f4", 14), ("letter", 1)])
def test_a_workbook_is_printed_on_the_sheet_of_the_house(small_build, words, templates, paper, code):
    from openpyxl import load_workbook

    view = timetable(small_build.design, small_build.weeks, words["id"])
    book = load_workbook(io.BytesIO(xlsx.make(view, Materials(templates, paper=paper))))

    assert {int(sheet.page_setup.paperSize) for sheet in book} == {code}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_worksheet_of_the_catalogue_fits_one_page_on_the_lowest_sheet(catalogue_house, words, templates, language):
    design = catalogue_house.designs["sadar-hati"]
    (planned, *_) = design.components.values()
    every = {name: replace(planned, component=component) for name, component in catalogue_house.catalogue.components.items()}
    views = {name: view for name in every if (view := worksheet(replace(design, components=every), name, words[language]))}
    long = [name for name, view in views.items()
            if len(PdfReader(io.BytesIO(typst.make(view, Materials(templates, paper="letter")))).pages) > 1]

    assert len(views) >= 30 and long == []


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(("paper", "head"), [("a4", 0), ("a4", 400), ("f4", 400), ("letter", 0), ("letter", 400)])
def test_every_form_of_the_catalogue_is_one_sheet_on_both_sides(catalogue_house, words, templates, language, paper, head):
    """Below logo and address, and below the highest letterhead allowed: ``head`` pixels to 1600 across."""
    design = headed(catalogue_house.designs["sadar-hati"]) if head else catalogue_house.designs["sadar-hati"]
    logo = (catalogue_house.folders["sadar-hati"] / "logo.svg").read_bytes()
    strip = {"head.png": picture("PNG", 1600, head)} if head else {}
    materials = Materials(templates, {"logo.svg": logo, **strip}, paper=paper)
    long = {}
    for name in catalogue_house.catalogue.forms:
        pages = len(PdfReader(io.BytesIO(typst.make(forms(design, (name,), words[language]), materials))).pages)
        if pages > 2:
            long[name] = pages

    assert long == {}


def headed(design: Design) -> Design:
    """The same design with a picture as its letterhead."""
    organisation = design.programme.organisation
    brand = organisation.brand.model_copy(update={"letterhead": "head.png"})
    organisation = organisation.model_copy(update={"brand": brand})
    return replace(design, programme=design.programme.model_copy(update={"organisation": organisation}))


@pytest.mark.parametrize("edition", ["staff", "resident", "family"])
def test_the_contents_of_a_book_are_in_letters_of_ten_and_a_half_points_at_least(small_build, edition):
    sizes: list[float] = []
    page = PdfReader(small_build.folder / "id" / "handbook" / f"{edition}.pdf").pages[1]

    def seen(text: str, placed: list[float], matrix: list[float], _: object, size: float) -> None:
        if text.strip():
            sizes.append(size * abs(matrix[3] * placed[3]))

    page.extract_text(visitor_text=seen)
    _, _, title, *entries, _ = sizes  # the header, the title, and below all the page's number

    assert title > 20 and len(entries) > 10 and min(entries) >= 10.5
