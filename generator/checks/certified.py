"""Somebody of a role that asks for it is certified.

Looks at ``staff``: a post whose role, or one of its ``also``, is among the criterion's ``names`` says ``certified: true``.
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding, Shown
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import Week

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding | Shown]:
    posts = [person for person in design.programme.staff.values() if {person.role, *person.also} & {*criterion.names}]
    if not any(person.certified for person in posts):
        yield Finding("none", design.at("staff"))
    yield from (Shown(person.title) for person in posts if person.certified)
