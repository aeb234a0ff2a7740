"""What might make a week fit: every kind of change that keeps the house safe, not yet tried out.

Nothing here shortens rest, lets anybody lead without the role for it, or touches what is due by a day after arrival.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from generator.language import Text
from generator.model.design import Design, Planned
from generator.model.values import DAYS, clock, runs_of
from generator.model.week import DAY, GRID, Placement, Sitting, WeekTask
from generator.problem import Phrase
from generator.schedule.means import rooms_for
from generator.schedule.remedies.changes import of_component, of_room, of_time, without_component
from generator.schedule.remedies.family import SKIPPED, Family, Proposal, family
from generator.schedule.remedies.of_dates import other_dates
from generator.schedule.remedies.of_means import (
    hours_when_needed,
    led_as_usual,
    longer_hours,
    more_hours,
    more_workdays,
    new_posts,
    new_rooms,
    other_leads,
)
from generator.schedule.remedies.of_times import of_times, window
from generator.schedule.remedies.shorter import never_less, shorter
from generator.schedule.task import WeekPlan
from generator.schedule.why_not.dated import is_out_of_the_ordinary

SET_UP = ("board", "group-circle")
"""Features that any room can be given by setting it up."""

MOST_TIMES = 8
"""Other times tried for a pin."""

FAR = 90
"""Minutes a pin is moved at most outside the hours its component has: what belongs to the evening stays there."""

A_LITTLE_WIDER = (60, 150)
"""Minutes tried on either side of a window, before the whole day."""

SELDOM = 4
"""Something is offered not to be held in one of so many weeks at most; what is wrong more often is not mended week by week."""

WITHOUT = Text.of({"id": "Tidak muat dalam jadwal rumah ini.", "en": "Does not fit into this house's timetable."})
"""The reason written for a component left out; its author will know a better one."""


def families(design: Design, plan: WeekPlan, task: WeekTask, names: Sequence[str]) -> Iterator[Family]:
    """Changes for components that clash in a week; ``task`` is their part of it."""
    made = [for_component(design, plan, design.components[name], task) for name in names]
    made += [other_dates(design, plan, task)]
    made += [of(design, task) for of in (more_hours, longer_hours, more_workdays, hours_when_needed, new_posts, new_rooms)]
    return (one for some in made for one in some if one.proposals)


def for_component(design: Design, plan: WeekPlan, planned: Planned, task: WeekTask) -> Iterator[Family]:
    """Changes of one component, no post or room more."""
    own = [sitting for sitting in task.sittings if sitting.component == planned.name]
    may_be_less = planned.name not in never_less(design)
    for time in planned.times or (planned,):
        yield from _moved(design, plan, time, task)
    if not planned.times:  # each of several times has hours and days of its own, which one line cannot change
        yield from _wider(design, plan, planned)
        yield from _more_days(design, planned)
    yield from _other_rooms(design, planned)
    yield from _together(design, planned)
    yield from _whole(design, planned)
    yield from led_as_usual(design, planned)
    if may_be_less:
        yield from other_leads(design, planned, {lead for one in own for lead in (*one.leads, *one.stand_ins)})
    yield from _called_out(design, planned, task)
    yield from of_times(design, planned, may_be_less)
    if not planned.times:
        yield from shorter(design, planned)
    if may_be_less:
        if not planned.times:
            yield from _less_often(design, planned)
        yield from _skipped(design, plan, planned, own)
        yield from _left_out(design, planned)
    yield from _as_usual(design, planned)


def _less_often(design: Design, planned: Planned) -> Iterator[Family]:
    how_often, title = planned.component.how_often, planned.component.title
    found: list[Proposal] = []
    if how_often.each_week and how_often.each_week > 1:
        was = how_often.each_week
        found = [Proposal(Phrase("remedies.less-often", {"name": title, "count": count, "was": was}),
                          of_component(design, planned.name, how_often={"each_week": count}))
                 for count in sorted({was - 1, was // 2, 1} - {0}, reverse=True)]
    elif how_often.each_week and planned.component.mode == "individual":
        found = [Proposal(Phrase("remedies.every-weeks", {"name": title, "weeks": weeks}),
                          of_component(design, planned.name, how_often={"every_weeks": weeks}))
                 for weeks in (2, 3)]  # a part of the residents each week
    return family("less-often", found)


def _skipped(design: Design, plan: WeekPlan, planned: Planned, own: Sequence[Sitting]) -> Iterator[Family]:
    """Not held in this one week, where something out of the ordinary takes it from it: what is too much in any week is not
    mended week by week. Clinical work only where nothing else does it, and whoever's turn it is comes in the next round."""
    how_often = planned.component.how_often
    if how_often.once or how_often.as_needed or design.weeks < SELDOM or not is_out_of_the_ordinary(design, plan, own):
        return
    yield from family(SKIPPED, [skipped(design, planned.name, [plan.number])], new=planned.component.pillar == "clinical")


def skipped(design: Design, name: str, weeks: Collection[int]) -> Proposal:
    """A component not held in these few weeks, as when whoever leads it is away."""
    planned = design.components[name]
    known = {week for first, last in planned.settings.not_in_weeks or () for week in range(first, last + 1)}
    in_turn = planned.component.mode == "individual" and not planned.component.how_often.each_week
    return Proposal(
        Phrase("remedies.skipped-turn" if in_turn else "remedies.skipped", {
            "name": planned.component.title, "weeks": ", ".join(_from_to(sorted(weeks), "–"))}),
        of_component(design, name, not_in_weeks=[
            int(written) if written.isdigit() else written for written in _from_to(sorted(known | set(weeks)), "-")]))


def _from_to(weeks: Sequence[int], dash: str) -> list[str]:
    return [f"{first}{dash}{last}" if last > first else f"{first}" for first, last in runs_of(weeks)]


def _as_usual(design: Design, planned: Planned) -> Iterator[Family]:
    """Only as often as the catalogue has it, where the programme wants more: also of what is never held less than that."""
    usual = design.catalogue.components[planned.name].how_often
    if not planned.times and 0 < usual.a_week < planned.component.how_often.a_week:
        yield from family("less-often", [Proposal(
            Phrase("remedies.as-usual", {"name": planned.component.title}),
            of_component(design, planned.name, how_often=usual.model_dump(exclude_defaults=True)))])


def _called_out(design: Design, planned: Planned, task: WeekTask) -> Iterator[Family]:
    """Residents called out of house work one by one, as many houses do it; or out of a lesson, which they miss in part.

    Not out of what is held with those who confide in one another, nor of worship.
    """
    component = planned.component
    if component.mode == "individual" or planned.settings.allows_individual or component.heavy or component.confrontation \
            or component.alternative or not any(sitting.resident is not None for sitting in task.sittings):
        return
    kind = "called-out" if component.work else "missed-in-part"
    yield from family(kind, [Proposal(Phrase(f"remedies.{kind}", {"name": component.title}),
                                      of_component(design, planned.name, allows_individual=True))])


def _left_out(design: Design, planned: Planned) -> Iterator[Family]:
    """Only what the programme's own file adds and no clinician has to answer for: a pattern carries what a house needs."""
    if ("components", "add", planned.name) not in design.chain[0].values or planned.component.pillar == "clinical":
        return family("left-out", [])
    return family("left-out", [Proposal(Phrase("remedies.left-out", {"name": planned.component.title}),
                                         without_component(design, planned.name, WITHOUT))])


def _wider(design: Design, plan: WeekPlan, planned: Planned) -> Iterator[Family]:
    """An hour more on either side, two and a half, or from rising to bedtime: an evening's session should not come in the
    morning for want of a few minutes. Told as narrow as the week found with it needs."""
    was, (rising, bedtime) = planned.component.window, _waking(plan)

    def proposal(start: int, end: int) -> Proposal:
        return Proposal(Phrase("remedies.wider", {
            "name": planned.component.title, "window": window(start, end), "was": window(*was)}),
            of_component(design, planned.name, window=window(start, end)), narrowed)

    def narrowed(placements: Sequence[Placement]) -> Proposal:
        minutes = planned.minutes + (planned.settings.travel_minutes or 0)
        starts = [spot.start for spot in placements if spot.key.split("/")[0] == planned.name]
        return proposal(min([was[0], *starts]), max([was[1], *(start + minutes for start in starts)]))

    if planned.settings.at or planned.settings.windows or (rising >= was[0] and bedtime <= was[1]):
        return family("wider", [])
    first, last = min(rising, was[0]), max(bedtime, was[1])
    windows = dict.fromkeys((max(was[0] - more, first), min(was[1] + more, last)) for more in (*A_LITTLE_WIDER, DAY))
    return family("wider", [proposal(*window) for window in windows])


def _waking(plan: WeekPlan) -> tuple[int, int]:
    """Latest rising and earliest bedtime of the week."""
    nights = [slot for day in plan.days for slot in day.frame if slot.kind == "night-rest"]
    return (max((slot.end - DAY for slot in nights if slot.end > DAY), default=6 * 60),
            min((slot.start for slot in nights if slot.start > 12 * 60), default=21 * 60))


def _more_days(design: Design, planned: Planned) -> Iterator[Family]:
    """One day more; all of them, to see whether days help at all."""
    days, pin = planned.component.days, planned.settings.at
    if len(days) == len(DAYS) or (pin and "every" not in pin):
        return family("more-days", [])
    return family("more-days", [
        Proposal(Phrase("remedies.more-days", {"name": planned.component.title, "day": Phrase(f"days.{added}")}),
                 of_component(design, planned.name, days=[day for day in DAYS if day in (*days, added)]))
        for added in DAYS if added not in days], of_component(design, planned.name, days=list(DAYS)).design)


def fits_its_hours(planned: Planned, at: int, was: int) -> bool:
    """Whether a pin moved from ``was`` to ``at``, in minutes, still lies in the component's hours, or near its old time."""
    first, last = planned.component.window
    return (first <= at and at + planned.minutes <= last) or abs(at - was) <= FAR


def _moved(design: Design, plan: WeekPlan, planned: Planned, task: WeekTask) -> Iterator[Family]:
    """Its pin at another time, the nearest first; or no pin, where the programme's own file set the only one."""
    pin, title = planned.settings.at, planned.component.title
    if not pin or len(set(pin.values())) > 1:
        return
    was, (rising, bedtime) = next(iter(pin.values())), _waking(plan)
    anywhere = of_time(design, planned, at=None, window=window(rising, bedtime)).design
    edges = {edge for day in plan.days for slot in day.frame for edge in (slot.end, slot.start - planned.minutes)}
    edges |= {edge for sitting in task.sittings if sitting.key.split("/")[0] != planned.key for span in sitting.spans
              for edge in (span.end, span.start - planned.minutes)}
    edges |= {was + step for step in (-60, -30, 30, 60)}
    edges = {edge for edge in edges if rising <= edge <= bedtime - planned.minutes and edge % GRID == 0 and edge != was}
    nearest = sorted((edge for edge in edges if fits_its_hours(planned, edge, was)),
                     key=lambda edge: (abs(edge - was), edge))[:MOST_TIMES]
    yield from family("moved", [
        Proposal(Phrase("remedies.moved", {"name": title, "at": clock(start), "was": clock(was)}),
                 of_time(design, planned, at=clock(start) if "every" in pin else {d: clock(start) for d in pin}))
        for start in nearest], anywhere)
    if planned.number:
        return
    pinned_before = any(("components", section, planned.name, "at") in parent.values
                        for parent in design.chain[1:] for section in ("add", "adjust"))
    if planned.origins["at"].file == design.chain[0].file and not pinned_before:
        yield from family("unpinned", [Proposal(Phrase("remedies.unpinned", {"name": title, "was": clock(was)}),
                                                 of_component(design, planned.name, at=None))])


def _other_rooms(design: Design, planned: Planned) -> Iterator[Family]:
    """Another room than the one it is bound to, or one that can be set up for it."""
    component, here, rooms = planned.component, planned.settings.room, design.programme.rooms
    if component.off_site:
        return
    largest = max(group.size for group in design.programme.groups.values())
    size = 1 if component.mode == "individual" else min(largest, component.group_size.most)
    if here:
        fitting = rooms_for(design, component.room.features, size, tuple(design.programme.groups))
        for other in fitting:
            if other != here:
                yield from family("other-room", [Proposal(Phrase("remedies.other-room", {
                    "name": component.title, "room": rooms[other].title, "was": rooms[here].title}),
                    of_component(design, planned.name, room=other))])
        return
    for name, room in rooms.items():
        lacking = [feature for feature in component.room.features if feature not in room.features]
        if lacking and set(lacking) <= set(SET_UP) and room.capacity >= size:
            yield from family("set-up-room", [Proposal(Phrase("remedies.set-up-room", {
                "name": component.title, "room": room.title,
                "features": [design.catalogue.features[feature].title for feature in lacking]}),
                of_room(design, name, features=[*room.features, *lacking]))])


def _whole(design: Design, planned: Planned) -> Iterator[Family]:
    """What is for the whole house held as one, where it is divided for its size: a meeting, not a therapy group."""
    component, total = planned.component, sum(group.size for group in design.programme.groups.values())
    whole = component.mode == "community" or component.whole_house
    if whole and component.group_size.most < total and planned.audience == "all":
        yield from family("whole", [Proposal(Phrase("remedies.whole", {
            "name": component.title, "size": total, "was": component.group_size.most}),
            of_component(design, planned.name, group_size={"least": component.group_size.least, "most": total}))])


def _together(design: Design, planned: Planned) -> Iterator[Family]:
    """Held once for all groups, where they are of one sex and few enough; or for each group by itself."""
    groups, component = design.programme.groups.values(), planned.component
    wanted = planned.audience
    few = sum(group.size for group in groups) <= component.group_size.most
    if len(groups) < 2 or component.mode != "group":
        return
    if wanted == "each" and few and len({group.sex for group in groups}) == 1:
        yield from family("together", [Proposal(Phrase("remedies.together", {"name": component.title}),
                                                 of_component(design, planned.name, groups="all"))])
    if wanted == "all":
        yield from family("apart", [Proposal(Phrase("remedies.apart", {"name": component.title}),
                                              of_component(design, planned.name, groups="each"))])
