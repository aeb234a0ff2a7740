"""Houses that run what real ones run, in growing sizes: a therapeutic community's full week for 2 to 8 groups."""

from __future__ import annotations

from tests.schedule.made_houses import Activity
from tests.schedule.made_weeks import House, Size, a_house

SIZES = ((2, 6, 5), (3, 9, 6), (4, 12, 8), (6, 20, 11), (8, 30, 14))
"""Groups, staff, rooms."""

MORNING, EVENING, WHOLE_DAY = (7 * 60 + 45, 9 * 60), (19 * 60, 21 * 60 + 30), (9 * 60, 17 * 60 + 30)
AFTERNOON, ANY = (13 * 60, 17 * 60 + 30), (9 * 60, 21 * 60)

WEEK = (
    Activity("meeting-1", 45, 6, ("counsellor", "companion"), audience="all", window=MORNING, days=(0, 1, 2, 3, 4, 5),
             pinned=True),
    Activity("meeting-2", 30, 5, ("counsellor", "companion"), audience="all", window=EVENING, pinned=True),
    Activity("meeting-3", 60, 2, ("counsellor", "chair"), audience="all", window=WHOLE_DAY),
    Activity("circle-1", 90, 4, ("companion",), window=AFTERNOON),
    Activity("talk-1", 45, 1, ("counsellor",), window=WHOLE_DAY),
    Activity("worship-1", 45, 2, ("chair", "companion"), audience="all", window=ANY),
    Activity("hard-1", 90, 2, ("counsellor",), ("companion",), window=WHOLE_DAY),
    Activity("hard-2", 60, 1, ("counsellor",), window=WHOLE_DAY),
    Activity("class-1", 90, 2, ("counsellor",), ("companion",), window=WHOLE_DAY),
    Activity("class-2", 60, 2, ("counsellor", "chair"), window=WHOLE_DAY),
    Activity("class-3", 90, 2, ("chair", "companion"), window=WHOLE_DAY),
    Activity("circle-2", 60, 3, ("companion", "chair"), window=WHOLE_DAY),
    Activity("circle-3", 30, 5, ("companion", "chair"), window=ANY),
    Activity("talk-2", 30, 1, ("companion",), window=ANY),
)


def a_real_house(groups: int, staff: int, rooms: int, seed: int = 0) -> House:
    """A house of this size with a full week, each component as often as there was room for in the hidden week."""
    size = Size((groups, groups), (6, 9), (staff, staff), (rooms, rooms), (99, 99), 999, thorough=True, tight=False)
    return a_house(seed, size, WEEK)
