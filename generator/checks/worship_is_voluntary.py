"""Everything spiritual is voluntary, and those who stay away have something of equal worth at the same time.

Looks at every component of the pillars the criterion names: ``voluntary: true`` and an ``alternative``.
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import Week

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding]:
    for planned in design.components.values():
        component = planned.component
        if component.pillar not in criterion.names:
            continue
        if not component.voluntary:
            yield Finding("forced", planned.origins["voluntary"], {"name": component.title})
        elif component.alternative is None:
            yield Finding("no-alternative", planned.origins["alternative"], {"name": component.title})
