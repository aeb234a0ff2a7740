"""No group sits longer than the limit, and no session lies in the night's rest.

Looks at the timetable: every group session's length, and whether a session overlaps a frame item of kind
``night-rest`` of those who are in it. The limit ``group-minutes`` is the criterion's. A shift of work is no group that sits:
its hours have a limit of their own (:mod:`generator.checks.house_work_limit`).
"""

from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.values import clock
from generator.model.week import Week

NEEDS_TIMETABLE = True
BEFORE_SOLVING = "sessions"
"""How long sessions are does not depend on where they lie, and none is laid on the frame."""


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding]:
    most = criterion.limits["group-minutes"]
    told: set[str] = set()
    for week in weeks:
        for day in week.days:
            nights = [slot for slot in day.frame if slot.kind == "night-rest"]
            for session in day.sessions:
                planned = design.components[session.component]
                args = {"name": planned.component.title, "week": week.number, "minutes": session.minutes, "most": most,
                        "start": clock(session.start), "end": clock(session.end)}
                sits = session.resident is None and not planned.component.work
                if sits and session.minutes > most and session.component not in told:
                    told.add(session.component)
                    only_the_way = session.minutes - 2 * session.travel <= most
                    yield Finding("too-long", design.place_of(planned, "travel_minutes" if only_the_way else "minutes"), args)
                if any(session.start < night.end and night.start < session.end
                       for night in nights if night.concerns(session.groups)):
                    yield Finding("at-night", design.at("components"), args)
