"""What posts and rooms might make a week fit: other hours, another role, more of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.language import Text
from generator.model.adjustment import posts_named
from generator.model.design import Design, Planned
from generator.model.house import Hours, Person
from generator.model.values import DAYS, clock
from generator.model.week import DAY, Placement, Span, WeekTask
from generator.problem import Phrase
from generator.schedule.remedies.changes import more_posts, of_component, of_post, one_more_room
from generator.schedule.remedies.family import Family, Proposal, family
from generator.schedule.shortages import is_short

PROFESSIONS = ("doctor", "nurse", "psychiatrist", "psychologist")
"""Roles that are a licence: nobody is given one by a line in a file."""

CALLINGS = ("clinical", "spiritual")
"""Pillars whose components ask for a licence, or for somebody whom a faith community sends."""

FULL_WEEK, FEW_HOURS, LONGEST_DAY = 40, (2, 4, 8), 9 * 60
"""Hours a week beyond which nobody is asked, hours more that are asked for, and most minutes from coming to going.

The tool's own bounds, not a law's: what a house has agreed with its people it knows better.
"""

MOST_MORE = 4 * 60
"""Most minutes for which somebody is asked to come when they are needed."""

LONGER_BY = (60, 120, 240, 360)
"""Minutes more a day that somebody is asked for."""

MOST_TRIED = 8
"""Changes of one kind that are tried, each on one post."""

MOST_POSTS = 3
"""New posts of one role that are still a repair and not another house."""


def other_leads(design: Design, planned: Planned, leads: set[str]) -> Iterator[Family]:
    """This one component opened to a related role that somebody in the house has, if they are trained for it.

    Not a role given to a post: that would open to it everything else that asks for the role, one-to-one work among it.
    """
    led_by = planned.component.led_by
    own = planned.settings.led_by
    if posts_named(own):
        yield from _named_too(design, planned, leads)
        return
    written = own.model_dump(mode="json", exclude_unset=True) if own else {}
    needed = [role for role in led_by.roles if role not in PROFESSIONS]
    if planned.component.pillar in CALLINGS or not needed:
        return
    related = _related(design, needed[0])
    posts: dict[str, list[Text]] = {}
    for name, person in design.programme.staff.items():
        roles = (person.role, *person.also)
        if name not in leads and not set(roles) & set(led_by.roles):
            for role in [role for role in roles if role in related][:1]:
                posts.setdefault(role, []).append(person.title)
    for role, titles in posts.items():
        yield from family("other-lead", [Proposal(Phrase("remedies.other-lead", {
            "name": planned.component.title, "posts": titles, "role": _role(design, role),
            "qualification": led_by.qualification}), of_component(
                design, planned.name, led_by={**written, "roles": [*led_by.roles, role]}))])


def _named_too(design: Design, planned: Planned, leads: set[str]) -> Iterator[Family]:
    """One post more for what the house has named posts for; not for what asks for a licence or for one faith's companion."""
    roles, own = {*planned.component.led_by.roles}, planned.settings.led_by
    if not own or planned.times or planned.number or planned.component.pillar in CALLINGS or roles & {*PROFESSIONS}:
        return
    written, named = own.model_dump(mode="json", exclude_unset=True), posts_named(own)
    yield from family("other-lead", [Proposal(
        Phrase("remedies.named-too", {"name": planned.component.title, "post": person.title}),
        of_component(design, planned.name, led_by={**written, "staff": [*named, name]}))
        for name, person in design.programme.staff.items()
        if name not in leads and name not in named and roles & {person.role, *person.also}][:MOST_TRIED])


def led_as_usual(design: Design, planned: Planned) -> Iterator[Family]:
    """By whoever the catalogue lets lead it, where the house has fewer roles for it."""
    roles, own = planned.component.led_by.roles, planned.settings.led_by
    more = [role for role in design.catalogue.components[planned.name].led_by.roles if role not in roles]
    posts = [person.title for person in design.programme.staff.values()
             if {person.role, *person.also} & {*more} and not {person.role, *person.also} & {*roles}]
    if own and posts and not posts_named(own):
        yield from family("other-lead", [Proposal(
            Phrase("remedies.lead-as-usual", {"name": planned.component.title, "posts": posts}),
            of_component(design, planned.name, led_by={
                **own.model_dump(mode="json", exclude_unset=True), "roles": [*roles, *more]}))])


def _related(design: Design, role: str) -> set[str]:
    """Roles that the catalogue lets lead in place of this one in at least a fifth, and two, of its components."""
    led = [component.led_by.roles for component in design.catalogue.components.values() if role in component.led_by.roles]
    beside = Counter(other for roles in led for other in roles)
    return {other for other, count in beside.items() if count >= max(2, len(led) / 5) and other != role}


def _role(design: Design, role: str) -> Text:
    return design.catalogue.roles[role].title if role in design.catalogue.roles else Text.of({"id": role, "en": role})


def more_hours(design: Design, task: WeekTask) -> Iterator[Family]:
    """Somebody who works part of the week leads for more hours of it."""
    staff = design.programme.staff
    found = [(name, most) for more in FEW_HOURS for name in _leading(design, task)
             if (most := staff[name].hours_per_week + more) <= FULL_WEEK]
    yield from family("more-hours", [Proposal(Phrase("remedies.more-hours", {
        "post": staff[name].title, "hours": most, "was": staff[name].hours_per_week}),
        of_post(design, name, hours_per_week=most)) for name, most in found][:MOST_TRIED],
        _all(design, {name: {"hours_per_week": most} for name, most in found}), new=True)


def longer_hours(design: Design, task: WeekTask) -> Iterator[Family]:
    """Somebody comes earlier or stays longer; nobody's day becomes longer than ``LONGEST_DAY``."""
    staff = design.programme.staff
    found: list[Proposal] = []
    enough: list[Proposal] = []
    loosest: dict[str, dict[str, Any]] = {}
    for earlier, later in [step for minutes in LONGER_BY for step in ((0, minutes), (minutes, 0))]:
        for name in _leading(design, task):
            hours = staff[name].available
            longer = [_stretched(one, earlier, later) for one in hours]
            if longer == list(hours):
                continue
            loosest[name] = {"available": [_stretched(one, LONGER_BY[-1], LONGER_BY[-1], DAY) for one in hours]}
            found.append(Proposal(Phrase("remedies.longer-hours", {
                "post": staff[name].title, "hours": _said(longer, hours), "was": _said(hours, longer)}),
                of_post(design, name, available=_plain(longer))))
            enough += [] if is_short(_at_work_longer(task, name, longer)) else found[-1:]
    # An hour more is no use where counting shows that it takes four.
    yield from family("longer-hours", (enough or found)[:MOST_TRIED], _all(design, loosest), new=True)


def _at_work_longer(task: WeekTask, name: str, hours: Collection[Hours]) -> WeekTask:
    """The week with a post at work in these hours at least: whether that may be enough is soon counted."""
    spans = tuple(Span(DAYS.index(day), *one.hours) for one in hours for day in one.days)
    return replace(task, workers=tuple(replace(worker, spans=(*worker.spans, *spans), breaks=())
                                       if worker.name == name else worker for worker in task.workers))


def more_workdays(design: Design, task: WeekTask) -> Iterator[Family]:
    """Somebody comes on a day more, with the hours of the first of their days; one day a week stays free."""
    staff = design.programme.staff
    found: list[Proposal] = []
    loosest: dict[str, dict[str, Any]] = {}
    for name in _leading(design, task):
        hours = staff[name].available
        free = [day for day in DAYS if not any(day in one.days for one in hours)]
        if len(free) < 2 or any(one.rotation for one in hours):
            continue
        first, rest = hours[0], hours[1:]
        loosest[name] = {"available": [first.model_copy(update={"days": (*first.days, *free)}), *rest]}
        for day in free:
            more = [first.model_copy(update={"days": tuple(d for d in DAYS if d in (*first.days, day))}), *rest]
            found.append(Proposal(Phrase("remedies.more-workdays", {"post": staff[name].title, "day": Phrase(f"days.{day}")}),
                                  of_post(design, name, available=_plain(more))))
    yield from family("more-workdays", found[:MOST_TRIED], _all(design, loosest), new=True)


def hours_when_needed(design: Design, task: WeekTask) -> Iterator[Family]:
    """Somebody comes when what clashes may be held, a few hours more; nobody's day becomes longer than ``LONGEST_DAY``, and one
    day a week stays free."""
    staff = design.programme.staff
    found: list[Proposal] = []
    loosest: dict[str, list[Hours]] = {}
    for name in _leading(design, task):
        spans = dict.fromkeys(span for s in task.sittings if name in (*s.leads, *s.stand_ins, *s.co_leads) for span in s.spans)
        for span in spans:
            day = DAYS[span.day]
            there = [one.hours for one in staff[name].available if day in one.days]
            more = (span.start, min(span.end, span.start + MOST_MORE))
            if any(start <= more[0] and more[1] <= end for start, end in there) or any(
                    start < more[1] and more[0] < end for start, end in there) or not _humane(staff[name], day, more):
                continue
            loosest.setdefault(name, list(staff[name].available)).append(Hours(days=(day,), hours=more))
            found.append(_coming(design, name, day, more))
    yield from family("hours-when-needed", found[:MOST_TRIED], _all(design, {
        name: {"available": hours} for name, hours in loosest.items()}), new=True)


def _coming(design: Design, name: str, day: str, hours: tuple[int, int]) -> Proposal:
    person = design.programme.staff[name]
    available = [*person.available, Hours(days=(day,), hours=hours)]

    def narrowed(placements: Sequence[Placement]) -> Proposal:
        own = [spot.start for spot in placements if name in (spot.lead, spot.co_lead) and DAYS[spot.day] == day
               and hours[0] <= spot.start < hours[1]]
        return _coming(design, name, day, (min(own), hours[1])) if own and min(own) > hours[0] else proposal

    proposal = Proposal(Phrase("remedies.hours-when-needed", {
        "post": person.title, "day": Phrase(f"days.{day}"), "from": clock(hours[0]), "to": clock(hours[1])}),
        of_post(design, name, available=_plain(available)), narrowed)
    return proposal


def _humane(person: Person, day: str, more: tuple[int, int]) -> bool:
    """Whether somebody may be asked to come then: no longer day than ``LONGEST_DAY``, and a day a week that stays free."""
    hours = [*(one.hours for one in person.available if day in one.days), more]
    days = {day, *(known for one in person.available for known in one.days)}
    return max(end for _, end in hours) - min(start for start, _ in hours) <= LONGEST_DAY and len(days) < len(DAYS)


def _leading(design: Design, task: WeekTask) -> list[str]:
    """Posts that could lead what clashes, those that could lead most first; not those who work in shifts."""
    duty = design.programme.duty
    counts = Counter(name for sitting in task.sittings for name in {*sitting.leads, *sitting.co_leads})
    return [name for name, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
            if not duty or design.programme.staff[name].role not in duty.roles]


def _stretched(hours: Hours, earlier: int, later: int, longest: int = LONGEST_DAY) -> Hours:
    start, end = max(hours.hours[0] - earlier, 0), min(hours.hours[1] + later, DAY)
    return hours if end - start > longest else hours.model_copy(update={"hours": (start, end)})


def _said(hours: Collection[Hours], without: Collection[Hours]) -> list[Phrase]:
    return [Phrase("remedies.hours", {"days": [Phrase(f"days.{day}") for day in one.days], "from": clock(one.hours[0]),
                                      "to": clock(one.hours[1])}) for one in hours if one not in without]


def _plain(hours: Collection[Hours]) -> list[dict[str, Any]]:
    return [one.model_dump(mode="json", exclude_defaults=True) for one in hours]


def _all(design: Design, changes: Mapping[str, Mapping[str, Any]]) -> Design:
    """The programme with several posts changed at once."""
    staff = design.programme.staff
    changed = {name: staff[name].model_copy(update={key: tuple(value) if isinstance(value, list) else value
                                                    for key, value in fields.items()}) for name, fields in changes.items()}
    return replace(design, programme=design.programme.model_copy(update={"staff": {**staff, **changed}}))


def new_posts(design: Design, task: WeekTask) -> Iterator[Family]:
    """One, two or three posts more like one that leads; not for the duty roster, which has shifts of its own.

    Women and men of a role are not the same: some things only a woman, or only a man, may lead.
    """
    duty, staff = design.programme.duty, design.programme.staff
    roles: dict[tuple[str, str], str] = {}
    for sitting in task.sittings:
        for name in (*sitting.leads, *sitting.co_leads):
            roles.setdefault((staff[name].role, staff[name].sex or ""), name)
    for (role, _), like in sorted(roles.items()):
        if not duty or role not in duty.roles:
            title = _role(design, role)
            yield from family("more-posts", [Proposal(Phrase("remedies.more-posts", {
                "count": count, "role": title, "like": staff[like].title}),
                more_posts(design, like, count, _with_number(title))) for count in range(1, MOST_POSTS + 1)], new=True)


def new_rooms(design: Design, task: WeekTask) -> Iterator[Family]:
    for like in sorted({sitting.rooms[0] for sitting in task.sittings if sitting.rooms}):
        title = design.programme.rooms[like].title
        yield from family("more-rooms", [Proposal(Phrase("remedies.more-rooms", {"room": title}), one_more_room(
            design, like, _with_number(title)))], new=True)


def _with_number(title: Text) -> Text:
    """With a place for a number, in that of its own if it has one."""
    return Text.of({language: f"{re.sub(r' [0-9]+$', '', phrase)} {{number}}" for language, phrase in title})
