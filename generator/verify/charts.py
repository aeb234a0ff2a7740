"""The charts of minutes as pictures: every part of every bar says its minutes and is as tall as that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from generator.documents import Laid
from generator.verify import Fault
from generator.verify.sums import Sums, sums, titles
from generator.views import wording

FILES = ("minutes/*.svg",)
_PART = re.compile(r'<rect[^>]* height="([\d.]+)"[^>]*><title>([^<]*)</title>')


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    by, _, group = inside.stem.partition("-")
    yield from bars(path.read_text(encoding="utf-8"), sums(laid, "pillar", by, group), laid)


def bars(drawing: str, wanted: Sums, laid: Laid) -> Iterator[Fault | None]:
    """One drawing against the sums that it shows."""
    found = {unescape(said): float(height) for height, said in _PART.findall(drawing)}
    scale: float | None = None
    for row in wanted.rows:
        total = 0
        for title, exact in zip(titles(laid, "pillar", wanted.columns), row.values, strict=True):
            ways = {number: f"{_named(row.name, laid)}, {title}: {wording.minutes(laid.words, number)}"
                    for number in (int(exact), int(exact) + 1) if abs(number - exact) < 1}
            number = next((number for number, said in ways.items() if said in found), 0)
            total += number
            if not number:
                yield None if exact < 1 else Fault("minutes", next(reversed(ways.values())))
                continue
            height = found[ways[number]]
            scale = scale or height / number
            yield None if abs(height - scale * number) < 0.02 * height + 0.1 else Fault("bar", ways[number], f"{height:g}")
        yield None if f">{total}</text>" in drawing else Fault("minutes", f"{_named(row.name, laid)}: {total}")


def _named(row: str, laid: Laid) -> str:
    """What a reader hears of a bar."""
    if row.isdigit():
        return wording.sentence(laid.words.label("week", number=row))
    return wording.sentence(laid.design.phases[row].title.to(laid.words.code) if row
                            else laid.words.label("minutes_view.all_weeks"))
