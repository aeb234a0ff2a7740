"""The design report: what is met, what is open, and what closes it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.checks import judge
from generator.formats import Materials
from generator.formats import json as data
from generator.views.criteria import STATUSES
from generator.views.design_report import SEVERITIES, design_report, sheets


@pytest.fixture(scope="module")
def view(catalogue_house, words):
    """Of a house that has answered nothing and has no time for supervision; its timetable is not made."""
    design = catalogue_house.designs["sadar-hati"]
    design = replace(design, programme=design.programme.model_copy(update={"answers": {}, "team_times": {}}))
    return design_report(design, judge(design, None), words["en"])


def test_every_criterion_stands_in_it_once_and_the_sums_are_those_of_its_rows(view, catalogue_house):
    assert sorted(row.number for row in view.rows) == sorted(name.upper() for name in catalogue_house.catalogue.standards)
    assert [SEVERITIES.index(row.severity) for row in view.rows] == sorted(SEVERITIES.index(row.severity) for row in view.rows)
    assert sum(numbers[-1] for _, numbers in view.counts) == len(view.rows)
    assert all(sum(numbers[:-1]) == numbers[-1] for _, numbers in view.counts)
    assert {row.status for row in view.rows} <= set(STATUSES)


def test_what_is_open_says_what_closes_it_and_nothing_else_does(view):
    rows = {row.number: row for row in view.rows}

    assert "answers: {c26: {id: …, en: …}}" in rows["C26"].closes and rows["C26"].shown.endswith("?")
    assert rows["C27"].status == "not-met" and rows["C27"].closes and rows["C27"].shown
    assert rows["C38"].closes.startswith("Build the programme once more")
    assert {row.number for row in view.rows if row.closes} == {row.number for row in view.open}


def test_the_workbook_has_room_for_who_does_what_is_open_by_when(view):
    open_, all_ = sheets(view)

    assert [column.heading for column in open_.columns[-2:]] == ["Who does it", "By when"]
    assert (len(open_.rows), len(all_.rows)) == (len(view.open), len(view.rows))
    assert all(len(row) == len(sheet.columns) for sheet in (open_, all_) for row in sheet.rows)


def test_other_programs_read_it_by_number(view, templates):
    criteria = json.loads(data.make(view, Materials(templates)))["criteria"]

    assert criteria["C03"]["status"] == "met" and criteria["C03"]["asks"].startswith("A resident may leave at any time")
