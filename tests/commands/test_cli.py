"""The command line as people meet it."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import cli
from generator.gather import BUILT_IN
from tests.places import ROOT


@pytest.fixture
def run(monkeypatch):
    def call(*arguments: object, language: str = "en"):
        monkeypatch.setenv("TCGUIDE_LANGUAGE", language)
        here = Path.cwd()
        try:
            return CliRunner().invoke(cli, [str(a) for a in arguments])
        finally:
            os.chdir(here)

    return call


def test_help_names_every_command_and_teaches_by_example(run):
    said = run("--help").output

    for word in ("new", "check", "build", "guide", "schema", "explain", "tcguide build sadar-hati", "PROGRAMME"):
        assert word in said


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_command_has_help_for_itself_and_its_options(run, command):
    said = run(command, "--help")

    assert said.exit_code == 0
    for option in cli.commands[command].params:
        if getattr(option, "opts", None) and option.opts[0].startswith("--") and option.name != "help":
            assert getattr(option, "help", None), f"{command} {option.opts[0]} has no help"


def test_check_of_a_clean_house_says_so_and_exits_with_0(run, own_house):
    said = run("-C", own_house(), "check", "small-house")

    assert said.exit_code == 0
    assert "no problems found" in said.output


def test_a_problem_has_a_place_an_excerpt_and_a_remedy_in_either_language(run, own_house):
    root = own_house({"small-house/programme.yaml": ("opening:", "openning:")})

    english, indonesian = run("-C", root, "check", "small-house"), run("-C", root, "check", "small-house", language="id")

    assert english.exit_code == indonesian.exit_code == 1
    assert "programmes/small-house/programme.yaml:43:5: error TC301" in english.output
    assert "^" in english.output
    assert "Did you mean “opening”?" in english.output
    assert "TC301" in indonesian.output
    assert "Did you mean" not in indonesian.output


def test_a_programme_with_a_fault_counts_as_one_that_was_checked(run, own_house):
    said = run("-C", own_house({"small-house/programme.yaml": ("    cooking:", "    coooking:")}), "check", "small-house")

    assert said.exit_code == 1
    assert "1 programme, " in said.output


def test_after_a_build_of_one_week_its_sheet_is_shown_and_only_wishes_that_were_not_kept(run, own_house, tmp_path):
    said = run("-C", own_house(), "build", "small-house", "--to", tmp_path, "--document", "weekly-schedule", "--week", "2",
               "--language", "en", "--format", "pdf")

    assert "weekly-schedule/week-02.pdf" in said.output
    assert "week-01.pdf" not in said.output
    assert "× hour of the busiest post" in said.output
    assert ": 0 ×" not in said.output


def test_problems_can_be_had_as_json_and_as_annotations(run, own_house):
    root = own_house({"small-house/programme.yaml": ("opening:", "openning:")})

    as_json = run("-C", root, "check", "small-house", "--format", "json").output
    as_github = run("-C", root, "check", "small-house", "--format", "github").output

    assert '"code": "TC301"' in as_json
    assert "::error file=programmes/small-house/programme.yaml,line=43,col=5,title=TC301::" in as_github


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


@pytest.mark.parametrize(("arguments", "said"), [
    (("build", "small-house", "--weeks", "9"), "2 weeks"),
    (("build", "small-house", "--weeks", "zwei"), "zwei"),
    (("build", "small-house", "--format", "pfd"), "Did you mean “pdf”?"),
    (("build", "small-house", "--document", "handbok"), "Did you mean “handbook”?"),
    (("build", "small-house", "--language", "fr"), "fr"),
])
def test_a_wish_nobody_knows_is_misuse_and_says_what_is_possible(run, own_house, tmp_path, arguments, said):
    result = run("-C", own_house(), *arguments, "--to", tmp_path / "out")

    assert result.exit_code == 2
    assert said in result.output
    assert not (tmp_path / "out").exists()


def test_a_programme_may_be_named_or_given_as_a_path(run, own_house):
    root = own_house()

    for name in ("small-house", "programmes/small-house", "programmes/small-house/programme.yaml",
                 root / "programmes/small-house/programme.yaml"):
        assert run("-C", root, "check", name).exit_code == 0, name


def test_a_pattern_is_not_built(run, own_house, tmp_path):
    said = run("-C", own_house(), "build", "pattern", "--to", tmp_path / "out")

    assert said.exit_code == 1
    assert "TC315" in said.output


def test_a_programme_that_does_not_exist_gets_the_nearest_name(run, own_house):
    said = run("-C", own_house(), "build", "smal-house")

    assert said.exit_code == 1
    assert "small-house" in said.output


def test_explain_tells_a_code_and_where_values_come_from(run, own_house):
    root = own_house()

    assert "penalty" in run("-C", root, "explain", "TC503").output
    assert "steps" in run("-C", root, "explain", "TC214").output
    said = run("-C", root, "explain", "small-house", "cooking").output
    assert "programmes/small-house/programme.yaml:46:24" in said
    assert "catalogue/components/life-skills/cooking.yaml" in said
    assert run("-C", root, "explain", "TC999").exit_code == 2
    assert run("-C", root, "explain", "small-house", "coking").exit_code == 2


def test_a_failed_build_leaves_the_former_output_untouched(run, own_house, tmp_path):
    root, to = own_house(), tmp_path / "out"
    run("-C", root, "build", "small-house", "--to", to, "--no-guide")
    before = {p: p.read_bytes() for p in to.rglob("*") if p.is_file()}
    own_house({"small-house/programme.yaml": ("penalty: false", "penalty: true")})

    said = run("-C", root, "build", "small-house", "--to", to, "--no-guide")

    assert said.exit_code == 1
    assert "TC503" in said.output
    assert {p: p.read_bytes() for p in to.rglob("*") if p.is_file()} == before


def test_an_own_template_wins_and_a_broken_one_is_told_with_its_place(run, own_house, tmp_path):
    root = own_house()
    own = root / "templates" / "html"
    own.mkdir(parents=True)
    (own / "handbook.html.j2").write_text("<p>{{ view.nothing_like_this }}</p>\n")

    said = run("-C", root, "build", "small-house", "--to", tmp_path / "out", "--document", "handbook", "--format", "docx")

    assert said.exit_code == 1
    assert "templates/html/handbook.html.j2:1" in said.output
    assert "TC602" in said.output


def test_schema_files_are_current(run, tmp_path):
    run("schema", "--to", tmp_path / "schema")

    for path in sorted((tmp_path / "schema").glob("*.json")):
        committed = BUILT_IN / "programmes" / "schema" / path.name
        assert committed.is_file(), f"run: tcguide schema ({path.name} is missing)"
        assert path.read_text() == committed.read_text(), f"run: tcguide schema ({path.name} has changed)"


def test_every_built_in_file_names_its_schema_in_its_first_line():
    for path in sorted((BUILT_IN / "programmes").rglob("*.yaml")):
        first = path.read_text(encoding="utf-8").split("\n", 1)[0]
        assert first.startswith("# yaml-language-server: $schema="), path
        assert (path.parent / first.partition("=")[2]).resolve().is_file(), path


def test_control_c_ends_without_a_traceback(own_house):
    code = "import generator.cli as c, click\n@c.cli.command()\ndef wait():\n raise KeyboardInterrupt\nc.main()"
    done = subprocess.run([sys.executable, "-c", code, "wait"], cwd=ROOT, capture_output=True, text=True, check=False,
                          env={**os.environ, "PYTHONPATH": str(ROOT)})

    assert done.returncode == 130
    assert "Traceback" not in done.stderr


def test_a_mistake_of_ours_is_owned_without_a_traceback():
    code = "import generator.cli as c, click\n@c.cli.command()\ndef broken():\n raise RuntimeError('inner')\nc.main()"
    done = subprocess.run([sys.executable, "-c", code, "broken"], cwd=ROOT, capture_output=True, text=True, check=False,
                          env={**os.environ, "PYTHONPATH": str(ROOT)})

    assert done.returncode == 3
    assert "tcguide's mistake" in done.stderr and "RuntimeError" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_translation_is_listed_with_its_place_and_shown_on_the_page(run, own_house, words):
    from generator.gather import gather
    from generator.views.pages.catalogue import catalogue_pages

    root = own_house({"catalogue/components/life-skills/cooking.yaml": (
        "title: {id: Memasak, en: Cooking}", "title: {id: Memasak}")})

    said = run("-C", root, "check", "small-house", "--language", "en")
    house = gather([root], None, ("id", "en"))
    (page,) = [page for page in catalogue_pages(house.catalogue, words["en"], {}) if page.path == "components/cooking"]

    assert said.exit_code == 0, "told, but it stops no build"
    assert "components/life-skills/cooking.yaml:1:1: warning TC205" in said.output
    assert page.title == "[ID] Memasak"


def test_a_programme_is_asked_only_for_the_languages_it_is_printed_in(run, own_house):
    root = own_house({
        "small-house/programme.yaml": ("languages: [id, en]", "languages: [en]"),
        "catalogue/components/life-skills/cooking.yaml": ("title: {id: Memasak, en: Cooking}", "title: {en: Cooking}")})
    programme = root / "programmes/small-house/programme.yaml"
    text = programme.read_text("utf-8").replace("title: {id: Aula, en: Hall}", "title: {en: Hall}")
    programme.write_text(text.replace("title: {id: Ruang baca, en: Study}", "title: {id: Ruang baca}"), "utf-8")

    said = run("-C", root, "check", "small-house")
    in_both = run("-C", root, "check", "small-house", "--language", "id")

    def lacking(output: str) -> list[str]:
        return [place.rpartition("/")[2] for place in re.findall(r"(\S+):\d+: warning TC205", output)]

    line = text[:text.index("Ruang baca")].count("\n") + 1
    assert lacking(said.output) == ["cooking.yaml:1", f"programme.yaml:{line}"], "catalogues are for everybody"
    assert lacking(in_both.output) == ["cooking.yaml:1", f"programme.yaml:{line - 1}", f"programme.yaml:{line}"]


def test_verify_reads_back_what_was_built_and_says_when_there_is_nothing(run, own_house, tmp_path):
    root = own_house({})
    nothing = run("-C", root, "verify", "small-house", "--to", tmp_path / "out")
    run("-C", root, "build", "small-house", "--to", tmp_path / "out", "--no-guide", "--document", "session-plan")
    built = run("-C", root, "verify", "small-house", "--to", tmp_path / "out")

    assert (nothing.exit_code, built.exit_code) == (1, 0)
    assert "TC803" in nothing.output
    assert "facts compared" in built.output


@pytest.mark.parametrize("like", ["sadar-hati", "day-programme", "minnesota-28-days"])
def test_a_programme_begun_like_another_one_can_be_checked_at_once_and_says_that_it_is_not_adapted(run, tmp_path, like):
    said = run("-C", tmp_path, "new", "house-of-hope", "--like", like, "--organisation", 'Yayasan "Harapan": Baru')
    file = tmp_path / "programmes/house-of-hope/programme.yaml"
    begun = yaml.safe_load(file.read_text(encoding="utf-8"))

    assert said.exit_code == 0 and file.as_posix() in said.output and "house-of-hope" in said.output
    assert begun["organisation"]["name"] == 'Yayasan "Harapan": Baru'
    assert like in begun["example"]["id"] and like in begun["example"]["en"]
    assert "logo" not in begun["organisation"]["brand"]
    text = file.read_text(encoding="utf-8")
    assert "A complete example" not in text and "file ini berdiri sendiri" not in text, "the sample tells of itself"
    for key in ("partners", "facilities"):
        assert f"only if the agreement is in writing.\n{key}:" in text or f"perjanjiannya sudah tertulis.\n{key}:" in text
    assert run("-C", tmp_path, "check", "house-of-hope").exit_code == 0
    assert (tmp_path / "programmes/schema/programme.json").is_file(), "its first line names the schema"


def test_what_comes_next_can_be_typed_as_it_is_printed(run, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.argv", [".venv/bin/tcguide"])
    root = tmp_path / "rumah saya"
    root.mkdir()

    said = run("-C", root, "new", "house-of-hope")

    assert f".venv/bin/tcguide -C '{root.as_posix()}' check house-of-hope" in said.output


@pytest.mark.parametrize(("arguments", "code", "exit_code"), [
    (("small-house",), "TC611", 1), (("catalogue",), "TC611", 1), (("schema",), "TC611", 1), (("sadar-hati",), "TC611", 1),
    (("Rumah Kita",), "TC213", 2), (("hope", "--like", "day-program"), "TC607", 2)])
def test_a_programme_that_cannot_be_begun_so_is_told_and_nothing_is_written(run, own_house, arguments, code, exit_code):
    root = own_house()
    before = sorted(root.rglob("*"))

    said = run("-C", root, "new", *arguments)

    assert said.exit_code == exit_code and code in said.output
    assert sorted(root.rglob("*")) == before


def test_only_a_sample_is_copied_for_in_a_houses_own_file_its_facts_bear_no_mark(run, own_house):
    root = own_house({"small-house/programme.yaml": ("example: {id: Hanya untuk uji., en: For tests only.}\n", "")})

    said = run("-C", root, "new", "hope", "--like", "small-house")

    assert said.exit_code == 2 and "TC607" in said.output and "sadar-hati" in said.output
    assert not (root / "programmes/hope").exists()


def test_a_folder_that_is_there_already_keeps_what_is_in_it(run, tmp_path):
    logo = tmp_path / "programmes/hope/logo.svg"
    logo.parent.mkdir(parents=True)
    logo.write_text("<svg/>")

    assert run("-C", tmp_path, "new", "hope").exit_code == 0
    assert logo.read_text() == "<svg/>"


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


def test_who_watches_reads_why_a_week_does_not_fit_before_it_is_known_what_would_help(own_house, tmp_path):
    """The reason is known in a moment; to lay the week anew under each change takes longer."""
    root = own_house({"small-house/programme.yaml": (
        "cooking: {minutes: 75}", 'cooking: {minutes: 75, how_often: {each_week: 7}, window: "08:00-09:30"}')})
    screen, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "-C", root, "build", "small-house", "--to", tmp_path / "made"], cwd=ROOT,
        stderr=terminal, stdout=subprocess.DEVNULL, env={**os.environ, "TCGUIDE_LANGUAGE": "en", "TERM": "xterm"})
    os.close(terminal)
    shown = b""
    with contextlib.suppress(OSError):  # so the end of a terminal is told
        while more := os.read(screen, 65536):
            shown += more
    os.close(screen)
    said = " ".join(re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode()).split())

    assert process.wait() == 1
    meanwhile, told = said.split("error TC417", 1)
    assert "15 minutes are lacking — Trying out what would help" in meanwhile
    assert "Tried out on this week" in told
