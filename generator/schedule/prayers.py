"""A prayer at a fixed hour that is over before its time has come: prayer times creep, written hours do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model.design import Design
from generator.model.values import clock
from generator.model.week import CalendarDay, FrameSlot
from generator.problem import Problem, Severity

PRAYING = 5
"""Minutes that a prayer takes at least."""

_SPELT = {"subuh": "sh?ubuh|fajr", "ashar": "as[hy]?a?r", "maghrib": "magh?rib", "isya": "is[yh]+ak?",
          "dzuhur": "[dz]+h?uhu?r|lohor|s(?:h|y)?[ao]la?t jum['’]?at|jum['’]?atan|friday prayers?"}
_NAMED = {prayer: re.compile(rf"\b({spelt})\b", re.IGNORECASE) for prayer, spelt in _SPELT.items()}
"""As houses spell them in either language; Friday's prayer takes the place of that at midday, and its time comes with it."""
_AHEAD = re.compile("sebelum|menjelang|menanti|menunggu|before|until", re.IGNORECASE)
"""Of what leads up to a prayer."""


def before_their_time(
    design: Design, day_type: str, week: int, date: CalendarDay, slots: Sequence[FrameSlot]
) -> Iterator[Problem]:
    """Of a day's frame the prayers that nobody could pray when they stand there; each named by its own title.

    An item that goes on until the time has come, such as preparing and praying, is right.
    """
    for slot in slots:
        said = " ".join(phrase for _, phrase in slot.title.phrases)
        if slot.kind != "prayer" or slot.start == slot.end or _AHEAD.search(said):
            continue
        for prayer, comes in date.prayers:
            if _NAMED[prayer].search(said) and slot.end < comes + PRAYING:
                yield Problem(
                    design.at("day_types", day_type, "frame"), "TC434",
                    {"name": slot.title, "day_type": day_type, "end": clock(slot.end), "comes": clock(comes),
                     "week": week, "prayer": prayer}, Severity.WARNING)
