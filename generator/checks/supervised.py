"""Whoever works with residents is supervised at a fixed time.

Looks at the ``team_times`` that hold the component the criterion names under ``components``, at least once in the limit
``weeks``. With ``names``, roles, every post of such a role takes part; while there is no such time nobody can tell.
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding, Shown, Untold
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import Week
from generator.problem import Phrase

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding | Shown | Untold]:
    programme, (name, *_) = design.programme, criterion.components
    times = [time for time in programme.team_times.values() if time.component == name
             and (time.rotation is None or time.rotation.every <= criterion.limits["weeks"])]
    posts = {key: post for key, post in programme.staff.items() if {post.role, *post.also} & {*criterion.names}}
    if not times:
        yield Untold() if criterion.names else Finding("none", design.at("team_times"))
        return
    taking_part = {one for time in times for one in time.staff or programme.staff}
    missing = [post.title for key, post in posts.items() if key not in taking_part]
    if missing:
        yield Finding("left-out", design.at("team_times"), {"names": missing})
        return
    for time in times:
        there = [programme.staff[key].title for key in time.staff or programme.staff if key in (posts or programme.staff)]
        if there:
            yield Shown(Phrase("shown.supervision", {"name": time.title, "names": there}))
