"""The generated pages of the guide: components, indexes, vocabulary, and the programme's weeks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.language import Words
from generator.model.catalogue import Component
from generator.model.design import Catalogue, Design, Verdict
from generator.model.week import Day, Session, Week
from generator.views import wording
from generator.views.blocks import (
    Block,
    Bullets,
    Facts,
    Heading,
    Line,
    Note,
    Page,
    Paragraph,
    Run,
    Table,
    cells,
    line,
    lines,
)
from generator.views.component_chapter import component_chapter, how_often
from generator.views.reference_list import reference_lines
from generator.views.session_plan import place_word
from generator.views.weekly_schedule import remarks


def catalogue_pages(catalogue: Catalogue, words: Words, used_in: Mapping[str, Sequence[Design]]) -> Iterator[Page]:
    """Every page that the catalogue alone makes. ``used_in`` tells which programmes run a component."""
    for name, component in catalogue.components.items():
        yield _component(catalogue, name, component, words, used_in.get(name, ()))
    yield _all_components(catalogue, words)
    for name, pillar in catalogue.pillars.items():
        found = {n: c for n, c in catalogue.components.items() if c.pillar == name}
        yield _index(f"pillars/{name}", pillar.title.to(words.code), pillar.description.to(words.code), found, words)
    for name in catalogue.phases:
        found = {n: c for n, c in catalogue.components.items() if name in c.phases}
        yield _phase(catalogue, name, found, words)
    yield _glossary(catalogue, words)
    yield _references(catalogue, words)
    yield _red_list(catalogue, words)
    yield _roles(catalogue, words)
    yield _frame_of_reference(catalogue, words)


def programme_pages(design: Design, weeks: Sequence[Week], verdicts: Sequence[Verdict], words: Words) -> Iterator[Page]:
    """A programme's own pages: what it is, its components, and each of its dated weeks."""
    yield _programme(design, weeks, verdicts, words)
    for week in weeks:
        yield _week(design, week, weeks[-1].number, words)


def programmes_page(designs: Sequence[Design], words: Words) -> Page:
    """All programmes of this guide; hand-written pages link here, whatever programmes a house has."""
    blocks: list[Block] = [Paragraph(line(words.label("programme.all_text")), "lead")]
    if designs:
        rows = []
        for design in designs:
            programme = design.programme
            title = programme.title.to(words.code) if programme.title else design.name
            rows.append(cells(
                line(Run(title, to=f"programmes/{design.name}/index")),
                programme.organisation.name if programme.organisation else "",
                words.label("programme.weeks", count=design.weeks)))
        blocks.append(Table((words.label("programme.programme"), words.label("programme.organisation"),
                             words.label("programme.length")), tuple(rows), (4, 3, 2)))
    else:
        blocks.append(Paragraph(line(words.label("programme.none"))))
    return Page("programmes/index", words.label("programme.all"), words.label("programme.all_text"), tuple(blocks))


def _to_component(name: str, component: Component, words: Words) -> Run:
    return Run(component.title.to(words.code), to=f"components/{name}")


def _component(
    catalogue: Catalogue, name: str, component: Component, words: Words, used_in: Sequence[Design]
) -> Page:
    language = words.code
    blocks: list[Block] = list(component_chapter(catalogue, name, component, words))
    places: list[Line] = [
        line(words.label("component.in_pillar"), " ",
             Run(catalogue.pillars[component.pillar].title.to(language), to=f"pillars/{component.pillar}"))
    ]
    phases: list[str | Run] = []
    for phase in component.phases:
        phases += [", "] if phases else []
        phases.append(Run(catalogue.phases[phase].title.to(language), to=f"phases/{phase}"))
    places.append(line(words.label("component.in_phases"), " ", *phases))
    for design in used_in:
        title = design.programme.title.to(language) if design.programme.title else design.name
        organisation = design.programme.organisation.name if design.programme.organisation else ""
        places.append(line(words.label("component.in_programme"), " ",
                           Run(f"{title}, {organisation}", to=f"programmes/{design.name}/index")))
    blocks += [Heading(words.label("component.see_also"), 2, "see-also"), Bullets(tuple(places))]
    return Page(f"components/{name}", component.title.to(language), component.purpose.to(language), tuple(blocks), 2.0)


def _rows(components: Mapping[str, Component], words: Words) -> tuple[tuple[Line, ...], ...]:
    ordered = sorted(components.items(), key=lambda item: item[1].title.to(words.code).lower())
    return tuple(
        cells(line(_to_component(name, component, words)), component.purpose.to(words.code),
              wording.minutes(words, component.minutes))
        for name, component in ordered
    )


def _table(components: Mapping[str, Component], words: Words) -> Table:
    return Table((words.label("index.component"), words.label("index.purpose"), words.label("index.minutes")),
                 _rows(components, words), (2, 4, 1))


def _index(path: str, title: str, description: str, components: Mapping[str, Component], words: Words) -> Page:
    blocks: list[Block] = [Paragraph(line(description), "lead")]
    blocks.append(_table(components, words) if components else Paragraph(line(words.label("index.none"))))
    return Page(path, title, description, tuple(blocks))


def _phase(catalogue: Catalogue, name: str, components: Mapping[str, Component], words: Words) -> Page:
    phase, language = catalogue.phases[name], words.code
    blocks: list[Block] = [Paragraph(line(phase.description.to(language)), "lead")]
    if phase.aims:
        blocks += [Heading(words.label("index.aims"), 2, "aims"), Bullets(lines(a.to(language) for a in phase.aims))]
    if phase.move_on_when:
        blocks += [Heading(words.label("index.move_on"), 2, "move-on"),
                   Bullets(lines(m.to(language) for m in phase.move_on_when), "tick")]
    blocks += [Heading(words.label("index.components"), 2, "components"),
               _table(components, words) if components else Paragraph(line(words.label("index.none")))]
    return Page(f"phases/{name}", phase.title.to(language), phase.description.to(language), tuple(blocks))


def _all_components(catalogue: Catalogue, words: Words) -> Page:
    blocks: list[Block] = [Paragraph(line(words.label("index.all_text", count=len(catalogue.components))), "lead")]
    for name, pillar in catalogue.pillars.items():
        found = {n: c for n, c in catalogue.components.items() if c.pillar == name}
        if found:
            blocks += [Heading(f"{pillar.letter} · {pillar.title.to(words.code)}", 2, name), _table(found, words)]
    title = words.label("index.all")
    return Page("components/index", title, words.label("index.all_text", count=len(catalogue.components)), tuple(blocks))


def _glossary(catalogue: Catalogue, words: Words) -> Page:
    language = words.code
    other = "en" if language == "id" else "id"
    blocks: list[Block] = [Paragraph(line(words.label("glossary.text")), "lead")]
    for group in ("people", "substances", "system", "house"):
        terms = sorted(((n, t) for n, t in catalogue.glossary.terms.items() if t.group == group),
                       key=lambda item: item[1].term.to(language).lower())
        if not terms:
            continue
        blocks.append(Heading(words.label(f"glossary.{group}"), 2, group))
        rows = []
        for _, term in terms:
            remark = [words.label(f"glossary.{key}") for key in ("preferred", "legal_only")
                      if getattr(term, key)]
            also = words.label("glossary.also", names=", ".join(term.synonyms)) if term.synonyms else ""
            rows.append(cells(
                line(Run(term.term.to(language), bold=True), f" ({term.term.to(other)})"),
                line(" ".join([term.definition.to(language), *remark])), also))
        blocks.append(Table((words.label("glossary.term"), words.label("glossary.meaning"),
                             words.label("glossary.search")), tuple(rows), (2, 4, 2)))
    return Page("glossary", words.label("glossary.title"), words.label("glossary.text"), tuple(blocks))


def _references(catalogue: Catalogue, words: Words) -> Page:
    language = words.code
    blocks: list[Block] = [Paragraph(line(words.label("references.text")), "lead"),
                           Heading(words.label("references.grades"), 2, "grades")]
    blocks.append(Bullets(tuple(
        line(Run(grade.title.to(language), bold=True), ": ", grade.description.to(language))
        for grade in catalogue.evidence_grades.values())))
    blocks.append(Heading(words.label("references.list"), 2, "list"))
    for key, text in reference_lines(catalogue.references, words):
        blocks += [Heading(key, 3, key.lower()), Paragraph(text[1:])]
    return Page("references", words.label("references.title"), words.label("references.text"), tuple(blocks), 0.3)


def _red_list(catalogue: Catalogue, words: Words) -> Page:
    language = words.code
    blocks: list[Block] = [Paragraph(line(words.label("red_list.text")), "lead")]
    for kind in ("practice", "claim", "stigma"):
        entries = [e for e in catalogue.red_list.values() if e.kind == kind]
        if not entries:
            continue
        blocks.append(Heading(words.label(f"red_list.{kind}"), 2, kind))
        blocks.append(Table(
            (words.label("red_list.never"), words.label("red_list.why"), words.label("red_list.instead")),
            tuple(cells(line(Run(e.title.to(language), bold=True)), e.why.to(language), e.instead.to(language))
                  for e in entries), (2, 3, 3)))
    return Page("red-list", words.label("red_list.title"), words.label("red_list.text"), tuple(blocks), 1.5)


def _roles(catalogue: Catalogue, words: Words) -> Page:
    language = words.code
    blocks: list[Block] = [Paragraph(line(words.label("roles.text")), "lead")]
    for kind in ("staff", "resident", "outside"):
        entries = {n: r for n, r in catalogue.roles.items() if r.kind == kind}
        if not entries:
            continue
        blocks.append(Heading(words.label(f"roles.{kind}"), 2, kind))
        for name, role in entries.items():
            blocks += [Heading(role.title.to(language), 3, name), Paragraph(line(role.description.to(language)))]
            if role.qualification:
                blocks.append(Facts(((words.label("facts.qualification"), role.qualification.to(language)),)))
            if role.tasks:
                blocks.append(Bullets(lines(t.to(language) for t in role.tasks)))
            if role.safeguards:
                blocks.append(Note(words.label("handbook.safeguards"), lines(t.to(language) for t in role.safeguards)))
    return Page("roles", words.label("roles.title"), words.label("roles.text"), tuple(blocks))


def _frame_of_reference(catalogue: Catalogue, words: Words) -> Page:
    """Dimensions, relapse factors, 4S and 5P: the views by which Indonesian houses describe a programme."""
    language = words.code
    blocks: list[Block] = [Paragraph(line(words.label("views.text")), "lead")]
    groups = (
        ("dimensions", catalogue.dimensions), ("relapse_factors", catalogue.relapse_factors),
        ("4S", {n: s for n, s in catalogue.structures.items() if s.family == "4S"}),
        ("5P", {n: s for n, s in catalogue.structures.items() if s.family == "5P"}),
    )
    for key, entries in groups:
        blocks.append(Heading(words.label(f"views.{key}"), 2, key.lower().replace("_", "-")))
        for name, entry in entries.items():
            blocks += [Heading(entry.title.to(language), 3, name), Paragraph(line(entry.description.to(language)))]
            if getattr(entry, "safe_use", None):
                blocks.append(Paragraph(line(Run(words.label("views.safe_use"), bold=True), " ",
                                             entry.safe_use.to(language))))  # type: ignore[attr-defined]
            found: list[str | Run] = []
            for component_name, component in catalogue.components.items():
                if name in (*component.dimensions, *component.relapse_factors, *component.structures):
                    found += [", "] if found else []
                    found.append(_to_component(component_name, component, words))
            if found:
                blocks.append(Paragraph(line(words.label("views.components"), " ", *found), "small"))
    return Page("views", words.label("views.title"), words.label("views.text"), tuple(blocks))


def _programme(design: Design, weeks: Sequence[Week], verdicts: Sequence[Verdict], words: Words) -> Page:
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
            (words.label("programme.length"), words.label("programme.weeks", count=design.weeks)),
            (words.label("programme.size"), words.label("programme.residents",
                                                        count=sum(g.size for g in programme.groups.values()))),
            (words.label("programme.edition"), programme.edition or ""),
        )),
        Heading(words.label("programme.phases"), 2, "phases"),
        Table((words.label("handbook.phase"), words.label("handbook.weeks")), tuple(
            cells(line(Run(design.catalogue.phases[name].title.to(language), to=f"phases/{name}")),
                  wording.weeks(words, first, last))
            for name, first, last in design.weeks_by_phase()), (2, 3)),
        Heading(words.label("programme.weekly"), 2, "weeks"),
        Table((words.label("programme.week"), words.label("programme.dates"), words.label("handbook.phase")), tuple(
            cells(line(Run(words.label("week", number=week.number), to=_week_path(design, week))),
                  f"{wording.date(words, week.days[0].date, 'short')} – {wording.date(words, week.days[-1].date)}",
                  design.catalogue.phases[week.phase].title.to(language))
            for week in weeks), (1, 3, 2)),
        Heading(words.label("programme.components"), 2, "components"),
        Table((words.label("index.component"), words.label("facts.how_often"), words.label("index.minutes")), tuple(
            cells(line(_to_component(name, planned.component, words)), how_often(words, planned.component),
                  wording.minutes(words, planned.minutes))
            for name, planned in design.components.items()), (3, 2, 1)),
        Heading(words.label("programme.standards"), 2, "standards"),
        Table((words.label("handbook.criterion"), words.label("handbook.statement"), words.label("handbook.verdict")),
              tuple(cells(v.name.upper(), v.criterion.statement.to(language), words.label(f"verdicts.{v.status}"))
                    for v in verdicts), (1, 6, 2)),
    ]
    return Page(f"programmes/{design.name}/index", title, programme.target.who.to(language), tuple(blocks))




def _week_path(design: Design, week: Week) -> str:
    return f"programmes/{design.name}/week-{week.number:02d}"


def _week(design: Design, week: Week, last: int, words: Words) -> Page:
    language = words.code
    title = words.label("weekly_schedule.title", number=week.number)
    phase = design.catalogue.phases[week.phase].title.to(language)
    dates = f"{wording.date(words, week.days[0].date, 'short')} – {wording.date(words, week.days[-1].date)}"
    links: list[str | Run] = []
    for number, key in ((week.number - 1, "previous"), (week.number + 1, "next")):
        if 1 <= number <= last:
            links += [" · "] if links else []
            links.append(Run(words.label(f"programme.{key}", number=number),
                             to=f"programmes/{design.name}/week-{number:02d}"))
    blocks: list[Block] = [Paragraph(line(f"{phase} · {dates}"), "lead"), Paragraph(line(*links)),
                           Bullets(lines(remarks(design, week, words)))]
    for day in week.days:
        name = wording.sentence(wording.date(words, day.date, "day"))
        heading = f"{name} · {day.calendar.holiday.to(language)}" if day.calendar.holiday else name
        blocks += [Heading(heading, 2, day.date.isoformat()), _day(design, day, words)]
    # Fifty pages of clock times would bury the component somebody searches for.
    return Page(_week_path(design, week), f"{title}, {phase}", f"{title}: {dates}", tuple(blocks), 0)


def _day(design: Design, day: Day, words: Words) -> Table:
    language = words.code
    rows: list[tuple[int, tuple[Line, ...]]] = [
        (slot.start, cells(wording.span(words, slot.start, slot.end), slot.title.to(language), "", ""))
        for slot in day.frame
    ]
    alone: dict[tuple[int, int, str], list[Session]] = {}
    for session in day.sessions:
        if session.resident is None:
            rows.append((session.start, _session_row(design, session, words)))
        else:
            alone.setdefault((session.start, session.end, session.component), []).append(session)
    for (start, end, name), sessions in alone.items():
        numbers = ", ".join(words.label("resident_number", number=f"{s.resident:02d}") for s in sessions)
        leads = ", ".join(dict.fromkeys(design.programme.staff[s.lead].title.to(language) for s in sessions))
        rows.append((start, cells(
            wording.span(words, start, end),
            line(_to_component(name, design.components[name].component, words), f" ({numbers})"), leads,
            words.label("handbook.private_room"))))
    ordered = sorted(rows, key=lambda row: (row[0], row[1][1][0].text))
    return Table((words.label("handbook.time"), words.label("handbook.what"), words.label("handbook.who"),
                  words.label("handbook.where")), tuple(row for _, row in ordered), (2, 4, 3, 3))


def _session_row(design: Design, session: Session, words: Words) -> tuple[Line, ...]:
    language = words.code
    staff, rooms = design.programme.staff, design.programme.rooms
    component = design.components[session.component].component
    what: list[str | Run] = [Run(component.title.to(language), bold=True, to=f"components/{session.component}")]
    if component.topics and session.topic:
        what.append(f": {component.topics[(session.topic - 1) % len(component.topics)].title.to(language)}")
    if component.alternative and session.other_lead:
        what.append(f" ({words.label('weekly_schedule.or')} {component.alternative.title.to(language)})")
    leads = [staff[n].title.to(language) for n in (session.lead, session.co_lead) if n]
    where = rooms[session.room].title.to(language) if session.room else words.label(place_word(component))
    return cells(wording.span(words, session.start, session.end), line(*what), ", ".join(leads), where)
