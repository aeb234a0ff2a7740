"""Repetitions of a session lie on different days, in their order where the search asks for it."""

import itertools

from generator.schedule.week_model import WeekModel


def add(week: WeekModel) -> None:
    for series, sittings in week.series().items():
        if not week.comes_in_order(series):
            for one, other in itertools.combinations(sittings, 2):
                apart = week.model.add(week.day_of(one) != week.day_of(other))
                if held := [held for s in (one, other) if (held := week.held_of(s)) is not None]:
                    apart.only_enforce_if(*held)
            continue
        for one, other in itertools.pairwise(sittings):
            if {span.day for span in one.spans} & {span.day for span in other.spans}:
                week.model.add(week.day_of(one) < week.day_of(other))
