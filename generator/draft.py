"""A draft of the weekly sheets of a programme that does not meet every "must" yet: to look at, not to hand out.

Whoever enters a house's day wants to see it before everything else is written. A draft lies in a folder of its own, so that
nobody takes it for the house's papers, and every sheet says what it is. It passes over what is lacking, never over what harms:
a practice of the red list, worship that is forced, medicine that is stopped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.language import Words
from generator.model.design import Design, Verdict
from generator.problem import Problem, Severity

FOLDER = "draft"
DOCUMENTS, FORMATS = ("weekly-schedule",), ("pdf",)
"""All that a draft is made of."""

HARMS = ("held", "penalty", "collective", "practice", "stopped", "changed", "excluded", "forced", "not-voluntary", "phrase")
"""Findings that stop a draft too, by their names in the criteria's files."""

_CRITERION = re.compile(r"TC5[0-8]\d")


def not_made(asked: Iterable[str]) -> list[str]:
    """What of the documents and formats asked for there is no draft of."""
    return [name for name in asked if name not in (*DOCUMENTS, *FORMATS)]


def unasked(design: Design) -> Design:
    """The design as it is laid out for a draft: no criterion stands in the way."""
    return replace(design, catalogue=replace(design.catalogue, standards={}))


def told(problems: Iterable[Problem]) -> list[Problem]:
    """What is wrong, with criteria that are not met as warnings where nothing harms."""
    return [replace(problem, severity=Severity.WARNING) if problem.is_error and _is_lacking(problem) else problem
            for problem in problems]


def would_do(problems: Iterable[Problem]) -> bool:
    """Whether nothing but criteria stops the programme's documents."""
    errors = [problem for problem in problems if problem.is_error]
    return bool(errors) and all(map(_is_lacking, errors))


def _is_lacking(problem: Problem) -> bool:
    return bool(_CRITERION.fullmatch(problem.code)) and problem.args.get("what") not in HARMS


def marked(design: Design, verdicts: Sequence[Verdict], words: Words) -> Design:
    """The design whose every sheet says all around that it is a draft, and beside its edition which musts are open."""
    open_ = [verdict.name.upper() for verdict in verdicts
             if verdict.status == "not-met" and verdict.criterion.severity == "must"]
    mark = words.label("draft.open", names=", ".join(open_)) if open_ else words.label("draft.mark")
    edition = " · ".join(filter(None, (design.programme.edition, mark)))
    programme = design.programme.model_copy(update={"edition": edition})
    return replace(design, programme=programme, draft=words.label("draft.mark"))
