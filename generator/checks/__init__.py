"""Judge a programme's design against the criteria of the catalogue: one predicate per file, found by its name.

A predicate is a module with ``NEEDS_TIMETABLE`` and ``judge(criterion, design, weeks)``, which yields what is wrong
(``Finding``), what nobody can tell (``Untold``) and how the criterion is met (``Shown``). It knows no words: those stand in
the criterion's file under ``finds``, or under ``shown`` in the languages' files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from generator.checks.finding import Finding, Shown, Untold
from generator.language import Text
from generator.model.audience import COMMUNITIES, adaptations_for, audiences_of
from generator.model.catalogue import Criterion
from generator.model.design import Design, Verdict
from generator.model.week import Week
from generator.problem import Phrase, Problem, Severity

__all__ = ["Finding", "Verdict", "judge", "predicates"]


class Predicate(Protocol):
    """What a file of this folder offers."""

    NEEDS_TIMETABLE: bool
    __doc__: str

    def judge(self, criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding | Shown | Untold]: ...


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
    laid ``somewhere``. A predicate says by ``BEFORE_SOLVING`` which of them suffices for it, may say by
    ``can_tell_before(design)`` that for this one neither does, and may have a ``judge_before`` for it."""
    known, found = predicates(), []
    for name, criterion in design.catalogue.standards.items():
        predicate = known.get(criterion.predicate)
        weeks = {"frame": frames, "sessions": somewhere}.get(getattr(predicate, "BEFORE_SOLVING", ""))
        can_tell = getattr(predicate, "can_tell_before", lambda design: True)
        if predicate and weeks is not None and can_tell(design) and not asks_nothing(criterion, design):
            without = {finding.what for finding in _findings(predicate.judge(criterion, design, ()))}  # no matter of weeks
            judge_before = getattr(predicate, "judge_before", predicate.judge)
            found += [_problem(name, criterion, finding)
                      for finding in _findings(judge_before(criterion, design, weeks)) if finding.what not in without]
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
        if why_not := asks_nothing(criterion, design):
            verdicts.append(Verdict(name, criterion, "not-applicable", (), (Phrase(f"shown.asks_nothing.{why_not}"),)))
            continue
        if predicate.NEEDS_TIMETABLE and weeks is None:
            verdicts.append(Verdict(name, criterion, "not-judged", (
                Problem(design.at(), "TC592" if stale else "TC591", {"names": name.upper()}, Severity.NOTE),)))
            continue
        verdicts.append(_verdict(name, criterion, design, tuple(predicate.judge(criterion, design, weeks or ()))))
    return tuple(verdicts)


MANY = 4
"""So many criteria for want of a rule are told with where such rules can be had."""


def rules_to_inherit(design: Design, verdicts: Sequence[Verdict]) -> tuple[Problem, ...]:
    """Where a programme that follows no pattern lacks many rules: that a pattern has them all, and may be followed."""
    lacking = [verdict.name.upper() for verdict in verdicts if verdict.status == "not-met"
               and any(need.startswith("policies.") for need in verdict.criterion.needs)]
    if design.programme.extends or len(lacking) < MANY:
        return ()
    kind = "residential" if design.programme.residential is not False else "by-day"
    return (Problem(design.at("policies"), "TC594", {"kind": kind, "count": len(lacking)}, Severity.NOTE),)


def asks_nothing(criterion: Criterion, design: Design) -> str | None:
    """Why a criterion asks nothing of this programme: ``by-day``, where nobody sleeps there, whom of ``only_for`` it does not
    take in, or ``held`` or ``posted`` where nothing of that kind is; nothing where it does ask something."""
    if criterion.residential_only and design.programme.residential is False:
        return "by-day"
    posted = {role for post in design.programme.staff.values() for role in (post.role, *post.also)}
    there = {"held": set(design.components), "posted": posted}
    if criterion.only_where and not set(criterion.names) & there[criterion.only_where]:
        return criterion.only_where
    taken_in = {*audiences_of(design.programme), *adaptations_for(design.programme)}
    if {"women", "men"} <= taken_in:
        taken_in.add("mixed")
    if design.programme.model in COMMUNITIES:
        taken_in.add("community")
    return None if criterion.only_for in taken_in else criterion.only_for


def _verdict(name: str, criterion: Criterion, design: Design, found: Sequence[Finding | Shown | Untold]) -> Verdict:
    """What the predicate found, and where it is the house's to say, the house's answer."""
    answer = design.programme.answers.get(name) if criterion.answerable or criterion.judged_by == "house" else None
    problems = tuple(_problem(name, criterion, finding) for finding in _findings(found))
    shown = tuple(one.what for one in found if isinstance(one, Shown))
    if answer is not None and (problems or criterion.judged_by == "house" or Untold() in found):
        return Verdict(name, criterion, "answered", (), (answer, *shown))
    if problems:
        return Verdict(name, criterion, "not-met", problems, shown)
    if criterion.judged_by == "house" or Untold() in found:
        return Verdict(name, criterion, "cannot-tell", (
            Problem(design.at("answers"), "TC593", {"names": name.upper(), "name": name}, Severity.NOTE),), shown)
    return Verdict(name, criterion, "written" if criterion.judged_by == "reading" else "met", (),
                   shown or ((criterion.shows,) if criterion.shows else ()))


def _findings(found: Iterable[Finding | Shown | Untold]) -> Iterator[Finding]:
    return (one for one in found if isinstance(one, Finding))


def _problem(name: str, criterion: Criterion, finding: Finding) -> Problem:
    words = dict(criterion.finds.get(finding.what, criterion.statement).phrases)
    ids = name.upper()
    message = Text.of({language: f"{ids}: {words.get(language) or criterion.statement.to(language)}"
                       for language, _ in criterion.statement})
    severity = Severity.ERROR if criterion.severity == "must" else Severity.WARNING
    return Problem(finding.location, code_of(name), {
        "what": finding.what, **finding.args, "message": message, "hint": criterion.remedy}, severity)
