"""Write a week's task in the file format of FET (lalescu.ro/liviu/fet), the free timetabling program, to compare both.

FET chooses times and rooms; who leads is given to it, since its activities have fixed teachers. Everything else that must
hold is there: a five-minute step is FET's "hour", a group a year, a resident a group of the year, a sitting an activity.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from generator.model.values import DAYS, clock
from generator.model.week import GRID, Part, Placement, Sitting, Span, Week, WeekTask

VERSION = "6.8.5"
"""FET whose own files this follows, and which has read and solved what is written here."""

ANY_NUMBER = "30000"
"""FET's word for a room of any size: what fits is already in each sitting's rooms."""

Slots = Sequence[tuple[int, int]]
"""Weekday and minute after midnight."""


def as_fet(task: WeekTask, placements: Mapping[str, Placement], title: str) -> bytes:
    """The week as a ``.fet`` file. ``placements`` say who leads; ``title`` names the house and the week."""
    root = ET.Element("fet", version=VERSION)
    _texts(root, Mode="Official", Institution_Name=title, Comments="Written by tcguide. Times and rooms are FET's to choose.")
    steps = range(min(s.start for x in task.sittings for s in x.spans) // GRID * GRID,
                  -(-max(s.end for x in task.sittings for s in x.spans) // GRID) * GRID, GRID)
    _named(root, "Days", "Day", DAYS, counted="Number_of_Days")
    _named(root, "Hours", "Hour", [hour(step) for step in steps], counted="Number_of_Hours")
    _named(root, "Subjects", "Subject", sorted({s.component for s in task.sittings}), Comments="")
    windows = {spans: f"times-{n}" for n, spans in enumerate(dict.fromkeys((s.spans, s.minutes) for s in task.sittings), 1)}
    _named(root, "Activity_Tags", "Activity_Tag", windows.values(), Printable="true", Comments="")
    _teachers(root, task)
    _students(root, task)
    ids = _activities(root, task, placements, windows)
    _texts(ET.SubElement(root, "Buildings_List"))
    _named(root, "Rooms", "Room", task.rooms, Building="", Capacity=ANY_NUMBER, Virtual="false", Comments="")
    _time_constraints(ET.SubElement(root, "Time_Constraints_List"), task, ids, windows, steps)
    _space_constraints(ET.SubElement(root, "Space_Constraints_List"), task, ids, steps)
    ET.indent(root, "\t")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode").encode() + b"\n"


def placements_of(week: Week) -> dict[str, Placement]:
    """Where a week's sessions lie, by the key of their sitting."""
    return {s.key: Placement(s.key, (s.date - week.starts).days, s.start, s.lead, s.co_lead, s.room, s.other_lead, s.other_room)
            for s in week.sessions}


def hour(minute: int) -> str:
    """A five-minute step as FET's hours are called: ``07:45``, or ``24:10`` past midnight."""
    return f"{minute // 60:02d}:{minute % 60:02d}" if minute >= 24 * 60 else clock(minute)


def _texts(parent: ET.Element, **texts: str) -> ET.Element:
    for tag, text in texts.items():
        ET.SubElement(parent, tag).text = text
    return parent


def _named(root: ET.Element, kind: str, tag: str, names: Iterable[str], *, counted: str = "", **more: str) -> None:
    parent, names = ET.SubElement(root, f"{kind}_List"), list(names)
    if counted:
        _texts(parent, **{counted: str(len(names))})
    for name in names:
        _texts(ET.SubElement(parent, tag), Name=name, **more)


def _teachers(root: ET.Element, task: WeekTask) -> None:
    parent = ET.SubElement(root, "Teachers_List")
    for worker in task.workers:
        _texts(ET.SubElement(parent, "Teacher"), Name=worker.name, Target_Number_of_Hours="0", Qualified_Subjects="",
               Comments="")


def _students(root: ET.Element, task: WeekTask) -> None:
    """Each group a year; its residents groups of the year where some sitting takes only a part of it."""
    parent, whole = ET.SubElement(root, "Students_List"), _whole(task)
    apart = {part.group for sitting in task.sittings for part in sitting.parts if part not in whole}
    for name, size in task.groups:
        year = _texts(ET.SubElement(parent, "Year"), Name=name, Number_of_Students=str(size), Comments="")
        for resident in range(1, size + 1) if name in apart else ():
            _texts(ET.SubElement(year, "Group"), Name=_resident(name, resident), Number_of_Students="1", Comments="")


def _whole(task: WeekTask) -> set[Part]:
    return {Part(name, 1, size) for name, size in task.groups}


def _resident(group: str, number: int) -> str:
    return f"{group} {number:02d}"


def _activities(
    root: ET.Element, task: WeekTask, placements: Mapping[str, Placement], windows: Mapping[tuple[tuple[Span, ...], int], str]
) -> dict[tuple[str, str], str]:
    """Sitting and place (``room`` or ``other_room``) → number of its activity: what is offered beside it is one of its own."""
    parent = ET.SubElement(root, "Activities_List")
    ids: dict[tuple[str, str], str] = {}
    whole = _whole(task)
    for sitting in task.sittings:
        spot = placements[sitting.key]
        students = [name for part in sitting.parts for name in (
            [part.group] if part in whole else [_resident(part.group, n) for n in range(part.first, part.last + 1)])]
        strands = [("room", [name for name in (spot.lead, spot.co_lead) if name], students)]
        strands += [("other_room", [spot.other_lead], [])] if spot.other_lead else []
        for place, teachers, who in strands:
            activity, number = ET.SubElement(parent, "Activity"), str(len(ids) + 1)
            ids[sitting.key, place] = number
            for teacher in teachers:
                _texts(activity, Teacher=teacher)
            _texts(activity, Subject=sitting.component, Activity_Tag=windows[sitting.spans, sitting.minutes])
            for name in who:
                _texts(activity, Students=name)
            length = str(-(-sitting.minutes // GRID))
            _texts(activity, Duration=length, Total_Duration=length, Id=number, Activity_Group_Id="0", Active="true",
                   Comments=sitting.key)
    return ids


def _constraint(parent: ET.Element, kind: str, fields: Sequence[tuple[str, str]], slots: Slots = (), counted: str = "",
                slot: tuple[str, str, str] = ("", "", "")) -> None:
    """One rule that always holds: its fields, then a list of times where it has one."""
    element = _texts(ET.SubElement(parent, kind), Weight_Percentage="100")
    for tag, text in fields:
        _texts(element, **{tag: text})
    if counted:
        _texts(element, **{counted: str(len(slots))})
    for day, minute in slots:
        _texts(ET.SubElement(element, slot[0]), **{slot[1]: DAYS[day], slot[2]: hour(minute)})
    _texts(element, Active="true", Comments="")


STARTS = ("Preferred_Starting_Time", "Preferred_Starting_Day", "Preferred_Starting_Hour")
AWAY = ("Not_Available_Time", "Day", "Hour")


def _time_constraints(
    parent: ET.Element, task: WeekTask, ids: Mapping[tuple[str, str], str],
    windows: Mapping[tuple[tuple[Span, ...], int], str], steps: range,
) -> None:
    _constraint(parent, "ConstraintBasicCompulsoryTime", [])
    for worker in task.workers:
        away = [(day, step) for day in range(7) for step in steps
                if not any(s.day == day and s.start <= step and step + GRID <= s.end for s in worker.spans)]
        if away:
            _constraint(parent, "ConstraintTeacherNotAvailableTimes", [("Teacher", worker.name)], away,
                        "Number_of_Not_Available_Times", AWAY)
        if worker.minutes_a_day is not None:
            _constraint(parent, "ConstraintTeacherMaxHoursDaily", [
                ("Teacher_Name", worker.name), ("Maximum_Hours_Daily", str(worker.minutes_a_day // GRID))])
    for (spans, minutes), tag in windows.items():
        starts = [(span.day, step) for span in spans for step in steps if span.start <= step and step + minutes <= span.end]
        _constraint(parent, "ConstraintActivitiesPreferredStartingTimes", [
            ("Teacher_Name", ""), ("Students_Name", ""), ("Subject_Name", ""), ("Activity_Tag_Name", tag), ("Duration", "")],
            starts, "Number_of_Preferred_Starting_Times", STARTS)
    for together in _together(task, ids):
        _constraint(parent, "ConstraintActivitiesSameStartingTime", [
            ("Number_of_Activities", str(len(together))), *(("Activity_Id", number) for number in together)])
    for one, other in _repeated(task):
        _constraint(parent, "ConstraintMinDaysBetweenActivities", [
            ("Consecutive_If_Same_Day", "false"), ("Number_of_Activities", "2"), ("Activity_Id", ids[one.key, "room"]),
            ("Activity_Id", ids[other.key, "room"]), ("MinDays", "1")])


def _together(task: WeekTask, ids: Mapping[tuple[str, str], str]) -> list[list[str]]:
    """Activities that begin at the same time: a session with what is held or offered beside it."""
    found: dict[str, list[str]] = {}
    for sitting in task.sittings:
        for place in ("room", "other_room"):
            if (sitting.key, place) in ids:
                found.setdefault(sitting.alongside or sitting.key, []).append(ids[sitting.key, place])
    return [together for together in found.values() if len(together) > 1]


def _repeated(task: WeekTask) -> list[tuple[Sitting, Sitting]]:
    """Two sittings of one series: on different days."""
    series: dict[str, list[Sitting]] = {}
    for sitting in task.sittings:
        if not sitting.alongside:
            series.setdefault(sitting.series, []).append(sitting)
    return [pair for sittings in series.values() for pair in combinations(sittings, 2)]


def _space_constraints(parent: ET.Element, task: WeekTask, ids: Mapping[tuple[str, str], str], steps: range) -> None:
    _constraint(parent, "ConstraintBasicCompulsorySpace", [])
    for room in task.rooms:
        shut = [(day, step) for day in range(7) for step in steps
                if any(name == room and s.day == day and s.start < step + GRID and step < s.end for name, s in task.closed)]
        if shut:
            _constraint(parent, "ConstraintRoomNotAvailableTimes", [("Room", room)], shut, "Number_of_Not_Available_Times",
                        AWAY)
    for sitting in task.sittings:
        for place, rooms in (("room", sitting.rooms), ("other_room", sitting.other_rooms)):
            if rooms and (sitting.key, place) in ids:
                _constraint(parent, "ConstraintActivityPreferredRooms", [
                    ("Activity_Id", ids[sitting.key, place]), ("Number_of_Preferred_Rooms", str(len(rooms))),
                    *(("Preferred_Room", room) for room in rooms)])
