"""Why a week cannot be: the smallest set of components that do not go together."""

from __future__ import annotations

from collections.abc import Collection

from generator.model.week import WeekTask
from generator.schedule.solve import attempt

Pair = tuple[str, str]
"""A component and the people who hold it, as the sittings' keys name them."""


def smallest_clash(task: WeekTask) -> tuple[Pair, ...]:
    """Drop one component after another; what cannot be dropped is the clash. Our own filter: solver cores are not minimal."""
    kept = pairs_of(task)
    for one in list(kept):
        rest = [pair for pair in kept if pair != one]
        if rest and not fits(only(task, rest)):
            kept = rest
    return tuple(kept) if not fits(only(task, kept)) else ()


def pairs_of(task: WeekTask) -> list[Pair]:
    """Every component of a week with its people."""
    return sorted({pair_of(sitting.key) for sitting in task.sittings})


def pair_of(key: str) -> Pair:
    """``talk/cohort/r03`` → (``talk``, ``cohort``); what is held alongside belongs to its session."""
    component, _, rest = key.partition("/")
    people = rest.rpartition("/")[0]
    return component, people.partition("~")[0] if "~" in people else _without_strand(people)


def _without_strand(people: str) -> str:
    head, _, tail = people.rpartition("+")
    return head if tail.isdigit() else people


def only(task: WeekTask, pairs: Collection[Pair]) -> WeekTask:
    """The task with nothing but these components."""
    wanted = set(pairs)
    return WeekTask(tuple(s for s in task.sittings if pair_of(s.key) in wanted), task.workers, task.groups, task.rooms,
                    task.closed, task.weights)


def fits(task: WeekTask) -> bool:
    """Whether any week keeps all the rules."""
    return attempt(task, {}, good=False) is not None
