"""What is said of a component wherever it is described: how long, for how many, who leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.language import Words
from generator.model.component import Component
from generator.model.design import Catalogue
from generator.views import wording


def facts_said(
    component: Component, lengths: Sequence[int], catalogue: Catalogue, words: Words
) -> Iterator[tuple[str, str, str]]:
    """Kind of fact, its label, and its value as the language says it; ``lengths`` may be a programme's own."""
    yield "minutes", words.label("facts.minutes"), wording.minutes(words, *lengths)
    size = component.group_size
    alumni = component.participants == "residents" and component.phases == ("aftercare",)
    if size.most == 1:
        one = "alumni" if alumni else "family" if component.participants == "families" else "person"
        people = words.label(f"facts.one_{one}")
    else:
        kind = "people_alumni" if alumni else \
            "people" if component.participants == "residents" else f"people_{component.participants}"
        people = words.label(f"facts.{kind}", least=size.least, most=size.most)
    yield "count", words.label("facts.group_size"), wording.sentence(people)
    for key, roles in (("led_by", component.led_by.roles), ("co_lead", component.led_by.co_lead)):
        titles = [catalogue.roles[name].title.to(words.code) for name in roles if name in catalogue.roles]
        if titles:
            yield "leader", words.label(f"facts.{key}"), wording.sentence(wording.either(words, titles))
