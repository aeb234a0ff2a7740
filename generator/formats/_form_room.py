"""Which words of a form share a line in Word, by the widths of their letters: as on the printed form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.formats._form_styles import BODY, IN_TABLE
from generator.views.forms import ItemView, Said
from generator.views.sheets.lettering import POINT, width

GAP = 2.0
"""Between two answers, in type sizes."""
BOX = 1.1
"""A box to tick with the space after it, in type sizes."""
MOST_ASKED = 0.6
"""Share of a line that a question takes at most if the answer is to be written beside it."""
SHARED = 0.45
"""Share of a line from which on an answer to tick has a line of its own."""


@dataclass(frozen=True)
class Room:
    """A line of a form, so many millimetres long."""

    across: float

    def leaves_a_line(self, asked: Said) -> bool:
        """Whether the answer has room beside its question."""
        return width(_inline(asked)) <= MOST_ASKED * self._sizes

    def holds(self, asked: Sequence[Said], boxes: Sequence[Said]) -> bool:
        """Whether question and answers stand on one line."""
        return sum(width(_inline(one)) + GAP for one in asked) + self._row(boxes) <= self._sizes

    def rows(self, boxes: Sequence[Said]) -> list[list[Said]]:
        """The answers by lines: short ones share a line, a long one has its own."""
        rows: list[list[Said]] = []
        open_row = False
        for box in boxes:
            alone = self._row([box]) > SHARED * self._sizes
            if open_row and not alone and self._row([*rows[-1], box]) <= self._sizes:
                rows[-1].append(box)
            else:
                rows.append([box])
            open_row = not alone
        return rows

    def columns(self, table: ItemView) -> list[float]:
        """Shares of the columns in percent: titles take what they need, at most twice as much as a column to write in."""
        count = len(table.columns)
        titles = [text for row in table.rows for text in (row.text, row.second)]
        if not any(titles) or count == 1:
            return [round(100 / count, 2)] * count
        head = table.columns[0]
        longest = max(*(width(text) for text in titles), width(head.text, "bold"), width(head.second, "bold"))
        share = min((longest * IN_TABLE * POINT + 6) / self.across, 2 / (count + 1)) * 100
        return [round(share, 2), *[round((100 - share) / (count - 1), 2)] * (count - 1)]

    def _row(self, boxes: Sequence[Said]) -> float:
        return sum(width(_inline(box)) + BOX for box in boxes) + GAP * (len(boxes) - 1)

    @property
    def _sizes(self) -> float:
        return self.across / (BODY * POINT)


def _inline(said: Said) -> str:
    return f"{said.text} / {said.second}" if said.second else said.text
