"""The duty roster, four weeks to a sheet; only of houses that have a ``duty``."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.duty_roster import duty_roster


def pieces(laid: Laid) -> Iterator[Piece]:
    weeks = laid.weeks_of("duty-roster")
    with_duty = [week for week in weeks if week.duty]
    if laid.design.programme.duty and with_duty:
        yield Piece("duty-roster", duty_roster(laid.design, with_duty, laid.words), weeks)
