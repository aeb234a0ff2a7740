"""Ways out of what a component lacks outright: nobody to lead it, no room, no hours. Each is tried out on its week.

Such a week has no task yet that could be laid; it gets one by the change, and that has to fit.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from generator.model.design import Design, Planned
from generator.model.week import Placement, WeekTask
from generator.problem import Phrase, Problem, Remedy
from generator.schedule.companions import with_any_companion
from generator.schedule.decide import Answer, Effort, decide
from generator.schedule.of_the_pattern import OF_THE_PATTERN
from generator.schedule.pairs import only, pairs_of
from generator.schedule.remedies.another_day import as_an_own_day
from generator.schedule.remedies.changes import Change, days_under
from generator.schedule.remedies.family import Family
from generator.schedule.remedies.of_what_is_lacking import NOBODY, families_for, others_of
from generator.schedule.remedies.offered import MOST, Guard, effects_of, how_many, minutes_moved, same_change
from generator.schedule.remedies.taking_part import leaves_somebody_out
from generator.schedule.remedies.trials import KINDS, Offer
from generator.schedule.remedies.wanted import as_wanted
from generator.schedule.task import WeekPlan, placed, task_of
from generator.schedule.told_once import MENDED
from generator.schedule.ways import AT_FIRST, COUNTED, FOR_LONGER, LONGER, SOON, SOON_FROM_NEAR

EFFORT, PER_TRIAL, MOST_PER_TRIAL = 0.2, 0.02, 0.04
"""Deterministic seconds for all that is lacking outright, for one way to look for a week, and for one trial."""

MOST_TOLD, MOST_OF_A_KIND = 4, 2
"""Problems that get remedies, and remedies of one kind for each."""


def with_ways_out(
    design: Design, plans: Sequence[WeekPlan], problems: Sequence[Problem], guard: Guard
) -> list[Problem]:
    """The problems, those that stand for something lacking outright with their remedies."""
    effort, told = Effort(EFFORT), 0
    found: list[Problem] = []
    by_title: dict[object, Planned] = {planned.component.title: planned for planned in design.components.values()}
    for problem in problems:
        planned = by_title.get(problem.args.get("name"))
        if problem.code == OF_THE_PATTERN:
            remedies = as_an_own_day(design, plans, problem, guard)
            problem = replace(problem, remedies=remedies, args={**problem.args, "tried": ""})
        elif problem.code in MENDED and planned and told < MOST_TOLD and not effort.is_spent:
            told += 1
            # Whoever comes does all that waits for such a post, so that several reasons ask for one and the same.
            waiting = [one for other in problems if other.code == problem.code in NOBODY and _whom(other) == _whom(problem)
                       and (one := by_title.get(other.args["name"]))]
            remedies, tried = _remedies(design, plans, problem, planned, waiting, guard, effort)
            said = how_many(tried, remedies, "because.none")
            problem = replace(problem, remedies=remedies, args={**problem.args, "tried": said})
        elif problem.code in MENDED:
            problem = replace(problem, args={**problem.args, "tried": Phrase("because.later") if planned else ""})
        found.append(problem)
    return found


@dataclass(frozen=True)
class _Week:
    """A week in which something is lacking, and the faults it has."""

    plan: WeekPlan
    faults: frozenset[str]
    rest: WeekTask
    """What of it can be planned all the same."""


def _remedies(
    design: Design, plans: Sequence[WeekPlan], problem: Problem, planned: Planned, waiting: Sequence[Planned],
    guard: Guard, effort: Effort,
) -> tuple[tuple[Remedy, ...], int]:
    """The best of what helps, and how many kinds of change were tried."""
    weeks = [_Week(plan, frozenset(map(_about, faults)), task) for plan in plans for task, faults in [task_of(design, plan)]]
    mended = {_about(replace(problem, args={"name": name})) for name in (problem.args["name"], *others_of(problem.args))}
    lacking = [week for week in weeks if _about(problem) in week.faults]
    if not lacking:
        return (), 0
    near, with_anybody = _rest(lacking[0].rest, effort)
    alone = "" if near else planned.name  # the week has other reasons too, which need remedies of their own
    families = list(families_for(design, plans, lacking[0].plan, problem, planned, waiting))
    offers: list[Offer] = []
    tried = 0
    for one in families:
        if effort.is_spent:
            break
        tried += 1
        if offer := _tried(design, lacking, mended, near, with_anybody, planned.name, bool(alone), one, guard, effort):
            offers.append(offer)
    chosen: list[Offer] = []
    # Nothing is given up for want of one person or one room before that person or room has been asked for.
    for offer in sorted(offers, key=lambda offer: (offer.kind == "left-out", offer.rank)):
        if len(chosen) < MOST and not any(same_change(offer, other) for other in chosen) \
                and sum(offer.kind == other.kind for other in chosen) < MOST_OF_A_KIND:
            chosen.append(offer)
    wanted = WeekTask(as_wanted(design, lacking[0].plan, planned), (), (), (), ())
    return tuple(_told(offer, design, planned, wanted, alone) for offer in chosen), tried


def _told(offer: Offer, design: Design, planned: Planned, wanted: WeekTask, alone: str) -> Remedy:
    """With its effect, of which the minutes are those that it gets less those that its author wanted for it."""
    (proposal,) = offer.proposals
    own = replace(offer.task, sittings=tuple(s for s in offer.task.sittings if s.component == planned.name))
    elsewhere = effects_of(proposal.change.design, offer.task, offer.placements) if not alone else [
        Phrase("remedies.alone", {"name": planned.component.title}), Phrase("remedies.must")]
    return Remedy(proposal.says, (proposal.change.text,), (*minutes_moved(design, wanted, own), *elsewhere))


def _whom(problem: Problem) -> tuple[str, str]:
    """The role and sex of whoever is lacking."""
    roles = problem.args["roles"]
    return str(roles[0]) if isinstance(roles, list) else "", str(problem.args.get("sex", ""))


def _about(problem: Problem) -> str:
    """What a problem is about, whichever week or date it is told of."""
    return f"{problem.code} {problem.args.get('name')!r}"


def _tried(
    design: Design, lacking: Sequence[_Week], mended: Collection[str], near: Sequence[Placement], with_anybody: bool,
    component: str, alone: bool, one: Family, guard: Guard, effort: Effort,
) -> Offer | None:
    """The mildest of a family that takes the fault from every week that has it and lets the first of them be held, or the
    ``component`` ``alone`` of it; of those under which a "must" is open as it was, one under which it is not."""
    week, best, fewest = lacking[0], None, None
    # Who holds it as its author wrote it, if there were nothing else in the day.
    as_written = _own(task_of(design, week.plan, tuple(replace(day, frame=()) for day in week.plan.days))[0], component)
    for proposal in one.proposals:
        changed = proposal.change.design
        if effort.is_spent:
            return best
        if not all(_is_mended(proposal.change, other, mended) for other in lacking):
            continue
        days = days_under(proposal.change, week.plan)
        task = task_of(changed, week.plan, days if proposal.change.reframes else None)[0]
        if leaves_somebody_out(one.kind, as_written, _own(task, component)):
            continue
        task = _own(task, component) if alone else with_any_companion(task) if with_anybody else task
        placements = _placed(task, effort, near)
        if task.sittings and not placements:
            continue
        if proposal.narrowed:
            narrow = proposal.narrowed(placements)
            if all(_is_mended(narrow.change, other, mended) for other in lacking):
                proposal, changed = narrow, narrow.change.design
        laid = placed(replace(week.plan, days=days, task=task), placements)
        broken = guard.criteria(changed, laid)
        if broken <= guard.criteria(design, laid) and (fewest is None or broken < fewest):
            best, fewest = Offer((one.new, 0, KINDS.index(one.kind)), one.kind, (proposal,), task, placements), broken
            if not broken:
                return best
    return best


def _own(task: WeekTask, component: str) -> WeekTask:
    return only(task, [pair for pair in pairs_of(task) if pair[0] == component])


def _rest(task: WeekTask, effort: Effort) -> tuple[tuple[Placement, ...], bool]:
    """A week for what can be planned all the same, if one is found soon, and whether only with other companions."""
    for with_anybody in (False, True):
        week = with_any_companion(task) if with_anybody else task
        found = decide(week, effort, LONGER, ways=(AT_FIRST, COUNTED[0], FOR_LONGER))
        if found.answer is Answer.FITS or effort.is_spent:
            return found.placements, with_anybody
    return (), False


def _placed(task: WeekTask, effort: Effort, near: Sequence[Placement] = ()) -> tuple[Placement, ...]:
    """A week for it, if one is found soon; ``near`` is one much like it."""
    mine = Effort(min(effort.left, MOST_PER_TRIAL))
    found = decide(task, mine, PER_TRIAL, {spot.key: spot for spot in near}, SOON_FROM_NEAR if near else SOON)
    effort.left -= min(effort.left, MOST_PER_TRIAL) - mine.left
    return found.placements


def _is_mended(change: Change, week: _Week, mended: Collection[str]) -> bool:
    _, problems = task_of(change.design, week.plan, days_under(change, week.plan) if change.reframes else None)
    faults = {_about(fault) for fault in problems if fault.is_error}
    return faults.isdisjoint(mended) and len(faults) < len(week.faults)
