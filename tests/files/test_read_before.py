"""What an earlier run read is used again, and never instead of what a file says now."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load import load
from generator.read_before import ReadBefore


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "kopi.yaml"
    path.write_text("title: {id: Kopi, en: Coffee}\nminutes: 30\nsteps:\n- 05:30\n", encoding="utf-8")
    return path


def remembered(file: Path, cache: Path) -> ReadBefore:
    first = ReadBefore(cache)
    first.load(file)
    first.keep()
    return ReadBefore(cache)


def test_a_file_read_again_says_the_same_at_the_same_places(file, tmp_path, monkeypatch):
    expected, _ = load(file, "kopi.yaml")
    before = remembered(file, tmp_path / "cache")
    monkeypatch.setattr("generator.load._build", None)  # reading YAML now would fail

    source, problems = before.load(file, "kopi.yaml")

    assert not problems
    assert (source.data, source.text) == (expected.data, expected.text)
    assert source.at("steps", 0) == expected.at("steps", 0)
    assert source.at_key("minutes") == expected.at_key("minutes")
    assert source.at("missing") == expected.at("missing")


def test_a_changed_file_is_read_anew_even_with_its_old_date(file, tmp_path):
    import os

    before = remembered(file, tmp_path / "cache")
    date = file.stat().st_mtime
    file.write_text(file.read_text(encoding="utf-8").replace("30", "45"), encoding="utf-8")
    os.utime(file, (date, date))

    assert before.load(file)[0].data["minutes"] == 45


def test_a_file_with_a_fault_is_told_every_time(file, tmp_path):
    file.write_text("title: [", encoding="utf-8")

    assert remembered(file, tmp_path / "cache").load(file)[1][0].code == "TC104"


@pytest.mark.parametrize("harm", [lambda b: b[:-20], lambda b: b"", lambda b: b[:40] + b"\0" + b[41:]])
def test_a_damaged_memory_is_forgotten(file, tmp_path, harm):
    remembered(file, tmp_path / "cache")
    kept = next((tmp_path / "cache").iterdir())
    kept.write_bytes(harm(kept.read_bytes()))

    assert ReadBefore(tmp_path / "cache").load(file)[0].data["minutes"] == 30


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(file, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")

    assert remembered(file, tmp_path / "cache").load(file)[0].data["minutes"] == 30
