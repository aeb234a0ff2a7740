"""A facilitator's week, ready to print on both sides: cover sheet and every plan in running order."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.facilitator_week import facilitator_week
from generator.views.usual_leads import usual_leads

ON_REQUEST = True
BY_WEEK = True


def pieces(laid: Laid) -> Iterator[Piece]:
    usual = usual_leads(laid.weeks)
    for week in laid.wanted:
        for post in laid.design.programme.staff:
            if laid.posts and post not in laid.posts:
                continue
            view = facilitator_week(laid.design, week, post, laid.words, usual, asked=bool(laid.posts))
            if view:
                yield Piece(f"facilitator-week/week-{week.number:02d}/{post}", view)
