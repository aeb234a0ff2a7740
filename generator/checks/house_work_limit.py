"""House work stays within the weekly limit, and work for income is paid or voluntary.

Looks at each week of the timetable: group sessions of components marked ``work`` plus frame items of kind
``chores``, and at ``policies.work``. The limit ``hours`` is the criterion's.
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
        for group in design.programme.groups:
            sessions = sum(
                session.minutes for session in week.sessions
                if group in session.groups and not session.strand and design.components[session.component].component.work)
            chores = sum(slot.end - slot.start for day in week.days for slot in day.frame
                         if slot.kind == "chores" and slot.concerns((group,)))
            if sessions + chores > most * 60:
                yield Finding("too-much", design.at("components"), {
                    "hours": round((sessions + chores) / 60, 1), "most": most, "week": week.number,
                    "sessions": round(sessions / 60, 1), "chores": round(chores / 60, 1),
                    "group": design.programme.groups[group].title})
                return
