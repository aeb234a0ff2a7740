"""What posters and pocket cards say of a group's week: one-to-one sessions that follow one another are one stretch there."""

from __future__ import annotations

from dataclasses import dataclass

from generator.documents import Laid
from generator.model.week import Day, Session, Week
from generator.views import wording

PAUSE = 15
"""Minutes between two one-to-one sessions that still belong to one stretch."""


@dataclass(frozen=True)
class Entry:
    """Something of a day with its title, in minutes after midnight."""

    start: int
    end: int
    title: str


def groups_of(week: Week, laid: Laid) -> list[str]:
    """The groups that have a sheet or a card of their own, in the order of the programme; a house with one group has one."""
    groups = list(laid.design.programme.groups)
    if len(groups) == 1:
        return groups
    return [name for name in groups if name in dict(week.phases) or any(name in session.groups for session in week.sessions)]


def held(day: Day, group: str, laid: Laid) -> list[Entry]:
    """What a group does on a day: its sessions, and its one-to-one work as stretches."""
    only = len(laid.design.programme.groups) == 1
    own = [session for session in day.sessions if only or _is_of(session, day, group)]
    found = {Entry(s.start, s.end, wording.session_title(laid.design, s, laid.words)) for s in own if s.resident is None}
    alone: list[tuple[int, int]] = []
    for start, end in sorted((session.start, session.end) for session in own if session.resident is not None):
        if alone and start - alone[-1][1] <= PAUSE:
            start, end = alone[-1][0], max(end, alone.pop()[1])
        alone.append((start, end))
    title = laid.words.label("weekly_schedule.individual")
    found |= {Entry(start, end, title) for start, end in alone}
    return sorted(found, key=lambda one: (one.start, one.end, one.title))


def _is_of(session: Session, day: Day, group: str) -> bool:
    """A group's own session, or what is held alongside one of them for its members of another faith."""
    if not session.strand:
        return group in session.groups
    return any(group in other.groups for other in day.sessions if other.component == session.component
               and not other.strand and other.start == session.start)


def framed(day: Day, group: str, laid: Laid) -> list[Entry]:
    """Fixed parts of the group's day, under the title by which a sheet or a card may call them."""
    return [Entry(slot.start, slot.end, title) for slot in day.frame if slot.concerns((group,))
            for title in dict.fromkeys((wording.slot_title(slot, laid.words), wording.slot(laid.design, slot, laid.words)))]


def meals(day: Day, group: str, laid: Laid) -> list[Entry]:
    """The meals of a group's day, but for those that an outing takes the place of."""
    out = [s for s in day.sessions if laid.design.components[s.component].component.off_site and group in s.groups]
    return [Entry(slot.start, slot.end, slot.title.to(laid.words.code)) for slot in day.frame if slot.kind == "meal"
            and slot.concerns((group,)) and not any(s.start < slot.end and slot.start < s.end for s in out)]
