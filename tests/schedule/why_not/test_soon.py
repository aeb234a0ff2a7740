"""Never a long wait: bad input is answered soon, and Ctrl-C ends a long search without harm."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.gather import gather
from generator.keep import Kept
from generator.weeks import lay_out
from tests.places import ROOT
from tests.schedule.made_real import a_real_house
from tests.schedule.test_properties import Gathered

PATIENCE = 30
"""Seconds; ten on a machine that does nothing else."""


def many_components(root: Path) -> str:
    """Forty components of an hour a day each, in a house with one leader."""
    pattern = (root / "programmes/catalogue/components/life-skills/cooking.yaml").read_text(encoding="utf-8")
    for n in range(36):
        (root / f"programmes/catalogue/components/life-skills/cooking-{n:02d}.yaml").write_text(pattern, encoding="utf-8")
    return "{" + ", ".join(f"cooking-{n:02d}: {{how_often: {{each_week: 6}}}}" for n in range(36)) + "}"


SITUATIONS = {
    "impossible wishes": ("components: {adjust: {cooking: {window: 08:10-09:40, how_often: {each_week: 5}, days: mon-fri, "
                          "minutes: 75}}}", {"TC401"}),
    "contradictory pins": ("components: {adjust: {cooking: {how_often: {each_week: 7}, minutes: 75, at: 08:10}}}", {"TC402"}),
    "nobody qualified": ("components: {adjust: {opening: {led_by: {roles: [chair], qualification: {id: a, en: a}}}}}",
                         {"TC403"}),
    "a room too small": ("rooms: {hall: {title: {id: a, en: a}, capacity: 1}, study: {title: {id: b, en: b}, capacity: 1}}",
                         {"TC404"}),
    "zero staff": ("staff: {}", {"TC310"}),
    "a day of two hours": ("day_types: {every-day: {title: {id: a, en: a}, days: mon-sun, holiday: true, frame: ["
                           "{title: {id: a, en: a}, kind: hygiene, at: 06:00, until: 08:00}, "
                           "{title: {id: b, en: b}, kind: outside, at: 10:00, until: 21:30}, "
                           "{title: {id: c, en: c}, kind: night-rest, at: 21:30, until: 06:00}]}}\n"
                           "components: {adjust: {quiet-hour: {window: 08:00-10:00}, talk: {window: 08:00-10:00}, "
                           "cooking: {how_often: {each_week: 7}, window: 08:00-10:00, minutes: 75}, opening: {days: mon-sun, "
                           "how_often: {each_week: 7}, window: 08:00-10:00}}}", {"TC401"}),
    "more than two hours hold": ("components: {adjust: {cooking: {days: mon, how_often: {each_week: 1}, window: 08:00-10:00, "
                                 "minutes: 75}, quiet-hour: {days: mon, window: 08:00-10:00}}}", {"TC417"}),
    "five hundred residents": ("groups: {cohort: {title: {id: a, en: a}, size: 500}}\nrooms: {hall: {title: {id: a, en: a}, "
                               "capacity: 600, features: [quiet]}}", {"TC415"}),
    "forty components": ("components: {add: MANY}", {"TC415", "TC417"}),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_bad_input_is_answered_soon(situation, own_house, words):
    root = own_house()
    text, codes = SITUATIONS[situation]
    if situation == "forty components":
        text = text.replace("MANY", many_components(root))
    parent = root / "programmes" / "small-house" / "programme.yaml"
    if situation == "zero staff":
        staff = ("staff:", "  counsellor-1", "  companion-1")
        lines = [line for line in parent.read_text(encoding="utf-8").split("\n") if not line.startswith(staff)]
        parent.write_text("\n".join(lines), encoding="utf-8")
    path = root / "programmes" / "bad" / "programme.yaml"
    path.parent.mkdir()
    path.write_text(f"extends: small-house\n{text}\n", encoding="utf-8")
    shutil.copy(parent.parent / "logo.svg", path.parent)
    begun = time.monotonic()

    house = gather([root], "bad", ("id", "en"))
    problems = list(house.problems)
    if house.designs and not any(problem.is_error for problem in problems):
        problems += lay_out(house.designs["bad"], Kept())[2]

    assert time.monotonic() - begun < PATIENCE
    assert codes & {problem.code for problem in problems}, [(p.code, words["en"].message(p)) for p in problems]
    with_others = [problem.args["week"] for problem in problems if problem.args.get("others")]
    assert len(with_others) == len(set(with_others)), "that a week has several reasons is said once"


INTERRUPTED = """
import sys
from ortools.sat.python import cp_model
from generator.schedule import both_ways
real = both_ways.solve
def told(*given, **named):
    print("solving", flush=True)
    return real(*given, **named)
both_ways.solve = told
sys.argv = ["tcguide", "-C", sys.argv[1], "build", sys.argv[2], "--no-guide", "--to", "build"]
from generator.cli import main
main()
"""


def test_ctrl_c_in_a_long_search_leaves_earlier_output_whole(tmp_path):
    made = Gathered(tmp_path / "house", [a_real_house(6, 20, 11)])
    (house,) = made.houses
    unit = tmp_path / "house" / "build" / "programmes" / house.name
    unit.mkdir(parents=True)
    (unit / "notes.txt").write_text("former", encoding="utf-8")
    process = subprocess.Popen([sys.executable, "-c", INTERRUPTED, str(tmp_path / "house"), house.name], text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)},
                               # A shell's background job, as these tests may be one, passes on that Ctrl-C is ignored.
                               preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    assert process.stdout and process.stdout.readline() == "solving\n"
    time.sleep(0.5)

    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=2 * PATIENCE)

    assert process.returncode == 130, said
    assert "Dihentikan" in said and "Traceback" not in said
    assert [path.name for path in unit.rglob("*") if path.is_file()] == ["notes.txt"]
    assert (unit / "notes.txt").read_text(encoding="utf-8") == "former"
