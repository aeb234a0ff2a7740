"""Word documents keep the book's letters and pages: large print, chapters that follow one another, headings with their text."""

from __future__ import annotations

import re
import zipfile

import pytest

from generator.formats._word import enlarged


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
