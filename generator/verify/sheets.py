"""Printed weekly schedules: every session of a house, a group, a post or a room with its title, time, leader and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.documents import Laid
from generator.model.week import Session, Week
from generator.verify import Fault
from generator.verify.read import Reader, in_order, squeezed, text_of
from generator.views import wording

FILES = ("weekly-schedule/week-*.pdf", "weekly-schedule/facilitator/*.pdf", "weekly-schedule/room/*.pdf",
         "weekly-schedule/group/*.pdf")
OF_WEEKS_ASKED_FOR = True
BEHIND = 460
"""Characters behind a title and its time in which leader and room stand: a box may hold several groups'."""


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
        for session in wanted:
            yield from _session(own, session, inside, laid)


def _dates(week: Week, laid: Laid) -> str:
    return laid.words.label("weekly_schedule.dates", first=wording.date(laid.words, week.days[0].date, "first"),
                            last=wording.date(laid.words, week.days[-1].date))


def _shown(week: Week, inside: Path) -> list[Session]:
    if inside.parent.name == "facilitator":
        return [s for s in week.sessions if inside.stem in (s.lead, s.co_lead)]
    if inside.parent.name == "room":
        return [s for s in week.sessions if s.room == inside.stem]
    return [s for s in week.sessions if s.resident is None
            and (inside.parent.name != "group" or inside.stem in s.groups)]


def _session(text: str, session: Session, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    """Title and time stand together, one after the other; in a crowded week a note says both in the other order.

    Behind them stand, as far as the sheet is not theirs, who leads and where.
    """
    words, programme = laid.words, laid.design.programme
    title = wording.session_title(laid.design, session, words)
    span = wording.span(words, session.start, session.end)
    start = wording.clock(words, session.start)
    here = ((title, span, 12), (span, title, 12), (start, title, 3))
    stands = any(in_order(text, one, other, apart=apart) for one, other, apart in here)
    yield None if stands else Fault("session", f"{title} · {span}")
    outside = laid.design.components[session.component].component.mode == "community"
    place = words.label("session_plan.outside" if outside else "session_plan.house")
    behind = [programme.staff[session.lead].title.to(words.code)] if inside.parent.name != "facilitator" else []
    behind += [programme.rooms[session.room].title.to(words.code) if session.room else place] if inside.parent.name != "room" \
        else []
    if stands:
        said = any(_followed(text, (one, other), apart, behind) for one, other, apart in here)
        yield None if said else Fault("leader", f"{title} · {span} · {' · '.join(behind)}")


def _followed(text: str, head: tuple[str, str], apart: int, behind: Sequence[str]) -> bool:
    """Whether these words stand somewhere behind a title and its time, one after another."""
    reader = Reader(text)
    while reader.comes(*head, apart=apart):
        here = text[reader.at : reader.at + BEHIND]
        if in_order(here, *behind, apart=90) or _across_a_mark(here, behind):
            return True
    return False


def _across_a_mark(text: str, parts: Sequence[str]) -> bool:
    """The same where the letters of a neighbouring box's mark were read in the midst of a line."""
    between = ".{0,90}?".join("[A-Z]{0,3}".join(map(re.escape, squeezed(part))) for part in parts if part)
    return re.search(between, text) is not None
