"""Something is held often enough in every week.

Looks at the components the criterion names, as far as the programme holds them: together they are held at least the limit
``each-week`` times in an average week, or once in the limit ``every-weeks``.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from generator.checks.finding import Finding, Shown
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import Week
from generator.problem import Phrase

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding | Shown]:
    held = [design.components[name] for name in criterion.names if name in design.components]
    titles = [design.catalogue.components[name].title for name in criterion.names if name in design.catalogue.components]
    times = Fraction(0)
    for planned in held:
        each = planned.component.how_often.a_week * len(planned.times or (planned,))
        times += each / planned.settings.rotation.every if planned.settings.rotation else each
    least = Fraction(criterion.limits.get("each-week", 1), criterion.limits.get("every-weeks", 1))
    if times < least:
        place = design.place_of(held[0], "how_often") if held else design.at("components")
        yield Finding("too-seldom", place, {"titles": titles, "often": Phrase("shown.never")} if not held else {
            "titles": [planned.component.title for planned in held],
            "often": Phrase("shown.times", {"times": times})})
    else:
        yield from map(Shown, held)
