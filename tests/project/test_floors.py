"""A module imports only from floors below its own (docs/en/develop/architecture.md shows the table)."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.places import ROOT

GENERATOR = ROOT / "generator"

FLOORS = (
    {"problem", "language", "source", "libraries", "apart", "beside", "typeset"},
    {"calling"},
    {"model", "unreadable"},
    {"load", "validate"},
    {"brand", "resolve", "calendar", "schedule", "checks", "views", "templates", "write", "keep"},
    {"formats", "documents", "gather", "read_before", "schema", "explain", "search", "two_at_a_time", "weeks", "agreed_week",
     "week_workbook", "fet", "draft"},
    {"bundle", "made_from", "report", "verify"},
    {"build"},
    {"guide"},
    {"commands"},
    {"cli"},
    {"__main__"},
)


def floor_of(module: str) -> int:
    return next(number for number, names in enumerate(FLOORS) if module in names)


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("generator"):
            parts = node.module.split(".")
            found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
    return found - {"__version__"}


def test_every_import_points_downwards():
    wrong = []
    for path in sorted(GENERATOR.rglob("*.py")):
        module = path.relative_to(GENERATOR).with_suffix("").parts[0]
        if module in ("__init__", "share"):
            continue
        wrong += [f"{path.relative_to(GENERATOR)} imports {other}" for other in imports(path)
                  if other != module and floor_of(other) >= floor_of(module)]
    # A problem carries words, and words name problems: the ground floor may lean on itself.
    assert [line for line in wrong if line not in ("language.py imports problem", "source.py imports problem")] == []


def test_the_checker_does_not_know_the_solver():
    text = (GENERATOR / "schedule" / "checker.py").read_text(encoding="utf-8")

    assert "ortools" not in text.replace("solver", "")
    assert "generator.schedule.solve" not in text


def test_only_three_doors_touch_files_and_only_the_command_line_prints():
    for path in sorted(GENERATOR.rglob("*.py")):
        name = path.relative_to(GENERATOR).as_posix()
        calls = {node.func.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                 if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
        assert "print" not in calls, name
        assert "open" not in calls, name
