"""What cannot fit by counting alone: more hours wanted of a post, a room or a group than there are.

Every finding here is certain, for the supply is counted generously: as if nothing else were in the way but what the groups
of its residents hold at fixed times. That a week passes does not mean that it can be held; the solver decides that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.week import GRID, Part, Sitting, Span, WeekTask, Worker
from generator.schedule.pairs import Pair, pair_of
from generator.schedule.stretches import STEPS, steps_of, usable


@dataclass(frozen=True)
class Wanted:
    """Sessions of one kind that ask for the same posts, rooms or residents at the same times."""

    who: frozenset[str]
    """Any one of them will do."""
    when: int
    steps: int
    """Length of one session."""
    minutes: int
    pair: Pair


@dataclass(frozen=True)
class Shortage:
    """Minutes wanted of some posts, rooms or residents, and the minutes they have for it."""

    kind: str
    """``posts``, ``rooms`` or ``people``."""
    names: tuple[str, ...]
    need: int
    have: int
    sessions: tuple[tuple[Pair, int, int], ...]
    """Component with its people, how many sessions, minutes of each; the most wanted first."""
    when: int = 0
    """The only time they could lie in: a bit for each step of the week."""
    likewise: tuple[Pair, ...] = ()
    """The same sessions of other groups, of whom the same is true."""

    @property
    def stretches(self) -> list[Span]:
        """That time as stretches of weekdays, minutes after midnight."""
        found, at, when = [], 0, self.when
        while when:
            skipped = (when & -when).bit_length() - 1
            when >>= skipped
            length = ((when + 1) & ~when).bit_length() - 1
            day, step = divmod(at + skipped, STEPS)
            found.append(Span(day, step * GRID, (step + length) * GRID))
            when, at = when >> length, at + skipped + length
        return found

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return tuple(dict.fromkeys([*(pair for pair, _, _ in self.sessions), *self.likewise]))


def is_short(task: WeekTask) -> bool:
    """Whether counting alone shows that the week cannot be held."""
    return any(True for _ in all_shortages(task))


def shortages(task: WeekTask) -> tuple[Shortage, ...]:
    """What is lacking, the plainest first; what follows from a plainer shortage is not told again."""
    found = _together(list(all_shortages(task)))
    found.sort(key=lambda s: (len(s.pairs), s.kind != "posts", s.have - s.need, s.names))
    told: list[Shortage] = []
    for one in found:
        if not any(set(other.pairs) <= set(one.pairs) and (one.kind != other.kind or set(one.names) & set(other.names))
                   for other in told):
            told.append(one)
    return tuple(told)


def all_shortages(task: WeekTask) -> Iterator[Shortage]:
    """Every lack that counting finds, as it is found: much of it says the same in other words."""
    for kind, names, need, have, counted in uses_of(task, short_only=True):
        if need > have:
            sessions = [(wanted.pair, count, wanted.minutes) for wanted, count in counted]
            when = 0
            for wanted, _ in counted:
                when |= wanted.when
            yield Shortage(kind, names, need, have, _summed(sessions), when)


Counted = Sequence[tuple[Wanted, int]]


def uses_of(task: WeekTask, *, short_only: bool = False) -> Iterator[tuple[str, tuple[str, ...], int, int, Counted]]:
    """Every count worth making: kind, names, minutes wanted, minutes there, the sessions counted. With ``short_only`` not those
    that are seen to suffice."""
    workers = {worker.name: worker for worker in task.workers}
    at_work = {name: steps_of(worker.spans) for name, worker in workers.items()}
    shut: dict[str, int] = defaultdict(int)
    for name, span in task.closed:
        shut[name] |= steps_of((span,))
    posts = _wanted(task, lambda s: (s.leads, s.co_leads, s.other_leads))
    alone: dict[str, list[tuple[Wanted, int]]] = defaultdict(list)
    for one, count in posts.items():
        if len(one.who) == 1:
            alone[min(one.who)].append((one, count))

    def left(name: str, when: int, sizes: frozenset[int]) -> int:
        """What a post has for a stretch of time: not the hours of what only it can lead, and not all in that stretch."""
        others = sum(one.minutes * count for one, count in alone[name] if one.when & ~when)
        return max(_of_post(workers[name], when & at_work[name], sizes, workers[name].minutes_most - others), 0)

    for names, need, have, counted in _counts(posts, left, short_only):
        yield "posts", names, need, have, counted
    for names, need, have, counted in _counts(
            _wanted(task, lambda s: (s.rooms, s.other_rooms)),
            lambda name, when, sizes: usable(when & ~shut[name], sizes), short_only):
        yield "rooms", names, need, have, counted
    # One to one, led by whoever is qualified while no group of the resident's is held, beside what else they lead then: where
    # that is no time at all, the clash itself says more.
    for names, need, have, counted in _counts(
            _wanted(task, lambda s: (s.stand_ins or s.leads, s.co_leads, s.other_leads), _taken(task)),
            lambda name, when, sizes: _of_post(workers[name], when & at_work[name], sizes, workers[name].minutes_most),
            short_only):
        if have:
            yield "posts", names, need, have, counted
    for group, profile in _profiles(task):
        for _, need, have, counted in _counts(dict(profile), lambda _, when, sizes: usable(when, sizes), short_only):
            yield "people", (group,), need, have, counted


def is_fixed(counted: Counted) -> bool:
    return all(wanted.when.bit_count() <= wanted.steps for wanted, _ in counted)


Taken = Mapping[tuple[str, int | None], int]
"""Group and number of a resident → steps."""


def _taken(task: WeekTask) -> Taken:
    """What sessions of groups take whole of each resident's week: those with no other place to go, or as many of one kind as
    have room. Out of what lets residents or groups go they may still be called."""
    alike: dict[tuple[str, tuple[Part, ...]], list[Sitting]] = defaultdict(list)
    for sitting in task.sittings:
        if sitting.resident is None and not (sitting.allows_individual or sitting.allows_groups):
            alike[sitting.series, sitting.parts].append(sitting)
    taken: dict[tuple[str, int | None], int] = defaultdict(int)
    for (_, parts), sittings in alike.items():
        when = 0
        for sitting in sittings:
            when |= steps_of(sitting.spans)
        if when.bit_count() <= sum(-(-sitting.minutes // GRID) for sitting in sittings):
            for part in parts:
                for resident in range(part.first, part.last + 1):
                    taken[part.group, resident] |= when
    return taken


def _wanted(
    task: WeekTask, of: Callable[[Sitting], tuple[tuple[str, ...], ...]], taken: Taken | None = None
) -> dict[Wanted, int]:
    """What is wanted, and how often. Alike sessions are counted before anything is made of them: there may be thousands."""
    kept: dict[int, tuple[Span, ...]] = {}  # one tuple for all sittings of a component: told apart without reading it
    alike: Counter[tuple[tuple[str, ...], int, int, int, Pair]] = Counter()
    for sitting in task.sittings:
        kept[id(sitting.spans)] = sitting.spans
        elsewhere = taken.get((sitting.parts[0].group, sitting.resident), 0) if taken and sitting.parts else 0
        for names in of(sitting):
            if names:
                alike[names, id(sitting.spans), elsewhere, sitting.minutes, pair_of(sitting.key)] += 1
    found: dict[Wanted, int] = defaultdict(int)
    for (names, spans, elsewhere, minutes, pair), count in alike.items():
        found[_one(names, steps_of(kept[spans]) & ~elsewhere, minutes, pair)] += count
    return found


def _one(names: Collection[str], when: int, minutes: int, pair: Pair) -> Wanted:
    return Wanted(frozenset(names), when, -(-minutes // GRID), minutes, pair)


def _profiles(task: WeekTask) -> Iterator[tuple[str, tuple[tuple[Wanted, int], ...]]]:
    """Group, and what is wanted of a resident's week; equal weeks counted once.

    Out of some sessions residents or groups may be called for others: then each of both is counted without the other.
    """
    if left := [sitting for sitting in task.sittings if sitting.allows_individual or sitting.allows_groups]:
        yield from _weeks_of_residents([s for s in task.sittings if not (s.allows_individual or s.allows_groups)])
        yield from _weeks_of_residents([s for s in task.sittings if not any(one.goes_beside(s) for one in left)])
    else:
        yield from _weeks_of_residents(task.sittings)


def _weeks_of_residents(sittings: Sequence[Sitting]) -> Iterator[tuple[str, tuple[tuple[Wanted, int], ...]]]:
    kinds: dict[tuple[str, tuple[Span, ...], int, Pair], int] = {}
    of_resident: dict[tuple[str, int], list[int]] = defaultdict(list)
    for sitting in sittings:
        for part in sitting.parts:
            kind = kinds.setdefault((part.group, sitting.spans, sitting.minutes, pair_of(sitting.key)), len(kinds))
            for resident in range(part.first, part.last + 1):
                of_resident[part.group, resident].append(kind)
    wanted = [_one((group,), steps_of(spans), minutes, pair) for group, spans, minutes, pair in kinds]
    first: dict[tuple[int, ...], tuple[str, int]] = {}
    for person, week in sorted(of_resident.items()):
        first.setdefault(tuple(sorted(week)), person)
    for kept, (group, _) in sorted(first.items(), key=lambda entry: entry[1]):
        yield group, tuple(sorted(((wanted[kind], count) for kind, count in Counter(kept).items()),
                                  key=lambda entry: (entry[0].pair, entry[0].when, entry[0].steps)))


def _counts(
    wanted: Mapping[Wanted, int], minutes_of: Callable[[str, int, frozenset[int]], int], short_only: bool
) -> Iterator[tuple[tuple[str, ...], int, int, Counted]]:
    """For every choice of posts (or rooms) and every stretch of time that some session names: what has to lie within."""
    for who in sorted({one.who for one in wanted}, key=lambda names: (len(names), sorted(names))):
        mine = [(one, count) for one, count in wanted.items() if one.who <= who]
        names = tuple(sorted(who))
        stretches = {one.when for one, _ in mine}
        everywhere = 0
        for when in stretches:
            everywhere |= when
        for when in sorted(stretches | {everywhere}):
            inside = [(one, count) for one, count in mine if not one.when & ~when]
            if not inside:
                continue
            sizes = frozenset(one.steps for one, _ in inside)
            need, have = sum(one.minutes * count for one, count in inside), 0
            for name in names:
                have += minutes_of(name, when, sizes)
                if short_only and have >= need:
                    break
            else:
                yield names, need, have, inside


def _of_post(worker: Worker, when: int, sizes: frozenset[int], most: int) -> int:
    """Minutes a post can lead in a stretch of time, in sessions of these lengths, if it has ``most`` in the week for them."""
    if worker.minutes_a_day is None:
        return min(usable(when, sizes), most)
    day = (1 << STEPS) - 1
    return min(sum(min(usable(when & (day << n * STEPS), sizes), worker.minutes_a_day) for n in range(7)), most)


def _together(found: Sequence[Shortage]) -> list[Shortage]:
    """The same lack of several posts as one: 24 hours wanted of two counsellors who have 18."""
    widest: dict[tuple[str, tuple[str, ...], frozenset[Pair]], Shortage] = {}
    for one in found:
        key = one.kind, one.names, frozenset(one.pairs)
        if key not in widest or one.need - one.have > widest[key].need - widest[key].have:
            widest[key] = one
    same: dict[tuple[str, frozenset[Pair], bool], Shortage] = {}
    for (kind, names, pairs), one in widest.items():
        other = same.get((kind, pairs, not one.have))
        if other is None:
            same[kind, pairs, not one.have] = one
        elif not set(other.names) & set(names) and kind != "people":
            same[kind, pairs, not one.have] = replace(
                other, names=(*other.names, *names), need=other.need + one.need, have=other.have + one.have,
                sessions=_summed([*other.sessions, *one.sessions]), when=other.when | one.when)
    return _likewise([*same.values()])


def _likewise(found: Sequence[Shortage]) -> list[Shortage]:
    """The same lack of several groups as one: who mends it for one of them mends it for all."""
    alike: dict[Hashable, Shortage] = {}
    for one in found:
        own = [(component, count, minutes) for (component, _), count, minutes in one.sessions]
        key: Hashable = (*sorted(own), one.need, one.have, one.when) if one.kind == "people" else id(one)
        first = alike.get(key)
        alike[key] = one if first is None else replace(
            first, names=(*first.names, *one.names), likewise=(*first.likewise, *one.pairs))
    return list(alike.values())


def _summed(sessions: Sequence[tuple[Pair, int, int]]) -> tuple[tuple[Pair, int, int], ...]:
    counts: Counter[tuple[Pair, int]] = Counter()
    for pair, count, minutes in sessions:
        counts[pair, minutes] += count
    return tuple(sorted(((pair, count, minutes) for (pair, minutes), count in counts.items()),
                        key=lambda entry: (-entry[1] * entry[2], entry[0])))
