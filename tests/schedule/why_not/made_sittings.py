"""Sittings of a group of twenty-four, and hours for them."""

from __future__ import annotations

from generator.model.week import Part, Sitting, Span


def a_sitting(key: str, minutes: int, spans: tuple[Span, ...], leads=("ann",), rooms=("hall",), resident=None) -> Sitting:
    return Sitting(key, key.split("/")[0], (Part("cohort", resident or 1, resident or 24),), minutes, spans, leads,
                   rooms=rooms, resident=resident)


def mornings(days: int, hours: int) -> tuple[Span, ...]:
    return tuple(Span(day, 8 * 60, (8 + hours) * 60) for day in range(days))
