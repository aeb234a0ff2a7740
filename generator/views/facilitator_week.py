"""A facilitator's week for printing: a cover with times, rooms and copies, then the plans in running order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.language import Words
from generator.model.design import Design
from generator.model.week import Session, TeamTime, Week
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


@dataclass(frozen=True)
class DayRows:
    name: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True)
class PlanWithSheet:
    plan: SessionPlanView
    worksheet: WorksheetView | None


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
    copies: tuple[str, ...]
    materials: tuple[str, ...]
    plans: tuple[PlanWithSheet, ...]
    words: dict[str, str]


def facilitator_week(design: Design, week: Week, post: str, words: Words) -> FacilitatorWeekView | None:
    """What a post of the staff leads or co-leads in a week; nothing where it leads nothing."""
    programme, language = design.programme, words.code
    assert programme.organisation is not None
    own = [s for s in week.sessions if post in (s.lead, s.co_lead)]
    if not own:
        return None
    numbers, kinds = {}, dict.fromkeys(_kind(design, session) for session in own)
    for number, kind in enumerate(kinds, 1):
        numbers[kind] = number
    plans = tuple(_plan(design, week, [s for s in own if _kind(design, s) == kind], words) for kind in kinds)
    days = []
    for day in week.days:
        rows = [(session.start, _row(design, session, post, words, numbers[_kind(design, session)]))
                for session in day.sessions if session in own]
        rows += [(time.start, _meeting(design, time, words)) for time in week.team_times
                 if time.date == day.date and post in time.staff]
        if rows:
            days.append(DayRows(wording.date(words, day.date, "day"), tuple(row for _, row in sorted(rows, key=_start))))
    components = [design.components[name].component for name in dict.fromkeys(session.component for session in own)]
    minutes = sum(session.minutes for session in own)
    return FacilitatorWeekView(
        language, programme.staff[post].title.to(language),
        words.label("facilitator_week.title", number=week.number, dates=dates(week, words)),
        programme.organisation.name, programme.title.to(language) if programme.title else design.name,
        words.label("edition", edition=programme.edition or ""),
        words.label("facilitator_week.hours", count=len(own), hours=hours_said(words, minutes)),
        tuple(days), tuple(_copies(design, own, words)),
        tuple(dict.fromkeys(item.to(language) for component in components for item in component.materials)), plans,
        {key: value for key, value in words.branch("facilitator_week").items() if isinstance(value, str)},
    )


def _kind(design: Design, session: Session) -> tuple[str, int, int, int, int]:
    """Sessions with one plan: the same component, clock time, length and topic; one-to-one work needs one plan only."""
    if design.components[session.component].component.mode == "individual":
        return session.component, 0, 0, 0, session.topic or 0
    return session.component, session.start, session.minutes, session.strand, session.topic or 0


def _plan(design: Design, week: Week, sessions: Sequence[Session], words: Words) -> PlanWithSheet:
    name = sessions[0].component
    # What is held beside a session has no plan of its own: the session's tells of it.
    main = [s for s in sessions if not s.strand] or [s for s in week.sessions if s.component == name and not s.strand]
    return PlanWithSheet(session_plan(design, name, week, words, main), worksheet(design, name, words))


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


def _start(entry: tuple[int, RowView]) -> int:
    return entry[0]


def _meeting(design: Design, time: TeamTime, words: Words) -> RowView:
    """A time with the team, for which there is no plan."""
    programme, code = design.programme, words.code
    room = programme.rooms[time.room].title.to(code) if time.room else ""
    title = programme.team_times[time.name].title.to(code)
    return RowView(wording.span(words, time.start, time.end), title, "", "", "", room, "")


def _copies(design: Design, sessions: Sequence[Session], words: Words) -> Iterator[str]:
    """Worksheets to copy before the week: one for everybody who takes part."""
    for name in dict.fromkeys(session.component for session in sessions):
        sheet = design.components[name].component.worksheet
        people = sum(part.size for session in sessions if session.component == name for part in session.parts)
        if sheet and people:
            yield words.label("facilitator_week.copy", count=people, title=sheet.title)
