"""What might make a week fit of what takes somebody or something out of it: leave, a closed room, a meeting of the team."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from generator.model.design import Design
from generator.model.house import TeamTimes
from generator.model.values import DAYS, clock
from generator.model.week import Day, WeekTask
from generator.problem import Phrase
from generator.schedule.remedies.changes import Change
from generator.schedule.remedies.family import Family, Proposal, family
from generator.schedule.task import WeekPlan

OF_DATES = ("leave", "closed", "meeting")
"""The kinds of these changes."""

MOST_TRIED = 6
"""Posts or rooms, and other hours of a meeting, that are tried one by one."""

STEP, BY_DAY, SHORT = 30, (7 * 60, 18 * 60), 60
"""Minutes between hours tried for a meeting, between which hours, and how short it is made at least."""

MOST_MISSING = 4
"""Of so many who meet one at most is not at work at other hours."""

Dates = Sequence[tuple[date, date]]


def other_dates(design: Design, plan: WeekPlan, task: WeekTask) -> Iterator[Family]:
    """Leave and closed rooms at another time, each alone before all of them together; the team's meetings at other hours."""
    programme = design.programme
    posts = {name for s in task.sittings for name in (*s.leads, *s.stand_ins, *s.co_leads, *s.other_leads)}
    rooms = {name for s in task.sittings for name in (*s.rooms, *s.other_rooms)}
    yield from _taken_back(design, plan, "staff", "leave", {name: programme.staff[name].leave for name in sorted(posts)})
    yield from _taken_back(design, plan, "rooms", "closed", {name: programme.rooms[name].closed for name in sorted(rooms)})
    for name in dict.fromkeys(held.name for held in plan.team_times if posts & {*held.staff} or held.room in rooms):
        if ("team_times", name) in design.chain[0].values and not programme.team_times[name].for_whom:
            yield from _meeting(design, plan, name, programme.team_times[name])


def _taken_back(design: Design, plan: WeekPlan, section: str, key: str, known: dict[str, Dates]) -> Iterator[Family]:
    """Without these stretches of dates that touch the week; an author who cannot do without them writes other dates."""
    here = [name for name, dates in known.items()
            if any(_touches(one, plan.days) for one in dates) and (section, name) in design.chain[0].values]
    alone = [[name] for name in here[:MOST_TRIED]]
    yield from family(key, [_without(design, plan, section, key, {name: known[name] for name in names})
                            for names in ([*alone, here] if len(here) > 1 else alone)], new=True)


def _without(design: Design, plan: WeekPlan, section: str, key: str, known: dict[str, Dates]) -> Proposal:
    things: dict[str, Any] = dict(getattr(design.programme, section))
    gone = dict.fromkeys(one for dates in known.values() for one in dates if _touches(one, plan.days))
    written: dict[str, Any] = {}
    for name, dates in known.items():
        kept = tuple(one for one in dates if not _touches(one, plan.days))
        things[name] = things[name].model_copy(update={key: kept})
        written[name] = {key: [[day.isoformat() for day in one] for one in kept]}
    return Proposal(
        Phrase(f"remedies.{key}", {"names": [things[name].title for name in known], "dates": [
            first.isoformat() if first == last else f"{first.isoformat()}–{last.isoformat()}" for first, last in gone]}),
        Change((section,), written, replace(design, programme=design.programme.model_copy(update={section: things}))))


def _touches(dates: tuple[date, date], days: Sequence[Day]) -> bool:
    return dates[0] <= days[-1].date and days[0].date <= dates[1]


def _meeting(design: Design, plan: WeekPlan, name: str, held: TeamTimes) -> Iterator[Family]:
    """As long as it is at other hours at which nearly all who take part are at work; else shorter."""
    minutes = held.hours[1] - held.hours[0]
    hours = [one for length in dict.fromkeys((minutes, min(minutes, SHORT))) for one in _hours(design, plan, held, length)]
    without = {key: one for key, one in design.programme.team_times.items() if key != name}
    yield from family("meeting", [_at(design, name, held, one) for one in hours],
                      replace(design, programme=design.programme.model_copy(update={"team_times": without})))


def _hours(design: Design, plan: WeekPlan, held: TeamTimes, minutes: int) -> list[tuple[int, int]]:
    """When nearly all could meet for so long: those hours first in which the fewest sessions may lie, then the nearest."""
    days = {DAYS.index(day) for day in held.days}
    spans = Counter((span.start, span.end) for s in plan.task.sittings for span in s.spans if span.day in days)

    def cost(at: int) -> tuple[int, int]:
        taken = sum(max(min(end, at + minutes) - max(start, at), 0) * count for (start, end), count in spans.items())
        return taken, abs(at - held.hours[0])

    now = _there(design, held, *held.hours)
    return [(at, at + minutes) for at in sorted(range(BY_DAY[0], BY_DAY[1] - minutes + 1, STEP), key=cost)
            if (at, at + minutes) != held.hours
            and len(now & _there(design, held, at, at + minutes)) * MOST_MISSING >= len(now) * (MOST_MISSING - 1)
            ][:MOST_TRIED // 2]


def _at(design: Design, name: str, held: TeamTimes, hours: tuple[int, int]) -> Proposal:
    changed = {**design.programme.team_times, name: held.model_copy(update={"hours": hours})}
    said = "-".join(map(clock, hours))
    return Proposal(Phrase("remedies.meeting", {"name": held.title, "hours": said, "was": "-".join(map(clock, held.hours))}),
                    Change(("team_times", name), {"hours": said},
                           replace(design, programme=design.programme.model_copy(update={"team_times": changed}))))


def _there(design: Design, held: TeamTimes, start: int, end: int) -> set[tuple[str, str]]:
    """Who of those who take part is at work in these hours, with the day."""
    return {(name, day) for name, person in design.programme.staff.items() if name in held.staff or not held.staff
            for one in person.available if one.hours[0] <= start and end <= one.hours[1]
            for day in one.days if day in held.days}
