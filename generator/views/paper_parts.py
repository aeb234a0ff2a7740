"""The parts of a component's page, so that paper can take those that a session needs: the leader's, or the participants'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.language import Words
from generator.model.component import Component
from generator.views.blocks import Block, Bullets, Heading, PageBlock, Paragraph, PartEnd, PartStart, Run, line, lines

PARTICIPANT = "participant"
"""The part, and the printed sheet, that people of a session get into their hands."""
FACILITATOR = "facilitator"
SHEET = "sheet"
"""All of a page that is laid out for paper in columns."""

FULL, FULLER = 8_900, 10_300
"""Letters that two sides hold in the usual type, and in the next smaller one (measured in Chromium, in a wide typeface)."""


def sheet_class(component: Component, words: Words) -> str:
    """How the leader's sheet is set: a long one in smaller type, so that it stays on two sides."""
    letters = printed(component, words)
    return SHEET if letters <= FULL else f"{SHEET} dense" if letters <= FULLER else f"{SHEET} densest"


def printed(component: Component, words: Words) -> int:
    """Letters of what the leader's sheet prints."""
    safety, other = component.safety, component.alternative
    texts = [
        component.purpose, *safety.not_for, *safety.stop_when, *safety.follow_up, *safety.rules, *component.room.set_up,
        *component.materials,
        *(text for step in component.plan for text in (step.title, step.leader, *step.say, step.residents)),
        *(text for trouble in component.goes_wrong for text in (trouble.when, trouble.do)),
        *((other.title, other.description) if other else ())]
    return sum(len(text.to(words.code)) for text in texts)


def in_parts(blocks: Sequence[PageBlock]) -> Iterator[PageBlock]:
    """The same blocks, with the start and end of what stands under each main heading marked by its anchor."""
    inside = False
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2 and block.anchor:
            if inside:
                yield PartEnd()
            inside = True
            yield PartStart(block.anchor)
        yield block
    if inside:
        yield PartEnd()


def with_participants_sheet(chapter: Sequence[Block], component: Component, words: Words) -> list[Block]:
    """The chapter with what is told to participants before their worksheet, or at its end."""
    told = participants_sheet(component, words)
    anchors = [block.anchor if isinstance(block, Heading) else "" for block in chapter]
    at = anchors.index("worksheet") if "worksheet" in anchors else len(chapter)
    return [*chapter[:at], *told, *chapter[at:]]


def participants_sheet(component: Component, words: Words) -> tuple[Block, ...]:
    """What is told to a participant in plain words; the worksheet follows it, where there is one."""
    told, language = component.for_residents, words.code
    if told is None:
        return ()
    return (
        Heading(words.label("component.participant"), 2, PARTICIPANT),
        Paragraph(line(told.about.to(language))),
        Paragraph(line(Run(words.label("component.happens"), bold=True))),
        Bullets(lines(text.to(language) for text in told.happens), "number"),
        Paragraph(line(Run(words.label("component.rights"), bold=True))),
        Bullets(lines(text.to(language) for text in told.rights)),
    )
