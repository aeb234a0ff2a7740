"""The timetable and the design report for other programs: docs/en/develop/data-files.md tells the keys, which stay."""

from __future__ import annotations

import json
from typing import Any

from generator.formats import Materials
from generator.model.values import clock
from generator.model.week import DAY
from generator.views.design_report import DesignReportView
from generator.views.rows import FrameRow, Row, TeamRow, WatchRow
from generator.views.timetable import DayRow, Named, TimetableView, WeekRow

SUFFIX = "json"
VIEWS = ("DesignReportView", "TimetableView")
VERSION = 1
"""Of the keys: a key is never renamed or given another meaning without a new number."""
LINE = 600
"""Characters from which on a thing is spread over several lines."""


def make(view: DesignReportView | TimetableView, materials: Materials) -> bytes:
    """The data, an item a line."""
    data = _report(view) if isinstance(view, DesignReportView) else _timetable(view)
    return (_laid_out(data) + "\n").encode()


def _report(view: DesignReportView) -> dict[str, Any]:
    """Every criterion by its number."""
    return {
        "format": "tcguide-design-report", "version": VERSION, "language": view.language, "title": view.programme,
        "organisation": view.organisation, "edition": view.edition,
        "criteria": {row.number: {key: value for key, value in vars(row).items() if key != "number"} for row in view.rows},
    }


def _timetable(view: TimetableView) -> dict[str, Any]:
    """Weeks → days → frame and sessions. Everything is referred to by name; its title stands once, above."""
    sessions: dict[str, list[Row]] = {}
    frame: dict[str, list[FrameRow]] = {}
    for row in view.rows:
        sessions.setdefault(row.date.isoformat(), []).append(row)
    for item in view.frame:
        frame.setdefault(item.date.isoformat(), []).append(item)
    return {
        "format": "tcguide-timetable", "version": VERSION, "language": view.language, "programme": view.name,
        "title": view.programme, "organisation": view.organisation, "edition": view.edition,
        "starts": view.starts.isoformat(), "time_zone": view.time_zone,
        "pillars": _titles(view.pillars), "dimensions": _served(view, "dimension"),
        "relapse_factors": _served(view, "factor"), "phases": _titles(view.phases), "groups": _titles(view.groups),
        "rooms": _titles(view.rooms),
        "staff": {post.name: {"title": post.title, "hours_per_week": post.hours_per_week} for post in view.staff},
        "components": {held.name: {"title": held.title, "pillar": held.pillar} for held in view.components},
        "weeks": [_week(view, week, frame, sessions) for week in view.weeks],
    }


def ingredients(view: DesignReportView | TimetableView, materials: Materials) -> list[bytes]:
    return []


def _titles(named: tuple[Named, ...]) -> dict[str, str]:
    return {one.name: one.title for one in named}


def _served(view: TimetableView, kind: str) -> dict[str, str]:
    """The dimensions or relapse factors that any minutes count for."""
    return {one.name: one.title for table in view.minutes.tables if table.kind == kind for one in table.series}


def _week(
    view: TimetableView, week: WeekRow, frame: dict[str, list[FrameRow]], sessions: dict[str, list[Row]]
) -> dict[str, Any]:
    return {
        "number": week.number, "phases": dict(week.phases),
        "days": [_day(day, frame.get(day.date.isoformat(), []), sessions.get(day.date.isoformat(), [])) for day in week.days],
        "duty": [_watch(watch) for watch in view.duty if watch.week == week.number],
        "team_times": [_team_time(time) for time in view.team if time.week == week.number],
        "work_minutes": {hours.post: {"led": hours.led, "co_led": hours.co_led, "duty": hours.duty,
                                      "team": hours.team, "total": hours.total}
                         for hours in view.hours if hours.week == week.number},
        "minutes": _minutes(view, week.number),
    }


def _day(day: DayRow, frame: list[FrameRow], sessions: list[Row]) -> dict[str, Any]:
    return {
        "date": day.date.isoformat(), "weekday": day.weekday, "day_type": day.day_type, "holiday": day.holiday or None,
        "ramadan": day.ramadan,
        "present": {group: [{"start": clock(start), "end": clock(end) if end % DAY else "24:00"} for start, end in hours]
                    for group, hours in day.present} or None,
        "frame": [_frame(item) for item in frame], "sessions": [_session(row) for row in sessions],
    }


def _frame(item: FrameRow) -> dict[str, Any]:
    return {"start": clock(item.start), "end": clock(item.end), "title": item.title, "kind": item.kind,
            "voluntary": item.voluntary, "groups": list(item.groups) or None, "choose": item.choose}


def _session(row: Row) -> dict[str, Any]:
    other = {"title": row.other_title, "leader": row.other_lead, "room": row.other_place} if row.other_lead else None
    return {
        "key": row.key, "component": row.component, "title": row.title, "start": clock(row.start), "end": clock(row.end),
        "minutes": row.minutes, "travel_minutes": row.travel,
        "groups": [{"group": group, "first": first, "last": last} for group, first, last in row.parts],
        "resident": row.number, "leader": row.lead, "co_leader": row.co_lead, "room": row.place, "place": row.room,
        "topic": {"number": row.topic_number, "title": row.topic} if row.topic_number else None,
        "alongside": row.strand or None, "alternative": other,
    }


def _watch(watch: WatchRow) -> dict[str, Any]:
    return {"key": watch.key, "date": watch.date.isoformat(), "shift": watch.shift, "title": watch.title,
            "start": clock(watch.start), "end": clock(watch.end), "minutes": watch.end - watch.start,
            "staff": list(watch.posts)}


def _team_time(time: TeamRow) -> dict[str, Any]:
    return {"key": time.key, "date": time.date.isoformat(), "team_time": time.name, "title": time.title,
            "start": clock(time.start), "end": clock(time.end), "minutes": time.end - time.start,
            "staff": list(time.posts), "room": time.place}


def _minutes(view: TimetableView, week: int) -> dict[str, dict[str, dict[str, int]]]:
    """``pillar``, ``dimension`` and ``relapse_factor`` → minutes of an average resident, for ``all`` and for each group."""
    kinds = {"pillar": "pillar", "dimension": "dimension", "factor": "relapse_factor"}
    found: dict[str, dict[str, dict[str, int]]] = {}
    names = [group.name for group in view.groups]
    for table in view.minutes.tables:
        for row in table.rows:
            if table.by == "week" and row.week == week:
                of = dict(zip((one.name for one in table.series), row.values, strict=True))
                of_kind = found.setdefault(kinds[table.kind], {})
                of_kind[table.group or "all"] = of
                if len(names) == 1:
                    of_kind[names[0]] = of
    return found


def _laid_out(value: Any, depth: int = 0) -> str:
    """One line for each session, frame item and shift, so that two editions can be compared by eye."""
    short = json.dumps(value, ensure_ascii=False)
    if len(short) <= LINE or not isinstance(value, dict | list):
        return short
    gap, end = "\n" + " " * (depth + 1), "\n" + " " * depth
    if isinstance(value, list):
        return "[" + gap + ("," + gap).join(_laid_out(one, depth + 1) for one in value) + end + "]"
    return "{" + gap + ("," + gap).join(
        f"{json.dumps(key, ensure_ascii=False)}: {_laid_out(one, depth + 1)}" for key, one in value.items()) + end + "}"
