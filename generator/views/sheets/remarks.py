"""What is said at the foot of a week's sheet: prayer times, holidays, how to read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.language import Words
from generator.model.design import Design
from generator.model.week import Day, Session, TeamTime, Week
from generator.views import wording
from generator.views.sheets.nights import nights_of
from generator.views.sheets.selection import HOUSE, Chosen, before_rising
from generator.views.sheets.working_hours import NONE, Hours


def remarks(
    design: Design, week: Week, words: Words, chosen: Chosen = HOUSE, sessions: Sequence[Session] | None = None,
    hours: Hours = NONE,
) -> tuple[str, ...]:
    """The remarks of the house's week; on another sheet those that its ``sessions`` and the post's ``hours`` call for."""
    return tuple(_remarks(design, week, words, chosen, week.sessions if sessions is None else sessions, hours))


def night_rest(week: Week, words: Words) -> Iterator[str]:
    """When the house sleeps, with its evenings where they differ: for a page of the week that ends with the day."""
    found: dict[str, list[int]] = {}
    for place, rests in enumerate(nights_of(week, dict(week.phases))):
        for slot in rests:
            found.setdefault(wording.span(words, slot.start, slot.end), []).append(place)
    if found:
        said = [span if len(found) == 1 else f"{span} ({wording.weekdays(words, places)})" for span, places in found.items()]
        yield words.label("weekly_schedule.night_rest", times=", ".join(said))


def staff_times(design: Design, times: Iterable[TeamTime], words: Words) -> Iterator[str]:
    """When the staff are together, or with families or others, while residents do something else: each title once with hours
    and days."""
    found: dict[tuple[str, str], dict[tuple[str, str], list[int]]] = {}
    for time in times:
        written = design.programme.team_times[time.name]
        whom = "times_for" if written.for_whom else "family_times" if with_families(design, time) else "staff_times"
        hours = found.setdefault((whom, written.for_whom.to(words.code) if written.for_whom else ""), {})
        hours.setdefault((written.title.to(words.code), wording.span(words, time.start, time.end)), []).append(
            time.date.weekday())
    for (label, whom), hours in sorted(found.items(), reverse=True):
        said = [f"{title} {span} ({wording.weekdays(words, places)})" for (title, span), places in hours.items()]
        yield words.label(f"weekly_schedule.{label}", times=", ".join(said), whom=whom)


def with_families(design: Design, time: TeamTime) -> bool:
    """Whether the posts hold something with families then."""
    component = design.catalogue.components.get(design.programme.team_times[time.name].component or "")
    return component is not None and component.participants == "families"


def closed_said(words: Words, days: Sequence[Day]) -> tuple[str, ...]:
    """What the columns of days would say on which nobody comes, each text once."""
    found: dict[str, list[str]] = {}
    for day in days:
        said = dict.fromkeys(slot.title.to(words.code) for slot in day.frame if slot.is_out)
        if said:  # of a day on which no group comes, their hours tell
            found.setdefault(" · ".join(said), []).append(wording.date(words, day.date, "weekday"))
    return tuple(f"{wording.listed(words, names)}: {said}" for said, names in found.items())


def _remarks(
    design: Design, week: Week, words: Words, chosen: Chosen, sessions: Sequence[Session], hours: Hours
) -> Iterator[str]:
    if chosen.kind in ("house", "group"):
        yield from _before_rising(design, week, chosen, words)
        yield from _present(design, week, chosen, words)
        yield from _outside(design, week, chosen, words)
        yield from _of_the_calendar(design, week, words)
    if chosen.kind != "room" and any(s.other_lead and s.other_lead != chosen.name for s in sessions):
        yield words.label("weekly_schedule.choice")
    if any(s.resident for s in sessions):
        yield words.label("weekly_schedule.numbers")
    if hours.total < hours.led + hours.co_led + hours.duty + hours.team:
        yield words.label("weekly_schedule.counted_once")
    if chosen.kind == "facilitator":
        if any(s.travel for s in sessions):
            yield words.label("weekly_schedule.travel")
        if any(chosen.name in (s.co_lead, s.other_lead) for s in sessions):
            yield words.label("weekly_schedule.dashed")
    if chosen.kind == "room" and any(s.room != chosen.name for s in sessions):
        yield words.label("weekly_schedule.dashed_choice")


def _before_rising(design: Design, week: Week, chosen: Chosen, words: Words) -> Iterator[str]:
    """What some get up for or are woken for while others sleep on, with its hours: the grid begins when the house rises."""
    groups = tuple(design.programme.groups) if chosen.kind == "house" else (chosen.name,)
    found: dict[str, dict[tuple[str, str], list[int]]] = {"before_rising": {}, "in_the_night": {}}
    for place, slots in enumerate(before_rising(week, groups)):
        for slot in slots:
            title = wording.slot(design, slot, words) if chosen.kind == "house" else slot.title.to(words.code)
            of_kind = found["before_rising" if slot.voluntary else "in_the_night"]
            of_kind.setdefault((title, wording.span(words, slot.start, slot.end)), []).append(place)
    for label, items in found.items():
        if items:
            said = [f"{title} {span}" + (f" ({wording.weekdays(words, places)})" if len(places) < len(week.days) else "")
                    for (title, span), places in items.items()]
            yield words.label(f"weekly_schedule.{label}", items="; ".join(said))


def _present(design: Design, week: Week, chosen: Chosen, words: Words) -> Iterator[str]:
    """When the groups come that are there for some hours only."""
    for name, group in design.programme.groups.items():
        if group.present and name in dict(week.phases) and chosen.name in ("", name):
            found: dict[str, list[int]] = {}
            for place, day in enumerate(week.days):
                for start, end in day.hours_of(name):
                    found.setdefault(wording.span(words, start, end), []).append(place)
            times = ", ".join(f"{wording.weekdays(words, places)} {span}" for span, places in found.items())
            yield words.label("weekly_schedule.present" if times else "weekly_schedule.not_present",
                              group=group.title, times=times)


def _outside(design: Design, week: Week, chosen: Chosen, words: Words) -> Iterator[str]:
    """Which groups are outside by day: on the house's sheet it takes no room where others stay."""
    found: dict[tuple[str, tuple[str, ...], str], list[int]] = {}
    for place, day in enumerate(week.days):
        for slot in day.frame:
            if slot.is_out and slot.groups and set(slot.groups) < set(design.programme.groups):
                key = (slot.title.to(words.code), slot.groups, wording.span(words, slot.start, slot.end))
                found.setdefault(key, []).append(place)
    if chosen.kind == "house":
        for (title, groups, span), places in found.items():
            who = wording.listed(words, (design.programme.groups[name].title.to(words.code) for name in groups))
            yield f"{who}: {title} {span} ({wording.weekdays(words, places)})"


def _of_the_calendar(design: Design, week: Week, words: Words) -> Iterator[str]:
    first = dict(week.days[0].calendar.prayers)
    if first and design.programme.keeps_ramadan:
        times = ", ".join(f"{words.label(f'prayers.{name}')} {wording.clock(words, m)}" for name, m in first.items())
        city = design.programme.place.city if design.programme.place else ""
        yield words.label("weekly_schedule.prayers", city=city, times=times,
                          date=wording.date(words, week.days[0].date, "short"))
    for day in week.days:
        if day.calendar.holiday:
            yield f"{wording.date(words, day.date, 'day')}: {day.calendar.holiday.to(words.code)}"
    if any(day.calendar.ramadan and not design.programme.day_types[day.day_type].ramadan for day in week.days):
        yield words.label("weekly_schedule.ramadan")
