"""What happens to a page's Markdown on its way into the guide: tables, words of another language, drawings."""

from __future__ import annotations

import pytest

from generator.formats import Materials
from generator.guide.drawings import illustrated
from generator.guide.foreign_words import marked
from generator.guide.tables import labelled
from generator.problem import Fault
from generator.views.diagrams import Subject, diagrams


def test_every_cell_of_a_table_carries_the_name_of_its_column():
    page = "| Apa | Di [mana](x.md) |\n|---|---|\n| teh | **dapur** |\n\nteks"

    assert labelled(page) == (
        '| Apa { data-label="Apa" } | Di [mana](x.md) { data-label="Di mana" } |\n|---|---|\n'
        '| teh { data-label="Apa" } | **dapur** { data-label="Di mana" } |\n\nteks')


@pytest.mark.parametrize("page", [
    "| a |\n|---|\n| one column needs no name |",
    "| 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n|---|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 | 7 |",
    "```\n| a | b |\n|---|---|\n| in | code |\n```",
])
def test_a_table_that_makes_no_cards_stays_as_it_is(page):
    assert labelled(page) == page


def test_italics_in_an_indonesian_page_are_english():
    assert marked("disebut *pull-up*, **bukan** hukuman", "id") == "disebut *pull-up*{: lang=en }, **bukan** hukuman"
    assert marked("called *pull-up*", "en") == "called *pull-up*"


def test_a_drawing_that_does_not_exist_is_named_with_its_line(catalogue_house, words, templates):
    subject = Subject(catalogue_house.catalogue, words["en"])

    with pytest.raises(Fault) as fault:
        illustrated("# Page\n\n<!-- diagram: unicorn -->\n", "docs/en/page.md", subject, Materials(templates))

    assert (fault.value.problem.code, fault.value.problem.location.line) == ("TC607", 3)
    assert "accompaniments, day, ladder, paths, phases, week" in fault.value.problem.args["choices"]


def test_a_ladder_is_drawn_from_the_table_that_follows_it(catalogue_house, words, templates):
    page = "<!-- diagram: ladder -->\n\n| Rung | What | Who |\n|---|---|---|\n| 1. Thanks | seen | anybody |\n"

    drawn = illustrated(page, "docs/en/page.md", Subject(catalogue_house.catalogue, words["en"]), Materials(templates))

    assert '<desc id="ladder-desc">1. Thanks: anybody.</desc>' in drawn
    assert ">1. Thanks</text>" in drawn
    assert drawn.endswith("| 1. Thanks | seen | anybody |\n")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_drawing_has_a_name_and_a_description_and_no_colour_of_its_own(small_build, words, templates, language):
    subject = Subject(small_build.design.catalogue, words[language], small_build.design, small_build.weeks,
                      (("a", "b", "c"), ("one", "two", "three")))
    for name, made in diagrams().items():
        view = made.draw(subject)
        if view is None:
            assert name == "accompaniments"  # the small house's catalogue has no such pillars
            continue
        page = illustrated(f"<!-- diagram: {name} -->\n\n| a | b | c |\n|---|---|---|\n| one | two | three |",
                           "docs/page.md", subject, Materials(templates))
        assert 'role="img"' in page
        assert "<title id=" in page
        assert "<desc id=" in page
        assert name == "week" or "#0" not in page


def test_without_dated_weeks_a_page_does_without_the_clock(catalogue_house, words, templates):
    subject = Subject(catalogue_house.catalogue, words["en"], catalogue_house.designs["sadar-hati"])

    assert illustrated("a\n<!-- diagram: day -->\nb", "docs/en/page.md", subject, Materials(templates)) == "a\n\nb"
