"""By whom, where and when a component can be held for some people in a week, or why it cannot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.language import Text
from generator.model.adjustment import Beside, posts_named
from generator.model.component import Alternative
from generator.model.design import Design, Planned
from generator.model.house import Person, Room
from generator.model.values import DAYS, clock
from generator.model.week import Day, Span
from generator.problem import Phrase, Problem
from generator.schedule.day_hours import shut_out
from generator.schedule.on_frame import on_frame
from generator.schedule.rounds import arrives_in
from generator.schedule.spans import blocking, longest_gap, spans_of, windows_in, windows_on

MOST_NAMED = 4
"""Frame items named where there is no room left beside them."""

Means = tuple[tuple[tuple[Span, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]
              | None, list[Problem]]
"""When, by whom (leads and co-leads), where, and by whom and where for the alternative; nothing with the reason why not."""


def means_of(
    design: Design, number: int, days: Sequence[Day], planned: Planned, groups: tuple[str, ...], people: int,
    stays_home: bool,
) -> Means:
    """When, by whom and where it can be held, or why not."""
    component, settings = planned.component, planned.settings
    on_arrival = bool(component.how_often.once and "intake" in component.phases
                      and all(arrives_in(design, group, number) for group in groups))
    spans = spans_of(planned, days, groups, on_arrival=on_arrival, stays_home=stays_home)
    if shut := shut_out(design, number, planned, days, spans, groups):
        return None, [shut]
    pinned = on_frame(design, number, planned, days, spans, groups)
    if pinned:
        return None, [pinned]
    minutes = planned.minutes + 2 * (settings.travel_minutes or 0)
    longest = max((span.end - span.start for span in spans), default=0)
    if not spans and nothing_held(design, planned, days, groups):
        return None, []
    windows = windows_in(planned, days) or (component.window,)
    written = ", ".join("-".join(map(clock, window)) for window in windows)
    of_a_kind = set(windows).isdisjoint(settings.windows or (component.window,))
    place = design.place_of(planned, "by_day_type" if of_a_kind else "window")
    longest_window = max(end - start for start, end in windows)
    if longest_window < planned.minutes and not settings.at and not spans:
        return None, [Problem(place, "TC430", {
            "name": component.title, "minutes": planned.minutes, "window": written, "length": longest_window})]
    if not spans or longest < minutes:
        return None, [Problem(place, "TC405", {
            "name": component.title, "minutes": minutes, "window": written, "week": number,
            "way": Phrase("on_the_way", {"minutes": way}) if (way := settings.travel_minutes) else "",
            "longest": longest_gap(planned, days, groups), "items": _in_the_way(planned, days, groups) or ["–"]})]
    sex, of_sex = _sex(design, groups), _leaders_sex(design, planned, groups)
    leads = leads_of(design, planned, groups)
    if not leads:
        if named := posts_named(settings.led_by):
            return None, [none_of_the_named(design, planned, "led_by", component.title, named, of_sex, groups)]
        if of_sex and people_with(design, component.led_by.roles, groups=groups):
            return None, [Problem(design.own_place_of(planned, "led_by", "staff"), "TC413", {
                "name": component.title, "roles": list(component.led_by.roles), "sex": of_sex,
                "group": design.programme.groups[groups[0]].title})]
        return None, [_nobody(design, planned, groups, component.led_by.roles)]
    co_leads = people_with(design, component.led_by.co_lead, of_sex, groups)
    if component.led_by.co_lead and not (set(co_leads) - set(leads) or len(leads) > 1):
        return None, [_nobody(design, planned, groups, component.led_by.co_lead)]
    rooms: tuple[str, ...] = ()
    if not component.off_site:
        rooms = rooms_for(design, () if settings.room else component.room.features, people, groups)
        if settings.room:
            rooms = (settings.room,) if settings.room in rooms else ()
        if not rooms:
            there = [design.programme.rooms[settings.room]] if settings.room else list(design.programme.rooms.values())
            nearest = _nearest_room(design, there, component.room.features, people, groups)
            return None, [Problem(design.own_place_of(planned, "room", "rooms"), "TC433" if settings.room else "TC404", {
                "name": component.title, "features": _titles(design, component.room.features), "size": people,
                "nearest": nearest, "same": "", **(nearest.args if isinstance(nearest, Phrase) else {})})]
    if not component.alternative or component.off_site:
        return (spans, leads, co_leads, rooms, (), ()), []
    # What is offered instead is a quiet choice: outdoors only where no other room is left.
    beside = sorted(rooms_for(design, (), people, groups), key=lambda name: "outdoor" in design.programme.rooms[name].features)
    other_leads, other_rooms, problems = means_beside(
        design, planned, "alternative", component.alternative, sex if component.alternative.same_sex else None, groups, beside)
    return None if problems else (spans, leads, co_leads, rooms, other_leads, other_rooms), problems


def means_beside(
    design: Design, planned: Planned, field: str, other: Alternative, sex: str | None, groups: tuple[str, ...],
    rooms: Sequence[str],
) -> tuple[tuple[str, ...], tuple[str, ...], list[Problem]]:
    """By whom and where something is held beside a component, or why not: by the posts and in the room that the house names for
    it, else by its roles and in any of ``rooms``."""
    named = posts_named(other)
    if not (leads := people_with(design, other.roles, sex, groups, named)):
        return (), (), [none_of_the_named(design, planned, field, other.title, named, sex, groups) if named else Problem(
            design.place_of(planned, field), "TC403", {"name": other.title, "roles": list(other.roles)})]
    room = other.room if isinstance(other, Beside) else None
    if not room or room in rooms_for(design, (), 1, groups):  # how many choose it nobody knows: it is taken at its word
        return leads, (room,) if room else tuple(rooms), []
    nearest = _nearest_room(design, [design.programme.rooms[room]], (), 1, groups)
    return (), (), [Problem(design.own_place_of(planned, field, "rooms"), "TC433", {
        "name": other.title, "features": [], "size": 1, "nearest": nearest, "same": "",
        **(nearest.args if isinstance(nearest, Phrase) else {})})]


def none_of_the_named(
    design: Design, planned: Planned, field: str, title: Text, named: Sequence[str], sex: str | None, groups: Sequence[str]
) -> Problem:
    """Of the posts a house names nobody may lead it: of another sex, or there for other groups."""
    ours = people_with(design, (), None, groups, named)
    return Problem(design.own_place_of(planned, field, "staff", named[0]), "TC444", {
        "kind": "sex" if ours and sex else "groups", "name": title, "sex": sex or "",
        "posts": [design.programme.staff[name].title for name in ours or named],
        "groups": [design.programme.groups[group].title for group in groups]})


def _in_the_way(planned: Planned, days: Sequence[Day], groups: Sequence[str]) -> list[Text]:
    """What of the days' frame takes a component's window, the longest first."""
    taken: dict[Text, int] = {}
    for index, day in enumerate(days):
        if DAYS[day.date.weekday()] in planned.component.days:
            for slot in blocking(planned, days, index, groups):
                taken[slot.title] = taken.get(slot.title, 0) + sum(
                    max(min(slot.end, last) - max(slot.start, first), 0) for first, last in windows_on(planned, day))
    return sorted((title for title, minutes in taken.items() if minutes), key=lambda title: -taken[title])[:MOST_NAMED]


def _sex(design: Design, groups: Sequence[str]) -> str | None:
    """The sex of the groups, where they have one."""
    sexes = {design.programme.groups[group].sex for group in groups}
    return sexes.pop() if len(sexes) == 1 else None


def _leaders_sex(design: Design, planned: Planned, groups: Sequence[str]) -> str | None:
    same = planned.settings.same_sex
    return _sex(design, groups) if same or (same is None and planned.component.led_by.same_sex) else None


def leads_of(design: Design, planned: Planned, groups: Sequence[str]) -> tuple[str, ...]:
    """Who may lead a component for these groups."""
    return people_with(design, planned.component.led_by.roles, _leaders_sex(design, planned, groups), groups,
                       posts_named(planned.settings.led_by))


def _nobody(design: Design, planned: Planned, groups: Sequence[str], roles: Sequence[str]) -> Problem:
    """Nobody has one of these roles, or whoever has leads other groups."""
    said: dict[str, object] = {"name": planned.component.title, "roles": list(roles)}
    place, others = design.own_place_of(planned, "led_by", "staff"), people_with(design, roles)
    if not others:
        return Problem(place, "TC403", said)
    return Problem(place, "TC443", said | {"groups": [design.programme.groups[group].title for group in groups],
                                           "posts": [design.programme.staff[name].title for name in others]})


def _nearest_room(
    design: Design, rooms: Iterable[Room], features: Sequence[str], people: int, groups: Sequence[str]
) -> Phrase | str:
    """The room that lacks least of what is asked, and what it lacks; nothing where no room is there at all."""
    sexes = {design.programme.groups[group].sex for group in groups}
    lacking = []
    for room in rooms:
        missing = [feature for feature in features if feature not in room.features]
        wrong_sex = room.sex is not None and sexes != {room.sex}
        others = not _is_for(room, groups)
        lacking.append((len(missing) + (room.capacity < people) + 2 * (wrong_sex or others), room, missing, wrong_sex, others))
    if not lacking:
        return ""
    _, room, missing, wrong_sex, others = min(lacking, key=lambda entry: entry[0])
    wants = _titles(design, missing)
    wants += [Phrase("nearest_room.places", {"capacity": room.capacity})] if room.capacity < people else []
    wants += [Phrase("nearest_room.sex", {"sex": Phrase(f"values.sex.{room.sex}")})] if wrong_sex else []
    wants += [Phrase("nearest_room.groups", {"groups": [
        design.programme.groups[group].title for group in room.groups]})] if others else []
    return Phrase("nearest_room.lacks", {"room": room.title, "lacks": wants})


def _titles(design: Design, features: Sequence[str]) -> list[Phrase]:
    """Features as people call them, and as they are written."""
    return [Phrase("nearest_room.feature", {"feature": design.catalogue.features[name].title, "name": name})
            for name in features]


def nothing_held(design: Design, planned: Planned, days: Sequence[Day], groups: Sequence[str]) -> bool:
    """Whether the calendar, not a mistake, leaves no day: everybody is away, or it is not held on these kinds of day.

    A public holiday and a day with a date of its own may have no room for it.
    """
    by_type, pins = planned.settings.by_day_type or {}, planned.settings.at or {"every": 0}
    its_days = [day for day in days if (weekday := DAYS[day.date.weekday()]) in planned.component.days
                and ("every" in pins or weekday in pins)]
    return bool(its_days) and all(
        (day.day_type in by_type and not by_type[day.day_type].held)
        or bool(day.calendar.holiday or design.programme.day_types[day.day_type].dates)
        or any(slot.kind in ("away", "closed") and slot.concerns(groups) for slot in day.frame)
        for day in its_days)


def people_with(
    design: Design, roles: Sequence[str], sex: str | None = None, groups: Sequence[str] = (), named: Sequence[str] = ()
) -> tuple[str, ...]:
    """Who has one of the roles (and is of a sex, and leads these groups); those whose main role comes first in the list come
    first. Of posts that the house has ``named`` only these, in its order, whatever their role."""
    if named:
        return tuple(name for name in dict.fromkeys(named) if (person := design.programme.staff.get(name))
                     and sex in (None, person.sex) and _is_for(person, groups))
    ranked = [
        (min(roles.index(role) for role in (person.role, *person.also) if role in roles), name)
        for name, person in design.programme.staff.items()
        if any(role in roles for role in (person.role, *person.also)) and sex in (None, person.sex) and _is_for(person, groups)
    ]
    return tuple(name for _, name in sorted(ranked))


def rooms_for(design: Design, features: Sequence[str], size: int, groups: Sequence[str]) -> tuple[str, ...]:
    """The rooms that fit, the smallest first, and among equals in the order the programme lists them.

    A place of worship comes after them for what is no worship, for it is one faith's and the session is everybody's. (A
    private room that worship may also be held in is a group room.) A workshop comes last for what is no work in it: nobody
    looks for quiet, or talks of glue, among blades and solvents.
    """
    sexes = {design.programme.groups[group].sex for group in groups}

    def suited(entry: tuple[str, Room]) -> tuple[bool, bool, int]:
        has = entry[1].features
        return "workshop" in has and "workshop" not in features, \
            "worship-space" in has and "private" not in has and "worship-space" not in features, entry[1].capacity

    return tuple(
        name for name, room in sorted(design.programme.rooms.items(), key=suited)
        if set(features) <= set(room.features) and room.capacity >= size and (room.sex is None or sexes == {room.sex})
        and _is_for(room, groups)
    )


def _is_for(whom: Person | Room, groups: Sequence[str]) -> bool:
    """Whether a post or a room is there for all of these groups."""
    return not whom.groups or set(groups) <= set(whom.groups)


def rooms_beside(design: Design, planned: Planned, groups: Sequence[str]) -> tuple[str, ...]:
    """Rooms for what is held alongside: as good as the session's own where the house has enough of them, else any."""
    fitting = rooms_for(design, planned.component.room.features, 1, groups)
    return fitting if len(fitting) > len(planned.settings.alongside or ()) else rooms_for(design, (), 1, groups)
