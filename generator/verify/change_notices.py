"""Notices of mended weeks: every session that moved with its old and its new place, and every one that is not held."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.documents import Laid
from generator.model.agreed import Before
from generator.model.values import DAYS
from generator.model.week import Session, Week, component_of
from generator.verify import Fault
from generator.verify.read import in_order, squeezed, text_of
from generator.views import wording

FILES = ("change-notice/week-*.pdf",)


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    text, words, programme = text_of(path), laid.words, laid.design.programme
    week = next(week for week in laid.weeks if f"week-{week.number:02d}" == inside.stem)
    yield None if squeezed(words.label("change_notice.title", number=week.number)) in text else Fault("week", str(week.number))
    agreed = laid.design.agreed[week.number][0]
    sessions = {session.key: session for session in week.sessions}
    for one in agreed.sessions:
        if one.was and one.session in sessions:
            yield _moved(text, week, sessions[one.session], one.was, laid)
    for gone in agreed.not_held:
        planned = laid.design.held(gone.session)
        title = planned.component.title.to(words.code) if planned else component_of(gone.session)
        row = (title, _before(week, gone.was, laid), words.label("change_notice.not_held").upper())
        yield None if in_order(text, *row, apart=80) else Fault("session", " · ".join(row))
    for absence in agreed.without:
        known = programme.staff.get(absence.who) or programme.rooms.get(absence.who)
        parts = (known.title.to(words.code) if known else absence.who, *(words.label(f"days.{day}") for day in absence.days))
        yield None if in_order(text, *parts, apart=2) else Fault("leader", " · ".join(parts))


def _moved(text: str, week: Week, session: Session, was: Before, laid: Laid) -> Fault | None:
    """Title, then where it was, then where it is; at last who and where, as far as that is new."""
    words, programme = laid.words, laid.design.programme
    stays = (DAYS[session.date.weekday()], session.start) == (was.day, was.at)
    now = words.label("change_notice.same_time") if stays else (
        f"{wording.date(words, session.date, 'day')} {wording.clock(words, session.start)}")
    new = [programme.staff[session.lead].title.to(words.code)] if session.lead != was.lead else []
    new += [programme.rooms[session.room].title.to(words.code)] if session.room and session.room != was.room else []
    parts = (wording.session_title(laid.design, session, words), _before(week, was, laid), now, *new)
    return None if in_order(text, *parts, apart=80) else Fault("session", " · ".join(parts))


def _before(week: Week, was: Before, laid: Laid) -> str:
    date = week.days[DAYS.index(was.day)].date
    return f"{wording.date(laid.words, date, 'day')} {wording.clock(laid.words, was.at)}"
