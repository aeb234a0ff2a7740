"""The design report: how the programme stands to each criterion of design, and what would close what is open."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.design_report import design_report


def pieces(laid: Laid) -> Iterator[Piece]:
    if laid.verdicts:
        yield Piece("design-report", design_report(laid.design, laid.verdicts, laid.words))
