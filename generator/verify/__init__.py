"""Read facts back out of finished files and compare them with the model. Every file of this folder knows one kind of file.

A module has

- ``FILES``: patterns of the files it reads, below a language's folder;
- ``faults(file, laid)``: what in the file does not agree with the programme, as `Fault`s.

Nothing here looks at views or templates: what is expected comes from the programme and its weeks alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from generator.documents import Laid
from generator.language import Words
from generator.model.design import Design, Verdict
from generator.model.week import Week
from generator.problem import Location, Problem
from generator.write import read_manifest

MOST = 5
"""Faults told of one file; they are mostly the same one many times."""

READING_AIDS = ("read",)
"""Modules of this folder that read files and know none."""


@dataclass(frozen=True)
class Fault:
    """Something the model says and the file does not, or the other way round."""

    what: str
    """What kind of fact: ``session``, ``step``, ``materials``, ``minutes`` …"""
    expected: str
    found: str = ""


@dataclass(frozen=True)
class Verified:
    """What reading back came to."""

    files: int
    facts: int
    problems: tuple[Problem, ...]


@cache
def readers() -> tuple[Any, ...]:
    """The modules that know a kind of file."""
    return tuple(import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)
                 if module.name not in READING_AIDS)


def verify(
    design: Design, weeks: Sequence[Week], verdicts: Sequence[Verdict], words: Mapping[str, Words], unit: Path,
    progress: Callable[..., None] = lambda *_, **__: None,
) -> Verified:
    """Compare every file of a programme's last build with what its description and its timetable say."""
    problems: list[Problem] = []
    files = facts = 0
    listed = sorted(read_manifest(unit).get("files", {}))
    for language in sorted({name.partition("/")[0] for name in listed} & set(words)):
        laid = Laid(design, weeks, weeks, verdicts, words[language], words)
        for name in (name for name in listed if name.startswith(f"{language}/")):
            inside = Path(name.partition("/")[2])
            reader = next((one for one in readers() if any(inside.match(pattern) for pattern in one.FILES)), None)
            if reader is None:
                continue
            path = unit / name
            progress("verify", file=name)
            if not path.is_file():
                problems.append(Problem(Location(path.as_posix()), "TC802"))
                continue
            files += 1
            try:
                count, found = _counted(reader.faults(path, inside, laid))
            except Exception as error:  # whatever four libraries raise of a file that is cut off or of another kind
                problems.append(Problem(Location(path.as_posix()), "TC805", {"why": str(error)[:200] or type(error).__name__}))
                continue
            facts += count
            problems += [Problem(Location(path.as_posix()), "TC801", {
                "what": fault.what, "expected": fault.expected, "found": fault.found or "–"}) for fault in found[:MOST]]
    return Verified(files, facts, tuple(problems))


def _counted(outcome: Iterator[Fault | None]) -> tuple[int, list[Fault]]:
    """How many facts were compared, and which do not agree."""
    all_of_them = list(outcome)
    return len(all_of_them), [fault for fault in all_of_them if fault is not None]
