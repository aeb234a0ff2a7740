"""Check a placed week against its task, in plain Python: a second opinion that knows nothing of the solver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.model.week import GRID, Placement, Sitting, Span, WeekTask

Placed = Sequence[tuple[Sitting, Placement]]


@dataclass(frozen=True)
class Violation:
    """A hard rule that a week breaks: its name in ``templates/languages`` under ``rules``, and what it is about."""

    rule: str
    sitting: str
    other: str = ""
    who: str = ""


def violations(task: WeekTask, placements: Sequence[Placement]) -> list[Violation]:
    """Every hard rule the week breaks; none for a sound week."""
    sittings = {sitting.key: sitting for sitting in task.sittings}
    where = {placement.key: placement for placement in placements}
    found = [Violation("all-placed", key) for key in sittings if key not in where]
    found += [Violation("only-what-is-planned", key) for key in where if key not in sittings]
    placed = [(sittings[key], where[key]) for key in sittings if key in where]
    for sitting, spot in placed:
        found += _alone(sitting, spot, task)
    for (one, here), (other, there) in combinations(placed, 2):
        if here.day != there.day:
            continue
        if here.start < there.start + other.minutes and there.start < here.start + one.minutes:
            found += _at_once(one, here, other, there)
        if one.series == other.series and not one.alongside and not other.alongside:
            found.append(Violation("one-a-day", one.key, other.key))
    found += _together(sittings, where)
    found += _loads(placed, task)
    found += _breaks(placed, task)
    return found


def _alone(sitting: Sitting, spot: Placement, task: WeekTask) -> Iterator[Violation]:
    end = spot.start + sitting.minutes
    if spot.start % GRID and not sitting.pinned:
        yield Violation("on-the-grid", sitting.key)
    if not _inside(sitting.spans, spot.day, spot.start, end):
        yield Violation("in-its-window", sitting.key)
    workers = {worker.name: worker for worker in task.workers}
    posts: tuple[tuple[str | None, Sequence[str], bool], ...] = (
        (spot.lead, (*sitting.leads, *sitting.stand_ins), True), (spot.co_lead, sitting.co_leads, True),
        (spot.other_lead, sitting.other_leads, True), (spot.room, sitting.rooms, False),
        (spot.other_room, sitting.other_rooms, False),
    )
    for name, allowed, person in posts:
        if (allowed and name not in allowed) or (not allowed and name is not None):
            yield Violation("qualified" if person else "room-suits", sitting.key, who=name or "")
        elif name and person and not _inside(workers[name].spans, spot.day, spot.start, end):
            yield Violation("at-work", sitting.key, who=name)
        elif name and person and allowed is not sitting.other_leads and not _inside(
                workers[name].spans_for(sitting), spot.day, spot.start, end):
            yield Violation("keeps-watch", sitting.key, who=name)
        elif name and not person and any(
            room == name and span.day == spot.day and span.start < end and spot.start < span.end
            for room, span in task.closed
        ):
            yield Violation("room-once", sitting.key, who=name)
    people = [name for name in (spot.lead, spot.co_lead, spot.other_lead) if name]
    if len(set(people)) < len(people):
        yield Violation("person-once", sitting.key, who=people[0])
    if spot.room and spot.room == spot.other_room:
        yield Violation("room-once", sitting.key, who=spot.room)


def _at_once(one: Sitting, here: Placement, other: Sitting, there: Placement) -> Iterator[Violation]:
    for name in {here.lead, here.co_lead, here.other_lead} & {there.lead, there.co_lead, there.other_lead} - {None}:
        yield Violation("person-once", one.key, other.key, str(name))
    for name in {here.room, here.other_room} & {there.room, there.other_room} - {None}:
        yield Violation("room-once", one.key, other.key, str(name))
    if one.goes_beside(other):
        return
    for mine in one.parts:
        for theirs in other.parts:
            if mine.group == theirs.group and mine.first <= theirs.last and theirs.first <= mine.last:
                yield Violation("resident-once", one.key, other.key, mine.group)


def _together(sittings: dict[str, Sitting], where: dict[str, Placement]) -> Iterator[Violation]:
    for key, sitting in sittings.items():
        if sitting.alongside and key in where and sitting.alongside in where:
            here, there = where[key], where[sitting.alongside]
            if (here.day, here.start) != (there.day, there.start):
                yield Violation("begin-together", key, sitting.alongside)


def _loads(placed: Placed, task: WeekTask) -> Iterator[Violation]:
    minutes: dict[tuple[str, int], int] = {}
    for sitting, spot in placed:
        for name in (spot.lead, spot.co_lead, spot.other_lead):
            if name:
                minutes[name, spot.day] = minutes.get((name, spot.day), 0) + sitting.minutes
    for worker in task.workers:
        days = [count for (name, _), count in minutes.items() if name == worker.name]
        if sum(days) > worker.minutes_most:
            yield Violation("hours-a-week", "", who=worker.name)
        if worker.minutes_a_day is not None and max(days, default=0) > worker.minutes_a_day:
            yield Violation("hours-a-day", "", who=worker.name)


def _breaks(placed: Placed, task: WeekTask) -> Iterator[Violation]:
    for worker in task.workers:
        busy = [(spot.day, spot.start, spot.start + sitting.minutes) for sitting, spot in placed
                if worker.name in (spot.lead, spot.co_lead, spot.other_lead)]
        for window in worker.breaks:
            minutes = {minute for span in worker.break_spans(window) for minute in range(span.start, span.end)}
            taken = {minute for day, start, end in busy if day == window.day for minute in range(start, end)}
            if minutes and _longest(sorted(minutes - taken)) < worker.break_minutes:
                yield Violation("break-in-the-day", "", who=worker.name)


def _longest(minutes: Sequence[int]) -> int:
    """How many of them at most follow one another without a gap."""
    most = run = 0
    for i, minute in enumerate(minutes):
        run = run + 1 if i and minutes[i - 1] == minute - 1 else 1
        most = max(most, run)
    return most


def _inside(spans: Sequence[Span], day: int, start: int, end: int) -> bool:
    return any(span.day == day and span.start <= start and end <= span.end for span in spans)
