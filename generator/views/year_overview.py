"""The whole programme as a calendar: a row for each week with its days, phases, events and what begins and ends."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.language import Words
from generator.model.design import Design, Planned
from generator.model.house import Event
from generator.model.week import Day, Week
from generator.views import wording

SMALL = 26
"""Weeks that the house's sheet has room for; more of them go on A3."""


@dataclass(frozen=True)
class YearDay:
    number: str
    """The day of the month; with the month's name where a month or the calendar begins."""
    holiday: bool
    ramadan: bool
    marks: tuple[str, ...]
    """Letters of the events on this day."""
    shut: bool
    """Whether somebody is away, or the house is closed."""


@dataclass(frozen=True)
class YearNote:
    """Something about a week: ``Begins: Stress management``."""

    label: str
    text: str


@dataclass(frozen=True)
class YearWeek:
    number: int
    dates: str
    days: tuple[YearDay, ...]
    notes: tuple[YearNote, ...]


@dataclass(frozen=True)
class Stretch:
    """Consecutive weeks of a group in one phase; ``title`` is empty while the group is not there."""

    title: str
    weeks: int
    shaded: bool


@dataclass(frozen=True)
class Lane:
    """A group's way through the phases, from top to bottom."""

    group: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class Entry:
    """A line of the legend."""

    letter: str
    text: str


@dataclass(frozen=True)
class YearOverviewView:
    language: str
    title: str
    subtitle: str
    organisation: str
    programme: str
    edition: str
    large: bool
    """Whether it needs an A3."""
    weekdays: tuple[str, ...]
    lanes: tuple[Lane, ...]
    weeks: tuple[YearWeek, ...]
    events: tuple[Entry, ...]
    has_holidays: bool
    has_ramadan: bool
    always: str
    """The components that run from beginning to end, in a sentence."""
    words: dict[str, str]


def year_overview(design: Design, weeks: Sequence[Week], words: Words) -> YearOverviewView:
    """All weeks of the programme in one language."""
    organisation, title = design.programme.organisation, design.programme.title
    assert organisation is not None and weeks
    letters = _letters(design, weeks)
    spans = _spans(design, weeks)
    always = sorted(design.components[name].component.title.to(words.code) for name, span in spans.items() if span is None)
    days = [day for week in weeks for day in week.days]
    return YearOverviewView(
        words.code, words.label("year_overview.title"),
        f"{wording.date(words, days[0].date, 'short')} – {wording.date(words, days[-1].date)}",
        organisation.name, title.to(words.code) if title else design.name,
        words.label("edition", edition=design.programme.edition or ""), len(weeks) > SMALL,
        tuple(wording.sentence(wording.date(words, day.date, "weekday")) for day in weeks[0].days),
        tuple(_lane(design, weeks, group, words) for group in design.programme.groups),
        tuple(YearWeek(week.number, f"{wording.date(words, week.days[0].date, 'short')} – "
                                    f"{wording.date(words, week.days[-1].date, 'short')}",
                       tuple(_day(design, day, day is days[0], letters, words) for day in week.days),
                       tuple(_notes(design, place, weeks, spans, words))) for place, week in enumerate(weeks)),
        tuple(Entry(letters[name], _event(design, event, words))
              for name, event in design.programme.events.items() if name in letters),
        any(day.calendar.holiday for day in days), any(day.calendar.ramadan for day in days),
        words.label("year_overview.always", names=", ".join(always)) if always else "",
        {key: value for key, value in words.branch("year_overview").items() if isinstance(value, str)})


def _letters(design: Design, weeks: Sequence[Week]) -> dict[str, str]:
    """Event → its letter, for the events that fall into these weeks."""
    seen = {(slot.kind, slot.title) for week in weeks for day in week.days for slot in day.frame}
    names = [name for name, event in design.programme.events.items() if (event.kind, event.title) in seen]
    return {name: chr(65 + i % 26) * (i // 26 + 1) for i, name in enumerate(names)}


def _day(design: Design, day: Day, first: bool, letters: Mapping[str, str], words: Words) -> YearDay:
    pattern = "short" if first or day.date.day == 1 else ""
    slots = {(slot.kind, slot.title) for slot in day.frame}
    marks = tuple(letter for name, letter in letters.items()
                  if (design.programme.events[name].kind, design.programme.events[name].title) in slots)
    return YearDay(
        wording.date(words, day.date, pattern) if pattern else str(day.date.day), day.calendar.holiday is not None,
        day.calendar.ramadan, marks, any(slot.kind in ("away", "closed") for slot in day.frame))


def _event(design: Design, event: Event, words: Words) -> str:
    when = wording.span(words, *event.hours) if event.hours else ""
    who = wording.listed(words, (design.programme.groups[name].title.to(words.code) for name in event.groups))
    return ", ".join(part for part in (event.title.to(words.code), when, who) if part)


def _lane(design: Design, weeks: Sequence[Week], group: str, words: Words) -> Lane:
    """Alternating shades tell two phases apart without colour."""
    phases = [dict(week.phases).get(group, "") for week in weeks]
    stretches, shaded = [], False
    for phase, some in itertools.groupby(phases):
        shaded = bool(phase) and not shaded
        title = design.phases[phase].title.to(words.code) if phase else ""
        stretches.append(Stretch(title, len(list(some)), shaded))
    return Lane(design.programme.groups[group].title.to(words.code), tuple(stretches))


def _spans(design: Design, weeks: Sequence[Week]) -> dict[str, tuple[int, int] | None]:
    """Component → first and last week in which it is held; nothing for those that run all the time."""
    held: dict[str, list[int]] = {}
    for week in weeks:
        for name in {session.component for session in week.sessions}:
            held.setdefault(name, []).append(week.number)
    found: dict[str, tuple[int, int] | None] = {}
    for name in design.components:
        if name in held:
            numbers = held[name]
            rhythm = _rhythm(design.components[name], numbers)
            late = numbers[0] - weeks[0].number >= rhythm
            early = weeks[-1].number - numbers[-1] >= rhythm
            found[name] = (numbers[0], numbers[-1]) if late or early else None
    return found


def _rhythm(planned: Planned, numbers: Sequence[int]) -> int:
    """From how many weeks without it on a component has not begun yet, or has ended."""
    how_often = planned.component.how_often
    every = planned.settings.rotation.every if planned.settings.rotation else 1
    if how_often.each_week:
        return every
    if how_often.each_month:
        return max(4, every)
    if how_often.every_weeks:
        return max(how_often.every_weeks, every)
    return max((b - a for a, b in itertools.pairwise(numbers)), default=1)


def _notes(
    design: Design, place: int, weeks: Sequence[Week], spans: Mapping[str, tuple[int, int] | None], words: Words
) -> Iterator[YearNote]:
    week, here = weeks[place], dict(weeks[place].phases)

    def note(key: str, names: Sequence[str]) -> Iterator[YearNote]:
        if names:
            yield YearNote(words.label(f"year_overview.{key}"), ", ".join(names))

    def titles(first: bool, last: bool) -> list[str]:
        return sorted(design.components[name].component.title.to(words.code) for name, span in spans.items()
                      if span and (span[0] == week.number, span[1] == week.number) == (first, last))

    before = weeks[place - 1].days[-1:] if place else ()
    for former, day in itertools.pairwise([*before, *week.days]):
        if day.calendar.ramadan and not former.calendar.ramadan:
            yield YearNote(wording.date(words, day.date, "day"), words.label("year_overview.ramadan_begins"))
    for day in week.days:
        if day.calendar.holiday:
            yield YearNote(wording.date(words, day.date, "day"), day.calendar.holiday.to(words.code))
    for key, neighbours in (("arrives", weeks[place - 1 : place] if place else ()), ("leaves", weeks[place + 1 : place + 2])):
        for neighbour in neighbours:
            yield from note(key, [design.programme.groups[name].title.to(words.code) for name in here
                                  if name not in dict(neighbour.phases)])
    yield from note("newcomers", list(_intake(design, week.number, words)))
    yield from note("begins", titles(True, False))
    yield from note("ends", titles(False, True))
    yield from note("only", titles(True, True))


def _intake(design: Design, number: int, words: Words) -> Iterator[str]:
    """Streams of newcomers that take in residents this week, with how many."""
    intake, phases = design.programme.intake, design.programme.phases
    if intake and phases and (number - 1) % intake.every_weeks == 0:
        for group in design.programme.groups.values():
            if group.phase == phases[0].phase:
                yield f"{group.title.to(words.code)} {min(intake.newcomers, group.size)}"
