"""Where a resident's time goes: the figures are counted twice, and the drawing shows them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats import Materials
from generator.formats.svg import drawn
from generator.views.chart import Column, Series, stacked_bars
from generator.views.counted import average, group_weeks, serving, whole
from generator.views.minutes import minutes
from tests.documents.made_days import EVIL, a_design, weeks

SVG = "{http://www.w3.org/2000/svg}"


def spent_one_by_one(design, weeks, group, number, components):
    """A second count: each resident by number, session by session, then the average of the group."""
    size = design.programme.groups[group].size
    total = 0
    for resident in range(1, size + 1):
        for week in weeks:
            for session in week.sessions if week.number == number else ():
                takes_part = any(part.group == group and part.first <= resident <= part.last for part in session.parts)
                if takes_part and session.component in components and not session.strand:
                    total += session.end - session.start - 2 * session.travel
    return Fraction(total, size)


@pytest.fixture
def hand_made(small_house):
    return a_design(small_house), weeks()


def test_the_minutes_of_a_week_are_those_that_the_residents_have_one_by_one(hand_made):
    design, laid = hand_made
    cells = group_weeks(design, laid)

    assert [(cell.week, cell.group) for cell in cells] == [(1, "women"), (1, "men"), (2, "women"), (2, "men")]
    for kind in ("pillar", "dimension", "factor"):
        for components in serving(design, kind).values():
            for cell in cells:
                assert average([cell], components) == spent_one_by_one(design, laid, cell.group, cell.week, components)


def test_a_group_session_counts_whole_individual_work_and_split_groups_by_head_and_the_way_and_a_second_strand_not(hand_made):
    design, laid = hand_made
    women, men, _, _ = group_weeks(design, laid)

    assert average([women], {"talk"}) == Fraction(45, 3)
    assert average([women], {"cooking"}) == 135 - 2 * 30
    assert average([men], {"cooking"}) == 75, "half the group twice is the whole group once"
    assert average([men], {"opening"}) == 30 + 30, "what is held alongside is not counted again"
    assert average([women, men], {"quiet-hour"}) == Fraction(40 * 3, 7)


def test_the_sample_houses_figures_are_counted_the_same_way_twice(small_build):
    design, laid = small_build.design, small_build.weeks

    for cell in group_weeks(design, laid):
        for components in serving(design, "pillar").values():
            assert average([cell], components) == spent_one_by_one(design, laid, cell.group, cell.week, components)


@given(st.lists(st.fractions(0, 500), max_size=12))
def test_rounded_minutes_add_up_to_the_rounded_sum(parts):
    rounded = whole(parts)

    assert sum(rounded) == int(sum(parts) + Fraction(1, 2))
    assert all(abs(one - exact) < 1 for one, exact in zip(rounded, parts, strict=True))


def test_the_tables_are_of_everybody_then_of_each_group_by_week_and_of_the_phases(hand_made, words):
    design, laid = hand_made
    view = minutes(design, laid, words["en"])
    tables = {(table.kind, table.by, table.group): table for table in view.tables}

    assert {key for key in tables if key[0] == "pillar"} == {
        ("pillar", "week", ""), ("pillar", "phase", ""), ("pillar", "week", "women"), ("pillar", "week", "men")}
    everybody, women = tables["pillar", "week", ""], tables["pillar", "week", "women"]
    assert [row.label for row in everybody.rows] == ["1", "2"]
    assert women.rows[0].total == 30 + 15 + 40 + 75
    assert [row.phase for row in everybody.rows] == ["induction", ""], "in week 2 the groups are in different phases"
    of_phases = tables["pillar", "phase", ""]
    assert [row.phase for row in of_phases.rows] == ["induction", "primary", ""]
    for table in tables.values():
        for row in table.rows:
            assert row.total == (sum(row.values) if table.kind == "pillar" else 0)


@pytest.mark.parametrize("inline", [True, False])
def test_the_drawing_is_sound_xml_with_title_description_letters_and_every_number(hand_made, words, templates, inline):
    design, laid = hand_made
    section = minutes(design, laid, words["id"]).sections[0]
    (table,) = section.tables
    root = ET.fromstring(drawn(section.chart, Materials(templates), inline=inline))
    said = [element.text for element in root.iter() if element.text and element.text.strip()]
    hovers = [element.text for element in root.iter(f"{SVG}title")]
    ids = {element.get("id") for element in root.iter()}

    assert root.get("role") == "img"
    assert set(root.get("aria-labelledby").split()) <= ids
    assert root.find(f"{SVG}title").text and root.find(f"{SVG}desc").text
    for row in table.rows:
        assert str(row.total) in said
        for series, value in zip(table.series, row.values, strict=True):
            assert series.letter in said and series.title in said
            if value:
                assert f"Pekan {row.week}, {series.title}: {value} menit" in hovers
    for element in root.iter(f"{SVG}rect"):
        fill = element.get("fill", "")
        assert not fill.startswith("url(#") or fill[5:-1] in ids


def test_a_title_full_of_signs_stays_text_in_the_drawing(templates):
    chart = stacked_bars(language="id", name="x", title=EVIL, description="a & b", unit="<menit>", minutes="{count} menit",
                         series=[Series("a", EVIL, "A", "dots", "#112233")], columns=[Column("1", EVIL, (30,))])

    root = ET.fromstring(drawn(chart, Materials(templates), inline=True))

    assert root.find(f"{SVG}title").text == EVIL
    assert f"{EVIL}, {EVIL}: 30 menit" in [element.text for element in root.iter(f"{SVG}title")]


def test_bars_stand_on_one_another_and_are_as_high_as_their_minutes():
    series = [Series("a", "A", "A"), Series("b", "B", "B"), Series("c", "C", "C")]
    chart = stacked_bars(language="en", name="x", title="", description="", unit="", minutes="{count}", series=series,
                         columns=[Column("1", "one", (100, 0, 300)), Column("2", "two", (50, 50, 0))])
    low, high, *second = chart.segments

    assert low.y == pytest.approx(high.y + high.height, abs=0.02)
    assert high.height == pytest.approx(3 * low.height, abs=0.02)
    assert [part.letter for part in second] == ["A", "B"]
    assert [mark.text for mark in chart.totals] == ["400", "100"]


def test_a_programme_without_sessions_has_no_chart_and_no_page_breaks_over_it(small_house, words):
    design = a_design(small_house)

    view = minutes(design, [], words["id"])

    assert all(section.chart is None for section in view.sections)
