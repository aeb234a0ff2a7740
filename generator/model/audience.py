"""Tell a programme's texts as its own people are spoken to.

The catalogue speaks for every house: of a minor who waits for a guardian, of pregnancy, and of residents. Whoever works in or
lives in a house for grown men reads none of the first there; forms stay general, and so does the guide. Where residents are
called otherwise, everything the programme prints calls them so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from generator.calling import Calling
from generator.language import AUDIENCES, Text
from generator.model.catalogue import Glossary, Pillar
from generator.model.component import ADAPTATIONS
from generator.model.design import Catalogue, Design, Planned
from generator.model.programme import Programme

COMMUNITIES = ("tc", "day-tc")
"""Models of programmes that are a therapeutic community."""
TOLD = ("phases", "roles", "pillars", "editions", "glossary")
"""Parts of the catalogue that a programme's books print."""
CALLED = (*TOLD, "forms", "standards", "red_list")
"""Those that speak of residents."""
Change = Callable[[Text], Text]
"""A text as some are told it; the same object where it is what everybody is told."""
RESIDENT, CLIENT = "resident", "client"
"""The glossary's entries of those in care: in a house, and in a programme to which people come by day."""
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
    if len(audiences) < len(AUDIENCES):
        design = _told_design(design, lambda text: text.told(audiences), TOLD)
    if calling := _calling(design):
        design = replace(_told_design(design, calling.told, CALLED), calling=calling)
        terms = design.catalogue.glossary.terms
        if any(term.term == terms[RESIDENT].term for name, term in terms.items() if name != RESIDENT):
            glossary = Glossary(terms={name: term for name, term in terms.items() if name != RESIDENT})
            design = replace(design, catalogue=replace(design.catalogue, glossary=glossary))
    return design


def for_everybody(catalogue: Catalogue) -> Catalogue:
    """The catalogue with its roles called as in the guide, whoever a programme's people are."""
    return replace(catalogue, roles=told(catalogue.roles, lambda text: text.told(AUDIENCES)))


def _calling(design: Design) -> Calling | None:
    """What the programme calls its residents; nothing where it calls them as the catalogue does."""
    terms, own = design.catalogue.glossary.terms, design.programme.residents_called
    if own is None and design.programme.residential is False and CLIENT in terms:
        own = terms[CLIENT].term
    return Calling(dict(terms[RESIDENT].term), dict(own)) if own and RESIDENT in terms else None


def _told_design(design: Design, change: Change, parts: tuple[str, ...]) -> Design:
    components = {name: _planned_told(planned, change) for name, planned in design.components.items()}
    catalogue = replace(design.catalogue, **{name: told(getattr(design.catalogue, name), change) for name in parts})
    return replace(design, programme=told(design.programme, change), components=components, catalogue=catalogue)


def _as_elsewhere(pillar: Pillar) -> Pillar:
    other = pillar.elsewhere
    return pillar if other is None else pillar.model_copy(
        update={key: getattr(other, key) for key in ("title", "description", "for_residents", "for_families")})


def _planned_told(planned: Planned, change: Change) -> Planned:
    return replace(planned, component=told(planned.component, change), settings=told(planned.settings, change),
                   times=tuple(_planned_told(time, change) for time in planned.times))


def told(thing: Any, change: Change) -> Any:
    """A described thing with every text changed; the same object where no text is.

    An item of a list of which nothing is left is gone from the list.
    """
    if isinstance(thing, Text):
        return change(thing)
    if isinstance(thing, BaseModel):
        own = thing.__dict__
        changed = {name: new for name, value in own.items() if (new := told(value, change)) is not value}
        return thing.model_copy(update=changed) if changed else thing
    if isinstance(thing, tuple):
        items = tuple(told(item, change) for item in thing)
        if all(new is old for new, old in zip(items, thing, strict=True)):
            return thing
        return tuple(item for item in items if not (isinstance(item, Text) and not any(phrase for _, phrase in item)))
    if isinstance(thing, Mapping):
        entries = {name: told(value, change) for name, value in thing.items()}
        return thing if all(entries[name] is value for name, value in thing.items()) else entries
    return thing
