"""Nobody is kept out for taking methadone or buprenorphine.

Looks at ``target.not_yet``, the conditions that need treatment first: none names such a medicine; and at
``policies.medication.continues``, which holds ``oat``.
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding, Shown
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import Week
from generator.problem import Phrase

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding | Shown]:
    target, medication = design.programme.target, design.programme.policies.medication
    named = [(i, name) for i, text in enumerate(target.not_yet if target else ())
             for _, said in text for name in criterion.names if name in said.casefold()]
    for i, name in dict(named).items():
        yield Finding("excluded", design.at("target", "not_yet", i), {"name": name})
    if medication is not None and "oat" not in medication.continues:
        yield Finding("stopped", design.at("policies", "medication", "continues"))
    elif medication is not None and not named:
        yield Shown(Phrase("shown.oat"))
