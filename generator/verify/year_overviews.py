"""The programme's calendar: each week's dates and days, the groups' phases, public holidays, and what begins and ends when."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.documents import Laid
from generator.model.week import Week
from generator.verify import Fault
from generator.verify.read import squeezed, text_of
from generator.views import wording

FILES = ("year-overview.pdf",)
NOTES = ("begins", "ends", "only")
SHORT = 5
"""Weeks of a programme in which nobody can tell what recurs from what is held once."""


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    text, words = text_of(path), laid.words
    heads = [squeezed(f"{week.number}{_dates(week, laid)}") for week in laid.weeks]
    places, at = [], 0
    for head in heads:
        found = text.find(head, at)
        places.append(found)
        at = found + len(head) if found >= 0 else at
    end = text.find(squeezed(words.label("year_overview.always", names="")).rstrip("."), at)
    yield None if end >= 0 or not _throughout(laid) else Fault("component", ", ".join(_throughout(laid)))
    ends = [*places[1:], end if end >= 0 else len(text)]
    phases: Counter[str] = Counter()
    for week, head, start, stop in zip(laid.weeks, heads, places, ends, strict=True):
        yield None if start >= 0 else Fault("week", head)
        if start >= 0:
            yield from _row(text[start + len(head) : stop if stop > start else len(text)], week, laid)
    for group in laid.design.programme.groups:
        phases.update(phase for phase, _ in itertools.groupby(dict(week.phases).get(group, "") for week in laid.weeks) if phase)
    for phase, count in phases.items():
        title = laid.design.phases[phase].title.to(words.code)
        yield None if text.count(squeezed(title)) >= count else Fault("phase", f"{title} ({count})")
    always = text[end:] if end >= 0 else ""
    yield from (None if squeezed(title) in always else Fault("component", title) for title in _throughout(laid))


def _dates(week: Week, laid: Laid) -> str:
    first, last = (wording.date(laid.words, week.days[index].date, "short") for index in (0, -1))
    return f"{first} – {last}"


def _row(row: str, week: Week, laid: Laid) -> Iterator[Fault | None]:
    """The days one after another, with the marks of events between them, and what is noted of the week."""
    words, first = laid.words, laid.weeks[0].starts
    days = [wording.date(words, day.date, "short") if day.date.day == 1 or day.date == first else str(day.date.day)
            for day in week.days]
    stand = re.search("[A-Z]{0,6}".join(re.escape(squeezed(day)) for day in days), row)
    yield None if stand else Fault("day", f"{week.number}: {' '.join(days)}")
    for day in week.days:
        if day.calendar.holiday:
            said = f"{wording.date(words, day.date, 'day')}: {day.calendar.holiday.to(words.code)}"
            yield None if squeezed(said) in row else Fault("holiday", said)
    arrived = _arrivals(week, laid)
    yield from (None if squeezed(title) in row else Fault("group", title) for title in arrived)
    yield from _components(row, week, laid)


def _arrivals(week: Week, laid: Laid) -> list[str]:
    """Groups that come with this week, or are there for the last time."""
    place = laid.weeks.index(week)
    others = [*laid.weeks[max(place - 1, 0) : place], *laid.weeks[place + 1 : place + 2]]
    return [laid.design.programme.groups[name].title.to(laid.words.code) for name in dict(week.phases)
            if any(name not in dict(other.phases) for other in others)]


def _components(row: str, week: Week, laid: Laid) -> Iterator[Fault | None]:
    """Whatever is said to begin, to end, or to be held in this week alone does so."""
    held = _held(laid)
    titles = {squeezed(laid.design.components[name].component.title.to(laid.words.code)): name for name in held}
    labels = [f"{squeezed(laid.words.label(f'year_overview.{key}'))}:" for key in NOTES]
    found = re.split("(" + "|".join(map(re.escape, labels)) + ")", row)
    said: dict[str, set[str]] = {}
    for label, names in zip(found[1::2], found[2::2], strict=False):
        for title in sorted(titles, key=len, reverse=True):
            if title in names:
                names = names.replace(title, "")
                said.setdefault(NOTES[labels.index(label)], set()).add(titles[title])
    for key, names_said in said.items():
        for name in sorted(names_said):
            first, last = held[name][0], held[name][-1]
            true = {"begins": first == week.number, "ends": last == week.number, "only": first == last == week.number}[key]
            yield None if true else Fault("component", f"{first}–{last}", f"{week.number}: {name}")
    # What is held in one week alone is told of; not of a short programme, and not what recurs more seldom than weekly.
    alone = {name for name, numbers in held.items() if numbers[0] == numbers[-1] == week.number
             and not _recurs_seldom(laid, name)}
    if len(laid.weeks) > SHORT:
        yield from (Fault("component", name) for name in sorted(alone - said.get("only", set())))


def _recurs_seldom(laid: Laid, name: str) -> bool:
    planned = laid.design.components[name]
    how_often = planned.component.how_often
    return bool(how_often.each_month or how_often.every_weeks or planned.settings.rotation)


def _held(laid: Laid) -> Mapping[str, list[int]]:
    """Component → the weeks in which it is held."""
    held: dict[str, list[int]] = {}
    for week in laid.weeks:
        for name in {session.component for session in week.sessions}:
            held.setdefault(name, []).append(week.number)
    return held


def _throughout(laid: Laid) -> list[str]:
    """The components of every single week."""
    return sorted(laid.design.components[name].component.title.to(laid.words.code)
                  for name, numbers in _held(laid).items() if len(numbers) == len(laid.weeks))
