"""Which sittings a week needs: who takes part, who may lead, where, and when."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from generator.language import Text
from generator.model.design import Design, Planned
from generator.model.values import DAYS, clock
from generator.model.week import Day, Part, Sitting, Span
from generator.problem import Phrase, Problem
from generator.schedule.frame import AWAY
from generator.schedule.rounds import residents_due
from generator.schedule.spans import blocking, pinned_on_frame, spans_of

Made = tuple[list[Sitting], list[Problem]]

MOST_NAMED = 4
"""Frame items named where there is no room left beside them."""

Means = tuple[tuple[tuple[Span, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]
              | None, list[Problem]]
"""When, by whom (leads and co-leads), where, and by whom and where for the alternative; nothing with the reason why not."""


def sittings_of(
    design: Design, number: int, days: Sequence[Day], planned: Planned, counts: Mapping[str, int], stays_home: bool
) -> Made:
    """Every sitting of one component (at one of its times) in a week. ``counts``: group → how often it is due there."""
    made: list[Sitting] = []
    problems: list[Problem] = []
    if planned.component.mode == "individual":
        for group, count in sorted(counts.items()):
            if count:
                some, faults = _individual(design, number, days, planned, group, stays_home)
                made += some
                problems += faults
        return made, problems
    known: dict[tuple[tuple[str, ...], int], Means] = {}
    for audience in _audiences(design, planned):
        due = [group for group in audience if counts.get(group)]
        if not due:
            continue
        count = max(counts[group] for group in due)
        label = due[0] if len(due) == 1 else "all" if set(due) == set(design.programme.groups) else "+".join(due)
        # Who is away all its days is missing; the others hold it, under the same key as in other weeks.
        here = [group for group in due if not _is_away(design, planned, days, group, stays_home)]
        if not here:
            continue
        divided, faults = _divided(design, planned, here)
        problems += faults
        for turn, parts in enumerate(divided, 1):
            who = f"{label}~{turn}" if len(divided) > 1 else label
            some, faults = _together(design, number, days, planned, who, parts, count, stays_home, known)
            made += some
            problems += faults
    return made, problems


def _is_away(design: Design, planned: Planned, days: Sequence[Day], group: str, stays_home: bool) -> bool:
    """Whether a group's home leave or outing covers every day on which the component could be held."""
    if not any(slot.kind in AWAY and slot.concerns((group,)) for day in days for slot in day.frame):
        return False
    return not spans_of(planned, days, (group,), on_arrival=False, stays_home=stays_home) \
        and _nothing_held(design, planned, days, (group,))


def _audiences(design: Design, planned: Planned) -> list[tuple[str, ...]]:
    """Which groups hold it together: a community session is for the whole house, a group session for each group."""
    groups = tuple(sorted(design.programme.groups))
    wanted = planned.settings.groups or ("all" if planned.component.mode == "community" else "each")
    if wanted == "all":
        return [groups]
    if wanted == "each":
        return [(group,) for group in groups]
    return [(entry,) if isinstance(entry, str) else tuple(entry) for entry in wanted]


def _divided(design: Design, planned: Planned, groups: Sequence[str]) -> tuple[list[tuple[Part, ...]], list[Problem]]:
    """The people as one session takes them: split evenly where they are more than its group size."""
    sizes = [(group, design.programme.groups[group].size) for group in groups]
    total, most = sum(size for _, size in sizes), planned.component.group_size.most
    if total <= most:
        return [tuple(Part(group, 1, size) for group, size in sizes)], []
    if planned.settings.split is False:
        return [], [Problem(design.place_of(planned, "group_size"), "TC408", {
            "name": planned.component.title, "size": total, "most": most, "group": ", ".join(groups)})]
    pieces = -(-total // most)
    edges = [round(total * i / pieces) for i in range(pieces + 1)]
    return [tuple(_cut(sizes, first, last)) for first, last in itertools.pairwise(edges)], []


def _cut(sizes: Sequence[tuple[str, int]], first: int, last: int) -> Iterator[Part]:
    """Residents ``first`` to ``last`` (from 0, the last not included) of groups standing in a row."""
    here = 0
    for group, size in sizes:
        a, b = max(first - here, 0), min(last - here, size)
        if a < b:
            yield Part(group, a + 1, b)
        here += size


def _individual(
    design: Design, number: int, days: Sequence[Day], planned: Planned, group: str, stays_home: bool
) -> Made:
    found, problems = _means(design, number, days, planned, (group,), 1, stays_home)
    if found is None:
        return [], problems
    spans, leads, co_leads, rooms, other_leads, other_rooms = found
    name, travel = planned.name, planned.settings.travel_minutes or 0
    repeats = planned.component.how_often.each_week or 1
    companions = [name for name in leads if _ever_there(design, name, planned)] or leads
    made = []
    for resident in residents_due(design, group, planned, number):
        for turn in range(1, repeats + 1):
            key = f"{planned.key}/{group}/r{resident:02d}" + (f".{turn}" if repeats > 1 else "")
            # A resident keeps the same companion through the programme: the case is held by one person.
            lead = (companions[(resident - 1) % len(companions)],)
            made.append(Sitting(
                key, name, (Part(group, resident, resident),), planned.minutes + 2 * travel, spans, lead, co_leads, rooms,
                other_leads, other_rooms, resident, bool(planned.settings.at), planned.component.heavy, stand_ins=leads,
                off_site=planned.component.leaves_the_house))
    return made, []


def _ever_there(design: Design, name: str, planned: Planned) -> bool:
    """Whether a post's hours leave room for the component at all: who never could is nobody's companion."""
    person, duty = design.programme.staff[name], design.programme.duty
    if duty and person.role in duty.roles:
        return True
    pins = planned.settings.at or {}
    first, last = (min(pins.values()), max(pins.values()) + planned.minutes) if pins else planned.component.window
    return any(set(hours.days) & set(planned.component.days)
               and min(hours.hours[1], last) - max(hours.hours[0], first) >= planned.minutes for hours in person.available)


def _in_the_way(planned: Planned, days: Sequence[Day], groups: Sequence[str]) -> list[Text]:
    """What of the days' frame takes a component's window, the longest first."""
    first, last = planned.component.window
    taken: dict[Text, int] = {}
    for index, day in enumerate(days):
        if DAYS[day.date.weekday()] in planned.component.days:
            for slot in blocking(planned, days, index, groups):
                taken[slot.title] = taken.get(slot.title, 0) + max(min(slot.end, last) - max(slot.start, first), 0)
    return sorted((title for title, minutes in taken.items() if minutes), key=lambda title: -taken[title])[:MOST_NAMED]


def _together(
    design: Design, number: int, days: Sequence[Day], planned: Planned, who: str, parts: tuple[Part, ...], count: int,
    stays_home: bool, known: dict[tuple[tuple[str, ...], int], Means],
) -> Made:
    groups = tuple(dict.fromkeys(part.group for part in parts))
    people = sum(part.size for part in parts)
    if (groups, people) not in known:  # the parts of a divided group are alike
        known[groups, people] = _means(design, number, days, planned, groups, people, stays_home)
    found, problems = known[groups, people]
    if found is None:
        return [], problems
    spans, leads, co_leads, rooms, other_leads, other_rooms = found
    name, travel = planned.name, planned.settings.travel_minutes or 0
    minutes = planned.minutes + 2 * travel
    open_days = sorted({span.day for span in spans if span.end - span.start >= minutes})
    holidays = sum(1 for day in days if day.calendar.holiday and design.programme.day_types[day.day_type].holiday)
    gone = sum(1 for index, day in enumerate(days) if index not in open_days
               and any(slot.kind in ("away", "closed") and slot.concerns(groups) for slot in day.frame))
    closed = sum(1 for day in days if (here := (planned.settings.by_day_type or {}).get(day.day_type)) and not here.held)
    dated = sum(1 for index, day in enumerate(days) if index not in open_days and not day.calendar.holiday
                and design.programme.day_types[day.day_type].dates)
    if holidays and 4 <= count < len(open_days):
        count = round(count * (7 - holidays) / 7)  # a holiday takes a session away; nothing is squeezed into the rest
    if count > len(open_days):
        if count - holidays - stays_home - gone - closed - dated > len(open_days):
            place = planned.origins["how_often"] if "how_often" in planned.settings.model_fields_set \
                else design.at("components")
            return [], [Problem(place, "TC409", {"name": planned.component.title, "count": count, "days": len(open_days),
                                                 "week": number})]
        count = len(open_days)
    made = []
    for turn in range(1, count + 1):
        key = f"{planned.key}/{who}/{turn}"
        where = tuple(s for s in spans if s.day == open_days[turn - 1]) if count == len(open_days) else spans
        made.append(Sitting(
            key, name, parts, minutes, where, leads, co_leads, rooms, other_leads, other_rooms, None,
            bool(planned.settings.at), planned.component.heavy, off_site=planned.component.leaves_the_house,
            allows_individual=bool(planned.settings.allows_individual)))
        for strand, other in enumerate(planned.settings.alongside or (), 1):
            beside = people_with(design, other.roles)
            if not beside:
                return [], [Problem(design.place_of(planned, "alongside"), "TC403", {
                    "name": other.title, "roles": list(other.roles)})]
            made.append(Sitting(f"{planned.key}/{who}+{strand}/{turn}", name, (), minutes, where, beside,
                                rooms=_rooms_beside(design, planned, groups), alongside=key))
    return made, problems


def _rooms_beside(design: Design, planned: Planned, groups: Sequence[str]) -> tuple[str, ...]:
    """Rooms for what is held alongside: as good as the session's own where the house has enough of them, else any."""
    fitting = rooms_for(design, planned.component.room.features, 1, groups)
    return fitting if len(fitting) > len(planned.settings.alongside or ()) else rooms_for(design, (), 1, groups)


def _means(
    design: Design, number: int, days: Sequence[Day], planned: Planned, groups: tuple[str, ...], people: int,
    stays_home: bool,
) -> Means:
    """When, by whom and where it can be held, or why not."""
    component, settings = planned.component, planned.settings
    first = all(not design.programme.groups[g].phase and number == design.programme.groups[g].from_week for g in groups)
    on_arrival = bool(first and component.how_often.once and "intake" in component.phases)
    spans = spans_of(planned, days, groups, on_arrival=on_arrival, stays_home=stays_home)
    on_frame = pinned_on_frame(planned, days, spans, groups)
    if on_frame:
        return None, [Problem(design.place_of(planned, "at"), "TC411", {
            "name": component.title, "start": clock(on_frame[0].start), "item": on_frame[1].title,
            "from": clock(on_frame[1].start), "to": clock(on_frame[1].end), "week": number})]
    minutes = planned.minutes + 2 * (settings.travel_minutes or 0)
    longest = max((span.end - span.start for span in spans), default=0)
    if not spans and _nothing_held(design, planned, days, groups):
        return None, []
    if component.window[1] - component.window[0] < planned.minutes and not settings.at:
        return None, [Problem(design.place_of(planned, "window"), "TC430", {
            "name": component.title, "minutes": planned.minutes, "window": "-".join(map(clock, component.window)),
            "length": component.window[1] - component.window[0]})]
    if not spans or longest < minutes:
        return None, [Problem(design.place_of(planned, "window"), "TC405", {
            "name": component.title, "minutes": minutes, "window": "-".join(map(clock, component.window)), "week": number,
            "longest": longest, "items": _in_the_way(planned, days, groups) or ["–"]})]
    sexes = {design.programme.groups[group].sex for group in groups}
    sex = sexes.pop() if len(sexes) == 1 else None
    of_sex = sex if settings.same_sex or (settings.same_sex is None and component.led_by.same_sex) else None
    leads = people_with(design, component.led_by.roles, of_sex)
    if not leads:
        if of_sex and people_with(design, component.led_by.roles):
            return None, [Problem(design.place_of(planned, "led_by"), "TC413", {
                "name": component.title, "roles": list(component.led_by.roles), "sex": of_sex,
                "group": design.programme.groups[groups[0]].title})]
        return None, [Problem(design.place_of(planned, "led_by"), "TC403",
                              {"name": component.title, "roles": list(component.led_by.roles)})]
    co_leads = people_with(design, component.led_by.co_lead, of_sex)
    if component.led_by.co_lead and not (set(co_leads) - set(leads) or len(leads) > 1):
        return None, [Problem(design.place_of(planned, "led_by"), "TC403",
                              {"name": component.title, "roles": list(component.led_by.co_lead)})]
    rooms: tuple[str, ...] = ()
    if not component.off_site:
        rooms = (settings.room,) if settings.room else rooms_for(design, component.room.features, people, groups)
        if not rooms:
            return None, [Problem(design.place_of(planned, "room"), "TC404", {
                "name": component.title, "features": _titles(design, component.room.features), "size": people,
                "nearest": _nearest_room(design, component.room.features, people, groups)})]
    if not component.alternative or component.off_site:
        return (spans, leads, co_leads, rooms, (), ()), []
    roles = component.alternative.roles
    other_leads = people_with(design, roles, sex if component.alternative.same_sex else None)
    if not other_leads:
        return None, [Problem(design.place_of(planned, "alternative"), "TC403",
                              {"name": component.alternative.title, "roles": list(component.alternative.roles)})]
    # What is offered instead is a quiet choice: outdoors only where no other room is left.
    beside = sorted(rooms_for(design, (), people, groups), key=lambda name: "outdoor" in design.programme.rooms[name].features)
    return (spans, leads, co_leads, rooms, other_leads, tuple(beside)), []


def _nearest_room(design: Design, features: Sequence[str], people: int, groups: Sequence[str]) -> Phrase | str:
    """The room that lacks least of what is asked, and what it lacks; nothing where no room is there at all."""
    sexes = {design.programme.groups[group].sex for group in groups}
    lacking = []
    for room in design.programme.rooms.values():
        missing = [feature for feature in features if feature not in room.features]
        wrong_sex = room.sex is not None and sexes != {room.sex}
        lacking.append((len(missing) + (room.capacity < people) + 2 * wrong_sex, room, missing, wrong_sex))
    if not lacking:
        return ""
    _, room, missing, wrong_sex = min(lacking, key=lambda entry: entry[0])
    wants = _titles(design, missing)
    wants += [Phrase("nearest_room.places", {"capacity": room.capacity})] if room.capacity < people else []
    wants += [Phrase("nearest_room.sex", {"sex": Phrase(f"values.sex.{room.sex}")})] if wrong_sex else []
    return Phrase("nearest_room.lacks", {"room": room.title, "lacks": wants})


def _titles(design: Design, features: Sequence[str]) -> list[Phrase]:
    """Features as people call them, and as they are written."""
    return [Phrase("nearest_room.feature", {"feature": design.catalogue.features[name].title, "name": name})
            for name in features]


def _nothing_held(design: Design, planned: Planned, days: Sequence[Day], groups: Sequence[str]) -> bool:
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


def people_with(design: Design, roles: Sequence[str], sex: str | None = None) -> tuple[str, ...]:
    """Who has one of the roles (and is of a sex); those whose main role comes first in the list come first."""
    ranked = [
        (min(roles.index(role) for role in (person.role, *person.also) if role in roles), name)
        for name, person in design.programme.staff.items()
        if any(role in roles for role in (person.role, *person.also)) and sex in (None, person.sex)
    ]
    return tuple(name for _, name in sorted(ranked))


def rooms_for(design: Design, features: Sequence[str], size: int, groups: Sequence[str]) -> tuple[str, ...]:
    """The rooms that fit, the smallest first, and among equals in the order the programme lists them."""
    sexes = {design.programme.groups[group].sex for group in groups}
    return tuple(
        name for name, room in sorted(design.programme.rooms.items(), key=lambda entry: entry[1].capacity)
        if set(features) <= set(room.features) and room.capacity >= size and (room.sex is None or sexes == {room.sex})
    )
