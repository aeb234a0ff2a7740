"""A room holds one session at a time, and none while it is closed.

Times are chosen first and rooms afterwards (``rooms.py``): here it is enough that never more sessions meet than there
are rooms for them. Where that leaves a case in which the rooms still cannot be shared out, each sitting's room is part
of the search (``week.with_rooms``).
"""

from generator.model.week import GRID
from generator.schedule.together import unions
from generator.schedule.week_model import SLOTS, WeekModel


def add(week: WeekModel) -> None:
    if week.with_rooms:
        for room, choices in week.of_room.items():
            shut = _closed(week, {room})
            if len(choices) + len(shut) > 1:
                week.model.add_no_overlap([*(choice.interval for choice in choices), *shut])
        return
    needs = [(frozenset(rooms), week.interval[sitting.key]) for sitting in week.task.sittings
             for rooms in (sitting.rooms, sitting.other_rooms) if rooms]
    for rooms in unions(rooms for rooms, _ in needs):
        users = [interval for wanted, interval in needs if wanted <= rooms] + _closed(week, rooms)
        if len(users) > len(rooms):
            week.model.add_no_overlap(users) if len(rooms) == 1 else \
                week.model.add_cumulative(users, [1] * len(users), len(rooms))


def _closed(week: WeekModel, rooms: frozenset[str] | set[str]) -> list[object]:
    """The closures of these rooms; what is closed twice over (a date and an absence) is closed once."""
    intervals: list[object] = []
    for room in sorted(rooms):
        ends = 0
        for span in sorted((span for name, span in week.task.closed if name == room), key=lambda s: (s.day, s.start)):
            first = max(span.day * SLOTS + span.start // GRID, ends)
            ends = max(span.day * SLOTS - (-span.end // GRID), ends)
            if ends > first:
                intervals.append(week.model.new_fixed_size_interval_var(first, ends - first, f"{room} closed {first}"))
    return intervals
