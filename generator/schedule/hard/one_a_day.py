"""Repetitions of a session lie on different days, in their order."""

import itertools

from generator.schedule.week_model import WeekModel


def add(week: WeekModel) -> None:
    for sittings in week.series().values():
        for one, other in itertools.pairwise(sittings):
            if {span.day for span in one.spans} & {span.day for span in other.spans}:
                week.model.add(week.day_of(one) < week.day_of(other))
