"""Which sessions of a day are shown together: one-to-one work that overlaps, the same activity in several groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.week import Session

LEAST_JOINED = 3
"""Groups that hold the same at the same time from which on one box says it for all; two stand side by side."""


def overlapping(sessions: Sequence[Session]) -> Iterator[list[Session]]:
    """One-to-one sessions of which each begins before the others of its bundle have ended."""
    bundle: list[Session] = []
    for session in sorted(sessions, key=lambda s: (s.start, s.component, s.groups, s.resident or 0)):
        if bundle and session.start >= max(s.end for s in bundle):
            yield bundle
            bundle = []
        bundle.append(session)
    if bundle:
        yield bundle


def side_by_side(sessions: Sequence[Session]) -> list[list[Session]]:
    """Bundles of one component's sessions with one start and end, where there are many of them."""
    found: dict[tuple[str, int, int, int], list[Session]] = {}
    for session in sessions:
        found.setdefault((session.component, session.strand, session.start, session.end), []).append(session)
    return [bundle for bundle in found.values() if len(bundle) >= LEAST_JOINED]
