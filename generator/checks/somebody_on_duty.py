"""In residential care at least one person is on duty at every minute of every week.

With a ``duty`` the roster is looked at: each shift with the posts that keep it, or, before there is a timetable, the
hours that the shifts cover. Without one, the ``available`` hours of the posts whose role is among the criterion's
``names`` are looked at, by weekday and rotation, less their leave; and whether their hours of work are enough for 168
hours a week. A programme with ``residential: false`` or of the model ``day-tc`` has no nights and meets it.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from generator.checks.finding import Finding
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.house import Duty, Person
from generator.model.values import DAYS, clock, days_as_written
from generator.model.week import DAY, Week

NEEDS_TIMETABLE = False
WEEK = 7 * DAY
Stretch = tuple[int, int]
"""Minutes from midnight of the programme's first Monday."""


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding]:
    programme = design.programme
    if programme.residential is False or (programme.residential is None and programme.model == "day-tc"):
        return
    if programme.duty:
        covered = list(_watches(programme.duty, weeks)) or list(_declared(programme.duty, design.weeks))
        yield from _gaps("gap-in-roster", design, ("duty", "shifts"), covered)
        return
    staff = {name: person for name, person in programme.staff.items() if {person.role, *person.also} & {*criterion.names}}
    if not staff:
        yield Finding("nobody", design.at("staff"))
        return
    per_post = [list(_available(person, design)) for person in staff.values()]
    gaps = list(_gaps("gap", design, ("staff",), [stretch for stretches in per_post for stretch in stretches]))
    yield from gaps
    hours = sum(min(person.hours_per_week, _longest_week(stretches, design.weeks) // 60)
                for person, stretches in zip(staff.values(), per_post, strict=True))
    if not gaps and hours * 60 < WEEK:
        yield Finding("too-few-hours", design.at("staff"), {"hours": hours, "least": WEEK // 60})


def _watches(duty: Duty, weeks: Sequence[Week]) -> Iterator[Stretch]:
    for week in weeks:
        for watch in week.duty:
            if watch.people and watch.shift in duty.shifts:
                start = (week.number - 1) * WEEK + watch.date.weekday() * DAY + duty.shifts[watch.shift].at
                yield start, start + duty.shifts[watch.shift].minutes


def _declared(duty: Duty, weeks: int) -> Iterator[Stretch]:
    for day in range(weeks * 7):
        for shift in (shift for shift in duty.shifts.values() if shift.falls_on(day % 7)):
            yield day * DAY + shift.at, day * DAY + shift.at + shift.minutes


def _available(person: Person, design: Design) -> Iterator[Stretch]:
    starts = design.programme.starts
    assert starts is not None
    away = {day for first, last in person.leave
            for day in range((first - starts).days, (last - starts).days + 1)}
    for day in range(design.weeks * 7):
        for hours in person.available:
            if DAYS[day % 7] in hours.days and day not in away and (
                    hours.rotation is None or hours.rotation.falls_in(day // 7 + 1)):
                yield day * DAY + hours.hours[0], day * DAY + hours.hours[1]


def _longest_week(stretches: Iterable[Stretch], weeks: int) -> int:
    minutes = [0] * weeks
    for start, end in stretches:
        minutes[start // WEEK] += end - start
    return max(minutes, default=0)


def _gaps(what: str, design: Design, place: tuple[str, ...], covered: Iterable[Stretch]) -> Iterator[Finding]:
    """Each gap of the clock once, with the days of the first week in which it is open."""
    told: dict[Stretch, list[int]] = {}
    for start, end in _open(design, covered):
        told.setdefault((start % DAY, end - start), []).append(start // DAY)
    for (start, minutes), days in told.items():
        week = days[0] // 7 + 1
        yield Finding(what, design.at(*place), {
            "week": week, "days": days_as_written([day % 7 for day in days if day // 7 + 1 == week]), "start": clock(start),
            "end": clock(start + minutes) if (start + minutes) % DAY else "24:00", "hours": Fraction(minutes, 60)})


def _open(design: Design, covered: Iterable[Stretch]) -> Iterator[Stretch]:
    """What nobody covers, day by day; before the first shift begins, the last one of the day before counts as kept."""
    duty = design.programme.duty
    before = [(shift.at - DAY, shift.at - DAY + shift.minutes) for shift in duty.shifts.values()
              if shift.falls_on(6)] if duty else []
    here = 0
    for start, end in sorted([*before, *covered, (design.weeks * WEEK, design.weeks * WEEK)]):
        if start > here:
            yield here, start
        here = max(here, end)
