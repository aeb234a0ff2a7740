"""Which sheets the timetable's workbook has, and what stands in them: everything, then group by group, person by person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.views.minutes import MinutesTable
from generator.views.rows import Row, WatchRow
from generator.views.timetable import Post, TimetableView

Value = str | int | float | dt.date | None


@dataclass(frozen=True)
class Column:
    """``kind`` is ``text``, ``wrap``, ``clock`` (minutes after midnight), ``date``, ``number``,
    ``count`` (a number that stands like a word) or ``hours``."""

    heading: str
    width: float
    kind: str = "text"


@dataclass(frozen=True)
class Sheet:
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    frozen: int = 0
    """Columns on the left that stay in sight, besides the heading."""


SIZES: dict[str, tuple[float, str]] = {
    "week": (7, "count"), "phase": (17, "wrap"), "date": (11, "date"), "weekday": (9, "text"), "start": (7, "clock"),
    "end": (8, "clock"), "activity": (27, "wrap"), "pillar": (18, "wrap"), "topic": (28, "wrap"), "group": (18, "wrap"),
    "resident": (9, "text"), "leader": (22, "wrap"), "co_leader": (22, "wrap"), "room": (18, "wrap"),
    "alternative": (28, "wrap"), "minutes": (8, "number"), "task": (14, "wrap"), "week_hours": (10, "hours"),
    "shift": (24, "text"), "people": (44, "wrap"),
}
"""Narrow enough for all columns of `SESSIONS` to be read on one landscape sheet; long words go on in the next line."""
SESSIONS = ("week", "phase", "date", "weekday", "start", "end", "activity", "pillar", "topic", "group", "resident", "leader",
            "co_leader", "room", "alternative", "minutes")
OF_GROUP = tuple(name for name in SESSIONS if name != "group")
OF_POST = ("week", "date", "weekday", "start", "end", "activity", "task", "topic", "group", "resident", "room", "minutes",
           "week_hours")
OF_ROOM = ("week", "date", "weekday", "start", "end", "activity", "group", "resident", "leader", "co_leader", "minutes")
FRAME = ("week", "date", "weekday", "start", "end", "activity")
DUTY = ("week", "date", "weekday", "start", "end", "shift", "people")


def workbook(view: TimetableView) -> Iterator[Sheet]:
    """Every sheet in order. Titles may still be too long or the same: that is for the format to settle."""
    words = view.words
    yield _sheet(view, words["sheet"], SESSIONS, [session_values(row) for row in view.rows])
    yield _sheet(view, words["frame"], FRAME, [
        {"week": f.week, "date": f.date, "weekday": f.weekday, "start": f.start, "end": f.end, "activity": f.title}
        for f in view.frame])
    for group in view.groups:
        yield _sheet(view, group.title, OF_GROUP, [session_values(row) for row in view.of_group(group.name)])
    for post in view.staff:
        yield _sheet(view, post.title, OF_POST, _of_post(view, post))
    for room in view.rooms:
        yield _sheet(view, room.title, OF_ROOM, [_in_room(row, room.name) for row in view.of_room(room.name)])
    if view.duty:
        yield _sheet(view, words["duty_roster"], DUTY, [_shift(watch) for watch in view.duty])
    yield _hours(view)
    yield _minutes(view)


def _sheet(view: TimetableView, title: str, names: Sequence[str], rows: Sequence[dict[str, Value]]) -> Sheet:
    columns = tuple(Column(view.words[name], *SIZES[name]) for name in names)
    return Sheet(title, columns, tuple(tuple(row.get(name) for name in names) for row in rows))


def session_values(row: Row) -> dict[str, Value]:
    """A session by the names of `SESSIONS`."""
    return {
        "week": row.week, "phase": row.phase, "date": row.date, "weekday": row.weekday, "start": row.start, "end": row.end,
        "activity": row.title, "pillar": row.pillar, "topic": row.topic, "group": row.group, "resident": row.resident,
        "leader": row.leader, "co_leader": row.co_leader, "room": row.room, "alternative": row.alternative,
        "minutes": row.minutes}


def _in_room(row: Row, room: str) -> dict[str, Value]:
    """A session in the room, or what is held there beside one."""
    if row.place == room:
        return session_values(row)
    return session_values(row) | {"activity": row.other_title, "leader": row.other_leader, "co_leader": ""}


def _of_post(view: TimetableView, post: Post) -> list[dict[str, Value]]:
    """A post's sessions and shifts by the clock; the hours of a week stand in the week's first row."""
    found: list[dict[str, Value]] = []
    for row in view.of_post(post.name):
        task = "leads" if row.lead == post.name else "co_leads" if row.co_lead == post.name else "beside"
        values = session_values(row) | {"task": view.words[task]}
        if task == "beside":
            values |= {"activity": row.other_title, "room": row.other_room, "topic": ""}
        found.append(values)
    for watch in view.watches_of(post.name):
        found.append(_shift(watch) | {"activity": watch.title, "task": view.words["on_duty"],
                                      "minutes": watch.end - watch.start})
    for time in view.team_times_of(post.name):
        found.append({"week": time.week, "date": time.date, "weekday": time.weekday, "start": time.start, "end": time.end,
                      "activity": time.title, "task": view.words["team"], "room": time.room,
                      "minutes": time.end - time.start})
    found.sort(key=lambda entry: (str(entry["date"]), entry["start"], entry["end"]))
    hours = {spent.week: round(spent.total / 60, 2) for spent in view.hours if spent.post == post.name}
    for entry in found:
        week = entry["week"]
        entry["week_hours"] = hours.pop(week, None) if isinstance(week, int) else None
    return found


def _shift(watch: WatchRow) -> dict[str, Value]:
    return {"week": watch.week, "date": watch.date, "weekday": watch.weekday, "start": watch.start, "end": watch.end,
            "shift": watch.title, "people": watch.people}


def _hours(view: TimetableView) -> Sheet:
    """Hours of work by week and post, under what the post may work at most."""
    words = view.words
    columns = (Column(words["week"], 14, "count"), Column(words["date"], 12, "date"),
               *(Column(post.title, 13, "hours") for post in view.staff))
    spent = {(hours.week, hours.post): round(hours.total / 60, 2) for hours in view.hours}
    rows: list[tuple[Value, ...]] = [(words["at_most"], None, *(post.hours_per_week for post in view.staff))]
    rows += [(week.number, week.days[0].date, *(spent[week.number, post.name] for post in view.staff))
             for week in view.weeks]
    return Sheet(words["hours"], columns, tuple(rows), 1)


def _minutes(view: TimetableView) -> Sheet:
    """Minutes of an average resident: all residents first, then each group; pillars, dimensions, relapse factors."""
    words, spent = view.words, view.minutes
    by_week = [table for table in spent.tables if table.by == "week"]
    found: dict[str, dict[str, MinutesTable]] = {}
    for table in by_week:
        found.setdefault(table.group, {})[table.kind] = table
    everyone = found.get("", {})
    series = {kind: table.series for kind, table in everyone.items()}
    columns = [Column(words["group"], 20), Column(words["week"], 8, "count")]
    for kind, titles in series.items():
        columns += [Column(one.title, 15, "number") for one in titles]
        columns += [Column(spent.words["total"], 10, "number")] if kind == "pillar" else []
    names = {group.name: group.title for group in view.groups}
    rows: list[tuple[Value, ...]] = []
    for group, tables in found.items():
        for index, first in enumerate(tables["pillar"].rows):
            values: list[Value] = [names.get(group, spent.words["everybody"]), first.week]
            for kind, titles in series.items():
                table = tables[kind]
                here = dict(zip((one.name for one in table.series), table.rows[index].values, strict=True))
                values += [here.get(one.name, 0) for one in titles]
                values += [table.rows[index].total] if kind == "pillar" else []
            rows.append(tuple(values))
    return Sheet(spent.title, tuple(columns), tuple(rows), 2)
