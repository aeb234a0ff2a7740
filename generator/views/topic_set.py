"""A component's plan once for each of its topics, to be kept as one folder."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Words
from generator.model.design import Design
from generator.model.week import Week
from generator.views.session_plan import SessionPlanView, WorksheetView, session_plan, worksheet


@dataclass(frozen=True)
class TopicSetView:
    """All topics of one component in their order."""

    language: str
    title: str
    organisation: str
    plans: tuple[SessionPlanView, ...]
    worksheet: WorksheetView | None


def topic_set(design: Design, name: str, week: Week, words: Words) -> TopicSetView | None:
    """The set with the clock times of ``week``; nothing for a component without topics."""
    component, organisation = design.components[name].component, design.programme.organisation
    if not component.topics or organisation is None:
        return None
    plans = tuple(session_plan(design, name, week, words, topic=number) for number in range(1, len(component.topics) + 1))
    return TopicSetView(words.code, component.title.to(words.code), organisation.name, plans, worksheet(design, name, words))
