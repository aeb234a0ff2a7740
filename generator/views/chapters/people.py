"""Posts and roles."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.house import Hours, Person, TeamTimes
from generator.views import wording
from generator.views.blocks import Block, Bullets, Heading, Note, Paragraph, Table, cells, line
from generator.views.book import Book
from generator.views.chapters.who_helps import together


def blocks(book: Book) -> list[Block]:
    roles = book.design.catalogue.roles
    found: list[Block] = [Table(
        (book.label("post"), book.label("role"), book.label("available")),
        tuple(
            cells(_titled(book, person), _roles(book, person), _available(book, person))
            for person in book.programme.staff.values()
        ), (3, 3, 4),
    )]
    if book.programme.team_times:
        found += [Heading(book.label("team_times"), 2, "team-times"), Table(
            (book.label("what"), book.label("available"), book.label("who")),
            tuple(cells(times.title.to(book.language), _when(book, times), _who(book, times))
                  for times in book.programme.team_times.values()), (4, 3, 5))]
    found += _without_a_time(book)
    used = list(dict.fromkeys(role for person in book.programme.staff.values() for role in (person.role, *person.also)))
    residents = sorted({p.component.led_by.resident for p in book.design.components.values()
                        if p.component.led_by.resident})
    for name in [*used, *residents]:
        role = roles[name]
        if name == next(iter(residents), "") and _all_begin_together(book):
            found.append(Note(book.label("first_cohort"), (line(book.label("first_cohort_text")),)))
        found += [Heading(role.title.to(book.language), 2, f"role-{name}"),
                   Paragraph(line(role.description.to(book.language)))]
        if role.tasks:
            found.append(Bullets(book.said(role.tasks)))
        if role.safeguards:
            found.append(Note(book.label("safeguards"), book.said(role.safeguards)))
    return found


def _without_a_time(book: Book) -> list[Block]:
    """For each component that team times hold, such as supervision: which posts of the staff are in none of them."""
    times, roles = list(book.programme.team_times.values()), book.design.catalogue.roles
    found: list[Block] = []
    for name in dict.fromkeys(time.component for time in times if time.component):
        held = [time for time in times if time.component == name]
        with_time = {post for time in held for post in time.staff}
        others = [post.title.to(book.language) for key, post in book.programme.staff.items()
                  if key not in with_time and roles[post.role].kind == "staff" and not post.outside]
        if others and all(time.staff for time in held):
            found.append(Note(book.label("no_fixed_time", title=held[0].title),
                              (line(book.label("no_fixed_time_text", posts=together(others))),)))
    return found


def _all_begin_together(book: Book) -> bool:
    """Whether nobody has been in the house for longer than the others in its first week."""
    first = next((phase for phase, _, _ in book.design.weeks_by_phase()), None)
    return all(book.design.phase_of(group, 1) in (first, None) for group in book.programme.groups)


def _titled(book: Book, person: Person) -> str:
    title = person.title.to(book.language)
    return f"{title} ({book.label('to_be_named')})" if person.to_be_named else title


def _roles(book: Book, person: Person) -> str:
    roles = book.design.catalogue.roles
    return wording.listed(book.words, [roles[name].title.to(book.language) for name in (person.role, *person.also)])


def _available(book: Book, person: Person) -> str:
    """Its hours, with A and B weeks; for who is on the duty roster, that the roster says when."""
    duty = book.programme.duty
    if duty and person.role in duty.roles:
        return book.label("by_roster")
    return hours_said(book, person.available)


def hours_said(book: Book, available: Sequence[Hours]) -> str:
    """Days and hours of a post, or of a group that comes for some hours only."""
    return "; ".join(
        f"{_days(book, hours.days)} {wording.span(book.words, *hours.hours)}"
        + (f" ({book.label('every_weeks', count=hours.rotation.every)})" if hours.rotation else "")
        for hours in available)


def _when(book: Book, times: TeamTimes) -> str:
    said = f"{_days(book, times.days)} {wording.span(book.words, *times.hours)}"
    turn = times.rotation
    return f"{said} ({book.label('every_weeks', count=turn.every)})" if turn else said


def _who(book: Book, times: TeamTimes) -> str:
    if not times.staff:
        return book.label("everyone_at_work")
    return wording.listed(book.words, [book.programme.staff[name].title.to(book.language) for name in times.staff])


def _days(book: Book, days: Sequence[str]) -> str:
    return book.label("to").join([book.words.label(f"days.{days[0]}"), book.words.label(f"days.{days[-1]}")]) \
        if len(days) > 2 and _in_a_row(days) else ", ".join(book.words.label(f"days.{day}") for day in days)


def _in_a_row(days: Sequence[str]) -> bool:
    order = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    first = order.index(days[0])
    return tuple(days) == order[first : first + len(days)]
