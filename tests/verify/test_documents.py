"""What was built is read back: a fault in a template, or in a file, is found in every kind of output."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator import build as stage
from generator import keep
from generator.build import Wish
from generator.templates import Templates
from generator.verify import PROGRAMME, reader_of, readers, verify
from generator.weeks import unit_of
from generator.write import read_manifest
from tests.places import ROOT

pytestmark = pytest.mark.print


def read_back(built: stage.Built, words, unit: Path | None = None) -> list[tuple[str, str]]:
    """Faults as (file, kind of fact)."""
    found = verify(built.design, built.weeks, built.verdicts, built.design.words(words), unit or built.folder)
    assert found.facts > 200 or found.problems
    return [(Path(p.location.file).name, p.args.get("what", p.code)) for p in found.problems]


def test_the_small_house_says_the_same_in_every_file(small_build, words):
    assert read_back(small_build, words) == []


@pytest.fixture(scope="module")
def everything(small_build, small_house, words, templates, tmp_path_factory) -> stage.Built:
    """Also what is made on request only."""
    to = tmp_path_factory.mktemp("everything") / "out"
    shutil.copytree(small_build.folder.parent.parent, to)
    design = small_house.designs["small-house"]
    return stage.build(small_house, design, words, templates, to, Wish(everything=True))


def test_everything_there_is_says_the_same_too(everything, words):
    found = verify(everything.design, everything.weeks, everything.verdicts, everything.design.words(words),
                   everything.folder)

    assert found.problems == ()
    assert {why: [Path(name).name for name in names] for why, names in found.unread.items()} == {
        "the_timetable": ["timetable.json"]}
    assert found.files == len(read_manifest(everything.folder)["files"]) - 1


def test_files_made_of_some_weeks_are_held_against_those_weeks(small_house, words, templates, tmp_path):
    design = small_house.designs["small-house"]
    built = stage.build(small_house, design, words, templates, tmp_path, Wish(languages=("id",), weeks=(2, 2)))

    assert read_back(built, words) == []
    assert read_manifest(built.folder)["files"]["id/weekly-schedule/room/hall.pdf"]["weeks"] == [2, 2]


def test_renewing_one_week_takes_the_others_out_of_no_calendar_table_or_personal_sheet(
    small_house, small_build, words, templates, tmp_path
):
    to = tmp_path / "out"
    unit = shutil.copytree(small_build.folder, to / "programmes" / "small-house")
    of_all_weeks = [*unit.glob("*/calendar/*/*"), *unit.glob("*/weekly-schedule.*"), *unit.glob("*/weekly-schedule/*/*")]
    before = {path: path.read_bytes() for path in of_all_weeks}

    built = stage.build(small_house, small_build.design, words, templates, to, Wish(weeks=(2, 2)))

    assert {path: path.read_bytes() for path in of_all_weeks} == before
    assert read_back(built, words) == []


def test_every_reader_of_documents_reads_files_of_the_small_house(everything):
    folder = everything.folder / "id"
    made = [reader_of(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
    of_other_houses = {"generator.verify.change_notices", "generator.verify.duty_rosters"}

    of_documents = {reader for reader in readers() if getattr(reader, "UNIT", PROGRAMME) == PROGRAMME}

    assert {reader.__name__ for reader in of_documents - set(made)} == of_other_houses


def test_a_file_that_no_reader_knows_is_told_and_not_passed_in_silence(small_build, words, tmp_path):
    unit = shutil.copytree(small_build.folder, tmp_path / "unit")
    manifest = json.loads((unit / "manifest.json").read_text())
    manifest["files"]["id/wall-clock.pdf"] = {}
    (unit / "manifest.json").write_text(json.dumps(manifest))
    shutil.copy(unit / "id" / "minutes.pdf", unit / "id" / "wall-clock.pdf")

    assert read_back(small_build, words, unit) == [("wall-clock.pdf", "TC806")]


@pytest.mark.parametrize(("name", "reader"), [
    ("session-plan/talk.pdf", "plans"), ("session-plan/talk-worksheet.pdf", "worksheets"), ("minutes.pdf", "minutes_sheets"),
    ("session-plan/minutes.pdf", "plans"), ("weekly-schedule/week-01.pdf", "sheets"), ("elsewhere/minutes.pdf", None),
])
def test_the_most_exact_pattern_decides_who_reads(name, reader):
    found = reader_of(Path(name))

    assert (found and found.__name__.rpartition(".")[2]) == reader


SEEDED = [
    # template, what is put in the place of what, the document with its formats, the kind of fact that is found wrong
    ("typst/plan.typ", "step.clock)", "step.minutes)", "session-plan", "step"),
    ("typst/plan.typ", "o.leaders, o.room, o.topic)", "o.room, o.room, o.topic)", "session-plan", "session"),
    ("typst/plan.typ", "tick-list(view.materials)", "tick-list(view.set_up)", "session-plan", "materials"),
    ("typst/plan.typ", "f.name), f.text)", "f.name), f.name)", "session-plan", "minutes"),
    ("html/session-plan.html.j2", "{{ step.minutes }}", "{{ step.number }}", "session-plan docx", "step"),
    ("html/session-plan.html.j2", "else [o.day, o.time]", "else [o.day, o.day]",
     "session-plan docx", "session"),
    ("typst/handout.typ", "#part.task", "", "session-plan", "worksheet"),
    ("typst/facilitator-week.typ", "r.time, [#strong", "r.room, [#strong", "facilitator-week", "session"),
    ("typst/facilitator-week.typ", "tick-list(view.copies)", "tick-list(())", "facilitator-week", "copies"),
    ("typst/topic-set.typ", "for one in view.plans", "for one in view.plans.slice(1)", "topic-set", "step"),
    ("typst/handbook.typ", "text(weight: \"regular\", r.at(1))", "text(weight: \"regular\", r.at(0))", "handbook", "minutes"),
    ("typst/handbook.typ", "b.rows.map(row => row.map(", "b.rows.map(row => row.rev().map(", "handbook", "session"),
    ("html/blocks.html.j2", "({{ block.minutes }}", "(5", "handbook", "step"),
    ("html/blocks.html.j2", "{% for cell in row %}<td>", "{% for cell in row[1:] %}<td>", "handbook", "session"),
    ("typst/schedule.typ", "[ #box(b.time)]", "[ #box(\"\")]", "weekly-schedule poster", "session"),
    ("typst/schedule.typ", "linebreak(); b.detail", "linebreak(); \"\"", "weekly-schedule", "leader"),
    ("typst/poster.typ", "measured(12pt, s.subtitle)", "measured(12pt, view.title)", "poster", "week"),
    ("typst/poster.typ", "in view.sheets.enumerate()", "in (view.sheets * 2).enumerate()", "poster", "count"),
    ("typst/pocket-card.typ", "(row.time,", "(\"05:00\",", "pocket-card", "session"),
    ("typst/pocket-card.typ", "card.days.slice(4)", "card.days.slice(0, 3)", "pocket-card", "day"),
    ("typst/year-overview.typ", "week.dates, ..", "week.days.first().number, ..", "year-overview", "week"),
    ("typst/year-overview.typ", "#n.text]", "]", "year-overview", "holiday"),
    ("typst/year-overview.typ", "block(above: 0.6em, view.always)", "[]", "year-overview", "component"),
    ("typst/minutes.typ", "t.rows.at(i).values.map", "t.rows.at(i).values.rev().map", "minutes", "minutes"),
    ("typst/minutes.typ", "strong[#r.total]", "strong[#r.values.first()]", "minutes", "minutes"),
    ("typst/design-report.typ", "row.verdict, row.shown)", "row.severity, row.shown)", "design-report", "criterion"),
    ("typst/design-report.typ", "..numbers.map", "..numbers.rev().map", "design-report", "count"),
    ("svg/stacked-bars.svg.j2", "height=\"{{ part.height }}\"", "height=\"{{ loop.index }}\"", "minutes", "bar"),
    ("svg/stacked-bars.svg.j2", "<title>{{ part.title }}</title>", "<title>{{ part.letter }}</title>", "minutes", "minutes"),
    ("typst/form.typ", "heading(level: 2, inline(section.title))", "[]", "forms", "form"),
    ("html/form.html.j2", '"Form Section", inline(section.title)', '"Form Section", "–"', "forms docx", "form"),
    ("html/form.html.j2", "range(it.lines or 1)", "range(1)", "forms docx", "lines"),
    ("html/form.html.j2", "{% for title in it.rows %}", "{% for title in it.rows[:1] %}", "forms docx", "columns"),
    ("html/form.html.j2", '"Form Copies", form.copies', '"Form Copies", ""', "forms docx", "copies"),
    ("typst/form.typ", "beside: if form.copies != \"\" { form.copies },", "", "forms", "copies"),
]


@pytest.mark.parametrize(("template", "old", "new", "document", "what"), SEEDED)
def test_a_fault_in_a_template_is_found(small_build, small_house, words, tmp_path, template, old, new, document, what):
    own, to = tmp_path / "house" / "templates", tmp_path / "out"
    path = own / template
    path.parent.mkdir(parents=True)
    text = (ROOT / "templates" / template).read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    unit = unit_of(to, small_build.design.name)
    unit.mkdir(parents=True)
    shutil.copy(small_build.folder / keep.FILE, unit)
    names = [name for name in document.split() if name != "docx"]
    wish = Wish(documents=tuple(names), languages=("en",), formats=("docx",) if "docx" in document else ())
    wrong = stage.build(small_house, small_house.designs["small-house"], words, Templates((own, ROOT / "templates")), to, wish)

    found = read_back(wrong, words)

    assert what in {kind for _, kind in found}, found


def _shifted(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"DTSTART:2027", b"DTSTART:2028", 1))


def _another_room(path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path)
    sheet = book.worksheets[0]
    column = next(cell.column for cell in sheet[1] if cell.value in ("Room", "Place", "Where"))
    sheet.cell(2, column).value = "cellar"
    book.save(path)


def _replaced(old: str, new: str):
    def change(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return change


def _a_row_less(path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path)
    book.worksheets[2].delete_rows(3)
    book.save(path)


@pytest.mark.parametrize(("name", "change"), [
    ("weekly-schedule.ics", _shifted), ("weekly-schedule.xlsx", _another_room), ("weekly-schedule.xlsx", _a_row_less),
    ("weekly-schedule.ics", _replaced("Leader: Counsellor 1", "Leader: Counsellor 9")),
    ("calendar/facilitator/counsellor-1.ics", _replaced("LOCATION:Study", "LOCATION:Hall")),
    ("weekly-schedule.csv", _replaced('"08:30","09:45"', '"08:30","09:40"')),
    ("weekly-schedule.json", _replaced('"leader": "companion-1"', '"leader": "counsellor-1"')),
    ("weekly-schedule.json", _replaced('"group": 150', '"group": 140')),
    ("weekly-schedule.json", _replaced('"end": "07:00"', '"end": "07:10"')),
    ("minutes/week.svg", _replaced("150 minutes", "155 minutes")),
    ("weekly-schedule/week-01.pdf", lambda path: shutil.copy(path.with_name("week-02.pdf"), path)),
    ("weekly-schedule/group/cohort.pdf", lambda path: shutil.copy(path.parent.parent / "room/hall.pdf", path)),
    ("poster/week-01.pdf", lambda path: shutil.copy(path.with_name("week-02.pdf"), path)),
    ("pocket-card/week-02.pdf", lambda path: shutil.copy(path.with_name("week-02-a4.pdf"), path)),
])
def test_a_file_changed_afterwards_is_found(small_build, words, tmp_path, name, change):
    unit = shutil.copytree(small_build.folder, tmp_path / "unit")
    change(unit / "en" / name)

    found = read_back(small_build, words, unit)

    assert {file for file, _ in found} == {Path(name).name}


def test_a_file_that_is_gone_is_told(small_build, words, tmp_path):
    unit = shutil.copytree(small_build.folder, tmp_path / "unit")
    (unit / "id" / "weekly-schedule.xlsx").unlink()

    assert read_back(small_build, words, unit) == [("weekly-schedule.xlsx", "TC802")]


@pytest.mark.parametrize("name", ["handbook/staff.pdf", "handbook/staff.docx", "weekly-schedule.xlsx", "weekly-schedule.ics"])
def test_a_file_cut_off_in_the_middle_is_told_and_the_others_are_read_all_the_same(small_build, words, tmp_path, name):
    unit = shutil.copytree(small_build.folder, tmp_path / "unit")
    path = unit / "en" / name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    assert {file for file, _ in read_back(small_build, words, unit)} == {Path(name).name}
