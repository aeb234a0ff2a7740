"""What is worked out beside comes back as it would have been worked out here, wherever that is done and however it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from generator.beside import beside


def in_its_own_process(program: str) -> str:
    """What a program prints; it has no threads, as the command line has none."""
    done = subprocess.run([sys.executable, "-c", "import os\nfrom generator.beside import beside\n" + program],
                          capture_output=True, text=True, timeout=60)
    return done.stdout + done.stderr


@pytest.mark.skipif(not hasattr(os, "fork") or os.cpu_count() == 1, reason="no second process is begun on this machine")
def test_the_work_is_done_in_another_process():
    assert in_its_own_process("print(beside(os.getpid)() != os.getpid(), os.getpid() == os.getpid())") == "True True\n"


def test_what_it_raises_is_raised_when_it_is_asked_for():
    assert "ValueError: no paper" in in_its_own_process(
        "def fails():\n    raise ValueError('no paper')\nasked = beside(fails)\nprint('begun')\nasked()")


def test_work_whose_process_ends_is_done_here():
    assert in_its_own_process(
        "here = os.getpid()\n"
        "def work():\n    if os.getpid() != here:\n        os._exit(3)\n    return 'done'\n"
        "print(beside(work)())") == "done\n"


def test_a_program_with_threads_is_not_copied():
    ended = threading.Event()
    other = threading.Thread(target=ended.wait)
    other.start()
    try:
        assert beside(os.getpid)() == os.getpid()
    finally:
        ended.set()
        other.join()
