"""A facilitator's week for printing: a cover with times, rooms and copies, then the plans in running order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.language import Words
from generator.model.component import Worksheet
from generator.model.design import Design
from generator.model.week import Day, Session, TeamTime, Week
from generator.views import wording
from generator.views.session_plan import (
    SessionPlanView,
    WorksheetView,
    place_word,
    session_plan,
    worksheet,
)
from generator.views.sheets.head import dates, hours_said
from generator.views.topic import topic_title
from generator.views.usual_leads import Held, held


@dataclass(frozen=True)
class RowView:
    """A session as the cover lists it; ``sheet`` is the number of the plan that belongs to it."""

    time: str
    title: str
    role: str
    topic: str
    who: str
    room: str
    sheet: str
    notes: tuple[str, ...] = ()
    """Who leads it otherwise; what leaves no time before it."""


@dataclass(frozen=True)
class DayRows:
    name: str
    """With its holiday."""
    rows: tuple[RowView, ...]


@dataclass(frozen=True)
class PlanWithSheet:
    plan: SessionPlanView
    worksheet: WorksheetView | None
    """Behind a component's first plan only: it is copied from there."""


@dataclass(frozen=True)
class NeededView:
    """What some of the plans need."""

    plans: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class FacilitatorWeekView:
    """One post's week."""

    language: str
    title: str
    subtitle: str
    organisation: str
    programme: str
    edition: str
    hours: str
    days: tuple[DayRows, ...]
    handed_on: tuple[str, ...]
    """What the post usually leads and another leads this week."""
    away: tuple[str, ...]
    """Who of the staff is on leave, and when."""
    copies: tuple[str, ...]
    materials: tuple[NeededView, ...]
    plans: tuple[PlanWithSheet, ...]
    words: dict[str, str]


def facilitator_week(
    design: Design, week: Week, post: str, words: Words, usual: Mapping[Held, str] | None = None,
    asked: bool = False,
) -> FacilitatorWeekView | None:
    """What a post of the staff leads or co-leads in a week; nothing where it leads nothing, but a cover that says so where
    it was ``asked`` for. ``usual`` says who leads what in other weeks."""
    programme, language, usual = design.programme, words.code, usual or {}
    assert programme.organisation is not None
    own = [s for s in week.sessions if post in (s.lead, s.co_lead)]
    if not own and not asked:
        return None
    numbers, kinds = {}, dict.fromkeys(_kind(design, session) for session in own)
    for number, kind in enumerate(kinds, 1):
        numbers[kind] = number
    first = {kind[0]: kind for kind in reversed(kinds)}
    plans = tuple(PlanWithSheet(_plan(design, week, [s for s in own if _kind(design, s) == kind], words),
                                worksheet(design, kind[0], words) if first[kind[0]] == kind else None) for kind in kinds)
    days = []
    for day in week.days:
        times = [time for time in week.team_times if time.date == day.date]
        rows = [(session.start, replace(
            _row(design, session, post, words, numbers[_kind(design, session)]),
            notes=(*_usually(design, session, words, usual), *_no_time(design, session, post, day, times, words))))
            for session in day.sessions if session in own]
        rows += [(time.start, _meeting(design, time, words)) for time in times if post in time.staff]
        if rows:
            holiday = f" · {day.calendar.holiday.to(language)}" if day.calendar.holiday else ""
            days.append(DayRows(wording.date(words, day.date, "day") + holiday,
                                tuple(row for _, row in sorted(rows, key=_start))))
    led = [session for session in own if session.lead == post]
    plans_of: dict[str, dict[int, None]] = {}
    for session in led:
        plans_of.setdefault(session.component, {})[numbers[_kind(design, session)]] = None
    minutes = sum(session.minutes for session in own)
    return FacilitatorWeekView(
        language, programme.staff[post].title.to(language),
        words.label("facilitator_week.title", number=week.number, dates=dates(week, words)),
        programme.organisation.name, programme.title.to(language) if programme.title else design.name,
        words.label("edition", edition=programme.edition or ""),
        words.label("facilitator_week.hours", count=len(own), hours=hours_said(words, minutes)) if own else
        words.label("facilitator_week.nothing"),
        tuple(days), tuple(_handed_on(design, week, post, words, usual)), tuple(_away(design, week, words)),
        tuple(_copies(design, led, plans_of, words)), tuple(_materials(design, plans_of, words)), plans,
        {key: value for key, value in words.branch("facilitator_week").items() if isinstance(value, str)},
    )


def _kind(design: Design, session: Session) -> tuple[str, int, int, int, int]:
    """Sessions with one plan: the same component, clock time, length and topic; one-to-one work needs one plan only."""
    if design.components[session.component].component.mode == "individual":
        return session.component, 0, 0, 0, session.topic or 0
    return session.component, session.start, session.minutes, session.strand, session.topic or 0


def _plan(design: Design, week: Week, sessions: Sequence[Session], words: Words) -> SessionPlanView:
    name = sessions[0].component
    # What is held beside a session has no plan of its own: the session's tells of it.
    main = [s for s in sessions if not s.strand] or [s for s in week.sessions if s.component == name and not s.strand]
    return session_plan(design, name, week, words, main)


def _row(design: Design, session: Session, post: str, words: Words, sheet: int) -> RowView:
    component = design.components[session.component].component
    room = design.programme.rooms[session.room].title.to(words.code) if session.room else words.label(place_word(component))
    who = wording.resident(design, session, words) if session.resident is not None else wording.people(design, session, words)
    return RowView(
        wording.span(words, session.start, session.end), wording.session_title(design, session, words),
        _beside(design, session, post, words),
        "" if session.resident is not None else topic_title(component, session, words), who, room, str(sheet))


def _beside(design: Design, session: Session, post: str, words: Words) -> str:
    """With whom it is led: ``bersama Konselor 2``, ``mendampingi Konselor 1``; nothing where alone."""
    staff = design.programme.staff
    if session.co_lead == post:
        return words.label("facilitator_week.co_leads", name=staff[session.lead].title)
    return words.label("facilitator_week.with", name=staff[session.co_lead].title) if session.co_lead else ""


def _usually(design: Design, session: Session, words: Words, usual: Mapping[Held, str]) -> Iterator[str]:
    """``biasanya dipimpin Konselor 1``, where that is somebody else."""
    if (lead := usual.get(held(session), session.lead)) != session.lead:
        yield words.label("facilitator_week.usually", name=design.programme.staff[lead].title)


def _no_time(
    design: Design, session: Session, post: str, day: Day, times: Sequence[TeamTime], words: Words
) -> Iterator[str]:
    """What ends only when the session begins: others in its room, or the post's own in another."""
    if session.room is None:
        return
    rooms, code = design.programme.rooms, words.code
    before: list[tuple[str | None, tuple[str, ...], tuple[str | None, ...], str]] = [
        (s.room, s.groups, (s.lead, s.co_lead), wording.session_title(design, s, words))
        for s in day.sessions if s.end == session.start]
    before += [(t.room, (), t.staff, design.programme.team_times[t.name].title.to(code))
               for t in times if t.end == session.start]
    for room, groups, staff, title in before:
        if room == session.room and session.resident is None and not set(groups) & set(session.groups):
            yield words.label("facilitator_week.in_use", what=title)
        elif room and room != session.room and post in staff:
            yield words.label("facilitator_week.straight_from", room=rooms[room].title)


def _handed_on(design: Design, week: Week, post: str, words: Words, usual: Mapping[Held, str]) -> Iterator[str]:
    for session in week.sessions:
        if usual.get(held(session)) == post and post not in (session.lead, session.co_lead):
            what = f"{wording.session_title(design, session, words)} {wording.resident(design, session, words)}".strip()
            yield words.label(
                "facilitator_week.led_by", day=wording.date(words, session.date, "day"), what=what,
                time=wording.span(words, session.start, session.end), name=design.programme.staff[session.lead].title)


def _away(design: Design, week: Week, words: Words) -> Iterator[str]:
    for one in design.programme.staff.values():
        for first, last in one.leave:
            if days := [day.date for day in week.days if first <= day.date <= last]:
                shown = " – ".join(wording.date(words, day, "day") for day in dict.fromkeys((days[0], days[-1])))
                yield f"{one.title.to(words.code)} ({shown})"


def _start(entry: tuple[int, RowView]) -> int:
    return entry[0]


def _meeting(design: Design, time: TeamTime, words: Words) -> RowView:
    """A time with the team, for which there is no plan."""
    programme, code = design.programme, words.code
    room = programme.rooms[time.room].title.to(code) if time.room else ""
    title = programme.team_times[time.name].title.to(code)
    return RowView(wording.span(words, time.start, time.end), title, "", "", "", room, "")


def _copies(design: Design, sessions: Sequence[Session], plans_of: Mapping[str, Iterable[int]], words: Words) -> Iterator[str]:
    """Worksheets to copy before the week: one for everybody who takes part in what the post leads, not in what it co-leads."""
    for name, numbers in plans_of.items():
        if (sheet := design.components[name].component.worksheet) and (line := copies(sheet, name, sessions, words)):
            yield f"{line} · {_for_plans(numbers, words)}"


def _materials(design: Design, plans_of: Mapping[str, Iterable[int]], words: Words) -> Iterator[NeededView]:
    """What to gather, each thing once, by the plans that need it."""
    needed: dict[str, dict[int, None]] = {}
    for name, numbers in plans_of.items():
        for item in design.components[name].component.materials:
            needed.setdefault(item.to(words.code), {}).update(dict.fromkeys(numbers))
    by_plans: dict[tuple[int, ...], list[str]] = {}
    for said, of in needed.items():
        by_plans.setdefault(tuple(sorted(of)), []).append(said)
    return (NeededView(_for_plans(plans, words), tuple(items)) for plans, items in sorted(by_plans.items()))


def _for_plans(numbers: Iterable[int], words: Words) -> str:
    """``Rencana 1, 5``: for which of the cover's plans."""
    return words.label("facilitator_week.for_plans", numbers=", ".join(map(str, sorted(numbers))))


def copies(sheet: Worksheet, name: str, sessions: Sequence[Session], words: Words) -> str:
    """``20 lembar “Dari kelompok”``, one for each person and session; for each person where it is kept."""
    parts = [part for session in sessions if session.component == name for part in session.parts]
    key, count = "copy", sum(part.size for part in parts)
    if sheet.kept:
        people = {(part.group, number) for part in parts for number in range(part.first, part.last + 1)}
        key, count = "copy_kept", len(people)
    return words.label(f"facilitator_week.{key}", count=count, title=sheet.title) if count else ""
