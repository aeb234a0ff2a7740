"""Read facts back out of finished files and compare them with the model. Every file of this folder knows one kind of file.

A module has

- ``FILES``: patterns of the files it reads, below a language's folder; the longest that fits a file decides who reads it;
- ``OF_WEEKS_ASKED_FOR`` (may be missing): true where a build of some weeks makes these files of those weeks alone;
- ``UNIT`` (may be missing): ``guide`` where these are pages of the guide and not documents of the programme;
- ``faults(file, inside, laid)``: for each fact nothing where the file agrees with the programme, else a `Fault`.

Nothing here looks at views or templates: what is expected comes from the programme and its weeks alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from generator.documents import Laid
from generator.language import Words
from generator.model.design import Design, Verdict
from generator.model.week import Week
from generator.problem import Location, Problem, Severity
from generator.verify.not_read import reason_of
from generator.verify.pdf_pages import reading_ahead
from generator.write import read_manifest

MOST = 5
"""Faults told of one file; they are mostly the same one many times."""

READING_AIDS = ("component_facts", "html_rows", "not_read", "paper_words", "pdf_pages", "read", "session_rows",
                "short_week", "sums")
"""Modules of this folder that read files and know none."""

PROGRAMME, GUIDE = "programme", "guide"
"""The units a build makes: the documents of a programme, and the site with the pages of all."""

FIRST = "id"
"""The language at the root of the guide."""


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
    unread: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Why a file was not read (`generator.verify.not_read`) → the files."""


@dataclass(frozen=True)
class _Job:
    """A file with who reads it."""

    path: Path
    inside: Path
    words: Words
    reader: Any
    weeks: tuple[int, int] | None = None
    """First and last of the weeks it was made of; all where nothing."""


@cache
def readers() -> tuple[Any, ...]:
    """The modules that know a kind of file."""
    return tuple(import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)
                 if module.name not in READING_AIDS)


def reader_of(inside: Path, unit: str = PROGRAMME) -> Any:
    """Who reads a file, or nothing: of all patterns that fit, the longest decides."""
    fitting = [(len(pattern), reader) for reader in readers() if getattr(reader, "UNIT", PROGRAMME) == unit
               for pattern in reader.FILES if _fits(inside, pattern)]
    return max(fitting, key=lambda one: one[0])[1] if fitting else None


def _fits(inside: Path, pattern: str) -> bool:
    """Whether the whole path fits: ``Path.match`` alone would also take ``elsewhere/minutes.pdf`` for ``minutes.pdf``."""
    return len(inside.parts) == pattern.count("/") + 1 and inside.match(pattern)


def verify(
    design: Design, weeks: Sequence[Week], verdicts: Sequence[Verdict], words: Mapping[str, Words], unit: Path,
    progress: Callable[..., None] = lambda *_, **__: None, guide: Path | None = None,
    guide_words: Mapping[str, Words] | None = None,
) -> Verified:
    """Compare every file of a programme's last build, and the guide's pages, with its description and its timetable.

    ``words`` are those that fit the programme; pages of the guide that are not the programme's own keep to ``guide_words``.
    """
    problems: list[Problem] = []
    unread: dict[str, list[str]] = {}
    jobs: list[_Job] = []
    for folder, kind in ((unit, PROGRAMME), (guide, GUIDE)):
        entries = read_manifest(folder).get("files", {}) if folder else {}
        listed = sorted(entries)
        for name in listed if folder else ():
            assert folder is not None
            language, inside = _placed(name, kind, words)
            reader = reader_of(inside, kind) if language in words else None
            path, why = folder / name, "" if reader else reason_of(inside, kind)
            if reader and kind == GUIDE and not _tells_of(design, inside, listed):
                reader, why = None, "another_programme"
            if not path.is_file():
                problems.append(Problem(Location(path.as_posix()), "TC802"))
            elif reader:
                own = kind == PROGRAMME or (inside.parts[0] == "programmes" and len(inside.parts) > 2)
                jobs.append(_Job(path, inside, (words if own or not guide_words else guide_words)[language], reader,
                                 _weeks_of(entries[name], reader)))
            else:
                unread.setdefault(why, []).append(path.as_posix())
    facts = 0
    laid: dict[tuple[int, tuple[int, int] | None], Laid] = {}
    with reading_ahead([job.path for job in jobs if job.path.suffix == ".pdf"]):
        for number, job in enumerate(jobs, 1):
            progress("verify", file=job.inside.as_posix(), number=number, count=len(jobs))
            these = [week for week in weeks if not job.weeks or job.weeks[0] <= week.number <= job.weeks[1]]
            said = laid.setdefault((id(job.words), job.weeks), Laid(design, these, these, verdicts, job.words, words))
            count, found = _read(job, said)
            facts += count
            problems += found
    problems += [Problem(Location(name), "TC806", severity=Severity.WARNING) for name in unread.get("", ())]
    return Verified(len(jobs), facts, tuple(problems), {why: tuple(names) for why, names in sorted(unread.items())})


def _weeks_of(entry: Mapping[str, Any], reader: Any) -> tuple[int, int] | None:
    """The weeks that were asked for when a file was made that tells of those alone."""
    weeks = entry.get("weeks")
    return (weeks[0], weeks[1]) if weeks and getattr(reader, "OF_WEEKS_ASKED_FOR", False) else None


def _tells_of(design: Design, inside: Path, listed: Sequence[str]) -> bool:
    """Whether a page of the guide is about this programme, or about all of which it is one."""
    if inside.parts[0] == "programmes" and len(inside.parts) > 2:
        return inside.parts[1] == design.name
    return f"programmes/{design.name}/index.html" in listed


def _placed(name: str, unit: str, words: Mapping[str, Words]) -> tuple[str, Path]:
    """A file's language and its path below the language's folder; in the guide the first language lies at the root."""
    first, _, rest = name.partition("/")
    if unit == PROGRAMME:
        return (first, Path(rest)) if rest else ("", Path(name))
    return (first, Path(rest)) if first in words and rest else (FIRST, Path(name))


def _read(job: _Job, laid: Laid) -> tuple[int, list[Problem]]:
    """How many facts of a file were compared, and what does not agree."""
    place = Location(job.path.as_posix())
    try:
        count, found = _counted(job.reader.faults(job.path, job.inside, laid))
    except Exception as error:  # whatever five libraries raise of a file that is cut off or of another kind
        return 0, [Problem(place, "TC805", {"why": str(error)[:200] or type(error).__name__})]
    return count, [Problem(place, "TC801", {"what": fault.what, "expected": fault.expected, "found": fault.found or "–"})
                   for fault in found[:MOST]]


def _counted(outcome: Iterator[Fault | None]) -> tuple[int, list[Fault]]:
    """How many facts were compared, and which do not agree."""
    all_of_them = list(outcome)
    return len(all_of_them), [fault for fault in all_of_them if fault is not None]
