"""By day there are enough posts for the residents of the house.

Looks at ``staff`` on ordinary workdays: from nine to three at least one post of the house for every ``residents`` of the
limit is at work. Who comes from outside does not count, and of those who work in shifts one.
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding, Shown
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.values import DAYS, clock
from generator.model.week import Week
from generator.problem import Phrase

NEEDS_TIMETABLE = False

HOURS = range(9 * 60, 15 * 60 + 1, 60)
"""Looked at on each workday, in minutes from midnight."""


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding | Shown]:
    residents = sum(group.size for group in design.programme.groups.values())
    least = -(-residents // criterion.limits["residents"])
    shifts = {*design.programme.duty.roles} if design.programme.duty else set()
    posts = [post for post in design.programme.staff.values() if not post.outside and post.role not in shifts]
    there = {(day, at): bool(shifts) + sum(
        any(day in hours.days and hours.hours[0] <= at < hours.hours[1] for hours in post.available) for post in posts)
        for day in DAYS[:5] for at in HOURS}
    (day, at), fewest = min(there.items(), key=lambda one: one[1])
    if fewest < least:
        yield Finding("too-few", design.at("staff"),
                      {"count": fewest, "least": least, "days": day, "at": clock(at), "residents": residents})
    else:
        yield Shown(Phrase("shown.staff", {"count": fewest, "residents": residents}))
