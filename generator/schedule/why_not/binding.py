"""Which facts of the house hold a clash together: those that, were they otherwise, would let it fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model.adjustment import posts_named
from generator.model.design import Design, Planned
from generator.model.values import DAYS, clock, runs_of
from generator.model.week import DAY, Sitting, Span, WeekTask, Worker
from generator.problem import Phrase
from generator.schedule.companions import with_any_companion
from generator.schedule.decide import Answer, Effort, decide
from generator.schedule.pairs import Pair, only, pair_of, pairs_of
from generator.schedule.remedies.changes import of_component
from generator.schedule.task import WeekPlan, task_of
from generator.schedule.why_not.dated import dated, from_to

PER_QUESTION = 0.01
"""Deterministic seconds for one limit."""

MOST = 6
"""Facts named; more would hide the one that matters."""

GENERAL = ("because.hours", "because.leads", "because.room")
"""Limits of which nothing is said where something more particular of the same post or room is to blame."""

ALWAYS = tuple(Span(day, 0, DAY) for day in range(7))
ENDLESS = 7 * DAY


def binding(design: Design, plan: WeekPlan, pairs: Sequence[Pair], effort: Effort) -> tuple[Phrase, ...]:
    """The limits each of which, taken away alone, lets the clash fit; the most particular first."""
    task = only(plan.task, pairs)
    found: list[Phrase] = []
    for phrase, relaxed in _limits(design, plan, task, pairs):
        if len(found) == MOST or effort.is_spent:
            break
        if phrase.key == "because.people" and found:
            continue  # that nobody can be in two places goes without saying where something else is to blame
        if any(phrase.key in GENERAL and phrase.args.get(of) and phrase.args.get(of) == one.args.get(of)
               for one in found for of in ("post", "room")):
            continue
        if phrase.key == "because.hours-together" and any(one.key == "because.hours" for one in found):
            continue  # one of them is enough
        if not set(pairs) <= set(pairs_of(relaxed)):
            continue  # without this limit the week would be at fault in another way
        if decide(relaxed, effort, PER_QUESTION).answer is Answer.FITS:
            found.append(phrase)
    return tuple(found)


def _limits(design: Design, plan: WeekPlan, task: WeekTask, pairs: Sequence[Pair]) -> Iterator[tuple[Phrase, WeekTask]]:
    """Each limit in words, with the clash as it would be without it."""
    names = tuple(dict.fromkeys(component for component, _ in pairs))
    if not plan.any_companion:
        yield Phrase("because.companions"), with_any_companion(task)
    yield from dated(design, plan, pairs)
    yield from _of_components(design, plan, task, names, pairs)
    posts = dict.fromkeys(post for s in task.sittings for post in (*s.leads, *s.co_leads, *s.other_leads))
    for post in posts:
        title = design.programme.staff[post].title
        if any(s.off_site and post in (*s.leads, *s.co_leads) for s in task.sittings):
            yield Phrase("because.keeps-watch", {"post": title}), replace(task, workers=tuple(
                replace(worker, off_site_spans=None) if worker.name == post else worker for worker in task.workers))
        yield Phrase("because.hours", {"post": title}), replace(task, workers=tuple(
            Worker(post, ALWAYS, ENDLESS) if worker.name == post else worker for worker in task.workers))
        yield Phrase("because.leads", {"post": title}), _without_post(task, post)
    for name in names:
        together = tuple(dict.fromkeys(post for s in task.sittings if s.component == name for post in (*s.leads, *s.stand_ins)))
        if 1 < len(together) <= MOST:
            yield Phrase("because.hours-together", {
                "name": design.components[name].component.title,
                "posts": [design.programme.staff[post].title for post in together]}), replace(task, workers=tuple(
                    Worker(worker.name, ALWAYS, ENDLESS) if worker.name in together else worker for worker in task.workers))
    for room in dict.fromkeys(room for s in task.sittings for room in (*s.rooms, *s.other_rooms)):
        yield Phrase("because.room", {"room": design.programme.rooms[room].title}), _without_room(task, room)
    for group in dict.fromkeys(group for s in task.sittings for group in s.groups):
        title = design.programme.groups[group].title
        days = tuple(replace(day, frame=tuple(
            slot for slot in day.frame if slot.kind in ("night-rest", "away", "closed") or not slot.concerns((group,))))
            for day in plan.days)
        yield Phrase("because.frame", {"group": title}), only(task_of(design, plan, days)[0], pairs)
        if any(absence.group == group for day in plan.days for absence in day.absent):
            always = tuple(replace(day, absent=tuple(one for one in day.absent if one.group != group)) for day in plan.days)
            yield Phrase("because.present", {"group": title}), only(task_of(design, plan, always)[0], pairs)
        yield Phrase("because.people", {"group": title}), replace(task, sittings=tuple(
            replace(s, parts=tuple(part for part in s.parts if part.group != group)) for s in task.sittings))


def _of_components(
    design: Design, plan: WeekPlan, task: WeekTask, names: Sequence[str], pairs: Sequence[Pair]
) -> Iterator[tuple[Phrase, WeekTask]]:
    for name in names:
        planned = design.components[name]
        if planned.component.alternative and any(s.other_leads for s in task.sittings if s.component == name):
            yield choice_beside(planned), replace(
                task, sittings=tuple(replace(s, other_leads=(), other_rooms=()) if s.component == name else s
                                     for s in task.sittings))
        title, pins = planned.component.title, _pins(planned)
        if any(s.co_leads for s in task.sittings if s.component == name):
            yield second_leader(design, planned), replace(
                task, sittings=tuple(replace(s, co_leads=()) if s.component == name else s for s in task.sittings))
        if posts_named(planned.settings.led_by):
            yield only_these(design, planned), _under(
                of_component(design, name, led_by={"staff": None}).design, plan, pairs)
        if fact := divided(planned, task):
            yield fact, replace(
                task, sittings=tuple(s for s in task.sittings if s.component != name or "~" not in s.key or "~1/" in s.key))
        if pins:
            yield Phrase("because.pin", {"name": title, "at": pins}), \
                _under(of_component(design, name, at=None).design, plan, pairs)
            continue
        yield Phrase("because.window", {"name": title, "window": "–".join(map(clock, planned.component.window))}), \
            _under(of_component(design, name, window="00:00-24:00").design, plan, pairs)
        if len(planned.component.days) < len(DAYS):
            yield Phrase("because.days", {"name": title}), \
                _under(of_component(design, name, days=list(DAYS)).design, plan, pairs)


def only_these(design: Design, planned: Planned) -> Phrase:
    """That the house has named the posts that lead a component."""
    return Phrase("because.named", {"name": planned.component.title, "posts": [
        design.programme.staff[post].title for post in posts_named(planned.settings.led_by)]})


def second_leader(design: Design, planned: Planned) -> Phrase:
    """That a component is led by two."""
    return Phrase("because.co-lead", {"name": planned.component.title, "roles": [
        design.catalogue.roles[role].title for role in planned.component.led_by.co_lead]})


def choice_beside(planned: Planned) -> Phrase:
    """That something else is offered beside a component, by somebody else and in another room."""
    assert planned.component.alternative
    return Phrase("because.alternative", {
        "name": planned.component.title, "alternative": planned.component.alternative.title})


def each_by_itself(planned: Planned, task: WeekTask) -> Phrase | None:
    """That several groups hold a component at the same pinned time, each by itself; nothing where they do not."""
    if not planned.is_pinned or planned.component.mode == "individual":
        return None
    groups: dict[tuple[Span, ...], set[tuple[str, ...]]] = defaultdict(set)
    for sitting in task.sittings:
        if sitting.component == planned.name and not sitting.alongside:
            groups[sitting.spans].add(sitting.groups)
    most = max(map(len, groups.values()), default=0)
    return Phrase("because.each", {"name": planned.component.title, "groups": most}) if most > 1 else None


def in_shifts(design: Design, posts: Sequence[str]) -> Phrase | None:
    """That whoever is on the duty roster is there for one shift only, whatever their ``available`` says."""
    duty = design.programme.duty
    if not duty or not any(design.programme.staff[name].role in duty.roles for name in posts):
        return None
    return Phrase("because.shifts", {"times": [clock(at) for at in sorted(shift.at for shift in duty.shifts.values())]})


def for_whom(design: Design, task: WeekTask, pairs: Sequence[Pair]) -> Phrase | str:
    """The groups a component cannot be held for, where others hold it as well; nothing where it is everybody's."""
    own = [s for s in task.sittings if s.component == pairs[0][0]]
    groups = dict.fromkeys(group for s in own if pair_of(s.key) in pairs for group in s.groups)
    if all(pair_of(s.key) in pairs for s in own):
        return ""
    return Phrase("shortages.for_groups", {"groups": [design.programme.groups[name].title for name in groups]})


def divided(planned: Planned, task: WeekTask) -> Phrase | None:
    """That a component is held in parts, for it is for fewer people; nothing where it is not."""
    parts = {s.key.split("/")[1].partition("~")[2] for s in task.sittings if s.component == planned.name and "~" in s.key}
    return Phrase("because.parts", {"name": planned.component.title, "parts": len(parts),
                                    "most": planned.component.group_size.most}) if parts else None


def _pins(planned: Planned) -> list[Phrase]:
    """Pinned times with their days: ``08:00 (Mon–Sat)``; the days go without saying where they are all."""
    days: dict[int, set[int]] = defaultdict(set)
    for time in planned.times or (planned,):
        for on, at in (time.settings.at or {}).items():
            days[at] |= {DAYS.index(day) for day in (time.component.days if on == "every" else (on,))}
    return [Phrase("because.at", {"at": clock(at)}) if len(on) == len(DAYS) else Phrase("because.at_on", {
        "at": clock(at), "days": [from_to(first, last) for first, last in runs_of(sorted(on))]})
        for at, on in sorted(days.items())]


def _under(design: Design, plan: WeekPlan, pairs: Sequence[Pair]) -> WeekTask:
    return only(task_of(design, plan)[0], pairs)


def _without_post(task: WeekTask, post: str) -> WeekTask:
    """Somebody else, who is always there and in several places at once, does what this post might do."""
    helpers: list[Worker] = []

    def free(names: tuple[str, ...], key: str) -> tuple[str, ...]:
        if post not in names:
            return names
        helpers.append(Worker(f"{key} {post}", ALWAYS, ENDLESS))
        return (*(name for name in names if name != post), helpers[-1].name)

    def relaxed(sitting: Sitting) -> Sitting:
        return replace(sitting, leads=free(sitting.leads, f"{sitting.key} lead"),
                       co_leads=free(sitting.co_leads, f"{sitting.key} co-lead"),
                       other_leads=free(sitting.other_leads, f"{sitting.key} other"))

    sittings = tuple(map(relaxed, task.sittings))
    return replace(task, sittings=sittings, workers=(*task.workers, *helpers))


def _without_room(task: WeekTask, room: str) -> WeekTask:
    """What may be held in this room needs none."""
    return replace(task, sittings=tuple(replace(
        s, rooms=() if room in s.rooms else s.rooms, other_rooms=() if room in s.other_rooms else s.other_rooms)
        for s in task.sittings))
