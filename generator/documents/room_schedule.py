"""Each room's weeks: one file each, one page a week."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.sheets.selection import Chosen
from generator.views.weekly_schedule import weekly_schedule


def pieces(laid: Laid) -> Iterator[Piece]:
    for name in laid.design.programme.rooms:
        path = f"weekly-schedule/room/{name}"
        weeks = laid.weeks_of(path)
        view = weekly_schedule(laid.design, weeks, laid.words, Chosen("room", name))
        if view:
            yield Piece(path, view, weeks)
