"""Each of the named dimensions, pillars or relapse factors has enough components.

The criterion's ``of`` says which field of a component counts, its ``names`` what must be covered, and its limit
``components`` by how many (one if not given).
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding, Shown
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import Week
from generator.problem import Phrase

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding | Shown]:
    field = criterion.of or "dimensions"
    vocabulary = {
        "pillar": design.catalogue.pillars, "dimensions": design.catalogue.dimensions,
        "relapse_factors": design.catalogue.relapse_factors,
    }[field]
    least = criterion.limits.get("components", 1)
    for name in criterion.names:
        count = 0
        for planned in design.components.values():
            value = getattr(planned.component, field)
            count += name == value or (not isinstance(value, str) and name in value)
        title = vocabulary[name].title if name in vocabulary else name
        if count >= least:
            yield Shown(Phrase("shown.covered", {"name": title, "count": count}))
        else:
            yield Finding("uncovered", design.at("components"), {"name": title, "count": count, "least": least})
