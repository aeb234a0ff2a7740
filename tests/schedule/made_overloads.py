"""Made houses to which something is added that can never be: every kind of overload, one after another."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from tests.schedule.made_houses import DAYS, OF_EACH_KIND, Activity, date_of, described
from tests.schedule.made_weeks import SMALL, House, a_house

FEW = replace(SMALL, activities=(1, 3), sittings_most=8)
GUEST = "guest"
"""The role of the one post that an overload asks too much of."""


def an_overload(seed: int) -> House:
    """A house with a sound week and one demand more than can be met."""
    house, rng = a_house(seed, FEW), random.Random(-seed)
    house.name, names = f"overload-{seed:04d}", sorted(OVERLOADS)
    house.overload = names[seed % len(names)]
    house.programme["staff"]["guest"] = {
        "title": {"id": "Tamu", "en": "Guest"}, "role": GUEST, "available": [{"days": "mon-sun", "hours": "07:00-21:30"}]}
    OVERLOADS[house.overload](rng, house)
    return house


def _add(house: House, *activities: Activity, **more: Any) -> None:
    taken = set(house.programme["components"]["add"])
    free = iter(sorted({f"{kind}-{n}" for kind in ("circle", "talk") for n in range(1, OF_EACH_KIND + 1)} - taken))
    for activity in activities:
        name = next(name for name in free if name.startswith(activity.kind or "circle"))
        house.programme["components"]["add"][name] = {**described(replace(activity, name=name)), **more}


def _wanted(**changes: Any) -> Activity:
    given = {"name": "circle-0", "roles": ("counsellor", "companion", "chair", GUEST), "audience": ("group-1",),
             "days": (0,), "window": (8 * 60, 12 * 60), **changes}
    return Activity(**given)


def two_pins_at_once(rng: random.Random, house: House) -> None:
    day = rng.randrange(6)
    _add(house, _wanted(minutes=60, days=(day,)), at={DAYS[day]: "09:00"})
    _add(house, _wanted(minutes=45, days=(day,)), at={DAYS[day]: "09:30"})


def more_than_a_morning_holds(rng: random.Random, house: House) -> None:
    day = rng.randrange(6)
    _add(house, *(_wanted(minutes=90, days=(day,)) for _ in range(3)))


def one_room_for_all(rng: random.Random, house: House) -> None:
    groups = len(house.programme["groups"])
    wanted = _wanted(minutes=60, audience="each", days=(rng.randrange(6),), room="room-1", most=1000,
                     window=(8 * 60, 8 * 60 + groups * 120 - 15))
    _add(house, wanted, wanted)


def more_than_the_hours_of_a_week(rng: random.Random, house: House) -> None:
    house.programme["staff"]["guest"]["hours_per_week"] = 4
    _add(house, _wanted(minutes=75, times=3, roles=(GUEST,), days=tuple(range(7))),
         _wanted(minutes=60, roles=(GUEST,), days=tuple(range(7))))


def more_than_the_hours_of_a_day(rng: random.Random, house: House) -> None:
    house.programme["staff"]["guest"]["hours_per_day"] = 2
    day = rng.randrange(6)
    _add(house, *(_wanted(minutes=m, roles=(GUEST,), days=(day,)) for m in (60, 75)))


def the_only_leader_is_away(rng: random.Random, house: House) -> None:
    day = rng.randrange(6)
    house.programme["staff"]["guest"]["leave"] = [date_of(day)]
    _add(house, _wanted(roles=(GUEST,), days=(day,)))


def one_leader_for_two_faiths(rng: random.Random, house: House) -> None:
    _add(house, _wanted(roles=(GUEST,), alongside=(GUEST,), days=tuple(range(7))))


def more_days_than_the_leader_works(rng: random.Random, house: House) -> None:
    house.programme["staff"]["guest"]["available"] = [{"days": ["tue", "sat"], "hours": "07:00-21:30"}]
    _add(house, _wanted(roles=(GUEST,), times=3, days=tuple(range(7))))


def more_talks_than_the_morning_holds(rng: random.Random, house: House) -> None:
    size = house.programme["groups"]["group-1"]["size"]
    house.programme["staff"]["guest"]["available"] = [{"days": ["wed"], "hours": f"08:00-{8 + (size - 1):02d}:45"}]
    _add(house, _wanted(name="talk-0", minutes=60, roles=(GUEST,), days=tuple(range(7)), window=(8 * 60, 14 * 60)))


def the_only_room_is_closed(rng: random.Random, house: House) -> None:
    day = rng.randrange(6)
    house.programme["rooms"]["annexe"] = {"title": {"id": "Paviliun", "en": "Annexe"}, "capacity": 90,
                                          "closed": [date_of(day)]}
    _add(house, _wanted(room="annexe", days=(day,)))


OVERLOADS = {function.__name__.replace("_", " "): function for function in (
    two_pins_at_once, more_than_a_morning_holds, one_room_for_all, more_than_the_hours_of_a_week,
    more_than_the_hours_of_a_day, the_only_leader_is_away, one_leader_for_two_faiths, more_days_than_the_leader_works,
    more_talks_than_the_morning_holds, the_only_room_is_closed)}
