"""Which theme of a component's sequence a session carries: week 3 prints topic 3."""

from __future__ import annotations

from generator.language import Words
from generator.model.component import Component, Topic
from generator.model.week import Session


def topic_of(component: Component, number: int | None) -> Topic | None:
    """Topic ``number`` of the sequence, from 1; after the last one the sequence begins again."""
    return component.topics[(number - 1) % len(component.topics)] if component.topics and number else None


def topic_title(component: Component, session: Session, words: Words) -> str:
    """The title of a session's topic, or nothing."""
    topic = topic_of(component, session.topic)
    return topic.title.to(words.code) if topic else ""
