"""Forms can be filled in by hand: the lines to write on, read back out of the PDF, are far enough apart and long enough."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PageObject, PdfReader

from generator.formats import Materials, typst
from generator.views.forms import forms

pytestmark = pytest.mark.print

MILLIMETRE = 72 / 25.4
LEFT, RIGHT = 52, 543
"""Points between which the text stands on A4."""


def drawn(page: PageObject) -> tuple[list[tuple[float, float, float]], list[float]]:
    """Every horizontal line as height, start and end, and the height of every text, in points."""
    lines: list[tuple[float, float, float]] = []
    texts: list[float] = []
    start: list[float] = []

    def operator(name: bytes, numbers: Any, matrix: Any, _: Any) -> None:
        if name not in (b"m", b"l"):
            return
        x, y = (float(number) for number in numbers)
        at = [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]
        if name == b"l" and start and abs(start[1] - at[1]) < 0.1:
            lines.append((at[1], min(start[0], at[0]), max(start[0], at[0])))
        start[:] = at

    def text(said: str, matrix: Any, own: Any, *_: Any) -> None:
        if said.strip():
            texts.append(matrix[1] * own[4] + matrix[3] * own[5] + matrix[5])

    page.extract_text(visitor_operand_before=operator, visitor_text=text)
    return lines, texts


def between_lines(page: PageObject) -> Iterator[float]:
    """Millimetres between two lines across the whole page that have nothing but room between them."""
    lines, texts = drawn(page)
    across = sorted({round(height, 1) for height, start, end in lines if start < LEFT and end > RIGHT}, reverse=True)
    for above, below in pairwise(across):
        gap = (above - below) / MILLIMETRE
        # Nearer than this are the rule below the letterhead and the edges of boxes; farther, parts of the form.
        if 4.5 < gap < 20 and not any(below < height < above + 1 for height in texts) \
                and not any(below < height < above - 1 for height, *_ in lines):
            yield gap


@pytest.mark.parametrize("language", ["id", "en"])
def test_lines_to_write_on_are_eight_millimetres_apart_and_not_cut_short_by_their_question(
    catalogue_house, words, templates, language
):
    design = catalogue_house.designs["sadar-hati"]
    materials = Materials(templates, {"logo.svg": (catalogue_house.folders["sadar-hati"] / "logo.svg").read_bytes()})
    narrow, short = {}, {}
    for name in catalogue_house.catalogue.forms:
        pages = PdfReader(io.BytesIO(typst.make(forms(design, (name,), words[language]), materials))).pages
        gaps = [gap for page in pages for gap in between_lines(page)]
        if gaps and min(gaps) < 8:
            narrow[name] = round(min(gaps), 1)
        # A line beside its question ends at the right margin; a cell of a table does so too but has another above it.
        beside = [(end - start) / MILLIMETRE for page in pages for _, start, end in drawn(page)[0]
                  if start > LEFT and end > RIGHT and (start, end) not in
                  [(a, b) for other, a, b in drawn(page)[0] if abs(other - _) > 0.1]]
        if beside and min(beside) < 50:
            short[name] = round(min(beside), 1)

    assert narrow == {}
    assert short == {}


@pytest.mark.parametrize("name", ["behaviour-agreement", "complaint"])
def test_a_form_whose_second_side_would_stay_empty_has_more_room_to_write(catalogue_house, words, templates, name):
    design = catalogue_house.designs["sadar-hati"]
    materials = Materials(templates, {"logo.svg": (catalogue_house.folders["sadar-hati"] / "logo.svg").read_bytes()})
    pages = PdfReader(io.BytesIO(typst.make(forms(design, (name,), words["id"]), materials))).pages
    gaps = [gap for page in pages for gap in between_lines(page)]

    assert len(pages) == 2
    assert gaps and min(gaps) > 11


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_session_plan_leaves_no_page_empty_but_gives_its_room_to_notes(small_build, words, language):
    notes = words[language].label("session_plan.notes")
    plans = [path for path in sorted((small_build.folder / language / "session-plan").glob("*.pdf"))
             if not path.stem.endswith("-worksheet")]
    assert plans
    for path in plans:
        pages = PdfReader(path).pages
        across = [height for height, start, end in drawn(pages[-1])[0] if start < LEFT and end > RIGHT]

        assert notes in pages[-1].extract_text(), path
        assert len(across) >= 2, path
