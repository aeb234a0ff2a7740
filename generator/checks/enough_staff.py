"""By day there are enough posts for the residents of the house.

Looks at ``staff`` on ordinary workdays: from nine to three at least one post of the house for every ``residents`` of the
limit who are in is at work. Who comes from outside does not count, and of those who work in shifts one; residents whose
day has an item of the kind ``outside`` then, or whose group is not ``present``, are not in.
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
    most = criterion.limits["residents"]
    shifts = {*design.programme.duty.roles} if design.programme.duty else set()
    posts = [post for post in design.programme.staff.values() if not post.outside and post.role not in shifts]
    there = {(day, at): (bool(shifts) + sum(
        any(day in hours.days and hours.hours[0] <= at < hours.hours[1] for hours in post.available) for post in posts),
        _in_the_house(design, day, at)) for day in DAYS[:5] for at in HOURS}

    def lacking(when: tuple[str, int]) -> int:
        count, residents = there[when]
        return -(-residents // most) - count

    worst = max(there, key=lacking)
    count, residents = there[worst]
    if (lack := lacking(worst)) > 0:
        yield Finding("too-few", design.at("staff"), {"count": count, "least": count + lack, "days": worst[0],
                                                      "at": clock(worst[1]), "residents": residents})
    else:
        yield Shown(Phrase("shown.staff", {"count": count, "residents": residents}))


def _in_the_house(design: Design, day: str, at: int) -> int:
    """Residents who are not out at work or school at an hour of an ordinary weekday."""
    kinds = [kind for kind in design.programme.day_types.values()
             if day in kind.days and not (kind.dates or kind.ramadan or kind.holiday)]
    out = [item for kind in kinds for item in kind.frame if item.kind == "outside" and not item.choose and not item.rotation
           and item.at is not None and item.at <= at < (item.until or item.at + (item.minutes or 0))]
    return sum(group.size for name, group in design.programme.groups.items()
               if not any(not item.groups or name in item.groups for item in out) and (not group.present or any(
                   day in hours.days and hours.hours[0] <= at < hours.hours[1] for hours in group.present)))
