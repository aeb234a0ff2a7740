"""What a component asks of a week need not be worked out again while neither it nor the house has changed.

Remedies are tried on every week of a programme, and each of them changes one component or one post.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.adjustment import posts_named
from generator.model.design import Design, Planned
from generator.model.programme import Programme
from generator.model.week import Day
from generator.schedule.rounds import residents_due
from generator.schedule.sittings import Made, sittings_of


class MadeBefore:
    """Of one week with its days: the sittings of each component, under each design that was asked for."""

    def __init__(self) -> None:
        # With the objects whose identity the key names: while they are kept, nothing else can be taken for them.
        self._made: dict[object, tuple[Programme, Planned, Made]] = {}

    def sittings(
        self, design: Design, number: int, days: Sequence[Day], planned: Planned, counts: Mapping[str, int],
        stays_home: bool,
    ) -> Made:
        """As :func:`generator.schedule.sittings.sittings_of`; nobody may change what it gives."""
        # Whose turn it is also depends on the components that come before.
        due = tuple((group, *residents_due(design, group, planned, number)) for group in sorted(counts)) \
            if planned.component.mode == "individual" else ()
        key = _house(design.programme, planned), id(planned), tuple(sorted(counts.items())), stays_home, due
        if key not in self._made:
            self._made[key] = (design.programme, planned,
                               sittings_of(design, number, days, planned, counts, stays_home))
        return self._made[key][2]


def _house(programme: Programme, planned: Planned) -> object:
    """What of the house a component's sittings depend on: one-to-one work on everything, for it is shared out by the hours of
    each post; other work on who has which role, wherever the house has not changed in anything but its posts."""
    if planned.component.mode == "individual":
        return id(programme)
    component, beside = planned.component, planned.settings.alongside or ()
    roles = {*component.led_by.roles, *component.led_by.co_lead, *(role for one in beside for role in one.roles),
             *(component.alternative.roles if component.alternative else ())}
    named = {*posts_named(planned.settings.led_by), *posts_named(component.alternative),
             *(name for one in beside for name in posts_named(one))}
    who = tuple((name, person.role, person.also, person.sex, person.groups) for name, person in programme.staff.items()
                if name in named or not roles.isdisjoint((person.role, *person.also)))
    return tuple(id(value) for name, value in vars(programme).items() if name != "staff"), who
