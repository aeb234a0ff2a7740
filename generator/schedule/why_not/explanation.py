"""Tell why a week cannot be held: what is lacking by count, or what clashes and which facts hold it; and what would help."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.design import Design
from generator.model.week import Placement, WeekTask
from generator.problem import Phrase, Problem, Remedy, Severity, in_order
from generator.schedule.decide import Answer, Effort, decide
from generator.schedule.pairs import Pair, only, pairs_of
from generator.schedule.remedies.family import Family
from generator.schedule.remedies.of_dates import OF_DATES, other_dates
from generator.schedule.remedies.offered import HOPELESS, MOST, Guard, how_many, remedies
from generator.schedule.remedies.proposals import families
from generator.schedule.shortages import Shortage, shortages
from generator.schedule.solve import Unsolved
from generator.schedule.strain import to_the_last_minute
from generator.schedule.task import WeekPlan
from generator.schedule.ways import LONGER, SOON, SOON_FROM_NEAR
from generator.schedule.why_not.binding import binding
from generator.schedule.why_not.clash import why_not
from generator.schedule.why_not.reasons import (
    MOST_NAMED,
    all_pinned,
    largest_of,
    of_clash,
    of_shortage,
    tight_part,
)
from generator.schedule.why_not.undecided import undecided, with_remedies

EFFORT = 0.3
"""Deterministic seconds for everything that is told of one build's weeks, five or six seconds by the clock."""

EFFORT_TO_LOOK, PER_WEEK = 0.06, 0.03
"""The same for looking at the weeks after the first that cannot be held: for all of them, and for one."""

FOR_ALL = 3
"""The part of the effort, as a divisor, for what helps all reasons of a week at once."""

MOST_TRIED = 3
"""Of a clash of many components the largest that are tried besides those that hold it."""

MOST_WEEKS = 3
"""Weeks explained in one build."""

MOST_SHORT, MOST_CLASHES = 4, 4
"""Shortages and clashes told of one week."""

Told = Callable[[Problem], None]
"""Hears of each reason as soon as it is known, without its remedies: these take longer."""


@dataclass
class _Week:
    """Why one week has no timetable; its remedies are looked for once the reasons of the other weeks are known too."""

    plan: WeekPlan
    own_companions: WeekPlan
    """The week as it is before one-to-one work is opened to others."""
    answer: Unsolved
    reasons: Sequence[Shortage | Unsolved]
    """None where the week is undecided."""
    news: Sequence[Shortage | Unsolved]
    """Those that were not said of an earlier week already."""
    facts: Mapping[int, Sequence[Phrase]]
    """What holds each of the news, by its number."""
    rest: Sequence[Placement] = ()
    """The rest of the week, where it could be laid without them."""


def unlaid(
    design: Design, plans: Sequence[WeekPlan], answer: Unsolved, guard: Guard, told_soon: Told = lambda _reason: None
) -> list[Problem]:
    """Why the first of these weeks has no timetable, and what else is wrong in the later ones.

    Nothing can be printed any more, so the later weeks are not laid out: they are only asked whether they can be held.
    """
    effort, looking = Effort(EFFORT), Effort(EFFORT_TO_LOOK)
    said: set[frozenset[Pair]] = set()
    weeks = [_reasons(design, plans[0], answer, effort, said, told_soon)]
    known, seen, notes = [answer.clash], {plans[0].key}, list[Problem]()
    for plan in plans[1:]:
        if plan.key in seen:
            continue
        seen.add(plan.key)
        if len(weeks) == MOST_WEEKS or looking.is_spent or not answer.clash:
            notes = [Problem(design.at("components"), "TC419", {"week": plan.number}, Severity.NOTE)]
            break
        clash = _another_clash(plan.opened, known, looking)
        if clash:
            known.append(clash.clash)
            week = _reasons(design, plan, clash, effort, said, told_soon)
            weeks += [week] if week.news else []
    problems: list[Problem] = []
    for number, week in enumerate(weeks):
        share = Effort(effort.left / (len(weeks) - number))
        effort.left -= share.left
        problems += _with_remedies(design, week, guard, share)
        effort.left += share.left
    return [*problems, *notes]


def lacking(design: Design, plans: Sequence[WeekPlan], untried: Phrase) -> list[Problem]:
    """What the first of these weeks that has too little of something lacks, by counting alone; nothing is tried out, and
    ``untried`` says what to do for that."""
    for plan in (plan.opened for plan in plans):
        short = [one for one in shortages(plan.task) if not _are_pins_on_pins(design, one)][:MOST_SHORT]
        if short:
            return [of_shortage(design, plan, one, (), {"others": "", "tried": untried}) for one in short]
    return []


def _another_clash(plan: WeekPlan, known: Sequence[Sequence[Pair]], effort: Effort) -> Unsolved | None:
    """The clash of a week, if it has one that is not told yet."""
    if decide(plan.task, effort, PER_WEEK).answer is not Answer.CLASHES:
        return None
    if any(decide(only(plan.task, pairs), effort, PER_WEEK).answer is Answer.CLASHES for pairs in known):
        return None
    clash = why_not(plan.task, effort)
    return Unsolved(clash.pairs, clash.smallest, clash.asked, any_companion=True) if clash.pairs else None


def explained(
    design: Design, plan: WeekPlan, answer: Unsolved, guard: Guard, effort: Effort, said: set[frozenset[Pair]]
) -> list[Problem]:
    """Why a week has no timetable, each reason with its remedies; nothing that was ``said`` of an earlier week already."""
    return _with_remedies(design, _reasons(design, plan, answer, effort, said, lambda _reason: None), guard, effort)


def _reasons(
    design: Design, own_companions: WeekPlan, answer: Unsolved, effort: Effort, said: set[frozenset[Pair]], told_soon: Told
) -> _Week:
    """What is lacking or clashes, and which facts hold it: soon told, for remedies take longer."""
    plan = own_companions.opened if answer.any_companion or not answer.clash else own_companions
    # Pins that lie on one another are told as such, not as too few minutes.
    reasons: Sequence[Shortage | Unsolved] = [
        short for short in shortages(plan.task) if not _are_pins_on_pins(design, short)][:MOST_SHORT]
    if not reasons and not answer.clash:
        told_soon(undecided(design, plan, answer.left))
        return _Week(plan, own_companions, answer, (), (), {})
    reasons = reasons or [answer]
    more, rest = _further(plan, [_pairs(one) for one in reasons], effort, answer.near)
    reasons = _as_one([*reasons, *more])
    news = [reason for reason in reasons if frozenset(_pairs(reason)) not in said]
    said |= {frozenset(_pairs(reason)) for reason in news}
    facts: dict[int, Sequence[Phrase]] = {}
    for number, reason in enumerate(news):
        share = Effort(effort.left / (len(news) - number) / 3)  # remedies are worth more than reasons
        effort.left -= share.left
        facts[number] = binding(design, plan, reason.clash, share) if isinstance(reason, Unsolved) else ()
        effort.left += share.left
        told_soon(_told(design, plan, reason, facts[number], ()))
    return _Week(plan, own_companions, answer, reasons, news, facts, rest)


def _with_remedies(design: Design, week: _Week, guard: Guard, effort: Effort) -> list[Problem]:
    """The reasons of a week, each with what would help."""
    plan, news, answer = week.plan, week.news, week.answer
    if not week.reasons:
        return [with_remedies(design, plan, answer, guard, effort)]
    problems: list[Problem] = []
    together = _common(design, plan, news, effort, guard)
    for number, reason in enumerate(news):
        share = Effort(effort.left / (len(news) - number))
        effort.left -= share.left
        pairs, facts = _pairs(reason), week.facts[number]
        # The other reasons need remedies of their own: they are left out of the trials.
        aside = {pair for other in week.reasons for pair in _pairs(other)} - set(pairs)
        offered: tuple[Remedy, ...] = ()
        tried = 0
        # What is lacking by count is soon tried out with everybody's own companion.
        for one in (week.own_companions, plan) if isinstance(reason, Shortage) else (plan,):
            if not offered and not _is_hopeless(reason) and not share.is_spent:
                offered, tried = remedies(
                    design, one, _to_change(design, plan, pairs, facts), share, guard, aside, week.rest or answer.near,
                    large=len(pairs) > MOST_NAMED, proposing=_but_dates if together else families)
        offered = (*together, *(one for one in offered if one.changes not in [other.changes for other in together]))[:MOST]
        effort.left += share.left
        problems.append(_told(design, plan, reason, facts, offered, tried))
    return _saying_once_how_many(problems)


def _told(
    design: Design, plan: WeekPlan, reason: Shortage | Unsolved, facts: Sequence[Phrase],
    offered: tuple[Remedy, ...], tried: int = 0,
) -> Problem:
    """A reason in words, with the remedies found for it."""
    several = len({name for name, _ in _pairs(reason)}) > 1  # of one alone nobody says “besides leaving one of them out”
    also = {"others": "", "tried": how_many(tried, offered, "because.tried" if several else "because.none")}
    if isinstance(reason, Shortage):
        return of_shortage(design, plan, reason, offered, also)
    return of_clash(design, plan, reason, facts or tight_part(design, plan, reason.clash), offered, also)


def _common(
    design: Design, plan: WeekPlan, reasons: Sequence[Shortage | Unsolved], effort: Effort, guard: Guard
) -> tuple[Remedy, ...]:
    """What helps all the reasons at once: a leave, a closed room or a meeting of the team that lies behind them all."""
    if len(reasons) < 2:
        return ()
    share = Effort(effort.left / FOR_ALL)
    effort.left -= share.left
    pairs = list(dict.fromkeys(pair for reason in reasons for pair in _pairs(reason)))
    offered, _ = remedies(design, plan, pairs, share, guard, several=False,
                          proposing=lambda design, plan, task, _: other_dates(design, plan, task))
    effort.left += share.left
    return offered


def _but_dates(design: Design, plan: WeekPlan, task: WeekTask, names: Sequence[str]) -> Iterable[Family]:
    """What is tried of one reason where leave, closed rooms and meetings were tried of all of them."""
    return (one for one in families(design, plan, task, names) if one.kind not in OF_DATES)


def _as_one(reasons: Sequence[Shortage | Unsolved]) -> list[Shortage | Unsolved]:
    """The reasons, those of the same components for several groups as one: one remedy has to do for all of them."""
    found: dict[object, Shortage | Unsolved] = {}
    for reason in reasons:
        key = frozenset(name for name, _ in reason.clash) if isinstance(reason, Unsolved) else id(reason)
        same = found.get(key)
        found[key] = replace(same, clash=(*same.clash, *(pair for pair in reason.clash if pair not in same.clash)),
                             smallest=same.smallest and reason.smallest, asked=max(same.asked, reason.asked)) \
            if isinstance(same, Unsolved) and isinstance(reason, Unsolved) else reason
    return list(found.values())


def _saying_once_how_many(problems: Sequence[Problem]) -> list[Problem]:
    """The reasons of one week as they are told, the first of which says that there are others."""
    first, *others = in_order(list(problems)) or (None,)
    if first is None or not others:
        return [first] if first else []
    return [replace(first, args={**first.args, "others": Phrase("because.others", {"count": len(others)})}), *others]


def _to_change(design: Design, plan: WeekPlan, pairs: Sequence[Pair], facts: Sequence[Phrase]) -> Sequence[Pair]:
    """Of many that clash those that something is wanted for to its last minute, those whose own limits hold the clash, and the
    largest: there is no effort to try them all."""
    if len(pairs) <= MOST_NAMED:
        return pairs
    full = [pair for pair in to_the_last_minute(plan.task) if pair in pairs][:MOST_TRIED]
    named = {fact.args.get("name") for fact in facts}
    holding = [pair for pair in pairs if design.components[pair[0]].component.title in named]
    return list(dict.fromkeys([*full, *holding, *largest_of(plan, pairs)[:MOST_TRIED]]))


def _pairs(reason: Shortage | Unsolved) -> tuple[Pair, ...]:
    return reason.pairs if isinstance(reason, Shortage) else reason.clash


def _are_pins_on_pins(design: Design, short: Shortage) -> bool:
    """Whether the same people are wanted in several pinned sessions at once; of posts and rooms the lack itself is told."""
    return short.kind == "people" and all_pinned(design, short.pairs)


def _is_hopeless(reason: Shortage | Unsolved) -> bool:
    return isinstance(reason, Shortage) and reason.need > HOPELESS * reason.have > 0


def _further(
    plan: WeekPlan, told: Sequence[Sequence[Pair]], effort: Effort, near: Sequence[Placement]
) -> tuple[list[Unsolved], tuple[Placement, ...]]:
    """Further clashes that have nothing to do with those told, and the rest of the week where it can be laid, from a week near
    by if there is one."""
    found: list[Unsolved] = []
    where = {spot.key: spot for spot in near}
    rest = [pair for pair in pairs_of(plan.task) if not any(pair in pairs for pairs in told)]
    while rest and not effort.is_spent:
        part = only(plan.task, rest)
        decision = decide(part, effort, LONGER, where, SOON_FROM_NEAR if where else SOON)
        if decision.answer is not Answer.CLASHES or len(told) + len(found) >= MOST_CLASHES:
            return found, decision.placements
        clash = why_not(part, effort)
        if not clash.pairs:
            break
        found.append(Unsolved(clash.pairs, clash.smallest, clash.asked))
        rest = [pair for pair in rest if pair not in clash.pairs]
    return found, ()
