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

PATIENTLY, FOR_LONG = 0.15, 0.45
"""The same for each way of seeing whether anybody would do: what is found at all is mostly found by then. For longer where
it is certain that own companions will not do: that answer came soon."""


@dataclass(frozen=True)
class Opened:
    """A week, and what is known of whether it can be held."""

    task: WeekTask
    decision: Decision


def _decided(task: WeekTask, limit: float) -> Decision:
    """Whether it fits with anybody; what takes long is looked for in several ways at once."""
    if limit > PATIENTLY:
        found = decide(task, Effort(TO_FIT), TO_FIT, ways=WAYS[:3])
        if found.answer is not Answer.OPEN:
            return found

    def with_rooms(chosen: bool) -> Decision:
        way = Way(people=True, rooms=chosen, simplify=True, limit=PATIENTLY if chosen else limit)
        return decide(task, Effort(way.limit), way.limit, ways=[way])

    with ThreadPoolExecutor(2) as pool:
        answers = [*pool.map(with_rooms, (False, True))]
    answered = [one for one in answers if one.answer is not Answer.OPEN]
    placements = () if answered or limit == PATIENTLY else found_by_steps(task, Effort(TO_FIT))
    return Decision(Answer.FITS, placements) if placements else (answered or answers)[0]


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
    found = Opened(opened, _decided(opened, FOR_LONG if answer is Answer.CLASHES else PATIENTLY))
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
