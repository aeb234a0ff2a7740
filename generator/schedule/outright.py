"""Ways out of what a component lacks outright: nobody to lead it, no room, no hours. Each is tried out on its week.

Such a week has no task yet that could be laid; it gets one by the change, and that has to fit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.language import Text
from generator.model.design import Design, Planned
from generator.model.values import DAYS, clock, runs_of
from generator.model.week import DAY, GRID, Placement, WeekTask
from generator.problem import Phrase, Problem, Remedy
from generator.schedule.changes import new_post, new_rooms, of_component, of_room
from generator.schedule.dated import from_to
from generator.schedule.decide import Answer, Decision, Effort, decide
from generator.schedule.family import Family, Proposal, family
from generator.schedule.pairs import only, pairs_of
from generator.schedule.proposals import for_component
from generator.schedule.remedies import MOST, Guard, effects_of
from generator.schedule.shortages import is_short
from generator.schedule.stepwise import found_by_steps
from generator.schedule.task import WeekPlan, placed, task_of
from generator.schedule.trials import KINDS, Offer

NOBODY, NO_ROOM, ON_THE_FRAME = ("TC403", "TC413"), ("TC404", "TC433"), "TC411"
CODES = (*NOBODY, *NO_ROOM, ON_THE_FRAME, "TC405", "TC430")
"""What is mended by a change of a component, by a post or by a room."""

EFFORT, PER_TRIAL = 0.2, 0.02
"""Deterministic seconds for all that is lacking outright, and for one trial."""

MOST_TOLD, MOST_OF_A_KIND = 4, 2
"""Problems that get remedies, and remedies of one kind for each."""

ROOM_FOR = {"id": "Ruang untuk ", "en": "Room for "}
"""What a room is called that its author has not named yet."""

WORKDAYS, LONGEST = 5, 9 * 60
"""Days on which a new post comes, and most minutes from coming to going."""


def with_ways_out(
    design: Design, plans: Sequence[WeekPlan], problems: Sequence[Problem], guard: Guard
) -> list[Problem]:
    """The problems, those that stand for something lacking outright with their remedies."""
    effort, told = Effort(EFFORT), 0
    found: list[Problem] = []
    for problem in problems:
        planned = next((one for one in design.components.values() if one.component.title == problem.args.get("name")), None)
        if problem.code in CODES and planned and told < MOST_TOLD and not effort.is_spent:
            told += 1
            problem = replace(problem, remedies=_remedies(design, plans, problem, planned, guard, effort))
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
    design: Design, plans: Sequence[WeekPlan], problem: Problem, planned: Planned, guard: Guard, effort: Effort
) -> tuple[Remedy, ...]:
    weeks = [_Week(plan, frozenset(map(_about, faults)), task) for plan in plans for task, faults in [task_of(design, plan)]]
    same = problem.args.get("same")  # others to which the same room does not do
    others = same.args["names"] if isinstance(same, Phrase) else []
    assert isinstance(others, list)
    mended = {_about(replace(problem, args={"name": name})) for name in (problem.args["name"], *others)}
    lacking = [week for week in weeks if _about(problem) in week.faults]
    if not lacking:
        return ()
    near = _placed(lacking[0].rest, effort)
    alone = "" if near else planned.name  # the week has other reasons too, which need remedies of their own
    offers = [offer for one in _families(design, lacking[0].plan, problem, planned)
              if (offer := _tried(design, lacking, mended, near, alone, one, guard, effort))]
    chosen: list[Offer] = []
    for offer in sorted(offers, key=lambda offer: offer.rank):
        if len(chosen) < MOST and sum(offer.kind == other.kind for other in chosen) < MOST_OF_A_KIND:
            chosen.append(offer)
    return tuple(Remedy(offer.proposals[0].says, (offer.proposals[0].change.text,),
                        tuple(effects_of(offer.proposals[0].change.design, offer.task, offer.placements)))
                 for offer in chosen)


def _about(problem: Problem) -> str:
    """What a problem is about, whichever week or date it is told of."""
    return f"{problem.code} {problem.args.get('name')!r}"


def _families(design: Design, plan: WeekPlan, problem: Problem, planned: Planned) -> Iterator[Family]:
    yield from for_component(design, plan, planned, WeekTask((), (), (), (), ()))
    if problem.code in NOBODY:
        yield from _new_post(design, planned, problem.args)
    if problem.code in NO_ROOM:
        yield from _divided(design, planned)
        yield from _new_room(design, planned, problem.args)
    if problem.code == ON_THE_FRAME and not planned.times:
        yield from _not_on_such_days(design, planned, problem.args)


def _tried(
    design: Design, lacking: Sequence[_Week], mended: Collection[str], near: Sequence[Placement], alone: str, one: Family,
    guard: Guard, effort: Effort,
) -> Offer | None:
    """The mildest of a family that takes the fault from every week that has it and lets the first of them be held, or as much
    of it as concerns one component ``alone``."""
    week = lacking[0]
    for proposal in one.proposals:
        changed = proposal.change.design
        if effort.is_spent:
            return None
        if not all(_is_mended(changed, other, mended) for other in lacking):
            continue
        task = task_of(changed, week.plan)[0]
        if alone:
            task = only(task, [pair for pair in pairs_of(task) if pair[0] == alone])
        placements = _placed(task, effort, near)
        if task.sittings and not placements:
            continue
        if proposal.narrowed:
            narrow = proposal.narrowed(placements)
            if all(_is_mended(narrow.change.design, other, mended) for other in lacking):
                proposal, changed = narrow, narrow.change.design
        if guard.criteria(changed, placed(replace(week.plan, task=task), placements)) \
                <= guard.criteria(design, placed(replace(week.plan, task=task), placements)):
            return Offer((one.new, 0, KINDS.index(one.kind)), one.kind, (proposal,), task, placements)
    return None


def _placed(task: WeekTask, effort: Effort, near: Sequence[Placement] = ()) -> tuple[Placement, ...]:
    """A week for it, if one is found soon; ``near`` is one much like it."""
    found = decide(task, effort, PER_TRIAL, {spot.key: spot for spot in near}) if near else Decision(Answer.OPEN)
    if found.answer is Answer.OPEN and not effort.is_spent and not is_short(task):
        return tuple(found_by_steps(task, effort) or ())
    return found.placements


def _is_mended(changed: Design, week: _Week, mended: Collection[str]) -> bool:
    faults = {_about(fault) for fault in task_of(changed, week.plan)[1] if fault.is_error}
    return faults.isdisjoint(mended) and len(faults) < len(week.faults)


def _new_post(design: Design, planned: Planned, args: Mapping[str, object]) -> Iterator[Family]:
    """Somebody with the role that nobody has, at work when the component may be held."""
    roles, sex = args["roles"], args.get("sex")
    assert isinstance(roles, list)
    role = next((role for role in roles if role in design.catalogue.roles), None)
    if role is None:
        return
    title, pins = design.catalogue.roles[role].title, (planned.settings.at or {}).values()
    first, last = (min(pins), max(pins) + planned.minutes) if pins else planned.component.window
    last = min(last, DAY - GRID)  # nobody goes home at 24:00
    hours = dict.fromkeys(((max(last - LONGEST, first), last), (first, min(first + LONGEST, last))))
    days = planned.component.days[:WORKDAYS]
    yield from family("new-post", [Proposal(
        Phrase("remedies.new-post", {
            "role": title, "sex": Phrase(f"remedies.{sex}") if sex else "", "from": clock(start), "to": clock(end),
            "days": [from_to(*run) for run in runs_of([DAYS.index(day) for day in days])]}),
        new_post(design, role, title, days, (start, end), str(sex) if sex else None)) for start, end in hours],
        new=True)


def _new_room(design: Design, planned: Planned, args: Mapping[str, object]) -> Iterator[Family]:
    """A room with all that is needed, or two where something else is offered at the same time; or one that holds more than
    was thought."""
    size, features, component = args["size"], planned.component.room.features, planned.component
    assert isinstance(size, int)
    yield from family("capacity", [
        Proposal(Phrase("remedies.capacity", {"room": room.title, "size": size, "was": room.capacity}),
                 of_room(design, name, capacity=size)) for name, room in design.programme.rooms.items()
        if room.capacity < size and set(features) <= set(room.features) and planned.settings.room in (None, name)])
    title = Text.of({language: f"{ROOM_FOR.get(language, '')}{text}" for language, text in component.title})
    yield from family("more-rooms", [Proposal(
        Phrase("remedies.new-room", {"name": component.title, "count": count, "size": size, "features": [
            design.catalogue.features[feature].title for feature in features] or ["–"]}),
        new_rooms(design, planned.name, title, count, size, features)) for count in (1, 2)], new=True)


def _divided(design: Design, planned: Planned) -> Iterator[Family]:
    """Held in parts that go into the largest room that is otherwise fit."""
    component, most = planned.component, 0
    for name, room in design.programme.rooms.items():
        if set(component.room.features) <= set(room.features) and planned.settings.room in (None, name):
            most = max(most, room.capacity)
    if component.mode != "individual" and component.group_size.least <= most < component.group_size.most:
        yield from family("divided", [Proposal(
            Phrase("remedies.divided", {"name": component.title, "most": most}),
            of_component(design, planned.name, group_size={"least": component.group_size.least, "most": most}))])


def _not_on_such_days(design: Design, planned: Planned, args: Mapping[str, object]) -> Iterator[Family]:
    """Not held on a kind of day whose frame takes its pinned time."""
    kind, known = str(args["kind"]), planned.settings.by_day_type or {}
    written = {name: one.model_dump(mode="json", exclude_unset=True) for name, one in known.items()}
    yield from family("not-on-such-days", [Proposal(
        Phrase("remedies.not-on-such-days", {"name": planned.component.title, "day_type": args["day_type"]}),
        of_component(design, planned.name, by_day_type={**written, kind: {"held": False}}))])
