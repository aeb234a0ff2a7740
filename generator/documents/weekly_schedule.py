"""The house's weekly schedules, and all weeks as one table for spreadsheets and calendars."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.weekly_schedule import weekly_schedule

BY_WEEK = True


def pieces(laid: Laid) -> Iterator[Piece]:
    if not laid.alone:
        yield Piece("weekly-schedule", laid.timetable, laid.weeks)
    for week in laid.wanted:
        yield Piece(f"weekly-schedule/week-{week.number:02d}", weekly_schedule(laid.design, [week], laid.words))
