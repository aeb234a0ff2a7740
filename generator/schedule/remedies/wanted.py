"""What a component takes of a week as its author wants it: as if no frame, hours, leader or room stood in its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model.design import Design, Planned
from generator.model.values import DAYS
from generator.model.week import DAY, Day, Sitting
from generator.schedule.rounds import counts_of
from generator.schedule.sittings import sittings_of
from generator.schedule.task import WeekPlan


def as_wanted(design: Design, plan: WeekPlan, planned: Planned) -> tuple[Sitting, ...]:
    """Its sittings of a week; on any day, as if none were a holiday, where its own days are too few for them."""
    days = tuple(replace(day, frame=(), hours=None) for day in plan.days)
    workdays = tuple(replace(day, calendar=replace(day.calendar, holiday=None)) for day in days)
    return tuple(_sittings(design, plan.number, days, planned, planned.component.days)
                 or _sittings(design, plan.number, workdays, planned, DAYS))


def _sittings(design: Design, number: int, days: Sequence[Day], planned: Planned, on: Sequence[str]) -> list[Sitting]:
    times = tuple(_freed(design, time, time.component.days) for time in planned.times)
    freed = replace(_freed(design, planned, on), times=times)
    changed = replace(design, components={**design.components, planned.name: freed})
    dates = [day.calendar for day in days]
    counts = {group: counts_of(changed, group, number, dates) for group in design.programme.groups}
    return [sitting for time in freed.times or (freed,) for sitting in sittings_of(
        changed, number, days, time, {group: due.get(time.key, 0) for group, due in counts.items()}, stays_home=False)[0]]


def _freed(design: Design, planned: Planned, days: Sequence[str]) -> Planned:
    """At any hour of these days, led by anybody, anywhere."""
    component, settings = planned.component, planned.settings
    roles = dict.fromkeys(role for person in design.programme.staff.values() for role in (person.role, *person.also))
    led_by = component.led_by.model_copy(update={"roles": tuple(roles), "co_lead": (), "same_sex": False})
    return replace(planned, component=component.model_copy(update={
        "window": (0, DAY), "days": tuple(days), "off_site": True, "alternative": None, "confrontation": False,
        "led_by": led_by}), settings=settings.model_copy(update={
        "at": None, "windows": None, "same_sex": False, "alongside": None, "led_by": None,
        "by_day_type": {name: here for name, here in (settings.by_day_type or {}).items() if not here.held}}))
