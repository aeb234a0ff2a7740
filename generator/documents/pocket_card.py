"""Pocket cards of one ordinary week of each phase, or of the weeks asked for: as A6 pages, and four to an A4 sheet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.pocket_card import pocket_card
from generator.views.sheets.typical_week import asked_or_typical

BY_WEEK = True


def pieces(laid: Laid) -> Iterator[Piece]:
    for week in asked_or_typical(laid.design, laid.weeks, laid.wanted):
        path = f"pocket-card/week-{week.number:02d}"
        for ending, to_an_a4 in (("", False), ("-a4", True)):
            view = pocket_card(laid.design, week, laid.words, to_an_a4=to_an_a4)
            if view.cards:
                yield Piece(path + ending, view)
