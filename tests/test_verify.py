"""What was built is read back: a fault in a template, or in a file, is found in every kind of output."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import build as stage
from generator.build import Wish, words_of
from generator.templates import Templates
from generator.verify import readers, verify

pytestmark = pytest.mark.print
ROOT = Path(__file__).parent.parent


def read_back(built: stage.Built, words, unit: Path | None = None) -> list[tuple[str, str]]:
    """Faults as (file, kind of fact)."""
    found = verify(built.design, built.weeks, built.verdicts, words_of(built.design, words), unit or built.folder)
    assert found.facts > 200 or found.problems
    return [(Path(p.location.file).name, p.args.get("what", p.code)) for p in found.problems]


def test_the_small_house_says_the_same_in_every_file(small_build, words):
    assert read_back(small_build, words) == []


def test_every_reader_reads_files_of_the_small_house(small_build):
    made = [path.relative_to(small_build.folder / "id") for path in (small_build.folder / "id").rglob("*") if path.is_file()]

    for reader in readers():
        for pattern in reader.FILES:
            assert any(path.match(pattern) for path in made) or pattern.startswith("facilitator-week"), pattern


SEEDED = [
    # template, what is put in the place of what, the document, the kind of fact that is found wrong
    ("typst/plan.typ", "step.clock)", "step.minutes)", "session-plan", "step"),
    ("typst/plan.typ", "o.leaders, o.room, o.topic)", "o.room, o.room, o.topic)", "session-plan", "session"),
    ("typst/plan.typ", "tick-list(view.materials)", "tick-list(view.set_up)", "session-plan", "materials"),
    ("typst/handbook.typ", "text(weight: \"regular\", r.at(1))", "text(weight: \"regular\", r.at(0))", "handbook", "minutes"),
    ("typst/handbook.typ", "b.rows.map(row => row.map(", "b.rows.map(row => row.rev().map(", "handbook", "session"),
    ("html/blocks.html.j2", "({{ block.minutes }}", "(5", "handbook", "step"),
    ("html/blocks.html.j2", "{% for cell in row %}<td>", "{% for cell in row[1:] %}<td>", "handbook", "session"),
]


@pytest.mark.parametrize(("template", "old", "new", "document", "what"), SEEDED)
def test_a_fault_in_a_template_is_found(small_house, words, tmp_path, template, old, new, document, what):
    own = tmp_path / "house" / "templates"
    path = own / template
    path.parent.mkdir(parents=True)
    text = (ROOT / "templates" / template).read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    wrong = stage.build(small_house, small_house.designs["small-house"], words, Templates((own, ROOT / "templates")),
                        tmp_path / "out", Wish(documents=(document,), languages=("en",)))

    assert what in {kind for _, kind in read_back(wrong, words)}


def _shifted(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"DTSTART:2027", b"DTSTART:2028", 1))


def _another_room(path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path)
    sheet = book.worksheets[0]
    column = next(cell.column for cell in sheet[1] if cell.value in ("Room", "Place", "Where"))
    sheet.cell(2, column).value = "cellar"
    book.save(path)


@pytest.mark.parametrize(("name", "change"), [
    ("weekly-schedule.ics", _shifted), ("weekly-schedule.xlsx", _another_room),
    ("weekly-schedule/week-01.pdf", lambda path: shutil.copy(path.with_name("week-02.pdf"), path)),
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
