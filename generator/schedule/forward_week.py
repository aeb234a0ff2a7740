"""A week while sessions are put in and taken out again: who and what is taken when, and what stands in a session's way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as part_of
from functools import cached_property
from typing import Any

import numpy as np

from generator.model.week import DAY, GRID, Placement, Sitting, Span, WeekTask, Worker

STEPS = DAY // GRID
WEEK = 7 * STEPS
FAR = 1 << 24
"""More than everything that could ever stand in the way: here it cannot be."""

NOT_THERE = 1 << 20
"""Where a unit begins and ends that has no place: after every week."""

Row = Any
"""A number for each step at which a unit may begin."""


@dataclass(frozen=True)
class Need:
    """A post to fill or a room to find."""

    kind: str
    """``post`` or ``room``."""
    part: int
    """Of which sitting of the unit."""
    field: str
    """Its name in ``Placement``."""
    names: tuple[str, ...]
    rows: Any = part_of(repr=False)
    """Where each of them stands among all posts and rooms."""
    never: Any = part_of(repr=False)
    """For each of them a row: ``FAR`` where it cannot be, else nothing."""


@dataclass(frozen=True, eq=False)
class Unit:
    """A session with what is held alongside it: they begin together."""

    number: int
    sittings: tuple[Sitting, ...]
    length: int
    starts: Any = part_of(repr=False)
    """The steps at which it may begin."""
    needs: tuple[Need, ...]

    @cached_property
    def ways(self) -> float:
        """How many ways there are to hold it, for its length; the fewer, the harder."""
        return len(self.starts) * min((len(need.names) for need in self.needs), default=1) / self.length


@dataclass(frozen=True)
class Spot:
    """Where a unit is: its first step, and who or what fills each of its needs."""

    start: int
    chosen: tuple[str, ...]


class ForwardWeek:
    """Some sessions of a week at their places, never two in each other's way."""

    def __init__(self, task: WeekTask) -> None:
        self._workers = {worker.name: worker for worker in task.workers}
        self._row_of: dict[tuple[str, str], int] = {}
        self._shut: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for room, span in task.closed:
            self._shut[room].append((span.day * STEPS + span.start // GRID, span.day * STEPS - (-span.end // GRID)))
        beside: dict[str, list[Sitting]] = defaultdict(list)
        for sitting in task.sittings:
            if sitting.alongside:
                beside[sitting.alongside].append(sitting)
        self.units = tuple(self._unit(number, (sitting, *beside[sitting.key])) for number, sitting in enumerate(
            sitting for sitting in task.sittings if not sitting.alongside))
        self.can_begin = all(len(unit.starts) and all(need.names for need in unit.needs) for unit in self.units)
        self.where: dict[Unit, Spot] = {}
        self._taken: dict[tuple[str, str], dict[Unit, int]] = defaultdict(dict)
        """Post or room → what it is taken for, and how many minutes of work that is."""
        count = len(self.units)
        self._weight = np.ones((count, count), np.float32)
        """How much it is against the putting in of one unit (row) that another one would have to go for it."""
        self._is_for = np.zeros((len(self._row_of), count), np.float32)
        """Whether each post or room (row) is taken for each unit."""
        self._begin = np.full(count, NOT_THERE, np.int32)
        self._end = np.full(count, NOT_THERE, np.int32)
        of_series: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            of_series[unit.sittings[0].series].append(unit)
        self._same = {unit: [one for one in of_series[unit.sittings[0].series] if one is not unit] for unit in self.units}
        self._met = {unit: [other for other in self.units if other is not unit and unit.sittings[0].meets(other.sittings[0])]
                     for unit in self.units}
        self._meets = np.zeros((count, count), np.float32)
        for unit, others in self._met.items():
            self._meets[unit.number, [other.number for other in others]] = 1

    def _unit(self, number: int, sittings: tuple[Sitting, ...]) -> Unit:
        length = max(-(-sitting.minutes // GRID) for sitting in sittings)
        may = np.ones(WEEK, bool)
        for sitting in sittings:
            may &= _starts(sitting.minutes, sitting.spans)
        needs = []
        for part, sitting in enumerate(sittings):
            for post, people in (("lead", sitting.leads), ("co_lead", sitting.co_leads), ("other_lead", sitting.other_leads)):
                if people:
                    rows = [_starts(sitting.minutes, self._workers[name].spans if post == "other_lead"
                                    else self._workers[name].spans_for(sitting)) for name in people]
                    needs.append(self._need("post", part, post, people, [row & may for row in rows]))
            for room, rooms in (("room", sitting.rooms), ("other_room", sitting.other_rooms)):
                if rooms:
                    needs.append(self._need("room", part, room, rooms, [may & ~self._closed(name, length) for name in rooms]))
        for need in needs:
            may &= (need.never < FAR).any(axis=0)
        starts = np.flatnonzero(may).astype(np.int32)
        return Unit(number, sittings, length, starts, tuple(
            replace(need, never=need.never[:, starts].astype(np.float32)) for need in needs))

    def _need(self, kind: str, part: int, of: str, names: Sequence[str], rows: Sequence[Row]) -> Need:
        able = [(name, row) for name, row in zip(names, rows, strict=True) if row.any()]
        never = np.array([np.where(row, 0, FAR) for _, row in able], np.int32).reshape(len(able), WEEK)
        places = [self._row_of.setdefault((kind, name), len(self._row_of)) for name, _ in able]
        return Need(kind, part, of, tuple(name for name, _ in able), np.array(places, np.intp), never)

    def _closed(self, room: str, length: int) -> Row:
        closed = np.zeros(WEEK, bool)
        for first, last in self._shut[room]:
            closed[max(first - length + 1, 0) : last] = True
        return closed

    def in_the_way(self, unit: Unit) -> tuple[Row, list[Any]]:
        """What would have to go at each of its starts for a unit to be put in, and of that for each candidate of each need."""
        weights = self._weight[unit.number]
        # Two stretches meet where one has begun before the other ends, and has not ended before it begins.
        meeting = (self._begin < unit.starts[:, None] + unit.length).astype(np.float32)
        meeting -= self._end <= unit.starts[:, None]
        rows = np.concatenate([self._meets[unit.number, None], *(self._is_for[need.rows] for need in unit.needs)])
        against = (meeting @ (rows * weights).T).T
        whole = against[0]
        for other in self._same[unit]:
            if other in self.where:
                whole[unit.starts // STEPS == self.where[other].start // STEPS] += weights[other.number]
        of_need, row = [], 1
        for need in unit.needs:
            costs = against[row : row + len(need.names)] + need.never
            row += len(need.names)
            if need.kind == "post":
                for cost, name in zip(costs, need.names, strict=True):
                    hours = sum(self._taken["post", name].values()) + unit.sittings[need.part].minutes
                    if hours > self._workers[name].minutes_most:
                        cost += 1
            of_need.append(costs)
            whole += costs.min(axis=0)
        return whole, of_need

    def put(self, unit: Unit, start: int, chosen: tuple[str, ...]) -> list[Unit]:
        """Put a unit in; what had to go for it, itself where it cannot be there."""
        gone = dict.fromkeys(self._opposing(unit, start, chosen))
        for other in gone:
            self._take_out(other, unit)
        self.where[unit] = Spot(start, chosen)
        self._begin[unit.number], self._end[unit.number] = start, start + unit.length
        for need, name in zip(unit.needs, chosen, strict=True):
            self._taken[need.kind, name][unit] = unit.sittings[need.part].minutes if need.kind == "post" else 0
            self._is_for[self._row_of[need.kind, name], unit.number] = 1
        for need, name in zip(unit.needs, chosen, strict=True):
            while need.kind == "post" and unit in self.where and (
                    too_much := self._too_much(self._workers[name], start // STEPS)) is not None:
                others = [other for other in too_much if other is not unit]
                out = min(others, key=lambda one: (self._weight[unit.number, one.number], one.number)) if others else unit
                self._take_out(out, unit)
                gone[out] = None
        return [*gone]

    def _opposing(self, unit: Unit, start: int, chosen: Sequence[str]) -> Iterator[Unit]:
        """What has its place where a unit is to go."""
        rivals = [other for other in self._met[unit] if other in self.where]
        for need, name in zip(unit.needs, chosen, strict=True):
            rivals += self._taken[need.kind, name]
        for other in rivals:
            there = self.where[other].start
            if there < start + unit.length and start < there + other.length:
                yield other
        yield from (other for other in self._same[unit]
                    if other in self.where and self.where[other].start // STEPS == start // STEPS)

    def _take_out(self, unit: Unit, to_put_in: Unit) -> None:
        self._weight[to_put_in.number, unit.number] += 1
        for need, name in zip(unit.needs, self.where.pop(unit).chosen, strict=True):
            del self._taken[need.kind, name][unit]
            self._is_for[self._row_of[need.kind, name], unit.number] = 0
        self._begin[unit.number] = self._end[unit.number] = NOT_THERE

    def _too_much(self, worker: Worker, day: int) -> Sequence[Unit] | None:
        """Of what a post leads one piece has to go, for there are too many hours or no break that day; nothing if all is well.
        """
        taken = self._taken["post", worker.name]
        if sum(taken.values()) > worker.minutes_most:
            return [*taken]
        today = [unit for unit in taken if self.where[unit].start // STEPS == day]
        if worker.minutes_a_day is not None and sum(taken[unit] for unit in today) > worker.minutes_a_day:
            return today
        for window in worker.breaks:
            spans = worker.break_spans(window) if window.day == day else ()
            if spans and not any(self._is_free(worker, span, today) for span in spans):
                return [unit for unit in today if any(_minutes_in(self.where[unit].start, unit.length, span) for span in spans)]
        return None

    def _is_free(self, worker: Worker, span: Span, today: Sequence[Unit]) -> bool:
        """Whether a post's break has room in a stretch."""
        here = span.start
        for first, last in sorted((spot % STEPS * GRID, (spot % STEPS + unit.length) * GRID)
                                  for unit in today for spot in (self.where[unit].start,)):
            if min(first, span.end) - here >= worker.break_minutes:
                return True
            here = max(here, last)
        return span.end - here >= worker.break_minutes

    def begin_from(self, near: Mapping[str, Placement]) -> None:
        """Put in what may lie where another week has it."""
        for unit in self.units:
            spots = [near.get(sitting.key) for sitting in unit.sittings]
            if spots[0] is None or None in spots:
                continue
            start = spots[0].day * STEPS + spots[0].start // GRID
            chosen = tuple(str(getattr(spots[need.part], need.field)) for need in unit.needs)
            at = int(np.searchsorted(unit.starts, start))
            if at < len(unit.starts) and unit.starts[at] == start and not any(
                    True for _ in self._opposing(unit, start, chosen)) and all(
                    name in need.names and need.never[need.names.index(name), at] < FAR
                    for need, name in zip(unit.needs, chosen, strict=True)):
                self.put(unit, start, chosen)

    def placements(self) -> tuple[Placement, ...]:
        """Every sitting that has its place, in the order of the clock."""
        found = []
        for unit, spot in self.where.items():
            for part, sitting in enumerate(unit.sittings):
                names = {need.field: name for need, name in zip(unit.needs, spot.chosen, strict=True) if need.part == part}
                found.append(Placement(sitting.key, spot.start // STEPS, spot.start % STEPS * GRID, names.pop("lead"), **names))
        return tuple(sorted(found, key=lambda one: (one.day, one.start, one.key)))


def _starts(minutes: int, spans: Sequence[Span]) -> Row:
    """At which steps something of this length may begin so that it ends within one of these stretches."""
    found = np.zeros(WEEK, bool)
    for span in spans:
        first, last = span.day * STEPS + -(-span.start // GRID), span.day * STEPS + (span.end - minutes) // GRID
        if last >= first:
            found[first : last + 1] = True
    return found


def _minutes_in(start: int, length: int, span: Span) -> int:
    first = start % STEPS * GRID
    return max(min(first + length * GRID, span.end) - max(first, span.start), 0)
