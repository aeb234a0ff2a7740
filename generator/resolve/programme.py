"""A programme with what it inherits, and every name in it checked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from generator.language import Text
from generator.model.adjustment import (
    CORE_FIELDS,
    PROGRAMME_ONLY_FIELDS,
    Adjustment,
    ComponentChoices,
    groups_named,
)
from generator.model.component import Component, LeadChange
from generator.model.design import Catalogue, Design, Planned
from generator.model.programme import REQUIRED, Programme
from generator.model.values import DAYS, clock
from generator.model.week import GRID
from generator.problem import Phrase, Problem, Severity, did_you_mean
from generator.resolve.day_types import with_likes
from generator.resolve.times import with_times
from generator.resolve.unknown import unknown_name
from generator.source import Path_, Source


def resolve_programme(
    name: str, programmes: Mapping[str, tuple[Source, Programme]], catalogue: Catalogue, broken: Iterable[str] = ()
) -> tuple[Design | None, list[Problem]]:
    """One programme with everything it inherits. ``broken`` are programmes whose files have faults of their own."""
    chain, problems = _chain(name, programmes, set(broken))
    if problems or not chain:
        return None, problems
    sources = tuple(source for source, _ in chain)
    merged = chain[-1][1]
    components: dict[str, Planned] = {}
    left_out: dict[str, Text] = {}
    for source, programme in reversed(chain):
        problems += list(_takes_away_nothing(merged if programme is not merged else None, programme, source))
        parent = merged if programme is not merged else Programme()
        day_types, faults = with_likes(programme.day_types, parent.day_types, source)
        problems += faults
        merged = _inherit(parent, programme.model_copy(update={"day_types": day_types}))
        problems += _choose(components, left_out, source, programme.components, catalogue)
    components = {key: with_times(planned, merged.groups) for key, planned in sorted(components.items())}
    design = Design(name, merged, components, left_out, sources, catalogue)
    if not merged.abstract:
        problems += [
            Problem(sources[0].at(), "TC310", {"key": key}) for key in REQUIRED if not getattr(merged, key)
        ]
    gone = {(key, entry) for _, one in chain for key in _BY_NAME for entry, value in getattr(one, key).items() if value is None}
    problems += list(_names_of_programme(design, gone))
    return (None if any(p.is_error for p in problems) else design), problems


def _chain(
    name: str, programmes: Mapping[str, tuple[Source, Programme]], broken: set[str]
) -> tuple[list[tuple[Source, Programme]], list[Problem]]:
    """The programme, its parent, its parent's parent …"""
    chain: list[tuple[Source, Programme]] = []
    seen: list[str] = []
    while name:
        if name in broken:
            return [], []  # its own faults are already told
        source, programme = programmes[name]
        seen.append(name)
        chain.append((source, programme))
        parent = programme.extends
        if parent is None:
            break
        place = source.at("extends")
        if parent in seen:
            return [], [Problem(place, "TC302", {"names": " → ".join([*seen, parent])})]
        if parent not in programmes and parent not in broken:
            return [], [Problem(place, "TC303", {"name": parent, "near": did_you_mean(parent, programmes)})]
        name = parent
    return chain, []


_BY_NAME = ("groups", "staff", "rooms", "day_types", "team_times", "events", "preferences", "partners", "measures")


def _inherit(parent: Programme, child: Programme) -> Programme:
    """The child's fields over the parent's: whole fields; entry by entry, one level deep, where things have names."""
    fields: dict[str, Any] = {}
    for key in Programme.model_fields:
        if key in ("components", "extends", "abstract", "example"):
            fields[key] = getattr(child, key)
        elif key in _BY_NAME:
            both = {**getattr(parent, key), **getattr(child, key)}
            fields[key] = {name: entry for name, entry in both.items() if entry is not None}
        elif key == "policies":
            own = {name: getattr(child.policies, name) for name in child.policies.model_fields_set}
            fields[key] = parent.policies.model_copy(update=own)
        else:
            fields[key] = getattr(child if key in child.model_fields_set else parent, key)
    return Programme.model_construct(**fields)


def _takes_away_nothing(parent: Programme | None, child: Programme, source: Source) -> Iterator[Problem]:
    """An entry with nothing in it whose name no parent has."""
    for key in _BY_NAME:
        known = getattr(parent, key) if parent else {}
        for name, entry in getattr(child, key).items():
            if entry is None and name not in known:
                yield Problem(source.at_key(key, name), "TC318", {
                    "name": name, "key": key, "near": did_you_mean(name, known)})


def _choose(
    components: dict[str, Planned], left_out: dict[str, Text], source: Source, choices: ComponentChoices,
    catalogue: Catalogue,
) -> list[Problem]:
    """Apply one file's ``add``, ``adjust`` and ``off`` to what its parents chose."""
    problems: list[Problem] = []
    for name, adjustment in choices.add.items():
        path = ("components", "add", name)
        if name in components:
            problems.append(Problem(source.at_key(*path), "TC305", {"name": name}))
        elif name not in catalogue.components:
            if ("components", name) not in catalogue.left_out:
                problems.append(unknown_name(source.at_key(*path), "components", name, catalogue.components))
        else:
            origins = {field: catalogue.at("components", name, field) for field in Component.model_fields}
            start = Planned(name, catalogue.components[name], Adjustment(), origins)
            left_out.pop(name, None)
            problems += _adjust(components, start, adjustment or Adjustment(), source, path)
    for name, adjustment in choices.adjust.items():
        path = ("components", "adjust", name)
        if name in components:
            problems += _adjust(components, components[name], adjustment, source, path)
        elif ("components", name) not in catalogue.left_out:
            problems.append(Problem(source.at_key(*path), "TC304",
                                    {"name": name, "near": did_you_mean(name, components)}))
    for name, off in choices.off.items():
        if name in components:
            del components[name]
            left_out[name] = off.reason
        elif ("components", name) not in catalogue.left_out:
            problems.append(Problem(source.at_key("components", "off", name), "TC304",
                                    {"name": name, "near": did_you_mean(name, components)}))
    return problems


def _adjust(
    components: dict[str, Planned], planned: Planned, adjustment: Adjustment, source: Source, path: Path_
) -> list[Problem]:
    given = {key: getattr(adjustment, key) for key in adjustment.model_fields_set
             if getattr(adjustment, key) is not None}
    problems = [
        Problem(source.at_key(*path, key), "TC306", {"key": key, "name": planned.name})
        for key in CORE_FIELDS
        if key in adjustment.model_fields_set and getattr(adjustment, key) != getattr(planned.component, key)
        and adjustment.signed_by is None
    ]
    if "alternative" in adjustment.model_fields_set and adjustment.signed_by:
        given["alternative"] = adjustment.alternative  # null, over a signature: without a choice
    of_component = {key: value for key, value in given.items() if key not in PROGRAMME_ONLY_FIELDS}
    if isinstance(lead := given.get("led_by"), LeadChange):
        qualification = lead.qualification or planned.component.led_by.qualification
        of_component["led_by"] = planned.component.led_by.model_copy(update={**dict(lead), "qualification": qualification})
    component = planned.component.model_copy(update={k: v for k, v in of_component.items() if k != "minutes"})
    least = sum(step.least or step.minutes for step in component.plan if step.core)
    of_times = [("times", i, key) for i, time in enumerate(given.get("times", ())) for key in time.model_fields_set]
    lengths = [(("minutes",), given.get("minutes"))] + [
        (where, given["times"][where[1]].minutes) for where in of_times if where[-1] == "minutes"]
    problems += [Problem(source.at(*path, *where), "TC307", {"name": planned.name, "minutes": minutes, "least": least})
                 for where, minutes in lengths if minutes is not None and minutes < least]
    settings = planned.settings.model_copy(update=given)
    origins = {**planned.origins, **{key: source.at(*path, key) for key in given},
               **{".".join(map(str, where)): source.at(*path, *where) for where in of_times}}
    components[planned.name] = Planned(planned.name, component, settings, origins)
    return problems


def _names_of_programme(design: Design, gone: Collection[tuple[str, str]]) -> Iterator[Problem]:
    """Names a programme uses outside its components. ``gone``: what it takes away of its parent, by kind."""
    programme, catalogue = design.programme, design.catalogue

    def check(kind: str, name: str, known: Iterable[str], *path: str | int) -> Iterator[Problem]:
        if name not in known and (kind, name) not in catalogue.left_out:
            yield unknown_name(design.at(*path), kind, name, known)

    for i, part in enumerate(programme.phases):
        yield from check("phases", part.phase, catalogue.phases, "phases", i, "phase")
    for name, person in programme.staff.items():
        yield from check("roles", person.role, catalogue.roles, "staff", name, "role")
        for i, role in enumerate(person.also):
            yield from check("roles", role, catalogue.roles, "staff", name, "also", i)
    for name, room in programme.rooms.items():
        for i, feature in enumerate(room.features):
            yield from check("features", feature, catalogue.features, "rooms", name, "features", i)
    yield from _names_of_groups(design)
    yield from _names_of_team_times(design)
    for planned in design.times.values():
        settings = planned.settings
        for field, kind, names, known in (
            ("groups", "groups", groups_named(settings.groups), programme.groups),
            ("by_day_type", "day_types", tuple(settings.by_day_type or ()), programme.day_types),
            ("alongside", "roles", tuple(r for a in settings.alongside or () for r in a.roles), catalogue.roles),
        ):
            for used in names:
                if used not in known and (kind, used) not in catalogue.left_out and (field, kind, used) not in {
                        ("by_day_type", *one) for one in gone}:  # a pattern may speak of a kind of day this house is without
                    yield unknown_name(planned.origins[field], kind, used, known)
        yield from _pins_off_the_grid(planned)
        yield from _weeks_after_the_end(design, planned)
        yield from _groups_without_phase(design, planned)
        if settings.room and settings.room not in programme.rooms:
            yield unknown_name(planned.origins["room"], "rooms", settings.room, programme.rooms)
        for phase in settings.phases or ():
            if phase not in catalogue.phases:
                yield unknown_name(planned.origins["phases"], "phases", phase, catalogue.phases)
        if settings.led_by:
            for role in (*settings.led_by.roles, *settings.led_by.co_lead):
                if role not in catalogue.roles:
                    yield unknown_name(planned.origins["led_by"], "roles", role, catalogue.roles)
    for policy in programme.policies.model_fields_set:
        rule = getattr(programme.policies, policy)
        if rule and rule.responsible:
            yield from check("roles", rule.responsible, catalogue.roles, "policies", policy, "responsible")
    if programme.starts and programme.day_types and not any(t.holiday for t in programme.day_types.values()):
        yield Problem(design.at("day_types"), "TC311", {}, Severity.WARNING)
    if programme.day_types and not programme.abstract:
        yield from _days_of_the_week(design)


def _days_of_the_week(design: Design) -> Iterator[Problem]:
    """Every weekday belongs to one kind of day."""
    kinds = {name: kind for name, kind in design.programme.day_types.items() if not kind.ramadan and not kind.dates}
    missing = []
    for day in DAYS:
        names = [name for name, kind in kinds.items() if day in kind.days]
        if not names:
            missing.append(day)
        elif len(names) > 1:
            mine, own = design.chain[0], [name for name in names if ("day_types", name) in design.chain[0].values]
            place = mine.at_key("day_types", own[-1]) if own else design.at("day_types")
            yield Problem(place, "TC312", {"day": Phrase(f"days.{day}"), "names": names,
                                           "other": next(name for name in names if name not in own[-1:])})
    if missing:
        yield Problem(design.at("day_types"), "TC313", {"days": [Phrase(f"days.{day}") for day in missing]})


def _names_of_groups(design: Design) -> Iterator[Problem]:
    """Names in groups, day types, events and the duty roster."""
    programme, catalogue = design.programme, design.catalogue
    for name, group in programme.groups.items():
        if group.phase and group.phase not in catalogue.phases and ("phases", group.phase) not in catalogue.left_out:
            yield unknown_name(design.at("groups", name, "phase"), "phases", group.phase, catalogue.phases)
    uses: list[tuple[Path_, tuple[str, ...]]] = [(("day_types", kind, "frame", i, "groups"), item.groups)
            for kind, day_type in programme.day_types.items() for i, item in enumerate(day_type.frame)]
    uses += [(("events", name, "groups"), event.groups) for name, event in programme.events.items()]
    for path, groups in uses:
        for used in groups:
            if used not in programme.groups and not programme.abstract:
                yield unknown_name(design.at(*path), "groups", used, programme.groups)
    for i, role in enumerate(programme.duty.roles if programme.duty else ()):
        if role not in catalogue.roles and ("roles", role) not in catalogue.left_out:
            yield unknown_name(design.at("duty", "roles", i), "roles", role, catalogue.roles)


def _groups_without_phase(design: Design, planned: Planned) -> Iterator[Problem]:
    """A stream that is named as holding a component, and whose phase the component does not run in."""
    audience, place = planned.settings.groups, planned.origins.get("groups")
    if not audience or audience == "each" or not place or place.file != design.chain[0].at().file:
        return
    named = groups_named(audience) or tuple(design.programme.groups)
    left = [group.title for name in named if (group := design.programme.groups.get(name)) and group.phase
            and group.phase not in planned.component.phases]
    if left:
        phases = [design.catalogue.phases[name].title for name in planned.component.phases if name in design.catalogue.phases]
        yield Problem(place, "TC319", {"name": planned.component.title, "groups": left, "phases": phases}, Severity.WARNING)


def _weeks_after_the_end(design: Design, planned: Planned) -> Iterator[Problem]:
    """What is written only for weeks in which there is no programme any more; what a shorter one inherits is no mistake."""
    weeks = planned.settings.weeks
    if weeks and weeks[0] > design.weeks and planned.origins["weeks"].file == design.chain[0].at().file:
        yield Problem(planned.origins["weeks"], "TC431", {
            "name": planned.component.title, "weeks": f"{weeks[0]}-{weeks[1]}", "last": design.weeks})


def _pins_off_the_grid(planned: Planned) -> Iterator[Problem]:
    """A pinned session begins, with its way there, on the timetable's grid."""
    settings = planned.settings
    pins = [("at", pin) for pin in (settings.at or {}).values()]
    pins += [("by_day_type", here.at) for here in (settings.by_day_type or {}).values() if here.at is not None]
    for field, pin in pins:
        if over := (pin - (settings.travel_minutes or 0)) % GRID:
            yield Problem(planned.origins[field], "TC429", {
                "name": planned.component.title, "time": clock(pin), "before": clock(pin - over),
                "after": clock(pin - over + GRID)})


def _names_of_team_times(design: Design) -> Iterator[Problem]:
    programme, catalogue = design.programme, design.catalogue
    for name, times in programme.team_times.items():
        if not programme.abstract:
            for i, post in enumerate(times.staff):
                if post not in programme.staff:
                    yield unknown_name(design.at("team_times", name, "staff", i), "staff", post, programme.staff)
            if times.room and times.room not in programme.rooms:
                yield unknown_name(design.at("team_times", name, "room"), "rooms", times.room, programme.rooms)
        if times.component and times.component not in catalogue.components and (
                "components", times.component) not in catalogue.left_out:
            yield unknown_name(design.at("team_times", name, "component"), "components", times.component, catalogue.components)
