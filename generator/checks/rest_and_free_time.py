"""Every day has its night's rest and its free time, for each group by its own day.

Looks at each dated day of every group that lives in the house: frame items of kind ``night-rest`` from its noon to the next
noon together, less what everybody has to get up for meanwhile, and frame items of kind ``free`` plus the stretches of at
least twenty minutes in which nothing at all is planned for a resident. Limits: ``night-minutes``, ``free-minutes``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.checks.finding import Finding
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import DAY, NOON, Day, Week

NEEDS_TIMETABLE = True
BEFORE_SOLVING = "frame"
"""What is too short without any session stays too short with them."""

SHORTEST_REST = 20
"""Minutes; a shorter gap is a walk from room to room."""


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding]:
    told: set[tuple[str, str]] = set()
    groups = {name: group for name, group in design.programme.groups.items() if not group.present}  # others sleep at home
    for week, after in zip(weeks, [*weeks[1:], *weeks[-1:]], strict=True):
        following = after if after.number == week.number + 1 else week  # of a last Sunday as if the week came again
        for day, next_day in zip(week.days, [*week.days[1:], following.days[0]], strict=True):
            nights = {name: _night(_of(day, name), _of(next_day, name)) for name in groups}
            free = {name: _free(_of(day, name), name, group.size) for name, group in groups.items()}
            for what, found, least in (("short-night", nights, criterion.limits["night-minutes"]),
                                       ("no-free-time", free, criterion.limits["free-minutes"])):
                short = [name for name, minutes in found.items() if minutes < least]
                if short and (what, day.day_type) not in told:
                    told.add((what, day.day_type))
                    yield Finding(what if len(short) == len(design.programme.groups) else f"{what}-of-some",
                                  design.at("day_types", day.day_type, "frame"), {
                        "day_type": design.programme.day_types[day.day_type].title, "date": day.date.isoformat(),
                        "minutes": min(found.values()), "least": least,
                        "groups": [design.programme.groups[name].title for name in short]})


def _of(day: Day, group: str) -> Day:
    """The day as one group has it."""
    return replace(day, frame=tuple(slot for slot in day.frame if slot.concerns((group,))),
                   sessions=tuple(session for session in day.sessions if group in session.groups))


def _night(day: Day, next_day: Day) -> int:
    """Minutes of rest in the night after a day; who goes to bed after midnight sleeps by the next day's frame."""
    rest = [(slot.start, slot.end) for slot in day.frame if slot.kind == "night-rest"]
    rest += [(slot.start + DAY, slot.end + DAY) for slot in next_day.frame if slot.kind == "night-rest"]
    up = [(slot.start + DAY, slot.end + DAY) for slot in next_day.frame if slot.kind != "night-rest" and not slot.voluntary]
    awake = sorted([*_left_out(rest, NOON, NOON + DAY), *up])
    asleep, here = 0, NOON
    for start, end in [*awake, (NOON + DAY, NOON + DAY)]:
        asleep += max(min(start, NOON + DAY) - here, 0)
        here = max(here, end)
    return asleep


def _left_out(taken: Sequence[tuple[int, int]], here: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between ``here`` and ``end`` that nothing takes."""
    for first, last in sorted(taken):
        if here < min(first, end):
            yield here, min(first, end)
        here = max(here, last)
    if here < end:
        yield here, end


def _free(day: Day, group: str, size: int) -> int:
    """Free minutes between the morning's rising and the night's rest, of whoever of the group has fewest."""
    frame = [(s.start, s.end) for s in day.frame if s.kind not in ("free", "away")]  # on leave the hours are one's own
    rising = min((slot.start for slot in day.frame if slot.kind != "night-rest" and not slot.voluntary), default=0)
    group_sessions = [session for session in day.sessions if session.resident is None]
    busy = {frozenset((s.start, s.end) for s in group_sessions for part in s.parts
                      if part.group == group and part.first <= resident <= part.last) for resident in range(1, size + 1)}
    return min(_between(rising, day.bedtime, [*sessions, *frame]) for sessions in busy)


def _between(here: int, bedtime: int, taken: Sequence[tuple[int, int]]) -> int:
    free = 0
    for start, end in sorted([*taken, (bedtime, bedtime)]):
        if start - here >= SHORTEST_REST:
            free += start - here
        here = max(here, end)
    return free
