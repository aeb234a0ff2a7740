"""A week written for FET has the tags of FET's own files in their order; where FET is installed, it solves the same week."""

from __future__ import annotations

import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from generator.fet import as_fet, hour
from generator.model.values import DAYS
from generator.model.week import Part, Placement, Sitting, Span, WeekTask, Worker
from generator.schedule import solve, violations

LISTS = ["Mode", "Institution_Name", "Comments", "Days_List", "Hours_List", "Subjects_List", "Activity_Tags_List",
         "Teachers_List", "Students_List", "Activities_List", "Buildings_List", "Rooms_List", "Time_Constraints_List",
         "Space_Constraints_List"]
"""As in the files of FET 6 (Debian's fet-data, examples/FET-6-official); so are the tags below, each repeated one once."""

WEIGHT, END = ["Weight_Percentage"], ["Active", "Comments"]
TAGS = {
    "Days_List": ["Number_of_Days", "Day"],
    "Hours_List": ["Number_of_Hours", "Hour"],
    "Subject": ["Name", "Comments"],
    "Activity_Tag": ["Name", "Printable", "Comments"],
    "Teacher": ["Name", "Target_Number_of_Hours", "Qualified_Subjects", "Comments"],
    "Year": ["Name", "Number_of_Students", "Comments", "Group"],
    "Group": ["Name", "Number_of_Students", "Comments"],
    "Activity": ["Teacher", "Subject", "Activity_Tag", "Students", "Duration", "Total_Duration", "Id", "Activity_Group_Id",
                 "Active", "Comments"],
    "Room": ["Name", "Building", "Capacity", "Virtual", "Comments"],
    "ConstraintBasicCompulsoryTime": [*WEIGHT, *END],
    "ConstraintBasicCompulsorySpace": [*WEIGHT, *END],
    "ConstraintTeacherNotAvailableTimes": [*WEIGHT, "Teacher", "Number_of_Not_Available_Times", "Not_Available_Time", *END],
    "ConstraintTeacherMaxHoursDaily": [*WEIGHT, "Teacher_Name", "Maximum_Hours_Daily", *END],
    "ConstraintActivitiesPreferredStartingTimes": [
        *WEIGHT, "Teacher_Name", "Students_Name", "Subject_Name", "Activity_Tag_Name", "Duration",
        "Number_of_Preferred_Starting_Times", "Preferred_Starting_Time", *END],
    "ConstraintActivitiesSameStartingTime": [*WEIGHT, "Number_of_Activities", "Activity_Id", *END],
    "ConstraintMinDaysBetweenActivities": [
        *WEIGHT, "Consecutive_If_Same_Day", "Number_of_Activities", "Activity_Id", "MinDays", *END],
    "ConstraintRoomNotAvailableTimes": [*WEIGHT, "Room", "Number_of_Not_Available_Times", "Not_Available_Time", *END],
    "ConstraintActivityPreferredRooms": [*WEIGHT, "Activity_Id", "Number_of_Preferred_Rooms", "Preferred_Room", *END],
    "Not_Available_Time": ["Day", "Hour"],
    "Preferred_Starting_Time": ["Preferred_Starting_Day", "Preferred_Starting_Hour"],
}


def a_task() -> WeekTask:
    """A week with everything that is written: talks, a divided group, what is held beside, an alternative, closures."""
    morning = tuple(Span(day, 485, 720) for day in range(5))
    everyone, half = (Part("women", 1, 4),), (Part("women", 1, 2),)
    sittings = [
        *(Sitting(f"class/women/{n}", "class", everyone, 60, morning, ("ann", "ben"), rooms=("hall", "study")) for n in (1, 2)),
        Sitting("circle/women~1/1", "circle", half, 45, morning, ("ann",), ("ben", "cal"), rooms=("study",)),
        Sitting("worship/women/1", "worship", everyone, 30, (Span(4, 485, 515),), ("ben",), rooms=("hall",),
                other_leads=("cal",), other_rooms=("study",)),
        Sitting("prayer/women/1", "prayer", everyone, 30, morning, ("ben",), rooms=("hall",)),
        Sitting("prayer/women+1/1", "prayer", (), 30, morning, ("ann",), rooms=("study",), alongside="prayer/women/1"),
        *(Sitting(f"talk/women/r{n:02d}", "talk", (Part("women", n, n),), 40, morning, ("cal",), rooms=("study",), resident=n)
          for n in (1, 2, 3, 4)),
    ]
    workers = (Worker("ann", morning, 2400, 120), Worker("ben", morning, 2400), Worker("cal", morning, 2400))
    return WeekTask(tuple(sittings), workers, (("women", 4),), ("hall", "study"), (("study", Span(0, 0, 1440)),))


@pytest.fixture(scope="module")
def solved() -> tuple[WeekTask, dict[str, Placement], bytes]:
    task = a_task()
    answer = solve(task)
    assert isinstance(answer, tuple)
    where = {spot.key: spot for spot in answer}
    return task, where, as_fet(task, where, "made")


def test_the_file_has_the_lists_and_tags_of_fets_own_files_in_their_order(solved):
    root = ET.fromstring(solved[2])

    assert root.tag == "fet" and root.get("version", "").startswith("6.")
    assert [element.tag for element in root] == LISTS
    seen = set()
    for element in root.iter():
        if element.tag in TAGS and len(element):
            seen.add(element.tag)
            tags = list(dict.fromkeys(child.tag for child in element))
            optional = {"Group", "Students"}
            assert [tag for tag in TAGS[element.tag] if tag in tags or tag not in optional] == tags, element.tag
    assert seen == TAGS.keys(), "the task has everything that can be written"


def test_numbers_and_names_agree(solved):
    root = ET.fromstring(solved[2])
    names = {tag: [e.findtext("Name") for e in root.iter(tag) if e.find("Name") is not None]
             for tag in ("Day", "Hour", "Teacher", "Subject", "Activity_Tag", "Room", "Year", "Group")}
    times = [(e.findtext("Day") or e.findtext("Preferred_Starting_Day"),
              e.findtext("Hour") or e.findtext("Preferred_Starting_Hour"))
             for tag in ("Not_Available_Time", "Preferred_Starting_Time") for e in root.iter(tag)]
    ids = [e.findtext("Id") for e in root.iter("Activity") if len(e)]

    assert len(names["Day"]) == 7 and names["Hour"][0] == "08:05" and names["Hour"][-1] == "11:55"
    assert all(day in names["Day"] and at in names["Hour"] for day, at in times)
    assert len(ids) == len(set(ids)) == len(solved[0].sittings) + 1, "the alternative is an activity of its own"
    for element in root.iter():
        for child in element:
            if child.tag.startswith("Number_of_") and child.tag.endswith(("Times", "Rooms", "Activities", "Days", "Hours")):
                listed = element[-3].tag if element[-1].tag == "Comments" else element[-1].tag
                listed = "Activity_Id" if child.tag == "Number_of_Activities" else listed
                assert int(child.text or 0) == len(element.findall(listed)), element.tag


def test_the_same_week_gives_the_same_bytes_and_past_midnight_has_hours_too(solved):
    task, where, first = solved

    assert as_fet(task, where, "made") == first
    assert hour(8 * 60 + 5) == "08:05"
    assert hour(24 * 60 + 10) == "24:10"


@pytest.mark.skipif(not shutil.which("fet-cl"), reason="FET is not installed (apt-get install fet)")
def test_fet_solves_the_week_and_our_checker_finds_nothing_against_it(solved, tmp_path):
    task, where, content = solved
    (tmp_path / "made.fet").write_bytes(content)

    said = subprocess.run(["fet-cl", "--inputfile=made.fet", "--outputdir=out", "--timelimitseconds=30", "--htmllevel=0"],
                          cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    assert "Simulation successful" in said

    assert violations(task, from_fet(task, where, content, tmp_path / "out")) == []


def from_fet(task: WeekTask, where: dict[str, Placement], content: bytes, out: Path) -> list[Placement]:
    """FET's answer as placements: its times and rooms, our leaders."""
    keys = {e.findtext("Id"): e.findtext("Comments") for e in ET.fromstring(content).iter("Activity") if len(e)}
    placed: dict[str, Placement] = {}
    answer = next(out.glob("timetables/*/*_activities.xml")).read_text(encoding="utf-8-sig")
    for activity in ET.fromstring(answer).iter("Activity"):
        key, room = keys[activity.findtext("Id")], activity.findtext("Room") or None
        assert key
        if key in placed:  # the alternative beside it comes second
            placed[key] = replace(placed[key], other_room=room)
            continue
        at = activity.findtext("Hour") or ""
        placed[key] = replace(where[key], day=DAYS.index(activity.findtext("Day") or ""),
                              start=int(at[:2]) * 60 + int(at[3:]), room=room, other_room=None)
    assert placed.keys() == {sitting.key for sitting in task.sittings}
    return list(placed.values())
