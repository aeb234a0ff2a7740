"""What finds no place only because residents are there for some hours of the day: a house by day that opens late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.language import Text
from generator.model.design import Design, Planned
from generator.model.values import DAYS, clock
from generator.model.week import DAY, Day, Span
from generator.problem import Phrase, Problem
from generator.schedule.spans import pinned_on_frame, spans_of

HOURS_TOO_FEW = "TC436"

MOST_NAMED = 6
"""Components named one by one."""


def shut_out(
    design: Design, number: int, planned: Planned, days: Sequence[Day], spans: Sequence[Span], groups: Sequence[str]
) -> Problem | None:
    """The problem of a component that these hours alone keep out."""
    minutes = planned.minutes + 2 * (planned.settings.travel_minutes or 0)
    if not any(day.hours for day in days) or _has_place(planned, days, spans, groups, minutes):
        return None
    free = tuple(replace(day, hours=None) for day in days)
    spans = spans_of(planned, free, groups, on_arrival=False, stays_home=False)
    if not _has_place(planned, free, spans, groups, minutes):
        return None
    its_days = [day for day in days if day.hours and DAYS[day.date.weekday()] in planned.component.days]
    kinds = list(dict.fromkeys(day.day_type for day in its_days))
    return Problem(design.at("day_types", kinds[0], "hours"), HOURS_TOO_FEW, {
        "name": planned.component.title, "week": number, "day_types": kinds, "hours": [_of_day(design, kind) for kind in kinds],
        **counted([planned.component.title])})


def _of_day(design: Design, kind: str) -> Phrase:
    here = design.programme.day_types[kind]
    first, last = here.hours or (0, DAY)
    return Phrase("day_hours", {"day_type": day_called(design, kind), "from": clock(first), "to": clock(last)})


def day_called(design: Design, kind: str) -> Text | Phrase:
    """A kind of day as people call it; with its name in the file where another is called the same, having taken its title
    from the day it is like."""
    types = design.programme.day_types
    title = types[kind].title
    alone = sum(other.title == title for other in types.values()) == 1
    return title if alone else Phrase("day_named", {"title": title, "name": kind})


def _has_place(planned: Planned, days: Sequence[Day], spans: Sequence[Span], groups: Sequence[str], minutes: int) -> bool:
    return any(span.end - span.start >= minutes for span in spans) \
        and not any(True for _ in pinned_on_frame(planned, days, spans, groups))


def as_one(problems: Sequence[Problem]) -> list[Problem]:
    """All that the hours keep out as one problem: longer hours help all of it."""
    same = [problem for problem in problems if problem.code == HOURS_TOO_FEW]
    if not same:
        return list(problems)
    hours = {kind: said for problem in same for kind, said in zip(
        listed(problem.args["day_types"]), listed(problem.args["hours"]), strict=True)}
    titles = list(dict.fromkeys(problem.args["name"] for problem in same))
    told = replace(same[0], args={**same[0].args, "all": titles, "day_types": list(hours), "hours": list(hours.values()),
                                  **counted(titles)})
    return [*(problem for problem in problems if problem.code != HOURS_TOO_FEW), told]


def listed(value: object) -> list[Any]:
    """What a problem tells one by one."""
    return value if isinstance(value, list) else []


def counted(titles: Sequence[object]) -> dict[str, object]:
    """How many, and the names of the first of them."""
    named, more = list(titles[:MOST_NAMED]), len(titles) - MOST_NAMED
    return {"count": len(titles), "names": [*named, Phrase("shortages.others", {"count": more})] if more > 0 else named}
