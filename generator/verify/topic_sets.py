"""A component's set of topics: the plan once for each topic, in their order, each with its steps; then the worksheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.documents import Laid
from generator.verify import Fault
from generator.verify.plans import steps_said
from generator.verify.read import Reader, squeezed, text_of
from generator.verify.worksheets import sheet
from generator.views import wording
from generator.views.plan import fit
from generator.views.session_plan import step_clock, usual

FILES = ("topic-set/*.pdf",)
OF_WEEKS_ASKED_FOR = True


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    component, code = laid.design.components[inside.stem].component, laid.words.code
    reader = Reader(text_of(path))
    # A set made for a week that was asked for has that week's times; else those of the first in which it is held.
    held = [week for week in laid.weeks if any(s.component == inside.stem and not s.strand for s in week.sessions)]
    shown = next((week for week in held if squeezed(laid.words.label(
        "session_plan.week", number=week.number, date=wording.date(laid.words, week.starts))) in reader.text), None)
    if shown is None:
        yield Fault("week", str(held[0].number) if held else "–")
        return
    held_at = usual([s for s in shown.sessions if s.component == inside.stem and not s.strand])
    yield from steps_said(reader.text, inside.stem, [held_at], laid)
    (starts, minutes), count, gone = held_at, len(component.topics), 0
    for number, step in enumerate(fit(component.plan, minutes), 1):
        when = f"{step_clock(laid.words, starts, gone)} {wording.minutes(laid.words, step.minutes)}"
        said = f"{when} {number}. {step.step.title.to(code)}"
        found = reader.text.count(squeezed(said))
        yield None if found == count else Fault("step", f"{count} × {said}", str(found))
        gone += step.minutes
    for number, topic in enumerate(component.topics, 1):
        for part in (f"{number}. {topic.title.to(code)}.", topic.exercise.to(code), topic.closing.to(code)):
            yield None if reader.comes(part) else Fault("topic", part)
    yield from sheet(reader, inside.stem, laid)
