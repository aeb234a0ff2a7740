"""Keep a programme's timetable beside its outputs, and find it again: `check` judges on it, `build` starts from it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from generator.model.week import Placement

FILE = "timetable.json"
VERSION = 1


def as_bytes(weeks: Mapping[int, tuple[str, Sequence[Placement]]]) -> bytes:
    """Week number → (the key of the task it answers, where everything lies), as a file."""
    return (json.dumps({
        "version": VERSION,
        "weeks": {
            str(number): {"task": key, "placements": [asdict(placement) for placement in placements]}
            for number, (key, placements) in sorted(weeks.items())
        },
    }, ensure_ascii=False, indent=0, sort_keys=True) + "\n").encode()


def kept(folder: Path) -> dict[int, tuple[str, tuple[Placement, ...]]]:
    """What an earlier build kept; nothing if there is none or it cannot be read."""
    try:
        data = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            return {}
        return {
            int(number): (week["task"], tuple(Placement(**placement) for placement in week["placements"]))
            for number, week in data["weeks"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
