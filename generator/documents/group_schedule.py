"""Each group's weeks: one file each, one page a week."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.sheets.selection import Chosen
from generator.views.weekly_schedule import weekly_schedule


def pieces(laid: Laid) -> Iterator[Piece]:
    for name in laid.design.programme.groups:
        path = f"weekly-schedule/group/{name}"
        weeks = laid.weeks_of(path)
        view = weekly_schedule(laid.design, weeks, laid.words, Chosen("group", name))
        if view:
            yield Piece(path, view, weeks)
