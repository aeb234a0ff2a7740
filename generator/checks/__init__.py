"""Judge a programme's design against the criteria of the catalogue: one predicate per file, found by its name.

A predicate is a module with ``NEEDS_TIMETABLE`` and ``judge(criterion, design, weeks)``, which yields findings.
It knows no words: those stand in the criterion's file under ``finds``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from generator.checks.finding import Finding
from generator.language import Text
from generator.model.catalogue import Criterion
from generator.model.design import Design, Verdict
from generator.model.week import Week
from generator.problem import Problem, Severity

__all__ = ["Finding", "Verdict", "judge", "predicates"]


class Predicate(Protocol):
    """What a file of this folder offers."""

    NEEDS_TIMETABLE: bool
    __doc__: str

    def judge(self, criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding]: ...


def predicates() -> dict[str, Predicate]:
    """Every predicate by the name criteria use, such as ``rest-and-free-time``."""
    return {
        module.name.replace("_", "-"): cast(Predicate, import_module(f"{__name__}.{module.name}"))
        for module in iter_modules(__path__) if module.name != "finding"
    }


def code_of(name: str) -> str:
    """The problem code of a criterion: ``c03`` → ``TC503``."""
    return f"TC5{int(name.lstrip('c')):02d}"


def before_solving(design: Design, frames: Sequence[Week], somewhere: Sequence[Week]) -> tuple[Problem, ...]:
    """What already breaks a criterion before a week is solved: by its ``frames`` without sessions, or with every session
    laid ``somewhere``. A predicate says by ``BEFORE_SOLVING`` which of them suffices for it."""
    known, found = predicates(), []
    for name, criterion in design.catalogue.standards.items():
        predicate = known.get(criterion.predicate)
        weeks = {"frame": frames, "sessions": somewhere}.get(getattr(predicate, "BEFORE_SOLVING", ""))
        if predicate and weeks is not None and not (criterion.residential_only and design.programme.residential is False):
            without = {finding.what for finding in predicate.judge(criterion, design, ())}  # no matter of weeks
            found += [_problem(name, criterion, finding) for finding in predicate.judge(criterion, design, weeks)
                      if finding.what not in without]
    return tuple(found)


def judge(design: Design, weeks: Sequence[Week] | None, *, stale: bool = False) -> tuple[Verdict, ...]:
    """Every criterion's verdict. ``weeks`` is the timetable last built, or nothing; ``stale`` if it is an older one."""
    known = predicates()
    verdicts = []
    for name, criterion in design.catalogue.standards.items():
        predicate = known.get(criterion.predicate)
        if predicate is None:
            place = design.catalogue.at("standards", name, "predicate")
            verdicts.append(Verdict(name, criterion, "not-judged", (
                Problem(place, "TC301", {"kind": "predicate", "name": criterion.predicate}),)))
            continue
        if criterion.residential_only and design.programme.residential is False:
            verdicts.append(Verdict(name, criterion, "not-applicable"))
            continue
        if predicate.NEEDS_TIMETABLE and weeks is None:
            verdicts.append(Verdict(name, criterion, "not-judged", (
                Problem(design.at(), "TC592" if stale else "TC591", {"names": name.upper()}, Severity.NOTE),)))
            continue
        problems = tuple(
            _problem(name, criterion, finding) for finding in predicate.judge(criterion, design, weeks or ())
        )
        verdicts.append(Verdict(name, criterion, "not-met" if problems else "met", problems))
    return tuple(verdicts)


def _problem(name: str, criterion: Criterion, finding: Finding) -> Problem:
    words = dict(criterion.finds.get(finding.what, criterion.statement).phrases)
    ids = name.upper()
    message = Text.of({language: f"{ids}: {words.get(language) or criterion.statement.to(language)}"
                       for language, _ in criterion.statement})
    severity = Severity.ERROR if criterion.severity == "must" else Severity.WARNING
    return Problem(finding.location, code_of(name), {**finding.args, "message": message, "hint": criterion.remedy},
                   severity)
