"""A folder of wrong files: each gets its code, its place and a remedy, and earlier output stays byte-identical.

In ``bad/programmes`` and ``bad/components`` a comment stands above the wrong line: ``# expect: TC214 error``, if need be with
``at column 9``. ``# expect-code:`` asks for the code alone (the fault has no single line), ``# expect-file:`` for the file.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import build as stage
from generator.gather import gather
from generator.problem import Problem
from tests.bad.made import FINE, HOSTILE, LETTERHEADS, LOGOS, MADE
from tests.places import BAD, FIXTURE

EXPECT = re.compile(r"# expect(-code|-file)?: (TC\d{3}) (error|warning|note)(?: at column (\d+))?")
FORMER = {"en/handbook/staff.pdf": b"former", "timetable.json": b"{}", "notes.txt": b"mine"}

programmes = sorted((BAD / "programmes").glob("*.yaml"))
components = sorted((BAD / "components").glob("*.yaml"))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(FIXTURE, tmp_path_factory.mktemp("bad") / "house")


@pytest.fixture
def problems_of(root, words, templates, tmp_path) -> Callable[[bytes], list[Problem]]:
    """Every problem of a programme file, through all stages, with former output lying there."""

    def run(content: bytes) -> list[Problem]:
        path = root / "programmes" / "bad" / "programme.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        if not (path.parent / "logo.svg").exists():
            shutil.copy(root / "programmes/small-house/logo.svg", path.parent / "logo.svg")
        unit = tmp_path / "build" / "programmes" / "bad"
        for name, text in FORMER.items():
            (unit / name).parent.mkdir(parents=True, exist_ok=True)
            (unit / name).write_bytes(text)
        house = gather([root], "bad", ("id", "en"))
        problems = list(house.problems)
        if house.designs and not any(p.is_error for p in problems):
            wish = stage.Wish(documents=("weekly-schedule",), formats=("ics",))
            problems += stage.build(house, house.designs["bad"], words, templates, tmp_path / "build", wish).problems
        if any(p.is_error for p in problems):
            assert {p.relative_to(unit).as_posix(): p.read_bytes() for p in unit.rglob("*") if p.is_file()} == FORMER
        return problems

    yield run
    shutil.rmtree(root / "programmes" / "bad", ignore_errors=True)


def assert_expected(problems: list[Problem], text: str, file: str, words) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        found = EXPECT.search(line)
        if not found:
            continue
        kind, code, severity, column = found.groups()
        told = [p for p in problems if p.code == code and str(p.severity) == severity]
        assert told, f"{code} is not told; told are {[(p.code, str(p.location)) for p in problems]}"
        if kind != "-code":
            assert file in {p.location.file for p in told}
        if kind is None:
            assert number + 1 in {p.location.line for p in told}, [str(p.location) for p in told]
        if column:
            assert int(column) in {p.location.column for p in told}, [str(p.location) for p in told]
        echoes = {p.code for p in problems if p.is_error} - {code}
        assert not echoes, f"echoes: {echoes}"
    assert problems
    for problem in problems:
        for language in words.values():
            message, hint = language.message(problem), language.hint(problem)
            assert message and hint, problem.code
            assert not re.search(r"{\w+}", message + hint), f"a gap in {problem.code}: {message} {hint}"


@pytest.mark.parametrize("path", programmes, ids=lambda p: p.stem)
def test_a_wrong_programme_gets_its_problem_at_its_line(path, problems_of, words):
    content = path.read_text(encoding="utf-8")

    assert_expected(problems_of(content.encode()), content, "programmes/bad/programme.yaml", words)


@pytest.mark.parametrize(("written", "told"), [
    ("staff:\n  counsellor-1: {title: {id: K, en: C}, role: konselor, available: [{days: mon-sun, hours: 07:00-21:00}]}\n",
     "Maksud Anda “counsellor”? Pilih salah satu: "),  # by its title
    ("starts: 2027-01-05\n", "2027-01-04 atau 2027-01-11"),
    ("title: Program enam bulan\n", "title: {id: Angkatan 1, en: Cohort 1}"),
    ("organisation:\n  name: Rumah\n  brand: {colour: “#7a1f4b”}\n", 'colour: "#7a1f4b"'),
    ("organisation:\n  name: Rumah\n  brand: {colour: maroon}\n", "“Hex”"),
    ("organisation:\n  name: Rumah\n  brand:\n    colour: #7a1f4b\n", "diawali “#” perlu tanda kutip"),
    ("organisation:\n  name: Rumah\n  ipwl: tidak\n", "true untuk ya"),
    ("place: {city: Malang, latitude: '-7,98', longitude: 112.63, time_zone: Asia/Jakarta}\n", "titik, bukan koma"),
])
def test_the_remedy_shows_what_to_write(written, told, problems_of, words):
    problems = problems_of(f"extends: small-house\n{written}".encode())

    assert told in " ".join(words["id"].hint(p) for p in problems if p.is_error)


@pytest.mark.parametrize("path", components, ids=lambda p: p.stem)
def test_a_wrong_component_gets_its_problem_at_its_line(path, root, tmp_path, words):
    content = path.read_text(encoding="utf-8")
    name = re.match(r"# over: (\S+)", content)[1]
    own = tmp_path / "own" / "programmes" / "catalogue" / "components" / f"{name}.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(content, encoding="utf-8")

    house = gather([tmp_path / "own", root], "small-house", ("id", "en"))

    assert_expected(list(house.problems), content, f"programmes/catalogue/components/{name}.yaml", words)


@pytest.mark.parametrize("name", MADE)
def test_a_file_that_is_hardly_text_gets_its_problem(name, problems_of, words):
    content, code, line = MADE[name]

    problems = problems_of(content)

    assert problems[0].code == code
    assert problems[0].location.line == line
    assert {p.code for p in problems} == {code}


@pytest.mark.parametrize(("use", "name"), [
    *(("logo", name) for name in LOGOS), *(("letterhead", name) for name in LETTERHEADS)])
def test_a_picture_that_cannot_be_printed_is_told_at_its_line_with_a_remedy(use, name, root, problems_of, words):
    file, content, kind = (LOGOS if use == "logo" else LETTERHEADS)[name]
    written = f"extends: small-house\norganisation:\n  name: Rumah\n  brand:\n    {use}: {file}\n# expect-code: TC316 error\n"
    (root / "programmes" / "bad").mkdir(exist_ok=True)
    if content is not None:
        (root / "programmes" / "bad" / file).write_bytes(content)

    (problem,) = problems = problems_of(written.encode())

    place = problem.location
    assert (place.file, place.line, place.column) == ("programmes/bad/programme.yaml", 5, 7 + len(use))
    assert problem.args["kind"] == kind
    assert_expected(problems, written, "programmes/bad/programme.yaml", words)
    assert len({words["en"].hint(problem), words["id"].hint(problem), words["en"].message(problem)}) == 3


@pytest.mark.parametrize("name", FINE)
def test_an_unusual_file_is_read_like_any_other(name, problems_of):
    assert not [p for p in problems_of(FINE[name]) if p.is_error]


def test_hostile_text_comes_out_as_it_is(root, words, templates, tmp_path):
    """In every format; the guide's pages are looked at in a browser (tests/browser)."""
    import json

    from icalendar import Calendar
    from openpyxl import load_workbook

    text = " / ".join(HOSTILE[:9])
    path = root / "programmes" / "hostile" / "programme.yaml"
    path.parent.mkdir(exist_ok=True)
    shutil.copy(root / "programmes/small-house/logo.svg", path.parent / "logo.svg")
    both = [{"id": words_, "en": words_} for words_ in HOSTILE]
    path.write_text(json.dumps({
        "extends": "small-house", "title": both[0], "philosophy": both,
        "organisation": {"name": text, "brand": {"logo": "logo.svg"}},
        "rooms": {"hall": {"title": both[3], "capacity": 8, "features": ["quiet"]}},
        "staff": {"counsellor-1": {"title": both[1], "role": "counsellor", "certified": True,
                                   "available": [{"days": "mon-sun", "hours": "07:00-21:00"}]}},
        "components": {"adjust": {"opening": {"title": both[3]}}},
    }, ensure_ascii=False), encoding="utf-8")

    house = gather([root], "hostile", ("id", "en"))
    built = stage.build(house, house.designs["hostile"], words, templates, tmp_path, stage.Wish(languages=("en",)))
    shutil.rmtree(path.parent)

    assert not [p for p in (*house.problems, *built.problems) if p.is_error]
    sheet = load_workbook(built.folder / "en" / "weekly-schedule.xlsx").worksheets[0]
    titles = [cell for row in sheet.iter_rows() for cell in row if cell.value == HOSTILE[3]]
    assert titles and all(cell.data_type == "s" for cell in titles), "a title became a formula"
    assert "HYPERLINK" in Calendar.from_ical((built.folder / "en" / "weekly-schedule.ics").read_bytes()).to_ical().decode()
    from docx import Document

    paragraphs = [p.text for p in Document(str(built.folder / "en" / "handbook" / "staff.docx")).paragraphs]
    for one in HOSTILE:
        assert " ".join(one.split()) in paragraphs, f"{one!r} did not come through to Word"
    from pypdf import PdfReader

    pdf = " ".join(page.extract_text() for page in PdfReader(built.folder / "en" / "handbook" / "staff.pdf").pages)
    for one in ("<script>alert(1)</script>", '#panic("x")', "{{ 7*7 }}", "$x^2$ @ref <label>"):
        assert one in pdf, one
