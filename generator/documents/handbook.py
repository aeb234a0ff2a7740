"""The programme's handbook."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.handbook import handbook


def pieces(laid: Laid) -> Iterator[Piece]:
    yield Piece("handbook/staff", handbook(laid.design, laid.weeks, laid.verdicts, laid.words))
