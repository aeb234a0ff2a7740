"""The ways in which ``decide.py`` looks for a week, and how long each may take."""

from __future__ import annotations

from dataclasses import dataclass

AT_ONCE = 0.015
"""Deterministic seconds for seeing at once that a week cannot be."""

PATIENTLY, IN_ROOMS, AFRESH = 0.05, 0.04, 0.08
"""The same for a week with little room in it: with its rooms counted, with its rooms chosen, and told what is never at once.
What is found at all is mostly found by then."""

LONGER = 0.05
"""The same for putting sessions in one after another where times alone do not show that there is no week."""

TO_BEGIN = 2e-5
"""What putting sessions in costs for each sitting before the first step, in the same seconds."""


def per_step(sittings: int) -> float:
    """What one step of putting sessions in costs: a tenth of a millisecond, and more where there are more than 150 of them."""
    return 6e-6 * max(1.0, sittings / 50 - 2)


@dataclass(frozen=True)
class Way:
    """One way to look for a week."""

    people: bool
    """Whether people are chosen, or only counted."""
    rooms: bool
    """The same for rooms."""
    simplify: bool
    """Whether the solver simplifies the model first: better where there is a week, worse where there is none. It begins afresh,
    not from times found by counting."""
    limit: float
    """Deterministic seconds."""
    apart: bool = False
    """Whether the solver is told what is never at once. Such a search begins afresh too, and
    does without linear relaxation: together that finds many a full week which the others leave open."""


@dataclass(frozen=True)
class PutIn:
    """Sessions put in one after another, without a solver (``forward.py``); ``most`` limits it too."""

    limit: float
    """Deterministic seconds."""
    each: int | None = None
    """Steps for each session, where it is no longer search."""
    seed: int = 1


AT_FIRST = PutIn(limit=LONGER, each=3)
"""That finds nearly every week with some room, or one much like another, in less time than it takes to tell a solver of it."""

COUNTED = (
    Way(people=False, rooms=False, simplify=True, limit=AT_ONCE / 4),
    Way(people=False, rooms=False, simplify=False, limit=AT_ONCE),
)
SEEN_SOON = (AT_FIRST, *COUNTED)
"""Where there is no time, this shows it nearly always."""

FOR_LONGER = PutIn(limit=LONGER, seed=2)
SOON = (*SEEN_SOON, FOR_LONGER, Way(people=True, rooms=True, simplify=False, limit=AT_ONCE))

THOROUGHLY = (
    Way(people=True, rooms=False, simplify=True, limit=PATIENTLY),
    Way(people=True, rooms=True, simplify=True, limit=IN_ROOMS),
    Way(people=True, rooms=True, simplify=False, limit=AFRESH, apart=True),
)
"""For what stayed open before."""

WAYS = (*SOON, *THOROUGHLY)

NEAR = Way(people=True, rooms=False, simplify=False, limit=AT_ONCE / 4)
AT_A_GLANCE = (AT_FIRST, NEAR, COUNTED[0])
"""Only where a week near it is known, or times are found at once."""

SOON_FROM_NEAR = (AT_FIRST, NEAR, *SOON[1:])

WAYS_FROM_NEAR = (*SOON_FROM_NEAR, *THOROUGHLY)
