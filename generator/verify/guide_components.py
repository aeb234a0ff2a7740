"""The guide's pages of components: length, group size and leaders at the head; every step's minutes; the materials."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.documents import Laid
from generator.model.audience import for_everybody
from generator.verify import GUIDE, Fault
from generator.verify.component_facts import facts_said
from generator.verify.html_rows import article_of, sections_of
from generator.verify.read import squeezed
from generator.views import wording
from generator.views.plan import fit

UNIT = GUIDE
FILES = ("components/*.html",)


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    component, code = laid.design.catalogue.components[inside.stem], laid.words.code
    sections = {section.anchor: section for section in sections_of(article_of(path))}
    head = next((section for section in sections.values() if section.facts), None)
    title = component.title.to(code)
    yield None if head and head.title == title else Fault("component", title, head.title if head else "")
    facts = head.facts if head else {}
    for what, label, value in facts_said(
            component, (component.minutes,), for_everybody(laid.design.catalogue), laid.words):
        found = facts.get(label, "")
        yield None if squeezed(found) == squeezed(value) else Fault(what, f"{label}: {value}", found)
    steps = fit(component.plan, component.minutes)
    shown = [anchor for anchor in sections if anchor.startswith("step-")]
    yield None if len(shown) == len(steps) else Fault("count", str(len(steps)), str(len(shown)))
    for number, step in enumerate(steps, 1):
        section = sections.get(f"step-{number}")
        name, minutes = f"{number}. {step.step.title.to(code)}", wording.minutes(laid.words, step.minutes)
        # The minutes stand at once below the step's title, before anything else is said.
        stands = section and squeezed(section.title) == squeezed(name) \
            and squeezed(section.text).removeprefix(squeezed(section.title)).startswith(squeezed(minutes))
        yield None if stands else Fault("step", f"{name} · {minutes}", section.text[:80] if section else "")
    prepare = sections["prepare"].items if "prepare" in sections else []
    listed = {squeezed(item) for item in prepare}
    for material in component.materials:
        yield None if squeezed(material.to(code)) in listed else Fault("materials", material.to(code))
    if inside.stem in laid.design.components and laid.design.programme.organisation:
        organisation = laid.design.programme.organisation.name
        used = sections["see-also"].items if "see-also" in sections else []
        yield None if any(organisation in item for item in used) else Fault("programme", organisation)
