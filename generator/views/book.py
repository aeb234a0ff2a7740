"""What the chapters of a handbook have in common: the programme in one language, and the ways of saying things of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.language import Text, Words
from generator.model.design import Design, Verdict
from generator.model.edition import Edition
from generator.model.policies import Policy
from generator.model.programme import Programme
from generator.model.week import Week
from generator.views.blocks import Block, Bullets, Heading, Line, Note, Paragraph, Run, line, lines


@dataclass(frozen=True)
class Book:
    """A programme laid out, in one language, for one edition."""

    design: Design
    weeks: Sequence[Week]
    verdicts: Sequence[Verdict]
    words: Words
    edition: Edition

    @property
    def programme(self) -> Programme:
        return self.design.programme

    @property
    def language(self) -> str:
        return self.words.code

    def label(self, key: str, **args: object) -> str:
        """Words of the handbook."""
        return self.words.label(f"handbook.{key}", **args)

    def chapter_title(self, name: str) -> str:
        """The edition's own, or the usual one; nothing where the edition has no such chapter."""
        chapter = next((one for one in self.edition.chapters if one.chapter == name), None)
        if chapter is None:
            return ""
        return chapter.title.to(self.language) if chapter.title else self.label(f"chapters.{name}")

    def where_to_complain(self) -> list[tuple[str, str]]:
        """In the house and outside, each with a line to write its number on where none is given."""
        organisation = self.programme.organisation
        assert organisation is not None
        places = [("inside", organisation.complaints_inside)] if organisation.complaints_inside else []
        places += [("outside", place) for place in organisation.complaints_outside]
        said = [(self.label(kind), place.to(self.language)) for kind, place in places]
        return [(kind, place if any(sign.isdigit() for sign in place) else f"{place}. {self.label('number_to_write')}")
                for kind, place in said]

    def said(self, texts: Iterable[Text]) -> tuple[Line, ...]:
        return lines(text.to(self.language) for text in texts)

    def answered(self, chapter: str) -> list[Block]:
        """What the house says to criteria that only it can answer, in the first chapter where a reader looks for it; in an
        edition that tells of the criteria."""
        told = [verdict for verdict in self.verdicts if verdict.status == "answered" and verdict.criterion.judged_by == "house"
                and verdict.criterion.chapters[:1] == (chapter,)] if self.chapter_title("standards") else []
        if not told:
            return []
        return [Note(self.label("house_says"), tuple(
            line(Run(verdict.criterion.statement.to(self.language), bold=True), f" {answer.to(self.language)}")
            for verdict in told if isinstance(answer := verdict.shown[0], Text)))]

    def policy(self, key: str, level: int = 2) -> list[Block]:
        """A policy of the programme under its heading; nothing where the programme has none."""
        policy: Policy | None = getattr(self.programme.policies, key)
        if policy is None:
            return []
        blocks: list[Block] = [Heading(self.words.label(f"policies.{key}"), level, f"policy-{key.replace('_', '-')}"),
                               Bullets(self.said(policy.told(self.edition.reader)))]
        if self.edition.reader == "staff" and policy.responsible and policy.responsible in self.design.catalogue.roles:
            title = self.design.catalogue.roles[policy.responsible].title.to(self.language)
            blocks.append(Paragraph(line(self.label("responsible", role=title)), "small"))
        return blocks
