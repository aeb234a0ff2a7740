"""The command line as people meet it."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import subprocess
import sys

import pytest

from generator.cli import cli
from generator.gather import BUILT_IN
from tests.places import ROOT


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


def test_problems_can_be_had_as_json_and_as_annotations(run, own_house):
    root = own_house({"small-house/programme.yaml": ("opening:", "openning:")})

    as_json = run("-C", root, "check", "small-house", "--format", "json").output
    as_github = run("-C", root, "check", "small-house", "--format", "github").output

    assert '"code": "TC301"' in as_json
    assert "::error file=programmes/small-house/programme.yaml,line=43,col=5,title=TC301::" in as_github


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
