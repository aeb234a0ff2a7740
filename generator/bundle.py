"""All of a programme's documents in one file, for a USB stick or a messenger."""

from __future__ import annotations

from pathlib import Path

from generator import keep
from generator.formats._zip import packed
from generator.problem import Problem
from generator.write import read_unit, write_plain


def bundle(unit: Path) -> tuple[Path, int, list[Problem]]:
    """Pack what an earlier or this build put into ``unit`` into a ZIP beside it: where it lies, and its bytes.

    What is only of use to tcguide stays out, and so do files that the user put there.
    """
    file = unit.with_name(f"{unit.name}.zip")
    files, problems = read_unit(unit)
    files.pop(keep.FILE, None)
    if problems:
        return file, 0, problems
    content = packed({f"{unit.name}/{name}": part for name, part in files.items()})
    return file, len(content), write_plain(file.parent, {file.name: content})
