"""A resident may leave at any time, and leaving costs nothing but a talk.

Looks at ``policies.leave``: it must exist, say ``any_time: true`` and ``penalty: false``.
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import Week

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding]:
    leave = design.programme.policies.leave
    if leave is None:
        yield Finding("missing", design.at("policies"))
        return
    if not leave.any_time:
        yield Finding("held", design.at("policies", "leave", "any_time"))
    if leave.penalty:
        yield Finding("penalty", design.at("policies", "leave", "penalty"))
