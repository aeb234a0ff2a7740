"""Posters of one ordinary week of each phase, or of the weeks asked for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.poster import poster
from generator.views.sheets.typical_week import asked_or_typical

BY_WEEK = True


def pieces(laid: Laid) -> Iterator[Piece]:
    for week in asked_or_typical(laid.design, laid.weeks, laid.wanted):
        view = poster(laid.design, week, laid.words)
        if view.sheets:
            yield Piece(f"poster/week-{week.number:02d}", view)
