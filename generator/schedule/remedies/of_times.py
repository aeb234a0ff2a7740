"""Changes of a component that has several times: one of them less, one of its days less, or one for all groups together."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.adjustment import groups_named
from generator.model.design import Design, Planned
from generator.model.values import clock
from generator.model.week import DAY
from generator.problem import Phrase
from generator.schedule.remedies.changes import of_time, one_time_for_all, without_time
from generator.schedule.remedies.family import Family, Proposal, family


def of_times(design: Design, planned: Planned, may_be_less: bool) -> Iterator[Family]:
    """What may become of the times of a component; nothing of one that has no several."""
    yield from _one_for_all(design, planned)
    for time in planned.times:
        if may_be_less:
            yield from _a_day_less(design, planned, time)
        if all(any(other.concerns(group) for other in planned.times if other is not time)
               for group in design.programme.groups if time.concerns(group)):  # every group keeps another
            days = [Phrase(f"days.{day}") for day in time.component.days]
            yield from family("without-time", [Proposal(
                Phrase("remedies.without-time", {**_called(design, time), "days": days}),
                without_time(design, planned.name, time.number))])


def _a_day_less(design: Design, planned: Planned, time: Planned) -> Iterator[Family]:
    """One of its days less, the last first; none of them, to see whether days help at all."""
    days = time.component.days
    if len(days) > 1 and time.component.how_often.each_week == len(days):
        pins = time.settings.at or {}

        def on(rest: tuple[str, ...]) -> dict[str, object]:
            return {"days": list(rest)} if not pins or "every" in pins else {
                "at": {day: clock(at) for day, at in pins.items() if day in rest}, "days": list(rest)}

        yield from family("day-less", [Proposal(
            Phrase("remedies.day-less", {**_called(design, time), "day": Phrase(f"days.{day}")}),
            of_time(design, time, **on(tuple(other for other in days if other != day))))
            for day in reversed(days)], without_time(design, planned.name, time.number).design)


def _one_for_all(design: Design, planned: Planned) -> Iterator[Family]:
    """At one of its times for all groups together, where they are of one sex and few enough and each has a time of its own."""
    groups, component = design.programme.groups, planned.component
    own = [groups_named(time.settings.groups) for time in planned.times]
    apart = len(own) > 1 and all(own) and sorted(name for names in own for name in names) == sorted(groups)
    few = sum(group.size for group in groups.values()) <= component.group_size.most
    if apart and few and component.mode == "group" and len({group.sex for group in groups.values()}) == 1:
        yield from family("together", [Proposal(
            Phrase("remedies.one-for-all", {"name": component.title, "when": when(time),
                                            "days": [Phrase(f"days.{day}") for day in time.component.days]}),
            one_time_for_all(design, planned.name, time.number)) for time in planned.times])


def _called(design: Design, time: Planned) -> dict[str, object]:
    """How one of several times is told from the others."""
    own = [design.programme.groups[name].title for name in groups_named(time.settings.groups)]
    return {"name": time.component.title, "when": when(time),
            "groups": Phrase("remedies.of-groups", {"groups": own}) if own else ""}


def when(time: Planned) -> str:
    """The hours at which one of several times begins, or between which it lies."""
    return ", ".join(sorted({clock(at) for at in (time.settings.at or {}).values()})) or window(*time.component.window)


def window(start: int, end: int) -> str:
    """As an author writes it."""
    return f"{clock(start)}-{clock(end) if end < DAY else '24:00'}"
