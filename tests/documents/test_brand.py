"""The organisation's colours and logo: readable on paper and screen, and usable in every format."""

from __future__ import annotations

import colorsys
import io
import zipfile
from dataclasses import replace

import pytest

from generator.brand import picture_fault
from generator.formats import Materials, epub, html, pandoc
from generator.formats import typst as pdf
from generator.language import Text
from generator.model.colour import READABLE, WHITE, contrast, readable
from generator.views.forms import forms
from generator.views.handbook import handbook
from tests.bad.made import SVG, picture

PALE = "#ffe066"


@pytest.mark.parametrize(("a", "b", "ratio"), [
    ("#ffffff", "#000000", 21.0), ("#000000", "#ffffff", 21.0), ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.48),
    ("#ff0000", "#ffffff", 4.0), ("#0000ff", "#ffffff", 8.59), ("#abcdef", "#ABCDEF", 1.0),
])
def test_contrast_is_that_of_wcag(a, b, ratio):
    assert contrast(a, b) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("colour", ["#0b5d57", "#000000", "#767676", "#234F1E"])
def test_a_readable_colour_stays_as_it_is_written(colour):
    assert readable(colour) == colour


@pytest.mark.parametrize("colour", [PALE, "#ffffff", "#777777", "#00ff00", "#ffb3c7", "#fefefe", "#00ffff"])
def test_a_pale_colour_becomes_the_nearest_darker_shade_of_its_hue(colour):
    shade = readable(colour)
    hues = [colorsys.rgb_to_hsv(*(int(one[i : i + 2], 16) / 255 for i in (1, 3, 5)))[0] for one in (colour, shade)]

    assert READABLE <= contrast(shade, WHITE) < READABLE + 0.1
    assert hues[0] == pytest.approx(hues[1], abs=0.02)


def pale(small_build, words, **more: str):
    """The small house's handbook with a light yellow as its colour."""
    organisation = small_build.design.programme.organisation
    brand = organisation.brand.model_copy(update={"colour": PALE, "logo": None} | more)
    programme = small_build.design.programme.model_copy(
        update={"organisation": organisation.model_copy(update={"brand": brand})})
    return handbook(replace(small_build.design, programme=programme), small_build.weeks, small_build.verdicts, words["en"])


def test_the_darker_shade_is_printed_in_every_format(small_build, words, templates):
    view = pale(small_build, words)
    materials = Materials(templates)
    with zipfile.ZipFile(io.BytesIO(pandoc.make(view, materials))) as docx:
        styles = docx.read("word/styles.xml").decode()

    assert view.colour == readable(PALE)
    assert f'w:val="{view.colour[1:].upper()}"' in styles and PALE[1:].upper() not in styles
    assert f"--brand: {view.colour};" in html.make(view, materials).decode()
    assert pdf.make(view, materials).startswith(b"%PDF")


def test_a_second_colour_is_a_stripe_on_the_cover(small_build, words, templates):
    materials = Materials(templates)
    striped, plain = pale(small_build, words, second_colour="#c0392b"), pale(small_build, words)

    assert "solid #c0392b" in html.make(striped, materials).decode()
    assert "header.cover { border-bottom" not in html.make(plain, materials).decode()
    assert pdf.make(striped, materials) != pdf.make(plain, materials)


LOGOS = {
    "logo.svg": SVG, "Our Logo.SVG": SVG, "logo.png": picture("PNG", 200, 120), "grey.png": picture("PNG", 100, 100, "L"),
    "palette.png": picture("PNG", 100, 6000, "P"), "broad.png": picture("PNG", 4000, 100, "RGBA"),
    "LOGO.JPG": picture("JPEG", 300, 300), "grey.jpeg": picture("JPEG", 300, 300, "L"),
    "print.jpg": picture("JPEG", 300, 300, "CMYK"),
}


@pytest.mark.parametrize("name", LOGOS)
def test_a_logo_stands_in_pdf_docx_and_html(name, small_build, words, templates):
    from pypdf import PdfReader

    view = pale(small_build, words, logo=name)
    materials = Materials(templates, {name: LOGOS[name]})
    cover = PdfReader(io.BytesIO(pdf.make(view, materials))).pages[0]
    with zipfile.ZipFile(io.BytesIO(pandoc.make(view, materials))) as docx:
        kept = [part for part in docx.namelist() if part.startswith("word/media/")]

    assert picture_fault(name, LOGOS[name]) == {}
    assert cover.images or name.lower().endswith(".svg")
    assert len(kept) == 2, "the logo and the chart"
    assert html.make(view, materials).count(b'<img src="data:image/') == 1


def test_a_form_keeps_a_broad_logo_in_its_place(small_build, words, templates):
    view = forms(small_build.design, ("everything",), words["en"])
    view = replace(view, letterhead=replace(view.letterhead, logo="broad.png"))

    assert pdf.make(view, Materials(templates, {"broad.png": LOGOS["broad.png"]})).startswith(b"%PDF")


def headed(small_build, **brand: str):
    """The small house with an address, a permit and a telephone."""
    organisation = small_build.design.programme.organisation
    organisation = organisation.model_copy(update={
        "address": Text.of({"id": "Jalan Uji 5", "en": "5 Test Road"}),
        "permit": Text.of({"id": "Izin 12", "en": "Permit 12"}), "phone": "0341 000",
        "brand": organisation.brand.model_copy(update=brand)})
    return replace(small_build.design, programme=small_build.design.programme.model_copy(update={"organisation": organisation}))


def pages_of(view, materials: Materials) -> list[str]:
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf.make(view, materials))).pages]


def test_without_a_letterhead_of_its_own_one_is_composed_of_what_is_known(small_build, words, templates):
    materials = Materials(templates, {"logo.svg": SVG})
    form, *_ = pages_of(forms(headed(small_build), ("everything",), words["en"]), materials)

    assert [line for line in ("Rumah Uji", "5 Test Road · Tel. 0341 000", "Permit 12") if line not in form] == []


def test_a_letterhead_stands_in_the_place_of_logo_name_and_address(small_build, words, templates):
    """On forms, on the letter with which a book for families begins, and on the first page in Word."""
    name, organisation = "head.png", "Rumah Uji"
    materials = Materials(templates, {"logo.svg": SVG, name: picture("PNG", 1600, 240)})
    design = headed(small_build, letterhead=name)
    form = pdf.make(forms(design, ("everything",), words["en"]), materials)
    book = handbook(design, small_build.weeks, small_build.verdicts, words["en"], "family")
    letter = next(page for page in pages_of(book, materials) if book.blocks[0].text in page and ". ." not in page)
    with zipfile.ZipFile(io.BytesIO(pandoc.make(book, materials))) as docx:
        kept = [part for part in docx.namelist() if part.startswith("word/media/")]
        word = docx.read("word/document.xml").decode()

    assert form.count(b"/Subtype/Image") + form.count(b"/Subtype /Image") >= 1
    first, *_ = pages_of(forms(design, ("everything",), words["en"]), materials)
    assert "Test Road" not in first and "Permit 12" not in first
    assert "5 Test Road" not in letter
    assert len(kept) == 1 and f'descr="{organisation}, 5 Test Road · Tel. 0341 000, Permit 12"' in word


def test_the_chart_of_minutes_stands_in_every_kind_of_handbook_and_is_said_in_words(small_build, words, templates):
    book = pale(small_build, words)
    (figure,) = [block for block in book.blocks if block.kind == "figure"]
    materials = Materials(templates)
    with zipfile.ZipFile(io.BytesIO(pandoc.make(book, materials))) as docx:
        pictures = [part for part in docx.namelist() if part.endswith(".png")]
        word = docx.read("word/document.xml").decode()
    with zipfile.ZipFile(io.BytesIO(epub.make(book, materials))) as reader:
        pages = [reader.read(part).decode() for part in reader.namelist() if part.endswith(".xhtml")]
        (drawing,) = [reader.read(part).decode() for part in reader.namelist() if part.endswith(".svg")]


    assert len(pictures) == 1 and f'descr="{figure.chart.title}. {figure.chart.description}"' in word
    assert sum(f'alt="{figure.chart.title}. {figure.chart.description}"' in page for page in pages) == 1
    assert drawing.count("<pattern") == len(figure.chart.patterns) and "viewBox" in drawing
    assert "<svg" in html.make(book, materials).decode()
    assert f"{figure.chart.title}. {figure.chart.description}" in said_for_pictures(pdf.make(book, materials))


def said_for_pictures(content: bytes) -> list[str]:
    """What a PDF says to those who do not see its pictures."""
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as document:
        return [str(one.Alt) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
