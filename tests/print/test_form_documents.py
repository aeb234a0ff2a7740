"""Forms for Word can be filled in by hand and changed in Word: read as LibreOffice opens them, and as Word reads them."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PageObject, PdfReader

from generator.formats import Materials, pandoc, typst
from generator.formats._form_styles import with_form_styles
from generator.views.forms import forms
from tests.bad.made import picture
from tests.print.test_writing_room import MILLIMETRE, drawn

pytestmark = pytest.mark.print

LONG = ("medical-screening", "individual-plan", "discharge")


@pytest.fixture(scope="module")
def design(catalogue_house):
    return catalogue_house.designs["sadar-hati"]


@pytest.fixture(scope="module")
def materials(catalogue_house, templates) -> Materials:
    return Materials(templates, {"logo.svg": (catalogue_house.folders["sadar-hati"] / "logo.svg").read_bytes()})


@pytest.fixture(scope="module")
def opened(design, materials, words, tmp_path_factory) -> dict[str, PdfReader]:
    """Three long forms as LibreOffice prints them."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed: ./test installs it")
    folder = tmp_path_factory.mktemp("forms")
    for name in LONG:
        (folder / f"{name}.docx").write_bytes(pandoc.make(forms(design, (name,), words["id"]), materials))
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf",
                    "--outdir", str(folder), *(str(folder / f"{name}.docx") for name in LONG)],
                   check=True, capture_output=True, timeout=180)
    return {name: PdfReader(folder / f"{name}.pdf") for name in LONG}


@pytest.mark.parametrize("name", LONG)
def test_a_form_has_all_its_sections_on_at_most_one_page_more_than_in_print(opened, design, materials, words, name):
    pages = [" ".join(page.extract_text().split()) for page in opened[name].pages]
    view = forms(design, (name,), words["id"])
    said = " ".join(pages)

    assert [section.title.text for section in view.forms[0].sections if section.title.text not in said] == []
    assert len(pages) <= len(PdfReader(io.BytesIO(typst.make(view, materials))).pages) + 1
    assert all(f"Halaman {number} dari {len(pages)}" in page for number, page in enumerate(pages, 1))


def written_on(page: PageObject) -> list[float]:
    """Heights of the lines across the page that a tab draws, in points."""
    heights: list[float] = []

    def text(said: str, matrix: list[float], own: list[float], *_: object) -> None:
        if said.count("_") > 80:
            heights.append(matrix[1] * own[4] + matrix[3] * own[5] + matrix[5])

    page.extract_text(visitor_text=text)
    return heights


def rows_of(page: PageObject) -> list[float]:
    """Heights of rows in points: lines that begin at the margin and follow one another closely."""
    edges = sorted({round(height, 1) for height, start, end in drawn(page)[0] if start < 53 and end > 540}, reverse=True)
    return [above - below for above, below in pairwise(edges) if 2 < above - below < 60]


@pytest.mark.parametrize("name", LONG)
def test_lines_and_rows_are_eight_millimetres_high_when_libreoffice_opens_the_form(opened, name):
    lines = [written_on(page) for page in opened[name].pages]
    gaps = [above - below for heights in lines for above, below in pairwise(heights)]

    assert gaps and min(gaps) >= 8 * MILLIMETRE
    assert sum(height >= 8 * MILLIMETRE for page in opened[name].pages for height in rows_of(page)) >= 6


def length(element, path: str, name: str) -> float:
    """A length of Word, in millimetres."""
    (found,) = element.xpath(path)
    return int(found.get(qn(f"w:{name}"))) * 25.4 / 1440


def test_word_is_told_of_room_to_write_whole_rows_and_what_stays_together(design, materials, words):
    document = Document(io.BytesIO(pandoc.make(forms(design, list(design.catalogue.forms), words["id"]), materials)))
    styles = {style.name: style for style in document.styles}
    line = styles["Form Line"].element

    assert length(line, "./w:pPr/w:spacing", "before") + length(line, "./w:pPr/w:spacing", "line") >= 8
    assert line.xpath("./w:pPr/w:tabs/w:tab[@w:leader='underscore']")
    assert all(styles[name].element.xpath("./w:pPr/w:keepNext") for name in ("Form Title", "Form Section", "Form Question"))
    tables = [table for table in document.tables if table.style.name == "Form Table"]
    assert len(tables) > 30
    for head, *rows in (table._tbl.tr_lst for table in tables):
        assert head.xpath("./w:trPr/w:tblHeader") and rows
        assert all(length(row, "./w:trPr/w:trHeight", "val") >= 8 and row.xpath("./w:trPr/w:cantSplit") for row in rows)


def test_every_form_in_one_file_begins_a_page_and_has_its_name_at_the_foot(design, materials, words):
    view = forms(design, list(design.catalogue.forms), words["en"])
    document = Document(io.BytesIO(pandoc.make(view, materials)))
    feet = [section.footer.paragraphs[0].text for section in document.sections]

    assert len(feet) == len(view.forms) >= 19
    assert all(form.title.text in foot for form, foot in zip(view.forms, feet, strict=True))
    assert [p.text for p in document.paragraphs if p.style.name == "Form Title"] == [form.title.text for form in view.forms]
    assert all(section.start_type == 2 for section in document.sections), "a new page"


def test_two_languages_stand_side_by_side_each_marked_as_its_own(design, materials, words):
    document = Document(io.BytesIO(pandoc.make(forms(design, ("discharge",), words["id"], words["en"]), materials)))
    title = next(p for p in document.paragraphs if p.style.name == "Form Title")
    second = [run for run in title.runs if run.style.name == "Form Second"]

    assert title.text == "Pulang / Going home"
    assert [run._r.xpath("./w:rPr/w:lang/@w:val") for run in second] == [["en"]] * len(second) != []


def test_a_high_letterhead_leaves_the_page_to_the_form(design, materials, words, templates):
    organisation = design.programme.organisation
    brand = organisation.brand.model_copy(update={"letterhead": "head.png"})
    programme = design.programme.model_copy(update={"organisation": organisation.model_copy(update={"brand": brand})})
    view = forms(replace(design, programme=programme), ("discharge",), words["id"])
    document = Document(io.BytesIO(pandoc.make(view, Materials(templates, {"head.png": picture("PNG", 1600, 400)}))))
    (head,) = document.inline_shapes

    assert head.height.mm == pytest.approx(26, abs=0.2)
    assert organisation.name not in [p.text for table in document.tables for p in table.cell(0, 0).paragraphs]


def test_a_house_changes_the_look_of_all_forms_by_the_styles_of_its_own_document():
    """In an Indonesian Word headings are called otherwise inside the file; their names say what they are."""
    own = ('<w:styles><w:style w:type="paragraph" w:styleId="Judul2"><w:name w:val="heading 2"/></w:style>'
           '<w:style w:type="paragraph" w:styleId="FormLine"><w:name w:val="Form Line"/></w:style></w:styles>')
    made = with_form_styles(own.encode(), 174).decode()
    section = re.search(r'<w:style [^>]*w:styleId="FormSection".*?</w:style>', made)[0]

    assert made.count('w:val="Form Line"') == 1
    assert '<w:basedOn w:val="Judul2"/>' in section and '<w:outlineLvl w:val="1"/>' in section
