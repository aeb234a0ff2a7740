"""Whether a changed week asks for less, or offers more, in every respect: it can be held if the week before the change can.

Most remedies are of this kind, and nobody need look for harm they might do to the other weeks.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.model.week import Sitting, Span, WeekTask, Worker


def is_easier(now: WeekTask, before: WeekTask) -> bool:
    """Whether every timetable of ``before``, less the sittings that are left out, is one of ``now``."""
    sittings = {sitting.key: sitting for sitting in before.sittings}
    workers = {worker.name: worker for worker in now.workers}
    return (
        now.groups == before.groups and set(now.closed) <= set(before.closed)
        and all(sitting.key in sittings and _asks_less(sitting, sittings[sitting.key]) for sitting in now.sittings)
        and all(worker.name in workers and _has_more(workers[worker.name], worker) for worker in before.workers))


def _asks_less(now: Sitting, before: Sitting) -> bool:
    return now is before or (
        now.minutes <= before.minutes and now.parts == before.parts and now.alongside == before.alongside
        and now.heavy <= before.heavy and now.off_site == before.off_site
        and now.allows_individual >= before.allows_individual and now.allows_groups >= before.allows_groups
        and _within(before.spans, now.spans) and set(before.leads) <= set(now.leads)
        and all(_wider_choice(mine, theirs) for mine, theirs in (
            (now.co_leads, before.co_leads), (now.rooms, before.rooms), (now.other_leads, before.other_leads),
            (now.other_rooms, before.other_rooms))))


def _wider_choice(now: Collection[str], before: Collection[str]) -> bool:
    """An empty choice means that nobody, or no room, is needed."""
    return not now or (bool(before) and set(before) <= set(now))


def _has_more(now: Worker, before: Worker) -> bool:
    return now is before or (
        now.minutes_most >= before.minutes_most and _at_most(before.minutes_a_day, now.minutes_a_day)
        and _within(before.spans, now.spans)
        and (not now.break_minutes or (now.break_minutes <= before.break_minutes and set(now.breaks) <= set(before.breaks)))
        and (now.off_site_spans is None
             or _within(before.spans if before.off_site_spans is None else before.off_site_spans, now.off_site_spans)))


def _at_most(one: int | None, other: int | None) -> bool:
    return other is None or (one is not None and one <= other)


def _within(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether each stretch lies in one of the others."""
    return spans == others or all(any(
        one.day == other.day and other.start <= one.start and one.end <= other.end for other in others) for one in spans)
