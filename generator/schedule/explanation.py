"""Tell why a week cannot be held: what is lacking by count, or what clashes and which facts hold it; and what would help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.language import Text
from generator.model.design import Design
from generator.model.values import DAYS, clock
from generator.model.week import Placement
from generator.problem import Location, Phrase, Problem, Remedy, Severity, in_order
from generator.schedule.binding import binding, choice_beside, divided, each_by_itself, for_whom, in_shifts, second_leader
from generator.schedule.clash import why_not
from generator.schedule.decide import Answer, Effort, decide
from generator.schedule.pairs import Pair, only, pair_of, pairs_of
from generator.schedule.remedies import HOPELESS, Guard, duration, remedies
from generator.schedule.shortages import Shortage, Use, is_short, shortages, tightest
from generator.schedule.solve import Unsolved
from generator.schedule.task import WeekPlan
from generator.schedule.trials import found_by_steps

EFFORT = 0.15
"""Deterministic seconds for everything that is told of one build's weeks, some three or four seconds by the clock."""

EFFORT_TO_LOOK, PER_WEEK = 0.06, 0.03
"""The same for looking at the weeks after the first that cannot be held: for all of them, and for one."""

EFFORT_UNDECIDED, MOST_TRIED = 0.12, 3
"""The same for a week of which nobody knows why it has no timetable; only its largest components are tried."""

MOST_WEEKS = 3
"""Weeks explained in one build."""

MOST_SHORT, MOST_CLASHES, MOST_LISTED, MOST_NAMED = 4, 4, 4, 8
"""Shortages and clashes told of one week, and components listed of a shortage and of a clash."""

MOST_STRETCHES = 3
"""Stretches of time named where a shortage lies in a few hours."""

CODES = {"posts": "TC415", "rooms": "TC416", "people": "TC417"}
SECTIONS = {"posts": "staff", "rooms": "rooms", "people": "groups"}


def unlaid(design: Design, plans: Sequence[WeekPlan], answer: Unsolved, guard: Guard) -> list[Problem]:
    """Why the first of these weeks has no timetable, and what else is wrong in the later ones.

    Nothing can be printed any more, so the later weeks are not laid out: they are only asked whether they can be held.
    """
    effort, looking = Effort(EFFORT), Effort(EFFORT_TO_LOOK)
    said: set[frozenset[Pair]] = set()
    problems = explained(design, plans[0], answer, guard, effort, said)
    known, seen, told = [answer.clash], {plans[0].key}, 1
    for plan in plans[1:]:
        if plan.key in seen:
            continue
        seen.add(plan.key)
        if told == MOST_WEEKS or looking.is_spent or effort.is_spent or not answer.clash:
            return [*problems, Problem(design.at("components"), "TC419", {"week": plan.number}, Severity.NOTE)]
        clash = _another_clash(plan, known, looking)
        if clash:
            known.append(clash.clash)
            news = explained(design, plan, clash, guard, effort, said)
            told += bool(news)
            problems += news
    return problems


def lacking(design: Design, plans: Sequence[WeekPlan]) -> list[Problem]:
    """What the first of these weeks that has too little of something lacks, by counting alone; nothing is tried out."""
    for plan in plans:
        short = [one for one in shortages(plan.task) if not _are_pins_on_pins(design, one)][:MOST_SHORT]
        if short:
            return [_of_shortage(design, plan, one, (), {"others": "", "tried": Phrase("because.build")}) for one in short]
    return []


def _another_clash(plan: WeekPlan, known: Sequence[Sequence[Pair]], effort: Effort) -> Unsolved | None:
    """The clash of a week, if it has one that is not told yet."""
    if decide(plan.task, effort, PER_WEEK).answer is not Answer.CLASHES:
        return None
    if any(decide(only(plan.task, pairs), effort, PER_WEEK).answer is Answer.CLASHES for pairs in known):
        return None
    clash = why_not(plan.task, effort)
    return Unsolved(clash.pairs, clash.smallest, clash.asked) if clash.pairs else None


def explained(
    design: Design, plan: WeekPlan, answer: Unsolved, guard: Guard, effort: Effort, said: set[frozenset[Pair]]
) -> list[Problem]:
    """Why a week has no timetable, each reason with its remedies; nothing that was ``said`` of an earlier week already."""
    # Pins that lie on one another are told as such, not as too few minutes.
    reasons: Sequence[Shortage | Unsolved] = [
        short for short in shortages(plan.task) if not _are_pins_on_pins(design, short)][:MOST_SHORT]
    if not reasons and not answer.clash:
        return [_undecided(design, plan, guard, effort)]
    reasons = reasons or [answer]
    more, rest = _further(plan, [_pairs(one) for one in reasons], effort)
    reasons = [*reasons, *more]
    problems: list[Problem] = []
    news = [reason for reason in reasons if frozenset(_pairs(reason)) not in said]
    said |= {frozenset(_pairs(reason)) for reason in news}
    for number, reason in enumerate(news):
        share = Effort(effort.left / (len(news) - number))
        effort.left -= share.left
        pairs = _pairs(reason)
        for_facts = Effort(share.left / 3)  # remedies are worth more than reasons
        share.left -= for_facts.left
        facts = binding(design, plan, pairs, for_facts) if isinstance(reason, Unsolved) else ()
        share.left += for_facts.left
        # The other reasons need remedies of their own: they are left out of the trials.
        aside = {pair for other in reasons for pair in _pairs(other)} - set(pairs)
        offered, tried = ((), 0) if _is_hopeless(reason) else remedies(
            design, plan, _to_change(design, plan, pairs, facts), share, guard, aside, rest,
            large=len(pairs) > MOST_NAMED)
        effort.left += share.left
        also = {"others": "",
                "tried": Phrase("because.tried", {"count": tried}) if tried and not offered else ""}
        problems.append(_of_shortage(design, plan, reason, offered, also) if isinstance(reason, Shortage)
                        else _of_clash(design, plan, reason, facts, offered, also))
    return _saying_once_how_many(problems)


def _saying_once_how_many(problems: Sequence[Problem]) -> list[Problem]:
    """The reasons of one week as they are told, the first of which says that there are others."""
    if len(problems) < 2:
        return list(problems)
    first, *others = in_order(list(problems))
    return [replace(first, args={**first.args, "others": Phrase("because.others", {"count": len(others)})}), *others]


def _to_change(design: Design, plan: WeekPlan, pairs: Sequence[Pair], facts: Sequence[Phrase]) -> Sequence[Pair]:
    """Of many that clash those whose own limits hold the clash, and the largest: there is no effort to try them all."""
    if len(pairs) <= MOST_NAMED:
        return pairs
    named = {fact.args.get("name") for fact in facts}
    holding = [pair for pair in pairs if design.components[pair[0]].component.title in named]
    return list(dict.fromkeys([*holding, *_largest(plan, pairs)[:MOST_TRIED]]))


def _largest(plan: WeekPlan, pairs: Sequence[Pair]) -> Sequence[Pair]:
    minutes: Counter[Pair] = Counter()
    for sitting in plan.task.sittings:
        minutes[pair_of(sitting.key)] += sitting.minutes
    return sorted(pairs, key=lambda pair: (-minutes[pair], pair))


def _pairs(reason: Shortage | Unsolved) -> tuple[Pair, ...]:
    return reason.pairs if isinstance(reason, Shortage) else reason.clash


def _all_pinned(design: Design, pairs: Sequence[Pair]) -> bool:
    return all(design.components[name].is_pinned for name, _ in pairs)


def _are_pins_on_pins(design: Design, short: Shortage) -> bool:
    """Whether the same people are wanted in several pinned sessions at once; of posts and rooms the lack itself is told."""
    return short.kind == "people" and _all_pinned(design, short.pairs)


def _is_hopeless(reason: Shortage | Unsolved) -> bool:
    return isinstance(reason, Shortage) and reason.need > HOPELESS * reason.have > 0


def _further(
    plan: WeekPlan, told: Sequence[Sequence[Pair]], effort: Effort
) -> tuple[list[Unsolved], tuple[Placement, ...]]:
    """Further clashes that have nothing to do with those told, and the rest of the week where it can be laid."""
    found: list[Unsolved] = []
    rest = [pair for pair in pairs_of(plan.task) if not any(pair in pairs for pairs in told)]
    while rest and not effort.is_spent:
        part = only(plan.task, rest)
        if not is_short(part) and (placements := found_by_steps(part, effort)):
            return found, placements
        decision = decide(part, effort, PER_WEEK)
        if decision.answer is not Answer.CLASHES or len(told) + len(found) >= MOST_CLASHES:
            return found, decision.placements
        clash = why_not(part, effort)
        if not clash.pairs:
            break
        found.append(Unsolved(clash.pairs, clash.smallest, clash.asked))
        rest = [pair for pair in rest if pair not in clash.pairs]
    return found, ()


def _of_clash(
    design: Design, plan: WeekPlan, answer: Unsolved, facts: Sequence[Phrase], offered: tuple[Remedy, ...],
    also: Mapping[str, object],
) -> Problem:
    names = list(dict.fromkeys(name for name, _ in answer.clash))
    if len(names) > MOST_NAMED:
        names = list(dict.fromkeys(name for name, _ in _largest(plan, answer.clash)))
    titles: list[Text | Phrase] = [design.components[name].component.title for name in names]
    if len(names) > MOST_NAMED:
        titles = [*titles[:MOST_NAMED - 1], Phrase("shortages.others", {"count": len(names) - MOST_NAMED + 1})]
    first = design.components[names[0]]
    args = {"week": plan.number, **also,
            "because": Phrase("because.facts", {"facts": _one_after_another(facts)}) if facts else "",
            "rest": Phrase("because.smallest") if answer.smallest else Phrase("because.not-smallest", {"asked": answer.asked})}
    if len(names) == 1:
        return Problem(design.place_of(first, "led_by"), "TC412", {
            **args, "name": titles[0], "whom": for_whom(design, plan.task, answer.clash)}, remedies=offered)
    pinned = _all_pinned(design, answer.clash)
    place = design.place_of(first, "at") if pinned else _place(design, names)
    return Problem(place, "TC402" if pinned else "TC401", {**args, "names": titles}, remedies=offered)


def _one_after_another(facts: Sequence[Phrase]) -> Phrase:
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


def _of_shortage(
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
            "who": [_title(design, short.kind, name) for name in short.names], "need": duration(short.need),
            "have": duration(short.have), "lacking": duration(short.need - short.have), **also,
            "because": Phrase("because.facts", {"facts": _one_after_another(facts)}) if facts else ""}
    first = design.components[short.sessions[0][0][0]]
    if not short.have and short.kind == "posts":
        return Problem(design.place_of(first, "led_by"), "TC418", {**args, "name": first.component.title,
                                                          "minutes": short.sessions[0][2]}, remedies=offered)
    return Problem(design.at(SECTIONS[short.kind], short.names[0]), CODES[short.kind], args, remedies=offered)


def _held_by(design: Design, plan: WeekPlan, short: Shortage) -> list[Phrase]:
    """What makes more of a shortage than one would think: a second leader, a choice beside it, a session held several times
    over, shifts."""
    if short.kind == "people":
        return []
    facts: list[Phrase] = []
    for name in dict.fromkeys(name for name, _ in short.pairs):
        planned, own = design.components[name], [s for s in plan.task.sittings if s.component == name]
        if short.kind == "posts":
            who = set(short.names)
            second = any(set(s.co_leads) <= who and not set(s.leads) <= who for s in own if s.co_leads)
            facts += [second_leader(design, planned)] if second else []
            facts += [choice_beside(planned)] if any(set(s.other_leads) <= who for s in own if s.other_leads) else []
        facts += filter(None, (each_by_itself(planned, plan.task), divided(planned, plan.task)))
    shifts = in_shifts(design, short.names) if short.kind == "posts" else None
    return [*([shifts] if shifts else []), *facts][:MOST_LISTED]


def _within(short: Shortage) -> Phrase | str:
    """The time a shortage is about, where that is a few hours of the week and not most of it."""
    stretches = short.stretches
    if len(stretches) > MOST_STRETCHES:
        return ""
    return Phrase("shortages.within", {"stretches": [Phrase("shortages.stretch", {
        "day": Phrase(f"days.{DAYS[span.day]}"), "from": clock(span.start), "to": clock(span.end)}) for span in stretches]})


def _undecided(design: Design, plan: WeekPlan, guard: Guard, effort: Effort) -> Problem:
    """The search ended without a week and without a reason: what was looked at, and where it is tightest."""
    tight = tightest(plan.task)
    largest = _largest(plan, pairs_of(plan.task))
    of_each = [next(pair for pair in largest if _uses(plan, pair, name)) for use in tight for name in use.names]
    pairs = list(dict.fromkeys(of_each))[:MOST_NAMED]
    offered, tried = remedies(design, plan, pairs, Effort(min(effort.left, EFFORT_UNDECIDED)), guard,
                              undecided=True)
    return Problem(design.at("components"), "TC407", {
        "week": plan.number, "sessions": len(plan.task.sittings), "posts": len(plan.task.workers),
        "rooms": len(plan.task.rooms), "tight": _one_after_another([_tight(design, use) for use in tight]),
        "tried": Phrase("because.tried", {"count": tried}) if tried and not offered else ""}, remedies=offered)


def _uses(plan: WeekPlan, pair: Pair, name: str) -> bool:
    return any(name in (*s.leads, *s.co_leads, *s.other_leads, *s.rooms, *s.other_rooms, *s.groups)
               for s in plan.task.sittings if pair_of(s.key) == pair)


def _tight(design: Design, use: Use) -> Phrase:
    titles = [_title(design, use.kind, name) for name in use.names]
    return Phrase("shortages.tight", {"who": Phrase("shortages.either", {"names": titles}) if len(titles) > 1 else titles[0],
                                      "need": duration(use.need), "have": duration(use.have)})


def _title(design: Design, kind: str, name: str) -> Text:
    programme = design.programme
    if kind == "posts":
        return programme.staff[name].title
    return programme.rooms[name].title if kind == "rooms" else programme.groups[name].title
