"""The programme's handbook in every edition of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.handbook import handbook


def pieces(laid: Laid) -> Iterator[Piece]:
    for edition in laid.design.catalogue.editions:
        yield Piece(f"handbook/{edition}", handbook(laid.design, laid.weeks, laid.verdicts, laid.words, edition))
