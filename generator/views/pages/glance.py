"""What a reader needs to know of a component before reading on: its pillar, when, how long, how many, who, how sure."""

from __future__ import annotations

from generator.language import Words
from generator.model.catalogue import Pillar
from generator.model.component import Component
from generator.model.design import Catalogue
from generator.views import wording
from generator.views.blocks import Block, Facts, Glance, Line, Mark, Run, joined, line
from generator.views.component_chapter import ALL_FACTS, component_facts

AT_A_GLANCE = ("pillar", "phases", "minutes", "group_size", "led_by")
"""The facts that stand in the head; the others follow below it."""


def mark_of(pillar: Pillar) -> Mark:
    return Mark(pillar.letter, pillar.pattern, pillar.colour)


def glance(catalogue: Catalogue, component: Component, words: Words) -> Glance:
    """The head of a component's page; whether a clinician has seen it stands there too, never only at the foot."""
    language = words.code
    pillar = catalogue.pillars[component.pillar]
    phases = [Run(catalogue.phases[name].title.to(language), to=f"phases/{name}")
              for name in component.phases if name in catalogue.phases]
    facts = dict(component_facts(catalogue, component, words, component.minutes, AT_A_GLANCE))
    rows: list[tuple[str, Line, Mark | None]] = [
        (words.label("facts.pillar"), line(Run(pillar.title.to(language), to=f"pillars/{component.pillar}")), mark_of(pillar))]
    if phases:
        rows.append((words.label("facts.phases"), line(*joined(phases)), None))
    for label in (words.label("facts.minutes"), words.label("facts.group_size")):
        if label in facts:
            rows.append((label, line(facts[label]), None))
    rows.append((words.label("facts.led_by"), _leaders(catalogue, component, words), None))
    grade = catalogue.evidence_grades[component.evidence.grade].title.to(language)
    reviewed = "reviewed" if component.review.by else "not_reviewed"
    rows += [(words.label("glance.evidence"), line(grade), None),
             (words.label("glance.review"), line(words.label(f"glance.{reviewed}")), None)]
    return Glance(tuple(rows))


def _leaders(catalogue: Catalogue, component: Component, words: Words) -> Line:
    """Each role leads to what is told of it."""
    runs: list[str | Run] = []
    names = [name for name in component.led_by.roles if name in catalogue.roles]
    titles = (catalogue.roles[name].title.to(words.code) for name in names)
    for name, (between, title) in zip(names, wording.choices(words, titles), strict=True):
        runs += [between, Run(title, to=f"roles#{name}")] if runs else [Run(wording.sentence(title), to=f"roles#{name}")]
    return line(*runs)


def other_facts(catalogue: Catalogue, component: Component, words: Words) -> tuple[Block, ...]:
    """The facts that are not in the head."""
    wanted = tuple(key for key in ALL_FACTS if key not in AT_A_GLANCE)
    rows = component_facts(catalogue, component, words, component.minutes, wanted)
    return (Facts(rows),) if rows else ()
