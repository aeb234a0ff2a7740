"""Who usually leads what, so that a sheet can say where somebody else does."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from generator.model.week import Session, Week

Held = tuple[str, tuple[str, ...], int | None, int]
"""What is led: a component, its groups, and the resident of one-to-one work or the weekday, for Saturday may be another's."""

LEAST = 3
"""Sessions from which on somebody leads usually."""


def usual_leads(weeks: Iterable[Week]) -> Mapping[Held, str]:
    """The post that leads two in three of the sessions, or more; nobody where leaders take turns."""
    leads: dict[Held, Counter[str]] = defaultdict(Counter)
    for week in weeks:
        for session in week.sessions:
            leads[held(session)][session.lead] += 1
    most = {what: counted.most_common(1)[0] for what, counted in leads.items() if counted.total() >= LEAST}
    return {what: post for what, (post, count) in most.items() if 3 * count >= 2 * leads[what].total()}


def held(session: Session) -> Held:
    name = f"{session.component}/{session.strand}"
    return name, session.groups, session.resident, -1 if session.resident is not None else session.date.weekday()
