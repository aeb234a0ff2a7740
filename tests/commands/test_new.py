"""A programme of one's own, begun like another one."""

from __future__ import annotations

import pytest
import yaml


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
