"""A week that cannot be held while everybody talks to their own companion: others who are qualified lead some of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from generator.model.week import WeekTask
from generator.schedule.companions import is_dealt
from generator.schedule.decide import Answer, Decision, Effort, decide
from generator.schedule.stepwise import found_by_steps

TO_FIT, TO_KEEP, TO_KEEP_ALL = 0.08, 0.015, 0.15
"""Deterministic seconds for seeing whether anybody would do, whether one may keep their companion, and for all of these:
somebody waits for the week, or for the reason why it cannot be held."""


@dataclass(frozen=True)
class Opened:
    """A week, and what is known of whether it can be held."""

    task: WeekTask
    decision: Decision


def with_other_companions(task: WeekTask) -> Opened | None:
    """The week with one-to-one work open to whoever is qualified; nothing where even that does not help.

    As little of it as need be: a companion keeps all residents of a component if possible, else those whom the week leaves.
    """
    dealt = [sitting for sitting in task.sittings if is_dealt(sitting)]
    if not dealt:
        return None
    free = {sitting.key for sitting in dealt}
    opened = _opened(task, free)
    found = Opened(opened, decide(opened, Effort(TO_FIT), TO_FIT))
    if found.decision.answer is Answer.OPEN and (placements := found_by_steps(found.task, Effort(TO_FIT))):
        found = replace(found, decision=Decision(Answer.FITS, placements))
    if found.decision.answer is not Answer.FITS:
        return None
    together = dict.fromkeys((sitting.component, sitting.leads) for sitting in dealt)
    keeping = Effort(TO_KEEP_ALL)
    for keys in [*({s.key for s in dealt if (s.component, s.leads) == one} for one in together), *({s.key} for s in dealt)]:
        if keys <= free and not keeping.is_spent:
            opened = _opened(task, free - keys)
            fewer = Opened(opened, decide(opened, keeping, TO_KEEP))
            if fewer.decision.answer is Answer.FITS:
                free, found = free - keys, fewer
    return found


def _opened(task: WeekTask, keys: Collection[str]) -> WeekTask:
    return replace(task, sittings=tuple(replace(s, leads=s.stand_ins) if s.key in keys else s for s in task.sittings))

