"""Every day has its night's rest and its free time.

Looks at each dated day: frame items of kind ``night-rest`` from its noon to the next noon together, and frame items of
kind ``free`` plus the stretches of at least twenty minutes in which nothing at all is planned. Limits: ``night-minutes``,
``free-minutes``.
"""

from collections.abc import Iterator, Sequence

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
    for week, after in zip(weeks, [*weeks[1:], *weeks[-1:]], strict=True):
        following = after if after.number == week.number + 1 else week  # of a last Sunday as if the week came again
        for day, next_day in zip(week.days, [*week.days[1:], following.days[0]], strict=True):
            place = design.at("day_types", day.day_type, "frame")
            for what, found, least in (
                ("short-night", _night(day, next_day), criterion.limits["night-minutes"]),
                ("no-free-time", _free(day), criterion.limits["free-minutes"]),
            ):
                if found < least and (what, day.day_type) not in told:
                    told.add((what, day.day_type))
                    yield Finding(what, place, {
                        "day_type": design.programme.day_types[day.day_type].title, "date": day.date.isoformat(),
                        "minutes": found, "least": least})


def _night(day: Day, next_day: Day) -> int:
    """Minutes of rest in the night after a day; who goes to bed after midnight sleeps by the next day's frame."""
    rest = [(slot.start, slot.end) for slot in day.frame if slot.kind == "night-rest"]
    rest += [(slot.start + DAY, slot.end + DAY) for slot in next_day.frame if slot.kind == "night-rest"]
    return sum(max(min(end, NOON + DAY) - max(start, NOON), 0) for start, end in rest)


def _free(day: Day) -> int:
    """Free minutes between the morning's rising and the night's rest."""
    group = [(s.start, s.end) for s in day.sessions if s.resident is None]
    frame = [(s.start, s.end) for s in day.frame if s.kind not in ("free", "away")]  # on leave the hours are one's own
    here = min((slot.start for slot in day.frame if slot.kind != "night-rest" and not slot.voluntary), default=0)
    free = 0
    for start, end in sorted([*group, *frame, (day.bedtime, day.bedtime)]):
        if start - here >= SHORTEST_REST:
            free += start - here
        here = max(here, end)
    return free
