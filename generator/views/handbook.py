"""The programme handbook, staff edition: everything the house runs on, in one book of blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.language import Text, Words
from generator.model.design import Design, Verdict
from generator.model.programme import Policy
from generator.model.week import Day, Week
from generator.views import wording
from generator.views.blocks import (
    Block,
    Break,
    Bullets,
    Facts,
    Heading,
    Line,
    Note,
    Paragraph,
    Run,
    Table,
    cells,
    deeper,
    line,
    lines,
)
from generator.views.component_chapter import component_chapter
from generator.views.reference_list import reference_lines
from generator.views.session_plan import place_word


@dataclass(frozen=True)
class HandbookView:
    """A book: cover, then blocks. Headings of level 1 are chapters."""

    language: str
    title: str
    edition_title: str
    organisation: str
    address: str
    permit: str
    edition: str
    starts: str
    colour: str
    logo: str
    """File name of the logo, or empty."""
    example: str
    contents_title: str
    blocks: tuple[Block, ...]
    words: dict[str, str]


def handbook(design: Design, weeks: Sequence[Week], verdicts: Sequence[Verdict], words: Words) -> HandbookView:
    """The staff edition in one language."""
    programme, language = design.programme, words.code
    organisation = programme.organisation
    assert organisation is not None and programme.starts is not None
    book = _Book(design, weeks, verdicts, words)
    return HandbookView(
        language=language,
        title=programme.title.to(language) if programme.title else design.name,
        edition_title=words.label("handbook.staff_edition"),
        organisation=organisation.name,
        address=organisation.address.to(language) if organisation.address else "",
        permit=organisation.permit.to(language) if organisation.permit else "",
        edition=words.label("edition", edition=programme.edition or ""),
        starts=words.label("handbook.starts", date=wording.date(words, programme.starts)),
        colour=organisation.brand.colour,
        logo=organisation.brand.logo or "",
        example=programme.example.to(language) if programme.example else "",
        contents_title=words.label("handbook.contents"),
        blocks=tuple(block for chapter in book.chapters() for block in chapter()),
        words={key: value for key, value in words.branch("handbook").items() if isinstance(value, str)},
    )


OWN_PAGE = ("rights", "emergency", "philosophy", "day", "schedules", "people", "rules", "components", "aftercare",
            "standards", "glossary", "references")


class _Book:
    """The chapters of the staff edition, in reading order; rights and emergencies come first."""

    def __init__(self, design: Design, weeks: Sequence[Week], verdicts: Sequence[Verdict], words: Words) -> None:
        self.design, self.weeks, self.verdicts, self.words = design, weeks, verdicts, words
        self.programme, self.language = design.programme, words.code

    def chapters(self) -> tuple[Callable[[], list[Block]], ...]:
        return (
            self.about, self.rights, self.emergency, self.medicines, self.philosophy, self.target, self.phases,
            self.day, self.schedules, self.people, self.rules, self.components, self.aftercare, self.evaluation,
            self.standards, self.glossary, self.references,
        )

    def label(self, key: str, **args: object) -> str:
        return self.words.label(f"handbook.{key}", **args)

    def said(self, texts: Iterable[Text]) -> tuple[Line, ...]:
        return lines(text.to(self.language) for text in texts)

    def chapter(self, key: str) -> list[Block]:
        """A chapter's opening; those that are hung up or handed out alone begin on a page of their own."""
        heading = Heading(self.label(f"chapters.{key}"), 1, key)
        return [Break(), heading] if key in OWN_PAGE else [heading]

    def policy(self, key: str, level: int = 2) -> list[Block]:
        policy: Policy | None = getattr(self.programme.policies, key)
        if policy is None:
            return []
        blocks: list[Block] = [Heading(self.words.label(f"policies.{key}"), level, f"policy-{key.replace('_', '-')}"),
                               Bullets(self.said(policy.says))]
        if policy.responsible and policy.responsible in self.design.catalogue.roles:
            title = self.design.catalogue.roles[policy.responsible].title.to(self.language)
            blocks.append(Paragraph(line(self.label("responsible", role=title)), "small"))
        return blocks

    def about(self) -> list[Block]:
        blocks: list[Block] = [*self.chapter("about")]
        if self.programme.example:
            blocks.append(Note(self.label("example"), (line(self.programme.example.to(self.language)),), "warning"))
        blocks += [
            Paragraph(line(self.label("about_text"))),
            Note(self.words.label("review.title"), (line(self.label("about_review")),), "warning"),
            Paragraph(line(self.label("about_print"))),
        ]
        return blocks

    def rights(self) -> list[Block]:
        organisation = self.programme.organisation
        assert organisation is not None
        rows = [(self.label("inside"), organisation.complaints_inside.to(self.language))] \
            if organisation.complaints_inside else []
        rows += [(self.label("outside"), place.to(self.language)) for place in organisation.complaints_outside]
        blocks = [*self.chapter("rights"), *self.policy("rights"), *self.policy("complaints")]
        if rows:
            blocks.append(Facts(tuple(rows)))
        return [*blocks, *self.policy("leave"), *self.policy("consent"), *self.policy("confidentiality"),
                *self.policy("family_contact")]

    def emergency(self) -> list[Block]:
        organisation = self.programme.organisation
        assert organisation is not None
        blank = self.label("blank")
        hospital = organisation.hospital.to(self.language) if organisation.hospital else blank
        return [
            *self.chapter("emergency"),
            Facts(((self.label("ambulance"), organisation.emergency_phone or blank), (self.label("hospital"), hospital),
                   (self.label("hospital_phone"), blank), (self.label("duty_phone"), organisation.phone or blank))),
            *self.policy("emergency"), *self.policy("overdose"), *self.policy("suicide"), *self.policy("relapse"),
        ]

    def medicines(self) -> list[Block]:
        return [*self.chapter("medicines"), *self.policy("medication"), *self.policy("drug_tests")]

    def philosophy(self) -> list[Block]:
        blocks: list[Block] = [*self.chapter("philosophy")]
        blocks += [Paragraph(text) for text in self.said(self.programme.philosophy)]
        blocks.append(Note(self.label("evidence"), (line(self.label(f"evidence_texts.{self.programme.model}")),)))
        return blocks

    def target(self) -> list[Block]:
        target = self.programme.target
        assert target is not None
        blocks: list[Block] = [*self.chapter("target"), Paragraph(line(target.who.to(self.language)))]
        if target.not_yet:
            blocks += [Heading(self.label("not_yet"), 2, "not-yet"), Bullets(self.said(target.not_yet))]
        return blocks

    def phases(self) -> list[Block]:
        blocks: list[Block] = [*self.chapter("phases"), Table(
            (self.label("phase"), self.label("weeks"), self.label("aims")),
            tuple(
                cells(line(Run(phase.title.to(self.language), bold=True)), wording.weeks(self.words, first, last),
                      "; ".join(a.to(self.language) for a in phase.aims) or phase.description.to(self.language))
                for name, first, last in self.design.weeks_by_phase()
                for phase in (self.design.phases[name],)
            ), (2, 2, 5),
        )]
        for name, _, _ in self.design.weeks_by_phase():
            phase = self.design.phases[name]
            if phase.move_on_when:
                blocks += [Heading(self.label("moves_on", phase=phase.title), 2, f"moves-on-{name}"),
                           Bullets(self.said(phase.move_on_when), "tick")]
        return blocks

    def day(self) -> list[Block]:
        blocks: list[Block] = [*self.chapter("day"), Paragraph(line(self.label("day_text")))]
        shown: set[str] = set()
        for week in self.weeks:
            for day in week.days:
                if day.day_type not in shown:
                    shown.add(day.day_type)
                    blocks += [
                        Heading(self.programme.day_types[day.day_type].title.to(self.language), 2, f"day-{day.day_type}"),
                        self._frame(day),
                    ]
        return blocks

    def _frame(self, day: Day) -> Table:
        return Table((self.label("time"), self.label("what")), tuple(
            cells(wording.span(self.words, slot.start, slot.end), wording.slot(self.design, slot, self.words))
            for slot in day.frame
        ), (1, 4), caption=wording.date(self.words, day.date))

    def schedules(self) -> list[Block]:
        blocks: list[Block] = [*self.chapter("schedules"), Paragraph(line(self.label("schedules_text")))]
        for name, first, _ in self.design.weeks_by_phase():
            week = self._typical(name, first)
            if week is None:
                continue
            blocks.append(Heading(self.label(
                "week_of", phase=self.design.phases[name].title, number=week.number,
                date=wording.date(self.words, week.starts)), 2, f"week-{name}"))
            groups = {group for group, phase in week.phases if phase == name}
            tables = [self._day(day, groups) for day in week.days]
            blocks += [table for table in tables if table.rows]
            # An empty table would look forgotten; a clinic or a day house is closed on some days.
            without = [wording.date(self.words, day.date, "weekday")
                       for day, table in zip(week.days, tables, strict=True) if not table.rows]
            if without:
                blocks.append(Paragraph(line(self.label("no_sessions", days=wording.listed(self.words, without))), "small"))
        return blocks

    def _typical(self, phase: str, first: int) -> Week | None:
        """A week without holidays, after the phase's first, that is like most of the phase."""
        weeks = [week for week in self.weeks if week.phase == phase or (not week.phase and phase in dict(week.phases).values())]
        plain = [week for week in weeks if not any(day.calendar.holiday for day in week.days)]
        later = [week for week in plain if week.number > first]
        return next(iter(later or plain or weeks), None)

    def _day(self, day: Day, groups: set[str]) -> Table:
        """The sessions of one day for the groups of one phase."""
        staff, rooms = self.programme.staff, self.programme.rooms
        sessions = [session for session in day.sessions if groups & set(session.groups)]
        rows: list[tuple[Line, ...]] = []
        alone: dict[tuple[int, int, str], list[str]] = {}
        for session in sessions:
            title = wording.session_title(self.design, session, self.words)
            if session.resident is not None:
                alone.setdefault((session.start, session.end, title), []).append(
                    wording.resident(self.design, session, self.words))
        entries: list[tuple[int, tuple[Line, ...]]] = []
        for session in sessions:
            if session.resident is None:
                who_for = wording.people(self.design, session, self.words)
                component = self.design.components[session.component].component
                where = rooms[session.room].title.to(self.language) if session.room \
                    else self.words.label(place_word(component))
                entries.append((session.start, cells(
                    wording.span(self.words, session.start, session.end),
                    line(Run(wording.session_title(self.design, session, self.words), bold=True),
                         *([f" ({who_for})"] if who_for else [])),
                    staff[session.lead].title.to(self.language), where)))
        for (start, end, title), who in alone.items():
            entries.append((start, cells(wording.span(self.words, start, end), title, ", ".join(who),
                                         self.label("private_room"))))
        rows = [row for _, row in sorted(entries, key=lambda e: (e[0], e[1][1][0].text))]
        return Table((self.label("time"), wording.date(self.words, day.date, "weekday"), self.label("who"),
                      self.label("where")), tuple(rows), (3, 5, 4, 4))

    def people(self) -> list[Block]:
        roles = self.design.catalogue.roles
        blocks: list[Block] = [*self.chapter("people"), Table(
            (self.label("post"), self.label("role"), self.label("available")),
            tuple(
                cells(person.title.to(self.language), roles[person.role].title.to(self.language),
                      "; ".join(f"{self._days(h.days)} {wording.span(self.words, *h.hours)}" for h in person.available))
                for person in self.programme.staff.values()
            ), (3, 3, 4),
        )]
        used = list(dict.fromkeys(person.role for person in self.programme.staff.values()))
        residents = sorted({p.component.led_by.resident for p in self.design.components.values()
                            if p.component.led_by.resident})
        for name in [*used, *residents]:
            role = roles[name]
            blocks += [Heading(role.title.to(self.language), 2, f"role-{name}"),
                       Paragraph(line(role.description.to(self.language)))]
            if role.tasks:
                blocks.append(Bullets(self.said(role.tasks)))
            if role.safeguards:
                blocks.append(Note(self.label("safeguards"), self.said(role.safeguards)))
        return blocks

    def _days(self, days: Sequence[str]) -> str:
        return self.label("to").join([self.words.label(f"days.{days[0]}"), self.words.label(f"days.{days[-1]}")]) \
            if len(days) > 2 and _in_a_row(days) else ", ".join(self.words.label(f"days.{day}") for day in days)

    def rules(self) -> list[Block]:
        blocks = [*self.chapter("rules"), *self.policy("rules")]
        sanctions = self.programme.policies.sanctions
        if sanctions:
            blocks += [*self.policy("sanctions"), Bullets(self.said(sanctions.ladder), "number")]
        blocks += self.policy("forbidden")
        practices = [e for e in self.design.catalogue.red_list.values() if e.kind == "practice"]
        if practices:
            blocks += [Heading(self.label("red_list"), 2, "red-list"), Note(
                self.label("red_list_never"), tuple(line(Run(e.title.to(self.language), bold=True)) for e in practices),
                "danger")]
            blocks.append(Table((self.label("never"), self.label("instead")), tuple(
                cells(e.title.to(self.language), e.instead.to(self.language)) for e in practices), (1, 1)))
        for key in ("safeguarding", "searches", "work", "fees"):
            blocks += self.policy(key)
        return blocks

    def components(self) -> list[Block]:
        catalogue = self.design.catalogue
        blocks: list[Block] = [*self.chapter("components"), Paragraph(line(self.label("components_text")))]
        for reason, text in sorted(self.design.left_out.items()):
            title = catalogue.components[reason].title.to(self.language)
            blocks.append(Paragraph(line(self.label("left_out", title=title), " ", text.to(self.language)), "small"))
        for pillar, entry in catalogue.pillars.items():
            chosen = [p for p in self.design.components.values() if p.component.pillar == pillar]
            if not chosen:
                continue
            if any(isinstance(block, Heading) and block.anchor.startswith("pillar-") for block in blocks):
                blocks.append(Break())
            blocks += [Heading(entry.title.to(self.language), 1, f"pillar-{pillar}"),
                       Paragraph(line(entry.description.to(self.language)))]
            for planned in chosen:
                blocks.append(Heading(planned.component.title.to(self.language), 2, planned.name))
                blocks += deeper(component_chapter(catalogue, planned.name, planned.component, self.words,
                                                   planned.minutes), 1, planned.name)
        return blocks

    def aftercare(self) -> list[Block]:
        blocks: list[Block] = [*self.chapter("aftercare"), Note(
            self.label("overdose"), (line(self.label("overdose_text")),), "danger")]
        blocks.append(Table(
            (self.label("week_after"), self.label("contact"), self.label("what")),
            tuple(cells(self.words.label("week", number=c.week), self.words.label(f"contacts.{c.mode}"),
                        c.title.to(self.language)) for c in self.programme.aftercare), (2, 2, 6)))
        return blocks

    def evaluation(self) -> list[Block]:
        blocks: list[Block] = [*self.chapter("evaluation"), Table(
            (self.label("measure"), self.label("when")),
            tuple(cells(m.title.to(self.language), "; ".join(t.to(self.language) for t in m.times))
                  for m in self.programme.measures.values()), (3, 2))]
        return [*blocks, *(Paragraph(text) for text in self.said(self.programme.evaluation))]

    def standards(self) -> list[Block]:
        return [*self.chapter("standards"), Paragraph(line(self.label("standards_text"))), Table(
            (self.label("criterion"), self.label("statement"), self.label("verdict")),
            tuple(
                cells(verdict.name.upper(), verdict.criterion.statement.to(self.language),
                      self.words.label(f"verdicts.{verdict.status}"))
                for verdict in self.verdicts
            ), (1, 6, 2))]

    def glossary(self) -> list[Block]:
        terms = sorted(self.design.catalogue.glossary.terms.values(), key=lambda t: t.term.to(self.language).lower())
        return [*self.chapter("glossary"), Table(
            (self.label("term"), self.label("meaning")),
            tuple(cells(line(Run(t.term.to(self.language), bold=True)), t.definition.to(self.language)) for t in terms),
            (1, 3))]

    def references(self) -> list[Block]:
        used = {key for p in self.design.components.values() for key in p.component.evidence.references}
        grades = self.design.catalogue.evidence_grades.values()
        return [
            *self.chapter("references"), Paragraph(line(self.label("grades"))),
            Bullets(tuple(line(Run(g.title.to(self.language), bold=True), ": ", g.description.to(self.language))
                          for g in grades)),
            Bullets(tuple(text for key, text in reference_lines(self.design.catalogue.references, self.words)
                          if key in used)),
        ]


def _in_a_row(days: Sequence[str]) -> bool:
    order = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    first = order.index(days[0])
    return tuple(days) == order[first : first + len(days)]
