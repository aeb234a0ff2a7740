"""A pinned time that lies on something of the day: on an item of its frame, an event, the night, or outside its hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model.design import Design, Planned
from generator.model.house import Event
from generator.model.values import DAYS, clock
from generator.model.week import DAY, Day, FrameSlot, Span
from generator.problem import Location, Phrase, Problem
from generator.schedule.day_hours import day_called
from generator.schedule.spans import pinned_on_frame

ON_THE_FRAME = "TC411"


def on_frame(
    design: Design, number: int, planned: Planned, days: Sequence[Day], spans: Sequence[Span], groups: Sequence[str]
) -> Problem | None:
    """The pins of a week that lie on something, as one problem that tells of the first."""
    found = [_problem(design, number, planned, days, span, slot)
             for span, slot in pinned_on_frame(planned, days, spans, groups)]
    return of_many_kinds(found) if found else None


def _problem(
    design: Design, number: int, planned: Planned, days: Sequence[Day], span: Span, slot: FrameSlot
) -> Problem:
    day, start = days[span.day], span.start + (planned.settings.travel_minutes or 0)
    before = days[span.day - 1] if span.day else day
    kind = "event" if event_of(design, slot) else {"night-rest": "night", "prayer": "prayer"}.get(slot.kind, "")
    at_issue = day
    if kind == "night" and slot not in day.frame and before.day_type != day.day_type:
        kind, at_issue = "night-before", before  # as on the morning after a holiday, when the house sleeps longer
    not_held = [] if kind == "night-before" else [day.day_type]
    return Problem(_place(design, planned, DAYS[day.date.weekday()]), ON_THE_FRAME, {
        "name": planned.component.title, "start": clock(start), "free": slot.start - start, "item": slot.title,
        "from": clock(slot.start), "to": clock(slot.end) if slot.end != DAY else "24:00",
        "date": at_issue.date.isoformat(), "week": number,
        "kind": kind, "day_type": day_called(design, at_issue.day_type), "also": "", "day_types": not_held,
        "not_held": _not_held(not_held), "frame": at_issue.day_type})


def event_of(design: Design, slot: FrameSlot) -> str | None:
    """The event of the calendar that this is, by its name."""
    return next((name for name, event in design.programme.events.items() if _is(event, slot)), None)


def _is(event: Event, slot: FrameSlot) -> bool:
    return slot.title == event.title and slot.kind == event.kind


def of_many_kinds(problems: Sequence[Problem]) -> Problem:
    """The same pin on the frame of several kinds of day as one problem: who moves it moves it on all of them."""
    first = problems[0]
    kinds = list(dict.fromkeys(kind for problem in problems for kind in _kinds(problem)))
    titles: list[object] = []
    for problem in problems:
        titles += [title for title in (*_also(problem), problem.args["day_type"])
                   if title not in titles and title != first.args["day_type"]]
    free = min(minutes for problem in problems if isinstance(minutes := problem.args["free"], int))
    return replace(first, args={**first.args, "free": free, "day_types": kinds, "not_held": _not_held(kinds),
                                "also": Phrase("pinned_also", {"day_types": titles}) if titles else ""})


def _also(problem: Problem) -> list[object]:
    also = problem.args["also"]
    titles = also.args["day_types"] if isinstance(also, Phrase) else []
    return titles if isinstance(titles, list) else []


def _kinds(problem: Problem) -> list[str]:
    kinds = problem.args["day_types"]
    return kinds if isinstance(kinds, list) else []


def _not_held(kinds: Sequence[str]) -> str:
    return ", ".join(f"{kind}: {{held: false}}" for kind in kinds)


def _place(design: Design, planned: Planned, weekday: str) -> Location:
    """Where the pinned time of a weekday is written: it may have a line of its own."""
    for source in design.chain:
        for section in ("adjust", "add"):
            if (path := ("components", section, planned.name, "at", weekday)) in source.values:
                return source.at(*path)
    return design.place_of(planned, "at")
