"""Minutes of an average resident, counted anew from the sessions: what every table and chart of minutes must come to.

A session counts for each resident who takes part, without the way there and back; what is held alongside is not counted twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.documents import Laid

KINDS = ("pillar", "dimension", "factor")


@dataclass(frozen=True)
class Row:
    """Minutes in one week, or in an average week of one phase, exactly; ``name`` is the week's number or the phase."""

    name: str
    values: tuple[Fraction, ...]

    @property
    def total(self) -> Fraction:
        return sum(self.values, Fraction(0))

    def agrees(self, said: Sequence[int], total: bool = False) -> bool:
        """Whether whole numbers say the same; where their sum stands behind them, it is exact and they make it up."""
        if total:
            *said, whole = said
            if whole != sum(said) or whole != int(self.total + Fraction(1, 2)):
                return False
        return len(said) == len(self.values) and all(
            abs(one - exact) < 1 for one, exact in zip(said, self.values, strict=True))


@dataclass(frozen=True)
class Sums:
    """One table: the names of its columns (pillars, dimensions or relapse factors), and its rows."""

    kind: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def sums(laid: Laid, kind: str, by: str, group: str = "") -> Sums:
    """Minutes per ``kind`` by ``week`` or by ``phase``, of one group or of everybody."""
    groups = {name: one for name, one in laid.design.programme.groups.items() if group in ("", name)}
    spent: dict[tuple[int, str], dict[str, int]] = {}
    for week in laid.weeks:
        for name in (name for name, _ in week.phases if name in groups):
            spent[week.number, name] = {}
        for session in (session for session in week.sessions if not session.strand):
            for part in session.parts:
                cell = spent.get((week.number, part.group))
                if cell is not None:
                    minutes = (session.minutes - 2 * session.travel) * part.size
                    cell[session.component] = cell.get(session.component, 0) + minutes
    held = {component for cell in spent.values() for component in cell}
    serving = _serving(laid, kind)
    columns = tuple(name for name in _names(laid, kind) if serving.get(name, set()) & held)
    rows = []
    for name, cells in _rows(laid, by, spent).items():
        people = sum(groups[of].size for _, of in cells)
        rows.append(Row(name, tuple(Fraction(sum(
            minutes for cell in cells for component, minutes in spent[cell].items() if component in serving[column]), people)
            for column in columns)))
    return Sums(kind, columns, tuple(rows))


def titles(laid: Laid, kind: str, names: Sequence[str]) -> list[str]:
    catalogue = laid.design.catalogue
    of = {"pillar": catalogue.pillars, "dimension": catalogue.dimensions, "factor": catalogue.relapse_factors}[kind]
    return [of[name].title.to(laid.words.code) for name in names]


def _names(laid: Laid, kind: str) -> list[str]:
    catalogue = laid.design.catalogue
    return list({"pillar": catalogue.pillars, "dimension": catalogue.dimensions, "factor": catalogue.relapse_factors}[kind])


def _serving(laid: Laid, kind: str) -> Mapping[str, set[str]]:
    """Pillar, dimension or relapse factor → the components that serve it."""
    found: dict[str, set[str]] = {}
    for name, planned in laid.design.components.items():
        component = planned.component
        served = {"pillar": (component.pillar,), "dimension": component.dimensions, "factor": component.relapse_factors}[kind]
        for one in served:
            found.setdefault(one, set()).add(name)
    return found


def _rows(
    laid: Laid, by: str, spent: Mapping[tuple[int, str], Mapping[str, int]]
) -> Mapping[str, list[tuple[int, str]]]:
    """Row → its cells, each a week of a group; the last row of phases is of the whole programme and is called ``""``."""
    if by == "week":
        found: dict[str, list[tuple[int, str]]] = {}
        for number, group in sorted(spent, key=lambda cell: cell[0]):
            found.setdefault(str(number), []).append((number, group))
        return found
    phases = {(week.number, group): phase for week in laid.weeks for group, phase in week.phases}
    rows = {phase: [cell for cell in spent if phases[cell] == phase] for phase in laid.design.phases}
    return {**{phase: cells for phase, cells in rows.items() if cells}, "": list(spent)}
