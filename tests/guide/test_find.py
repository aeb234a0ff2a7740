"""Choosing without searching, and the relations between pages: whole, in both directions, in both languages."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.guide.breadcrumbs import with_crumbs
from generator.views.blocks import Bullets, Finder, Heading, Paragraph, Run, Table
from generator.views.pages.facets import facets
from generator.views.pages.find import find_pages
from generator.views.pages.related import related


@pytest.fixture(scope="module")
def catalogue(catalogue_house):
    return catalogue_house.catalogue


def links(lines, label: str) -> set[str]:
    return {run.to for line in lines if line[0].text == label for run in line if run.to}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_component_can_be_found_in_every_way_of_choosing(catalogue, words, language):
    ways = facets(catalogue, words[language])

    assert [way.name for way in ways] == ["pillar", "phase", "mode", "minutes", "size", "leader", "material"]
    for way in ways:
        found = Counter(name for choice in way.choices for name in choice.components)
        assert set(found) == set(catalogue.components), way.name
        if way.name in ("pillar", "mode", "minutes"):
            assert set(found.values()) == {1}, way.name


def test_a_band_of_people_holds_what_that_many_can_do(catalogue, words):
    sizes = next(way for way in facets(catalogue, words["en"]) if way.name == "size")
    by_name = {choice.name: choice.components for choice in sizes.choices}

    assert "individual-counselling" in by_name["1"] and "individual-counselling" not in by_name["4"]
    for_six = {name for name, c in catalogue.components.items() if c.group_size.least <= 6 <= c.group_size.most}
    assert for_six <= set(by_name["8"])


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_lists_every_component_and_leads_to_a_plain_page_for_every_box(catalogue, words, language):
    first, *indexes = find_pages(catalogue, words[language])
    finder = next(block for block in first.blocks if isinstance(block, Finder))
    made = {page.path for page in indexes}
    led_to = {run.to for block in first.blocks if isinstance(block, Bullets) for item in block.items for run in item if run.to}

    assert len(finder.found) == len(catalogue.components)
    assert {to for to in led_to if to.startswith("find/")} == made
    assert len(led_to) == sum(len(group.boxes) for group in finder.groups)
    for page in indexes:
        table = next(block for block in page.blocks if isinstance(block, Table))
        assert len(table.rows) > 0
        assert page.description.strip() and "[ID]" not in page.title


def test_a_box_counts_the_entries_that_carry_it(catalogue, words):
    finder = next(block for block in next(find_pages(catalogue, words["id"])).blocks if isinstance(block, Finder))

    for group in finder.groups:
        carried = Counter(name for one in finder.found for name in dict(one.values)[group.name].split())
        assert {box.name: box.count for box in group.boxes} == dict(carried)


def test_what_only_needs_paper_needs_no_other_kind_but_a_board(catalogue):
    kinds = catalogue.materials.kinds
    others = {name for key, kind in kinds.items() if key not in ("nothing", "paper", "board") for name in kind.components}

    assert set(kinds["paper"].components) & others == set()


def test_what_needs_nothing_needs_neither_tools_nor_money_nor_a_telephone(catalogue, words):
    material = next(way for way in facets(catalogue, words["id"]) if way.name == "material")
    kinds = catalogue.materials.kinds

    assert (material.choices[0].title, material.choices[0].page) == ("Tanpa bahan", "find/material-nothing")
    for key in ("tools", "money", "telephone", "health", "instruments", "worship"):
        assert set(kinds["nothing"].components) & set(kinds[key].components) == set()


def test_the_plain_lists_are_led_to_before_the_long_list(catalogue, words):
    blocks = next(find_pages(catalogue, words["id"])).blocks
    finder = next(at for at, block in enumerate(blocks) if isinstance(block, Finder))
    before = {run.to for block in blocks[:finder] if isinstance(block, Paragraph) for run in block.text if run.to}
    anchors = {f"find#{block.anchor}" for block in blocks if isinstance(block, Heading) and block.level == 3}

    assert before == anchors and len(anchors) == 7


@pytest.mark.parametrize(("one", "other"), [
    ("prepared_by", "prepares"), ("instead", "instead_of"), ("stands_in_for", "stood_in_by")])
def test_relations_are_told_from_both_ends(catalogue, words, one, other):
    said = words["en"]
    told = {name: related(catalogue, name, said) for name in catalogue.components}
    forth = {(name, to) for name, lines in told.items() for to in links(lines, said.label(f"component.{one}"))}
    back = {(to.removeprefix("components/"), f"components/{name}") for name, lines in told.items()
            for to in links(lines, said.label(f"component.{other}"))}

    assert forth == back and forth


def test_nobody_prepares_itself_and_every_named_page_is_named_once(catalogue, words):
    for name in catalogue.components:
        for line in related(catalogue, name, words["en"]):
            targets = [run.to for run in line if run.to]
            assert f"components/{name}" not in targets
            assert len(targets) == len(set(targets))


def test_the_way_to_a_page_keeps_title_and_front_matter(words):
    tree = {
        "index.md": b"# Home\n", "components/index.md": b"# All\n",
        "components/a.md": b"---\ntitle: \"A & B\"\n---\n\n# A &amp; B\n",
        "pillars/p.md": b"# P\n", "alone.md": b"# Alone *x*\n\nText.\n", "404.md": b"# Lost\n",
        "find.md": b"# Find\n", "find/x.md": b"# X\n",
    }
    nav = [{"Home": "index.md"}, {"Components": ["components/index.md", "find.md", {"P": ["components/a.md"]}]}]
    made = {name: content.decode() for name, content in with_crumbs(tree, nav, words["en"], {"P": "pillars/p.md"}).items()}

    assert "404.md" not in made and "index.md" not in made
    assert "[Home](../index.md)" in made["components/a.md"] and "[P](../pillars/p.md)" in made["components/a.md"]
    assert made["components/a.md"].count("title:") == 1
    assert made["alone.md"].startswith('---\ntitle: "Alone *x*"\n---\n')
    assert "<span aria-current=\"page\">Alone &#42;x&#42;</span>" in made["alone.md"]
    assert "[Find](../find.md)" in made["find/x.md"]
    assert made["components/index.md"].count("Components") == 0  # a section's own page does not stand below itself


def test_the_finder_speaks_only_through_labels(catalogue, words):
    page = next(find_pages(catalogue, words["id"]))
    finder = next(block for block in page.blocks if isinstance(block, Finder))

    assert dict(finder.said)["some"].count("{") == 2
    assert all(isinstance(run, Run) for one in finder.found for run in one.title)
