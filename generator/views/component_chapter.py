"""A component told in full: the same blocks for its page in the guide and its chapter in the staff handbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.language import Text, Words
from generator.model.audience import adaptations_for
from generator.model.component import ADAPTATIONS, Component
from generator.model.design import Catalogue, Design, Planned
from generator.model.house import Rotation
from generator.views import wording
from generator.views.blocks import (
    Block,
    Bullets,
    Facts,
    Heading,
    Line,
    Note,
    Paragraph,
    Run,
    StepBlock,
    Table,
    cells,
    joined,
    line,
    lines,
)
from generator.views.plan import fit


def to_component(name: str, component: Component, words: Words) -> Run:
    """A component's title that leads to its page."""
    return Run(component.title.to(words.code), to=f"components/{name}")


def component_chapter(
    catalogue: Catalogue, name: str, component: Component, words: Words, design: Design | None = None
) -> tuple[Block, ...]:
    """All that the catalogue says of a component; in a programme's handbook with its own length, rhythm and phases."""
    language = words.code

    def said(texts: Iterable[Text]) -> tuple[Line, ...]:
        return lines(text.to(language) for text in texts)

    def heading(key: str) -> Heading:
        return Heading(words.label(f"component.{key}"), 2, key.replace("_", "-"))

    planned = design.components.get(name) if design else None
    length = planned.minutes if planned else component.minutes
    blocks: list[Block] = [
        Paragraph(line(component.purpose.to(language)), "lead"),
        Facts(component_facts(catalogue, component, words, length, planned=planned, design=design)),
    ]
    if component.voluntary and component.alternative:
        blocks.append(Note(words.label("component.voluntary"), (
            line(words.label("component.voluntary_text")),
            line(Run(component.alternative.title.to(language), bold=True), ". ",
                 component.alternative.description.to(language)),
        )))
    blocks += [
        Note(words.label("component.not_for"), said(component.safety.not_for), "danger"),
        heading("objectives"), Bullets(said(component.objectives)),
        heading("prepare"),
        Paragraph(line(Run(words.label("component.set_up"), bold=True))),
        Bullets(said(component.room.set_up), "tick"),
    ]
    if component.materials:
        blocks += [Paragraph(line(Run(words.label("component.materials"), bold=True))),
                   Bullets(said(component.materials), "tick")]
    blocks.append(heading("plan"))
    labels = (words.label("component.say"), who_takes_part(words, component))
    for number, fitted in enumerate(fit(component.plan, length), 1):
        step = fitted.step
        blocks.append(StepBlock(
            number, step.title.to(language), wording.minutes(words, fitted.minutes),
            "" if step.core else words.label("component.optional"), step.leader.to(language),
            tuple(text.to(language) for text in step.say), step.residents.to(language), labels,
        ))
    blocks += [heading("goes_wrong"), Table(
        (words.label("component.when"), words.label("component.do")),
        tuple(cells(t.when.to(language), t.do.to(language)) for t in component.goes_wrong), (2, 3),
    )]
    blocks += [heading("safety"), Note(words.label("component.stop_when"), said(component.safety.stop_when), "danger"),
               Paragraph(line(Run(words.label("component.follow_up"), bold=True))),
               Bullets(said(component.safety.follow_up))]
    if component.safety.rules:
        blocks += [Paragraph(line(Run(words.label("component.rules"), bold=True))),
                   Bullets(said(component.safety.rules))]
    if component.topics:
        alone = "_alone" if component.mode == "individual" else ""
        blocks += [heading("topics"),
                   Paragraph(line(words.label(f"component.topics_text{alone}", count=len(component.topics))))]
        for number, topic in enumerate(component.topics, 1):
            blocks += [
                Heading(f"{number}. {topic.title.to(language)}", 3, f"topic-{number}"),
                Paragraph(line(topic.aim.to(language))), Bullets(said(topic.points)),
                Paragraph(line(Run(words.label("component.exercise"), bold=True), " ", topic.exercise.to(language))),
                Paragraph(line(Run(words.label("component.closing"), bold=True), " ", topic.closing.to(language))),
            ]
    if component.worksheet:
        blocks += [heading("worksheet"), Paragraph(line(component.worksheet.title.to(language)))]
        blocks.append(Bullets(tuple(
            line(part.task.to(language), *(f"  ☐ {box.to(language)}" for box in part.boxes))
            for part in component.worksheet.parts
        ), "number", tuple(part.lines for part in component.worksheet.parts)))
    called_for = adaptations_for(design.programme) if design else ADAPTATIONS
    adapted = tuple(
        cells(line(Run(catalogue.adaptations[key].title.to(language), bold=True)), component.adaptations[key].to(language))
        for key in catalogue.adaptations if key in component.adaptations and key in called_for)
    if adapted:
        blocks += [heading("adaptations"), Table(
            (words.label("component.for_whom"), words.label("component.what_changes")), adapted, (1, 3))]
    blocks += [heading("indicators"), Bullets(said(component.indicators))]
    grade = catalogue.evidence_grades[component.evidence.grade]
    sources = tuple(Run(key, to=f"references#{key.lower()}") for key in component.evidence.references)
    blocks += [
        heading("evidence"),
        Paragraph(line(Run(words.label("component.grade", grade=grade.title.to(language)), bold=True), " ",
                       component.evidence.may_say.to(language))),
    ]
    if sources:
        blocks.append(Paragraph(line(words.label("component.sources"), " ", *joined(sources)), "small"))
    # What the study asked for is a matter of the guide; a house's own staff does not know its numbers.
    if component.answers and design is None:
        asked = catalogue.requirements.requirements  # empty where a house has a catalogue of its own
        answered = (Run(name, to=f"requirements#{name.lower()}" if name in asked else "") for name in component.answers)
        blocks.append(Paragraph(line(words.label("component.answers"), " ", *joined(answered)), "small"))
    return (*blocks, _review(component, words, in_a_book=design is not None))


def _review(component: Component, words: Words, *, in_a_book: bool) -> Block:
    """Who has reviewed it; that nobody has, in one line in a book, which says at its beginning what follows from that."""
    review = component.review
    if review.by and review.on:
        return Note(words.label("review.title"), lines([
            words.label("review.done", by=review.by, on=wording.date(words, review.on))]), "info")
    if in_a_book:
        return Paragraph(line(words.label("review.not_yet_in_a_book")), "small")
    return Note(words.label("review.title"), lines([words.label("review.not_yet")]), "warning")


ALL_FACTS = ("pillar", "participants", "phases", "minutes", "how_often", "rhythm", "group_size", "led_by", "co_lead",
             "resident", "qualification", "dimensions", "relapse_factors", "structures", "house_words")


def component_facts(
    catalogue: Catalogue, component: Component, words: Words, minutes: int, wanted: Sequence[str] = ALL_FACTS, *,
    planned: Planned | None = None, design: Design | None = None,
) -> tuple[tuple[str, str], ...]:
    """The facts at the head of a component: pillar, phases, length, leader, place in 4S and 5P.

    In a programme it has a rhythm and weeks of its own, and the phases their own titles.
    """
    language = words.code
    # What the catalogue says of its rhythm is no longer true where the programme has changed it.
    own = planned.settings if planned else None
    rhythm = None if own and (own.how_often or own.rotation or own.times) else component.rhythm

    def titles(kind: str, names: Iterable[str]) -> str:
        entries = design.phases if kind == "phases" and design else getattr(catalogue, kind)
        return wording.listed(words, (entries[n].title.to(language) for n in names if n in entries))

    def roles(names: Iterable[str]) -> str:
        return wording.either(words, (catalogue.roles[n].title.to(language) for n in names if n in catalogue.roles))

    rows = [
        ("pillar", titles("pillars", [component.pillar])),
        ("participants", words.label(f"participants.{component.participants}")
         if component.participants != "residents" else ""),
        ("phases", titles("phases", _phases(component, planned, design))),
        ("minutes", wording.minutes(words, *(planned.lengths if planned else (minutes,)))),
        ("how_often", how_often(words, component, own.rotation if own else None)
         + (in_weeks(words, planned, design.weeks) if planned and design else "")),
        ("rhythm", rhythm.to(language) if rhythm else ""),
        ("group_size", _group_size(component, words)),
        ("led_by", roles(component.led_by.roles)),
        ("co_lead", roles(component.led_by.co_lead)),
        ("resident", roles([component.led_by.resident] if component.led_by.resident else [])),
        ("qualification", component.led_by.qualification.to(language)),
        ("dimensions", titles("dimensions", component.dimensions)),
        ("relapse_factors", titles("relapse_factors", component.relapse_factors)),
        ("structures", titles("structures", component.structures)),
        ("house_words", ", ".join(component.house_words)),
    ]
    return tuple((words.label(f"facts.{key}"), wording.sentence(value)) for key, value in rows if value and key in wanted)


def _phases(component: Component, planned: Planned | None, design: Design | None) -> Iterable[str]:
    """Its phases, without those in none of whose weeks a programme through which all go together holds it."""
    weeks = planned.settings.weeks if planned else None
    if not weeks or not design or design.programme.weeks:
        return component.phases
    gone_through = [(name, first <= weeks[1] and weeks[0] <= last) for name, first, last in design.weeks_by_phase()]
    left_out = {name for name, _ in gone_through} - {name for name, held in gone_through if held}
    return [name for name in component.phases if name not in left_out]


def in_weeks(words: Words, planned: Planned, last: int, early: int = 1) -> str:
    """``, pekan 9–20``: in which of a programme's weeks it is held, unless it is from week ``early`` to the ``last``."""
    weeks, left_out = planned.settings.weeks, planned.settings.not_in_weeks
    said = f", {wording.weeks(words, weeks[0], min(weeks[1], last))}" if weeks and (weeks[0] > early or weeks[1] < last) else ""
    if left_out:
        said += words.label("handbook.not_in_weeks", weeks=wording.listed(words, [wording.weeks(words, *w) for w in left_out]))
    return said


def _group_size(component: Component, words: Words) -> str:
    size = component.group_size
    alumni = component.participants == "residents" and component.phases == ("aftercare",)
    whom = "alumni" if alumni else component.participants
    if size.most == 1:
        return words.label({"families": "facts.one_family", "alumni": "facts.one_alumni"}.get(whom, "facts.one_person"))
    return words.label("facts.people" if whom == "residents" else f"facts.people_{whom}", least=size.least, most=size.most)


def who_takes_part(words: Words, component: Component) -> str:
    """Whose part of a step it is: residents', or that of a family, of alumni, of whoever came."""
    if component.participants == "residents":
        return words.label("component.alumni" if component.phases == ("aftercare",) else "component.residents")
    return words.label("component.families" if component.participants == "families" else "component.taking_part")


def how_often(words: Words, component: Component, rotation: Rotation | None = None) -> str:
    """``6 kali sepekan``, ``setiap 2 pekan``; several times in a rotation, ``2 kali sepekan, hanya satu dari 4 pekan``."""
    frequency = component.how_often
    if rotation and frequency.each_week == 1:
        return words.label("how_often.every_weeks", count=rotation.every)
    said = ""
    for key in ("each_week", "each_month", "every_weeks"):
        if count := getattr(frequency, key):
            once = "_once" if count == 1 and key != "every_weeks" else ""
            said = words.label(f"how_often.{key}{once}", count=count)
            break
    said = said or words.label(f"how_often.{'once' if frequency.once else frequency.on or 'as_needed'}")
    return words.label("how_often.rotation", said=said, every=rotation.every) if rotation else said
