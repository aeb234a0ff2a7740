"""The page of all programmes is no dead end: what is described is told, and what has to be done so that it has pages."""

from __future__ import annotations

import pytest

from generator.views.blocks import Heading, Table
from generator.views.pages.programmes import programmes_page


def texts(page) -> str:
    return " ".join(run.text for block in page.blocks if block.kind == "paragraph" for run in block.text)


def titles(page) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Heading) and block.level == 3]


@pytest.mark.parametrize("language", ["id", "en"])
def test_where_nothing_is_built_the_samples_are_told_and_the_command_is_named(catalogue_house, words, language):
    designs = list(catalogue_house.designs.values())

    page = programmes_page([], designs, words[language], {"start/manager": "…"})

    assert len(titles(page)) == len(designs) > 0
    assert "tcguide build" in texts(page)
    assert all(one.name in texts(page) and one.programme.example.to(language) in texts(page) for one in designs)
    assert {run.to for block in page.blocks if block.kind == "paragraph" for run in block.text if run.to} == {"start/manager"}
    assert not any(isinstance(block, Table) for block in page.blocks)


def test_what_is_built_has_a_link_and_is_not_told_again(catalogue_house, words):
    first, *others = catalogue_house.designs.values()

    page = programmes_page([first], [first, *others], words["en"])

    (table,) = (block for block in page.blocks if isinstance(block, Table))
    assert [row[0][0].to for row in table.rows] == [f"programmes/{first.name}/index"]
    assert len(titles(page)) == len(others)


def test_where_all_is_built_nothing_is_left_to_do(catalogue_house, words):
    designs = list(catalogue_house.designs.values())

    assert "tcguide" not in texts(programmes_page(designs, designs, words["id"]))


def test_where_nothing_is_described_the_command_is_named_all_the_same(words):
    assert "tcguide build" in texts(programmes_page([], [], words["en"]))
