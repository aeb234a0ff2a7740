"""Activities as cards, pillar by pillar: what the editions for residents and for families share."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from generator.model.design import Planned
from generator.views import wording
from generator.views.blocks import Block, Card, Fact, Heading, Paragraph, line
from generator.views.book import Book
from generator.views.component_chapter import how_often, in_weeks


def by_pillar(book: Book, card: Callable[[str], Card | None]) -> list[Block]:
    """The cards of the programme's activities under the titles of their pillars; what is held in the first phase only leads."""
    found: list[Block] = []
    first = {phase for phase, _, _ in list(book.design.weeks_by_phase())[:1]}
    ordered = sorted(book.design.components.items(), key=lambda entry: set(entry[1].component.phases) != first)
    for pillar, entry in book.design.catalogue.pillars.items():
        cards = [(planned, made) for name, planned in ordered
                 if planned.component.pillar == pillar and (made := card(name))]
        if cards:
            found += [Heading(entry.title.to(book.language), 2, f"pillar-{pillar}"),
                      Paragraph(line(entry.told(book.edition.reader).to(book.language)), "small")]
        for planned, made in cards:
            found += [Heading(planned.component.title.to(book.language), 3, planned.name), made]
    return found


def how_long(book: Book, planned: Planned) -> Fact:
    component = planned.component
    rhythm = how_often(book.words, component, planned.settings.rotation)
    if component.phases == ("aftercare",) and component.mode == "individual" and book.programme.aftercare:
        rhythm = book.label("as_in_aftercare", chapter=book.chapter_title("aftercare"))
    elif component.how_often.as_needed:
        rhythm = ""  # “as needed” would be wrong of medicine; what is told of the activity says when
    text = ", ".join(filter(None, (wording.minutes(book.words, *planned.lengths), rhythm)))
    weeks = in_weeks(book.words, planned, book.design.weeks, early=2) or _in_weeks_of_its_phases(book, planned)
    return Fact("clock", book.label("how_long"), wording.sentence(text + weeks))


def _in_weeks_of_its_phases(book: Book, planned: Planned) -> str:
    """``, pekan 1–4`` of what is held again and again but in some phases only, where all go through them together."""
    often = planned.component.how_often
    if book.programme.weeks or planned.settings.weeks or often.once or not often.a_week:
        return ""
    held = [(first, last) for phase, first, last in book.design.weeks_by_phase() if phase in planned.component.phases]
    if not held or any(last + 1 != first for (_, last), (first, _) in pairwise(held)):
        return ""
    first, last = held[0][0], held[-1][1]
    return f", {wording.weeks(book.words, first, last)}" if first > 2 or last < book.design.weeks else ""


def with_whom(book: Book, planned: Planned) -> Fact:
    component, size = planned.component, planned.component.group_size
    if component.mode == "individual":
        text = book.label("alone_with")
    elif component.mode == "community":
        text = book.label("whole_house")
    else:
        # A house of ten has no group of forty.
        residents = sum(group.size for group in book.programme.groups.values())
        most = min(size.most, residents) if component.participants == "residents" else size.most
        text = book.label("in_a_group", least=size.least, most=max(size.least, most))
    return Fact("people", book.label("with_whom"), wording.sentence(text))


def who_leads(book: Book, planned: Planned) -> Fact:
    roles, led = book.design.catalogue.roles, planned.component.led_by
    names = [roles[name].title.to(book.language) for name in led.roles if name in roles
             and any(name in (post.role, *post.also) for post in book.programme.staff.values())]
    names = names or [roles[name].title.to(book.language) for name in led.roles if name in roles]
    return Fact("leader", book.label("who_leads"), wording.sentence(wording.either(book.words, names)))
