"""House work stays within the weekly limit, and work for income is paid or voluntary.

Looks at each week of the timetable: the sessions of components marked ``work`` that one resident is in, whoever of a group
has most of them, plus frame items of kind ``chores``, and at ``policies.work``. The limit ``hours`` is the criterion's.
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.week import Week

NEEDS_TIMETABLE = True
BEFORE_SOLVING = "sessions"
"""How long sessions are does not depend on where they lie."""


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding]:
    most = criterion.limits["hours"]
    policy = design.programme.policies.work
    if policy is None:
        yield Finding("missing", design.at("policies"))
    elif policy.hours_per_week_most > most:
        yield Finding("policy", design.at("policies", "work", "hours_per_week_most"),
                      {"hours": policy.hours_per_week_most, "most": most})
    for week in weeks:
        for name, group in design.programme.groups.items():
            sessions = max(_work(design, week, name))
            chores = sum(slot.end - slot.start for day in week.days for slot in day.frame
                         if slot.kind == "chores" and slot.concerns((name,)))
            if sessions + chores > most * 60:
                yield Finding("too-much", design.at("components"), {
                    "hours": round((sessions + chores) / 60, 1), "most": most, "week": week.number,
                    "sessions": round(sessions / 60, 1), "chores": round(chores / 60, 1),
                    "group": group.title})
                return


def _work(design: Design, week: Week, group: str) -> list[int]:
    """Minutes of work sessions of each resident of a group: one that is divided for its size has half of them in each part."""
    minutes = [0] * design.programme.groups[group].size
    for session in week.sessions:
        if not session.strand and design.components[session.component].component.work:
            for part in session.parts:
                for resident in range(part.first, part.last + 1) if part.group == group else ():
                    minutes[resident - 1] += session.minutes
    return minutes
