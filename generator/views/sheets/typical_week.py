"""Which week stands for a phase: for posters and pocket cards that hang for months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.model.design import Design
from generator.model.week import Week


def typical_weeks(design: Design, weeks: Sequence[Week]) -> list[Week]:
    """One week for each phase, in the order of the calendar: the one most like the phase's other weeks.

    A week in which several groups are in different phases stands for all of them.
    """
    chosen: dict[int, Week] = {}
    for phase in design.phases:
        held = [week for week in weeks if phase in _phases(week)]
        if held and not any(phase in _phases(week) for week in chosen.values()):
            week = _typical(held)
            chosen[week.number] = week
    return [chosen[number] for number in sorted(chosen)]


def _phases(week: Week) -> set[str]:
    return {week.phase} if week.phase else {phase for _, phase in week.phases}


def _typical(weeks: Sequence[Week]) -> Week:
    """The least unlike the others; a week without holidays before one with, and the earlier of equals."""
    shapes = [Counter((s.component, s.date.weekday(), s.start) for s in week.sessions if s.resident is None)
              for week in weeks]

    def unlike(index: int) -> tuple[int, int, int]:
        week = weeks[index]
        special = sum(day.calendar.holiday is not None or day.calendar.ramadan for day in week.days)
        apart = sum(sum(((shapes[index] - other) + (other - shapes[index])).values()) for other in shapes)
        return min(special, 1), apart, week.number

    return weeks[min(range(len(weeks)), key=unlike)]


def asked_or_typical(design: Design, weeks: Sequence[Week], wanted: Sequence[Week]) -> Sequence[Week]:
    """The weeks asked for; where none was named, and all would be made, an ordinary one of each phase."""
    return wanted if len(wanted) < len(weeks) else typical_weeks(design, weeks)
