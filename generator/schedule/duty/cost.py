"""What makes a post's week good or bad: the rules it keeps, its share of nights and weekends, and changes of shift.

Lower costs are better. The wishes are weighed against one another here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from generator.model.week import DAY
from generator.schedule.duty.needs import DutyTask, Need, Post

UNIT = 60
"""One shift more than a fair share, as the shares are counted."""

WEIGHTS = {"nights": 10, "weekends": 7, "shifts": 12}
"""Measure → cost of one shift more or less than a fair share; two cost four times as much, three nine times."""

ANOTHER_KIND = 45
"""Cost of a further kind of shift in somebody's week."""

FORWARD = 4
"""Added where the next day brings a later kind: morning, then afternoon."""

BACK = 20
"""Added where it brings an earlier one: afternoon, then morning."""

STRETCH = 7
"""Cost of each stretch of working days: single days on and single days off tire."""

Kept = Mapping[Need, Sequence[str]]
"""Need → names of the posts that keep it."""

Shares = Mapping[str, Mapping[str, int]]
"""Measure → post → how many shifts more than its fair share it has had so far, in units."""


def counts(measure: str, need: Need) -> bool:
    """Whether a shift counts for ``nights``, ``weekends`` or ``shifts``."""
    return need.is_night if measure == "nights" else need.is_weekend if measure == "weekends" else True


def fair_shares(task: DutyTask, needs: Iterable[Need], measure: str) -> dict[str, int]:
    """How much of these needs each post should carry, in units: each need goes to those who may keep it, by their hours.

    A place that is a woman's or a man's goes to the women or the men alone.
    """
    shares = {post.name: Fraction(0) for post in task.posts}
    for need in needs:
        if not counts(measure, need):
            continue
        able = [post for post in task.posts if post.name in task.may[need]]
        for sex in (*need.sexes, *[None] * (need.people - len(need.sexes))):
            those = [post for post in able if sex is None or post.counts_as(sex)]
            for post in those:
                shares[post.name] += Fraction(UNIT * post.minutes_most, sum(other.minutes_most for other in those))
    return {name: int(share) for name, share in shares.items()}


class Weighing:
    """One week about to be made: what each possible week of each post costs, after what was before it."""

    def __init__(self, task: DutyTask, needs: Sequence[Need], before: Kept, shares: Shares) -> None:
        self.task, self._first = task, needs[0].day
        self._known: dict[tuple[object, ...], int | None] = {}
        self._posts = {post.name: post for post in task.posts}
        self._had = {post.name: [need for need in sorted(before) if post.name in before[need]] for post in task.posts}
        fair = {measure: fair_shares(task, needs, measure) for measure in WEIGHTS}
        self._owed = {post.name: {measure: shares[measure][post.name] - fair[measure][post.name] for measure in WEIGHTS}
                      for post in task.posts}

    def cost(self, name: str, mine: Sequence[Need]) -> int | None:
        """What a week costs its post; nothing if a rule or the post's hours forbid it."""
        key = name, *((need.day, need.shift) for need in mine)
        if key not in self._known:
            had = self._had[name]
            allowed = all(name in self.task.may[need] for need in mine) and keeps_rules(
                self.task, self._posts[name], had, mine)
            self._known[key] = _cost(mine, self._owed[name], bool(had) and had[-1].day == self._first - 1) if allowed else None
        return self._known[key]


def keeps_rules(task: DutyTask, post: Post, had: Sequence[Need], mine: Sequence[Need]) -> bool:
    """Whether somebody may work this week, in the order of its days, after what he or she had before it."""
    if any(after.day == need.day or after.start - need.end < task.rest for need, after in pairwise([*had[-1:], *mine])):
        return False
    if sum(need.minutes for need in mine) > post.minutes_most:
        return False
    days = {need.day for need in (*had, *mine)}
    nights = {need.day for need in (*had, *mine) if need.is_night}
    if any(_longest(these) > most for these, most in ((days, task.days_most), (nights, task.nights_most))):
        return False
    return not mine or not {mine[0].day // 7 * 7 + day for day in range(7)} <= days | {night + 1 for night in nights}


def _longest(days: set[int]) -> int:
    """How many days there are in a row."""
    longest = row = 0
    for day in sorted(days):
        row = row + 1 if day - 1 in days else 1
        longest = max(longest, row)
    return longest


def _cost(mine: Sequence[Need], owed: Mapping[str, int], worked_sunday: bool) -> int:
    cost = ANOTHER_KIND * UNIT * len({need.shift for need in mine})
    for measure, weight in WEIGHTS.items():
        cost += weight * (owed[measure] + UNIT * sum(counts(measure, need) for need in mine)) ** 2 // UNIT
    if mine:
        joined = sum(after.day == need.day + 1 for need, after in pairwise(mine)) + (worked_sunday and mine[0].day % 7 == 0)
        cost += STRETCH * UNIT * (len(mine) - joined)
    for need, after in pairwise(mine):
        if after.day == need.day + 1 and after.shift != need.shift:
            cost += (BACK if after.start - need.start < DAY else FORWARD) * UNIT
    return cost
