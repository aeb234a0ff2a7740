"""Which sittings a week needs: who takes part, who may lead, where, and when."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from generator.model.design import Design, Planned
from generator.model.values import DAYS
from generator.model.week import Day, Part, Sitting
from generator.problem import Problem
from generator.schedule.companions import shared_out
from generator.schedule.frame import AWAY
from generator.schedule.means import Means, leads_of, means_beside, means_of, nothing_held, rooms_beside
from generator.schedule.presence import at_its_hours, held_together, kept_out
from generator.schedule.rounds import holds, residents_due
from generator.schedule.spans import spans_of

Made = tuple[list[Sitting], list[Problem]]


def sittings_of(
    design: Design, number: int, days: Sequence[Day], planned: Planned, counts: Mapping[str, int], stays_home: bool
) -> Made:
    """Every sitting of one component (at one of its times) in a week. ``counts``: group → how often it is due there."""
    made: list[Sitting] = []
    problems: list[Problem] = []
    if planned.component.mode == "individual":
        companions = shared_out(design, planned, {
            group: at_its_hours(design, planned, group, leads_of(design, planned, (group,)))
            for group in design.programme.groups if holds(design, group, planned)})
        for group, count in sorted(counts.items()):
            if count and not kept_out(planned, days, group, stays_home):
                some, faults = _individual(design, number, days, planned, group, stays_home, companions)
                made += some
                problems += faults
        return made, problems
    known: dict[tuple[tuple[str, ...], int], Means] = {}
    for audience in _audiences(design, planned):
        due = [group for group in audience if counts.get(group)]
        if not due:
            continue
        # Who is away all its days is missing; the others hold it, under the same key as in other weeks.
        here = {group: counts[group] for group in due if not _is_away(design, planned, days, group, stays_home)
                and not kept_out(planned, days, group, stays_home)}
        for together, count, its_days in held_together(planned, days, here, stays_home) if here else ():
            known = known if its_days is days else {}
            divided, faults = _divided(design, planned, together)
            problems += faults
            label = _label(design, due if len(together) == len(here) else together)
            for turn, parts in enumerate(divided, 1):
                who = f"{label}~{turn}" if len(divided) > 1 else label
                some, faults = _together(design, number, its_days, planned, who, parts, count, stays_home, known)
                made += some
                problems += faults
    return made, problems


def _label(design: Design, groups: Sequence[str]) -> str:
    return groups[0] if len(groups) == 1 else "all" if set(groups) == set(design.programme.groups) else "+".join(groups)


def _is_away(design: Design, planned: Planned, days: Sequence[Day], group: str, stays_home: bool) -> bool:
    """Whether a group's home leave or outing covers every day on which the component could be held."""
    if not any(slot.kind in AWAY and slot.concerns((group,)) for day in days for slot in day.frame):
        return False
    return not spans_of(planned, days, (group,), on_arrival=False, stays_home=stays_home) \
        and nothing_held(design, planned, days, (group,))


def _audiences(design: Design, planned: Planned) -> list[tuple[str, ...]]:
    """Which groups hold it together."""
    groups, wanted = tuple(sorted(design.programme.groups)), planned.audience
    if wanted == "all":
        return [groups]
    if wanted == "each":
        return [(group,) for group in groups]
    return [(entry,) if isinstance(entry, str) else tuple(entry) for entry in wanted]


def _divided(design: Design, planned: Planned, groups: Sequence[str]) -> tuple[list[tuple[Part, ...]], list[Problem]]:
    """The people as one session takes them: where they are more than its group size split evenly, and between groups rather
    than within one where that makes no more sessions."""
    sizes = [(group, design.programme.groups[group].size) for group in groups]
    total, most = sum(size for _, size in sizes), planned.component.group_size.most
    if total <= most:
        return [tuple(Part(group, 1, size) for group, size in sizes)], []
    if planned.settings.split is False:
        return [], [Problem(design.place_of(planned, "group_size"), "TC408", {
            "name": planned.component.title, "size": total, "most": most, "group": ", ".join(groups)})]
    pieces = -(-total // most)
    if whole := _of_whole_groups(sizes, pieces, most):
        return whole, []
    edges = [round(total * i / pieces) for i in range(pieces + 1)]
    return [tuple(_cut(sizes, first, last)) for first, last in itertools.pairwise(edges)], []


def _of_whole_groups(sizes: Sequence[tuple[str, int]], pieces: int, most: int) -> list[tuple[Part, ...]]:
    """The groups put together whole into so many sessions, as even as can be; nothing where one would be too large."""
    filled: list[list[tuple[str, int]]] = [[] for _ in range(pieces)]
    for group, size in sorted(sizes, key=lambda entry: -entry[1]):
        min(filled, key=lambda some: sum(size for _, size in some)).append((group, size))
    if any(sum(size for _, size in some) > most for some in filled):
        return []
    return [tuple(Part(group, 1, size) for group, size in some) for some in sorted(map(sorted, filled))]


def _cut(sizes: Sequence[tuple[str, int]], first: int, last: int) -> Iterator[Part]:
    """Residents ``first`` to ``last`` (from 0, the last not included) of groups standing in a row."""
    here = 0
    for group, size in sizes:
        a, b = max(first - here, 0), min(last - here, size)
        if a < b:
            yield Part(group, a + 1, b)
        here += size


def _individual(
    design: Design, number: int, days: Sequence[Day], planned: Planned, group: str, stays_home: bool,
    companions: Mapping[tuple[str, int], str],
) -> Made:
    found, problems = means_of(design, number, days, planned, (group,), 1, stays_home)
    if found is None:
        return [], problems
    spans, leads, co_leads, rooms, other_leads, other_rooms = found
    name, travel = planned.name, planned.settings.travel_minutes or 0
    repeats = planned.component.how_often.each_week or 1
    made = []
    for resident in residents_due(design, group, planned, number):
        for turn in range(1, repeats + 1):
            key = f"{planned.key}/{group}/r{resident:02d}" + (f".{turn}" if repeats > 1 else "")
            # A resident keeps the same companion through the programme: the case is held by one person. What comes once only
            # is done by whoever has the time for it.
            lead = leads if planned.component.how_often.once else (companions[group, resident],)
            made.append(Sitting(
                key, name, (Part(group, resident, resident),), planned.minutes + 2 * travel, spans, lead, co_leads, rooms,
                other_leads, other_rooms, resident, bool(planned.settings.at), planned.component.heavy, stand_ins=leads,
                off_site=planned.component.leaves_the_house))
    return made, []


def _together(
    design: Design, number: int, days: Sequence[Day], planned: Planned, who: str, parts: tuple[Part, ...], count: int,
    stays_home: bool, known: dict[tuple[tuple[str, ...], int], Means],
) -> Made:
    groups = tuple(dict.fromkeys(part.group for part in parts))
    people = sum(part.size for part in parts)
    if (groups, people) not in known:  # the parts of a divided group are alike
        known[groups, people] = means_of(design, number, days, planned, groups, people, stays_home)
    found, problems = known[groups, people]
    if found is None:
        return [], problems
    spans, leads, co_leads, rooms, other_leads, other_rooms = found
    name, travel = planned.name, planned.settings.travel_minutes or 0
    minutes = planned.minutes + 2 * travel
    open_days = sorted({span.day for span in spans if span.end - span.start >= minutes})
    gone = sum(1 for index, day in enumerate(days) if index not in open_days
               and (any(absence.group in groups for absence in day.absent)
                    or any(slot.kind in AWAY and slot.concerns(groups) for slot in day.frame)))
    closed = sum(1 for day in days if (here := (planned.settings.by_day_type or {}).get(day.day_type)) and not here.held)
    dated = sum(1 for index, day in enumerate(days) if index not in open_days and not day.calendar.holiday
                and design.programme.day_types[day.day_type].dates)
    if count > len(open_days):  # a holiday on one of its days takes a session away; nothing is squeezed into the rest
        missed = sum(1 for day in days if day.calendar.holiday and DAYS[day.date.weekday()] in planned.component.days
                     and design.programme.day_types[day.day_type].holiday)
        if count - missed - stays_home - gone - closed - dated > len(open_days):
            return [], [Problem(design.place_of(planned, "how_often"), "TC409", {
                "name": planned.component.title, "count": count, "days": len(open_days), "week": number})]
        count = len(open_days)
    made = []
    for turn in range(1, count + 1):
        key = f"{planned.key}/{who}/{turn}"
        where = tuple(s for s in spans if s.day == open_days[turn - 1]) if count == len(open_days) else spans
        made.append(Sitting(
            key, name, parts, minutes, where, leads, co_leads, rooms, other_leads, other_rooms, None,
            bool(planned.settings.at), planned.component.heavy, off_site=planned.component.leaves_the_house,
            allows_individual=bool(planned.settings.allows_individual),
            allows_groups=bool(planned.settings.allows_groups)))
        for strand, other in enumerate(planned.settings.alongside or (), 1):
            beside, places, faults = means_beside(
                design, planned, "alongside", other, None, groups, rooms_beside(design, planned, groups))
            if faults:
                return [], faults
            made.append(Sitting(f"{planned.key}/{who}+{strand}/{turn}", name, (), minutes, where, beside, rooms=places,
                                alongside=key))
    return made, problems


