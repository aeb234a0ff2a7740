"""The guide on paper, printed by Chromium: a component on two sides, a week on one, and nothing of the screen around them."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.browser


def printed(page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def words_of(reader: PdfReader) -> str:
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in reader.pages)


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_component_prints_on_two_sides_at_most(browser, site, language):
    page, too_long = browser.new_page(), {}
    for path in sorted((site / language / "components").glob("*.html")):
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        sheets = len(printed(page).pages) if page.locator(".part-sheet").count() else 0
        if sheets > 2:
            too_long[path.stem] = sheets
    page.close()

    assert too_long == {}


def test_the_leaders_sheet_holds_steps_words_and_safety_and_says_where_it_comes_from(page, site):
    page.goto((site / "components/encounter-group.html").as_uri())

    text = words_of(printed(page))

    for part in ("Belum sesuai untuk", "Rencana sesi", "Ucapkan:", "Bila tidak berjalan lancar", "Hentikan bila", "Sesudahnya"):
        assert part in text
    assert "Kelompok encounter · Panduan TC · components/encounter-group.html" in text
    assert "1 / 2" in text
    for screen in ("Daftar isi", "Beranda", "Cetak untuk", "Urutan topik", "Lihat juga"):
        assert screen not in text


def test_a_button_prints_what_participants_get_into_their_hands(page, site):
    page.add_init_script("window.print = () => { window.asked = document.documentElement.className }")
    page.goto((site / "components/relapse-prevention-group.html").as_uri())

    page.get_by_role("button", name="Cetak untuk peserta").click()

    assert "paper-participant" in page.evaluate("window.asked")
    text = words_of(printed(page))
    assert "Lembar kerja" in text
    assert "Hakmu" in text
    assert "Hentikan bila" not in text
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert "Hentikan bila" in words_of(printed(page))


@pytest.mark.parametrize(("name", "lines"), [("stress-management", 11), ("money-management", 8)])
def test_the_participants_sheet_is_one_page_with_boxes_and_lines_to_write_on(page, site, name, lines):
    page.add_init_script("window.print = () => {}")
    page.goto((site / f"components/{name}.html").as_uri())
    page.get_by_role("button", name="Cetak untuk peserta").click()
    room = page.evaluate(
        "[...document.querySelectorAll('.part-worksheet .write')].map(e => +e.className.match(/write-(\\d)/)[1])")

    sheet = printed(page)

    assert len(sheet.pages) == 1
    assert sum(room) == lines
    assert "☐" in words_of(sheet)


def test_without_javascript_there_is_no_button_that_does_nothing(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "components/meditation.html").as_uri())

    assert page.locator(".paper-choice button").first.is_hidden()
    context.close()


def test_a_week_prints_on_one_sheet_lying_down(page, site):
    for path in sorted((site / "programmes/small-house").glob("week-*.html")):
        page.goto(path.as_uri())
        sheets = printed(page).pages

        assert len(sheets) == 1
        assert sheets[0].mediabox.width > sheets[0].mediabox.height
        assert "Memasak" in sheets[0].extract_text()


def test_folds_are_open_on_paper(page, site):
    page.goto((site / "components/meditation.html").as_uri())
    page.evaluate("document.querySelector('.part-plan').insertAdjacentHTML("
                  "'beforeend', '<details><summary>Fold</summary><p>inside the fold</p></details>')")

    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    assert page.locator("details").evaluate("e => e.open")
