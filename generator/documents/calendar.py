"""Calendar files: one for each post of the staff, with its duty shifts, and one for each group."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.timetable import CalendarView


def pieces(laid: Laid) -> Iterator[Piece]:
    whole = laid.timetable
    for post in whole.staff:
        if whole.of_post(post.name) or whole.watches_of(post.name) or whole.team_times_of(post.name):
            view = CalendarView("facilitator", post.name, post.title, whole)
            yield Piece(f"calendar/facilitator/{post.name}", view, laid.weeks)
    for group in whole.groups:
        yield Piece(f"calendar/group/{group.name}", CalendarView("group", group.name, group.title, whole), laid.weeks)
