"""What would make a week fit: each proposal re-planned and re-solved on that week before it is offered.

Nothing is offered that breaks a "must" criterion the week would otherwise meet, or that leaves another week short.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.design import Design
from generator.model.week import Placement, Week, WeekTask
from generator.problem import Phrase, Remedy
from generator.schedule.changes import task_under
from generator.schedule.checker import violations
from generator.schedule.clash import why_not
from generator.schedule.decide import AT_A_GLANCE, PER_CHOICE, THOROUGHLY, Answer, Decision, Effort, decide
from generator.schedule.family import Family, Proposal
from generator.schedule.pairs import Pair, only, pair_of, pairs_of
from generator.schedule.proposals import families
from generator.schedule.shortages import is_short
from generator.schedule.stepwise import step_by_step
from generator.schedule.task import WeekPlan, placed

LEAST, MOST, OF_A_KIND = 3, 5, 2
"""How many remedies are looked for with some trouble, how many are offered, and how many of one kind."""

MOST_STEPS = 3
"""Changes made together where none helps alone."""

SOON, PER_WEEK, A_SEARCH = 0.006, 0.03, 0.02
"""Deterministic seconds for one trial on the whole week: at first, and where it was not decided then; what a search counts."""

MOST_LEFT_OUT = 3
"""Components of a large clash that are left out by turns to see which one holds it."""

MOST_AGAIN = 4
"""Families that are tried again for longer."""

HOPELESS = 4
"""Where this many times the hours that there are would be needed, no single change helps."""

KINDS = ("moved", "called-out", "wider", "more-days", "other-room", "set-up-room", "whole", "together", "apart", "other-lead",
         "unpinned", "missed-in-part", "shorter", "less-often", "without-time", "left-out",
         "more-hours", "longer-hours", "more-workdays", "more-posts", "more-rooms")
"""The order of remedies that cost the same."""

Judge = Callable[[Design, Week], frozenset[str]]
"""The "must" criteria a design breaks with one week of its timetable."""


@dataclass(frozen=True)
class Guard:
    """What a remedy must not do: break a "must" criterion, or take from another week what that week needs."""

    criteria: Judge
    weeks: Sequence[WeekPlan] = ()

    def harms_another_week(self, design: Design, plan: WeekPlan) -> bool:
        """Whether a week that has enough of everything now would, by counting alone, not have it any more."""
        for other in self.weeks:
            if other.number != plan.number:
                task = task_under(design, other)
                if (task is None or is_short(task)) and not is_short(other.task):
                    return True
        return False

Rank = tuple[bool, int, int]
"""Whether hours, a post or a room are asked for that are not there, minutes of sessions lost, and the kind."""


@dataclass(frozen=True)
class Offer:
    """A proposal that was tried out, with the week it leads to."""

    rank: Rank
    kind: str
    proposals: tuple[Proposal, ...]
    task: WeekTask
    placements: tuple[Placement, ...]


def remedies(
    design: Design, plan: WeekPlan, pairs: Sequence[Pair], effort: Effort, guard: Guard, aside: Collection[Pair] = (),
    near: Sequence[Placement] = (), *, large: bool = False, undecided: bool = False,
) -> tuple[tuple[Remedy, ...], int]:
    """The best changes for a clash, and how many were tried: no new post or room first, then the fewest minutes lost.

    ``aside`` are other clashes of the week, which need remedies of their own: they are left out of the trials. ``near``
    is the rest of the week, where it could be laid without the clash. ``large``: ``pairs`` are only a part of it;
    ``undecided``: nobody knows whether they clash.
    """
    wanted = only(plan.task, [pair for pair in pairs_of(plan.task) if pair not in aside])
    accepted = guard.criteria(design, placed(replace(plan, task=wanted), somewhere(wanted)))
    trials = _Trials(plan, frozenset(aside), effort, _minutes(wanted), {p.key: p for p in near}, large, undecided)
    offers = trials.offers(design, pairs) or list(trials.several(design, pairs))
    kinds: Counter[str] = Counter()
    chosen: list[Offer] = []
    for offer in sorted(offers, key=lambda offer: offer.rank):
        changed = offer.proposals[-1].change.design
        if len(chosen) < MOST and kinds[offer.kind] < OF_A_KIND \
                and guard.criteria(changed, placed(replace(plan, task=offer.task), offer.placements)) <= accepted \
                and not guard.harms_another_week(changed, plan):
            chosen.append(offer)
            kinds[offer.kind] += 1
    return tuple(_remedy(design, wanted, offer) for offer in chosen), trials.tried


@dataclass
class _Trials:
    """Re-plan and re-solve one week, again and again."""

    plan: WeekPlan
    aside: frozenset[Pair]
    effort: Effort
    minutes: int
    near: Mapping[str, Placement]
    large: bool
    undecided: bool
    tried: int = 0

    def offers(self, design: Design, pairs: Sequence[Pair]) -> list[Offer]:
        """Every family that helps, as far as the effort goes.

        What changes most comes first: if anything helps, it does, and its week is where the search for the others begins.
        What costs nobody anything and frees much time comes before it.
        """
        found: list[Offer] = []
        families = self.most_first(design, pairs)
        if self.undecided:  # of a week without a known reason more hours of those who have few are likeliest to help
            families = sorted(families, key=lambda entry: entry[1].kind != "more-hours")
        if self.large and (held := self.holding(pairs)):
            mine = self.most_first(design, held)
            families = [*mine, *(entry for entry in families if entry[1].kind not in {family.kind for _, family in mine})]
        for again in (False, True):
            waiting: list[tuple[Rank, Family]] = []
            for rank, family in families:
                if self.effort.is_spent or (again and len(found) >= LEAST):
                    break
                answer, offer = self.of(family, pairs, again)
                found += [offer] if offer else []
                waiting += [(rank, family)] if answer is Answer.OPEN else []
            families = waiting[:MOST_AGAIN]
        return found

    def most_first(self, design: Design, pairs: Sequence[Pair]) -> list[tuple[Rank, Family]]:
        return sorted(self.ranked(design, pairs), key=lambda entry: (
            entry[1].kind != "called-out", entry[0][0], -entry[0][1], entry[0][2]))

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
        for family in families(design, self.plan, only(self.plan.task, pairs), names):
            tasks = (self.task(proposal.change.design) for proposal in family.proposals)
            mildest = next((task for task in tasks if task), None)
            if mildest:
                found.append((self.rank(family, mildest), family))
        return sorted(found, key=lambda entry: entry[0])

    def rank(self, family: Family, task: WeekTask) -> Rank:
        return family.new, max(self.minutes - _minutes(task), 0), KINDS.index(family.kind)

    def task(self, design: Design) -> WeekTask | None:
        self.effort.left -= PER_CHOICE * len(self.plan.task.sittings)
        task = task_under(design, self.plan)
        return task and replace(task, sittings=tuple(s for s in task.sittings if pair_of(s.key) not in self.aside))

    def of(self, family: Family, pairs: Sequence[Pair], again: bool) -> tuple[Answer, Offer | None]:
        """Whether one of a family makes the week fit, and the mildest that does."""
        self.tried += not again
        loosest = self.task(family.loosest)
        part = self.of_clash(loosest, pairs) if loosest else Answer.CLASHES
        if loosest is None or part is Answer.CLASHES or (part is Answer.OPEN and not again):
            return part, None
        found = decide(loosest, self.effort, PER_WEEK if again else SOON, self.near, THOROUGHLY if again else None)
        if found.answer is Answer.OPEN and self.undecided:
            found = self.searched(loosest)
        if found.answer is not Answer.FITS:
            return found.answer, None
        near = self.near = {spot.key: spot for spot in found.placements}
        for proposal in family.proposals:
            task = self.task(proposal.change.design)
            if task is None or self.of_clash(task, pairs) is Answer.CLASHES:
                continue
            tried = found if proposal.change.design is family.loosest else decide(
                task, self.effort, SOON, near, AT_A_GLANCE)
            if tried.answer is Answer.FITS:
                proposal, task = self.narrowed(proposal, task, tried.placements)
                return Answer.FITS, Offer(self.rank(family, task), family.kind, (proposal,), task, tried.placements)
        return Answer.OPEN, None

    def searched(self, task: WeekTask) -> Decision:
        """The same by a search for a good week: it finds weeks that the question leaves open, and proves nothing."""
        self.effort.left -= A_SEARCH
        placements = step_by_step(task, self.near)
        return Decision(Answer.FITS, placements) if placements and not violations(task, placements) else Decision(Answer.OPEN)

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
        steps: list[Proposal] = []
        rank: Rank = (False, 0, 0)
        while len(steps) < MOST_STEPS and not self.effort.is_spent:
            step = self.first_help(design, pairs)
            if step is None:
                return
            (new, lost, kind), proposal, task = step
            steps.append(proposal)
            rank, design = (rank[0] or new, lost, kind), proposal.change.design
            found = decide(task, self.effort, PER_WEEK, self.near)
            if found.answer is Answer.FITS:
                yield Offer(rank, "several", tuple(steps), task, found.placements)
                return
            pairs = why_not(task, self.effort, known=found.answer).pairs

    def first_help(self, design: Design, pairs: Sequence[Pair]) -> tuple[Rank, Proposal, WeekTask] | None:
        """The change that costs least and lets at least these components fit together."""
        for rank, family in self.ranked(design, pairs) if pairs else ():
            for proposal in family.proposals:
                task = self.task(proposal.change.design)
                if task and self.of_clash(task, pairs) is not Answer.CLASHES:
                    return rank, proposal, task
        return None


def _remedy(design: Design, wanted: WeekTask, offer: Offer) -> Remedy:
    says = offer.proposals[0].says
    for proposal in offer.proposals[1:]:
        says = Phrase("remedies.both", {"one": says, "other": proposal.says})
    return Remedy(says, tuple(proposal.change.text for proposal in offer.proposals),
                  tuple(_effects(offer.proposals[-1].change.design, wanted, offer.task, offer.placements, design)))


def somewhere(task: WeekTask) -> list[Placement]:
    """Every sitting at the first place it may have, as if nothing else were there: enough to count minutes by."""
    return [Placement(s.key, s.spans[0].day, s.spans[0].start, s.leads[0], s.co_leads[0] if s.co_leads else None,
                      s.rooms[0] if s.rooms else None, s.other_leads[0] if s.other_leads else None,
                      s.other_rooms[0] if s.other_rooms else None) for s in task.sittings]


def _minutes(task: WeekTask) -> int:
    return sum(sitting.minutes for sitting in task.sittings if not sitting.alongside)


def _effects(
    changed: Design, was: WeekTask, now: WeekTask, placements: Sequence[Placement], design: Design
) -> list[Phrase]:
    """Minutes by pillar, the busiest post, and that no "must" criterion breaks."""
    before, after = _by_pillar(design, was), _by_pillar(design, now)
    changes = {pillar: after[pillar] - before[pillar] for pillar in design.catalogue.pillars if after[pillar] != before[pillar]}
    said = [Phrase("remedies.minutes", {"sign": "+" if change > 0 else "−", "minutes": abs(change),
                                        "pillar": design.catalogue.pillars[pillar].title})
            for pillar, change in changes.items()] or [Phrase("remedies.same-minutes")]
    load = _load(now, placements)
    if load:
        post, minutes = max(load.items(), key=lambda entry: (entry[1], entry[0]))
        said.append(Phrase("remedies.busiest", {"post": changed.programme.staff[post].title, "hours": duration(minutes)}))
    return [*said, Phrase("remedies.must")]


def _by_pillar(design: Design, task: WeekTask) -> Mapping[str, int]:
    minutes: Counter[str] = Counter()
    for sitting in task.sittings:
        if not sitting.alongside:
            minutes[design.components[sitting.component].component.pillar] += sitting.minutes
    return minutes


def _load(task: WeekTask, placements: Sequence[Placement]) -> Mapping[str, int]:
    """Minutes each post leads."""
    sittings = {sitting.key: sitting for sitting in task.sittings}
    minutes: Counter[str] = Counter()
    for spot in placements:
        for post in filter(None, (spot.lead, spot.co_lead, spot.other_lead)):
            minutes[post] += sittings[spot.key].minutes
    return minutes


def duration(minutes: int) -> Phrase:
    """``90`` → 1 hour 30 minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return Phrase("minutes", {"count": rest})
    return Phrase("durations.both", {"hours": hours, "minutes": rest}) if rest else Phrase("durations.hours", {"hours": hours})
