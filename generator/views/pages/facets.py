"""By what an activity can be chosen: pillar, phase, mode, minutes, group size, leader, material."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.language import Words
from generator.model.component import Component
from generator.model.design import Catalogue

LENGTHS = (("30", 0, 30), ("60", 31, 60), ("90", 61, 90), ("more", 91, 10_000))
"""Bands of minutes: name, from, to."""
SIZES = (("1", 1, 1), ("4", 2, 4), ("8", 5, 8), ("12", 9, 12), ("20", 13, 20), ("more", 21, 10_000))
"""Bands of how many take part: name, from, to."""
NO_PHASE = "none"
"""What is held outside a resident's phases: with staff, partners or the public."""


@dataclass(frozen=True)
class Choice:
    """One value of a facet."""

    name: str
    title: str
    components: tuple[str, ...]
    """The components it fits, in the catalogue's order."""
    page: str
    """The plain index page of it."""
    text: str = ""
    """What it means, where its title does not say it all."""


@dataclass(frozen=True)
class Facet:
    """One way of choosing."""

    name: str
    title: str
    choices: tuple[Choice, ...]


def facets(catalogue: Catalogue, words: Words) -> tuple[Facet, ...]:
    """Every way of choosing, each with the values that at least one component has."""
    language, components = words.code, catalogue.components
    leading = {role for component in components.values() for role in component.led_by.roles}
    found = (
        _facet("pillar", words, components, (
            (name, pillar.title.to(language), "", f"pillars/{name}") for name, pillar in catalogue.pillars.items())),
        _facet("phase", words, components, (
            *((name, phase.title.to(language), "", f"phases/{name}") for name, phase in catalogue.phases.items()),
            (NO_PHASE, words.label("find.no_phase"), words.label("find.no_phase_text"), ""))),
        _facet("mode", words, components, (
            (name, words.label(f"find.modes.{name}"), words.label(f"find.mode_texts.{name}"), "")
            for name in ("individual", "group", "community"))),
        _facet("minutes", words, components, (
            (name, words.label(f"find.lengths.{name}"), "", "") for name, *_ in LENGTHS)),
        _facet("size", words, components, ((name, words.label(f"find.sizes.{name}"), "", "") for name, *_ in SIZES)),
        _facet("leader", words, components, (
            (name, role.title.to(language), role.description.to(language), "")
            for name, role in catalogue.roles.items() if name in leading)),
        _facet("material", words, components, (
            (name, kind.title.to(language), kind.description.to(language), "")
            for name, kind in catalogue.materials.kinds.items()), materials=catalogue),
    )
    return tuple(facet for facet in found if facet.choices)


def _facet(
    name: str, words: Words, components: Mapping[str, Component], values: Iterable[tuple[str, str, str, str]],
    materials: Catalogue | None = None,
) -> Facet:
    choices = []
    for value, title, text, page in values:
        fitting = tuple(
            key for key, component in components.items()
            if (key in materials.materials.kinds[value].components if materials else value in values_of(name, component)))
        if fitting:
            choices.append(Choice(value, title, fitting, page or f"find/{name}-{value}", text))
    return Facet(name, words.label(f"find.facets.{name}"), tuple(choices))


def values_of(facet: str, component: Component) -> tuple[str, ...]:
    """The values a component has in one facet, as far as it tells them itself."""
    return _VALUES[facet](component)


def _sizes(component: Component) -> tuple[str, ...]:
    size = component.group_size
    return tuple(name for name, least, most in SIZES if size.least <= most and least <= size.most)


_VALUES: Mapping[str, Callable[[Component], tuple[str, ...]]] = {
    "pillar": lambda component: (component.pillar,),
    "phase": lambda component: component.phases or (NO_PHASE,),
    "mode": lambda component: (component.mode,),
    "minutes": lambda component: tuple(name for name, least, most in LENGTHS if least <= component.minutes <= most),
    "size": _sizes,
    "leader": lambda component: component.led_by.roles,
}
