"""The pages of a programme in the guide: what it is, its components, and each of its dated weeks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.language import Words
from generator.model.design import Design, Verdict
from generator.model.week import Day, Session, Week
from generator.views import wording
from generator.views.blocks import (
    Block,
    Bullets,
    Facts,
    Heading,
    Jump,
    Line,
    Note,
    Page,
    PageBlock,
    Paragraph,
    PartEnd,
    PartStart,
    Run,
    Table,
    cells,
    joined,
    line,
    lines,
)
from generator.views.component_chapter import how_often, to_component
from generator.views.criteria import sums, verdict_line
from generator.views.minutes import MinutesView, minutes
from generator.views.pages.minutes import minutes_page, minutes_summary
from generator.views.pages.programmes import length
from generator.views.session_plan import place_word
from generator.views.sheets.guide_code import week_page
from generator.views.sheets.remarks import night_rest, remarks
from generator.views.topic import topic_title


def programme_pages(design: Design, weeks: Sequence[Week], verdicts: Sequence[Verdict], words: Words) -> Iterator[Page]:
    """A programme's own pages: what it is, its components, its minutes, and each of its dated weeks."""
    spent = minutes(design, weeks, words)
    yield _programme(design, weeks, verdicts, spent, words)
    if weeks:
        yield minutes_page(design, spent, words)
    for week in weeks:
        yield _week(design, week, weeks[-1].number, words)


def _programme(
    design: Design, weeks: Sequence[Week], verdicts: Sequence[Verdict], spent: MinutesView, words: Words
) -> Page:
    programme, language = design.programme, words.code
    organisation = programme.organisation
    assert organisation is not None and programme.starts is not None and programme.target is not None
    title = f"{programme.title.to(language) if programme.title else design.name}, {organisation.name}"
    blocks: list[Block] = []
    if programme.example:
        blocks.append(Note(words.label("handbook.example"), (line(programme.example.to(language)),), "warning"))
    blocks += [
        Paragraph(line(programme.target.who.to(language)), "lead"),
        Facts((
            (words.label("programme.starts"), wording.date(words, programme.starts)),
            (words.label("programme.length"), length(design, words)),
            (words.label("programme.size"), words.label("programme.residents",
                                                        count=sum(g.size for g in programme.groups.values()))),
            (words.label("programme.edition"), programme.edition or ""),
        )),
        Heading(words.label("programme.phases"), 2, "phases"),
        Table((words.label("handbook.phase"), words.label("handbook.weeks")), tuple(
            cells(line(Run(design.phases[name].title.to(language), to=f"phases/{name}")),
                  wording.weeks(words, first, last))
            for name, first, last in design.weeks_by_phase()), (2, 3)),
        Heading(words.label("programme.weekly"), 2, "weeks"),
        Table((words.label("programme.week"), words.label("programme.dates"), words.label("handbook.phase")), tuple(
            cells(line(Run(words.label("week", number=week.number), to=_week_path(design, week))),
                  f"{wording.date(words, week.days[0].date, 'short')} – {wording.date(words, week.days[-1].date)}",
                  wording.phase(design, week, words))
            for week in weeks), (1, 3, 2)),
        *minutes_summary(design, spent, words),
        Heading(words.label("programme.components"), 2, "components"),
        Table((words.label("index.component"), words.label("facts.how_often"), words.label("index.minutes")), tuple(
            cells(line(to_component(name, planned.component, words)),
                  how_often(words, planned.component, planned.settings.rotation),
                  wording.minutes(words, *planned.lengths))
            for name, planned in design.components.items()), (3, 2, 1)),
        Heading(words.label("programme.standards"), 2, "standards"),
        Paragraph(line(words.label("handbook.standards_sums", all=len(verdicts), sums=sums(verdicts, words)))),
        Table((words.label("handbook.criterion"), words.label("handbook.statement"), words.label("handbook.how_met")),
              tuple(cells(v.name.upper(), v.criterion.statement.to(language), verdict_line(v, words))
                    for v in verdicts), (1, 5, 5)),
    ]
    return Page(f"programmes/{design.name}/index", title, programme.target.who.to(language), tuple(blocks))


def _week_path(design: Design, week: Week) -> str:
    return week_page(design.name, week.number)


def _week(design: Design, week: Week, last: int, words: Words) -> Page:
    language = words.code
    title = words.label("weekly_schedule.title", number=week.number)
    phase = wording.phase(design, week, words)
    dates = f"{wording.date(words, week.days[0].date, 'short')} – {wording.date(words, week.days[-1].date)}"
    links: list[str | Run] = []
    for number, key in ((week.number - 1, "previous"), (week.number + 1, "next")):
        if 1 <= number <= last:
            links += [" · "] if links else []
            links.append(Run(words.label(f"programme.{key}", number=number),
                             to=week_page(design.name, number)))
    days = [_day(design, day, words) for day in week.days]
    names = [wording.sentence(wording.date(words, day.date, "day")) for day in week.days]
    to_days = [Run(name, to=f"{week_page(design.name, week.number)}#{day.date.isoformat()}")
               for name, day in zip(names, week.days, strict=True)]
    blocks: list[PageBlock] = [
        Paragraph(line(f"{phase} · {dates}"), "lead"), Paragraph(line(*links), "on-screen"),
        Jump(line(words.label("component.jump"), " ", *joined(to_days))),
        Bullets(lines((*night_rest(week, words), *remarks(design, week, words)))),
        PartStart(week_class(max(len(day.rows) for day in days)))]
    for name, day, table in zip(names, week.days, days, strict=True):
        heading = f"{name} · {day.calendar.holiday.to(language)}" if day.calendar.holiday else name
        blocks += [PartStart("day"), Heading(heading, 2, day.date.isoformat()), table, PartEnd()]
    blocks.append(PartEnd())
    # Fifty pages of clock times would bury the component somebody searches for.
    return Page(_week_path(design, week), f"{title}, {phase}", f"{title}: {dates}", tuple(blocks), 0)


def week_class(rows: int) -> str:
    """How a week is set on its one sheet of paper: the fullest day decides the type."""
    return "week few" if rows <= 18 else "week some" if rows <= 24 else "week many" if rows <= 28 else "week most"


def _day(design: Design, day: Day, words: Words) -> Table:
    language = words.code
    rows: list[tuple[int, tuple[Line, ...]]] = [
        (slot.start, cells(wording.span(words, slot.start, slot.end), wording.slot(design, slot, words), "", ""))
        for slot in day.frame
    ]
    alone: dict[tuple[int, int, str], list[Session]] = {}
    for session in day.sessions:
        if session.resident is None:
            rows.append((session.start, _session_row(design, session, words)))
        else:
            alone.setdefault((session.start, session.end, session.component), []).append(session)
    for (start, end, name), sessions in alone.items():
        numbers = ", ".join(wording.resident(design, s, words) for s in sessions)
        leads = ", ".join(dict.fromkeys(design.programme.staff[s.lead].title.to(language) for s in sessions))
        rows.append((start, cells(
            wording.span(words, start, end),
            line(to_component(name, design.components[name].component, words), f" ({numbers})"), leads,
            words.label("handbook.private_room"))))
    ordered = sorted(rows, key=lambda row: (row[0], row[1][1][0].text))
    return Table((words.label("handbook.time"), words.label("handbook.what"), words.label("handbook.who"),
                  words.label("handbook.where")), tuple(row for _, row in ordered), (2, 4, 3, 3))


def _session_row(design: Design, session: Session, words: Words) -> tuple[Line, ...]:
    language = words.code
    staff, rooms = design.programme.staff, design.programme.rooms
    component = design.components[session.component].component
    title = wording.session_title(design, session, words)
    what: list[str | Run] = [Run(title, bold=True, to=f"components/{session.component}")]
    if topic := topic_title(component, session, words):
        what.append(f": {topic}")
    if component.alternative and session.other_lead:
        what.append(f" ({words.label('weekly_schedule.or')} {component.alternative.title.to(language)})")
    if who := wording.people(design, session, words):
        what.append(f" ({who})")
    leads = [staff[n].title.to(language) for n in (session.lead, session.co_lead) if n]
    where = rooms[session.room].title.to(language) if session.room else words.label(place_word(component))
    return cells(wording.span(words, session.start, session.end), line(*what), ", ".join(leads), where)
