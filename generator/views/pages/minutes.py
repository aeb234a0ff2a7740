"""Where a resident's time goes, in the guide: a chart on the programme's page, and all numbers on a page of their own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import Words
from generator.model.design import Design
from generator.views import wording
from generator.views.blocks import Block, Figure, Heading, Page, Paragraph, Run, Table, cells, line
from generator.views.minutes import MinutesTable, MinutesView


def minutes_path(design: Design) -> str:
    return f"programmes/{design.name}/minutes"


def minutes_summary(design: Design, view: MinutesView, words: Words) -> Iterator[Block]:
    """The chart for the programme's own page; nothing where no session is held."""
    chart = view.sections[0].chart
    if chart:
        yield Heading(view.title, 2, "minutes")
        yield Figure(chart, view.definition[0])
        yield Paragraph(line(Run(words.label("minutes_view.more"), to=minutes_path(design))))


def minutes_page(design: Design, view: MinutesView, words: Words) -> Page:
    """Every chart and every table."""
    blocks: list[Block] = [Paragraph(line(view.definition[0]), "lead")]
    for number, section in enumerate(view.sections, 1):
        blocks.append(Heading(section.title, 2, f"part-{number}"))
        if section.chart:
            blocks.append(Figure(section.chart, section.chart.description))
        if number == 1:
            blocks += [Paragraph(line(sentence), "small") for sentence in view.definition[1:]]
        for table in section.tables:
            if table.title != section.title:
                blocks.append(Heading(table.title, 3, f"part-{number}-{table.kind}"))
            blocks += [table_of(table, words)] if table.series else []
    title = f"{view.title}: {view.programme}"
    return Page(minutes_path(design), title, view.definition[0], tuple(blocks), 0)


def table_of(table: MinutesTable, words: Words) -> Table:
    """Pillars stand by their letters, as in the chart above."""
    sums = table.kind == "pillar"
    header = (table.first, *(series.letter or series.title for series in table.series))
    rows = tuple(cells(wording.sentence(row.label), *map(str, row.values), *([str(row.total)] if sums else []))
                 for row in table.rows)
    return Table((*header, words.label("minutes_view.total")) if sums else header, rows)
