"""Handbooks in every format: the weeks they show, and in the staff edition each component's length, steps and materials."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.documents import Laid
from generator.verify import Fault
from generator.verify.read import in_order, squeezed, text_of
from generator.views import wording
from generator.views.plan import fit

FILES = ("handbook/*.pdf", "handbook/*.docx", "handbook/*.html", "handbook/*.epub")


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    text = text_of(path)
    programme, code = laid.design.programme, laid.words.code
    edition = laid.design.catalogue.editions.get(inside.stem)
    chapters = {chapter.chapter for chapter in edition.chapters} if edition else set()
    organisation = programme.organisation
    for said in (organisation.emergency_phone, organisation.hospital.to(code) if organisation.hospital else "") \
            if organisation and "emergency" in chapters else ():
        if said:
            yield None if in_order(text, said) else Fault("emergency", said)
    if chapters & {"schedules", "my-week"}:
        yield from _weeks(text, laid, with_leaders="schedules" in chapters)
    if "components" in chapters:
        for name in laid.design.components:
            yield from _component(text, name, laid)
    if "day" in chapters:
        for event in programme.events.values():
            parts = (event.title.to(code), *([wording.span(laid.words, *event.hours)] if event.hours else []))
            yield None if in_order(text, *parts, apart=160) else Fault("event", " · ".join(parts))
    if "people" in chapters:
        for post in programme.staff.values():
            yield None if in_order(text, post.title.to(code)) else Fault("leader", post.title.to(code))
    if "aftercare" in chapters:
        for contact in programme.aftercare:
            parts = (laid.words.label("week", number=contact.week), laid.words.label(f"contacts.{contact.mode}"),
                     contact.told(edition.reader if edition else "staff").to(code))
            yield None if in_order(text, *parts) else Fault("aftercare", " · ".join(parts))


def _weeks(text: str, laid: Laid, *, with_leaders: bool) -> Iterator[Fault | None]:
    """Every group session of the weeks the book shows: time, title, leader (for staff), room in one row."""
    programme, code = laid.design.programme, laid.words.code
    shown = 0
    for phase, _, _ in laid.design.weeks_by_phase():
        title = laid.design.phases[phase].title
        for week in laid.weeks:
            heading = laid.words.label("handbook.week_of", phase=title, number=week.number,
                                       date=wording.date(laid.words, week.starts))
            if squeezed(heading) not in text:
                continue
            shown += 1
            groups = {group for group, of in week.phases if of == phase}
            for session in week.sessions:
                if session.resident is None and groups & set(session.groups):
                    parts = (wording.span(laid.words, session.start, session.end),
                             wording.session_title(laid.design, session, laid.words),
                             programme.staff[session.lead].title.to(code) if with_leaders else "",
                             programme.rooms[session.room].title.to(code) if session.room else "")
                    whose = sum(len(programme.groups[group].title.to(code)) for group in session.groups)  # stands between
                    yield None if in_order(text, *parts, apart=90 + whose) else Fault(
                        "session", " · ".join(filter(None, parts)))
    yield None if shown else Fault("week", "1")


def _component(text: str, name: str, laid: Laid) -> Iterator[Fault | None]:
    planned, code = laid.design.components[name], laid.words.code
    component = planned.component
    start = text.find(squeezed(component.purpose.to(code)))
    if start < 0:
        yield Fault("component", component.title.to(code))
        return
    chapter = text[start:]
    length = (laid.words.label("facts.minutes"), wording.minutes(laid.words, *planned.lengths))
    yield None if in_order(chapter[:4000], *length, apart=2) else Fault("minutes", f"{component.title.to(code)}: {length[1]}")
    for number, step in enumerate(fit(component.plan, planned.minutes), 1):
        parts = (f"{number}. {step.step.title.to(code)}", wording.minutes(laid.words, step.minutes))
        yield None if in_order(chapter, *parts, apart=3) else Fault("step", " · ".join(parts))
    for material in component.materials:
        yield None if in_order(chapter, material.to(code)) else Fault("materials", material.to(code))
