"""The sheet a facilitator holds while leading, with clock times of the programme's own week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.language import Words
from generator.model.audience import adaptations_for
from generator.model.component import Component
from generator.model.design import Design, Planned
from generator.model.week import Session, Week
from generator.views import wording
from generator.views.component_chapter import component_facts, who_takes_part
from generator.views.plan import fit
from generator.views.topic import topic_of, topic_title

PLAN_FACTS = ("minutes", "how_often", "group_size", "led_by", "co_lead", "resident", "qualification")
MOST_STARTS = 3
"""Clock times that stand beside a step; one-to-one work begins at more hours of a week."""


@dataclass(frozen=True)
class StepView:
    number: int
    title: str
    minutes: str
    clock: str
    """When the step begins, at each time of the week; in how many minutes, where these are many."""
    optional: bool
    leader: str
    say: tuple[str, ...]
    residents: str


@dataclass(frozen=True)
class TopicView:
    number: int
    title: str
    aim: str
    points: tuple[str, ...]
    exercise: str
    closing: str


@dataclass(frozen=True)
class Occasion:
    """One time it is held this week."""

    day: str
    time: str
    leaders: str
    room: str
    topic: str
    who: str
    """The groups, where there are several."""
    resident: str


@dataclass(frozen=True)
class Pair:
    name: str
    text: str


@dataclass(frozen=True)
class WorksheetPartView:
    task: str
    lines: int
    boxes: tuple[str, ...]


@dataclass(frozen=True)
class SessionPlanView:
    """Everything the two sheets show."""

    language: str
    title: str
    subtitle: str
    organisation: str
    programme: str
    edition: str
    week: str
    pillar: str
    letter: str
    pattern: str
    colour: str
    purpose: str
    objectives: tuple[str, ...]
    facts: tuple[Pair, ...]
    occasions: tuple[Occasion, ...]
    individual: bool
    steps: tuple[StepView, ...]
    topics: tuple[TopicView, ...]
    set_up: tuple[str, ...]
    materials: tuple[str, ...]
    not_for: tuple[str, ...]
    stop_when: tuple[str, ...]
    follow_up: tuple[str, ...]
    rules: tuple[str, ...]
    goes_wrong: tuple[Pair, ...]
    adaptations: tuple[Pair, ...]
    alternative: Pair | None
    evidence: Pair
    review: str
    words: dict[str, str]


@dataclass(frozen=True)
class WorksheetView:
    """The participants' sheet: one A4, theirs to keep."""

    language: str
    title: str
    component: str
    organisation: str
    letter: str
    pattern: str
    colour: str
    parts: tuple[WorksheetPartView, ...]
    words: dict[str, str]


def session_plan(
    design: Design, name: str, week: Week, words: Words, only: Sequence[Session] | None = None, topic: int | None = None
) -> SessionPlanView:
    """The plan of one component for one week in which it is held; for some of its sessions, or one topic, alone."""
    language = words.code
    organisation = design.programme.organisation
    assert organisation is not None
    sessions = [session for session in only or week.sessions if session.component == name and not session.strand]
    planned = as_held(design, name, sessions)
    component = planned.component
    pillar = design.catalogue.pillars[component.pillar]
    apart = len({wording.session_title(design, session, words) for session in sessions}) > 1
    starts, minutes = usual(sessions) if sessions else ((0,), planned.minutes)
    steps, gone = [], 0
    for number, fitted in enumerate(fit(component.plan, minutes), 1):
        step = fitted.step
        steps.append(StepView(
            number, step.title.to(language), wording.minutes(words, fitted.minutes), step_clock(words, starts, gone),
            not step.core, step.leader.to(language), tuple(s.to(language) for s in step.say),
            step.residents.to(language),
        ))
        gone += fitted.minutes
    grade = design.catalogue.evidence_grades[component.evidence.grade]
    return SessionPlanView(
        language=language,
        title=component.title.to(language),
        subtitle=words.label("session_plan.title"),
        organisation=organisation.name,
        programme=design.programme.title.to(language) if design.programme.title else design.name,
        edition=words.label("edition", edition=design.programme.edition or ""),
        week=words.label("session_plan.week", number=week.number, date=wording.date(words, week.starts)),
        pillar=pillar.title.to(language), letter=pillar.letter, pattern=pillar.pattern, colour=pillar.colour,
        purpose=component.purpose.to(language),
        objectives=tuple(o.to(language) for o in component.objectives),
        facts=facts(design, planned, words),
        occasions=tuple(_occasion(design, session, words, apart) for session in sessions),
        individual=component.mode == "individual",
        steps=tuple(steps),
        topics=tuple(topic_view(design, name, number, words)
                     for number in ([topic] if topic else _topic_numbers(design, name, sessions))),
        set_up=tuple(t.to(language) for t in component.room.set_up),
        materials=tuple(t.to(language) for t in component.materials),
        not_for=tuple(t.to(language) for t in component.safety.not_for),
        stop_when=tuple(t.to(language) for t in component.safety.stop_when),
        follow_up=tuple(t.to(language) for t in component.safety.follow_up),
        rules=tuple(t.to(language) for t in component.safety.rules),
        goes_wrong=tuple(Pair(t.when.to(language), t.do.to(language)) for t in component.goes_wrong),
        adaptations=tuple(
            Pair(design.catalogue.adaptations[key].title.to(language), component.adaptations[key].to(language))
            for key in adaptations_for(design.programme) if key in component.adaptations
        ),
        alternative=Pair(component.alternative.title.to(language), component.alternative.description.to(language))
        if component.alternative else None,
        evidence=Pair(grade.title.to(language), component.evidence.may_say.to(language)),
        review=review(design, name, words),
        words={**{key: value for key, value in words.branch("session_plan").items() if isinstance(value, str)},
               "residents": who_takes_part(words, component)},
    )


def worksheet(design: Design, name: str, words: Words) -> WorksheetView | None:
    """The participants' sheet of a component, if it has one."""
    component = design.components[name].component
    if component.worksheet is None or design.programme.organisation is None:
        return None
    language, pillar = words.code, design.catalogue.pillars[component.pillar]
    return WorksheetView(
        language, component.worksheet.title.to(language), component.title.to(language),
        design.programme.organisation.name, pillar.letter, pillar.pattern, pillar.colour,
        tuple(WorksheetPartView(part.task.to(language), part.lines, tuple(b.to(language) for b in part.boxes))
              for part in component.worksheet.parts),
        {key: value for key, value in words.branch("session_plan").items() if isinstance(value, str)},
    )


def as_held(design: Design, name: str, sessions: Sequence[Session]) -> Planned:
    """The component as these sessions hold it: at one of its times, where all of them are held at that one."""
    held = {session.key.partition("/")[0]: design.held(session.key) for session in sessions}
    (only,) = held.values() if len(held) == 1 else (None,)
    return only or design.components[name]


def facts(design: Design, planned: Planned, words: Words) -> tuple[Pair, ...]:
    """Length, leader, group size and the like, each as a labelled line."""
    rows = component_facts(design.catalogue, planned.component, words, planned.minutes, PLAN_FACTS, planned=planned,
                           design=design)
    voluntary = ((words.label("facts.voluntary"), words.label("facts.voluntary_yes")),) if planned.component.voluntary else ()
    return tuple(Pair(*row) for row in (*rows, *voluntary))


def review(design: Design, name: str, words: Words) -> str:
    found = design.components[name].component.review
    if found.by and found.on:
        return words.label("review.done", by=found.by, on=wording.date(words, found.on))
    return words.label("review.not_yet")


def topic_view(design: Design, name: str, number: int, words: Words) -> TopicView:
    component, language = design.components[name].component, words.code
    topic = topic_of(component, number)
    assert topic is not None
    return TopicView(component.topics.index(topic) + 1, topic.title.to(language), topic.aim.to(language),
                     tuple(p.to(language) for p in topic.points), topic.exercise.to(language),
                     topic.closing.to(language))


def _topic_numbers(design: Design, name: str, sessions: list[Session]) -> list[int]:
    """The topics this week, each once. A daily routine shows the week's first three: more would not fit the sheet."""
    topics = design.components[name].component.topics
    if not topics:
        return []
    numbers = dict.fromkeys((session.topic - 1) % len(topics) + 1 for session in sessions if session.topic)
    return list(numbers)[:3]


def _occasion(design: Design, session: Session, words: Words, named: bool) -> Occasion:
    """One time it is held; by its name, where not all have the same."""
    language = words.code
    staff, rooms = design.programme.staff, design.programme.rooms
    component = design.components[session.component].component
    leaders = wording.listed(words, (staff[n].title.to(language) for n in (session.lead, session.co_lead) if n))
    room = rooms[session.room].title.to(language) if session.room else words.label(place_word(component))
    if session.other_lead:
        where = rooms[session.other_room].title.to(language) if session.other_room else words.label(place_word(component))
        room = words.label("session_plan.beside", room=room, other=where, leader=staff[session.other_lead].title.to(language))
    name = f" {wording.session_title(design, session, words)}" if named else ""
    return Occasion(
        wording.date(words, session.date, "day"), wording.span(words, session.start, session.end) + name, leaders, room,
        topic_title(component, session, words), wording.people(design, session, words),
        wording.resident(design, session, words),
    )


def place_word(component: Component) -> str:
    """The label for a session without a room: around the house, or outside it."""
    return "session_plan.outside" if component.leaves_the_house else "session_plan.house"


def usual(sessions: Sequence[Session]) -> tuple[tuple[int, ...], int]:
    """The length, without the way, of most of the week's sessions, and all starts of those of that length."""
    held_at = [(session.start + session.travel, session.minutes - 2 * session.travel) for session in sessions]
    _, minutes = max(sorted(set(held_at)), key=held_at.count)
    return tuple(sorted({start for start, length in held_at if length == minutes})), minutes


def step_clock(words: Words, starts: Sequence[int], gone: int) -> str:
    """When a step begins ``gone`` minutes after the start: ``13.09 15.19``, a clock time for each of up to three starts."""
    if len(starts) > MOST_STARTS:
        return words.label("session_plan.minute", number=gone)
    return " ".join(wording.clock(words, start + gone) for start in starts)
