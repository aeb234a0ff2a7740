"""Session plans: when it is held, by whom and where; the steps with their clock times and minutes; the materials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.documents import Laid
from generator.model.week import Session
from generator.verify import Fault
from generator.verify.read import in_order, text_of
from generator.views import wording
from generator.views.plan import fit

FILES = ("session-plan/*.pdf", "facilitator-week/*/*.pdf")


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    if inside.stem.endswith("-worksheet"):
        return
    text = text_of(path)
    if inside.parts[0] == "facilitator-week":
        week = next(week for week in laid.weeks if f"week-{week.number:02d}" == inside.parts[1])
        own = [s for s in week.sessions if inside.stem in (s.lead, s.co_lead)]
        yield from (_row(text, session, laid) for session in own)
        for name in dict.fromkeys(session.component for session in own):
            clocks = {s.start for s in own if s.component == name} if _is_group(laid, name) else set()
            yield from _steps(text, name, sorted(clocks), laid)
        return
    held = [week for week in laid.weeks if any(s.component == inside.stem and not s.strand for s in week.sessions)]
    # A plan made for a week that was asked for shows that week; else the first in which it is held.
    shown = next((week for week in held if laid.words.label(
        "session_plan.week", number=week.number, date=wording.date(laid.words, week.starts)).replace(" ", "") in text), None)
    if shown is None:
        yield Fault("week", str(held[0].number) if held else "–")
        return
    sessions = [s for s in shown.sessions if s.component == inside.stem and not s.strand]
    yield from (_occasion(text, session, laid) for session in sessions)
    starts = [session.start for session in sessions]
    yield from _steps(text, inside.stem, [max(sorted(set(starts)), key=starts.count)], laid)


def _is_group(laid: Laid, name: str) -> bool:
    return laid.design.components[name].component.mode != "individual"


def _names(session: Session, laid: Laid) -> tuple[str, str]:
    programme, code = laid.design.programme, laid.words.code
    leaders = wording.listed(laid.words, [programme.staff[n].title.to(code) for n in (session.lead, session.co_lead) if n])
    return leaders, programme.rooms[session.room].title.to(code) if session.room else ""


def _occasion(text: str, session: Session, laid: Laid) -> Fault | None:
    leaders, room = _names(session, laid)
    parts = (wording.date(laid.words, session.date, "day"), wording.span(laid.words, session.start, session.end), leaders, room)
    return None if in_order(text, *parts, apart=40) else Fault("session", " · ".join(filter(None, parts)))


def _row(text: str, session: Session, laid: Laid) -> Fault | None:
    title = wording.session_title(laid.design, session, laid.words)
    parts = (wording.span(laid.words, session.start, session.end), title, _names(session, laid)[1])
    return None if in_order(text, *parts, apart=160) else Fault("session", " · ".join(filter(None, parts)))


def _steps(text: str, name: str, starts: Sequence[int], laid: Laid) -> Iterator[Fault | None]:
    planned, code = laid.design.components[name], laid.words.code
    steps = fit(planned.component.plan, planned.minutes)
    yield None if sum(step.minutes for step in steps) == planned.minutes else Fault("minutes", str(planned.minutes))
    for start in starts:
        moment = start
        for number, step in enumerate(steps, 1):
            parts = (wording.clock(laid.words, moment), wording.minutes(laid.words, step.minutes),
                     f"{number}. {step.step.title.to(code)}")
            yield None if in_order(text, *parts, apart=3) else Fault("step", " · ".join(parts))
            moment += step.minutes
    for material in planned.component.materials:
        yield None if in_order(text, material.to(code)) else Fault("materials", material.to(code))
