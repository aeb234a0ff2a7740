"""What would make a week fit: each proposal re-planned and re-solved on that week before it is offered.

Nothing is offered that breaks a "must" criterion the week would otherwise meet, or that leaves another week short.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.model.design import Design
from generator.model.values import runs_of
from generator.model.week import Placement, Week, WeekTask
from generator.problem import Phrase, Remedy
from generator.schedule.decide import Answer, Effort, decide
from generator.schedule.pairs import Pair, only, pairs_of
from generator.schedule.remedies.changes import task_under
from generator.schedule.remedies.easier import is_easier
from generator.schedule.remedies.family import SKIPPED
from generator.schedule.remedies.proposals import SELDOM, families, skipped
from generator.schedule.remedies.trials import Offer, Proposing, Trials, minutes_of
from generator.schedule.shortages import is_short
from generator.schedule.task import WeekPlan, placed, task_key
from generator.schedule.ways import AT_ONCE, SEEN_SOON, SOON

MOST, OF_A_KIND = 5, 2
"""How many remedies are offered, and how many of one kind."""

FEW = 3
"""Of fewer remedies than these it is told how many kinds of change were tried for them."""

HOPELESS = 4
"""Where this many times the hours that there are would be needed, no single change helps."""

EFFORT_ON_OTHERS, A_LOOK = 0.06, 0.0025
"""Deterministic seconds for looking at the other weeks under all remedies of one reason, the fullest first; and what a look is
counted for, which is mostly the making of the week."""

Judge = Callable[[Design, Week], frozenset[str]]
"""The "must" criteria a design breaks with one week of its timetable."""

FEW_LEFT = 2
"""Sessions left over for which one change may be enough; of more nobody need try one by itself."""


@dataclass(frozen=True)
class Guard:
    """What a remedy must not do: break a "must" criterion, or take from another week what that week needs."""

    criteria: Judge
    weeks: Sequence[WeekPlan] = ()
    short: dict[str, bool] = field(default_factory=dict)
    """Tasks by their key, and whether counting shows that they do not fit."""
    seen: dict[str, bool] = field(default_factory=dict)
    """The same of a short look at their times."""

    def harms_another_week(self, design: Design, plan: WeekPlan, effort: Effort | None = None) -> bool:
        """Whether a week that may fit now would be seen not to fit any more."""
        effort = effort or Effort(0)
        return self.are_harmed(self.weeks_failing(design, plan, effort), effort)

    def are_harmed(self, failing: Sequence[WeekPlan], effort: Effort) -> bool:
        """Whether one of the weeks that fail under a change may fit without it."""
        return any(not self.fails(other.task, effort, other.key) for other in failing)

    def weeks_failing(self, design: Design, plan: WeekPlan, effort: Effort) -> list[WeekPlan]:
        """The other weeks seen not to fit under a changed design."""
        fullest_first = sorted(self.weeks, key=lambda other: (-len(other.task.sittings), other.number))
        return [other for other in fullest_first if other.number != plan.number
                and ((task := task_under(design, other)) is None or self.fails_now(task, other, effort))]

    def fails_now(self, task: WeekTask, plan: WeekPlan, effort: Effort) -> bool:
        """Whether a week is seen not to fit under a change that makes ``task`` of it."""
        if is_easier(task, plan.task) and not self.fails(plan.task, effort, plan.key):
            return False
        return self.fails(task, effort, task_key(task))

    def cannot_hold(self, plan: WeekPlan, component: str) -> bool:
        """Whether a component is seen not to fit into a week even by itself: a leave or a closed room may last longer."""
        part = only(plan.task, [pair for pair in pairs_of(plan.task) if pair[0] == component])
        return decide(part, Effort(AT_ONCE), AT_ONCE, ways=SOON).answer is Answer.CLASHES

    def weeks_with(self, component: str) -> int:
        """In how many weeks a component is held."""
        return sum(any(sitting.component == component for sitting in plan.task.sittings) for plan in self.weeks)

    def fails(self, task: WeekTask, effort: Effort, key: str) -> bool:
        """Whether counting, or a short look at the times, shows that a week does not fit; without effort counting alone."""
        if key not in self.short:
            self.short[key] = is_short(task)
        if not self.short[key] and key not in self.seen and not effort.is_spent:
            effort.left -= A_LOOK
            self.seen[key] = decide(task, effort, AT_ONCE, ways=SEEN_SOON).answer is Answer.CLASHES
        return self.short[key] or self.seen.get(key, False)


def remedies(
    design: Design, plan: WeekPlan, pairs: Sequence[Pair], effort: Effort, guard: Guard, aside: Collection[Pair] = (),
    near: Sequence[Placement] = (), *, large: bool = False, undecided: bool = False, left: int = 0,
    proposing: Proposing = families, several: bool = True,
) -> tuple[tuple[Remedy, ...], int]:
    """The best changes for a clash, and how many were tried: no new post or room first, then the fewest minutes lost.

    ``aside`` are other clashes of the week, which need remedies of their own: they are left out of the trials. ``near``
    is the rest of the week, where it could be laid without the clash. ``large``: ``pairs`` are only a part of it;
    ``undecided``: nobody knows whether they clash; ``left``: how many sessions have no place in the week ``near``.
    ``proposing``: the changes that are tried, ``several`` of them together where none helps alone.
    """
    wanted = only(plan.task, [pair for pair in pairs_of(plan.task) if pair not in aside])
    accepted = guard.criteria(design, placed(replace(plan, task=wanted), somewhere(wanted)))
    trials = Trials(plan, frozenset(aside), effort, minutes_of(wanted), {p.key: p for p in near}, large, undecided,
                    design.weeks, proposing, left)
    offers = list(trials.several(design, pairs)) if left > FEW_LEFT else []
    offers = offers or trials.offers(design, pairs) or (list(trials.several(design, pairs)) if several else [])
    kinds: Counter[str] = Counter()
    chosen: list[Offer] = []
    still: list[list[int]] = []
    looking = Effort(EFFORT_ON_OTHERS)
    for offer in sorted(offers, key=lambda offer: offer.rank):
        changed = offer.proposals[-1].change.design
        if len(chosen) < MOST and kinds[offer.kind] < OF_A_KIND and not any(same_change(offer, other) for other in chosen) \
                and guard.criteria(changed, placed(replace(plan, task=offer.task), offer.placements)) <= accepted:
            failing = guard.weeks_failing(changed, plan, looking)
            if offer.kind == SKIPPED:
                failing += [other for other in guard.weeks if other.number != plan.number and other not in failing
                            and guard.cannot_hold(other, offer.proposals[0].change.path[-1])]
            if offer.kind == SKIPPED and (1 + len(failing)) * SELDOM > guard.weeks_with(offer.proposals[0].change.path[-1]):
                continue
            if offer.kind == SKIPPED and failing:
                there = failing
                offer = _in_all_of(design, offer, [plan, *there])
                failing = guard.weeks_failing(offer.proposals[-1].change.design, plan, looking)
                if any(other not in there for other in failing):
                    continue
            if not guard.are_harmed(failing, Effort(EFFORT_ON_OTHERS)):  # what fails anyway is not harmed
                chosen.append(offer)
                still.append(sorted(other.number for other in failing))
                kinds[offer.kind] += 1
    # What is enough for this week alone comes after what is enough for the others too.
    told = sorted(zip(chosen, still, strict=True), key=lambda one: bool(one[1]))
    return tuple(_remedy(design, wanted, offer, weeks) for offer, weeks in told), trials.tried


def how_many(tried: int, offered: Sequence[Remedy], none: str = "because.tried") -> Phrase | str:
    """Why there are few remedies, or none, in words: how many kinds of change were tried."""
    if tried and not offered:
        return Phrase(none, {"count": tried})
    return Phrase("because.few", {"count": tried}) if len(offered) < min(FEW, tried) else ""


def _in_all_of(design: Design, offer: Offer, plans: Sequence[WeekPlan]) -> Offer:
    """What is not held in one week not held in the others either that have no room for it: a leave may last longer."""
    name = offer.proposals[-1].change.path[-1]
    return replace(offer, proposals=(skipped(design, name, [plan.number for plan in plans]),))


def same_change(one: Offer, other: Offer) -> bool:
    """Whether an author would write the same for both."""
    return [proposal.change.text for proposal in one.proposals] == [proposal.change.text for proposal in other.proposals]


def _remedy(design: Design, wanted: WeekTask, offer: Offer, still: Sequence[int]) -> Remedy:
    """As it is told; ``still`` are other weeks that do not fit with it either."""
    says = offer.proposals[0].says
    for proposal in offer.proposals[1:]:
        says = Phrase("remedies.both", {"one": says, "other": proposal.says})
    effects = [*minutes_moved(design, wanted, offer.task, "minutes-there" if offer.kind == SKIPPED else "minutes"),
               *effects_of(offer.proposals[-1].change.design, offer.task, offer.placements)]
    if still:
        effects.append(Phrase("remedies.still", {"weeks": ", ".join(
            f"{first}–{last}" if last > first else f"{first}" for first, last in runs_of(still))}))
    return Remedy(says, tuple(proposal.change.text for proposal in offer.proposals), tuple(effects))


def somewhere(task: WeekTask) -> list[Placement]:
    """Every sitting at the first place it may have, as if nothing else were there: enough to count minutes by."""
    return [Placement(s.key, s.spans[0].day, s.spans[0].start, s.leads[0], s.co_leads[0] if s.co_leads else None,
                      s.rooms[0] if s.rooms else None, s.other_leads[0] if s.other_leads else None,
                      s.other_rooms[0] if s.other_rooms else None) for s in task.sittings]


def minutes_moved(design: Design, was: WeekTask, now: WeekTask, said: str = "minutes") -> list[Phrase]:
    """Minutes a week that each pillar has more or less of, ``said`` so."""
    before, after = _by_pillar(design, was), _by_pillar(design, now)
    changes = {pillar: after[pillar] - before[pillar] for pillar in design.catalogue.pillars if after[pillar] != before[pillar]}
    return [Phrase(f"remedies.{said}", {"sign": "+" if change > 0 else "−", "minutes": abs(change),
                                        "pillar": design.catalogue.pillars[pillar].title})
            for pillar, change in changes.items()] or [Phrase("remedies.same-minutes")]


def effects_of(changed: Design, task: WeekTask, placements: Sequence[Placement]) -> list[Phrase]:
    """The busiest post of a week, and that no "must" criterion breaks."""
    if not (load := _load(task, placements)):
        return [Phrase("remedies.must")]
    post, minutes = max(load.items(), key=lambda entry: (entry[1], entry[0]))
    return [Phrase("remedies.busiest", {"post": changed.programme.staff[post].title, "hours": duration(minutes)}),
            Phrase("remedies.must")]


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
