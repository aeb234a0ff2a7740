"""Changes for what a component lacks outright: somebody to lead it, a room, hours, days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.language import Text
from generator.model.design import Design, Planned
from generator.model.values import DAYS, clock, runs_of
from generator.model.week import DAY, GRID, WeekTask
from generator.problem import Phrase, Problem
from generator.schedule.day_hours import HOURS_TOO_FEW, listed
from generator.schedule.on_frame import ON_THE_FRAME
from generator.schedule.remedies.changes import new_posts, new_rooms, of_component, of_room
from generator.schedule.remedies.family import Family, Proposal, family
from generator.schedule.remedies.longer_day import longer_day
from generator.schedule.remedies.off_the_frame import off_the_frame
from generator.schedule.remedies.proposals import for_component
from generator.schedule.remedies.shorter import shortened
from generator.schedule.task import WeekPlan
from generator.schedule.why_not.dated import from_to

NOBODY, NO_ROOM, TOO_FEW_DAYS = ("TC403", "TC413"), ("TC404", "TC433"), "TC409"

ROOM_FOR = {"id": "Ruang untuk ", "en": "Room for "}
"""What a room is called that its author has not named yet."""

SOME_MINUTES = (120, 90, 60, 30)
"""Minutes that are tried of a session and of a way that are too long."""

WORKDAYS, LONGEST = 5, 9 * 60
"""Days on which a new post comes, and most minutes from coming to going."""


def families_for(
    design: Design, plans: Sequence[WeekPlan], plan: WeekPlan, problem: Problem, planned: Planned,
    waiting: Sequence[Planned],
) -> Iterator[Family]:
    """Changes that might mend what a component lacks outright; ``waiting`` are those that lack the same."""
    if problem.code in NOBODY:
        yield from _new_post(design, waiting, problem.args)
    if problem.code in NO_ROOM:
        yield from _divided(design, planned)
        yield from _new_room(design, planned, problem.args)
    if problem.code == HOURS_TOO_FEW:
        yield from longer_day(design, problem.args, plan.days)
    if problem.code == ON_THE_FRAME:
        yield from off_the_frame(design, plans, planned, problem.args)
    if problem.code == TOO_FEW_DAYS and not planned.times:
        yield from _as_days_allow(design, planned, problem.args)
    if problem.code == "TC405" and not planned.times:
        yield from _as_there_is_room(design, planned, problem.args)
    if problem.code == "TC413":
        yield from _led_by_either_sex(design, planned)
    yield from _longer_on_such_days(design, planned)
    yield from for_component(design, plan, planned, WeekTask((), (), (), (), ()))


def _new_post(design: Design, waiting: Sequence[Planned], args: Mapping[str, object]) -> Iterator[Family]:
    """Somebody with the role that nobody has, at work when what waits for them may be held."""
    roles, sex = args["roles"], args.get("sex")
    assert isinstance(roles, list)
    role = next((role for role in roles if role in design.catalogue.roles), None)
    if role is None:
        return
    title = design.catalogue.roles[role].title
    first = min(min(pins.values()) if (pins := one.settings.at) else one.component.window[0] for one in waiting)
    last = max(max(pins.values()) + one.minutes if (pins := one.settings.at) else one.component.window[1] for one in waiting)
    last = min(last, DAY - GRID)  # nobody goes home at 24:00
    hours = dict.fromkeys(((first, min(first + LONGEST, last)), (max(last - LONGEST, first), last)))
    days = [day for day in DAYS if any(day in one.component.days for one in waiting)][:WORKDAYS]
    yield from family("new-post", [Proposal(
        Phrase("remedies.new-post", {
            "count": count, "role": title, "sex": Phrase(f"remedies.{sex}") if sex else "",
            "from": clock(start), "to": clock(end),
            "days": [from_to(*run) for run in runs_of([DAYS.index(day) for day in days])]}),
        new_posts(design, role, title, count, days, (start, end), str(sex) if sex else None))
        for count in (1, 2) for start, end in hours],
        new=True)


def _new_room(design: Design, planned: Planned, args: Mapping[str, object]) -> Iterator[Family]:
    """A room with all that is needed, or two where something else is offered at the same time; or one that holds more than
    was thought."""
    size, component, others = args["size"], planned.component, others_of(args)
    assert isinstance(size, int)
    wanting = [planned, *(one for one in design.components.values() if one.component.title in others)]
    features = tuple(dict.fromkeys(feature for one in wanting for feature in one.component.room.features))
    yield from family("capacity", [
        Proposal(Phrase("remedies.capacity", {"room": room.title, "size": size, "was": room.capacity}),
                 of_room(design, name, capacity=size)) for name, room in design.programme.rooms.items()
        if room.capacity < size and set(features) <= set(room.features) and planned.settings.room in (None, name)])
    title = Text.of({language: f"{ROOM_FOR.get(language, '')}{text}" for language, text in component.title})
    yield from family("more-rooms", [Proposal(
        Phrase("remedies.new-room", {"name": component.title, "count": count, "size": size, "features": [
            design.catalogue.features[feature].title for feature in features] or ["–"]}),
        new_rooms(design, planned.name, title, count, size, features)) for count in (1, 2)], new=True)


def _divided(design: Design, planned: Planned) -> Iterator[Family]:
    """Held in parts that go into the largest room that is otherwise fit."""
    component, most = planned.component, 0
    for name, room in design.programme.rooms.items():
        if set(component.room.features) <= set(room.features) and planned.settings.room in (None, name):
            most = max(most, room.capacity)
    if component.mode != "individual" and component.group_size.least <= most < component.group_size.most:
        yield from family("divided", [Proposal(
            Phrase("remedies.divided", {"name": component.title, "most": most}),
            of_component(design, planned.name, group_size={"least": component.group_size.least, "most": most}))])


def _as_days_allow(design: Design, planned: Planned, args: Mapping[str, object]) -> Iterator[Family]:
    """As often as it has days, or on as many days more as it is to be held."""
    component, count, days = planned.component, args["count"], args["days"]
    assert isinstance(count, int) and isinstance(days, int)
    more = [day for day in DAYS if day not in component.days][:count - days]
    if more:
        yield from family("more-days", [Proposal(
            Phrase("remedies.more-days", {"name": component.title, "day": [Phrase(f"days.{day}") for day in more]}),
            of_component(design, planned.name, days=[day for day in DAYS if day in (*component.days, *more)]))])
    if days:
        yield from family("less-often", [Proposal(
            Phrase("remedies.less-often", {"name": component.title, "count": days, "was": count}),
            of_component(design, planned.name, how_often={"each_week": days}))])


def _as_there_is_room(design: Design, planned: Planned, args: Mapping[str, object]) -> Iterator[Family]:
    """As short as the longest stretch that is free, or an hour or two, if its core steps go into that; or less time on the
    way."""
    longest, way = args["longest"], planned.settings.travel_minutes or 0
    assert isinstance(longest, int)
    yield from family("shorter", [shorter for minutes in ((longest - 2 * way) // GRID * GRID, *SOME_MINUTES)
                                  for shorter in shortened(design, planned, minutes) if minutes <= longest])
    yield from family("shorter-way", [Proposal(
        Phrase("remedies.shorter-way", {"name": planned.component.title, "minutes": minutes, "was": way}),
        of_component(design, planned.name, travel_minutes=minutes)) for minutes in SOME_MINUTES if minutes < way])


def _led_by_either_sex(design: Design, planned: Planned) -> Iterator[Family]:
    """Where the house and not the catalogue asks for somebody of the group's own sex."""
    if planned.settings.same_sex and not planned.component.led_by.same_sex:
        yield from family("any-sex", [Proposal(Phrase("remedies.any-sex", {"name": planned.component.title}),
                                               of_component(design, planned.name, same_sex=False))])


def _longer_on_such_days(design: Design, planned: Planned) -> Iterator[Family]:
    """A window of its own on one kind of day as long as it lasts, or some hours longer."""
    known = planned.settings.by_day_type or {}
    written = {name: one.model_dump(mode="json", exclude_unset=True) for name, one in known.items()}
    for kind, here in known.items():
        if here.window and here.window[1] - here.window[0] < planned.minutes:
            start = here.window[0]
            yield from family("wider", [Proposal(
                Phrase("remedies.wider", {"name": planned.component.title, "window": window, "was": "-".join(
                    map(clock, here.window))}),
                of_component(design, planned.name, by_day_type={**written, kind: {**written[kind], "window": window}}))
                for minutes in (planned.minutes, planned.minutes + 60, planned.minutes + 180)
                if (window := f"{clock(start)}-{clock(min(start + minutes, DAY - GRID))}")])


def others_of(args: Mapping[str, object]) -> list[object]:
    """The other components that go without a room, or without a time, for the same reason."""
    same = args.get("same")
    return listed(same.args["names"]) if isinstance(same, Phrase) else listed(args.get("all"))
