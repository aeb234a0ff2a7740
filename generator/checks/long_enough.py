"""A therapeutic community lasts long enough, or does not call itself one.

Looks at programmes of the model ``tc``: the ``phases`` of one resident add up to at least the limit ``days``.
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding, Shown
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import Week
from generator.problem import Phrase

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding | Shown]:
    days = 7 * sum(phase.weeks for phase in design.programme.phases)
    if design.programme.model == "tc" and days < criterion.limits["days"]:
        yield Finding("too-short", design.at("phases"), {"days": days, "least": criterion.limits["days"]})
    else:
        yield Shown(Phrase("shown.days", {"days": days}))
