"""Nobody leads two sessions at once; nobody holds two posts of one session.

Where people are chosen after the times (``people.py``), it is enough here that at any time there are as many at work as
sessions that only they may lead.
"""

from __future__ import annotations

from typing import Any

from generator.model.week import DAY, GRID
from generator.schedule.week_model import SLOTS, WeekModel


def add(week: WeekModel) -> None:
    for choices in week.of_person.values():
        if len(choices) > 1:
            week.model.add_no_overlap([choice.interval for choice in choices])
    if not week.open:
        return
    needs = [(who, week.interval[sitting.key]) for who, sitting in week.open]
    needs += [(frozenset((name,)), choice.interval) for name, choices in week.of_person.items() for choice in choices]
    for people in sorted({who for who, _ in week.open}, key=sorted):
        users = [interval for who, interval in needs if who <= people]
        users += [interval for name in sorted(people) for interval in _away(week, name)]
        week.model.add_cumulative(users, [1] * len(users), len(people))


def _away(week: WeekModel, name: str) -> list[Any]:
    """The times a post is not at work, as intervals of the week."""
    intervals, here = [], 0
    ends = [(span.day * DAY + span.start, span.day * DAY + span.end) for span in week.at_work(name)]
    for start, end in [*sorted(ends), (7 * DAY, 7 * DAY)]:
        first, last = -(-here // GRID), start // GRID
        if last > first:
            intervals.append(week.model.new_fixed_size_interval_var(first, last - first, f"{name} away {first}"))
        here = max(here, end)
    assert here <= 7 * SLOTS * GRID
    return intervals
