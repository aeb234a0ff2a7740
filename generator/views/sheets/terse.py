"""A week in few words, for posters and pocket cards: times and titles, one sheet for each group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.language import Words
from generator.model.design import Design
from generator.model.week import Week
from generator.views import wording
from generator.views.sheets.boxes import Box, boxes
from generator.views.sheets.footing import LegendEntry, legend
from generator.views.sheets.selection import HOUSE, Chosen, has_sessions, parts

PAUSE = 15
"""Minutes between two one-to-one sessions that are still shown as one stretch of them."""


@dataclass(frozen=True)
class TerseWeek:
    """One group's week; in a house with one group, the house's."""

    group: str
    phase: str
    names: tuple[str, ...]
    """Of the days."""
    days: tuple[tuple[Box, ...], ...]
    legend: tuple[LegendEntry, ...]

    @property
    def title(self) -> str:
        """Group and phase; once where a group is called like its phase."""
        return " · ".join(dict.fromkeys(filter(None, (self.group, self.phase))))


def terse_weeks(design: Design, week: Week, words: Words) -> Iterator[TerseWeek]:
    """The week of each group that is in the house."""
    groups = design.programme.groups
    for name, group in groups.items():
        chosen = Chosen("group", name) if len(groups) > 1 else HOUSE
        found = parts(design, week, chosen)
        if not has_sessions(week, chosen, found):
            continue
        phase = dict(week.phases).get(name) or week.phase
        yield TerseWeek(
            group.title.to(words.code) if len(groups) > 1 else "",
            design.phases[phase].title.to(words.code) if phase else wording.phase(design, week, words),
            tuple(wording.date(words, part.day.date, "weekday") for part in found),
            tuple(tuple(_terse(boxes(design, part, chosen, words), words)) for part in found),
            legend(design, [session for part in found for session in part.sessions], words))


def _terse(found: Sequence[Box], words: Words) -> Iterator[Box]:
    """By day, without topics and details; one-to-one sessions that follow one another as one, whatever lies beside them."""
    merged: list[Box] = []
    for box in (_brief(box) for box in found if box.kind == "individual"):
        if merged and box.start - merged[-1].end <= PAUSE:
            before = merged.pop()
            letters = "".join(sorted({*before.mark.letter, *box.mark.letter}))
            end = max(box.end, before.end)
            box = replace(before, end=end, time=wording.span(words, before.start, end),
                          mark=replace(before.mark, letter=letters))
        merged.append(box)
    others = (_brief(box) for box in found if box.kind not in ("individual", "night", "team"))
    yield from sorted((*others, *merged), key=lambda box: (box.start, box.order))


def _brief(box: Box) -> Box:
    return replace(box, topic="", detail="", brief="", fuller=None)
