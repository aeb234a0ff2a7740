"""The house's week on one sheet: seven days side by side, told apart without colour."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from generator.language import Words
from generator.model.design import Design
from generator.model.week import Day, Session, Week
from generator.views import wording
from generator.views.session_plan import place_word
from generator.views.topic import topic_title

HEIGHT = 164.0
"""Millimetres of an A4 landscape sheet that the days have."""

LINE = 3.3
"""Millimetres one line of small print needs."""

LEAST_FOR_TOPIC = 45
"""Minutes from which on a box has room for its topic."""


@dataclass(frozen=True)
class BlockView:
    """A box in a day's column; ``top`` and ``height`` in millimetres."""

    top: float
    height: float
    time: str
    title: str
    topic: str
    """Today's theme of a group session; nothing where a short session has no room for it."""
    detail: str
    letter: str
    pattern: str
    colour: str
    kind: str
    """``session``, ``individual``, ``frame`` or ``free``."""


@dataclass(frozen=True)
class DayView:
    name: str
    date: str
    remark: str
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True)
class LegendEntry:
    letter: str
    pattern: str
    colour: str
    title: str


@dataclass(frozen=True)
class Hour:
    top: float
    label: str


@dataclass(frozen=True)
class WeeklyScheduleView:
    """One week of the house."""

    language: str
    title: str
    subtitle: str
    organisation: str
    programme: str
    edition: str
    height: float
    days: tuple[DayView, ...]
    hours: tuple[Hour, ...]
    legend: tuple[LegendEntry, ...]
    remarks: tuple[str, ...]
    words: dict[str, str]


@dataclass(frozen=True)
class _Box:
    start: int
    end: int
    lines: int
    view: tuple[str, str, str, str, str, str, str, str]


def weekly_schedule(design: Design, week: Week, words: Words) -> WeeklyScheduleView:
    """The sheet of one week in one language."""
    language = words.code
    organisation = design.programme.organisation
    assert organisation is not None
    boxes = [_boxes(design, day, words) for day in week.days]
    first = min(box.start for day in boxes for box in day)
    last = max(box.end for day in boxes for box in day)
    scale = _scale([box for day in boxes for box in day], first, last)
    used = {design.components[s.component].component.pillar for s in week.sessions}
    pillars = design.catalogue.pillars
    return WeeklyScheduleView(
        language=language,
        title=words.label("weekly_schedule.title", number=week.number),
        subtitle=words.label(
            "weekly_schedule.subtitle", phase=wording.phase(design, week, words),
            first=wording.date(words, week.days[0].date, "short"), last=wording.date(words, week.days[-1].date)),
        organisation=organisation.name,
        programme=design.programme.title.to(language) if design.programme.title else design.name,
        edition=words.label("edition", edition=design.programme.edition or ""),
        height=HEIGHT,
        days=tuple(
            DayView(
                wording.date(words, day.date, "weekday"), wording.date(words, day.date, "short"),
                day.calendar.holiday.to(language) if day.calendar.holiday else "",
                tuple(BlockView(round(scale[box.start], 2), round(scale[box.end] - scale[box.start], 2), *box.view)
                      for box in found),
            )
            for day, found in zip(week.days, boxes, strict=True)
        ),
        hours=tuple(Hour(round(scale[m], 2), wording.clock(words, m)) for m in sorted(scale) if m % 60 == 0),
        legend=tuple(LegendEntry(p.letter, p.pattern, p.colour, p.title.to(language))
                     for name, p in pillars.items() if name in used),
        remarks=remarks(design, week, words),
        words={key: value for key, value in words.branch("weekly_schedule").items() if isinstance(value, str)},
    )


def remarks(design: Design, week: Week, words: Words) -> tuple[str, ...]:
    """Prayer times, holidays and what else the calendar says of the week."""
    found = []
    first = dict(week.days[0].calendar.prayers)
    if first:
        times = ", ".join(f"{words.label(f'prayers.{name}')} {wording.clock(words, m)}" for name, m in first.items())
        city = design.programme.place.city if design.programme.place else ""
        found.append(words.label("weekly_schedule.prayers", city=city, times=times,
                                 date=wording.date(words, week.days[0].date, "short")))
    for day in week.days:
        if day.calendar.holiday:
            found.append(f"{wording.date(words, day.date, 'day')}: {day.calendar.holiday.to(words.code)}")
    if any(day.calendar.ramadan for day in week.days):
        found.append(words.label("weekly_schedule.ramadan"))
    if any(s.other_lead for s in week.sessions):
        found.append(words.label("weekly_schedule.choice"))
    if any(s.resident for s in week.sessions):
        found.append(words.label("weekly_schedule.numbers"))
    return tuple(found)


def _boxes(design: Design, day: Day, words: Words) -> list[_Box]:
    rising = min(
        (slot.end - 1440 if slot.end > 1440 else slot.end for slot in day.frame if slot.kind == "night-rest"), default=0
    )
    bedtime = max((slot.start for slot in day.frame if slot.kind == "night-rest"), default=1440)
    evening_out = [s for s in day.sessions if design.components[s.component].component.off_site and s.end > bedtime - 90]
    boxes = [
        _frame(wording.slot(design, slot, words), slot.start, slot.end, slot.kind, words)
        for slot in day.frame
        if slot.kind != "night-rest" and slot.start >= rising
        and not any(s.start < slot.end and slot.start < s.end for s in evening_out)
    ]
    boxes += [_session(design, session, words) for session in day.sessions if session.resident is None]
    boxes += _individual(design, [s for s in day.sessions if s.resident is not None], words)
    return sorted(boxes, key=lambda box: (box.start, box.end, box.view))


def _frame(title: str, start: int, end: int, kind: str, words: Words) -> _Box:
    return _Box(start, end, 1, (wording.clock(words, start), title, "", "", "", "blank", "",
                                "free" if kind in ("free", "visit") else "frame"))


def _session(design: Design, session: Session, words: Words) -> _Box:
    language = words.code
    planned = design.components[session.component]
    pillar = design.catalogue.pillars[planned.component.pillar]
    staff, rooms = design.programme.staff, design.programme.rooms
    where = rooms[session.room].title.to(language) if session.room else words.label(place_word(planned.component))
    detail = " · ".join([staff[session.lead].title.to(language), where])
    who = wording.people(design, session, words)
    detail = f"{who} · {detail}" if who else detail
    if planned.component.alternative and session.other_lead:
        detail += f" · {words.label('weekly_schedule.or')} {planned.component.alternative.title.to(language)}"
    topic = topic_title(planned.component, session, words) if session.end - session.start >= LEAST_FOR_TOPIC else ""
    return _Box(session.start, session.end, 3 if topic else 2, (
        wording.span(words, session.start, session.end), wording.session_title(design, session, words), topic, detail,
        pillar.letter, pillar.pattern, pillar.colour, "session"))


def _individual(design: Design, sessions: Sequence[Session], words: Words) -> list[_Box]:
    """Individual sessions that overlap or follow closely, as one box: residents stand there as numbers."""
    boxes: list[_Box] = []
    open_: list[Session] = []
    for session in sorted(sessions, key=lambda s: (s.start, s.component, s.resident or 0)):
        if open_ and session.start >= max(s.end for s in open_):
            boxes.append(_cluster(design, open_, words))
            open_ = []
        open_.append(session)
    return [*boxes, _cluster(design, open_, words)] if open_ else boxes


def _cluster(design: Design, sessions: Sequence[Session], words: Words) -> _Box:
    start, end = min(s.start for s in sessions), max(s.end for s in sessions)
    parts: dict[str, list[str]] = {}
    for session in sessions:
        title = design.components[session.component].component.title.to(words.code)
        number = words.label("resident_number", number=f"{session.resident:02d}")
        parts.setdefault(title, []).append(f"{wording.clock(words, session.start)} {number}")
    letters = sorted({design.catalogue.pillars[design.components[s.component].component.pillar].letter for s in sessions})
    detail = "; ".join(f"{title}: {', '.join(who)}" for title, who in sorted(parts.items()))
    pillar = design.catalogue.pillars[design.components[sessions[0].component].component.pillar]
    return _Box(start, end, 3, (wording.span(words, start, end), words.label("weekly_schedule.individual"), "", detail,
                                "".join(letters), pillar.pattern, pillar.colour, "individual"))


def _scale(boxes: Sequence[_Box], first: int, last: int) -> dict[int, float]:
    """Minute → millimetres from the top. Long free stretches shrink so that short items keep a line of print."""
    marks = sorted({m for box in boxes for m in (box.start, box.end)} | {h for h in range(first, last + 1) if h % 60 == 0})
    heights = [max((b - a) * 0.045, 0.2) for a, b in itertools.pairwise(marks)]
    index = {mark: i for i, mark in enumerate(marks)}
    for box in sorted(boxes, key=lambda b: (b.end - b.start, b.start)):
        span = range(index[box.start], index[box.end])
        lacking = box.lines * LINE + 0.9 - sum(heights[i] for i in span)
        if lacking > 0:
            minutes = box.end - box.start
            for i in span:
                heights[i] += lacking * (marks[i + 1] - marks[i]) / minutes
    spare = HEIGHT - sum(heights)
    if spare > 0:
        heights = [h + spare * (b - a) / (last - first) for h, a, b in zip(heights, marks, marks[1:], strict=False)]
    else:
        heights = [h * HEIGHT / sum(heights) for h in heights]
    positions, top = {marks[0]: 0.0}, 0.0
    for mark, height in zip(marks[1:], heights, strict=True):
        top += height
        positions[mark] = top
    return positions
