"""What changed in a mended week: one page for the board, with room for signatures."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.change_notice import change_notice

BY_WEEK = True


def pieces(laid: Laid) -> Iterator[Piece]:
    for week in laid.wanted:
        if week.number in laid.design.agreed:
            notice = change_notice(laid.design, week, laid.design.agreed[week.number][0], laid.words)
            if notice:
                yield Piece(f"change-notice/week-{week.number:02d}", notice)
