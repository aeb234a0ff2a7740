"""What stands at the head of a sheet: whose week it is, which one, and how many hours a post works in it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Words
from generator.model.design import Design
from generator.model.week import Week
from generator.views import wording
from generator.views.sheets.lettering import fitting
from generator.views.sheets.selection import Chosen
from generator.views.sheets.working_hours import Hours


@dataclass(frozen=True)
class Heading:
    """A line of the head and the size in which it fits, points."""

    text: str
    size: float


@dataclass(frozen=True)
class Head:
    """The two lines of the head, left and right."""

    title: Heading
    subtitle: Heading
    label: Heading
    owner: Heading
    """Organisation, programme, edition."""


def head(design: Design, week: Week, words: Words, chosen: Chosen, hours: Hours, days: str = "") -> Head:
    """The head of a week's page; ``days`` says which of its days stand there if not all do."""
    programme, language = design.programme, words.code
    assert programme.organisation is not None
    number = words.label("weekly_schedule.title", number=week.number)
    name = name_of(design, chosen, words)
    if chosen.kind == "facilitator":
        subtitle = f"{dates(week, words)} · {worked(words, hours)}"
    elif chosen.kind == "room":
        subtitle = dates(week, words)
    else:
        subtitle = f"{_phase(design, week, chosen, words)} · {dates(week, words)}"
    owner = " · ".join((programme.organisation.name, programme.title.to(language) if programme.title else design.name,
                        words.label("edition", edition=programme.edition or "")))
    label = words.label(f"weekly_schedule.{chosen.kind}")
    return Head(
        Heading(title := " · ".join(filter(None, (name, number, days))), fitting(title, 190, (17, 15, 13, 11, 9), "bold")),
        Heading(subtitle, fitting(subtitle, 165, (11, 10, 9, 8, 7, 6), "regular")),
        Heading(label, fitting(label, 85, (11, 10, 9), "bold")),
        Heading(owner, fitting(owner, 110, (8.5, 8, 7.5, 7, 6.5, 6), "regular")),
    )


def dates(week: Week, words: Words) -> str:
    """A week's first and last day: ``Senin, 5 April – Minggu, 11 April 2027``."""
    return words.label("weekly_schedule.dates", first=wording.date(words, week.days[0].date, "first"),
                       last=wording.date(words, week.days[-1].date))


def _phase(design: Design, week: Week, chosen: Chosen, words: Words) -> str:
    own = dict(week.phases).get(chosen.name, "")
    return design.phases[own].title.to(words.code) if own else wording.phase(design, week, words)


def worked(words: Words, hours: Hours) -> str:
    """``22 jam: memimpin 18 jam (20 sesi), mendampingi 4 jam (5 sesi)``."""
    said = [words.label(f"weekly_schedule.{key}", hours=hours_said(words, minutes), count=count) for key, minutes, count in (
        ("leads", hours.led, hours.led_sessions), ("seconds", hours.co_led, hours.co_led_sessions),
        ("on_duty", hours.duty, hours.shifts),
        ("with_team", hours.team - hours.for_others, hours.team_times - hours.times_for_others),
        ("for_others", hours.for_others, hours.times_for_others)) if count]
    return words.label("weekly_schedule.worked", total=hours_said(words, hours.total), parts=", ".join(said))


def hours_said(words: Words, minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    key = "hours_minutes" if hours and rest else "hours" if hours else "minutes_short"
    return words.label(f"weekly_schedule.{key}", hours=hours, minutes=rest)


def name_of(design: Design, chosen: Chosen, words: Words) -> str:
    """What a group, a post or a room is called; nothing for the house."""
    entries = {"group": design.programme.groups, "facilitator": design.programme.staff, "room": design.programme.rooms}
    found = entries.get(chosen.kind, {})
    return found[chosen.name].title.to(words.code) if found else ""  # type: ignore[index]
