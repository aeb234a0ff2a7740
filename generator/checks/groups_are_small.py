"""A group in which people speak of themselves is small enough for everyone to be heard.

Looks at the components the criterion names, as far as the programme holds them: each takes at most the limit ``people`` at
once; a larger group is divided by the timetable.
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding, Shown
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import Week

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding | Shown]:
    most = criterion.limits["people"]
    for planned in (design.components[name] for name in criterion.names if name in design.components):
        size = planned.component.group_size.most
        largest = max((group.size for name, group in design.programme.groups.items() if planned.concerns(name)), default=0)
        if size > most or (planned.settings.split is False and largest > most):
            yield Finding("too-large", design.place_of(planned, "group_size"),
                          {"name": planned.component.title, "count": size if size > most else largest, "most": most})
        else:
            yield Shown(planned)
