"""Pinned times that lie on one another for the same residents: found by looking, before any week is solved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.model.design import Design
from generator.model.values import DAYS, clock
from generator.model.week import Sitting, Span, component_of
from generator.problem import Phrase, Problem
from generator.schedule.task import WeekPlan


def pins_on_pins(design: Design, plans: Sequence[WeekPlan]) -> Iterator[Problem]:
    """Each two times that clash, told for the first week and day on which they do."""
    told: set[tuple[str, ...]] = set()
    for plan in plans:
        fixed = [(sitting, sitting.spans[0]) for sitting in plan.task.sittings if sitting.pinned and not sitting.alongside
                 and len(sitting.spans) == 1 and sitting.spans[0].end - sitting.spans[0].start == sitting.minutes]
        for (one, here), (other, there) in combinations(fixed, 2):
            clashes = here.day == there.day and here.start < there.end and there.start < here.end and one.meets(other)
            pair = tuple(sorted(sitting.key.partition("/")[0] for sitting in (one, other)))
            if clashes and pair not in told:
                told.add(pair)
                yield _problem(design, plan, ((one, here), (other, there)))


def _problem(design: Design, plan: WeekPlan, both: Sequence[tuple[Sitting, Span]]) -> Problem:
    (first, _), (second, _) = both
    written = [design.times[sitting.key.partition("/")[0]] for sitting, _ in both]
    own = design.chain[0].at().file
    # The author looks where his own file pins one of them.
    place = next((at for planned in written if (at := design.place_of(planned, "at")).file == own),
                 design.place_of(written[0], "at"))
    group = next(group for group in first.groups if group in second.groups)
    return Problem(place, "TC432", {
        "week": plan.number, "day": Phrase(f"days.{DAYS[both[0][1].day]}"), "group": design.programme.groups[group].title,
        "sessions": [Phrase("pinned", {
            "name": design.components[component_of(sitting.key)].component.title,
            "from": clock(span.start), "to": clock(span.end)}) for sitting, span in both]})
