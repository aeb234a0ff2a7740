"""The guide's lists of components, of all, of each pillar and of each phase: which are in it, and how long each takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.documents import Laid
from generator.verify import GUIDE, Fault
from generator.verify.html_rows import article_of, sections_of
from generator.verify.read import squeezed
from generator.views import wording

UNIT = GUIDE
FILES = ("components/index.html", "pillars/*.html", "phases/*.html")


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    kind, name, code = inside.parts[0], inside.stem, laid.words.code
    chosen = [component for component in laid.design.catalogue.components.values()
              if kind == "components" or (kind == "pillars" and component.pillar == name)
              or (kind == "phases" and name in component.phases)]
    wanted = Counter((squeezed(one.title.to(code)), squeezed(wording.minutes(laid.words, one.minutes))) for one in chosen)
    rows = [row for section in sections_of(article_of(path)) for row in section.rows]
    found = Counter((squeezed(row[0]), squeezed(row[-1])) for row in rows if row)
    for row in sorted(wanted):
        yield None if found[row] >= wanted[row] else Fault("minutes", " · ".join(row))
    yield from (Fault("component", "–", " · ".join(row)) for row in sorted(found - wanted))
