"""A typical week of each phase."""

from __future__ import annotations

from generator.model.week import Day, Session, Week
from generator.views import wording
from generator.views.blocks import Block, Heading, Line, Paragraph, Run, Table, cells, line
from generator.views.book import Book
from generator.views.session_plan import place_word


def blocks(book: Book) -> list[Block]:
    """The tables of a typical week of each phase, day by day."""
    found: list[Block] = [Paragraph(line(book.label("schedules_text")))]
    for name, first, _ in book.design.weeks_by_phase():
        week = typical(book, name, first)
        if week is None:
            continue
        found.append(Heading(week_heading(book, name, week), 2, f"week-{name}"))
        groups = {group for group, phase in week.phases if phase == name}
        tables = [_day(book, day, groups) for day in week.days]
        found += [table for table in tables if table.rows]
        # An empty table would look forgotten; a clinic or a day house is closed on some days.
        without = [wording.date(book.words, day.date, "weekday")
                   for day, table in zip(week.days, tables, strict=True) if not table.rows]
        if without:
            found.append(Paragraph(line(book.label("no_sessions", days=wording.listed(book.words, without))), "small"))
    return found


def week_heading(book: Book, phase: str, week: Week) -> str:
    """Phase, number and date of a typical week."""
    return book.label("week_of", phase=book.design.phases[phase].title, number=week.number,
                      date=wording.date(book.words, week.starts))


def typical(book: Book, phase: str, first: int) -> Week | None:
    """A week without holidays or Ramadan, after the phase's first, that is like most of the phase."""
    weeks = [week for week in book.weeks if week.phase == phase or (not week.phase and phase in dict(week.phases).values())]
    plain = [week for week in weeks if not any(day.calendar.holiday or day.calendar.ramadan for day in week.days)]
    later = [week for week in plain if week.number > first]
    return next(iter(later or plain or weeks), None)


def title_of(book: Book, session: Session) -> Line:
    """What is held, and for whom where that needs saying."""
    who_for = wording.people(book.design, session, book.words)
    title = Run(wording.session_title(book.design, session, book.words), bold=True)
    return line(title, f" ({who_for})") if who_for else line(title)


def place_of(book: Book, session: Session) -> str:
    """The room, or that it is around the house or outside."""
    component = book.design.components[session.component].component
    return book.programme.rooms[session.room].title.to(book.language) if session.room \
        else wording.sentence(book.words.label(place_word(component)))


def _day(book: Book, day: Day, groups: set[str]) -> Table:
    """The sessions of one day for the groups of one phase."""
    sessions = [session for session in day.sessions if groups & set(session.groups)]
    alone = [session for session in sessions if session.resident is not None]
    entries = [(session.start, _held(book, session)) for session in sessions if session.resident is None]
    if alone:
        entries.append((min(session.start for session in alone), (_one_to_one(book, alone),)))
    rows = [row for _, held in sorted(entries, key=lambda e: (e[0], e[1][0][1][0].text)) for row in held]
    return Table((book.label("time"), wording.date(book.words, day.date, "weekday"), book.label("who"),
                  book.label("where")), tuple(rows), (3, 5, 4, 4))


def _held(book: Book, session: Session) -> tuple[tuple[Line, ...], ...]:
    """A session with all who lead it, and below it what is offered beside it, which needs somebody and a room as well."""
    staff, rooms = book.programme.staff, book.programme.rooms
    leaders = [staff[name].title.to(book.language) for name in (session.lead, session.co_lead) if name]
    rows = [cells(wording.span(book.words, session.start, session.end), title_of(book, session),
                  wording.listed(book.words, leaders), place_of(book, session))]
    other = book.design.components[session.component].component.alternative
    if other and session.other_lead:
        rows.append(cells("", f"{book.words.label('weekly_schedule.or')} {other.title.to(book.language)}",
                          staff[session.other_lead].title.to(book.language),
                          rooms[session.other_room].title.to(book.language) if session.other_room else ""))
    return tuple(rows)


def _one_to_one(book: Book, sessions: list[Session]) -> tuple[Line, ...]:
    """A day's one-to-one work in one row: which, from when until when, with how many. Who with whom stands on the wall."""
    titles = dict.fromkeys(wording.session_title(book.design, session, book.words) for session in sessions)
    people = {(session.groups, session.resident) for session in sessions}
    hours = wording.span(book.words, min(session.start for session in sessions), max(session.end for session in sessions))
    return cells(hours, line(Run(book.label("one_to_one"), bold=True), " ", ", ".join(titles)),
                 book.label("one_to_one_with", count=len(people)), wording.sentence(book.label("private_room")))
