"""The command line, run in this process."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import cli


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
