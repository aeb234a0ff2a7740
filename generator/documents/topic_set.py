"""A component's whole set of topics as one file."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.topic_set import topic_set

ON_REQUEST = True
BY_WEEK = True


def pieces(laid: Laid) -> Iterator[Piece]:
    for name in laid.design.components:
        held = next((week for week in laid.wanted if any(s.component == name for s in week.sessions)), None)
        view = topic_set(laid.design, name, held, laid.words) if held else None
        if view:
            yield Piece(f"topic-set/{name}", view)
