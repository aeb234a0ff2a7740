"""Every blank form has a page: what it is for, what to mind, where it belongs and back, and the form itself, whole."""

from __future__ import annotations

import re

import pytest

from generator.formats import Materials
from generator.formats.markdown import make
from generator.guide.mentions import mentions
from generator.views.pages.forms import form_pages
from generator.views.pages.related import related


@pytest.fixture(scope="module")
def catalogue(catalogue_house):
    return catalogue_house.catalogue


def links(blocks) -> set[str]:
    return {run.to for block in blocks if block.kind in ("bullets", "table")
            for row in (block.items if block.kind == "bullets" else [cell for cells in block.rows for cell in cells])
            for run in row if run.to}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_form_tells_what_it_is_for_and_what_to_mind_and_the_index_leads_to_it(catalogue, words, language):
    index, *pages = form_pages(catalogue, words[language], {})

    assert [page.path for page in pages] == [f"forms/{name}" for name in catalogue.forms]
    assert len(pages) >= 19
    assert links(index.blocks) == {page.path for page in pages}
    for form in catalogue.forms.values():
        assert form.purpose and form.purpose.has(language)
        assert 2 <= len(form.watch_for) <= 4 and all(text.has(language) for text in form.watch_for)


def test_a_form_and_its_components_lead_to_one_another(catalogue, words):
    _index, *pages = form_pages(catalogue, words["en"], {})
    forth = {(page.path, to) for page in pages for to in links(page.blocks) if to.startswith("components/")}
    back = {(run.to, f"components/{name}") for name in catalogue.components
            for line in related(catalogue, name, words["en"]) for run in line if run.to.startswith("forms/")}

    assert forth == back and forth


def test_the_page_holds_every_word_of_the_form(catalogue, words, templates):
    _index, *pages = form_pages(catalogue, words["id"], {})
    for page, form in zip(pages, catalogue.forms.values(), strict=True):
        text = make(page, Materials(templates)).decode()
        blank = " ".join(re.sub(r"<[^>]+>", " ", text.partition('class="blank-form"')[2]).split())
        items = [item for section in form.sections for item in section.items]
        said = [section.title for section in form.sections] + [
            one for item in items
            for one in (item.text, item.say, item.ask, item.tick, *item.boxes, *item.columns, *item.row_titles) if one]
        assert [one.to("id") for one in (*said, *form.signatures, form.kept) if one.to("id") not in blank] == [], page.path


def test_a_catalogue_without_forms_has_no_pages_of_them(catalogue_house, words):
    from dataclasses import replace

    assert list(form_pages(replace(catalogue_house.catalogue, forms={}), words["id"], {})) == []


def test_a_written_page_that_leads_to_a_form_is_led_back_to():
    files = {"safe/rights.md": b"# R\n\n[a](../forms/complaint.md), [b](../forms/complaint.md#form), [c](https://x.org/y.md)\n",
             "index.md": b"[x](forms/index.md)\n", "a.png": b"](forms/complaint.md)"}

    assert mentions(files, {"safe/rights": "Rights", "index": "Home"}) == {
        "forms/complaint": [("safe/rights", "Rights")], "forms/index": [("index", "Home")]}
