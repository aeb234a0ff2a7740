"""The wheel carries everything: installed elsewhere, it builds a programme from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.places import ROOT

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The wheel's content in a folder of its own, as pip would put it into site-packages."""
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
         "--wheel-dir", str(folder), str(ROOT)],
        capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_a_house_elsewhere_is_built_with_what_the_wheel_brings(installed, tmp_path):
    house = tmp_path / "our house" / "programmes" / "rumah-kita"
    house.mkdir(parents=True)
    (house / "programme.yaml").write_text(
        "extends: sadar-hati\ntitle: {id: Rumah Kita, en: Our House}\nphases: [{phase: primary, weeks: 1}]\n"
        "organisation: {name: Rumah Kita}\n", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "rumah-kita", "--document", "weekly-schedule", "--language", "id"],
        cwd=tmp_path / "our house", env={**os.environ, "PYTHONPATH": str(installed), "TCGUIDE_LANGUAGE": "en"},
        capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    made = tmp_path / "our house" / "build" / "programmes" / "rumah-kita" / "id"
    assert (made / "weekly-schedule" / "week-01.pdf").read_bytes().startswith(b"%PDF")
    assert (made / "weekly-schedule.xlsx").is_file()


def test_the_wheel_brings_no_tests_and_no_built_files(installed):
    names = {p.name for p in installed.iterdir()}

    assert names == {"generator", next(n for n in names if n.endswith(".dist-info"))}
    assert not list(installed.rglob("tests"))
    assert sum(p.stat().st_size for p in installed.rglob("*") if p.is_file()) < 12_000_000
