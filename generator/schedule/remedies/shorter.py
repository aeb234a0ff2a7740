"""A component held for less time, by as much as its core steps allow; and those that are never held less."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.design import Design, Planned
from generator.model.week import GRID
from generator.problem import Phrase
from generator.schedule.remedies.changes import of_component
from generator.schedule.remedies.family import Family, Proposal, family


def never_less(design: Design) -> set[str]:
    """Components that are never held less: those that a "must" criterion asks for, what is due by a day after arrival, and the
    meetings of the whole house, by which it is a community."""
    named = {name for criterion in design.catalogue.standards.values() if criterion.severity == "must"
             for name in criterion.asked_for}
    return {name for name, planned in design.components.items()
            if name in named or planned.component.within_days is not None or planned.component.whole_house}


def shorter(design: Design, planned: Planned) -> Iterator[Family]:
    """To the least its core steps need, or half way there; what is never held less no shorter than the catalogue has it."""
    least, usual = _least(planned), design.catalogue.components[planned.name].minutes
    if planned.name in never_less(design):
        return family("shorter", [*shortened(design, planned, usual)])
    half = -(-(least + planned.minutes) // 2 // GRID) * GRID
    return family("shorter", [*shortened(design, planned, half), *shortened(design, planned, least)])


def shortened(design: Design, planned: Planned, minutes: int) -> Iterator[Proposal]:
    """So many minutes instead of more, if its core steps stay whole and it may be so short at all."""
    usual = design.catalogue.components[planned.name].minutes
    if minutes >= usual or planned.name not in never_less(design):
        yield from with_its_core(design, planned, minutes)


def with_its_core(design: Design, planned: Planned, minutes: int) -> Iterator[Proposal]:
    """So many minutes instead of more, if its core steps stay whole."""
    if _least(planned) <= minutes < planned.minutes:
        yield Proposal(
            Phrase("remedies.shorter", {"name": planned.component.title, "minutes": minutes, "was": planned.minutes}),
            of_component(design, planned.name, minutes=minutes))


def _least(planned: Planned) -> int:
    """The minutes that its core steps need (the rule of TC307)."""
    core = sum(step.least or step.minutes for step in planned.component.plan if step.core)
    return -(-core // GRID) * GRID
