"""An ordinary week, day by day: the minutes of each pillar in the group sessions of one resident."""

from __future__ import annotations

from generator.views import wording
from generator.views.chart import Column, Series, StackedBars, stacked_bars
from generator.views.diagrams import Subject
from generator.views.diagrams.day import usual_week

TEMPLATE = "stacked-bars.svg.j2"


def draw(subject: Subject) -> StackedBars | None:
    design, words = subject.design, subject.words
    if design is None or not subject.weeks:
        return None
    week = usual_week(subject.weeks)
    group = next(name for name in design.programme.groups if name in dict(week.phases))
    pillars = design.catalogue.pillars
    spent = [dict.fromkeys(pillars, 0) for _ in week.days]
    for sums, day in zip(spent, week.days, strict=True):
        for session in day.sessions:
            if session.resident is None and not session.strand and session.is_of(group, 1):
                sums[design.components[session.component].component.pillar] += session.minutes - 2 * session.travel
    shown = [name for name in pillars if any(sums[name] for sums in spent)]
    days = [wording.sentence(wording.date(words, day.date, "weekday")) for day in week.days]
    return stacked_bars(
        language=words.code, name="diagram-week", title=words.label("diagrams.week.title"),
        description="; ".join(f"{day}: {sum(sums.values())}" for day, sums in zip(days, spent, strict=True)),
        unit=words.label("diagrams.week.unit"), minutes=words.label("minutes"),
        series=[Series(name, pillars[name].title.to(words.code), pillars[name].letter, pillars[name].pattern,
                       pillars[name].colour) for name in shown],
        columns=[Column(day, day, tuple(sums[name] for name in shown)) for day, sums in zip(days, spent, strict=True)])
