"""Print the figures of the budgets, each as the median of several runs beside its budget and their ratio.

    .venv/bin/python tests/benchmark.py [--runs 5] [--quick]

Times are wall-clock seconds of whole processes; memory is the largest resident set. Not a test: machines differ.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.slow_line import BITS, SLOWER, first_result, views  # noqa: E402

TCGUIDE = [sys.executable, "-m", "generator"]
AT_HOME = {**{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}, "PYTHONPATH": str(ROOT)}
"""As on a machine of its own: modules are compiled once, not at every start as some build machines have it."""


def run(*arguments: str, cwd: Path = ROOT) -> float:
    start = time.perf_counter()
    done = subprocess.run([*TCGUIDE, *arguments], cwd=cwd, capture_output=True, text=True, check=False,
                          env=AT_HOME)
    if done.returncode:
        sys.exit(f"tcguide {' '.join(arguments)} failed:\n{done.stderr[-2000:]}")
    return time.perf_counter() - start


def memory(*arguments: str) -> float:
    """Megabytes of the largest process."""
    code = ("import resource,subprocess,sys;subprocess.run(sys.argv[1:],capture_output=True);"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    said = subprocess.run([sys.executable, "-c", code, *TCGUIDE, *arguments], cwd=ROOT, capture_output=True, text=True,
                          check=True, env=AT_HOME).stdout
    return int(said) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="runs of each quick command (default 5)")
    parser.add_argument("--quick", action="store_true", help="leave out everything that builds")
    options = parser.parse_args()
    rows: list[tuple[str, float, float, str]] = []

    def add(name: str, budget: float, unit: str, measure: Callable[[], float], runs: int = options.runs) -> None:
        values = [measure() for _ in range(runs)]
        rows.append((name, statistics.median(values), budget, unit))
        median = rows[-1][1]
        print(f"{name:<58} {median:>8.2f} {unit:<3} budget {budget:>6g} {unit:<3} ratio {median / budget:>5.2f}", flush=True)

    add("tcguide --help", 0.2, "s", lambda: run("--help"))
    add("check of the whole catalogue and one programme", 0.7, "s", lambda: run("check", "sadar-hati"))
    add("memory of check", 150, "MB", lambda: memory("check", "sadar-hati"), 1)
    if options.quick:
        return
    with tempfile.TemporaryDirectory() as folder:
        to = Path(folder, "build")
        add("26 weeks solved (timetable only)", 10, "s", lambda: _fresh(
            to, "build", "sadar-hati", "--to", str(to), "--document", "weekly-schedule", "--format", "ics"), 3)
        add("everything in one language, cold, timetable known", 15, "s", lambda: _known(to), 1)
        run("build", "sadar-hati", "--to", str(to))
        add("nothing changed: second build", 1.5, "s", lambda: run("build", "sadar-hati", "--to", str(to)))
        add("memory of build", 500, "MB", lambda: memory("build", "sadar-hati", "--to", str(Path(folder, "again"))), 1)
        add("guide pages written, both languages, before MkDocs", 1, "s", _pages, 3)
        shutil.rmtree(to / "guide")
        add("guide built, both languages (with check and MkDocs)", 7, "s", lambda: _fresh_guide(to), 1)
        add("site for a USB stick, both languages, zipped", 8, "MB", lambda: _zipped(to), 1)
        for view in views(to / "guide"):
            add(f"first view of {view.page}, gzip", 90, "kB", lambda view=view: view.bytes / 1000, 1)
            add("  then for the copy on the device", 15, "kB", lambda view=view: view.afterwards / 1000, 1)
            add(f"  usable at {BITS // 1000} kbit/s, {SLOWER} times slower processor", 5, "s", lambda view=view: view.usable, 1)
        add("search index of one language, gzip", 300, "kB", lambda: _index(to / "guide") / 1000, 1)
        add("first result of a search, index loaded too, 6x throttled", 1, "s", lambda: first_result(to / "guide"), 3)


def _fresh(to: Path, *arguments: str) -> float:
    shutil.rmtree(to, ignore_errors=True)
    return run(*arguments)


def _known(to: Path) -> float:
    return run("build", "sadar-hati", "--to", str(to), "--language", "id")


def _fresh_guide(to: Path) -> float:
    shutil.rmtree(to / "guide", ignore_errors=True)
    return run("guide", "--to", str(to))


def _pages() -> float:
    sys.path.insert(0, str(ROOT))
    from generator.cli import GARBAGE
    from generator.gather import BUILT_IN, gather, languages
    from generator.guide import sources
    from generator.templates import Templates

    gc.set_threshold(*GARBAGE)  # as every command does
    words, _ = languages([BUILT_IN])
    house = gather([BUILT_IN], None, ("id", "en"))
    start = time.perf_counter()
    for language in words.values():
        sources(house, [], language, Templates.of([BUILT_IN]), [BUILT_IN])
    return time.perf_counter() - start


def _zipped(to: Path) -> float:
    run("guide", "--zip", "--to", str(to))
    return (to / "panduan-tc.zip").stat().st_size / 1e6


def _index(site: Path) -> int:
    return max(len(gzip.compress(path.read_bytes())) for path in site.rglob("assets/search-index.js"))


if __name__ == "__main__":
    main()
