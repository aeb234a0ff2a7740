"""Session plans, one by one and as a facilitator's week: when, by whom and where; steps with their clock times; materials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.documents import Laid
from generator.model.week import Session
from generator.verify import Fault
from generator.verify.component_facts import facts_said
from generator.verify.read import Reader, in_order, squeezed, text_of
from generator.verify.worksheets import sheet
from generator.views import wording
from generator.views.facilitator_week import copies
from generator.views.plan import fit
from generator.views.session_plan import as_held, step_clock, usual

FILES = ("session-plan/*.pdf", "session-plan/*.docx", "facilitator-week/*/*.pdf")
OF_WEEKS_ASKED_FOR = True


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    text = text_of(path)
    if inside.parts[0] == "facilitator-week":
        yield from _of_a_post(text, inside, laid)
        return
    held = [week for week in laid.weeks if any(s.component == inside.stem and not s.strand for s in week.sessions)]
    # A plan made for a week that was asked for shows that week; else the first in which it is held.
    shown = next((week for week in held if laid.words.label(
        "session_plan.week", number=week.number, date=wording.date(laid.words, week.starts)).replace(" ", "") in text), None)
    if shown is None:
        yield Fault("week", str(held[0].number) if held else "–")
        return
    sessions = [s for s in shown.sessions if s.component == inside.stem and not s.strand]
    titles = {wording.session_title(laid.design, session, laid.words) for session in sessions}
    yield from (_occasion(text, session, laid, len(titles) > 1) for session in sessions)
    yield from steps_said(text, inside.stem, [usual(sessions)], laid)
    planned = as_held(laid.design, inside.stem, sessions)
    for what, label, value in facts_said(planned.component, planned.lengths, laid.design.catalogue, laid.words):
        yield None if in_order(text, label, value, apart=2) else Fault(what, f"{label}: {value}")


def _of_a_post(text: str, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    """A post's week: the list of its sessions and times with the team, copies to make, and every plan with its worksheet."""
    week = next(week for week in laid.weeks if f"week-{week.number:02d}" == inside.parts[1])
    words, programme = laid.words, laid.design.programme
    own = [s for s in week.sessions if inside.stem in (s.lead, s.co_lead)]
    said = words.label("facilitator_week.title", number=week.number, dates="").strip(" ,·:")
    yield None if squeezed(said) in text[:400] else Fault("week", said)
    yield from (_row(text, session, laid) for session in own)
    for time in (time for time in week.team_times if inside.stem in time.staff):
        parts = (wording.span(words, time.start, time.end), programme.team_times[time.name].title.to(words.code),
                 programme.rooms[time.room].title.to(words.code) if time.room else "")
        yield None if in_order(text, *parts, apart=2) else Fault("team-time", " · ".join(filter(None, parts)))
    for name in dict.fromkeys(session.component for session in own):
        worksheet = laid.design.components[name].component.worksheet
        if worksheet and (said := copies(worksheet, name, [s for s in own if s.lead == inside.stem], words)):
            yield None if squeezed(said) in text else Fault("copies", said)
        # One-to-one work has one plan, whatever the hour; what is held alongside has the plan of the session itself.
        held_at = {_without_way(s) for s in own if s.component == name and not s.strand and _is_group(laid, name)}
        yield from steps_said(text, name, sorted(held_at), laid)
        yield from sheet(Reader(text), name, laid)


def _without_way(session: Session) -> tuple[tuple[int, ...], int]:
    return (session.start + session.travel,), session.minutes - 2 * session.travel


def _is_group(laid: Laid, name: str) -> bool:
    return laid.design.components[name].component.mode != "individual"


def _names(session: Session, laid: Laid) -> tuple[str, str]:
    programme, code = laid.design.programme, laid.words.code
    leaders = wording.listed(laid.words, [programme.staff[n].title.to(code) for n in (session.lead, session.co_lead) if n])
    outside = laid.design.components[session.component].component.mode == "community"
    place = laid.words.label("session_plan.outside" if outside else "session_plan.house")
    return leaders, programme.rooms[session.room].title.to(code) if session.room else place


def _occasion(text: str, session: Session, laid: Laid, named: bool) -> Fault | None:
    leaders, room = _names(session, laid)
    parts = (wording.date(laid.words, session.date, "day"), wording.span(laid.words, session.start, session.end),
             wording.session_title(laid.design, session, laid.words) if named else "",
             wording.people(laid.design, session, laid.words) if _is_group(laid, session.component) else "", leaders, room)
    return None if in_order(text, *parts, apart=40) else Fault("session", " · ".join(filter(None, parts)))


def _row(text: str, session: Session, laid: Laid) -> Fault | None:
    title = wording.session_title(laid.design, session, laid.words)
    parts = (wording.span(laid.words, session.start, session.end), title, _names(session, laid)[1])
    return None if in_order(text, *parts, apart=160) else Fault("session", " · ".join(filter(None, parts)))


def steps_said(text: str, name: str, held_at: Sequence[tuple[tuple[int, ...], int]], laid: Laid) -> Iterator[Fault | None]:
    """Every step with its clock times and minutes, for each of the lengths it is held with; and the materials."""
    planned, code = laid.design.components[name], laid.words.code
    for starts, minutes in held_at:
        steps, gone = fit(planned.component.plan, minutes), 0
        yield None if sum(step.minutes for step in steps) == minutes else Fault("minutes", str(minutes))
        for number, step in enumerate(steps, 1):
            parts = (step_clock(laid.words, starts, gone), wording.minutes(laid.words, step.minutes),
                     f"{number}. {step.step.title.to(code)}")
            yield None if in_order(text, *parts, apart=3) else Fault("step", " · ".join(parts))
            gone += step.minutes
    for material in planned.component.materials:
        yield None if in_order(text, material.to(code)) else Fault("materials", material.to(code))
