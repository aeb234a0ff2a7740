"""Ways out for a pinned time that lies on something of the day: another time, or not on such a day; or the event moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model.design import Design, Planned
from generator.model.values import DAYS, clock
from generator.model.week import DAY, GRID, Day
from generator.problem import Phrase
from generator.schedule.day_hours import day_called, listed
from generator.schedule.on_frame import event_of
from generator.schedule.remedies.changes import Change, of_component, of_time
from generator.schedule.remedies.family import Family, Proposal, family
from generator.schedule.remedies.proposals import SELDOM, fits_its_hours
from generator.schedule.remedies.shorter import with_its_core
from generator.schedule.spans import pinned_on_frame, spans_of
from generator.schedule.task import WeekPlan

MOST = 2
"""Other times offered for a pin."""

BY_DAY = (5 * 60, 22 * 60)
"""Between these hours an event is moved."""


def off_the_frame(
    design: Design, plans: Sequence[WeekPlan], planned: Planned, args: Mapping[str, object]
) -> Iterator[Family]:
    """What an author can do, the mildest first; of a component with several times those that lie on the frame can be moved."""
    if planned.times:
        for time in planned.times:
            groups = tuple(group for group in design.programme.groups if time.concerns(group))
            if _lies_on_frame(plans, time, groups):
                yield from _moved(design, plans, time, groups)
    elif planned.audience == "all":
        yield from _moved(design, plans, planned, tuple(design.programme.groups))
    if not planned.times:
        yield from family("shorter", [*_over_before_it(design, planned, args)])
        yield from _not_on_such_days(design, plans, planned, args)
    yield from _event_moved(design, plans, planned, args)


def _over_before_it(design: Design, planned: Planned, args: Mapping[str, object]) -> Iterator[Proposal]:
    """So short that it is over when what it lies on begins."""
    free = args["free"]
    assert isinstance(free, int)
    yield from with_its_core(design, planned, free // GRID * GRID)


def _moved(design: Design, plans: Sequence[WeekPlan], planned: Planned, groups: Sequence[str]) -> Iterator[Family]:
    """Its pin at the nearest times that no day of any week takes."""
    pin, found = planned.settings.at or {}, 0
    if len(set(pin.values())) != 1:
        return
    was = next(iter(pin.values()))
    for at in sorted(range(0, DAY - planned.minutes, GRID), key=lambda at: (abs(at - was), at)):
        if at == was or found == MOST or not fits_its_hours(planned, at, was):
            continue
        change = of_time(design, planned, at={day: clock(at) for day in pin} if "every" not in pin else clock(at))
        there = change.design.times[planned.key]
        if _lies_on_frame(plans, there, groups) or any(
                _days(plans, planned, group) > _days(plans, there, group) for group in groups):
            continue  # nor may it lie where one of the groups has gone home
        found += 1
        yield from family("moved", [Proposal(Phrase("remedies.moved", {
            "name": planned.component.title, "at": clock(at), "was": clock(was)}), change)])


def _lies_on_frame(plans: Sequence[WeekPlan], planned: Planned, groups: Sequence[str]) -> bool:
    return any(True for plan in plans for _ in pinned_on_frame(planned, plan.days, spans_of(
        planned, plan.days, groups, on_arrival=False, stays_home=False), groups))


def _days(plans: Sequence[WeekPlan], planned: Planned, group: str) -> int:
    """On how many days a group is there at a component's pinned time."""
    return sum(len({span.day for span in spans_of(planned, [replace(day, frame=()) for day in plan.days], (group,),
                                                  on_arrival=False, stays_home=False)}) for plan in plans)


def _not_on_such_days(
    design: Design, plans: Sequence[WeekPlan], planned: Planned, args: Mapping[str, object]
) -> Iterator[Family]:
    """Not held on kinds of day whose frame takes its pinned time, where these are few of its days; never what is due by a day
    after arrival."""
    kinds, known = listed(args["day_types"]), planned.settings.by_day_type or {}
    its_days = [day for plan in plans for day in plan.days if _is_its_day(planned, day)]
    if planned.component.within_days is not None or sum(day.day_type in kinds for day in its_days) * SELDOM > len(its_days):
        return
    written = {name: one.model_dump(mode="json", exclude_unset=True) for name, one in known.items()}
    yield from family("not-on-such-days", [Proposal(
        Phrase("remedies.not-on-such-days", {"name": planned.component.title, "day_types": [
            day_called(design, kind) for kind in kinds]}),
        of_component(design, planned.name, by_day_type={**written, **{kind: {"held": False} for kind in kinds}}))])


def _is_its_day(planned: Planned, day: Day) -> bool:
    weekday, pin = DAYS[day.date.weekday()], planned.settings.at or {}
    here = (planned.settings.by_day_type or {}).get(day.day_type)
    return weekday in planned.component.days and ("every" in pin or weekday in pin) and (here is None or here.held)


def _event_moved(
    design: Design, plans: Sequence[WeekPlan], planned: Planned, args: Mapping[str, object]
) -> Iterator[Family]:
    """The event just after the session or just before it, as long as it was; or without the time that both take."""
    slot = next((slot for plan in plans for day in plan.days for slot in day.frame if slot.title == args["item"]), None)
    name = event_of(design, slot) if slot else None
    if slot is None or name is None or ("events", name) not in design.chain[0].values:
        return
    length, event = slot.end - slot.start, design.programme.events[name]
    pins = [at for at in (planned.settings.at or {}).values() if slot.start < at + planned.minutes and at < slot.end]
    if not pins or event.hours is None:
        return
    begins, ends = min(pins), max(pins) + planned.minutes
    for first, last in ((ends, ends + length), (begins - length, begins), (ends, slot.end), (slot.start, begins)):
        if last - first >= length / 2 and BY_DAY[0] <= first and last <= BY_DAY[1]:
            hours = f"{clock(first)}-{clock(last)}"
            programme = design.programme.model_copy(update={"events": {
                **design.programme.events, name: event.model_copy(update={"hours": (first, last)})}})
            yield from family("event-moved", [Proposal(
                Phrase("remedies.event-moved", {
                    "event": event.title, "hours": hours, "was": "-".join(map(clock, event.hours))}),
                Change(("events", name), {"hours": hours}, replace(design, programme=programme), reframes=True))])
