"""Sittings and tasks by hand: one group of four, two leaders, a hall and a study."""

from __future__ import annotations

from generator.model.week import Part, Sitting, Span, WeekTask, Worker

MORNING = tuple(Span(day, 8 * 60, 12 * 60) for day in range(5))
ALWAYS = tuple(Span(day, 0, 24 * 60) for day in range(7))


def a_sitting(key: str, *, minutes: int = 60, spans=MORNING, leads=("ann",), rooms=("hall",), resident=None, **more) -> Sitting:
    return Sitting(key, key.split("/")[0], (Part("cohort", resident or 1, resident or 4),), minutes, spans, leads, rooms=rooms,
                   resident=resident, **more)


TWO = (Worker("ann", ALWAYS, 2400), Worker("ben", ALWAYS, 2400))


def a_task(*sittings: Sitting, workers=TWO) -> WeekTask:
    return WeekTask(sittings, workers, (("cohort", 4),), ("hall", "study"))
