"""Houses made by chance whose week is known to fit: what the timetable engine is proved and measured on.

A hidden week is planted first: sittings are laid one by one into an empty table of residents, posts and rooms. Windows,
days, working hours and pins are then drawn around what was planted, sometimes with no room to spare, so every house has at
least one sound week and a search that finds none is wrong. ``made_overloads`` adds what can never fit.

Everything here is plain data and knows nothing of the engine; a house becomes a programme as an author would write it.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tests.schedule.made_houses import (
    DAY,
    DAYS,
    KINDS,
    OF_EACH_KIND,
    PLACE,
    STARTS,
    Activity,
    Piece,
    at_work,
    audiences,
    both,
    date_of,
    described,
    frame_of,
    has_a_break,
    leaders_of,
    on_dates,
    pieces,
    rooms_of,
    written,
)


@dataclass(frozen=True)
class Size:
    """How large the houses are: each pair is the least and the most."""

    groups: tuple[int, int] = (1, 3)
    residents: tuple[int, int] = (2, 5)
    """In one group."""
    staff: tuple[int, int] = (3, 6)
    rooms: tuple[int, int] = (2, 4)
    activities: tuple[int, int] = (2, 5)
    """Components it runs; the fewer, the more of them are held often."""
    sittings_most: int = 12
    thorough: bool = False
    """Whether every place is looked through where guesses find none: fuller weeks, slower made."""
    tight: bool = True
    """Whether windows, days and working hours are drawn close around the hidden week; else they stay as wide as they were."""


SMALL = Size()
GUESSES = 60


@dataclass(frozen=True)
class Held:
    """One planted session. ``start`` counts minutes after midnight and includes the way there."""

    activity: Activity
    piece: Piece
    day: int
    start: int
    people: tuple[str, ...]
    rooms: tuple[str, ...]


@dataclass
class House:
    """A made house: its programme as plain data, and the hidden week that proves it possible."""

    name: str
    programme: dict[str, Any]
    activities: list[Activity] = field(default_factory=list)
    hidden: list[Held] = field(default_factory=list)
    overload: str = ""
    """What was added so that no week fits; nothing for a house that does."""

    @property
    def sittings(self) -> int:
        return len(self.hidden) + sum(len(held.activity.alongside) for held in self.hidden)


class Table:
    """Who and what is taken when, in minutes from Monday's midnight."""

    def __init__(self) -> None:
        self.taken: dict[str, list[tuple[int, int]]] = {}

    def free(self, thing: str, start: int, end: int) -> bool:
        return all(b <= start or end <= a for a, b in self.taken.get(thing, ()))

    def take(self, thing: str, start: int, end: int) -> None:
        self.taken.setdefault(thing, []).append((start, end))


def a_house(seed: int, size: Size = SMALL, activities: Sequence[Activity] | None = None) -> House:
    """A house by chance; the same seed gives the same house. ``activities`` may be given instead of drawn."""
    rng = random.Random(seed)
    programme = _empty_house(rng, size)
    house = House(f"made-{seed:04d}", programme)
    table, wanted = Table(), rng.randint(*size.activities)
    for activity in activities if activities is not None else _activities(rng, size, programme):
        if activities is None and len(house.activities) >= wanted:
            break
        planted = _plant(rng, table, programme, activity, size.thorough)
        while size.thorough and not planted and activity.times > 1:  # as often as there is room for
            activity = replace(activity, times=activity.times - 1)
            planted = _plant(rng, table, programme, activity, size.thorough)
        if planted and house.sittings + len(planted) * (1 + len(activity.alongside)) <= size.sittings_most:
            for held in planted:
                _take(table, held)
            house.hidden += planted
            house.activities.append(activity)
    _write_down(rng, house, size.tight)
    return house


def _empty_house(rng: random.Random, size: Size) -> dict[str, Any]:
    groups = {f"group-{n}": {"title": both(f"Group {n}"), "size": rng.randint(*size.residents), "phase": "primary",
                             **({"sex": rng.choice(("woman", "man"))} if rng.random() < 0.3 else {})}
              for n in range(1, rng.randint(*size.groups) + 1)}
    sizes = [group["size"] for group in groups.values()]
    people = sum(sizes)
    roles = ("counsellor", "companion", "chair")
    staff = {}
    for n in range(1, rng.randint(*size.staff) + 1):
        role = roles[(n - 1) % 3] if n <= 3 else rng.choice(roles)
        staff[f"post-{n:02d}"] = {
            "title": both(f"Post {n}"), "role": role, "sex": rng.choice(("woman", "man")),
            "available": rng.choice(WORKING), **({"also": [rng.choice(roles)]} if rng.random() < 0.3 else {}),
            **({"leave": [date_of(rng.randrange(7))]} if rng.random() < 0.2 else {})}
    rooms = {"room-1": {"title": both("Room 1"), "capacity": people, "features": ["quiet"]}}
    for n in range(2, rng.randint(*size.rooms) + 1):
        rooms[f"room-{n}"] = {
            "title": both(f"Room {n}"), "capacity": rng.choice((2, max(sizes), people)),
            "features": rng.choice(([], ["quiet"])),
            **({"sex": rng.choice(("woman", "man"))} if rng.random() < 0.15 else {}),
            **({"closed": [date_of(rng.randrange(7))]} if rng.random() < 0.2 else {})}
    return {
        "title": both("Made house"), "example": both("For tests only."), "philosophy": [both("Help one another.")],
        "organisation": {"name": "Made"}, "place": PLACE, "starts": STARTS, "edition": "1", "model": "tc",
        "target": {"sexes": ["woman", "man"], "ages": [18, 60], "who": both("Adults.")},
        "phases": [{"phase": "primary", "weeks": 2}], "groups": groups, "staff": staff, "rooms": rooms,
        "day_types": _day_types(rng, list(groups)), "languages": ["id", "en"],
    }


WORKING = (
    [{"days": "mon-sun", "hours": "07:00-21:30"}],
    [{"days": "mon-fri", "hours": "07:00-16:00"}],
    [{"days": "mon-sat", "hours": "08:00-12:30"}, {"days": "mon-fri", "hours": "13:30-21:00"}],
    [{"days": ["tue", "thu", "sat", "sun"], "hours": "09:00-21:30"}],
)


def _day_types(rng: random.Random, groups: list[str]) -> dict[str, Any]:
    lunch = rng.choice(("12:30", "12:45"))
    chores = {"title": both("Chores"), "kind": "chores", "at": "16:30", "minutes": 60}
    frame = [
        {"title": both("Breakfast"), "kind": "meal", "at": "07:00", "minutes": rng.choice((30, 45, 60))},
        {"title": both("Dzuhur"), "kind": "prayer", "after": "dzuhur", "minutes": 20, "voluntary": True},
        {"title": both("Lunch"), "kind": "meal", "at": lunch, "minutes": 45},
        *([{**chores, "groups": [rng.choice(groups)]}] if rng.random() < 0.4 else []),
        {"title": both("Free time"), "kind": "free", "at": "17:30", "minutes": 90},
        {"title": both("Night rest"), "kind": "night-rest", "at": "21:30", "until": "05:30"},
    ]
    free_afternoon = {"title": both("Free"), "kind": "free", "at": "14:00", "until": "17:00"}
    sunday = [*frame[:3], free_afternoon, *(item for item in frame[3:] if item["title"]["en"] != "Chores")]
    return {"weekday": {"title": both("Weekday"), "days": "mon-sat", "holiday": True, "frame": frame},
            "sunday": {"title": both("Sunday"), "days": ["sun"], "frame": sunday}}


def _activities(rng: random.Random, size: Size, programme: dict[str, Any]) -> Iterator[Activity]:
    groups = list(programme["groups"])
    names = [f"{kind}-{n}" for kind in KINDS for n in range(1, OF_EACH_KIND + 1)]
    for name in rng.sample(names, min(4 * size.activities[1], len(names))):  # many find no place
        kind = name.rpartition("-")[0]
        low = rng.choice((8, 9, 13, 13.5, 19)) * 60
        joined = tuple(groups[:2]) if len(groups) > 1 else "each"
        yield Activity(
            name, rng.choice((30, 45, 60, 75, 90)), 1 if kind == "talk" else rng.choice((1, 1, 2, 3)),
            roles=tuple(rng.sample(("counsellor", "companion", "chair"), rng.choice((1, 1, 2)))),
            co_roles=rng.choice(((), (), ("companion",), ("counsellor", "chair"))),
            audience="all" if kind == "meeting" else "each" if kind == "talk" else rng.choice(("each", "all", (joined,)))
            if joined != "each" else "each",
            most=rng.choice((99, 99, 3)), travel=rng.choice((0, 0, 0, 10, 15)), same_sex=rng.random() < 0.15,
            alongside=rng.choice(((), (), (), ("companion",), ("chair",))) if kind in ("circle", "meeting") else (),
            window=(int(low), int(low + rng.choice((2, 3, 4, 8)) * 60)),
            days=tuple(sorted(rng.sample(range(7), rng.choice((3, 5, 7))))),
            room=rng.choice(list(programme["rooms"])) if rng.random() < 0.2 else None,
            pinned=kind != "talk" and rng.random() < 0.2)


def _plant(
    rng: random.Random, table: Table, programme: dict[str, Any], activity: Activity, thorough: bool
) -> list[Held]:
    """Every session the activity needs in free places, or nothing."""
    trial = Table()
    trial.taken = {thing: list(taken) for thing, taken in table.taken.items()}
    planted: list[Held] = []
    times: dict[int, int] = {}  # a pinned activity: day → its start
    for piece in pieces(programme, activity):
        used: set[int] = set()
        for _ in range(activity.times):
            held = _place(rng, trial, programme, activity, piece, used, times, thorough)
            if held is None:
                return []
            used.add(held.day)
            if activity.pinned:
                times[held.day] = held.start
            _take(trial, held)
            planted.append(held)
    return planted


def _place(
    rng: random.Random, table: Table, programme: dict[str, Any], activity: Activity, piece: Piece, used: set[int],
    times: dict[int, int], thorough: bool,
) -> Held | None:
    days = [day for day in activity.days if day not in used]
    low, high = activity.window[0], activity.window[1] - activity.minutes
    groups = {group for group, _, _ in piece}
    if activity.pinned:  # a pin holds for everybody who has it
        groups = {group for audience in audiences(programme, activity) for group in audience}
    frames = {day: [slot for group in sorted(groups) for slot in frame_of(programme, day, group)] for day in days}
    leads, places = leaders_of(programme, activity, piece), rooms_of(programme, activity, piece)
    residents = [f"{group}#{n}" for group, first, last in piece for n in range(first, last + 1)]
    if not days or high < low or not all((*leads, *places)):
        return None
    guesses = ((rng.choice(days), rng.randrange(low, high + 1, 5)) for _ in range(GUESSES))
    everywhere = ((day, start) for day in rng.sample(days, len(days)) for start in range(low, high + 1, 5))
    for day, begins in itertools.chain(guesses, everywhere if thorough else ()):
        start = times.get(day, begins - activity.travel)
        if times and thorough:
            start = next(iter(times.values()))
        end = start + activity.length
        if any(a < end and start < b for a, b in frames[day]):
            continue
        a, b = day * DAY + start, day * DAY + end
        if not all(table.free(resident, a, b) for resident in residents):
            continue
        there = {name for names in leads for name in names if at_work(programme, name, day, start, end)}
        open_ = {name for name, room in programme["rooms"].items() if not on_dates(room.get("closed", ()), day)}
        people, rooms = _free(rng, table, leads, a, b, there), _free(rng, table, places, a, b, open_)
        if people and rooms:
            return Held(activity, piece, day, start, people, rooms)
    return None


def _free(
    rng: random.Random, table: Table, wanted: Sequence[Sequence[str]], a: int, b: int, there: Collection[str]
) -> tuple[str, ...]:
    """One free person or room from each list; nothing where one is missing."""
    chosen: list[str] = []
    for candidates in wanted:
        free = [name for name in candidates if name not in chosen and table.free(name, a, b) and name in there]
        if not free:
            return ()
        chosen.append(rng.choice(free))
    return tuple(chosen)


def _take(table: Table, held: Held) -> None:
    a = held.day * DAY + held.start
    residents = [f"{group}#{n}" for group, first, last in held.piece for n in range(first, last + 1)]
    for thing in (*residents, *held.people, *held.rooms):
        table.take(thing, a, a + held.activity.length)


def _write_down(rng: random.Random, house: House, tight: bool) -> None:
    """Draw windows, days, pins and working hours around the hidden week, and put the components into the programme."""
    programme, chosen = house.programme, {}
    for index, activity in enumerate(house.activities):
        held = [one for one in house.hidden if one.activity is activity]
        first = min(one.start for one in held) + activity.travel
        last = max(one.start for one in held) + activity.travel + activity.minutes
        slack = rng.choice((0, 0, 15, 30, 60, None)) if tight else None
        low, high = activity.window if slack is None else (max(first - slack, 6 * 60), min(last + slack, DAY))
        days = set(activity.days) if not tight or rng.random() < 0.5 else {one.day for one in held}
        house.activities[index] = after = replace(activity, window=(low, high), days=tuple(sorted(days)))
        house.hidden = [replace(one, activity=after) if one.activity is activity else one for one in house.hidden]
        chosen[activity.name] = described(after)
        if activity.pinned:
            chosen[activity.name]["at"] = {DAYS[one.day]: written(one.start + activity.travel) for one in held}
    programme["components"] = {"add": chosen}
    for name, post in programme["staff"].items():
        by_day = [sum(one.activity.length for one in house.hidden if name in one.people and one.day == day) for day in range(7)]
        least = -(-sum(by_day) // 60)
        post["hours_per_week"] = min(least + rng.choice((0, 0, 2, 40)), 60) or 1 if tight else max(least, 40)
        if tight and rng.random() < 0.3:
            post["hours_per_day"] = min(-(-max(by_day) // 60) + rng.choice((0, 1)), 16) or 1
        post["break_minutes"] = next((minutes for minutes in rng.sample((15, 30, 45), 3)
                                      if all(has_a_break(programme, name, day, minutes, _busy(house, name, day))
                                             for day in range(7))), 0)


def _busy(house: House, name: str, day: int) -> list[tuple[int, int]]:
    return [(one.start, one.start + one.activity.length) for one in house.hidden if name in one.people and one.day == day]
