"""The guide's pages of weeks: every row of every day, in both directions: time, activity, who leads and where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.documents import Laid
from generator.model.week import Day, Session
from generator.verify import GUIDE, Fault
from generator.verify.html_rows import article_of, sections_of
from generator.verify.read import squeezed
from generator.views import wording

UNIT = GUIDE
FILES = ("programmes/*/week-*.html",)

Row = tuple[str, tuple[str, ...], str, str]
"""Time, what is said of the activity one after another, leaders, room."""


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    week = next((week for week in laid.weeks if f"week-{week.number:02d}" == inside.stem), None)
    if week is None:
        yield Fault("week", "–", inside.stem)
        return
    sections = sections_of(article_of(path))
    title = f"{laid.words.label('weekly_schedule.title', number=week.number)}, {wording.phase(laid.design, week, laid.words)}"
    yield None if any(section.title == title for section in sections) else Fault("week", title)
    days = {section.anchor: section for section in sections}
    for day in week.days:
        section = days.get(day.date.isoformat())
        name = wording.sentence(wording.date(laid.words, day.date, "day"))
        yield None if section and section.title.startswith(name) else Fault("day", name, section.title if section else "")
        if section:
            yield from _day(name, [row for row in section.rows if len(row) == 4], day, laid)


def _day(name: str, found: list[list[str]], day: Day, laid: Laid) -> Iterator[Fault | None]:
    left = [[squeezed(cell) for cell in row] for row in found]
    for wanted in _wanted(day, laid):
        time, what, who, where = wanted
        same = next((row for row in left if (row[0], row[2], row[3]) == (squeezed(time), squeezed(who), squeezed(where))
                     and row[1].startswith(squeezed(what[0])) and all(squeezed(part) in row[1] for part in what)), None)
        if same:
            left.remove(same)
        yield None if same else Fault("session", " · ".join([name, time, *what, who, where]))
    yield from (Fault("session", "–", f"{name} · {' · '.join(row)}") for row in left)


def _wanted(day: Day, laid: Laid) -> Iterator[Row]:
    words, programme = laid.words, laid.design.programme
    for slot in day.frame:
        yield wording.span(words, slot.start, slot.end), (wording.slot(laid.design, slot, words),), "", ""
    alone: dict[tuple[int, int, str], list[Session]] = {}
    for session in day.sessions:
        if session.resident is not None:
            title = wording.session_title(laid.design, session, words)
            alone.setdefault((session.start, session.end, title), []).append(session)
            continue
        component = laid.design.components[session.component].component
        number = (session.topic - 1) % len(component.topics) if session.topic and component.topics else None
        topic = [component.topics[number].title.to(words.code)] if number is not None else []
        leaders = [programme.staff[post].title.to(words.code) for post in (session.lead, session.co_lead) if post]
        place = words.label("session_plan.outside" if component.mode == "community" else "session_plan.house")
        yield (wording.span(words, session.start, session.end), (wording.session_title(laid.design, session, words), *topic),
               ", ".join(leaders), programme.rooms[session.room].title.to(words.code) if session.room else place)
    for (start, end, title), sessions in alone.items():
        numbers = [words.label("resident_number", number=f"{session.resident:02d}") for session in sessions]
        leaders = list(dict.fromkeys(programme.staff[session.lead].title.to(words.code) for session in sessions))
        yield (wording.span(words, start, end), (title, *numbers),
               ", ".join(leaders), words.label("handbook.private_room"))
