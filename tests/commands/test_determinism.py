"""The same input gives the same bytes: in another folder, another time zone, another hash seed, another process."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import FIXTURE, ROOT

pytestmark = pytest.mark.whole


def built(house: Path, to: Path, *options: str, **environment: str) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "-C", str(house), "build", "small-house", "--to", str(to), *options],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT), **environment}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {p.relative_to(to).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in sorted(to.rglob("*")) if p.is_file()}


def test_every_format_and_the_guide_are_the_same_bytes_elsewhere(tmp_path):
    here = shutil.copytree(FIXTURE, tmp_path / "here")
    there = shutil.copytree(FIXTURE, tmp_path / "a folder" / "ruang lain")

    first = built(here, tmp_path / "one", TZ="UTC", PYTHONHASHSEED="1", LANG="C")
    second = built(there, tmp_path / "two", TZ="Asia/Jayapura", PYTHONHASHSEED="2", LANG="id_ID.UTF-8")

    assert len(first) > 30
    assert {Path(name).suffix for name in first} >= {".pdf", ".docx", ".xlsx", ".ics", ".html", ".json"}
    assert [name for name in first if first[name] != second.get(name)] == []
    assert first.keys() == second.keys()


def test_a_second_build_touches_nothing(tmp_path):
    house = shutil.copytree(FIXTURE, tmp_path / "house")
    built(house, tmp_path / "out")
    before = {p: (p.stat().st_ino, p.stat().st_mtime_ns) for p in (tmp_path / "out").rglob("*")}

    built(house, tmp_path / "out")

    assert {p: (p.stat().st_ino, p.stat().st_mtime_ns) for p in (tmp_path / "out").rglob("*")} == before


def test_what_a_partial_build_left_old_is_renewed_by_the_next_whole_one(tmp_path):
    house, to = shutil.copytree(FIXTURE, tmp_path / "house"), tmp_path / "out"
    first = built(house, to, "--no-guide")
    programme = house / "programmes" / "small-house" / "programme.yaml"
    programme.write_text(programme.read_text(encoding="utf-8").replace("edition: ", "edition: x", 1), encoding="utf-8")

    part = built(house, to, "--no-guide", "--document", "year-overview")
    whole = built(house, to, "--no-guide")

    handbook = next(name for name in first if name.endswith("handbook/staff.pdf"))
    assert part[handbook] == first[handbook] != whole[handbook]


def test_a_whole_build_makes_the_same_whether_or_not_one_weeks_plans_were_made_before_it(tmp_path):
    house = shutil.copytree(FIXTURE, tmp_path / "house")
    first = built(house, tmp_path / "out", "--no-guide")

    part = built(house, tmp_path / "out", "--no-guide", "--document", "session-plan", "--week", "2")

    assert any(part[name] != first[name] for name in first if "/session-plan/" in name)
    assert built(house, tmp_path / "out", "--no-guide") == first
