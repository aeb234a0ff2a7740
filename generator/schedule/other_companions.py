"""A week that cannot be held while everybody talks to their own companion: others who are qualified lead some of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from generator.model.week import Placement, WeekTask
from generator.schedule.companions import is_dealt, with_any_companion
from generator.schedule.decide import Answer, CallOff, Decision, Effort, decide
from generator.schedule.ways import SEEN_SOON, Way, per_step

TO_FIT, TO_KEEP, TO_KEEP_ALL = 0.08, 0.015, 0.15
"""Deterministic seconds for seeing whether anybody would do, whether one may keep their companion, and for all of these:
somebody waits for the week, or for the reason why it cannot be held."""

PATIENTLY = 0.15
"""The same for each way of seeing for longer whether anybody would do: what is found at all is mostly found by then."""

TO_PUT_IN, NEARLY_IN = 0.09, 0.06
"""The same for putting sessions in one after another before that, and for going on where hardly one is left over."""

ANOTHER_SEED = 3
"""So that what was tried in a short look is not tried once more."""


@dataclass(frozen=True)
class Opened:
    """A week, and what is known of whether it can be held."""

    task: WeekTask
    decision: Decision
    own: Answer = Answer.OPEN
    """The same while everybody keeps their own companion, where that was asked."""
    most: tuple[Placement, ...] = ()
    """The most of it that was put into one week, where it was looked for and not found whole."""


def _decided(task: WeekTask, call_off: CallOff) -> Opened:
    """Whether it fits with anybody; what takes long is looked for in two ways at once."""
    from generator.schedule.forward import forward

    found = decide(task, Effort(TO_FIT), TO_FIT, ways=SEEN_SOON)
    if found.answer is not Answer.OPEN:
        return Opened(task, found)
    of_each = per_step(len(task.sittings))
    tried = forward(task, int(TO_PUT_IN / of_each), seed=ANOTHER_SEED, more=int(NEARLY_IN / of_each))
    if not tried.lacking:
        return Opened(task, Decision(Answer.FITS, tried.placements))

    def with_rooms(chosen: bool) -> Decision:
        way = Way(people=True, rooms=chosen, simplify=True, limit=PATIENTLY)
        return decide(task, Effort(way.limit), way.limit, ways=[way], call_off=call_off)

    with ThreadPoolExecutor(2) as pool:
        answers = [*pool.map(with_rooms, (False, True))]
    answer = next((one for one in answers if one.answer is not Answer.OPEN), answers[0])
    return Opened(task, answer, most=tried.placements)


def with_other_companions(task: WeekTask, answer: Answer, call_off: CallOff | None = None) -> Opened:
    """The week with one-to-one work open to whoever is qualified, where it is not without (``answer``) known to fit.

    Where that helps, as little of it as need be: a companion keeps all residents of a component if possible, else those whom
    the week leaves.
    """
    dealt = [sitting for sitting in task.sittings if is_dealt(sitting)]
    if not dealt:  # nobody else could lead anything; what stays open is still looked for
        return _decided(task, call_off or CallOff()) if answer is Answer.OPEN else Opened(task, Decision(answer))
    free = {sitting.key for sitting in dealt}
    opened = with_any_companion(task)
    found = _decided(opened, call_off or CallOff())
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
