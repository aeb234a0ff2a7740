"""No post carries much more than the others. One unit: an hour more a week for the post that leads most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.week import Placement, WeekTask
from generator.schedule.together import unions
from generator.schedule.week_model import WeekModel

WEIGHT = 1


def costs(week: WeekModel, last_week: Mapping[str, Placement]) -> list[Any]:
    busiest = week.model.new_int_var(0, 7 * 24, "busiest")
    for choices in week.of_person.values():
        week.model.add(sum(choice.taken * choice.sitting.minutes for choice in choices) <= busiest * 60)
    # Who leads is chosen later: whoever may lead some sessions carries them all, and what is theirs alone.
    for people in unions(who for who, _ in week.open):
        minutes = sum(sitting.minutes for who, sitting in week.open if who <= people)
        minutes += sum(choice.sitting.minutes for name in people for choice in week.of_person.get(name, ()))
        week.model.add(busiest >= -(-minutes // (60 * max(len(people), 1))))
    return [busiest]


def count(task: WeekTask, placements: Sequence[Placement], last_week: Mapping[str, Placement]) -> int:
    minutes = {sitting.key: sitting.minutes for sitting in task.sittings}
    load: dict[str, int] = defaultdict(int)
    for spot in placements:
        for person in (spot.lead, spot.co_lead, spot.other_lead):
            if person:
                load[person] += minutes[spot.key]
    return -(-max(load.values(), default=0) // 60)
