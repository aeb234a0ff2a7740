"""What the tests of the timetable share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import cli
from generator.gather import gather
from generator.keep import Kept
from generator.problem import Problem
from generator.weeks import lay_out
from tests.places import FIXTURE


@pytest.fixture
def laid(tmp_path: Path) -> Callable[..., tuple[list[Any], list[Problem]]]:
    """The weeks and problems of a programme that extends the small house."""
    root = shutil.copytree(FIXTURE, tmp_path / "house")

    def lay(data: Mapping[str, Any]) -> tuple[list[Any], list[Problem]]:
        path = root / "programmes" / "bad" / "programme.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False), encoding="utf-8")
        shutil.copy(root / "programmes/small-house/logo.svg", path.parent / "logo.svg")
        house = gather([root], "bad", ("id", "en"))
        if "bad" not in house.designs:
            return [], list(house.problems)
        assert not [problem for problem in house.problems if problem.is_error], house.problems
        weeks, _, problems = lay_out(house.designs["bad"], Kept())
        return weeks, problems

    return lay


@pytest.fixture
def run(monkeypatch, own_house):
    """``run("import-week", …)`` in a copy of the small house."""
    monkeypatch.setenv("TCGUIDE_LANGUAGE", "en")
    root = own_house()

    def call(*arguments: str):
        here = Path.cwd()
        try:
            return CliRunner().invoke(cli, ["-C", str(root), *arguments])
        finally:
            os.chdir(here)

    call.root = root
    return call
