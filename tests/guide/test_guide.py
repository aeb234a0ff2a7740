"""A house's own pages in the guide: what is wrong with them is told with its place, and the earlier site stays."""

from __future__ import annotations

import pytest

from generator.gather import BUILT_IN, gather
from generator.guide import guide

pytestmark = pytest.mark.whole


@pytest.fixture
def problems_of(own_house, words, templates, tmp_path):
    def run(content: bytes) -> list:
        root = own_house()
        page = root / "docs" / "id" / "rumah.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(content)
        before = tmp_path / "build" / "guide" / "index.html"
        before.parent.mkdir(parents=True)
        before.write_text("former")
        roots = [root, BUILT_IN]
        written, problems = guide(gather(roots, None, ("id", "en")), [], words, templates, roots, tmp_path / "build")
        assert written is None
        assert before.read_text() == "former"
        return problems

    return run


def test_a_page_that_is_not_utf_8_is_told_with_line_and_column(problems_of):
    (problem,) = problems_of(b"# Rumah\n\nRum\xe9h.\n")

    assert (problem.code, str(problem.location)) == ("TC102", "docs/id/rumah.md:3:4")


def test_a_link_to_nowhere_is_told_with_page_and_target(problems_of):
    (problem, *_) = problems_of(b"# Rumah\n\n[x](components/tidak-ada.md)\n")

    assert problem.code == "TC605"
    assert "rumah.md" in problem.args["what"] and "tidak-ada.md" in problem.args["what"]
    assert "INFO" not in problem.args["what"]


def test_a_word_of_the_search_that_leads_nowhere_is_told_with_its_place(own_house, words, templates, tmp_path):
    root = own_house()
    (root / "programmes" / "catalogue" / "synonyms.yaml").write_text(
        "groups:\n  besuk: {id: [besuk], page: people/famili}\n", encoding="utf-8")
    roots = [root, BUILT_IN]

    written, (problem,) = guide(gather(roots, None, ("id", "en")), [], words, templates, roots, tmp_path / "build")

    assert written is None
    assert (problem.code, str(problem.location)) == ("TC301", "programmes/catalogue/synonyms.yaml:2:30")
    assert problem.args["near"] == "people/family"


@pytest.mark.parametrize(("way", "near"), [("safety#kejangg", "safety#kejang"), ("safty#kejang", "safety")])
def test_the_way_of_an_urgent_word_leads_to_a_section_that_is_there(own_house, words, templates, tmp_path, way, near):
    root = own_house()
    (root / "programmes" / "catalogue" / "synonyms.yaml").write_text(
        f'groups:\n  kejang:\n    id: [kejang]\n    urgent: {{words: [kejang], ways: {{id: "{way}"}}}}\n', encoding="utf-8")
    roots = [root, BUILT_IN]

    written, (problem,) = guide(gather(roots, None, ("id", "en")), [], words, templates, roots, tmp_path / "build")

    assert written is None
    assert (problem.code, problem.location.line, problem.args["near"]) == ("TC301", 4, near)
