"""A plan for whoever leads, and a worksheet for participants, of every component that is held."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.session_plan import session_plan, worksheet

BY_WEEK = True


def pieces(laid: Laid) -> Iterator[Piece]:
    for name in laid.design.components:
        held = next((w for w in laid.wanted if any(s.component == name for s in w.sessions)), None)
        if held:
            yield Piece(f"session-plan/{name}", session_plan(laid.design, name, held, laid.words))
            sheet = worksheet(laid.design, name, laid.words)
            if sheet:
                yield Piece(f"session-plan/{name}-worksheet", sheet)
