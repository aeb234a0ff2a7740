"""Why a duty roster cannot be: the shifts that cannot all be kept, and what would make it possible.

Every remedy is tried before it is offered. Shorter rest, more nights in a row or no free day are never offered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.schedule.duty.model import search
from generator.schedule.duty.needs import DutyTask, Need, Post

EFFORT = 0.05
"""Deterministic seconds for each attempt; most need a tenth of it."""

MOST_POSTS = 8
"""More than these are not counted: the roster lacks a team, not a post."""


@dataclass(frozen=True)
class Remedies:
    """What would make a roster possible; each of them alone would do."""

    posts: int
    """Posts more, available at all hours, 40 hours a week; 0 if even many would not help."""
    longer: tuple[str, ...] = ()
    """Posts whose availability would have to be all hours of all days."""
    leave: tuple[str, ...] = ()
    """Posts whose leave would have to lie elsewhere."""


def smallest_clash(task: DutyTask, needs: Sequence[Need]) -> tuple[Need, ...]:
    """Shifts that cannot all be kept; without any one of them the others can.

    Where one kind of shift, or one day, cannot be filled for itself, only that is told.
    """
    kept = next((part for part in _parts(needs) if _impossible(task, part)), tuple(needs))
    for need in kept:
        rest = tuple(other for other in kept if other != need)
        if rest and _impossible(task, rest):
            kept = rest
    return kept


def _parts(needs: Sequence[Need]) -> Iterator[tuple[Need, ...]]:
    for shift in dict.fromkeys(need.shift for need in needs):
        yield tuple(need for need in needs if need.shift == shift)
    for day in dict.fromkeys(need.day for need in needs):
        yield tuple(need for need in needs if need.day == day)


def remedies(task: DutyTask, needs: Sequence[Need], at_all_hours: DutyTask, without_leave: DutyTask) -> Remedies:
    """What would help; the two other tasks are the same one with all hours, and with no leave, for everybody."""
    posts = next((count for count in range(1, MOST_POSTS + 1) if _possible(with_posts(task, count), needs)), 0)
    return Remedies(posts, _who(task, at_all_hours, needs), _who(task, without_leave, needs))


def with_posts(task: DutyTask, count: int) -> DutyTask:
    """The task with so many invented posts that are always there."""
    names = tuple(f"~{number}" for number in range(1, count + 1))
    added = tuple(Post(name, 40 * 60, any_sex=True) for name in names)
    return replace(task, posts=(*task.posts, *added), may={need: may | {*names} for need, may in task.may.items()})


def _who(task: DutyTask, changed: DutyTask, needs: Sequence[Need]) -> tuple[str, ...]:
    """The fewest posts for whom the change has to be made; nobody if it does not help."""
    if not _possible(changed, needs):
        return ()
    names = [post.name for post in task.posts]
    for name in list(names):
        fewer = [other for other in names if other != name]
        if _possible(_changed_for(task, changed, fewer), needs):
            names = fewer
    return tuple(names)


def _changed_for(task: DutyTask, changed: DutyTask, names: Collection[str]) -> DutyTask:
    return replace(task, may={need: may | (changed.may[need] & {*names}) for need, may in task.may.items()})


def _possible(task: DutyTask, needs: Sequence[Need]) -> bool:
    return search(task, needs, {}, effort=EFFORT).kept is not None


def _impossible(task: DutyTask, needs: Sequence[Need]) -> bool:
    return search(task, needs, {}, effort=EFFORT).impossible
