"""The duty roster on paper: four weeks to a sheet, posts as rows, dates as columns, told apart without colour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.language import Words
from generator.model.design import Design
from generator.model.house import Duty, Person
from generator.model.values import DAYS
from generator.model.week import DAY, Week
from generator.views import wording

WEEKS_TO_A_SHEET = 4

ROOM = 148.0
"""Millimetres of an A4 landscape sheet that the rows have."""

ROW = (5.2, 9.0)
"""Least and most height of a row in millimetres; where the least is too much, the table goes on overleaf."""


@dataclass(frozen=True)
class DateHead:
    """One column: ``Sen`` above ``5``; ``rest`` marks weekends and public holidays."""

    weekday: str
    day: str
    rest: bool


@dataclass(frozen=True)
class WeekHead:
    """The columns of one week."""

    title: str
    dates: tuple[DateHead, ...]


@dataclass(frozen=True)
class Cell:
    """What a post has on a date; ``look`` is ``light``, ``middle`` or ``dark`` for a shift, ``leave`` or ``free``."""

    letter: str
    look: str


@dataclass(frozen=True)
class PostRow:
    number: str
    title: str
    cells: tuple[Cell, ...]
    hours: str
    nights: str


@dataclass(frozen=True)
class ShiftRow:
    """Who is on, by number, on each date."""

    letter: str
    look: str
    title: str
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class LegendLine:
    letter: str
    look: str
    title: str


@dataclass(frozen=True)
class Sheet:
    """Up to four weeks."""

    title: str
    dates: str
    row: float
    """Height of a row in millimetres."""
    weeks: tuple[WeekHead, ...]
    posts: tuple[PostRow, ...]
    shifts: tuple[ShiftRow, ...]
    legend: tuple[LegendLine, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class DutyRosterView:
    """Every wanted week of the roster."""

    language: str
    title: str
    organisation: str
    programme: str
    edition: str
    sheets: tuple[Sheet, ...]
    words: dict[str, str]


def duty_roster(design: Design, weeks: Sequence[Week], words: Words) -> DutyRosterView:
    """The roster of these weeks in one language; the house has a ``duty``."""
    programme = design.programme
    assert programme.organisation and programme.duty
    blocks: dict[int, list[Week]] = {}
    for week in weeks:
        blocks.setdefault((week.number - 1) // WEEKS_TO_A_SHEET, []).append(week)
    return DutyRosterView(
        words.code, words.label("duty_roster.title", weeks=wording.weeks(words, weeks[0].number, weeks[-1].number)),
        programme.organisation.name, programme.title.to(words.code) if programme.title else design.name,
        words.label("edition", edition=programme.edition or ""),
        tuple(_sheet(design, programme.duty, block, words) for block in blocks.values()),
        {key: value for key, value in words.branch("duty_roster").items() if isinstance(value, str)})


def _sheet(design: Design, duty: Duty, weeks: Sequence[Week], words: Words) -> Sheet:
    language = words.code
    dates = [day.date for week in weeks for day in week.days]
    kinds = sorted(duty.shifts, key=lambda name: (duty.shifts[name].at, name))
    letters = dict(zip(kinds, distinct_letters([duty.shifts[name].title.to(language) for name in kinds]), strict=True))
    looks = looks_of(duty)
    people = {name: person for name, person in design.programme.staff.items() if person.role in duty.roles}
    numbers = {name: str(number) for number, name in enumerate(people, 1)}
    kept = {(watch.date, name): watch.shift for week in weeks for watch in week.duty for name in watch.people}
    on_duty = {(watch.date, watch.shift): watch.people for week in weeks for watch in week.duty}
    titles = {name: words.label("duty_roster.shift", title=shift.title, hours=wording.span(words, shift.at, shift.until))
              for name, shift in duty.shifts.items()}
    legend = [LegendLine(letters[name], looks[name], titles[name]) for name in kinds]
    if any(_away(person, date) for person in people.values() for date in dates):
        legend.append(LegendLine("", "leave", words.label("duty_roster.leave")))
    return Sheet(
        words.label("duty_roster.title", weeks=wording.weeks(words, weeks[0].number, weeks[-1].number)),
        words.label("duty_roster.dates", first=wording.date(words, dates[0], "short"),
                    last=f"{wording.date(words, dates[-1], 'short')} {dates[-1].year}"),
        round(min(ROW[1], max(ROW[0], ROOM / (len(people) + len(kinds)))), 2),
        tuple(_week(week, words) for week in weeks),
        tuple(_post(numbers[name], name, person, dates, kept, duty, letters, looks, words) for name, person in people.items()),
        tuple(ShiftRow(letters[name], looks[name], titles[name], tuple(
            tuple(sorted((numbers[who] for who in on_duty.get((date, name), ())), key=int)) for date in dates))
            for name in kinds),
        tuple(legend),
        (words.label("duty_roster.numbers"), words.label("duty_roster.totals"), *_holidays(weeks, words)))


def _week(week: Week, words: Words) -> WeekHead:
    return WeekHead(
        f"{words.label('duty_roster.week', number=week.number)} · "
        + words.label("duty_roster.dates", first=wording.date(words, week.days[0].date, "short"),
                      last=wording.date(words, week.days[-1].date, "short")),
        tuple(DateHead(words.label(f"days.{DAYS[day.date.weekday()]}"), str(day.date.day),
                       day.date.weekday() >= 5 or day.calendar.holiday is not None) for day in week.days))


def _post(
    number: str, name: str, person: Person, dates: Sequence[dt.date], kept: Mapping[tuple[dt.date, str], str], duty: Duty,
    letters: Mapping[str, str], looks: Mapping[str, str], words: Words,
) -> PostRow:
    mine = [kept.get((date, name)) for date in dates]
    cells = tuple(Cell(letters[shift], looks[shift]) if shift else Cell("", "leave" if _away(person, date) else "free")
                  for date, shift in zip(dates, mine, strict=True))
    minutes = sum(duty.shifts[shift].minutes for shift in mine if shift)
    nights = sum(looks[shift] == "dark" for shift in mine if shift)
    return PostRow(number, person.title.to(words.code), cells, _hours(words, minutes), str(nights))


def _hours(words: Words, minutes: int) -> str:
    """``160``, or ``157,5`` where the hours are not whole."""
    from babel.numbers import format_decimal

    return format_decimal(round(minutes / 60, 1), locale=words.label("locale"))


def _away(person: Person, date: dt.date) -> bool:
    return any(first <= date <= last for first, last in person.leave)


def _holidays(weeks: Iterable[Week], words: Words) -> list[str]:
    return [f"{wording.date(words, day.date, 'day')}: {day.calendar.holiday.to(words.code)}"
            for week in weeks for day in week.days if day.calendar.holiday]


def looks_of(duty: Duty) -> dict[str, str]:
    """How each shift is drawn: across midnight dark, the others light and grey by turns."""
    by_day = [name for name, shift in sorted(duty.shifts.items(), key=lambda item: (item[1].at, item[0]))
              if shift.at + shift.minutes <= DAY]
    return {name: ("light", "middle")[by_day.index(name) % 2] if name in by_day else "dark" for name in duty.shifts}


def distinct_letters(titles: Sequence[str]) -> list[str]:
    """One letter for each shift: the first of its own words that no other one has, else a number.

    Not of words that stand in every title: "Jaga pagi" is P, where "Jaga malam" is M.
    """
    taken: list[str] = []
    shared = set.intersection(*(set(title.split()) for title in titles)) if len(titles) > 1 else set()
    for number, title in enumerate(titles, 1):
        own = "".join(word for word in title.split() if word not in shared)
        free = (letter.upper() for letter in own or title if letter.isalpha() and letter.upper() not in taken)
        taken.append(next(free, str(number)))
    return taken
