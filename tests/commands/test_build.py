"""Building as people meet it: parts, drafts, zips, failures that leave what was there."""

from __future__ import annotations

import re
import zipfile

import pytest


def test_after_a_build_of_one_week_its_sheet_is_shown_and_only_wishes_that_were_not_kept(run, own_house, tmp_path):
    said = run("-C", own_house(), "build", "small-house", "--to", tmp_path, "--document", "weekly-schedule", "--week", "2",
               "--language", "en", "--format", "pdf")

    assert "weekly-schedule/week-02.pdf" in said.output
    assert "week-01.pdf" not in said.output
    assert "× hour of the busiest post" in said.output
    assert ": 0 ×" not in said.output


def test_a_part_asked_for_is_renewed_alone(run, own_house, tmp_path):
    root, to = own_house(), tmp_path / "out"
    run("-C", root, "build", "small-house", "--to", to, "--no-guide")
    unit = to / "programmes" / "small-house"
    everything = {p for p in unit.rglob("*") if p.is_file()}

    said = run("-C", root, "build", "small-house", "--to", to, "--document", "session-plan", "--weeks", "2",
               "--language", "en", "--format", "pdf")

    assert said.exit_code == 0, said.output
    assert {p for p in unit.rglob("*") if p.is_file()} == everything


def test_all_documents_come_in_one_file_for_a_usb_stick(run, own_house, tmp_path):
    root, to = own_house(), tmp_path / "out"
    build = ("-C", root, "build", "small-house", "--to", to, "--no-guide", "--zip")
    unit, file = to / "programmes" / "small-house", to / "programmes" / "small-house.zip"

    said = run(*build)
    (unit / "notes.txt").write_text("mine")
    content, moment = file.read_bytes(), file.stat().st_mtime_ns
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    again = run(*build, language="id")

    assert said.exit_code == again.exit_code == 0, said.output
    assert re.search(rf"{re.escape(file.as_posix())} \(\d+\.\d MB\)", said.output)
    assert re.search(r"small-house\.zip \(\d+,\d MB\)", again.output)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == (content, moment), "unchanged, not written again"
    made = {path.relative_to(unit.parent).as_posix(): path.read_bytes() for path in unit.rglob("*") if path.is_file()}
    assert parts == {name: part for name, part in made.items()
                     if name.partition("/")[2] not in ("manifest.json", "timetable.json", "notes.txt")}
    assert {"small-house/id/handbook/staff.pdf", "small-house/en/weekly-schedule.xlsx"} <= set(parts)
    assert {path.name for path in unit.parent.iterdir()} == {"small-house", "small-house.zip"}

    own_house({"small-house/programme.yaml": ("penalty: false", "penalty: true")})
    assert run(*build).exit_code == 1
    assert file.read_bytes() == content, "after an error the former one stays"


def test_a_zip_that_cannot_be_written_is_a_problem(run, own_house, tmp_path):
    (tmp_path / "out" / "programmes" / "small-house.zip").mkdir(parents=True)

    said = run("-C", own_house(), "build", "small-house", "--to", tmp_path / "out", "--no-guide", "--zip",
               "--document", "minutes", "--language", "id")

    assert said.exit_code == 1
    assert "TC702" in said.output


def test_a_pattern_is_not_built(run, own_house, tmp_path):
    said = run("-C", own_house(), "build", "pattern", "--to", tmp_path / "out")

    assert said.exit_code == 1
    assert "TC315" in said.output


def test_a_failed_build_leaves_the_former_output_untouched(run, own_house, tmp_path):
    root, to = own_house(), tmp_path / "out"
    run("-C", root, "build", "small-house", "--to", to, "--no-guide")
    before = {p: p.read_bytes() for p in to.rglob("*") if p.is_file()}
    own_house({"small-house/programme.yaml": ("penalty: false", "penalty: true")})

    said = run("-C", root, "build", "small-house", "--to", to, "--no-guide")

    assert said.exit_code == 1
    assert "TC503" in said.output
    assert {p: p.read_bytes() for p in to.rglob("*") if p.is_file()} == before


def test_several_documents_in_one_piece_are_told_how_to_be_asked_for(run, own_house):
    said = run("-C", own_house(), "build", "small-house", "--document", "session-plan,forms")

    assert said.exit_code == 2
    assert "--document session-plan --document forms" in said.output


def test_a_draft_of_the_weeks_can_be_seen_before_every_must_is_met(run, own_house, tmp_path):
    """A build is stopped and says how; the draft lies apart and says on each sheet what is open."""
    from pypdf import PdfReader

    root = own_house({"small-house/programme.yaml": ("acknowledged: true", "acknowledged: false")})
    refused = run("-C", root, "build", "small-house", "--no-guide", "--to", tmp_path / "out")
    drawn = run("-C", root, "build", "small-house", "--draft", "--language", "en", "--week", "1", "--to", tmp_path / "out")

    assert refused.exit_code == 1 and "--draft" in refused.output + refused.stderr
    assert drawn.exit_code == 0, drawn.output
    files = [path.relative_to(tmp_path / "out").as_posix() for path in sorted((tmp_path / "out").rglob("*.pdf"))]
    assert "draft/programmes/small-house/en/weekly-schedule/week-01.pdf" in files
    assert all(name.startswith("draft/programmes/small-house/en/weekly-schedule/") for name in files)
    pages = PdfReader(tmp_path / "out" / "draft/programmes/small-house/en/weekly-schedule/week-01.pdf").pages
    for page in pages:
        said = " ".join(page.extract_text().split())
        assert "DRAFT, not for use: C05 not met" in said and said.count("DRAFT, NOT FOR USE") >= 4, "on all four sides"


def test_a_draft_is_not_made_of_what_was_not_asked_for(run, own_house, tmp_path):
    """--draft --document handbook made weekly sheets, without a word."""
    for choice in (("--document", "handbook"), ("--format", "docx")):
        said = run("-C", own_house(), "build", "small-house", "--draft", *choice, "--to", tmp_path / "out")
        assert said.exit_code == 2 and "TC612" in said.output + said.stderr and choice[1] in said.output + said.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("file", "old", "new"), [
    ("small-house/programme.yaml", "{id: Bicara berdua., en: Talk in private.}", "{id: Kepala digundul., en: Gundul.}"),
    ("small-house/programme.yaml", "penalty: false", "penalty: true"),
    ("catalogue/components/spiritual/quiet-hour.yaml", "voluntary: true", "voluntary: false"),
])
def test_a_draft_passes_over_what_is_lacking_never_over_what_harms(run, own_house, tmp_path, file, old, new):
    root = own_house({file: (old, new)})
    refused = run("-C", root, "build", "small-house", "--no-guide", "--to", tmp_path / "out")
    drawn = run("-C", root, "build", "small-house", "--draft", "--week", "1", "--to", tmp_path / "out")

    assert refused.exit_code == drawn.exit_code == 1
    assert "--draft" not in refused.output + refused.stderr
    assert not list((tmp_path / "out").rglob("*.pdf"))
