"""Who takes part in what: no change takes a session from a group without saying so."""

from __future__ import annotations

from collections import Counter

from generator.model.week import WeekTask, component_of
from generator.schedule.remedies.family import SKIPPED

LESS = (SKIPPED, "less-often", "day-less", "without-time", "left-out", "not-on-such-days")
"""Kinds of change that are meant to leave something out, and say it."""

MOVED = ("moved", "unpinned")
"""Kinds of change after which everything is held as often as before."""


def leaves_somebody_out(kind: str, was: WeekTask, now: WeekTask) -> bool:
    """Whether a group that comes at some hours only would no longer take part in what it holds now, or less often."""
    if kind in LESS:
        return False
    groups, still = ({(component_of(s.key), group) for s in task.sittings for group in s.groups} for task in (was, now))
    return not groups <= still or (kind in MOVED and not _times(was) <= _times(now))


def _times(task: WeekTask) -> Counter[tuple[str, str]]:
    """How often a group holds a component, each of several times by itself."""
    return Counter((s.key.partition("/")[0], group) for s in task.sittings for group in s.groups)
