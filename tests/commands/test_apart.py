"""PDFs are set in processes of their own, which end with the program and may be ended without harm."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from generator import apart as processes
from generator.apart import FILLED, apart
from tests.places import ROOT


def test_what_work_returns_and_raises_comes_back():
    assert apart(1, len, "abc") == 3
    with pytest.raises(ValueError, match="invalid literal"):
        apart(1, int, "x")


def test_after_much_work_other_processes_take_over():
    first = {apart(1, os.getpid) for _ in range(5)}
    apart(FILLED, os.getpid)

    assert apart(1, os.getpid) not in first


def test_a_process_that_was_ended_is_told_and_the_next_work_is_done():
    with pytest.raises(BrokenProcessPool):
        apart(1, os._exit, 9)

    assert apart(1, len, "abc") == 3


def test_a_handbook_whose_process_was_ended_is_a_problem_with_a_remedy(small_house, words, templates, tmp_path, monkeypatch):
    from generator import build as stage

    monkeypatch.setattr(processes, "_begin", _end_at_once)

    built = stage.build(small_house, small_house.designs["small-house"], words, templates, tmp_path,
                        stage.Wish(languages=("id",), documents=("year-overview",), formats=("pdf",)))

    assert {(problem.code, problem.location.file) for problem in built.problems if problem.is_error} \
        == {("TC610", "templates/typst/year-overview.typ")}
    assert built.written is None and not [*tmp_path.rglob("*.pdf")]


@pytest.fixture(autouse=True)
def _own_processes(monkeypatch):
    monkeypatch.setattr(processes, "_pool", None)


def _end_at_once() -> None:
    os._exit(9)


WORKING = """
import os, threading, time
from generator.apart import apart
if __name__ == "__main__":
    print(apart(1, os.getpid), flush=True)
    threading.Thread(target=apart, args=(1, time.sleep, 60)).start()
    time.sleep(60)
"""


def test_the_processes_end_with_a_program_that_is_killed(tmp_path):
    program = tmp_path / "working.py"
    program.write_text(WORKING)
    parent = subprocess.Popen([sys.executable, program], stdout=subprocess.PIPE, text=True,
                              env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert parent.stdout
    worker = int(parent.stdout.readline())
    assert _runs(worker)

    parent.send_signal(signal.SIGKILL)
    parent.wait()

    deadline = time.monotonic() + 20
    while _runs(worker) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _runs(worker)


def _runs(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_process_that_sets_pages_knows_nothing_of_the_models():
    """What it would have to load first would cost every build some seconds."""
    assert "generator.typeset" in apart(1, _loaded, "generator.typeset")
    assert not {"pydantic", "generator.model", "generator.formats"} & apart(1, _loaded, "generator.typeset")


def _loaded(module: str) -> set[str]:
    __import__(module)
    return set(sys.modules)
