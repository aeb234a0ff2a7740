"""Prescribed medicines continue, and only the prescriber changes them.

Looks at ``policies.medication``: ``continues`` must hold every kind the criterion names, and
``changed_only_by_prescriber`` must be true.
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import Week

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding]:
    medication = design.programme.policies.medication
    if medication is None:
        yield Finding("missing", design.at("policies"))
        return
    stopped = [name for name in criterion.names if name not in medication.continues]
    if stopped:
        yield Finding("stopped", design.at("policies", "medication", "continues"), {"names": stopped})
    if not medication.changed_only_by_prescriber:
        yield Finding("changed", design.at("policies", "medication", "changed_only_by_prescriber"))
