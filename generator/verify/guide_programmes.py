"""The guide's pages about the programme: when it begins, how long it is, for how many; its phases, weeks and components."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.documents import Laid
from generator.verify import GUIDE, Fault
from generator.verify.html_rows import Section, article_of, sections_of
from generator.verify.read import squeezed
from generator.views import wording

UNIT = GUIDE
FILES = ("programmes/index.html", "programmes/*/index.html")


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    sections = sections_of(article_of(path))
    title = laid.design.programme.title.to(laid.words.code) if laid.design.programme.title else laid.design.name
    weeks = laid.words.label("programme.weeks", count=laid.design.weeks)
    if len(inside.parts) == 2:
        rows = [row for section in sections for row in section.rows]
        stands = any(row[0] == title and squeezed(weeks) in squeezed(row[-1]) for row in rows if row)
        yield None if stands else Fault("programme", f"{title} · {weeks}")
        return
    yield from _facts(sections, weeks, laid)
    of = {section.anchor: section.rows for section in sections}
    yield from _rows("phase", of.get("phases", []), [
        (laid.design.phases[name].title.to(laid.words.code), wording.weeks(laid.words, first, last))
        for name, first, last in laid.design.weeks_by_phase()])
    yield from _rows("week", of.get("weeks", []), [
        (laid.words.label("week", number=week.number),
         f"{wording.date(laid.words, week.days[0].date, 'short')} – {wording.date(laid.words, week.days[-1].date)}",
         wording.phase(laid.design, week, laid.words)) for week in laid.weeks])
    yield from _rows("minutes", [[row[0], row[-1]] for row in of.get("components", []) if row], [
        (planned.component.title.to(laid.words.code), wording.minutes(laid.words, *planned.lengths))
        for planned in laid.design.components.values()])


def _facts(sections: Sequence[Section], weeks: str, laid: Laid) -> Iterator[Fault | None]:
    programme, label = laid.design.programme, laid.words.label
    facts = next((section.facts for section in sections if section.facts), {})
    residents = label("programme.residents", count=sum(group.size for group in programme.groups.values()))
    for key, value in (("starts", wording.date(laid.words, programme.starts) if programme.starts else ""),
                       ("length", weeks), ("size", residents), ("edition", programme.edition or "")):
        found = facts.get(label(f"programme.{key}"), "")
        # Where residents come and go, how long one of them stays follows the number of weeks.
        same = squeezed(value) in squeezed(found) if key == "length" else squeezed(found) == squeezed(value)
        yield None if same else Fault(key, value, found)


def _rows(what: str, found: Sequence[Sequence[str]], wanted: Sequence[tuple[str, ...]]) -> Iterator[Fault | None]:
    """Row by row: as many as there are, each the same."""
    yield None if len(found) == len(wanted) else Fault("count", str(len(wanted)), str(len(found)))
    for row, said in zip(wanted, found, strict=False):
        same = list(map(squeezed, row)) == list(map(squeezed, said))
        yield None if same else Fault(what, " · ".join(row), " · ".join(said))
