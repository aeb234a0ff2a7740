"""The design report: every criterion of design with its verdict, what shows it, and what would close what is still open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.language import Words
from generator.model.design import Design, Verdict
from generator.views.criteria import STATUSES, rests_on
from generator.views.workbook import Column, Sheet

SEVERITIES = ("must", "should", "could")
OPEN = ("not-met", "cannot-tell", "not-judged")
"""Verdicts that leave something to do."""


@dataclass(frozen=True)
class CriterionRow:
    """One criterion and how the programme stands to it."""

    number: str
    severity: str
    """``must``, ``should`` or ``could``."""
    status: str
    """One of :data:`generator.views.criteria.STATUSES`."""
    asks: str
    verdict: str
    shown: str
    """What the verdict rests on: what shows it, what is lacking, or the question that is still open."""
    closes: str
    """What would close it; empty where nothing is open."""
    why: str


@dataclass(frozen=True)
class DesignReportView:
    """What a programme's design has and what it lacks, for the manager, a funder or an inspection."""

    language: str
    title: str
    organisation: str
    programme: str
    edition: str
    text: str
    counts: tuple[tuple[str, tuple[int, ...]], ...]
    """Verdict → how many of `SEVERITIES`, and their sum; verdicts that nothing has are left out."""
    rows: tuple[CriterionRow, ...]
    """Of every criterion, the musts first."""
    words: dict[str, str]

    @property
    def open(self) -> tuple[CriterionRow, ...]:
        """What is left to do."""
        return tuple(row for row in self.rows if row.status in OPEN)


def design_report(design: Design, verdicts: Sequence[Verdict], words: Words) -> DesignReportView:
    """The report in one language."""
    organisation, programme = design.programme.organisation, design.programme
    assert organisation is not None
    rows = tuple(_row(verdict, words) for severity in SEVERITIES for verdict in verdicts
                 if verdict.criterion.severity == severity)
    counts = [(status, tuple(sum((row.status, row.severity) == (status, one) for row in rows) for one in SEVERITIES))
              for status in STATUSES]
    return DesignReportView(
        words.code, words.label("design_report.title"), organisation.name,
        programme.title.to(words.code) if programme.title else design.name,
        words.label("edition", edition=programme.edition or ""), words.label("handbook.standards_text"),
        tuple((words.label(f"verdicts.{status}"), (*found, sum(found))) for status, found in counts if any(found)), rows,
        {key: value for key, value in words.branch("design_report").items() if isinstance(value, str)}
        | {severity: words.label(f"criteria.{severity}") for severity in SEVERITIES})


def sheets(view: DesignReportView) -> list[Sheet]:
    """As a workbook: what is open, with room for who does it and by when, then all criteria."""
    words = view.words
    told = (Column(words["number"], 9), Column(words["weight"], 14), Column(words["asks"], 52, "wrap"),
            Column(words["verdict"], 20, "wrap"), Column(words["shown"], 60, "wrap"))
    to_do = (Column(words["closes"], 52, "wrap"), Column(words["who"], 22, "wrap"), Column(words["by_when"], 14))

    def values(row: CriterionRow) -> tuple[str, ...]:
        return row.number, words[f"short_{row.severity}"], row.asks, row.verdict, row.shown

    why = Column(words["why"], 52, "wrap")
    return [Sheet(words["open"], (*told, *to_do), tuple((*values(row), row.closes, "", "") for row in view.open), 1),
            Sheet(words["all"], (*told, why), tuple((*values(row), row.why) for row in view.rows), 1)]


def _row(verdict: Verdict, words: Words) -> CriterionRow:
    criterion, status = verdict.criterion, verdict.status
    closes = ""
    if status == "not-met":
        closes = re.sub("`([^`]*)`", r"“\1”", criterion.remedy.to(words.code))
    elif status == "cannot-tell":
        closes = words.label("design_report.answer", name=verdict.name)
    elif status == "not-judged":
        closes = words.label("design_report.judge")
    return CriterionRow(
        verdict.name.upper(), criterion.severity, status, criterion.statement.to(words.code), words.label(f"verdicts.{status}"),
        "; ".join(rests_on(verdict, words)), closes, criterion.why.to(words.code))
