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
APART = 200
"""Characters between two facts of a row: who and where stand between the times, also of what is offered beside it."""


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    text, words, programme = text_of(path), laid.words, laid.design.programme
    week = next(week for week in laid.weeks if f"week-{week.number:02d}" == inside.stem)
    yield None if squeezed(words.label("change_notice.title", number=week.number)) in text else Fault("week", str(week.number))
    dates = words.label("weekly_schedule.dates", first=wording.date(words, week.days[0].date, "first"),
                        last=wording.date(words, week.days[-1].date))
    yield None if squeezed(dates) in text else Fault("week", dates)
    agreed = laid.design.agreed[week.number][0]
    sessions = {session.key: session for session in week.sessions}
    for one in agreed.sessions:
        if one.was and one.session in sessions:
            yield _moved(text, week, sessions[one.session], one.was, laid)
    for gone in agreed.not_held:
        planned = laid.design.held(gone.session)
        title = planned.component.title.to(words.code) if planned else component_of(gone.session)
        row = (title, *_whose(gone.session, laid), _before(week, gone.was, laid), words.label("change_notice.not_held").upper())
        yield None if in_order(text, *row, apart=APART) else Fault("session", " · ".join(row))
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
    led, led_before = ((place.lead, place.co_lead) for place in (session, was))
    before, new = ([programme.staff[name].title.to(words.code) for name in names if name in programme.staff]
                   if led != led_before else [] for names in (led_before, led))
    new += [programme.rooms[session.room].title.to(words.code)] if session.room and session.room != was.room else []
    parts = (wording.session_title(laid.design, session, words), *_whose(session.key, laid), _before(week, was, laid), *before,
             now, *new)
    return None if in_order(text, *parts, apart=APART) else Fault("session", " · ".join(parts))


def _whose(key: str, laid: Laid) -> tuple[str, ...]:
    """Of one-to-one work the resident's number, and the group where there are several."""
    groups, (_, people, last) = laid.design.programme.groups, key.split("/")
    if not last.startswith("r"):
        return ()
    number = laid.words.label("resident_number", number=last[1:3])
    return (number, groups[people].title.to(laid.words.code)) if len(groups) > 1 else (number,)


def _before(week: Week, was: Before, laid: Laid) -> str:
    date = week.days[DAYS.index(was.day)].date
    return f"{wording.date(laid.words, date, 'day')} {wording.clock(laid.words, was.at)}"
