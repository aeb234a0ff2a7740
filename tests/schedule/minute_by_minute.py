"""Count a printed week by hand: every minute of every resident, post and room, from what the programme's author wrote.

Nothing here looks at the engine's task, model or checker: only at the programme as plain data and at the finished week.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.model.week import Session, Week
from tests.schedule.made_houses import (
    DAYS,
    Activity,
    at_work,
    frame_of,
    has_a_break,
    named_or_fitting,
    on_dates,
    pieces,
    rooms_for,
    sex_of,
    who_may,
)
from tests.schedule.made_weeks import House


def faults_of(house: House, week: Week) -> list[str]:
    """Everything in the week that the programme does not allow, in words; nothing for a sound week."""
    return [*_taken_twice(house, week), *_each_alone(house, week), *_how_often(house, week), *_hours(house, week)]


def _taken_twice(house: House, week: Week) -> Iterator[str]:
    table: dict[tuple[int, int, str], str] = {}
    for session in week.sessions:
        # Who goes to what is held beside a session chooses it instead: the same residents, not twice the residents.
        residents = [f"{p.group} {n}" for p in session.parts for n in range(p.first, p.last + 1)] if session.strand == 0 else []
        for minute in range(session.start, session.end):
            for thing in (*residents, *people_of(session), *rooms_of(session)):
                here = table.setdefault((day_of(session), minute, thing), session.key)
                if here != session.key:
                    yield f"{thing} is in {here} and {session.key} on day {day_of(session)} at minute {minute}"


def _each_alone(house: House, week: Week) -> Iterator[str]:
    programme, chosen = house.programme, {activity.name: activity for activity in house.activities}
    latest = max(dict(day.calendar.prayers)["dzuhur"] for day in week.days)
    dzuhur = (-(-latest // 5) * 5, -(-latest // 5) * 5 + 20)
    for session in week.sessions:
        activity, day, key = chosen[session.component], day_of(session), session.key
        frame = [slot for group in session.groups for slot in frame_of(programme, day, group, dzuhur)]
        if any(minute in range(a, b) for minute in range(session.start, session.end) for a, b in frame):
            yield f"{key} lies on the frame"
        if session.start % 5 or session.minutes != activity.length:
            yield f"{key} begins or lasts wrong"
        begins, ends = session.start + activity.travel, session.end - activity.travel
        pins = programme["components"]["add"][activity.name].get("at")
        if pins and f"{begins // 60:02d}:{begins % 60:02d}" != pins.get(DAYS[day]):
            yield f"{key} has left its pin"
        if day not in activity.days or begins < activity.window[0] or ends > activity.window[1]:
            yield f"{key} is outside its window"
        for name in people_of(session):
            if week.number == 1 and not at_work(programme, name, day, session.start, session.end):
                yield f"{name} is not at work at {key}"
        for name in rooms_of(session):
            if week.number == 1 and on_dates(programme["rooms"][name].get("closed", ()), day):
                yield f"{name} is closed at {key}"
        if not _suits(house, activity, session):
            yield f"{key} has the wrong people or room"


def _suits(house: House, activity: Activity, session: Session) -> bool:
    programme = house.programme
    piece = tuple((part.group, part.first, part.last) for part in session.parts)
    size = sum(part.size for part in session.parts)
    if session.strand:
        beside = who_may(programme, (activity.alongside[session.strand - 1],))
        return session.lead in beside and session.room in rooms_for(programme, False, 1, piece)
    sex = sex_of(programme, piece) if activity.same_sex else None
    leads, co_leads = who_may(programme, activity.roles, sex), who_may(programme, activity.co_roles, sex)
    if activity.kind == "talk":
        assert session.resident
        leads = [leads[(session.resident - 1) % len(leads)]]
    rooms = named_or_fitting(programme, activity, size, piece)
    worship = activity.kind == "worship"
    return (
        session.lead in leads
        and ((session.co_lead in co_leads) if activity.co_roles else session.co_lead is None)
        and session.room in rooms
        and (session.other_lead in who_may(programme, ("companion",)) if worship else session.other_lead is None)
        and (session.other_room in rooms_for(programme, False, size, piece) if worship else session.other_room is None)
        and len(set(people_of(session))) == len(people_of(session))
        and len(set(rooms_of(session))) == len(rooms_of(session)))


def _how_often(house: House, week: Week) -> Iterator[str]:
    """Each piece has its sessions, on different days, and what is held beside begins with it."""
    held: dict[tuple[str, object, int], list[tuple[int, int]]] = defaultdict(list)
    for session in week.sessions:
        piece = tuple((part.group, part.first, part.last) for part in session.parts)
        held[session.component, piece, session.strand].append((day_of(session), session.start))
    wanted = {(activity.name, piece, strand): activity.times for activity in house.activities
              for piece in pieces(house.programme, activity) for strand in range(len(activity.alongside) + 1)}
    for who, count in wanted.items():
        days = [day for day, _ in held.get(who, [])]
        if len(days) != count or len(set(days)) != count:
            yield f"{who} is held on days {days}, wanted {count} times"
        if sorted(held.get(who, [])) != sorted(held.get((*who[:2], 0), [])):
            yield f"{who} does not begin with its session"
    yield from (f"{who} was never asked for" for who in held.keys() - wanted.keys())


def _hours(house: House, week: Week) -> Iterator[str]:
    by_day: Counter[tuple[str, int]] = Counter()
    for session in week.sessions:
        for name in people_of(session):
            by_day[name, day_of(session)] += session.minutes
    for name, post in house.programme["staff"].items():
        days = [by_day[name, day] for day in range(7)]
        if sum(days) > post["hours_per_week"] * 60 or max(days) > post.get("hours_per_day", 24) * 60:
            yield f"{name} works too long: {days}"
        busy: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for session in week.sessions:
            if name in people_of(session):
                busy[day_of(session)].append((session.start, session.end))
        for day in range(7 if week.number == 1 else 0):
            if not has_a_break(house.programme, name, day, post.get("break_minutes", 30), busy[day]):
                yield f"{name} has no break on day {day}"


def day_of(session: Session) -> int:
    return session.date.weekday()


def people_of(session: Session) -> list[str]:
    return [name for name in (session.lead, session.co_lead, session.other_lead) if name]


def rooms_of(session: Session) -> list[str]:
    return [name for name in (session.room, session.other_room) if name]
