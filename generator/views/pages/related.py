"""What a component has to do with others, told from both ends: preparing, serving instead, words, forms, red list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from generator.language import Text, Words
from generator.model.catalogue import Preferred
from generator.model.component import Component
from generator.model.design import Catalogue
from generator.views.blocks import Line, Run, joined, line
from generator.views.component_chapter import to_component
from generator.views.pages.forms import to_form


def related(catalogue: Catalogue, name: str, words: Words) -> list[Line]:
    """A line for each kind of relation a component has with others, with the glossary and with forms."""
    components, component = catalogue.components, catalogue.components[name]
    prepared = [*component.builds_on, *component.after]
    shown = {*prepared, *component.see_also, *component.instead_of}
    prepares = _those(components, lambda other: name in (*other.builds_on, *other.after))
    instead = _those(components, lambda other: name in other.instead_of)
    shown |= {*prepares, *instead, name}
    ways: tuple[tuple[str, Iterable[str]], ...] = (
        ("prepared_by", prepared),
        ("prepares", prepares),
        ("instead", instead),
        ("instead_of", component.instead_of),
        ("stands_in_for", component.stands_in_for),
        ("stood_in_by", _those(components, lambda other: name in other.stands_in_for)),
        ("read_next", component.see_also),
        ("named_by", [other for other in _those(components, lambda other: name in other.see_also) if other not in shown]),
    )
    lines = []
    for key, names in ways:
        runs = [to_component(other, components[other], words) for other in dict.fromkeys(names) if other in components]
        if runs:
            lines.append(line(words.label(f"component.{key}"), " ", *joined(runs)))
    terms = [Run(term.term.to(words.code), to=f"glossary#{key}") for key, term in catalogue.glossary.terms.items()
             if means(term, component)]
    if terms:
        lines.append(line(words.label("component.words"), " ", *joined(terms)))
    never = [Run(entry.title.to(words.code), to=f"red-list#{key}") for key, entry in catalogue.red_list.items()
             if name in entry.components]
    if never:
        lines.append(line(words.label("component.instead_of_never"), " ", *joined(never)))
    forms = [to_form(key, form, words) for key, form in catalogue.forms.items() if name in form.components]
    if forms:
        lines.append(line(words.label("component.forms"), " ", *joined(forms)))
    return lines


def means(term: Preferred, component: Component) -> bool:
    """Whether a word of the glossary is one of a component's own names."""
    return bool(_names(component.title, component.house_words) & _names(term.term, term.synonyms))


@lru_cache(maxsize=1024)
def _names(title: Text, others: tuple[str, ...]) -> frozenset[str]:
    return frozenset(text.lower() for text in (*(text for _, text in title), *others))


def _those(components: Mapping[str, Component], wanted: Callable[[Component], bool]) -> list[str]:
    return [name for name, component in components.items() if wanted(component)]
