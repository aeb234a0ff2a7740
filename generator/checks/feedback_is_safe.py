"""Groups in which residents confront one another are voluntary, come after induction and have a second leader.

Looks at the components the criterion names, as far as the programme holds them: ``voluntary``, no ``induction`` among
their ``phases``, and somebody in ``led_by.co_lead``.
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding, Shown
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import Week

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding | Shown]:
    for planned in (design.components[name] for name in criterion.names if name in design.components):
        component, args = planned.component, {"name": planned.component.title}
        if not component.voluntary:
            yield Finding("not-voluntary", design.place_of(planned, "voluntary"), args)
        elif "induction" in component.phases:
            yield Finding("too-early", design.place_of(planned, "phases"), args)
        elif not component.led_by.co_lead:
            yield Finding("alone", design.place_of(planned, "led_by"), args)
        else:
            yield Shown(planned)
