"""Where a resident's time goes: minutes per pillar, dimension and relapse factor, and the charts as pictures of their own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.minutes import minutes


def pieces(laid: Laid) -> Iterator[Piece]:
    view = minutes(laid.design, laid.weeks, laid.words)
    yield Piece("minutes", view)
    for section in view.sections:
        if section.chart:
            yield Piece(f"minutes/{section.chart.name.removeprefix('minutes-')}", section.chart)
