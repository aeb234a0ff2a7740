"""The page of all programmes: those whose weeks this guide holds, and those that are only described so far."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.language import Words
from generator.model.design import Design
from generator.views.blocks import Block, Heading, Line, Page, Paragraph, Run, Table, cells, line

ABOUT_BUILDING = "start/manager"
"""The hand-written page that tells how a programme is made."""


def programmes_page(
    built: Sequence[Design], designs: Sequence[Design], words: Words, written: Collection[str] = ()
) -> Page:
    """All programmes of this guide; hand-written pages link here, whatever programmes a house has.

    ``designs`` are all that the house has described, ``written`` the hand-written pages there are.
    """
    blocks: list[Block] = [Paragraph(line(words.label("programme.all_text")), "lead")]
    if built:
        rows = (cells(line(Run(_title(one, words), to=f"programmes/{one.name}/index")), _organisation(one),
                      length(one, words)) for one in built)
        blocks.append(Table((words.label("programme.programme"), words.label("programme.organisation"),
                             words.label("programme.length")), tuple(rows), (4, 3, 2)))
    else:
        blocks.append(Paragraph(line(words.label("programme.none"))))
    there = {one.name for one in built}
    waiting = [one for one in designs if one.name not in there]
    if waiting:
        blocks += [Heading(words.label("programme.described"), 2, "described"),
                   Paragraph(line(words.label("programme.described_text")))]
        for one in waiting:
            blocks += _described(one, words)
    if not built or waiting:
        blocks += [Heading(words.label("programme.make"), 2, "make"), Paragraph(_how(waiting, words, written))]
    return Page("programmes/index", words.label("programme.all"), words.label("programme.all_text"), tuple(blocks))


def length(design: Design, words: Words) -> str:
    """How long the timetable is; where residents come and go, also how long one of them stays."""
    weeks = words.label("programme.weeks", count=design.weeks)
    return weeks if design.stay == design.weeks else words.label("programme.weeks_stay", weeks=weeks, stay=design.stay)


def _title(design: Design, words: Words) -> str:
    return design.programme.title.to(words.code) if design.programme.title else design.name


def _organisation(design: Design) -> str:
    return design.programme.organisation.name if design.programme.organisation else ""


def _described(design: Design, words: Words) -> list[Block]:
    programme = design.programme
    told = [text.to(words.code) for text in (programme.target.who if programme.target else None, programme.example) if text]
    facts = " · ".join(fact for fact in (_organisation(design), length(design, words)) if fact)
    return [Heading(_title(design, words), 3, design.name), Paragraph(line(Run(facts, bold=True))),
            *(Paragraph(line(text)) for text in told)]


def _how(waiting: Sequence[Design], words: Words, written: Collection[str]) -> Line:
    said: list[str | Run] = [words.label("programme.make_text")]
    if waiting:
        said.append(" " + words.label("programme.make_names", names=", ".join(one.name for one in waiting)))
    if ABOUT_BUILDING in written:
        said += [" ", Run(words.label("programme.make_more"), to=ABOUT_BUILDING), "."]
    return line(*said)
