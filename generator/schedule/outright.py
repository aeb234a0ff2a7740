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
from generator.schedule.changes import new_posts, new_rooms, of_component, of_room
from generator.schedule.dated import from_to
from generator.schedule.decide import WAYS_FROM_NEAR, Answer, Decision, Effort, decide
from generator.schedule.family import Family, Proposal, family
from generator.schedule.pairs import only, pairs_of
from generator.schedule.proposals import fits_its_hours, for_component
from generator.schedule.remedies import MOST, Guard, effects_of
from generator.schedule.shortages import is_short
from generator.schedule.spans import pinned_on_frame, spans_of
from generator.schedule.stepwise import found_by_steps
from generator.schedule.task import WeekPlan, placed, task_of
from generator.schedule.trials import KINDS, Offer

NOBODY, NO_ROOM, ON_THE_FRAME, TOO_FEW_DAYS = ("TC403", "TC413"), ("TC404", "TC433"), "TC411", "TC409"
CODES = (*NOBODY, *NO_ROOM, ON_THE_FRAME, TOO_FEW_DAYS, "TC405", "TC430")
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
    by_title: dict[object, Planned] = {planned.component.title: planned for planned in design.components.values()}
    for problem in problems:
        planned = by_title.get(problem.args.get("name"))
        if problem.code in CODES and planned and told < MOST_TOLD and not effort.is_spent:
            told += 1
            # Whoever comes does all that waits for such a post, so that several reasons ask for one and the same.
            waiting = [one for other in problems if other.code == problem.code in NOBODY and _whom(other) == _whom(problem)
                       and (one := by_title.get(other.args["name"]))]
            problem = replace(problem, remedies=_remedies(design, plans, problem, planned, waiting, guard, effort))
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
) -> tuple[Remedy, ...]:
    weeks = [_Week(plan, frozenset(map(_about, faults)), task) for plan in plans for task, faults in [task_of(design, plan)]]
    mended = {_about(replace(problem, args={"name": name})) for name in (problem.args["name"], *_others(problem.args))}
    lacking = [week for week in weeks if _about(problem) in week.faults]
    if not lacking:
        return ()
    near = _placed(lacking[0].rest, effort)
    alone = "" if near else planned.name  # the week has other reasons too, which need remedies of their own
    offers = [offer for one in _families(design, plans, lacking[0].plan, problem, planned, waiting)
              if (offer := _tried(design, lacking, mended, near, alone, one, guard, effort))]
    chosen: list[Offer] = []
    # Nothing is given up for want of one person or one room before that person or room has been asked for.
    for offer in sorted(offers, key=lambda offer: (offer.kind == "left-out", offer.rank)):
        if len(chosen) < MOST and sum(offer.kind == other.kind for other in chosen) < MOST_OF_A_KIND:
            chosen.append(offer)
    return tuple(Remedy(offer.proposals[0].says, (offer.proposals[0].change.text,),
                        tuple(effects_of(offer.proposals[0].change.design, offer.task, offer.placements)))
                 for offer in chosen)


def _whom(problem: Problem) -> tuple[str, str]:
    """The role and sex of whoever is lacking."""
    roles = problem.args["roles"]
    return str(roles[0]) if isinstance(roles, list) else "", str(problem.args.get("sex", ""))


def _others(args: Mapping[str, object]) -> list[object]:
    """The other components that go without a room for the same reason."""
    same = args.get("same")
    names = same.args["names"] if isinstance(same, Phrase) else []
    return list(names) if isinstance(names, list) else []


def _about(problem: Problem) -> str:
    """What a problem is about, whichever week or date it is told of."""
    return f"{problem.code} {problem.args.get('name')!r}"


def _families(
    design: Design, plans: Sequence[WeekPlan], plan: WeekPlan, problem: Problem, planned: Planned,
    waiting: Sequence[Planned],
) -> Iterator[Family]:
    if problem.code in NOBODY:
        yield from _new_post(design, waiting, problem.args)
    if problem.code in NO_ROOM:
        yield from _divided(design, planned)
        yield from _new_room(design, planned, problem.args)
    if problem.code == ON_THE_FRAME and not planned.times:
        yield from _moved(design, plans, planned)
        yield from _not_on_such_days(design, planned, problem.args)
    if problem.code == TOO_FEW_DAYS and not planned.times:
        yield from _as_days_allow(design, planned, problem.args)
    yield from _longer_on_such_days(design, planned)
    yield from for_component(design, plan, planned, WeekTask((), (), (), (), ()))


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
    found = Decision(Answer.OPEN)
    if near:
        found = decide(task, effort, PER_TRIAL, {spot.key: spot for spot in near}, WAYS_FROM_NEAR[:4])
    if found.answer is Answer.OPEN and not effort.is_spent and not is_short(task):
        return tuple(found_by_steps(task, effort) or ())
    return found.placements


def _is_mended(changed: Design, week: _Week, mended: Collection[str]) -> bool:
    faults = {_about(fault) for fault in task_of(changed, week.plan)[1] if fault.is_error}
    return faults.isdisjoint(mended) and len(faults) < len(week.faults)


def _new_post(design: Design, waiting: Sequence[Planned], args: Mapping[str, object]) -> Iterator[Family]:
    """Somebody with the role that nobody has, at work when what waits for them may be held."""
    roles, sex = args["roles"], args.get("sex")
    assert isinstance(roles, list)
    role = next((role for role in roles if role in design.catalogue.roles), None)
    if role is None:
        return
    title = design.catalogue.roles[role].title
    first = min(min(pins.values()) if (pins := one.settings.at) else one.component.window[0] for one in waiting)
    last = max(max(pins.values()) + one.minutes if (pins := one.settings.at) else one.component.window[1] for one in waiting)
    last = min(last, DAY - GRID)  # nobody goes home at 24:00
    hours = dict.fromkeys(((first, min(first + LONGEST, last)), (max(last - LONGEST, first), last)))
    days = [day for day in DAYS if any(day in one.component.days for one in waiting)][:WORKDAYS]
    yield from family("new-post", [Proposal(
        Phrase("remedies.new-post", {
            "count": count, "role": title, "sex": Phrase(f"remedies.{sex}") if sex else "",
            "from": clock(start), "to": clock(end),
            "days": [from_to(*run) for run in runs_of([DAYS.index(day) for day in days])]}),
        new_posts(design, role, title, count, days, (start, end), str(sex) if sex else None))
        for count in (1, 2) for start, end in hours],
        new=True)


def _new_room(design: Design, planned: Planned, args: Mapping[str, object]) -> Iterator[Family]:
    """A room with all that is needed, or two where something else is offered at the same time; or one that holds more than
    was thought."""
    size, component, others = args["size"], planned.component, _others(args)
    assert isinstance(size, int)
    wanting = [planned, *(one for one in design.components.values() if one.component.title in others)]
    features = tuple(dict.fromkeys(feature for one in wanting for feature in one.component.room.features))
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


def _moved(design: Design, plans: Sequence[WeekPlan], planned: Planned) -> Iterator[Family]:
    """Its pin at the nearest times that no day of any week takes."""
    pin, groups = planned.settings.at or {}, tuple(design.programme.groups)
    if len(set(pin.values())) != 1 or planned.audience != "all":
        return
    was, found = next(iter(pin.values())), 0
    for at in sorted(range(0, DAY - planned.minutes, GRID), key=lambda at: (abs(at - was), at)):
        pins = {day: clock(at) for day in pin} if "every" not in pin else clock(at)
        change = of_component(design, planned.name, at=pins)
        moved = change.design.components[planned.name]
        if at == was or found == MOST_OF_A_KIND or not fits_its_hours(planned, at, was):
            continue
        if any(pinned_on_frame(moved, plan.days, spans_of(
                moved, plan.days, groups, on_arrival=False, stays_home=False), groups) for plan in plans):
            continue
        found += 1
        yield from family("moved", [Proposal(Phrase("remedies.moved", {
            "name": planned.component.title, "at": clock(at), "was": clock(was)}), change)])


def _as_days_allow(design: Design, planned: Planned, args: Mapping[str, object]) -> Iterator[Family]:
    """As often as it has days, or on as many days more as it is to be held."""
    component, count, days = planned.component, args["count"], args["days"]
    assert isinstance(count, int) and isinstance(days, int)
    more = [day for day in DAYS if day not in component.days][:count - days]
    if more:
        yield from family("more-days", [Proposal(
            Phrase("remedies.more-days", {"name": component.title, "day": [Phrase(f"days.{day}") for day in more]}),
            of_component(design, planned.name, days=[day for day in DAYS if day in (*component.days, *more)]))])
    if days:
        yield from family("less-often", [Proposal(
            Phrase("remedies.less-often", {"name": component.title, "count": days, "was": count}),
            of_component(design, planned.name, how_often={"each_week": days}))])


def _longer_on_such_days(design: Design, planned: Planned) -> Iterator[Family]:
    """A window of its own on one kind of day as long as it lasts, or some hours longer."""
    known = planned.settings.by_day_type or {}
    written = {name: one.model_dump(mode="json", exclude_unset=True) for name, one in known.items()}
    for kind, here in known.items():
        if here.window and here.window[1] - here.window[0] < planned.minutes:
            start = here.window[0]
            yield from family("wider", [Proposal(
                Phrase("remedies.wider", {"name": planned.component.title, "window": window, "was": "-".join(
                    map(clock, here.window))}),
                of_component(design, planned.name, by_day_type={**written, kind: {**written[kind], "window": window}}))
                for minutes in (planned.minutes, planned.minutes + 60, planned.minutes + 180)
                if (window := f"{clock(start)}-{clock(min(start + minutes, DAY - GRID))}")])


def _not_on_such_days(design: Design, planned: Planned, args: Mapping[str, object]) -> Iterator[Family]:
    """Not held on a kind of day whose frame takes its pinned time."""
    kind, known = str(args["kind"]), planned.settings.by_day_type or {}
    written = {name: one.model_dump(mode="json", exclude_unset=True) for name, one in known.items()}
    yield from family("not-on-such-days", [Proposal(
        Phrase("remedies.not-on-such-days", {"name": planned.component.title, "day_type": args["day_type"]}),
        of_component(design, planned.name, by_day_type={**written, kind: {"held": False}}))])
