"""Fit a session plan to the minutes a slot has: core steps are never dropped, and the sum is exact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.component import Step


@dataclass(frozen=True)
class Fitted:
    """A step with its minutes in this slot."""

    step: Step
    minutes: int


def fit(plan: Sequence[Step], minutes: int) -> tuple[Fitted, ...]:
    """The steps for a slot of ``minutes``.

    A shorter slot first takes time from every step down to its least, then drops optional steps, the last first.
    A longer slot gives the extra minutes to the longest steps in proportion. Raises `ValueError` if the core
    steps' least minutes do not fit; `generator.resolve` refuses such a programme (TC307).
    """
    steps = list(plan)
    while sum(_least(step) for step in steps) > minutes:
        optional = [step for step in steps if not step.core]
        if not optional:
            raise ValueError(f"core steps need more than {minutes} minutes")
        steps.remove(optional[-1])
    given = [step.minutes for step in steps]
    spare = minutes - sum(given)
    if spare >= 0:
        shares = _shared(spare, given)
        given = [a + b for a, b in zip(given, shares, strict=True)]
    else:
        room = [step.minutes - _least(step) for step in steps]
        given = [a - b for a, b in zip(given, _shared(-spare, room), strict=True)]
    return tuple(Fitted(step, count) for step, count in zip(steps, given, strict=True))


def _least(step: Step) -> int:
    return step.least or step.minutes


def _shared(total: int, weights: Sequence[int]) -> list[int]:
    """Whole minutes shared in proportion to the weights; the largest remainders first, ties by order."""
    whole = sum(weights)
    if not whole or not total:
        return [0] * len(weights)
    exact = [total * weight / whole for weight in weights]
    shares = [int(value) for value in exact]
    rest = total - sum(shares)
    for i in sorted(range(len(weights)), key=lambda i: (-(exact[i] - shares[i]), i))[:rest]:
        shares[i] += 1
    return shares
