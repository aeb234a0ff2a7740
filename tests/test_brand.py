"""The organisation's colours and logo: readable on paper and screen, and usable in every format."""

from __future__ import annotations

import colorsys
import io
import zipfile
from dataclasses import replace

import pytest

from generator.brand import logo_fault
from generator.formats import Materials, html, pandoc
from generator.formats import typst as pdf
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

    assert logo_fault(name, LOGOS[name]) == {}
    assert cover.images or name.lower().endswith(".svg")
    assert len(kept) == 1
    assert html.make(view, materials).count(b'<img src="data:image/') == 1


def test_a_form_keeps_a_broad_logo_in_its_place(small_build, words, templates):
    view = replace(forms(small_build.design, ("everything",), words["en"]), logo="broad.png")

    assert pdf.make(view, Materials(templates, {"broad.png": LOGOS["broad.png"]})).startswith(b"%PDF")
