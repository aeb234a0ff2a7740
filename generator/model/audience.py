"""Leave out of a programme's texts what is said only for people it does not take in.

The catalogue speaks for every house: of a minor who waits for a guardian, of pregnancy. Whoever works in or lives in a house
for grown men reads none of it there; forms stay general, and so does the guide.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from generator.language import AUDIENCES, Text
from generator.model.catalogue import Pillar
from generator.model.component import ADAPTATIONS
from generator.model.design import Design, Planned
from generator.model.programme import Programme

COMMUNITIES = ("tc", "day-tc")
"""Models of programmes that are a therapeutic community."""
TOLD = ("phases", "roles", "pillars", "editions", "glossary")
"""Parts of the catalogue that a programme's books print."""
METHAMPHETAMINE = "methamphetamine"
"""The substance of which the catalogue says things of its own."""


def audiences_of(programme: Programme) -> tuple[str, ...]:
    """Those of ``AUDIENCES`` that a programme takes in; all where it does not say."""
    taken_in = {**dict.fromkeys(AUDIENCES, True), "overnight": programme.residential is not False}
    if target := programme.target:
        taken_in |= {"minors": target.ages[0] < 18, "women": "woman" in target.sexes, "men": "man" in target.sexes,
                     "muslims": programme.keeps_ramadan,
                     "christians": not target.faiths or bool({"kristen", "katolik"} & set(target.faiths))}
    return tuple(name for name in AUDIENCES if taken_in[name])


def adaptations_for(programme: Programme) -> tuple[str, ...]:
    """The adaptations that a programme's people call for; all where it does not say who they are."""
    target = programme.target
    if not target:
        return ADAPTATIONS
    called_for = {METHAMPHETAMINE: METHAMPHETAMINE in target.substances, "women": "woman" in target.sexes,
                  "minors": target.ages[0] < 18, "multi-faith": len(target.faiths) > 1}
    return (*(name for name, needed in called_for.items() if needed), "dual-diagnosis", "low-resource")


def for_its_people(design: Design) -> Design:
    """The design with every text as its own people are spoken to."""
    if design.programme.model not in COMMUNITIES:
        design = replace(design, catalogue=replace(design.catalogue, pillars={
            name: _as_elsewhere(pillar) for name, pillar in design.catalogue.pillars.items()}))
    audiences = audiences_of(design.programme)
    if len(audiences) == len(AUDIENCES):
        return design
    components = {name: _planned_told(planned, audiences) for name, planned in design.components.items()}
    catalogue = replace(design.catalogue, **{name: told(getattr(design.catalogue, name), audiences) for name in TOLD})
    return replace(design, programme=told(design.programme, audiences), components=components, catalogue=catalogue)


def _as_elsewhere(pillar: Pillar) -> Pillar:
    other = pillar.elsewhere
    return pillar if other is None else pillar.model_copy(
        update={key: getattr(other, key) for key in ("title", "description", "for_residents", "for_families")})


def _planned_told(planned: Planned, audiences: Collection[str]) -> Planned:
    return replace(planned, component=told(planned.component, audiences), settings=told(planned.settings, audiences),
                   times=tuple(_planned_told(time, audiences) for time in planned.times))


def told(thing: Any, audiences: Collection[str]) -> Any:
    """A described thing as it is told to some; the same object where nothing in it is meant for others.

    An item of a list of which nothing is left is gone from the list.
    """
    if isinstance(thing, Text):
        return thing.told(audiences)
    if isinstance(thing, BaseModel):
        own = thing.__dict__
        changed = {name: new for name, value in own.items() if (new := told(value, audiences)) is not value}
        return thing.model_copy(update=changed) if changed else thing
    if isinstance(thing, tuple):
        items = tuple(told(item, audiences) for item in thing)
        if all(new is old for new, old in zip(items, thing, strict=True)):
            return thing
        return tuple(item for item in items if not (isinstance(item, Text) and not any(phrase for _, phrase in item)))
    if isinstance(thing, Mapping):
        entries = {name: told(value, audiences) for name, value in thing.items()}
        return thing if all(entries[name] is value for name, value in thing.items()) else entries
    return thing
