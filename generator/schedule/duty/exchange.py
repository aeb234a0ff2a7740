"""Make one week of a roster better: two posts exchange what they have on some days, as long as that helps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.schedule.duty.cost import Kept, Weighing
from generator.schedule.duty.needs import DutyTask, Need, Post

MOST_ROUNDS = 20
"""Through all pairs of posts; seldom are more than six needed."""

Week = dict[int, Need]
"""What one post keeps, by day."""


def exchanged(task: DutyTask, kept: Kept, weighing: Weighing) -> tuple[dict[Need, tuple[str, ...]], int]:
    """One week's roster with nothing left that two posts could better exchange, and its cost."""
    posts = {post.name: post for post in task.posts}
    weeks = {name: {need.day: need for need in sorted(kept) if name in kept[need]} for name in posts}

    def cost(name: str, week: Week) -> int | None:
        return weighing.cost(name, [week[day] for day in sorted(week)])

    costs = {name: cost(name, week) or 0 for name, week in weeks.items()}
    changed = set(posts)
    for _ in range(MOST_ROUNDS):
        lately, changed = changed, set()
        for one, other in combinations(posts, 2):
            if not {one, other} & (lately | changed):
                continue
            for mine, theirs in _exchanges(weeks[one], weeks[other]):
                most = costs[one] + costs[other]
                new = cost(one, mine)
                their_new = cost(other, theirs) if new is not None and new < most else None
                if new is None or their_new is None or new + their_new >= most:
                    continue
                if _sexes_kept(posts, {**weeks, one: mine, other: theirs}, (*mine.values(), *theirs.values())):
                    weeks[one], weeks[other], costs[one], costs[other] = mine, theirs, new, their_new
                    changed |= {one, other}
                    break
        if not changed:
            break
    better_kept = {need: tuple(name for name in posts if weeks[name].get(need.day) == need) for need in sorted(kept)}
    return better_kept, sum(costs.values())


def _exchanges(mine: Week, theirs: Week) -> Iterator[tuple[Week, Week]]:
    """Both weeks after each exchange of some days on which they differ."""
    days = [day for day in sorted({*mine, *theirs}) if mine.get(day) != theirs.get(day)]
    for count in range(1, len(days) + 1):
        for some in combinations(days, count):
            yield _with(mine, theirs, some), _with(theirs, mine, some)


def _with(week: Week, other: Week, days: Sequence[int]) -> Week:
    return {**{day: need for day, need in week.items() if day not in days},
            **{day: other[day] for day in days if day in other}}


def _sexes_kept(posts: Mapping[str, Post], weeks: Mapping[str, Week], needs: Sequence[Need]) -> bool:
    return all(any(posts[name].counts_as(sex) and week.get(need.day) == need for name, week in weeks.items())
               for need in needs for sex in need.sexes)
