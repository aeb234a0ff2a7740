"""Tell problems: to a person with the line in question, to an editor or a CI in its own form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from generator.language import Words
from generator.problem import Problem, Severity, in_order

STYLES = ("text", "json", "github")

LAST = ("TC594", "TC595")
"""What tells a way out of all the rest, and is read last."""

OF_A_PATTERN = re.compile("tcguide/programmes/(?!catalogue/)")
"""Where the patterns lie, seen from a house's folder: nobody changes them there."""


def report(problems: Sequence[Problem], words: Words, texts: Mapping[str, str], style: str = "text") -> str:
    """All problems in one of the styles, sorted by place, each told once."""
    told = in_order(list(problems))
    if style == "json":
        return json.dumps([_plain(problem, words) for problem in told], ensure_ascii=False, indent=2)
    if style == "github":
        return "\n".join(_annotation(problem, words) for problem in told)
    told = (*(problem for problem in told if problem.code not in LAST), *(problem for problem in told if problem.code in LAST))
    before = [None, *(problem.location for problem in told)]
    return "\n\n".join(_for_people(problem, words, texts, problem.location == last)
                       for problem, last in zip(told, before, strict=False))


def summary(problems: Sequence[Problem], words: Words) -> str:
    """``2 errors, 1 warnings``."""
    told = in_order(list(problems))
    errors = sum(p.severity is Severity.ERROR for p in told)
    warnings = sum(p.severity is Severity.WARNING for p in told)
    return words.label("cli.summary", errors=errors, warnings=warnings) if errors or warnings else words.label("cli.clean")


def _for_people(problem: Problem, words: Words, texts: Mapping[str, str], same_place: bool) -> str:
    severity = words.label(f"severity.{problem.severity}")
    parts = [f"{problem.location}: {severity} {problem.code}: {words.message(problem)}"]
    place = problem.location
    lines = texts.get(place.file, "").split("\n")
    if place.line and place.line <= len(lines) and not same_place:  # twenty things lacking in a file quote no line twenty times
        line, column = lines[place.line - 1].replace("\t", " "), max(place.column, 1)
        start = max(0, column - 60)
        shown = line[start : start + 100]
        parts.append(f"  {place.line:>5} | {shown}\n        | {' ' * (column - 1 - start)}^")
    if hint := words.hint(problem):
        parts.append(f"        → {hint}")
    if OF_A_PATTERN.match(place.file):
        parts.append(f"        → {words.label('cli.of_the_pattern')}")
    return "\n".join([*parts, *_numbered(problem, words, " " * 10)])


def _numbered(problem: Problem, words: Words, margin: str = "") -> Iterator[str]:
    """The remedies, each with its number; below it what to write and what else it does."""
    if problem.remedies:
        yield f"{margin}{words.label('remedies.heading')}"
    for number, remedy in enumerate(map(words.remedy, problem.remedies), 1):
        yield f"{margin}{number}. {remedy['says']}"
        written = [line for change in remedy["changes"] for line in change.split("\n")]
        yield from (f"{margin}   {line}" for line in (*written, " · ".join(remedy["effects"])) if line)


def _plain(problem: Problem, words: Words) -> dict[str, object]:
    return {
        "file": problem.location.file, "line": problem.location.line, "column": problem.location.column,
        "severity": str(problem.severity), "code": problem.code, "message": words.message(problem),
        "hint": words.hint(problem),
        **({"remedies": [words.remedy(remedy) for remedy in problem.remedies]} if problem.remedies else {}),
    }


def _annotation(problem: Problem, words: Words) -> str:
    kind = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}[problem.severity]
    place = f"file={_escaped(problem.location.file, True)}"
    if problem.location.line:
        place += f",line={problem.location.line},col={problem.location.column}"
    text = "\n".join([f"{words.message(problem)} {words.hint(problem)}".strip(), *_numbered(problem, words)])
    return f"::{kind} {place},title={problem.code}::{_escaped(text)}"


def _escaped(text: str, in_property: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text
