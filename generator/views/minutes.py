"""Minutes per pillar, dimension and relapse factor, by programme week and by phase: as numbers and as bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.language import Words
from generator.model.design import Design
from generator.model.week import Week
from generator.views import wording
from generator.views.chart import Column, Series, StackedBars, stacked_bars
from generator.views.counted import KINDS, GroupWeek, average, group_weeks, serving, whole


@dataclass(frozen=True)
class MinutesRow:
    """An average resident's minutes in one week, or in an average week of one phase."""

    label: str
    week: int
    """0 where the row is about several weeks."""
    phase: str
    """The phase by name; empty where groups are in different ones."""
    values: tuple[int, ...]
    """Whole minutes, in the order of the table's series."""
    total: int
    """Their sum; 0 where one session may count in several columns."""


@dataclass(frozen=True)
class MinutesTable:
    kind: str
    """``pillar``, ``dimension`` or ``factor``."""
    by: str
    """``week`` or ``phase``."""
    group: str
    """By name; empty for the average over all residents."""
    title: str
    first: str
    """What the first column is."""
    series: tuple[Series, ...]
    rows: tuple[MinutesRow, ...]


@dataclass(frozen=True)
class MinutesSection:
    """A chart with the tables of its numbers."""

    title: str
    chart: StackedBars | None
    tables: tuple[MinutesTable, ...]


@dataclass(frozen=True)
class MinutesView:
    """Where a resident's time goes."""

    language: str
    title: str
    organisation: str
    programme: str
    edition: str
    definition: tuple[str, ...]
    """How it is counted, in sentences."""
    sections: tuple[MinutesSection, ...]
    words: dict[str, str]

    @property
    def tables(self) -> tuple[MinutesTable, ...]:
        return tuple(table for section in self.sections for table in section.tables)


def minutes(design: Design, weeks: Sequence[Week], words: Words) -> MinutesView:
    """The figures of these weeks in one language: of all residents first, then group by group where there are several."""
    cells = group_weeks(design, weeks)
    assert design.programme.organisation is not None
    sections = list(_sections(design, cells, words))
    shown = {series.name for section in sections for table in section.tables if table.kind == "pillar"
             for series in table.series}
    silent = [pillar.title.to(words.code) for name, pillar in design.catalogue.pillars.items()
              if name in serving(design, "pillar") and name not in shown]
    definition = [words.label(f"minutes_view.{key}") for key in ("definition", "several", "not_counted")]
    if silent:
        definition.append(words.label("minutes_view.silent", names=", ".join(silent)))
    return MinutesView(
        words.code, words.label("minutes_view.title"), design.programme.organisation.name,
        design.programme.title.to(words.code) if design.programme.title else design.name,
        words.label("edition", edition=design.programme.edition or ""), tuple(definition), tuple(sections),
        {key: value for key, value in words.branch("minutes_view").items() if isinstance(value, str)})


def _sections(design: Design, cells: Sequence[GroupWeek], words: Words) -> Iterator[MinutesSection]:
    by_week = [_table(design, cells, kind, "week", "", words) for kind in KINDS]
    by_phase = [_table(design, cells, kind, "phase", "", words) for kind in KINDS]
    everybody = words.label("minutes_view.everybody")
    yield MinutesSection(by_week[0].title, _chart(design, by_week[0], cells, everybody, words), (by_week[0],))
    yield MinutesSection(words.label("minutes_view.by_phase"), _chart(design, by_phase[0], cells, everybody, words),
                         tuple(by_phase))
    yield MinutesSection(words.label("minutes_view.aims"), None, tuple(by_week[1:]))
    if len(design.programme.groups) == 1:
        return
    for name, group in design.programme.groups.items():
        own = [cell for cell in cells if cell.group == name]
        if own:
            tables = [_table(design, own, kind, by, name, words)
                      for kind, by in (("pillar", "week"), ("dimension", "week"), ("factor", "week"))]
            title = group.title.to(words.code)
            yield MinutesSection(words.label("minutes_view.of_group", group=title),
                                 _chart(design, tables[0], own, title, words), tuple(tables))


def _table(
    design: Design, cells: Sequence[GroupWeek], kind: str, by: str, group: str, words: Words
) -> MinutesTable:
    served = serving(design, kind)
    held = {name for cell in cells for name in cell.minutes}
    names = [name for name, components in served.items() if components & held]
    rows = []
    for label, week, phase, some in _rows(design, cells, by, words):
        exact = [average(some, served[name]) for name in names]
        values = whole(exact) if kind == "pillar" else tuple(whole([value])[0] for value in exact)
        rows.append(MinutesRow(label, week, phase, values, sum(values) if kind == "pillar" else 0))
    title = words.label(f"minutes_view.{kind}_{by}")
    return MinutesTable(kind, by, group, title, words.label(f"minutes_view.{by}"),
                        tuple(_series(design, kind, name, words) for name in names), tuple(rows))


def _rows(
    design: Design, cells: Sequence[GroupWeek], by: str, words: Words
) -> Iterator[tuple[str, int, str, list[GroupWeek]]]:
    """Label, week, phase and the cells of each row."""
    if by == "week":
        for week in sorted({cell.week for cell in cells}):
            some = [cell for cell in cells if cell.week == week]
            phases = {cell.phase for cell in some}
            yield str(week), week, phases.pop() if len(phases) == 1 else "", some
        return
    for name, phase in design.phases.items():
        some = [cell for cell in cells if cell.phase == name]
        if some:
            yield phase.title.to(words.code), 0, name, some
    yield words.label("minutes_view.all_weeks"), 0, "", list(cells)


def _series(design: Design, kind: str, name: str, words: Words) -> Series:
    if kind == "pillar":
        pillar = design.catalogue.pillars[name]
        return Series(name, pillar.title.to(words.code), pillar.letter, pillar.pattern, pillar.colour)
    terms = design.catalogue.dimensions if kind == "dimension" else design.catalogue.relapse_factors
    return Series(name, terms[name].title.to(words.code))


def _chart(
    design: Design, table: MinutesTable, cells: Sequence[GroupWeek], who: str, words: Words
) -> StackedBars | None:
    if not table.series or not table.rows:
        return None
    most = max(table.rows, key=lambda row: row.total)
    least = min(table.rows, key=lambda row: row.total)
    sums = [sum(values) for values in zip(*(row.values for row in table.rows), strict=True)]
    largest = table.series[sums.index(max(sums))]
    title = f"{table.title}: {who}"
    named = {row: words.label("week", number=row.week) if row.week else row.label for row in table.rows}
    return stacked_bars(
        language=words.code, name="-".join(filter(None, ("minutes", table.by, table.group))), title=title,
        description=words.label("minutes_view.description", bars=len(table.rows), by=table.first.lower(),
                                most=named[most], most_minutes=most.total, least=named[least],
                                least_minutes=least.total, largest=largest.title),
        unit=words.label("minutes_view.unit"), minutes=words.label("minutes"), series=table.series,
        columns=[Column(row.label, wording.sentence(named[row]), row.values) for row in table.rows],
        bands=_bands(design, table, words) if table.by == "week" else ())


def _bands(design: Design, table: MinutesTable, words: Words) -> list[tuple[str, int]]:
    """The phases under the weeks, where everybody is in the same one."""
    bands: list[tuple[str, int]] = []
    if len({row.phase for row in table.rows}) == 1 and not table.rows[0].phase:
        return []
    last = None
    for row in table.rows:
        if row.phase == last:
            bands[-1] = (bands[-1][0], bands[-1][1] + 1)
        else:
            title = design.phases[row.phase].title.to(words.code) if row.phase else ""
            bands.append((title, 1))
        last = row.phase
    return bands
