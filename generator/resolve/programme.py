"""A programme with what it inherits, and every name in it checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.language import Text
from generator.model.adjustment import (
    CORE_FIELDS,
    PROGRAMME_ONLY_FIELDS,
    Adjustment,
    ComponentChoices,
)
from generator.model.component import Alternative, Component
from generator.model.design import Catalogue, Design, Planned
from generator.model.programme import BY_NAME, REQUIRED, Programme
from generator.model.values import DAYS
from generator.problem import Problem, did_you_mean
from generator.resolve.day_types import kept_off, with_likes
from generator.resolve.left_over import left_over
from generator.resolve.names import names_of_programme
from generator.resolve.place import far_from_city
from generator.resolve.times import with_times
from generator.resolve.unknown import unknown_name
from generator.source import Origins, Path_, Source


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
    components |= {key: _as_in_catalogue(key, catalogue) for key in _with_families(merged, catalogue) if key not in left_out
                   and key not in components}
    components = {key: kept_off(with_times(planned, merged.groups), merged.day_types)
                  for key, planned in sorted(components.items())}
    design = Design(name, merged, components, left_out, sources, catalogue)
    if not merged.abstract:
        problems += [
            Problem(sources[0].at(), "TC310", {"key": key}) for key in REQUIRED if not getattr(merged, key)
        ]
    gone = {(key, entry) for _, one in chain for key in BY_NAME for entry, value in getattr(one, key).items() if value is None}
    problems += [*names_of_programme(design, gone), *left_over(sources[0], merged),
                 *far_from_city(sources[0], merged)]
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


def _inherit(parent: Programme, child: Programme) -> Programme:
    """The child's fields over the parent's: whole fields; entry by entry, one level deep, where things have names."""
    fields: dict[str, Any] = {}
    for key in Programme.model_fields:
        if key in ("components", "extends", "abstract", "example"):
            fields[key] = getattr(child, key)
        elif key in BY_NAME:
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
    for key in BY_NAME:
        known = getattr(parent, key) if parent else {}
        for name, entry in getattr(child, key).items():
            if entry is None and name not in known:
                yield Problem(source.at_key(key, name), "TC318", {
                    "name": name, "key": key, "near": did_you_mean(name, known)})


def _as_in_catalogue(name: str, catalogue: Catalogue) -> Planned:
    return Planned(name, catalogue.components[name], Adjustment(),
                   Origins(catalogue.sources["components", name], Component.model_fields))


def _with_families(programme: Programme, catalogue: Catalogue) -> Iterator[str]:
    """What the team's times hold with families: it needs no line under ``components`` as well."""
    for time in programme.team_times.values():
        component = catalogue.components.get(time.component or "")
        if time.component and component and component.participants == "families":
            yield time.component


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
            left_out.pop(name, None)
            problems += _adjust(components, _as_in_catalogue(name, catalogue), adjustment or Adjustment(), source, path)
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
    given = {key: value for key in adjustment.model_fields_set
             if (value := getattr(adjustment, key)) is not None or key in PROGRAMME_ONLY_FIELDS}
    instead = adjustment.alternative
    missing = [key for key in ("title", "description", "roles") if instead and not planned.component.alternative
               and getattr(instead, key) is None]  # nothing is there for it to change
    if instead:
        given["alternative"] = None if missing else instead.over(planned.component.alternative)
    problems = [
        Problem(source.at_key(*path, key), "TC306", {"key": key, "name": planned.name})
        for key in CORE_FIELDS
        if key in adjustment.model_fields_set and adjustment.signed_by is None
        and _core(given.get(key, getattr(adjustment, key))) != _core(getattr(planned.component, key))
    ]
    problems += [Problem(source.at_key(*path, "alternative"), "TC201", {"key": key}) for key in missing]
    if "alternative" in adjustment.model_fields_set and adjustment.signed_by:
        given.setdefault("alternative", None)  # null, over a signature: without a choice
    elif adjustment.voluntary is False and adjustment.signed_by:
        given["alternative"] = None  # where everybody takes part, nobody has to be offered anything else
    of_component = {key: value for key, value in given.items() if key not in PROGRAMME_ONLY_FIELDS}
    if (pins := given.get("at")) and "every" not in pins and "days" not in given:
        of_component["days"] = tuple(day for day in DAYS if day in pins)  # whoever pins it on Sunday holds it on Sunday
    if adjustment.windows:
        of_component["window"] = min(w[0] for w in adjustment.windows), max(w[1] for w in adjustment.windows)
    elif adjustment.window:
        given["windows"] = None  # one stretch in place of the pattern's several
    if adjustment.room:
        of_component["off_site"] = False  # whoever names a room holds it there
    if adjustment.led_by:
        of_component["led_by"] = adjustment.led_by.over(planned.component.led_by)
        given["led_by"] = adjustment.led_by.after(planned.settings.led_by)
    component = planned.component.model_copy(update={k: v for k, v in of_component.items() if k != "minutes"})
    least = sum(step.least or step.minutes for step in component.plan if step.core)
    of_times = [("times", i, key) for i, time in enumerate(given.get("times") or ()) for key in time.model_fields_set]
    lengths = [(("minutes",), given.get("minutes"))] + [
        (where, given["times"][where[1]].minutes) for where in of_times if where[-1] == "minutes"]
    problems += [Problem(source.at(*path, *where), "TC307", {"name": planned.name, "minutes": minutes, "least": least})
                 for where, minutes in lengths if minutes is not None and minutes < least]
    settings = planned.settings.model_copy(update=given)
    origins = planned.origins.but({key: source.at(*path, key) for key in given} | {
        ".".join(map(str, where)): source.at(*path, *where) for where in [*of_times, *_named(adjustment)]})
    components[planned.name] = Planned(planned.name, component, settings, origins)
    return problems


def _core(value: object) -> object:
    """What the catalogue locks of a value: of what is offered instead all but who leads it and where."""
    return value.model_dump(include={*Alternative.model_fields}) if isinstance(value, Alternative) else value


def _named(adjustment: Adjustment) -> Iterator[tuple[str | int, ...]]:
    """Where an adjustment names posts, rooms and roles one level down."""
    for key in ("led_by", "alternative"):
        yield from ((key, inner) for inner in getattr(getattr(adjustment, key), "model_fields_set", ()))
    for i, one in enumerate(adjustment.alongside or ()):
        yield from (("alongside", i, inner) for inner in one.model_fields_set)
