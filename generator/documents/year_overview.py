"""All weeks of the programme on one sheet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.year_overview import year_overview


def pieces(laid: Laid) -> Iterator[Piece]:
    yield Piece("year-overview", year_overview(laid.design, laid.weeks, laid.words))
