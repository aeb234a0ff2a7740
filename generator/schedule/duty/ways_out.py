"""What fills a duty roster that cannot be filled, as an author writes it; each way is tried before it is offered."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.language import Text
from generator.model.design import Design
from generator.model.house import Person, Sex
from generator.problem import Phrase, Remedy
from generator.schedule.duty.clash import EFFORT, Remedies
from generator.schedule.duty.model import search
from generator.schedule.duty.needs import ALL_HOURS, Need, duty_task
from generator.schedule.remedies.changes import Change, more_posts
from generator.schedule.remedies.offered import duration

ALL_HOURS_WRITTEN = [{"days": "mon-sun", "hours": "00:00-24:00"}]
"""As an author writes that somebody is free to work at any hour."""


def ways_out(design: Design, helps: Remedies, needs: Sequence[Need], dates: Sequence[dt.date]) -> tuple[Remedy, ...]:
    """Leave at another time, wider hours, more posts: those of them under which these shifts are filled."""
    found = [_tried(says, change, needs, dates) for says, change in _changes(design, helps, needs, dates)]
    posts = next(filter(None, (_tried(says, change, needs, dates) for says, change in _posts(design, helps.posts))), None)
    return tuple(remedy for remedy in (*found, posts) if remedy)


def _tried(says: Phrase, change: Change, needs: Sequence[Need], dates: Sequence[dt.date]) -> Remedy | None:
    task = duty_task(change.design, dates)
    kept = search(task, needs, {}, effort=EFFORT).kept if task else None
    if not kept:
        return None
    minutes = Counter({(name, need.week): 0 for need, names in kept.items() for name in names})
    for need, names in kept.items():
        for name in names:
            minutes[name, need.week] += need.minutes
    (busiest, _), most = max(minutes.items(), key=lambda entry: (entry[1], entry[0]))
    return Remedy(says, (change.text,), (
        Phrase("remedies.same-minutes"),
        Phrase("remedies.busiest", {"post": change.design.programme.staff[busiest].title, "hours": duration(most)}),
        Phrase("remedies.roster")))


def _changes(
    design: Design, helps: Remedies, needs: Sequence[Need], dates: Sequence[dt.date]
) -> Iterator[tuple[Phrase, Change]]:
    first, last = dates[needs[0].week * 7 - 7], dates[needs[-1].week * 7 - 1]
    if helps.leave:
        gone = dict.fromkeys(one for name in helps.leave for one in design.programme.staff[name].leave
                             if one[0] <= last and first <= one[1])
        yield (Phrase("remedies.leave", {"names": _titles(design, helps.leave), "dates": [
            f"{start.isoformat()}–{end.isoformat()}" for start, end in gone]}), _of_posts(design, {
                name: {"leave": tuple(one for one in design.programme.staff[name].leave if one not in gone)}
                for name in helps.leave}, lambda of: {"leave": [[day.isoformat() for day in one] for one in of["leave"]]}))
    if helps.longer:
        yield (Phrase("remedies.all-hours", {"names": _titles(design, helps.longer)}), _of_posts(
            design, {name: {"available": ALL_HOURS} for name in helps.longer}, lambda _: {"available": ALL_HOURS_WRITTEN}))


def _titles(design: Design, names: Sequence[str]) -> list[Text]:
    return [design.programme.staff[name].title for name in names]


def _of_posts(design: Design, fields: dict[str, dict[str, Any]], written: Any) -> Change:
    staff = dict(design.programme.staff)
    staff |= {name: staff[name].model_copy(update=of) for name, of in fields.items()}
    return Change(("staff",), {name: written(of) for name, of in fields.items()},
                  replace(design, programme=design.programme.model_copy(update={"staff": staff})))


def _posts(design: Design, count: int) -> Iterator[tuple[Phrase, Change]]:
    """So many posts more, of every mixture of sexes that the shifts may ask for."""
    duty = design.programme.duty
    team = [(name, person) for name, person in design.programme.staff.items() if duty and person.role in duty.roles]
    if not count or not team or duty is None:
        return
    sexes: list[Sex | None] = [*sorted({sex for shift in duty.shifts.values() for sex in shift.sexes})]
    like, pattern = team[0]
    title = design.catalogue.roles[pattern.role].title if pattern.role in design.catalogue.roles else pattern.title
    numbered = Text.of({language: f"{phrase} {{number}}" for language, phrase in title})
    for mixture in itertools.combinations_with_replacement(sexes or [pattern.sex], count):
        free = Person(title=pattern.title, role=pattern.role, available=ALL_HOURS)
        programme = design.programme.model_copy(update={"staff": {**design.programme.staff, like: free}})
        change = more_posts(replace(design, programme=programme), like, count, numbered)
        added = {name: {**post, **({"sex": sex} if sex else {}), "available": ALL_HOURS_WRITTEN}
                 for (name, post), sex in zip(change.value.items(), mixture, strict=True)}
        staff = {**design.programme.staff, **{name: Person.model_validate(post) for name, post in added.items()}}
        yield (Phrase("remedies.more-on-duty", {"count": count, "role": title}), Change(
            ("staff",), added, replace(design, programme=design.programme.model_copy(update={"staff": staff}))))
