"""What is wrong with a week in words: a lack of hours, components that clash, and the facts of the house that hold it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.language import Text
from generator.model.adjustment import posts_named
from generator.model.design import Design
from generator.model.values import DAYS, clock
from generator.problem import Location, Phrase, Problem, Remedy
from generator.schedule.pairs import Pair, only, pair_of
from generator.schedule.remedies.offered import duration
from generator.schedule.shortages import Shortage, all_shortages
from generator.schedule.solve import Unsolved
from generator.schedule.strain import Use, tightest
from generator.schedule.stretches import steps_of
from generator.schedule.task import WeekPlan
from generator.schedule.why_not.binding import (
    choice_beside,
    divided,
    each_by_itself,
    for_whom,
    in_shifts,
    only_these,
    second_leader,
)
from generator.schedule.why_not.dated import dated

MOST_LISTED, MOST_NAMED = 4, 8
"""Components listed of a shortage and of a clash."""

MOST_STRETCHES = 3
"""Stretches of time named where a shortage lies in a few hours."""

CODES = {"posts": "TC415", "rooms": "TC416", "people": "TC417"}
SECTIONS = {"posts": "staff", "rooms": "rooms", "people": "groups"}


def largest_of(plan: WeekPlan, pairs: Sequence[Pair]) -> Sequence[Pair]:
    minutes: Counter[Pair] = Counter()
    for sitting in plan.task.sittings:
        minutes[pair_of(sitting.key)] += sitting.minutes
    return sorted(pairs, key=lambda pair: (-minutes[pair], pair))


def all_pinned(design: Design, pairs: Sequence[Pair]) -> bool:
    return all(design.components[name].is_pinned for name, _ in pairs)


def of_clash(
    design: Design, plan: WeekPlan, answer: Unsolved, facts: Sequence[Phrase], offered: tuple[Remedy, ...],
    also: Mapping[str, object],
) -> Problem:
    names = list(dict.fromkeys(name for name, _ in answer.clash))
    if len(names) > MOST_NAMED:
        names = list(dict.fromkeys(name for name, _ in largest_of(plan, answer.clash)))
    titles: list[Text | Phrase] = [design.components[name].component.title for name in names]
    if len(names) > MOST_NAMED:
        titles = [*titles[:MOST_NAMED - 1], Phrase("shortages.others", {"count": len(names) - MOST_NAMED + 1})]
    first = design.components[names[0]]
    args = {"week": plan.number, **also,
            "because": Phrase("because.facts", {"facts": one_after_another(facts)}) if facts else "",
            "rest": Phrase("because.smallest") if answer.smallest else Phrase("because.not-smallest", {"asked": answer.asked})}
    if len(names) == 1:
        lead = next(s.leads[0] for s in plan.task.sittings if s.component == names[0])
        return Problem(design.own_place_of(first, "led_by", "staff", lead), "TC412", {
            **args, "name": titles[0], "whom": for_whom(design, plan.task, answer.clash)}, remedies=offered)
    pinned = all_pinned(design, answer.clash)
    place = design.place_of(first, "at") if pinned else _place(design, names)
    return Problem(place, "TC402" if pinned else "TC401", {**args, "names": titles}, remedies=offered)


def one_after_another(facts: Sequence[Phrase]) -> Phrase:
    said = facts[0]
    for fact in facts[1:]:
        said = Phrase("because.and", {"one": said, "other": fact})
    return said


def _place(design: Design, names: Sequence[str]) -> Location:
    """Where the programme's own file speaks of one of the components, for that is what its author can change."""
    own = design.chain[0]
    for name in names:
        for section in ("adjust", "add"):
            if ("components", section, name) in own.values:
                return own.at_key("components", section, name)
    return design.at("components")


def of_shortage(
    design: Design, plan: WeekPlan, short: Shortage, offered: tuple[Remedy, ...], also: Mapping[str, object]
) -> Problem:
    counts: Counter[tuple[str, int]] = Counter()
    for (component, _), count, minutes in short.sessions:
        counts[component, minutes] += count
    sessions = [Phrase("shortages.sessions", {"name": design.components[component].component.title, "count": count,
                                              "minutes": minutes}) for (component, minutes), count in counts.items()]
    if len(sessions) > MOST_LISTED:
        sessions = [*sessions[:MOST_LISTED], Phrase("shortages.others", {"count": len(sessions) - MOST_LISTED})]
    facts = _held_by(design, plan, short)
    args = {"week": plan.number, "when": _within(short), "sessions": sessions,
            "who": _who(design, short), "need": duration(short.need),
            "have": duration(short.have), "lacking": duration(short.need - short.have), **also,
            "because": Phrase("because.facts", {"facts": one_after_another(facts)}) if facts else ""}
    first = design.components[short.sessions[0][0][0]]
    if not short.have and short.kind == "posts":
        return Problem(design.own_place_of(first, "led_by", "staff", short.names[0]), "TC418", {
            **args, "name": first.component.title, "minutes": short.sessions[0][2]}, remedies=offered)
    return Problem(design.at(SECTIONS[short.kind], short.names[0]), CODES[short.kind], args, remedies=offered)


def _who(design: Design, short: Shortage) -> object:
    """Posts or rooms taken together; of groups the first, for whom everything is told, and those of whom the same is true."""
    first, *others = [_title(design, short.kind, name) for name in short.names]
    if short.kind == "people" and others:
        return Phrase("shortages.likewise", {"name": first, "others": others})
    return [first, *others]


def _held_by(design: Design, plan: WeekPlan, short: Shortage) -> list[Phrase]:
    """What makes more of a shortage than one would think: a second leader, a choice beside it, a session held several times
    over, shifts; what takes somebody out of this very week."""
    without = [(fact, max((other.need - other.have for other in all_shortages(task)
                           if other.kind == short.kind and set(other.names) & set(short.names)), default=0))
               for fact, task in dated(design, plan, short.pairs)]
    # Those without which nothing is lacking; else those without which less is.
    facts = [fact for fact, lack in without if not lack] or [
        fact for fact, lack in without if lack < short.need - short.have]
    if short.kind == "people":
        return facts[:MOST_LISTED]
    for name in dict.fromkeys(name for name, _ in short.pairs):
        planned = design.components[name]
        own = [s for s in plan.task.sittings if s.component == name and steps_of(s.spans) & short.when]
        who = set(short.names)
        if short.kind == "posts":
            named = posts_named(planned.settings.led_by)
            facts += [only_these(design, planned)] if named and who <= set(named) else []
            facts += [second_leader(design, planned)] if any(set(s.co_leads) <= who for s in own if s.co_leads) else []
        beside = [s.other_leads if short.kind == "posts" else s.other_rooms for s in own]
        facts += [choice_beside(planned)] if any(set(names) <= who for names in beside if names) else []
        there = replace(plan.task, sittings=tuple(own))
        facts += filter(None, (each_by_itself(planned, there), divided(planned, there)))
    shifts = in_shifts(design, short.names) if short.kind == "posts" else None
    return [*([shifts] if shifts else []), *facts][:MOST_LISTED]


def _within(short: Shortage) -> Phrase | str:
    """The time a shortage is about, where that is a few hours of the week and not most of it."""
    stretches = short.stretches
    if len(stretches) > MOST_STRETCHES:
        return ""
    return Phrase("shortages.within", {"stretches": [Phrase("shortages.stretch", {
        "day": Phrase(f"days.{DAYS[span.day]}"), "from": clock(span.start), "to": clock(span.end)}) for span in stretches]})


def tight_use(design: Design, use: Use) -> Phrase:
    titles = [_title(design, use.kind, name) for name in use.names]
    return Phrase("shortages.tight", {"who": Phrase("shortages.either", {"names": titles}) if len(titles) > 1 else titles[0],
                                      "need": duration(use.need), "have": duration(use.have)})


def tight_part(design: Design, plan: WeekPlan, pairs: Sequence[Pair]) -> tuple[Phrase, ...]:
    """Of a clash that no single fact was seen to hold, what is wanted nearly to its last minute; of one of many components at
    least where it is tightest."""
    found = tightest(only(plan.task, pairs))
    tight = [use for use in found if use.need * 4 >= use.have * 3]
    if not tight and len(pairs) <= MOST_NAMED:
        return ()
    return (Phrase("because.tight" if tight else "because.tightest", {
        "tight": one_after_another([tight_use(design, use) for use in tight or found])}),)


def _title(design: Design, kind: str, name: str) -> Text:
    programme = design.programme
    if kind == "posts":
        return programme.staff[name].title
    return programme.rooms[name].title if kind == "rooms" else programme.groups[name].title
