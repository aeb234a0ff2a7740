"""Every word that a document or a page says is in the language's file: no key of a word is ever printed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.build import Wish, pieces
from generator.checks import judge
from generator.guide import pages
from generator.keep import Kept
from generator.language import Words
from generator.schedule import placed, solve
from generator.views import wording
from generator.views.blocks import Table
from generator.weeks import calendar_of, plans_of

LANGUAGES = ("id", "en")


class Strict(Words):
    """Words that fail where a key has none, instead of answering with the key."""

    def label(self, key: str, **args: object) -> str:
        assert key in self._labels, f"no words for {key}"  # type: ignore[attr-defined]
        return super().label(key, **args)


@pytest.fixture(scope="module")
def strict(words):
    return {code: Strict(said.code, said.name, said.tree, said.complete) for code, said in words.items()}


@pytest.fixture(scope="module")
def clinic(catalogue_house):
    """A programme whose people are not there on every day, with its first week and what is judged without a timetable."""
    design = catalogue_house.designs["cra-outpatient-24-weeks"]
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][0]
    return design, [placed(plan, solve(plan.task))], judge(design, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_documents_and_pages_of_the_small_house_have_words_for_all_they_say(small_house, small_build, strict, language):
    assert list(pieces(small_build.design, small_build.weeks, small_build.verdicts, strict[language], Wish()))
    assert pages(small_house, [small_build], strict[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_documents_of_a_clinic_have_words_for_all_they_say(clinic, strict, language):
    made = list(pieces(*clinic, strict[language], Wish(weeks=(1, 1))))

    assert {"handbook", "weekly-schedule"} <= {piece.path.partition("/")[0] for piece in made}


def test_the_handbook_has_no_empty_table_and_says_on_which_days_nothing_is_held(clinic, words):
    books = [piece.view for piece in pieces(*clinic, words["en"], Wish(documents=("handbook",)))]
    book = next(view for view in books if view.name == "staff")

    assert [block for view in books for block in view.blocks if isinstance(block, Table) and not block.rows] == []
    assert [block for block in book.blocks if isinstance(block, Table) and not block.rows] == []
    assert "No sessions: " in repr(book.blocks)
    assert "Mon–Fri" in repr(book.blocks)


def test_english_counts(words):
    def said(**args):
        return words["en"].label("cli.summary", **args)

    assert said(errors=1, warnings=0) == "1 error, 0 warnings"
    assert said(errors="1,200", warnings=2) == "1,200 errors, 2 warnings"


@pytest.mark.parametrize(("value", "said"), [
    (Fraction(367, 10), {"id": "36,7", "en": "36.7"}),
    (Fraction(36), {"id": "36", "en": "36"}),
    (Fraction(12345, 10), {"id": "1.234,5", "en": "1,234.5"}),
    (-7.98, {"id": "-7.98", "en": "-7.98"}),  # as it stands in a file, and has to stand there
])
def test_computed_numbers_have_the_languages_own_decimal_mark(words, value, said):
    for language in LANGUAGES:
        assert words[language].with_tree({"n": "{number}"}).label("n", number=value) == said[language]


def test_what_lasts_until_midnight_ends_at_24_as_it_is_written(words):
    """A day at home, written 00:00 until 24:00, was said to last 00:00–00:00."""
    assert wording.span(words["en"], 0, 24 * 60) == "00:00–24:00"
    assert wording.span(words["id"], 22 * 60, 24 * 60) == "22.00–24.00"
    assert wording.span(words["en"], 22 * 60, 30 * 60) == "22:00–06:00"
