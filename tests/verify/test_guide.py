"""The guide's own pages are read back: a fault in the template of the pages, or in a page, is found."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import cli
from generator.guide import sources
from generator.templates import Templates
from generator.verify import GUIDE, Verified, reader_of, readers, verify
from tests.places import ROOT

pytestmark = pytest.mark.print
EXTENSIONS = ["admonition", "attr_list", "def_list", "md_in_html", "tables", "toc"]


def site(folder: Path, built, house, words, templates: Templates) -> Path:
    """The generated pages as MkDocs would make them, in English, without what surrounds them."""
    import markdown

    names = []
    for name, content in sources(house, [built], words["en"], templates, [ROOT]).items():
        path = folder / "en" / Path(name).with_suffix(".html")
        if name.endswith(".md") and reader_of(path.relative_to(folder / "en"), GUIDE):
            body = markdown.markdown(content.decode().split("---\n", 2)[2], extensions=EXTENSIONS)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"<html><article>{body}</article></html>", encoding="utf-8")
            names.append(path.relative_to(folder).as_posix())
    (folder / "manifest.json").write_text(json.dumps({"files": {name: {} for name in [*names, _OWN]}}))
    (folder / _OWN).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(folder / "en" / _OWN, folder / _OWN)
    return folder


_OWN = "programmes/small-house/index.html"
"""By its page in the first language it is known whether a guide tells of a programme."""


def read_back(folder: Path, built, words) -> Verified:
    found = verify(built.design, built.weeks, built.verdicts, built.design.words(words), folder / "no documents",
                   guide=folder, guide_words=words)
    assert found.facts > 100 or found.problems
    return found


def told(found: Verified) -> list[tuple[str, str]]:
    """Faults as (file, kind of fact); the copied page in the wrong language is none of them."""
    return [(Path(p.location.file).name, p.args.get("what", p.code)) for p in found.problems
            if not p.location.file.endswith(f"site/{_OWN}")]


@pytest.fixture(scope="module")
def pages(small_build, small_house, words, templates, tmp_path_factory) -> Path:
    return site(tmp_path_factory.mktemp("guide") / "site", small_build, small_house, words, templates)


def test_the_pages_of_the_small_house_say_what_its_files_say(pages, small_build, words):
    assert told(read_back(pages, small_build, words)) == []


def test_every_reader_of_pages_reads_some(pages):
    made = {reader_of(path.relative_to(pages / "en"), GUIDE) for path in (pages / "en").rglob("*.html")}

    assert made == {reader for reader in readers() if getattr(reader, "UNIT", "") == GUIDE}


@pytest.mark.parametrize(("template", "old", "new", "what"), [
    ("markdown/page.md.j2", "**{{ block.minutes }}**", "**5**", {"step"}),
    ("markdown/page.md.j2", "{{ mark|sign }} {% endif %}{{ value|line(page.path) }}", "{% endif %}{{ name }}",
     {"minutes", "count", "leader"}),
    ("markdown/page.md.j2", "{% for cell in row %}|", "{% for cell in row|reverse %}|",
     {"session", "minutes", "week", "phase"}),
    ("markdown/page.md.j2", ":   {{ value }}", ":   {{ name }}", {"starts", "length", "size"}),
    ("markdown/page.md.j2", "else \"-\" }} {{ item|line(page.path) }}", "else \"-\" }} …", {"materials", "programme"}),
    ("markdown/page.md.j2", "{{ block.text }}{% if block.anchor %}", "{{ block.level }}{% if block.anchor %}", {"day"}),
    ("markdown/page.md.j2", "# {{ page.title }}", "# …", {"component", "week"}),
    ("svg/stacked-bars.svg.j2", "height=\"{{ part.height }}\"", "height=\"{{ loop.index }}\"", {"bar"}),
])
def test_a_fault_in_a_template_is_found(small_build, small_house, words, tmp_path, template, old, new, what):
    own = tmp_path / "templates"
    text = (ROOT / "templates" / template).read_text(encoding="utf-8")
    assert old in text
    (own / template).parent.mkdir(parents=True)
    (own / template).write_text(text.replace(old, new), encoding="utf-8")
    folder = site(tmp_path / "site", small_build, small_house, words, Templates((own, ROOT / "templates")))

    assert what <= {kind for _, kind in told(read_back(folder, small_build, words))}


@pytest.mark.parametrize(("name", "old", "new"), [
    ("programmes/small-house/week-01.html", "08:30–09:45", "08:30–09:30"),
    ("programmes/small-house/week-01.html", ">Study</td>", ">Hall</td>"),
    ("programmes/small-house/week-02.html", "<tbody>", "<tbody><tr><td>20:00–20:30</td><td>Tea</td><td></td><td></td></tr>"),
    ("programmes/small-house/minutes.html", ">150</td>", ">160</td>"),
    ("programmes/small-house/index.html", "75 minutes", "60 minutes"),
    ("components/cooking.html", "1 to 6", "1 to 8"),
    ("components/index.html", "60 minutes", "65 minutes"),
    ("pillars/life-skills.html", "60 minutes", "65 minutes"),
])
def test_a_page_changed_afterwards_is_found(pages, small_build, words, tmp_path, name, old, new):
    folder = shutil.copytree(pages, tmp_path / "site")
    path = folder / "en" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    assert {file for file, _ in told(read_back(folder, small_build, words))} == {path.name}


def test_a_guide_of_other_programmes_is_not_read_and_that_is_said(pages, small_build, words, tmp_path):
    folder = shutil.copytree(pages, tmp_path / "site")
    manifest = json.loads((folder / "manifest.json").read_text())
    others = {name: entry for name, entry in manifest["files"].items() if "programmes/small-house" not in name}
    (folder / "manifest.json").write_text(json.dumps({"files": others}))

    found = verify(small_build.design, small_build.weeks, small_build.verdicts, words, folder / "none", guide=folder)

    assert (found.files, set(found.unread)) == (0, {"another_programme"})


@pytest.mark.whole
def test_verify_reads_documents_and_guide_and_says_what_it_did_not_read(own_house, tmp_path, monkeypatch):
    monkeypatch.setenv("TCGUIDE_LANGUAGE", "en")
    house = ("-C", str(own_house()))
    to = ("--to", str(tmp_path / "out"))
    built = CliRunner().invoke(cli, [*house, "build", "small-house", *to])
    assert built.exit_code == 0, built.output

    said = CliRunner().invoke(cli, [*house, "verify", "small-house", *to])

    assert said.exit_code == 0, said.output
    assert "files not read back:" in said.output
    assert "no reader knows them" not in said.output and "TC80" not in said.output
