"""Solve made weeks of growing size and print what it took, beside the budget of one week.

    .venv/bin/python -m tests.benchmark_weeks [--seeds 3] [--fet FOLDER]

Each row is the worst of the seeds: sittings, processor seconds (one core), the week's cost in weighted units of the wishes, how
far below it a better week could at most lie (against a bound of the whole problem, searched for apart and not counted),
the largest resident set, and whether the engine's own searches were proven. ``--fet`` also writes each week for FET.
Not a test: machines differ.
"""

from __future__ import annotations

import argparse
import importlib
import resource
import sys
import tempfile
import time
from pathlib import Path

from generator.gather import gather
from generator.keep import Kept
from generator.model.week import WeekTask
from generator.schedule import Unsolved, solve, violations
from generator.schedule.soft import WISHES
from generator.weeks import calendar_of, plans_of
from tests.schedule.made_houses import write_houses
from tests.schedule.made_real import SIZES, a_real_house

engine = importlib.import_module("generator.schedule.solve")

BUDGET_SIZE, BUDGET_SECONDS, BUDGET_GAP = (4, 12, 8), 2.0, 0.05
BOUND_EFFORT = 0.5
"""Deterministic seconds for the bound."""


def tasks(seeds: int) -> dict[tuple[tuple[int, int, int], int], WeekTask]:
    """(Groups, staff, rooms), seed → the first week's task."""
    houses = {(size, seed): a_real_house(*size, seed) for size in SIZES for seed in range(seeds)}
    for (size, seed), house in houses.items():
        house.name = f"house-{'-'.join(map(str, size))}-{seed}"
    with tempfile.TemporaryDirectory() as folder:
        root = write_houses(Path(folder, "house"), [(house.name, house.programme) for house in houses.values()])
        designs = gather([root], None, ("id", "en")).designs
    calendar = calendar_of(next(iter(designs.values())), Kept())[1]
    return {key: plans_of(designs[house.name], calendar)[0][0].task for key, house in houses.items()}


def bound_of(task: WeekTask) -> float:
    """No week of the task costs less: people and rooms only counted, nothing taken for a routine."""
    week = engine.model_of(task, with_people=False)
    week.model.minimize(engine.price(week, {}))
    solver = engine.solver_of(week, BOUND_EFFORT)
    solver.solve(week.model)
    return float(solver.best_objective_bound)


def cost_of(task: WeekTask, answer: object) -> int:
    return sum(weight * WISHES[name].count(task, answer, {}) for name, weight in engine.weights(task).items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3, help="houses of each size (default 3)")
    parser.add_argument("--fet", type=Path, help="also write each week as a file for FET into this folder")
    options = parser.parse_args()
    print(f"{'groups staff rooms':<20}{'sittings':>9}{'seconds':>9}{'cost':>7}{'gap':>7}{'memory':>9}  status", flush=True)
    made = tasks(options.seeds)
    for size in SIZES:
        rows = []
        for seed in range(options.seeds):
            task, heard = made[size, seed], []
            start = time.process_time()
            answer = solve(task, None, heard.append)
            seconds = time.process_time() - start
            if isinstance(answer, Unsolved):
                rows.append((seconds, len(task.sittings), 0, 1.0, "NOT SOLVED"))
                continue
            assert not violations(task, answer)
            cost, bound = cost_of(task, answer), bound_of(task)
            rows.append((seconds, len(task.sittings), cost, (cost - bound) / cost if cost else 0.0, heard[-1].status.lower()))
            if options.fet:
                _write_for_fet(options.fet, f"{'-'.join(map(str, size))}-{seed}", task, answer)
        seconds, sittings, cost, gap = (max(row[i] for row in rows) for i in range(4))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size[0]:>4}{size[1]:>7}{size[2]:>7}  {sittings:>9}{seconds:>9.1f}{cost:>7}{gap:>7.0%}{memory:>6.0f} MB  "
              f"{', '.join(row[4] for row in rows)}", flush=True)
        if size == BUDGET_SIZE:
            met = sum(row[0] <= BUDGET_SECONDS for row in rows), sum(row[3] <= BUDGET_GAP for row in rows)
            print(f"     budget: {BUDGET_SECONDS:g} s in {met[0]} of {len(rows)}, a gap of {BUDGET_GAP:.0%} in {met[1]}")


def _write_for_fet(folder: Path, name: str, task: WeekTask, answer: tuple) -> None:
    from generator.fet import as_fet

    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.fet").write_bytes(as_fet(task, {spot.key: spot for spot in answer}, name))


if __name__ == "__main__":
    sys.exit(main())
