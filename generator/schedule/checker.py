"""Check a placed week against its task, in plain Python: a second opinion that knows nothing of the solver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.model.week import GRID, Placement, Sitting, Span, WeekTask


@dataclass(frozen=True)
class Violation:
    """A hard rule that a week breaks: its short name, and what it is about."""

    rule: str
    sitting: str
    other: str = ""
    who: str = ""


def violations(task: WeekTask, placements: Sequence[Placement]) -> list[Violation]:
    """Every hard rule the week breaks; none for a sound week."""
    sittings = {sitting.key: sitting for sitting in task.sittings}
    where = {placement.key: placement for placement in placements}
    found = [Violation("not placed", key) for key in sittings if key not in where]
    found += [Violation("not wanted", key) for key in where if key not in sittings]
    placed = [(sittings[key], where[key]) for key in sittings if key in where]
    for sitting, spot in placed:
        found += _alone(sitting, spot, task)
    for (one, here), (other, there) in combinations(placed, 2):
        if here.day == there.day and here.start < there.start + other.minutes and there.start < here.start + one.minutes:
            found += _at_once(one, here, other, there)
        elif here.day == there.day and _same_series(one, other):
            found.append(Violation("twice a day", one.key, other.key))
    found += [v for one, other in combinations(placed, 2) for v in _series_clash(one, other)]
    found += _loads(placed, task)
    found += _groups(placed, task)
    return found


def _alone(sitting: Sitting, spot: Placement, task: WeekTask) -> Iterator[Violation]:
    end = spot.start + sitting.minutes
    if spot.start % GRID and not sitting.pinned:
        yield Violation("off the grid", sitting.key)
    if not _inside(sitting.spans, spot.day, spot.start, end):
        yield Violation("outside its window", sitting.key)
    posts: tuple[tuple[str, str | None, Sequence[str]], ...] = (
        ("lead", spot.lead, sitting.leads), ("co_lead", spot.co_lead, sitting.co_leads),
        ("other_lead", spot.other_lead, sitting.other_leads), ("room", spot.room, sitting.rooms),
        ("other_room", spot.other_room, sitting.other_rooms),
    )
    workers = {worker.name: worker for worker in task.workers}
    for post, name, allowed in posts:
        if (allowed and name not in allowed) or (not allowed and name is not None):
            yield Violation(f"{post} not suited", sitting.key, who=name or "")
        elif name and post.endswith("lead") and not _inside(workers[name].spans, spot.day, spot.start, end):
            yield Violation("not on duty", sitting.key, who=name)
    people = [name for name in (spot.lead, spot.co_lead, spot.other_lead) if name]
    if len(set(people)) < len(people):
        yield Violation("one person in two posts", sitting.key, who=people[0])
    if spot.room and spot.room == spot.other_room:
        yield Violation("alternative in the same room", sitting.key, who=spot.room)


def _at_once(one: Sitting, here: Placement, other: Sitting, there: Placement) -> Iterator[Violation]:
    for name in {here.lead, here.co_lead, here.other_lead} & {there.lead, there.co_lead, there.other_lead} - {None}:
        yield Violation("person twice at once", one.key, other.key, str(name))
    for name in {here.room, here.other_room} & {there.room, there.other_room} - {None}:
        yield Violation("room twice at once", one.key, other.key, str(name))
    if one.group == other.group and one.resident is not None and one.resident == other.resident:
        yield Violation("resident twice at once", one.key, other.key, f"{one.group} {one.resident}")
    if one.group == other.group and (one.resident is None or other.resident is None):
        yield Violation("group twice at once", one.key, other.key, one.group)


def _same_series(one: Sitting, other: Sitting) -> bool:
    return one.resident is None and other.resident is None and (one.component, one.group) == (other.component, other.group)


def _series_clash(first: tuple[Sitting, Placement], second: tuple[Sitting, Placement]) -> Iterator[Violation]:
    (one, here), (other, there) = first, second
    overlap = here.start < there.start + other.minutes and there.start < here.start + one.minutes
    if here.day == there.day and overlap and _same_series(one, other):
        yield Violation("twice a day", one.key, other.key)


def _loads(placed: Sequence[tuple[Sitting, Placement]], task: WeekTask) -> Iterator[Violation]:
    minutes: dict[str, int] = {}
    for sitting, spot in placed:
        for name in (spot.lead, spot.co_lead, spot.other_lead):
            if name:
                minutes[name] = minutes.get(name, 0) + sitting.minutes
    for worker in task.workers:
        if minutes.get(worker.name, 0) > worker.minutes_most:
            yield Violation("too many hours", "", who=worker.name)


def _groups(placed: Sequence[tuple[Sitting, Placement]], task: WeekTask) -> Iterator[Violation]:
    """Never more people of a group in sessions at one time than the group has."""
    sizes: Mapping[str, int] = dict(task.groups)
    for sitting, spot in placed:
        together = sum(
            other.size for other, there in placed
            if other.group == sitting.group and there.day == spot.day
            and there.start <= spot.start < there.start + other.minutes
        )
        if together > sizes.get(sitting.group, 0):
            yield Violation("group too small", sitting.key, who=sitting.group)


def _inside(spans: Sequence[Span], day: int, start: int, end: int) -> bool:
    return any(span.day == day and span.start <= start and end <= span.end for span in spans)
