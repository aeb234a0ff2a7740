"""A group that comes for some hours only and is never there when a component is held that it would hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.design import Design, Planned
from generator.model.house import Group
from generator.problem import Problem, Severity


def never_there(design: Design) -> Iterator[Problem]:
    """Told as a warning: it may be meant. What the whole house holds together is held with those who are there."""
    for planned in design.components.values():
        if planned.component.participants != "residents" or planned.component.how_often.as_needed or planned.audience == "all":
            continue
        for name, group in design.programme.groups.items():
            held = [time for time in planned.times or (planned,) if time.concerns(name)]
            if group.present and held and group.phase in (None, *planned.component.phases) \
                    and not any(_meet(group, time) for time in held):
                yield Problem(design.at("groups", name, "present"), "TC437", {
                    "name": planned.component.title, "group": group.title}, Severity.WARNING)


def _meet(group: Group, planned: Planned) -> bool:
    """Whether the group is there long enough at some hour at which the component may lie, on some day of the two."""
    component, settings = planned.component, planned.settings
    way = settings.travel_minutes or 0
    for hours in group.present:
        for day in set(hours.days) & set(component.days):
            windows = list(settings.windows or (component.window,))
            pins = [at for key, at in (settings.at or {}).items() if key in (day, "every")]
            if settings.at:
                windows = []
            for here in (settings.by_day_type or {}).values():
                windows += [here.window] if here.window else []
                pins += [here.at] if here.at is not None else []
            windows += [(at, at + planned.minutes) for at in pins]
            if any(min(end + way, hours.hours[1]) - max(start - way, hours.hours[0]) >= planned.minutes + 2 * way
                   for start, end in windows):
                return True
    return False
