"""Whoever has left is contacted often enough, and for long enough.

Looks at ``aftercare``. The limit ``each-week`` asks for a contact in each of so many first weeks; ``until-week`` for one in
or after that week, and ``contacts`` for so many in all.
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding, Shown
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import Week
from generator.problem import Phrase

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding | Shown]:
    limits = criterion.limits
    contacts = sorted(contact.week for contact in design.programme.aftercare)
    last = contacts[-1] if contacts else 0
    without = [week for week in range(1, limits.get("each-week", 0) + 1) if week not in contacts]
    if without:
        yield Finding("weeks-without", design.at("aftercare"), {"names": without})
    elif last < limits.get("until-week", 0) or len(contacts) < limits.get("contacts", 0):
        yield Finding("too-short", design.at("aftercare"), {"count": len(contacts), "week": last})
    elif weeks_each := limits.get("each-week"):
        early = [week for week in contacts if week <= weeks_each]
        yield Shown(Phrase("shown.early_contacts", {"count": len(early), "weeks": weeks_each}))
    else:
        yield Shown(Phrase("shown.contacts", {"count": len(contacts), "week": last}))
