"""The timetable for other programs (JSON): sessions, frame, duty, times with the team, and the minutes of every week."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.documents import Laid
from generator.model.house import Hours
from generator.model.values import DAYS
from generator.model.week import Day, Week
from generator.verify import Fault
from generator.verify.session_rows import clock
from generator.verify.sums import KINDS, Sums, sums
from generator.views import wording

FILES = ("weekly-schedule.json",)
KEYS = {"pillar": "pillar", "dimension": "dimension", "factor": "relapse_factor"}


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    data = json.loads(path.read_text(encoding="utf-8"))
    weeks, programme, code = data["weeks"], laid.design.programme, laid.words.code
    for key, named in (("groups", programme.groups), ("rooms", programme.rooms)):
        titles = {name: one.title.to(code) for name, one in named.items()}
        yield None if data[key] == titles else Fault(key, str(titles), str(data[key]))
    posts = {name: one.title.to(code) for name, one in programme.staff.items()}
    found = {name: one["title"] for name, one in data["staff"].items()}
    yield None if found == posts else Fault("leader", str(posts), str(found))
    yield None if len(weeks) == len(laid.weeks) else Fault("count", str(len(laid.weeks)), str(len(weeks)))
    groups = list(programme.groups)
    tables = {(kind, group): sums(laid, kind, "week", group) for kind in KINDS
              for group in ("", *(groups if len(groups) > 1 else ()))}
    for week, said in zip(laid.weeks, weeks, strict=False):
        yield None if said["phases"] == dict(week.phases) else Fault("phase", str(dict(week.phases)), str(said["phases"]))
        for day, told in zip(week.days, said["days"], strict=False):
            yield from _day(day, told, week, laid)
        yield from _staff(week, said, laid)
        for (kind, group), table in tables.items():
            yield from _minutes(str(week.number), table, said["minutes"].get(KEYS[kind], {}).get(group or "all"))


def _day(day: Day, told: dict[str, Any], week: Week, laid: Laid) -> Iterator[Fault | None]:
    wanted = [(
        session.component, wording.session_title(laid.design, session, laid.words), clock(session.start), clock(session.end),
        session.minutes - 2 * session.travel, session.lead, session.co_lead, session.room, session.resident,
        tuple((part.group, part.first, part.last) for part in session.parts)) for session in day.sessions]
    found = [(
        one["component"], one["title"], one["start"], one["end"], one["minutes"], one["leader"], one["co_leader"], one["room"],
        one["resident"], tuple((part["group"], part["first"], part["last"]) for part in one["groups"]))
        for one in told["sessions"]]
    same_date = told["date"] == day.date.isoformat() and len(found) == len(wanted)
    yield None if same_date else Fault("count", f"{day.date}: {len(wanted)}", f"{told['date']}: {len(found)}")
    for expected, said in zip(wanted, found, strict=False):
        yield None if expected == said else Fault("session", f"{day.date}: {expected}", str(said))
    frame = [(clock(slot.start), clock(slot.end), wording.slot(laid.design, slot, laid.words), slot.choose)
             for slot in day.frame]
    shown = [(one["start"], one["end"], one["title"], one["choose"]) for one in told["frame"]]
    yield None if frame == shown else Fault("frame", f"{day.date}: {frame}"[:300], str(shown)[:300])
    coming = {name: [(clock(start), clock(end)) for start, end in _hours(group.present, day, week)] for name, group
              in laid.design.programme.groups.items() if group.present and name in dict(week.phases)}
    come = {name: [(one["start"], one["end"].replace("24:", "00:")) for one in hours]
            for name, hours in (told["present"] or {}).items()}
    yield None if coming == come else Fault("present", f"{day.date}: {coming}", str(come))


def _hours(present: Sequence[Hours], day: Day, week: Week) -> list[tuple[int, int]]:
    """When a group comes on a day, as it is written."""
    return sorted(one.hours for one in present if DAYS[day.date.weekday()] in one.days
                  and (one.rotation is None or one.rotation.falls_in(week.number)))


def _staff(week: Week, said: dict[str, Any], laid: Laid) -> Iterator[Fault | None]:
    """Duty and times with the team, and the hours that each post leads."""
    watches = {(watch.date.isoformat(), watch.shift, watch.people) for watch in week.duty}
    kept = {(one["date"], one["shift"], tuple(one["staff"])) for one in said["duty"]}
    yield from (Fault("shift", str(one)) for one in sorted(watches - kept))
    yield from (Fault("shift", "–", str(one)) for one in sorted(kept - watches))
    times = sorted((one.date.isoformat(), one.name, clock(one.start), clock(one.end), one.staff) for one in week.team_times)
    told = sorted((one["date"], one["team_time"], one["start"], one["end"], tuple(one["staff"])) for one in said["team_times"])
    yield None if times == told else Fault("team-time", str(times)[:300], str(told)[:300])
    for post in laid.design.programme.staff:
        led = sum(session.minutes for session in week.sessions if post in (session.lead, session.other_lead))
        found = said["work_minutes"].get(post, {}).get("led", 0)
        yield None if led == found else Fault("hours", f"{week.number}, {post}: {led}", str(found))


def _minutes(week: str, table: Sums, said: dict[str, int] | None) -> Iterator[Fault | None]:
    row = next((row for row in table.rows if row.name == week), None)
    if row is None:
        return
    same = said is not None and tuple(said) == table.columns and row.agrees(list(said.values()))
    yield None if same else Fault("minutes", f"{week}: {[round(float(value)) for value in row.values]}", str(said))
