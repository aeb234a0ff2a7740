"""There is a bed for everyone, water to drink, first aid and a way out of a fire.

Looks at ``facilities``: as many ``beds`` as residents who sleep in, and ``true`` under every key the criterion names. While the
programme has no ``facilities`` nobody can tell.
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding, Shown, Untold
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import Week
from generator.problem import Phrase

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding | Shown | Untold]:
    facilities = design.programme.facilities
    if facilities is None:
        yield Untold()
        return
    residents = sum(group.size for group in design.programme.groups.values() if not group.present)
    if "beds" in criterion.names and facilities.beds < residents:
        yield Finding("beds", design.at("facilities", "beds"), {"count": facilities.beds, "least": residents})
    for name in (name.replace("-", "_") for name in criterion.names):
        if getattr(facilities, name):
            yield Shown(Phrase(f"shown.facilities.{name}", {"count": facilities.beds}))
        elif name != "beds":
            yield Finding("lacking", design.at("facilities", name), {"name": Phrase(f"shown.facilities.{name}", {"count": 0})})
