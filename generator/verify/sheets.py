"""Printed weekly schedules: every session of a house's, a group's, a post's or a room's week with its title and its time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.documents import Laid
from generator.model.week import Session, Week
from generator.verify import Fault
from generator.verify.read import in_order, squeezed, text_of
from generator.views import wording

FILES = ("weekly-schedule/week-*.pdf", "weekly-schedule/facilitator/*.pdf", "weekly-schedule/room/*.pdf")


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    text = text_of(path)
    heads = [(week, text.find(squeezed(_dates(week, laid)))) for week in laid.weeks]
    ends = [*sorted(at for _, at in heads if at >= 0), len(text)]
    for week, at in heads:
        wanted = _shown(week, inside)
        alone = inside.stem.startswith("week-")
        if alone and inside.stem != f"week-{week.number:02d}":
            continue
        if at < 0:
            if wanted or alone:
                yield Fault("week", _dates(week, laid))
            continue
        own = text[at : ends[ends.index(at) + 1]]
        yield from (_session(own, session, laid) for session in wanted)


def _dates(week: Week, laid: Laid) -> str:
    return laid.words.label("weekly_schedule.dates", first=wording.date(laid.words, week.days[0].date, "short"),
                            last=wording.date(laid.words, week.days[-1].date))


def _shown(week: Week, inside: Path) -> list[Session]:
    if inside.parent.name == "facilitator":
        return [s for s in week.sessions if inside.stem in (s.lead, s.co_lead)]
    if inside.parent.name == "room":
        return [s for s in week.sessions if s.room == inside.stem]
    return [s for s in week.sessions if s.resident is None]


def _session(text: str, session: Session, laid: Laid) -> Fault | None:
    """Title and time stand together, one after the other; in a crowded week a note says both in the other order."""
    title = wording.session_title(laid.design, session, laid.words)
    span = wording.span(laid.words, session.start, session.end)
    start = wording.clock(laid.words, session.start)
    here = ((title, span, 12), (span, title, 12), (start, title, 3))
    stands = any(in_order(text, one, other, apart=apart) for one, other, apart in here)
    return None if stands else Fault("session", f"{title} · {span}")
