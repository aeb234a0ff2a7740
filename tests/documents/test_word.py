"""Word documents keep the book's letters and pages: large print, chapters that follow one another, headings with their text."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.shared import Cm, Pt

from generator.formats import Materials, pandoc
from generator.formats._word import enlarged
from generator.templates import Templates
from generator.views.session_plan import session_plan


@pytest.fixture(scope="module")
def parts(small_build):
    """Edition → the text of a part of its Word document."""
    def read(edition: str, part: str) -> str:
        with zipfile.ZipFile(small_build.folder / "id" / "handbook" / f"{edition}.docx") as archive:
            return archive.read(f"word/{part}.xml").decode()

    return read


def size_of(styles: str, name: str) -> float:
    style = re.search(rf'<w:style [^>]*w:styleId="{name}".*?</w:style>', styles, re.DOTALL)
    return int(re.search(r'<w:sz w:val="(\d+)"', style[0])[1]) / 2


def test_a_residents_book_is_as_large_in_word_as_in_print_and_the_staffs_stays_as_it_is(parts):
    resident, staff = parts("resident", "styles"), parts("staff", "styles")

    assert [size_of(resident, name) for name in ("BodyText", "Compact")] == [13, 13]
    assert size_of(resident, "Heading1") > size_of(resident, "Heading2") > size_of(resident, "Heading3") > 13
    assert size_of(staff, "BodyText") == 10.5


def test_a_style_document_of_larger_letters_is_left_as_it_is():
    own = b'<w:style w:styleId="BodyText"><w:rPr><w:sz w:val="30"/></w:rPr></w:style>'

    assert enlarged(own, 13) == own


def test_chapters_begin_a_page_where_the_book_says_so(parts):
    text = parts("resident", "document")

    def flows(anchor: str) -> bool:
        marked = rf'</w:pPr>\s*<w:bookmarkStart [^>]*w:name="{anchor}"'
        heading = re.search(rf'<w:pStyle w:val="Heading1" ?/>([^/]*/>)?{marked}', text)
        return 'w:pageBreakBefore w:val="0"' in heading[0]

    assert not flows("welcome") and not flows("rights") and flows("philosophy")


def test_a_line_in_bold_alone_stays_with_what_follows(parts):
    text = parts("resident", "document")
    told = next(paragraph for paragraph in re.findall(r"<w:p>.*?</w:p>", text, re.DOTALL) if "Hakku di sini" in paragraph)
    heads = re.findall(r"<w:tblHeader.*?</w:tr>", text, re.DOTALL)

    assert "<w:keepNext/>" in told
    assert heads and all(head.count("<w:keepNext/>") == head.count("<w:p>") for head in heads)


def test_a_table_whose_rows_begin_in_bold_may_go_on_to_the_next_page(parts):
    tables = re.findall(r"<w:tbl>.*?</w:tbl>", parts("resident", "document"), re.DOTALL)
    rows = [row for table in tables for row in table.split("</w:tr>")[1 if "<w:tblHeader" in table else 0:]]

    assert any("<w:b />" in row for row in rows)
    assert not any("<w:keepNext" in row for row in rows)


def test_what_leads_to_a_table_or_a_step_stands_on_its_page(parts):
    def last_before_table(text: str) -> list[str]:
        return [re.findall(r"<w:p>.*?</w:p>", before, re.DOTALL)[-1] for before in text.split("<w:tbl>")[:-1]]

    def is_heading(paragraph: str) -> bool:  # kept by its style
        return 'w:val="Heading' in paragraph

    staff = parts("staff", "document")
    steps = re.findall(r"<w:p>(?:(?!</w:p>).)*?<w:t[^>]*>\d\. (?:(?!</w:p>).)*</w:p>", staff, re.DOTALL)

    assert all("<w:keepNext" in one or is_heading(one) for one in last_before_table(parts("resident", "document")))
    assert any("<w:keepNext" in step for step in steps)


def test_the_cover_says_what_is_only_an_example(parts):
    for edition in ("staff", "resident", "family"):
        cover, _, _ = parts(edition, "document").partition('w:val="TOCHeading"')

        assert 'w:val="Warning"' in cover


def test_each_page_says_of_which_edition_it_is(small_build):
    with zipfile.ZipFile(small_build.folder / "id" / "handbook" / "family.docx") as archive:
        headers = [archive.read(name).decode() for name in archive.namelist() if name.startswith("word/header")]

    assert any("Buku keluarga" in header for header in headers)


def test_all_bullets_are_of_one_list_and_numbered_ones_begin_anew(parts):
    """LibreOffice leaves out the styles of a document with hundreds of lists when it saves it."""
    lists = re.findall(r"<w:num .*?</w:num>", parts("staff", "numbering"), re.DOTALL)
    used = set(re.findall(r'<w:numId w:val="(\d+)"', parts("staff", "document")))
    bullets = [one for one in lists if "startOverride" not in one]
    kinds = [re.search(r'w:abstractNumId w:val="(\d+)"', one)[1] for one in bullets]

    assert len(kinds) == len(set(kinds))
    assert len(lists) > len(bullets)
    assert used <= {re.search(r'w:numId="(\d+)"', one)[1] for one in lists}


def test_a_house_s_own_style_document_is_obeyed(small_build, words, templates, tmp_path):
    """Changed in Word as the manager's page says: heading, text, margin and footer of every plan follow."""
    own = docx.Document(io.BytesIO(templates.read(pandoc.STYLE)))
    own.styles["Heading 2"].font.size, own.styles["Body Text"].font.size = Pt(19), Pt(12)
    own.sections[0].left_margin = Cm(3.5)
    own.sections[0].footer.paragraphs[0].add_run("Rumah kami")
    (tmp_path / "templates" / "docx").mkdir(parents=True)
    own.save(tmp_path / "templates" / pandoc.STYLE)
    house = Templates((tmp_path / "templates", *templates.folders))
    week = small_build.weeks[0]
    view = session_plan(small_build.design, week.sessions[0].component, week, words["id"])

    made = docx.Document(io.BytesIO(pandoc.make(view, Materials(house))))

    assert [made.styles[name].font.size for name in ("Heading 2", "Body Text")] == [Pt(19), Pt(12)]
    assert round(made.sections[0].left_margin.cm, 1) == 3.5
    assert "Rumah kami" in made.sections[0].footer.paragraphs[0].text
