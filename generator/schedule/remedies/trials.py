"""Re-plan and re-solve one week under one change after another, to see which of them let it be held."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.model.design import Design
from generator.model.week import Placement, WeekTask
from generator.schedule.checker import violations
from generator.schedule.decide import PER_CHOICE, Answer, Decision, Effort, decide, put_in
from generator.schedule.pairs import Pair, only, pair_of, pairs_of
from generator.schedule.remedies.changes import task_under
from generator.schedule.remedies.family import SKIPPED, Family, Proposal
from generator.schedule.remedies.proposals import families
from generator.schedule.remedies.taking_part import leaves_somebody_out
from generator.schedule.shortages import all_shortages
from generator.schedule.task import WeekPlan
from generator.schedule.ways import AT_A_GLANCE, FOR_LONGER, SEEN_SOON, THOROUGHLY
from generator.schedule.why_not.clash import why_not

if TYPE_CHECKING:
    from generator.schedule.forward import Tried

LEAST, ENOUGH = 3, 6
"""How many remedies are looked for with some trouble, and how many are enough that ask for nothing new."""

SOON, A_WHILE, PER_WEEK = 0.006, 0.02, 0.06
"""Deterministic seconds for one trial on the whole week: at first, from nothing, and where it was not decided then."""

MOST_STEPS = 3
"""Changes made together where none helps alone."""

MOST_LEFT_OUT = 3
"""Components of a large clash that are left out by turns to see which one holds it."""

MOST_AGAIN = 4
"""Families that are tried again for longer."""

SIDE_BY_SIDE = 2
"""Families tried at the same time: most of it is the solver's work, and two processors are busy."""

KINDS = ("moved", "called-out", "event-moved", "wider", "more-days", "other-room", "set-up-room", "capacity", "whole",
         "together", "apart", "meeting", "other-lead", "unpinned", "divided", "longer-day", "not-on-such-days",
         "missed-in-part", SKIPPED, "shorter-way", "shorter", "less-often", "day-less", "without-time", "any-sex", "left-out",
         "closed", "leave", "more-hours", "longer-hours", "more-workdays", "hours-when-needed", "more-posts", "new-post",
         "more-rooms")
"""The order of remedies that cost the same."""

HIRED = ("more-posts", "new-post")
"""Kinds of change that cost the most."""

LIKELIEST = ("more-hours", "more-posts")
"""What is tried first for a week without a known reason: it frees the most, and the others begin from the week it leads to."""

Rank = tuple[bool, int, int]
"""Whether hours, a post or a room are asked for that are not there, minutes of sessions lost, and the kind."""


Proposing = Callable[[Design, WeekPlan, WeekTask, Sequence[str]], Iterable[Family]]
"""Changes for some components, their part of a week, that might make it fit."""


@dataclass(frozen=True)
class Offer:
    """A proposal that was tried out, with the week it leads to."""

    rank: Rank
    kind: str
    proposals: tuple[Proposal, ...]
    task: WeekTask
    placements: tuple[Placement, ...]


@dataclass
class Trials:
    """Re-plan and re-solve one week, again and again."""

    plan: WeekPlan
    aside: frozenset[Pair]
    effort: Effort
    minutes: int
    near: Mapping[str, Placement]
    large: bool
    undecided: bool
    weeks: int
    """Of the programme: what is lost in one of them alone weighs that much less."""
    proposing: Proposing = families
    left: int = 0
    """Sessions that had no place when most had theirs, in the week ``near``; none where that is not known."""
    tried: int = 0

    @cached_property
    def wanted(self) -> WeekTask:
        """The week without what other reasons ask remedies for."""
        return only(self.plan.task, [pair for pair in pairs_of(self.plan.task) if pair not in self.aside])

    def offers(self, design: Design, pairs: Sequence[Pair]) -> list[Offer]:
        """Every family that helps, as far as the effort goes.

        What changes most comes first: if anything helps, it does, and its week is where the search for the others begins.
        What costs nobody anything and frees much time comes before it.
        """
        found: list[Offer] = []
        families = self.most_first(design, pairs)
        if self.undecided:
            families = sorted(families, key=lambda entry: entry[1].kind not in LIKELIEST)
        if self.large and (held := self.holding(pairs)):
            mine = self.most_first(design, held)
            families = [*mine, *(entry for entry in families if entry[1].kind not in {family.kind for _, family in mine})]
        for again in (False, True):
            waiting: list[tuple[Rank, Family]] = []
            rest = iter(families)
            while not self.effort.is_spent and not (again and len(found) >= LEAST):
                for_nothing = sum(not offer.rank[0] for offer in found) >= ENOUGH  # what asks for more would come after these
                some = list(itertools.islice((entry for entry in rest if not (for_nothing and entry[1].new)), SIDE_BY_SIDE))
                if not some:
                    break
                for entry, (answer, offer) in zip(some, self.beside([family for _, family in some], pairs, again), strict=True):
                    found += [offer] if offer else []
                    waiting += [entry] if answer is Answer.OPEN else []
            families = waiting[:MOST_AGAIN]
        return found

    def beside(
        self, families: Sequence[Family], pairs: Sequence[Pair], again: bool
    ) -> list[tuple[Answer, Offer | None]]:
        """Families tried at the same time, all from the same week; the last one found is where the next ones begin."""
        trials = [replace(self, effort=Effort(self.effort.left), tried=0) for _ in families]
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            found = list(pool.map(lambda trial, family: trial.of(family, pairs, again), trials, families))
        before = self.near
        for trial in trials:
            self.near = trial.near if trial.near is not before else self.near
            self.tried += trial.tried
            self.effort.asked += trial.effort.asked
        self.effort.left -= sum(self.effort.left - trial.effort.left for trial in trials) / SIDE_BY_SIDE
        return found

    def most_first(self, design: Design, pairs: Sequence[Pair]) -> list[tuple[Rank, Family]]:
        return sorted(self.ranked(design, pairs), key=lambda entry: (
            entry[1].kind not in ("called-out", SKIPPED), entry[0][0], -entry[0][1], entry[0][2]))

    def holding(self, pairs: Sequence[Pair]) -> Sequence[Pair]:
        """Of a large clash, the largest first, the one component without which the whole week fits, if it is seen soon.

        The week without it is where the search for remedies begins.
        """
        for pair in pairs[:MOST_LEFT_OUT]:
            rest = [other for other in pairs_of(self.plan.task) if other != pair and other not in self.aside]
            found = decide(only(self.plan.task, rest), self.effort, SOON, self.near, AT_A_GLANCE)
            if found.answer is Answer.FITS:
                self.near = {spot.key: spot for spot in found.placements}
                return [pair]
        return []

    def ranked(self, design: Design, pairs: Sequence[Pair]) -> list[tuple[Rank, Family]]:
        """Every family of changes, those first whose mildest costs least."""
        names = tuple(dict.fromkeys(component for component, _ in pairs))
        found: list[tuple[Rank, Family]] = []
        for family in self.proposing(design, self.plan, only(self.plan.task, pairs), names):
            if self.effort.is_spent:
                break
            tasks = (self.under(family, proposal) for proposal in family.proposals)
            mildest = next((task for task in tasks if task), None)
            if mildest:
                found.append((self.rank(family, mildest), family))
        return sorted(found, key=lambda entry: entry[0])

    def rank(self, family: Family, task: WeekTask) -> Rank:
        lost = max(self.minutes - minutes_of(task), 0)
        return family.new, lost // self.weeks if family.kind == SKIPPED else lost, KINDS.index(family.kind)

    def task(self, design: Design) -> WeekTask | None:
        self.effort.left -= PER_CHOICE * len(self.plan.task.sittings)
        task = task_under(design, self.plan)
        return task and replace(task, sittings=tuple(s for s in task.sittings if pair_of(s.key) not in self.aside))

    def under(self, family: Family, proposal: Proposal) -> WeekTask | None:
        """What the week asks under a proposal; nothing if that is at fault or silently leaves somebody out."""
        task = self.task(proposal.change.design)
        return None if task is None or leaves_somebody_out(family.kind, self.wanted, task) else task

    def of(self, family: Family, pairs: Sequence[Pair], again: bool) -> tuple[Answer, Offer | None]:
        """Whether one of a family makes the week fit, and the mildest that does."""
        self.tried += not again
        loosest = self.task(family.loosest)
        part = self.of_clash(loosest, pairs) if loosest else Answer.CLASHES
        if loosest is None or part is Answer.CLASHES or (part is Answer.OPEN and not again):
            return part, None
        found = decide(loosest, self.effort, PER_WEEK, self.near, THOROUGHLY) if again else self.soon(loosest)
        if found.answer is not Answer.FITS:
            return found.answer, None
        near = self.near = {spot.key: spot for spot in found.placements}
        for proposal in family.proposals:
            task = self.under(family, proposal)
            if task is None or self.of_clash(task, pairs) is Answer.CLASHES:
                continue
            tried = found if proposal.change.design is family.loosest else decide(
                task, self.effort, SOON, near, AT_A_GLANCE)
            if tried.answer is Answer.OPEN and family.kind in HIRED and not self.effort.is_spent:
                tried = decide(task, self.effort, PER_WEEK / 2, near, THOROUGHLY[:1])  # nobody hires two where one will do
            if tried.answer is Answer.FITS:
                proposal, task = self.narrowed(proposal, task, tried.placements)
                return Answer.FITS, Offer(self.rank(family, task), family.kind, (proposal,), task, tried.placements)
        return Answer.OPEN, None

    def soon(self, task: WeekTask) -> Decision:
        """Whether a week is found by a short look at one near by, or else from nothing."""
        found = decide(task, self.effort, SOON, self.near, AT_A_GLANCE if self.near else SEEN_SOON[:2])
        if found.answer is not Answer.OPEN or self.effort.is_spent:
            return found
        return decide(task, self.effort, A_WHILE, ways=(FOR_LONGER,))

    def of_clash(self, task: WeekTask, pairs: Sequence[Pair]) -> Answer:
        """Whether at least the components of the clash fit together."""
        names = {component for component, _ in pairs}
        part = replace(task, sittings=tuple(s for s in task.sittings if s.component in names))
        return decide(part, self.effort, SOON, self.near).answer

    def narrowed(self, proposal: Proposal, task: WeekTask, placements: Sequence[Placement]) -> tuple[Proposal, WeekTask]:
        """The smallest change of its kind under which the week found still stands."""
        if proposal.narrowed:
            narrow = proposal.narrowed(placements)
            same = self.task(narrow.change.design)
            if same and not violations(same, placements):
                return narrow, same
        return proposal, task

    def several(self, design: Design, pairs: Sequence[Pair]) -> Iterator[Offer]:
        """Changes made together: each takes away the clash the one before has left."""
        if self.left:
            yield from with_fewer_left(self, design, pairs)
            return
        steps: list[Proposal] = []
        rank: Rank = (False, 0, 0)
        while len(steps) < MOST_STEPS and not self.effort.is_spent:
            step = self.first_help(design, pairs) or self.lessening(design, pairs)
            if step is None:
                return
            (new, lost, kind), proposal, task = step
            steps.append(proposal)
            rank, design = (rank[0] or new, lost, kind), proposal.change.design
            found = self.soon(task)
            if found.answer is Answer.OPEN:
                found = decide(task, self.effort, PER_WEEK, self.near)
            if found.answer is Answer.FITS:
                yield Offer(rank, "several", tuple(steps), task, found.placements)
                return
            pairs = why_not(task, self.effort, known=found.answer).pairs

    def first_help(self, design: Design, pairs: Sequence[Pair]) -> tuple[Rank, Proposal, WeekTask] | None:
        """The change that costs least and lets at least these components fit together."""
        for rank, family in self.ranked(design, pairs) if pairs else ():
            for proposal in family.proposals:
                task = None if self.effort.is_spent else self.under(family, proposal)
                if task and self.of_clash(task, pairs) is not Answer.CLASHES:
                    return rank, proposal, task
        return None


    def lessening(self, design: Design, pairs: Sequence[Pair]) -> tuple[Rank, Proposal, WeekTask] | None:
        """The change that leaves least lacking by count, where that is less than now; of equal ones the mildest."""
        now = task_under(design, self.plan)
        best, least = None, lack_of(only(now, pairs)) if now else 0
        for rank, family in self.ranked(design, pairs) if pairs else ():
            for proposal in family.proposals:
                task = self.under(family, proposal) if least and not self.effort.is_spent else None
                if task and (left := lack_of(only(task, pairs))) < least and set(pairs) <= set(pairs_of(task)):
                    best, least = (rank, proposal, task), left
        return best


def with_fewer_left(trials: Trials, design: Design, pairs: Sequence[Pair]) -> Iterator[Offer]:
    """Changes made together in a week of which sessions are left over: each is the one that leaves the fewest."""
    steps: list[Proposal] = []
    all_ranks: list[Rank] = []
    while trials.left and len(steps) < MOST_STEPS:
        found: list[tuple[int, Rank, Proposal, WeekTask, Tried]] = []
        for rank, family in trials.ranked(design, pairs):
            mildest = next(((one, task) for one in family.proposals if (task := trials.under(family, one))), None)
            if mildest and not trials.effort.is_spent:
                tried = put_in(mildest[1], trials.effort, trials.near)
                found.append((len(tried.lacking), rank, *mildest, tried))
        if not found:
            return
        left, rank, proposal, task, tried = min(found, key=lambda one: one[:2])
        if left >= trials.left:
            return
        steps.append(proposal)
        all_ranks.append(rank)
        design, trials.left = proposal.change.design, left
        trials.near = {spot.key: spot for spot in tried.placements}
        pairs = list(dict.fromkeys(pair_of(key) for key in tried.lacking))
        if not left:
            yield Offer(max(all_ranks), "several", tuple(steps), task, tried.placements)


def lack_of(task: WeekTask) -> int:
    """Minutes that are lacking by count, of each kind of thing the most."""
    most: Counter[str] = Counter()
    for short in all_shortages(task):
        most[short.kind] = max(most[short.kind], short.need - short.have)
    return sum(most.values())


def minutes_of(task: WeekTask) -> int:
    """Of all its sessions."""
    return sum(sitting.minutes for sitting in task.sittings if not sitting.alongside)


