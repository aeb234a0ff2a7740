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
from generator.schedule.day_hours import HOURS_TOO_FEW, listed
from generator.schedule.decide import WAYS_FROM_NEAR, Answer, Decision, Effort, decide
from generator.schedule.on_frame import ON_THE_FRAME
from generator.schedule.pairs import only, pairs_of
from generator.schedule.remedies.changes import Change, days_under, new_posts, new_rooms, of_component, of_room
from generator.schedule.remedies.family import Family, Proposal, family
from generator.schedule.remedies.longer_day import longer_day
from generator.schedule.remedies.off_the_frame import off_the_frame
from generator.schedule.remedies.offered import MOST, Guard, effects_of, how_many, minutes_moved, same_change
from generator.schedule.remedies.proposals import for_component
from generator.schedule.remedies.shorter import shortened
from generator.schedule.remedies.trials import KINDS, Offer
from generator.schedule.remedies.wanted import as_wanted
from generator.schedule.shortages import is_short
from generator.schedule.stepwise import found_by_steps
from generator.schedule.task import WeekPlan, placed, task_of
from generator.schedule.told_once import MENDED
from generator.schedule.why_not.dated import from_to

NOBODY, NO_ROOM, TOO_FEW_DAYS = ("TC403", "TC413"), ("TC404", "TC433"), "TC409"

EFFORT, PER_TRIAL = 0.2, 0.02
"""Deterministic seconds for all that is lacking outright, and for one trial."""

MOST_TOLD, MOST_OF_A_KIND = 4, 2
"""Problems that get remedies, and remedies of one kind for each."""

ROOM_FOR = {"id": "Ruang untuk ", "en": "Room for "}
"""What a room is called that its author has not named yet."""

SOME_MINUTES = (120, 90, 60, 30)
"""Minutes that are tried of a session and of a way that are too long."""

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
        if problem.code in MENDED and planned and told < MOST_TOLD and not effort.is_spent:
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
    mended = {_about(replace(problem, args={"name": name})) for name in (problem.args["name"], *_others(problem.args))}
    lacking = [week for week in weeks if _about(problem) in week.faults]
    if not lacking:
        return (), 0
    near = _placed(lacking[0].rest, effort)
    alone = "" if near else planned.name  # the week has other reasons too, which need remedies of their own
    families = list(_families(design, plans, lacking[0].plan, problem, planned, waiting))
    offers = [offer for one in families
              if (offer := _tried(design, lacking, mended, near, alone, one, guard, effort))]
    chosen: list[Offer] = []
    # Nothing is given up for want of one person or one room before that person or room has been asked for.
    for offer in sorted(offers, key=lambda offer: (offer.kind == "left-out", offer.rank)):
        if len(chosen) < MOST and not any(same_change(offer, other) for other in chosen) \
                and sum(offer.kind == other.kind for other in chosen) < MOST_OF_A_KIND:
            chosen.append(offer)
    wanted = WeekTask(as_wanted(design, lacking[0].plan, planned), (), (), (), ())
    return tuple(_told(offer, design, planned, wanted, alone) for offer in chosen), len(families)


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


def _others(args: Mapping[str, object]) -> list[object]:
    """The other components that go without a room, or without a time, for the same reason."""
    same = args.get("same")
    return listed(same.args["names"]) if isinstance(same, Phrase) else listed(args.get("all"))


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
    if problem.code == HOURS_TOO_FEW:
        yield from longer_day(design, problem.args, plan.days)
    if problem.code == ON_THE_FRAME:
        yield from off_the_frame(design, plans, planned, problem.args)
    if problem.code == TOO_FEW_DAYS and not planned.times:
        yield from _as_days_allow(design, planned, problem.args)
    if problem.code == "TC405" and not planned.times:
        yield from _as_there_is_room(design, planned, problem.args)
    if problem.code == "TC413":
        yield from _led_by_either_sex(design, planned)
    yield from _longer_on_such_days(design, planned)
    yield from for_component(design, plan, planned, WeekTask((), (), (), (), ()))


def _tried(
    design: Design, lacking: Sequence[_Week], mended: Collection[str], near: Sequence[Placement], alone: str, one: Family,
    guard: Guard, effort: Effort,
) -> Offer | None:
    """The mildest of a family that takes the fault from every week that has it and lets the first of them be held, or as much
    of it as concerns one component ``alone``; of those under which a "must" is open as it was, one under which it is not."""
    week, best, fewest = lacking[0], None, None
    for proposal in one.proposals:
        changed = proposal.change.design
        if effort.is_spent:
            return best
        if not all(_is_mended(proposal.change, other, mended) for other in lacking):
            continue
        days = days_under(proposal.change, week.plan)
        task = task_of(changed, week.plan, days if proposal.change.reframes else None)[0]
        if alone:
            task = only(task, [pair for pair in pairs_of(task) if pair[0] == alone])
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


def _placed(task: WeekTask, effort: Effort, near: Sequence[Placement] = ()) -> tuple[Placement, ...]:
    """A week for it, if one is found soon; ``near`` is one much like it."""
    found = Decision(Answer.OPEN)
    if near:
        found = decide(task, effort, PER_TRIAL, {spot.key: spot for spot in near}, WAYS_FROM_NEAR[:4])
    if found.answer is Answer.OPEN and not effort.is_spent and not is_short(task):
        return tuple(found_by_steps(task, effort) or ())
    return found.placements


def _is_mended(change: Change, week: _Week, mended: Collection[str]) -> bool:
    _, problems = task_of(change.design, week.plan, days_under(change, week.plan) if change.reframes else None)
    faults = {_about(fault) for fault in problems if fault.is_error}
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


def _as_there_is_room(design: Design, planned: Planned, args: Mapping[str, object]) -> Iterator[Family]:
    """As short as the longest stretch that is free, or an hour or two, if its core steps go into that; or less time on the
    way."""
    longest, way = args["longest"], planned.settings.travel_minutes or 0
    assert isinstance(longest, int)
    yield from family("shorter", [shorter for minutes in ((longest - 2 * way) // GRID * GRID, *SOME_MINUTES)
                                  for shorter in shortened(design, planned, minutes) if minutes <= longest])
    yield from family("shorter-way", [Proposal(
        Phrase("remedies.shorter-way", {"name": planned.component.title, "minutes": minutes, "was": way}),
        of_component(design, planned.name, travel_minutes=minutes)) for minutes in SOME_MINUTES if minutes < way])


def _led_by_either_sex(design: Design, planned: Planned) -> Iterator[Family]:
    """Where the house and not the catalogue asks for somebody of the group's own sex."""
    if planned.settings.same_sex and not planned.component.led_by.same_sex:
        yield from family("any-sex", [Proposal(Phrase("remedies.any-sex", {"name": planned.component.title}),
                                               of_component(design, planned.name, same_sex=False))])


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
