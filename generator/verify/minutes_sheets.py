"""The minutes on paper: every number of every table, in the order of the sections, against sums of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.documents import Laid
from generator.verify import Fault
from generator.verify.pdf_pages import pages_of
from generator.verify.read import squeezed
from generator.verify.sums import Row, sums

FILES = ("minutes.pdf",)
_NUMBERS = re.compile(r"^(.*?)\s*((?:\d+ )+\d+)$")


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    weekly: list[list[int]] = []
    phases: list[tuple[str, list[int]]] = []
    unit = squeezed(laid.words.label("minutes_view.unit"))
    for page in pages_of(path):
        drawn = unit in squeezed(page)  # beside the numbers of a chart by weeks stands no table
        for line in page.splitlines():
            found = _NUMBERS.match(line.strip())
            if found and found[1]:
                phases.append((squeezed(found[1]), [int(number) for number in found[2].split()]))
            elif found and not drawn:
                weekly.append([int(number) for number in found[2].split()])
    yield from _weekly(weekly, laid)
    yield from _by_phase(phases, laid)


def _weekly(found: Sequence[Sequence[int]], laid: Laid) -> Iterator[Fault | None]:
    """All rows by weeks, one table after another: pillars with their sum, then dimensions and relapse factors as one."""
    groups = list(laid.design.programme.groups)
    wanted: list[tuple[Row, bool]] = []
    for group in ["", *(groups if len(groups) > 1 else [])]:
        pillars, *aims = (sums(laid, kind, "week", group) for kind in ("pillar", "dimension", "factor"))
        wanted += [(row, True) for row in pillars.rows]
        wanted += [(Row(one.name, (*one.values, *other.values)), False)
                   for one, other in zip(aims[0].rows, aims[1].rows, strict=True)]
    yield None if len(found) == len(wanted) else Fault("count", str(len(wanted)), str(len(found)))
    for (row, total), said in zip(wanted, found, strict=False):
        same = str(said[0]) == row.name and row.agrees(said[1:], total)
        yield None if same else Fault("minutes", _said(row, total), " ".join(map(str, said)))


def _by_phase(found: Sequence[tuple[str, Sequence[int]]], laid: Laid) -> Iterator[Fault | None]:
    pillars, *aims = (sums(laid, kind, "phase") for kind in ("pillar", "dimension", "factor"))
    rows = [(row, True) for row in pillars.rows]
    rows += [(Row(one.name, (*one.values, *other.values)), False)
             for one, other in zip(aims[0].rows, aims[1].rows, strict=True)]
    for row, total in rows:
        title = laid.words.label("minutes_view.all_weeks")
        if row.name:
            title = laid.design.phases[row.name].title.to(laid.words.code)
        stands = any(name == squeezed(title) and row.agrees(said, total) for name, said in found)
        yield None if stands else Fault("minutes", f"{title}: {_said(row, total)}")


def _said(row: Row, total: bool) -> str:
    values = [*row.values, *([row.total] if total else [])]
    return " ".join([row.name, *(f"{float(value):.0f}" for value in values)]).strip()
