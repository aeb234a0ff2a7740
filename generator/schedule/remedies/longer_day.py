"""Residents there for longer: what helps what the hours of a kind of day keep out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model.design import Design, Planned
from generator.model.values import clock
from generator.model.week import Day, Placement
from generator.problem import Phrase
from generator.schedule.day_hours import day_called, listed
from generator.schedule.remedies.changes import Change
from generator.schedule.remedies.family import Family, Proposal, family


def longer_day(design: Design, args: Mapping[str, object], days: Sequence[Day]) -> Iterator[Family]:
    """These kinds of day as long as what they keep out needs, told as short as the week found with it allows."""
    titles = listed(args.get("all")) or [args["name"]]
    shut = [one for one in design.times.values() if one.component.title in titles]
    kinds = [kind for kind in listed(args["day_types"]) if ("day_types", kind) in design.chain[0].values]
    needed = [(start, end) for one in shut for start, end in _hours_of(one)]
    if kinds and needed:
        first, last = min(start for start, _ in needed), max(end for _, end in needed)
        yield from family("longer-day", [_proposal(design, kinds, days, dict.fromkeys(kinds, (first, last)))])


def _hours_of(planned: Planned) -> Iterator[tuple[int, int]]:
    travel = planned.settings.travel_minutes or 0
    if pins := planned.settings.at:
        yield from ((at - travel, at + planned.minutes + travel) for at in pins.values())
    else:
        yield from planned.settings.windows or (planned.component.window,)


def _proposal(design: Design, kinds: Sequence[str], days: Sequence[Day], needed: dict[str, tuple[int, int]]) -> Proposal:
    types = design.programme.day_types
    hours = {kind: _both(now, needed[kind]) for kind in kinds if (now := types[kind].hours) and kind in needed}
    changed = {kind: types[kind].model_copy(update={"hours": of_day}) for kind, of_day in hours.items()}
    programme = design.programme.model_copy(update={"day_types": {**types, **changed}})
    written = {kind: {"hours": f"{clock(first)}-{clock(last)}"} for kind, (first, last) in hours.items()}

    def narrowed(placements: Sequence[Placement]) -> Proposal:
        used: dict[str, tuple[int, int]] = {}
        for spot in placements:
            planned = design.held(spot.key)
            if planned and (kind := days[spot.day].day_type) in kinds:
                end = spot.start + planned.minutes + 2 * (planned.settings.travel_minutes or 0)
                first, last = used.get(kind, (spot.start, end))
                used[kind] = min(first, spot.start), max(last, end)
        return _proposal(design, kinds, days, used)

    return Proposal(Phrase("remedies.longer-day", {"days": [
        Phrase("day_hours", {"day_type": day_called(design, kind), "from": clock(first), "to": clock(last)})
        for kind, (first, last) in hours.items()]}),
        Change(("day_types",), written, replace(design, programme=programme), reframes=True), narrowed)


def _both(now: tuple[int, int], needed: tuple[int, int]) -> tuple[int, int]:
    """The hours that hold both; where they have nothing in common, those that are needed."""
    apart = now[1] <= needed[0] or needed[1] <= now[0]
    return needed if apart else (min(now[0], needed[0]), max(now[1], needed[1]))
