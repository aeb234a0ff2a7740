"""The parts of a component's page, so that paper can take those that a session needs: the leader's, or the participants'."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from generator.language import Text, Words
from generator.model.component import Component, Topic
from generator.views.blocks import Block, Bullets, Heading, PageBlock, Paragraph, PartEnd, PartStart, Run, line, lines

PARTICIPANT = "participant"
"""The part, and the printed sheet, that people of a session get into their hands."""
FACILITATOR = "facilitator"
TOPIC = "topic"
"""One topic of a component's sequence, which its sheet carries where it has been chosen."""
SHEET = "sheet"
"""All of a page that is laid out for paper in columns."""

SIZES = (("", 10.5, 1.15, 2605), ("dense", 10, 1.15, 2670), ("denser", 10, 1.08, 2605), ("densest", 9.5, 1.08, 2890))
"""Classes of the leader's sheet: the type in points, the distance of its lines in types, and what two sides hold, in points.

Measured in Chromium, in the widest typeface that is printed in, over all components with their longest topics.
"""
FULLEST = "fullest"
"""What is longer still is set smaller, without the lines that tell what residents do."""
COLUMN, GAP = 540, 4
"""Letters of a line times the type; what stands between paragraphs, in points."""


def sheet_classes(component: Component, words: Words) -> tuple[str, tuple[str, ...]]:
    """How the leader's sheet is set, and with each topic on it: a long one in smaller type, so that it stays on two sides."""
    alone = _heights(_printed(component), words)
    topics = (_heights(_printed_topic(topic), words) for topic in component.topics)
    return _density(alone), tuple(_density(tuple(map(sum, zip(alone, topic, strict=True)))) for topic in topics)


def _density(heights: Sequence[float]) -> str:
    return next((name for height, (name, *_type, room) in zip(heights, SIZES, strict=True) if height <= room), FULLEST)


def _heights(paragraphs: Iterable[Sequence[Text]], words: Words) -> tuple[float, ...]:
    """How much room paragraphs take in each size."""
    lengths = [sum(len(text.to(words.code)) + 3 for text in texts) for texts in paragraphs]
    return tuple(sum(math.ceil(length * size / COLUMN) * size * leading + GAP for length in lengths)
                 for _, size, leading, _ in SIZES)


def _printed(component: Component) -> Iterator[Sequence[Text]]:
    """The paragraphs of the leader's sheet."""
    safety, other = component.safety, component.alternative
    for text in (*safety.not_for, *safety.stop_when, *safety.follow_up, *safety.rules, *component.room.set_up):
        yield (text,)
    for step in component.plan:
        yield from ((step.title,), (step.leader,), step.say, (step.residents,))
    for trouble in component.goes_wrong:
        yield from ((trouble.when,), (trouble.do,))
    yield component.materials
    yield (other.title, other.description) if other else ()


def _printed_topic(topic: Topic) -> Iterator[Sequence[Text]]:
    yield from ((text,) for text in (topic.title, topic.aim, *topic.points, topic.exercise, topic.closing))


def in_parts(blocks: Sequence[PageBlock], topic_classes: Sequence[str] = ()) -> Iterator[PageBlock]:
    """The same blocks, with the start and end of what stands under each main heading marked by its anchor.

    Each topic of a sequence is a part of its own below that, so that a sheet can take one of them; its part has the class
    of that sheet, out of ``topic_classes``.
    """
    inside, topics = 0, iter(topic_classes)
    for block in blocks:
        if isinstance(block, Heading) and block.anchor and (depth := _depth(block)):
            yield from (PartEnd(),) * max(0, inside - depth + 1)
            inside = depth
            yield PartStart(f"{TOPIC} {next(topics)}".strip() if depth > 1 else block.anchor)
        yield block
    yield from (PartEnd(),) * inside


def _depth(heading: Heading) -> int:
    """1 for a main part, 2 for a topic, 0 for a heading that begins no part."""
    return 1 if heading.level == 2 else 2 if heading.anchor.startswith(f"{TOPIC}-") else 0


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
