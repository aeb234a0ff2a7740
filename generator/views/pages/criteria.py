"""The guide's page of all criteria of design: what each asks for, why, and who has the last word."""

from __future__ import annotations

from generator.language import Words
from generator.model.catalogue import Criterion
from generator.model.design import Catalogue
from generator.views.blocks import Block, Heading, Line, Page, Paragraph, Run, Table, cells, joined, line
from generator.views.component_chapter import to_component


def criteria_page(catalogue: Catalogue, words: Words) -> Page:
    blocks: list[Block] = [
        Paragraph(line(words.label("criteria.text", count=len(catalogue.standards))), "lead"),
        Paragraph(line(words.label("criteria.who")))]
    for severity in ("must", "should", "could"):
        entries = {name: one for name, one in catalogue.standards.items() if one.severity == severity}
        if entries:
            blocks += [Heading(words.label(f"criteria.{severity}"), 2, severity), Table(
                (words.label("handbook.criterion"), words.label("handbook.statement"), words.label("criteria.why")),
                tuple(cells(name.upper(), _asked(criterion, catalogue, words), criterion.why.to(words.code))
                      for name, criterion in entries.items()), (1, 6, 5))]
    return Page("criteria", words.label("criteria.title"), words.label("criteria.text", count=len(catalogue.standards)),
                tuple(blocks), 0.3)


def _asked(criterion: Criterion, catalogue: Catalogue, words: Words) -> Line:
    """What it asks for, of the house where only the house can tell, and the components that bring it."""
    asked: list[str | Run] = [criterion.statement.to(words.code)]
    if criterion.question:
        asked += [" ", Run(criterion.question.to(words.code), bold=True)]
    held = [name for name in dict.fromkeys((*criterion.components, *criterion.any_of)) if name in catalogue.components]
    if held:
        asked += [" ", words.label("criteria.components"), " ",
                  *joined(to_component(name, catalogue.components[name], words) for name in held)]
    return line(*asked)
