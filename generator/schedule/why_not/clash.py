"""Why a week cannot be: the smallest set of components that do not go together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.model.week import WeekTask
from generator.schedule.decide import Answer, Effort, decide
from generator.schedule.pairs import Pair, only, pair_of, pairs_of
from generator.schedule.shortages import shortages
from generator.schedule.ways import AT_ONCE, SEEN_SOON

__all__ = ["Clash", "Pair", "fits", "only", "pair_of", "pairs_of", "smallest_clash", "why_not"]

EFFORT = 0.2
"""Deterministic seconds for finding a clash; most take a hundredth of it."""

FOR_ALL = 0.08
"""The same for making one of the whole week smaller where no post, room, group or day clashes by itself: little comes of it."""

PER_QUESTION, AGAIN = 0.015, 0.06
"""Deterministic seconds for one question on the way, enough for most proofs, and for those at the end: what stays open is taken
to fit, and asked again then."""


@dataclass(frozen=True)
class Clash:
    """Components that cannot all be in one week; nothing if none was found."""

    pairs: tuple[Pair, ...]
    smallest: bool = True
    """Whether leaving any one of them out is known to make the rest fit."""
    asked: int = 0
    """Questions put to the solver on the way."""


@dataclass
class _Asked:
    """What has been answered so far; a part of what fits fits as well."""

    task: WeekTask
    effort: Effort
    answers: dict[frozenset[Pair], Answer] = field(default_factory=dict)

    def about(self, pairs: Sequence[Pair], most: float = PER_QUESTION) -> Answer:
        """Whether these fit."""
        key = frozenset(pairs)
        if key in self.answers and (self.answers[key] is not Answer.OPEN or most <= PER_QUESTION):
            return self.answers[key]
        if any(answer is Answer.FITS and key <= other for other, answer in self.answers.items()):
            return Answer.FITS
        if any(answer is Answer.CLASHES and key >= other for other, answer in self.answers.items()):
            return Answer.CLASHES
        part = only(self.task, key)
        answer = self.answers[key] = decide(part, self.effort, most).answer
        return answer

    def is_seen_to_clash(self, pairs: Sequence[Pair]) -> bool:
        """Whether a short look at their times shows that these do not fit."""
        if decide(only(self.task, pairs), self.effort, AT_ONCE, ways=SEEN_SOON).answer is not Answer.CLASHES:
            return False
        self.answers[frozenset(pairs)] = Answer.CLASHES
        return True


def why_not(task: WeekTask, effort: Effort | None = None, *, known: Answer | None = None) -> Clash:
    """The smallest clash of a week that cannot be held, or that nobody could decide: what is ``known`` of it.

    The set is halved again and again (QuickXplain), for solver cores are not minimal. A question the solver leaves open
    counts as "fits" on the way: the set found is then still a clash, though perhaps not the smallest.
    """
    effort = effort or Effort(EFFORT / 4 if known is Answer.OPEN else EFFORT)
    asked = _Asked(task, effort, {frozenset(pairs_of(task)): known} if known else {})
    pairs = _clashing_part(asked)
    if not pairs:
        return Clash((), asked=effort.asked)
    if len(pairs) == len(pairs_of(task)):
        asked.effort = Effort(min(effort.left, FOR_ALL))
        clash = _smallest(asked, pairs)
        effort.left -= min(effort.left, FOR_ALL) - asked.effort.left
        effort.asked += asked.effort.asked
        return replace(clash, asked=effort.asked)
    return _smallest(asked, pairs)


def _smallest(asked: _Asked, pairs: list[Pair]) -> Clash:
    """What is left of a clash when nothing more can be spared from it."""
    pairs = sorted(_halves(asked, [], False, pairs))
    while True:  # what stayed open on the way may have been a smaller clash
        without = {one: asked.about([pair for pair in pairs if pair != one], AGAIN) for one in pairs}
        spare = next((one for one in pairs if without[one] is Answer.CLASHES), None)
        if spare is None:
            return Clash(tuple(pairs), all(answer is Answer.FITS for answer in without.values()), asked.effort.asked)
        pairs.remove(spare)


def smallest_clash(task: WeekTask) -> tuple[Pair, ...]:
    """The components of the smallest clash; none if the week fits, or nothing could be shown."""
    return why_not(task).pairs


def fits(task: WeekTask) -> bool:
    """Whether any week keeps all the rules."""
    effort = Effort(EFFORT)
    return decide(task, effort, EFFORT).answer is Answer.FITS


def _clashing_part(asked: _Asked) -> list[Pair]:
    """A set that is known to clash: what is wanted of something that is short, one alone, a part of the week, or all of it."""
    short = shortages(asked.task)
    if short:
        return list(short[0].pairs)
    whole = pairs_of(asked.task)
    for pair in whole:
        if asked.about([pair]) is Answer.CLASHES:
            return [pair]
    # A part nearly as large as the week would stay as open as the week; the smaller ones are soon answered.
    few = len(asked.task.sittings) / 2
    parts = [part for part in _parts(asked.task) if len(only(asked.task, part).sittings) <= few]
    if asked.answers.get(frozenset(whole)) is Answer.CLASHES:
        return next((part for part in parts if asked.is_seen_to_clash(part)), whole)
    if part := next((part for part in parts if asked.about(part) is Answer.CLASHES), None):
        return part
    # What is known of the whole week was asked with more effort than there is for it here.
    return whole if frozenset(whole) not in asked.answers and asked.about(whole, AGAIN) is Answer.CLASHES else []


def _parts(task: WeekTask) -> list[list[Pair]]:
    """What one post, one room or one group is wanted for, or must lie on one day, the smallest part first."""
    parts: dict[tuple[str, str], set[Pair]] = defaultdict(set)
    for sitting in task.sittings:
        for kind, names in (("post", (*sitting.leads, *sitting.co_leads, *sitting.other_leads)),
                            ("room", (*sitting.rooms, *sitting.other_rooms)), ("group", sitting.groups)):
            for name in names:
                parts[kind, name].add(pair_of(sitting.key))
        if len({span.day for span in sitting.spans}) == 1:
            parts["day", str(sitting.spans[0].day)].add(pair_of(sitting.key))
    found = {frozenset(part) for part in parts.values()}
    return [sorted(part) for part in sorted(found, key=lambda part: (len(part), sorted(part)))]


def _halves(asked: _Asked, kept: list[Pair], grown: bool, rest: list[Pair]) -> list[Pair]:
    """The smallest part of ``rest`` that clashes together with ``kept``; kept and rest together are known to clash."""
    if grown and asked.about(kept) is Answer.CLASHES:
        return []
    if len(rest) == 1:
        return rest
    middle = len(rest) // 2
    first, second = rest[:middle], rest[middle:]
    of_second = _halves(asked, [*kept, *first], bool(first), second)
    return [*_halves(asked, [*kept, *of_second], bool(of_second), first), *of_second]
