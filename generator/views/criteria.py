"""How a programme stands to the criteria of design, as its handbook and its page in the guide tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.language import Text, Words
from generator.model.design import Planned, Verdict
from generator.problem import Phrase
from generator.views.blocks import Line, Run, line
from generator.views.component_chapter import how_often

STATUSES = ("met", "written", "answered", "cannot-tell", "not-met", "not-judged", "not-applicable")
"""Verdicts in the order their sums are told."""


def sums(verdicts: Sequence[Verdict], words: Words) -> str:
    """How many criteria have which verdict: ``30 terpenuhi, 12 tertulis``."""
    count = Counter(verdict.status for verdict in verdicts)
    return ", ".join(f"{count[status]} {words.label(f'verdicts.{status}')}" for status in STATUSES if count[status])


def verdict_line(verdict: Verdict, words: Words) -> Line:
    """The verdict, and what it rests on: what shows it, what is lacking, or the question that is still open."""
    said = list(rests_on(verdict, words))
    status = Run(words.label(f"verdicts.{verdict.status}"), bold=True)
    return line(status, f": {'; '.join(said)}") if said else line(status)


def rests_on(verdict: Verdict, words: Words) -> Iterator[str]:
    """What the verdict rests on: what shows it, what is lacking, or the question that is still open."""
    if verdict.status == "not-met":
        yield from (words.message(problem).partition(": ")[2] for problem in verdict.problems)
    elif verdict.status == "cannot-tell" and verdict.criterion.question:
        yield verdict.criterion.question.to(words.code)
    elif verdict.status in ("met", "written", "answered", "not-applicable"):
        yield from dict.fromkeys(_said(one, words).rstrip(".") for one in verdict.shown)


def _said(shown: object, words: Words) -> str:
    if isinstance(shown, Planned):
        return words.phrase(Phrase("shown.component", {
            "name": shown.component.title, "often": _often(shown, words)}))
    if isinstance(shown, Phrase):
        return words.phrase(shown)
    return shown.to(words.code) if isinstance(shown, Text) else str(shown)


def _often(planned: Planned, words: Words) -> str:
    days = planned.component.within_days
    due = words.label("shown.due_one" if days == 1 else "shown.due", days=days) if days else ""
    return ", ".join(filter(None, (how_often(words, planned.component, planned.settings.rotation), due)))
