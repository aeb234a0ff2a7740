"""Minutes counted exactly from the weeks, before anybody rounds: per group, week and component, times residents.

What counts: a session counts its minutes, without the way there and back, for every resident who takes part. So a
group session counts whole for each group that holds it; individual work counts, on average, its sum divided by the
group's size; and a session for one part of a split group counts for that part. What is held alongside for another
faith is for the same people, who choose one of the two, and is not counted a second time.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.model.design import Design
from generator.model.week import Week

KINDS = ("pillar", "dimension", "factor")
"""What minutes are added up by. A component is in one pillar; it may serve several dimensions and relapse factors."""


@dataclass(frozen=True)
class GroupWeek:
    """One week of one group: its phase, its size, and component → minutes summed over its residents."""

    week: int
    group: str
    phase: str
    size: int
    minutes: Mapping[str, int]


def group_weeks(design: Design, weeks: Sequence[Week]) -> tuple[GroupWeek, ...]:
    """Every week of every group that is there, in the order of weeks, then of the groups as the programme lists them."""
    found = []
    for week in weeks:
        sums: dict[str, dict[str, int]] = {}
        for session in week.sessions:
            if session.strand:
                continue
            for part in session.parts:
                of_group = sums.setdefault(part.group, {})
                minutes = (session.minutes - 2 * session.travel) * part.size
                of_group[session.component] = of_group.get(session.component, 0) + minutes
        phases = dict(week.phases)
        found += [GroupWeek(week.number, name, phases[name], group.size, sums.get(name, {}))
                  for name, group in design.programme.groups.items() if name in phases]
    return tuple(found)


def serving(design: Design, kind: str) -> dict[str, frozenset[str]]:
    """Each pillar (or dimension, or relapse factor) that this programme's components serve → those components."""
    catalogue = design.catalogue
    names: Collection[str] = {"pillar": catalogue.pillars, "dimension": catalogue.dimensions,
                              "factor": catalogue.relapse_factors}[kind]
    of = {name: {"pillar": (planned.component.pillar,), "dimension": planned.component.dimensions,
                 "factor": planned.component.relapse_factors}[kind] for name, planned in design.components.items()}
    found = {name: frozenset(component for component, serves in of.items() if name in serves) for name in names}
    return {name: components for name, components in found.items() if components}


def average(cells: Sequence[GroupWeek], components: Collection[str]) -> Fraction:
    """Minutes of these components that a resident has in a week, on average over all residents of the cells."""
    residents = sum(cell.size for cell in cells)
    spent = sum(minutes for cell in cells for name, minutes in cell.minutes.items() if name in components)
    return Fraction(spent, residents) if residents else Fraction(0)


def whole(parts: Sequence[Fraction]) -> tuple[int, ...]:
    """Rounded to whole minutes so that they add up to the rounded sum: the largest remainders are rounded up."""
    floors = [int(part) for part in parts]
    lacking = int(sum(parts) + Fraction(1, 2)) - sum(floors)
    by_remainder = sorted(range(len(parts)), key=lambda i: (floors[i] - parts[i], i))
    up = set(by_remainder[:lacking])
    return tuple(floor + (i in up) for i, floor in enumerate(floors))
