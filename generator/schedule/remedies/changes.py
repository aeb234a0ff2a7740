"""Changes of a programme, each as an author would write it and as the design it makes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.language import Text
from generator.load import as_written
from generator.model.adjustment import PROGRAMME_ONLY_FIELDS, Adjustment, Time
from generator.model.component import Frequency
from generator.model.design import Design, Planned
from generator.model.house import Person, Room
from generator.model.values import DAYS, clock
from generator.model.week import Day, WeekTask
from generator.schedule.agreed import agree
from generator.schedule.frame import frames
from generator.schedule.task import WeekPlan, task_of


@dataclass(frozen=True)
class Change:
    """One edit of a programme's file."""

    path: tuple[str, ...]
    """``("components", "adjust", "cooking")``."""
    value: Mapping[str, Any]
    """The keys to set there."""
    design: Design
    """What the programme is with it."""
    reframes: bool = False
    """Whether the days run differently with it."""

    @property
    def text(self) -> str:
        """YAML as it stands in the file, each key of the path on a line of its own."""
        nested: Mapping[str, Any] = dict(self.value)
        for key in reversed(self.path):
            nested = {key: nested}
        return as_written(nested)


def of_component(design: Design, name: str, **fields: Any) -> Change:
    """Other values for a component; they stand where the programme's own file adds it, else under ``adjust``."""
    planned = design.components[name]
    adjustment = Adjustment.model_validate(fields)
    given = {key: getattr(adjustment, key) for key in fields}
    given |= {"windows": None} if "window" in given else {}
    of_the_catalogue = {key: value for key, value in given.items() if key not in PROGRAMME_ONLY_FIELDS and key != "minutes"}

    def with_these(one: Planned) -> Planned:
        lead = {"led_by": adjustment.led_by.over(one.component.led_by)} if adjustment.led_by else {}
        named = {"led_by": adjustment.led_by.after(one.settings.led_by)} if adjustment.led_by else {}
        return replace(one, component=one.component.model_copy(update={**of_the_catalogue, **lead}),
                       settings=one.settings.model_copy(update={**given, **named}))

    changed = replace(with_these(planned), times=tuple(map(with_these, planned.times)))
    section = "add" if ("components", "add", name) in design.chain[0].values else "adjust"
    return Change(("components", section, name), fields, replace(design, components={**design.components, name: changed}))


def of_time(design: Design, one: Planned, **fields: Any) -> Change:
    """Other values for a component, of one that has several times for that time alone."""
    if not one.number:
        return of_component(design, one.name, **fields)
    planned, given = design.components[one.name], Time.model_validate(fields)
    new = {key: getattr(given, key) for key in fields}
    times = [time.model_copy(update=new) if at.number == one.number else time
             for time, at in zip(planned.settings.times or (), planned.times, strict=True)]
    of_the_catalogue = {key: value for key, value in new.items() if key not in PROGRAMME_ONLY_FIELDS and key != "minutes"}
    if "days" in new and "how_often" not in new and one.component.how_often.each_week == len(one.component.days):
        of_the_catalogue["how_often"] = Frequency.model_construct(each_week=len(given.days or ()))
    there = replace(one, component=one.component.model_copy(update=of_the_catalogue),
                    settings=one.settings.model_copy(update=new))
    return _with_times(design, one.name, times, tuple(there if time.number == one.number else time for time in planned.times))


def without_time(design: Design, name: str, number: int) -> Change:
    """The programme with one of a component's several times left out, counted from 1."""
    planned = design.components[name]
    times = [time for time, at in zip(planned.settings.times or (), planned.times, strict=True) if at.number != number]
    return _with_times(design, name, times, tuple(time for time in planned.times if time.number != number))


def one_time_for_all(design: Design, name: str, number: int) -> Change:
    """The programme with a component held at one of its several times alone, by all groups together."""
    planned = design.components[name]
    time, at = next((time, at) for time, at in zip(planned.settings.times or (), planned.times, strict=True)
                    if at.number == number)
    everybody: dict[str, object] = {"groups": "all"}
    there = replace(at, settings=at.settings.model_copy(update=everybody))
    return _with_times(design, name, [time.model_copy(update=everybody)], (there,))


def _with_times(design: Design, name: str, times: Sequence[Time], planned_times: tuple[Planned, ...]) -> Change:
    """A component with these several times, as they are written and as they are planned."""
    planned = design.components[name]
    written = [{key: value["every"] if isinstance(value, dict) and list(value) == ["every"] else value
                for key, value in _listed(time.model_dump(mode="json", exclude_unset=True)).items()} for time in times]
    changed = replace(planned, times=planned_times, settings=planned.settings.model_copy(update={"times": tuple(times)}))
    section = "add" if ("components", "add", name) in design.chain[0].values else "adjust"
    return Change(("components", section, name), {"times": written},
                  replace(design, components={**design.components, name: changed}))


def without_component(design: Design, name: str, reason: Text) -> Change:
    """The programme without a component."""
    components = {key: planned for key, planned in design.components.items() if key != name}
    return Change(("components", "off", name), {"reason": _listed(dict(reason.phrases))},
                  replace(design, components=components, left_out={**design.left_out, name: reason}))


def of_post(design: Design, name: str, **fields: Any) -> Change:
    """Other values for a post."""
    person = design.programme.staff[name]
    changed = Person.model_validate({**_plain(person), **fields})
    programme = design.programme.model_copy(update={"staff": {**design.programme.staff, name: changed}})
    return Change(*_entry(design, "staff", name, changed, fields), replace(design, programme=programme))


def more_posts(design: Design, like: str, count: int, title: Text) -> Change:
    """New posts with the role and the hours of one that is there. ``title`` has a place for the number, ``{number}``."""
    pattern = design.programme.staff[like]
    added: dict[str, Person] = {}
    number = sum(person.role == pattern.role for person in design.programme.staff.values())
    while len(added) < count:
        number += 1
        name = f"{pattern.role}-{number}"
        if name not in design.programme.staff:
            added[name] = pattern.model_copy(update={"title": _numbered(title, number), "leave": ()})
    programme = design.programme.model_copy(update={"staff": {**design.programme.staff, **added}})
    return Change(("staff",), {name: _plain(person) for name, person in added.items()}, replace(design, programme=programme))


def new_posts(
    design: Design, role: str, title: Text, count: int, days: Sequence[str], hours: tuple[int, int], sex: str | None
) -> Change:
    """Posts with a role that nobody has."""
    staff, written = dict(design.programme.staff), dict[str, Any]()
    for number in range(1, count + 1):
        name = _free(role, staff)
        called = {language: f"{text} {number}" if count > 1 else text for language, text in title}
        written[name] = {"title": called, "role": role, **({"sex": sex} if sex else {}),
                         "available": [{"days": list(days), "hours": "-".join(map(clock, hours))}]}
        staff[name] = Person.model_validate(written[name])
    return Change(("staff",), {name: _listed(post) for name, post in written.items()},
                  replace(design, programme=design.programme.model_copy(update={"staff": staff})))


def new_rooms(
    design: Design, like: str, title: Text, count: int, capacity: int, features: Sequence[str]
) -> Change:
    """Rooms for a component, by whose name they are called."""
    rooms = dict(design.programme.rooms)
    for number in range(1, count + 1):
        called = Text.of({language: f"{text} {number}" if count > 1 else text for language, text in title})
        rooms[_free(like, rooms)] = Room(title=called, capacity=capacity, features=tuple(features))
    added = {name: _plain(room) for name, room in rooms.items() if name not in design.programme.rooms}
    return Change(("rooms",), added, replace(design, programme=design.programme.model_copy(update={"rooms": rooms})))


def _free(name: str, taken: Collection[str]) -> str:
    """The name, with a number where it is taken."""
    return next(one for one in itertools.chain([name], (f"{name}-{n}" for n in itertools.count(2))) if one not in taken)


def of_room(design: Design, name: str, **fields: Any) -> Change:
    """Other values for a room."""
    changed = Room.model_validate({**_plain(design.programme.rooms[name]), **fields})
    programme = design.programme.model_copy(update={"rooms": {**design.programme.rooms, name: changed}})
    return Change(*_entry(design, "rooms", name, changed, fields), replace(design, programme=programme))


def one_more_room(design: Design, like: str, title: Text) -> Change:
    """A room more, of the same size and with the same features as one that is there."""
    rooms, family = design.programme.rooms, re.sub(r"-\d+$", "", like)
    titles = {room.title for room in rooms.values()}
    number = next(n for n in itertools.count(2) if f"{family}-{n}" not in rooms and _numbered(title, n) not in titles)
    room = rooms[like].model_copy(update={"title": _numbered(title, number), "closed": ()})
    programme = design.programme.model_copy(update={"rooms": {**rooms, f"{family}-{number}": room}})
    return Change(("rooms", f"{family}-{number}"), _plain(room), replace(design, programme=programme))


def days_under(change: Change, plan: WeekPlan) -> tuple[Day, ...]:
    """A week's days with their frame as a change makes them."""
    return frames(change.design, plan.number, [day.calendar for day in plan.days])[0] if change.reframes else plan.days


def task_under(design: Design, plan: WeekPlan) -> WeekTask | None:
    """What a planned week asks under a changed design, with what people have agreed for it; nothing if it is at fault."""
    task, problems = task_of(design, plan)
    if any(problem.is_error for problem in problems):
        return None
    return agree(task, design.agreed[plan.number][0]).task if plan.number in design.agreed else task


def _entry(
    design: Design, section: str, name: str, changed: Person | Room, fields: Mapping[str, Any]
) -> tuple[tuple[str, ...], Mapping[str, Any]]:
    """Only the changed keys where the programme's own file has the entry; the whole entry over an inherited one."""
    own = (section, name) in design.chain[0].values
    return (section, name), fields if own else _plain(changed)


def _plain(thing: Person | Room) -> dict[str, Any]:
    """As an author writes it: nothing that goes without saying."""
    return {key: _listed(value) for key, value in thing.model_dump(mode="json", exclude_defaults=True).items()}


def _listed(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _days(one) if key == "days" else _listed(one) for key, one in sorted(value.items(), key=_id_first)}
    return [_listed(one) for one in value] if isinstance(value, Sequence) and not isinstance(value, str) else value


def _id_first(entry: tuple[str, Any]) -> bool:
    return entry[0] == "en"


def _days(days: Sequence[str]) -> Any:
    """``mon-fri`` where they follow one another."""
    places = [DAYS.index(day) for day in days]
    in_a_row = len(days) > 1 and places == list(range(places[0], places[-1] + 1))
    return f"{days[0]}-{days[-1]}" if in_a_row else list(days)


def _numbered(title: Text, number: int) -> Text:
    return Text.of({language: phrase.replace("{number}", str(number)) for language, phrase in title})
