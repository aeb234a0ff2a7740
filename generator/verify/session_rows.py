"""A session as the data files have it: one value for each column, in the language's words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid
from generator.model.week import Session
from generator.views import wording

COLUMNS = ("week", "date", "start", "end", "activity", "pillar", "group", "resident", "leader", "co_leader", "room", "minutes")


def rows(laid: Laid) -> Iterator[tuple[str, ...]]:
    """Every session of every week in the order of the clock: what stands in each of `COLUMNS`."""
    for week in laid.weeks:
        for session in week.sessions:
            yield _row(week.number, session, laid)


def _row(week: int, session: Session, laid: Laid) -> tuple[str, ...]:
    words, programme = laid.words, laid.design.programme
    component = laid.design.components[session.component].component
    place = words.label("session_plan.outside" if component.mode == "community" else "session_plan.house")
    return (
        str(week), session.date.isoformat(), clock(session.start), clock(session.end),
        wording.session_title(laid.design, session, words),
        laid.design.catalogue.pillars[component.pillar].title.to(words.code), wording.groups(laid.design, session, words),
        words.label("resident_number", number=f"{session.resident:02d}") if session.resident else "",
        programme.staff[session.lead].title.to(words.code),
        programme.staff[session.co_lead].title.to(words.code) if session.co_lead else "",
        programme.rooms[session.room].title.to(words.code) if session.room else place,
        str(session.end - session.start - 2 * session.travel))


def clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
