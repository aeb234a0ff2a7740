"""The guide's page of a programme's minutes: every row of every table, and every bar of every chart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.documents import Laid
from generator.verify import GUIDE, Fault
from generator.verify.charts import bars
from generator.verify.html_rows import article_of, sections_of
from generator.verify.read import squeezed
from generator.verify.sums import KINDS, Row, Sums, sums
from generator.views import wording

UNIT = GUIDE
FILES = ("programmes/*/minutes.html",)
_CHART = re.compile(r'<svg[^>]* class="chart"')


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    article = article_of(path)
    groups = list(laid.design.programme.groups)
    tables = [sums(laid, "pillar", "week"), *(sums(laid, kind, "phase") for kind in KINDS),
              *(sums(laid, kind, "week") for kind in KINDS[1:])]
    drawn = [tables[0], tables[1]]
    for group in groups if len(groups) > 1 else ():
        own = [sums(laid, kind, "week", group) for kind in KINDS]
        if own[0].rows:
            tables += own
            drawn.append(own[0])
    yield from _tables([row for section in sections_of(article) for row in section.rows], tables, laid)
    drawings = _CHART.split(article)[1:]
    for table, drawing in zip([one for one in drawn if one.columns], drawings, strict=False):
        yield from bars(drawing, table, laid)
    wanted = sum(bool(one.columns) for one in drawn)
    yield None if len(drawings) == wanted else Fault("count", str(wanted), str(len(drawings)))


def _tables(found: list[list[str]], tables: list[Sums], laid: Laid) -> Iterator[Fault | None]:
    wanted = [(table.kind == "pillar", row) for table in tables if table.columns for row in table.rows]
    yield None if len(found) == len(wanted) else Fault("count", str(len(wanted)), str(len(found)))
    for (total, row), said in zip(wanted, found, strict=False):
        title = _title(row, laid)
        numbers = [int(cell) for cell in said[1:] if cell.isdigit()]
        same = squeezed(said[0]) == squeezed(title) and len(numbers) == len(said) - 1 and row.agrees(numbers, total)
        yield None if same else Fault("minutes", f"{title}: {' '.join(f'{float(v):.0f}' for v in row.values)}", " ".join(said))


def _title(row: Row, laid: Laid) -> str:
    if row.name.isdigit():
        return row.name
    return wording.sentence(laid.design.phases[row.name].title.to(laid.words.code) if row.name
                            else laid.words.label("minutes_view.all_weeks"))
