"""A week that cannot be held while everybody talks to their own companion: others who are qualified lead some of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from generator.model.week import WeekTask
from generator.schedule.companions import is_dealt, with_any_companion
from generator.schedule.decide import WAYS, Answer, Decision, Effort, Way, decide
from generator.schedule.stepwise import found_by_steps

TO_FIT, TO_KEEP, TO_KEEP_ALL = 0.08, 0.015, 0.15
"""Deterministic seconds for seeing whether anybody would do, whether one may keep their companion, and for all of these:
somebody waits for the week, or for the reason why it cannot be held."""

WITH_ANYBODY = Way(people=True, rooms=False, simplify=True, limit=0.45)
"""What finds most of such weeks, or shows that there are none; many only after four seconds by the clock."""


def _decided(task: WeekTask) -> Decision:
    """Whether it fits with anybody; what takes long is looked for in two ways at once."""
    found = decide(task, Effort(TO_FIT), TO_FIT, ways=WAYS[:3])
    if found.answer is not Answer.OPEN:
        return found
    with ThreadPoolExecutor(1) as pool:
        patiently = pool.submit(decide, task, Effort(WITH_ANYBODY.limit), WITH_ANYBODY.limit, ways=[WITH_ANYBODY])
        soon = found_by_steps(task, Effort(TO_FIT))
        found = patiently.result()
    return Decision(Answer.FITS, soon) if soon else found


@dataclass(frozen=True)
class Opened:
    """A week, and what is known of whether it can be held."""

    task: WeekTask
    decision: Decision


def with_other_companions(task: WeekTask, answer: Answer) -> Opened:
    """The week with one-to-one work open to whoever is qualified, where it is not without (``answer``) known to fit.

    Where that helps, as little of it as need be: a companion keeps all residents of a component if possible, else those whom
    the week leaves.
    """
    dealt = [sitting for sitting in task.sittings if is_dealt(sitting)]
    if not dealt:
        return Opened(task, Decision(answer))
    free = {sitting.key for sitting in dealt}
    opened = with_any_companion(task)
    found = Opened(opened, _decided(opened))
    if found.decision.answer is not Answer.FITS:
        return found
    together = dict.fromkeys((sitting.component, sitting.leads) for sitting in dealt)
    keeping = Effort(TO_KEEP_ALL)
    for keys in [*({s.key for s in dealt if (s.component, s.leads) == one} for one in together), *({s.key} for s in dealt)]:
        if keys <= free and not keeping.is_spent:
            opened = with_any_companion(task, free - keys)
            fewer = Opened(opened, decide(opened, keeping, TO_KEEP))
            if fewer.decision.answer is Answer.FITS:
                free, found = free - keys, fewer
    return found
