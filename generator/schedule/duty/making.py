"""Make a roster week by week, each following on what the one before left.

Where the posts can hand the weeks they had on to one another they do: people know their turns. Other weeks are searched
anew and made better by exchanges. Where a week cannot follow on the ones before it, those are made once more with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.schedule.duty.cost import UNIT, WEIGHTS, Shares, Weighing, counts, fair_shares
from generator.schedule.duty.exchange import exchanged
from generator.schedule.duty.handed_on import Row, hand_on, rows_of
from generator.schedule.duty.model import search
from generator.schedule.duty.needs import DutyTask, Need

GOOD_ENOUGH = 1.3
"""How much worse than the weeks searched anew a week that is handed on may be."""

WEEKS_KEPT = 6
"""Weeks searched anew whose rows are handed on."""

SEARCHES = 12
"""How many weeks are searched anew although the posts could hand theirs on."""

MEMORY = 6 * UNIT
"""Shifts more or less than a fair share that are made up for; what lies beyond cannot be shared more fairly."""

HISTORY = 8
"""Days before a week that matter for its rules."""


@dataclass(frozen=True)
class Unfilled:
    """Weeks whose needs could not all be met."""

    needs: tuple[Need, ...]
    proven: bool
    """Whether it is proven that they cannot be; else the time ran out."""


class Making:
    """The roster as far as it is made."""

    def __init__(self, task: DutyTask) -> None:
        self.task = task
        self.kept: dict[Need, tuple[str, ...]] = {}
        self._shares: dict[int, Shares] = {1: {measure: {post.name: 0 for post in task.posts} for measure in WEIGHTS}}
        """Week → what everybody had before it."""
        self._rows: list[tuple[Row, ...]] = []
        self._costs: list[int] = []
        self._searches = 0
        self._impossible: set[object] = set()
        """Patterns of weeks that cannot be filled, whatever was before them."""
        self._fresh = 1
        """The first week that counts: an unfilled one cuts off what was before it."""

    def fill(self, week: int) -> Unfilled | None:
        """Make a week's roster, and if need be those before it once more."""
        needs = self.task.of_weeks(week, week)
        if self.task.pattern(needs) in self._impossible:
            return self._gap(needs, proven=True)
        if self._handed_on(week) or self._searched(week):
            return None
        back = 0
        while True:
            first = max(self._fresh, week - back)
            needs = self.task.of_weeks(first, week)
            alone = search(self.task, needs, {})
            together = alone if first == self._fresh else search(self.task, needs, self._before(first))
            if together.kept is not None:
                self._take(together.kept, first, week)
                return None
            if alone.impossible or first == self._fresh:
                return self._gap(needs, proven=alone.impossible)
            back = 2 * back + 1

    def _gap(self, needs: tuple[Need, ...], *, proven: bool) -> Unfilled:
        week = needs[-1].week
        self._fresh = week + 1
        self._shares[week + 1] = self._shares[week]
        if proven:
            self._impossible.add(self.task.pattern(needs))
        return Unfilled(needs, proven)

    def _before(self, first: int) -> dict[Need, tuple[str, ...]]:
        since = max((first - 1) * 7 - HISTORY, (self._fresh - 1) * 7)
        return {need: self.kept[need] for need in self.task.of_weeks(first - 2, first - 1) if need.day >= since}

    def _weighing(self, week: int) -> Weighing:
        return Weighing(self.task, self.task.of_weeks(week, week), self._before(week), self._shares[week])

    def _handed_on(self, week: int) -> bool:
        """Give everybody a week that somebody has had, if that fits and is fair."""
        rows = tuple(dict.fromkeys(row for rows in self._rows[-WEEKS_KEPT:] for row in rows))
        if not rows:
            return False
        kept, cost = hand_on(self.task, self.task.of_weeks(week, week), rows, self._weighing(week))
        if kept is None:
            return False
        if cost > GOOD_ENOUGH * sum(self._costs) / len(self._costs) and self._searches < SEARCHES:
            self._searches += 1
            return False
        self._take(kept, week, week)
        return True

    def _searched(self, week: int) -> bool:
        found = search(self.task, self.task.of_weeks(week, week), self._before(week))
        if found.kept is None:
            return False
        kept, cost = exchanged(self.task, found.kept, self._weighing(week))
        self._rows.append(rows_of(self.task, kept))
        self._costs.append(cost)
        self._take(kept, week, week)
        return True

    def _take(self, kept: dict[Need, tuple[str, ...]], first: int, last: int) -> None:
        self.kept.update(kept)
        for week in range(first, last + 1):
            self._shares[week + 1] = {measure: self._shares_after(week, measure) for measure in WEIGHTS}

    def _shares_after(self, week: int, measure: str) -> dict[str, int]:
        needs = [need for need in self.task.of_weeks(week, week) if counts(measure, need)]
        fair = fair_shares(self.task, needs, measure)
        return {name: max(-MEMORY, min(MEMORY, had - fair[name] + UNIT * sum(name in self.kept[need] for need in needs)))
                for name, had in self._shares[week][measure].items()}
