"""The design report: every criterion with what it asks and its verdict, and how many have which."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.documents import Laid
from generator.model.design import Verdict
from generator.verify import Fault
from generator.verify.read import in_order, squeezed, text_of

FILES = ("design-report.pdf", "design-report.xlsx", "design-report.json")


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    if path.suffix == ".pdf":
        yield from _of_paper(text_of(path), laid)
        return
    found = _of_workbook(path) if path.suffix == ".xlsx" else _of_data(path)
    yield None if len(found) == len(laid.verdicts) else Fault("count", str(len(laid.verdicts)), str(len(found)))
    for verdict in laid.verdicts:
        wanted = _asked_and_said(verdict, laid)
        said = found.get(verdict.name.upper(), ("", ""))
        yield None if said == wanted else Fault("criterion", " · ".join((verdict.name.upper(), *wanted)), " · ".join(said))


def _of_paper(text: str, laid: Laid) -> Iterator[Fault | None]:
    for verdict in laid.verdicts:
        parts = (verdict.name.upper(), *_asked_and_said(verdict, laid))
        yield None if in_order(text, *parts, apart=4) else Fault("criterion", " · ".join(parts))
    count: Counter[str] = Counter(verdict.status for verdict in laid.verdicts)
    of_severity = Counter((verdict.status, verdict.criterion.severity) for verdict in laid.verdicts)
    for status, sum_ in count.items():
        numbers = (of_severity[status, "must"], of_severity[status, "should"], of_severity[status, "could"], sum_)
        row = (laid.words.label(f"verdicts.{status}"), *map(str, numbers))
        yield None if squeezed("".join(row)) in text else Fault("count", " · ".join(row))


def _of_workbook(path: Path) -> dict[str, tuple[str, str]]:
    """The last sheet, which has all of them: number, weight, what it asks, verdict."""
    from openpyxl import load_workbook

    rows = list(load_workbook(path, read_only=True).worksheets[-1].iter_rows(min_row=2, values_only=True))
    return {str(row[0]): (str(row[2]), str(row[3])) for row in rows}


def _of_data(path: Path) -> dict[str, tuple[str, str]]:
    criteria = json.loads(path.read_text(encoding="utf-8"))["criteria"]
    return {number: (one["asks"], one["verdict"]) for number, one in criteria.items()}


def _asked_and_said(verdict: Verdict, laid: Laid) -> tuple[str, str]:
    return verdict.criterion.statement.to(laid.words.code), laid.words.label(f"verdicts.{verdict.status}")
