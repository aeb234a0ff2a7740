"""The staff have time without residents: meetings they lead nothing in, and a break in a long day."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.documents import Laid
from generator.formats import Materials, ics
from generator.formats import json as as_json
from generator.gather import gather
from generator.keep import Kept
from generator.schedule.task import LONG_DAY
from generator.views.poster import poster
from generator.views.sheets.selection import Chosen
from generator.views.timetable import CalendarView
from generator.views.weekly_schedule import weekly_schedule
from generator.weeks import calendar_of, lay_out, plans_of

PROGRAMME = "small-house/programme.yaml"
MEETING = """team_times:
  case-meeting:
    title: {id: Bahas kasus, en: Case meeting}
    days: wed
    hours: 10:00-11:00
    rotation: {every: 2, turn: 2}
    room: study
rooms:
"""


@pytest.fixture
def met(own_house):
    """The small house with a case meeting in its second week."""
    house = gather([own_house({PROGRAMME: ("rooms:\n", MEETING)})], "small-house", ("id", "en"))
    assert not house.problems
    return house.designs["small-house"]


def test_who_is_at_work_then_leads_nothing_and_the_room_is_taken(met):
    weeks, _, problems = lay_out(met, Kept())
    (meeting,) = weeks[1].team_times

    assert problems == []
    assert weeks[0].team_times == ()
    assert meeting.staff == tuple(sorted(met.programme.staff))
    assert (meeting.date.weekday(), meeting.start, meeting.end) == (2, 600, 660)
    at_that_time = [s for s in weeks[1].days[2].sessions if s.start < meeting.end and meeting.start < s.end]
    assert not any({s.lead, s.co_lead, s.other_lead} & set(meeting.staff) or meeting.room in (s.room, s.other_room)
                   for s in at_that_time)


def test_the_meeting_stands_on_the_sheet_in_the_hours_in_the_calendar_and_in_the_data(met, words):
    weeks, _, _ = lay_out(met, Kept())
    laid, materials = Laid(met, weeks, weeks, [], words["id"]), Materials(None)

    (sheet,) = weekly_schedule(met, [weeks[1]], words["id"], Chosen("facilitator", "counsellor-1")).sheets
    assert "Bahas kasus" in str(sheet.days[2].blocks)
    assert "dengan tim 1 jam (1 kali)" in sheet.head.subtitle.text
    room = weekly_schedule(met, [weeks[1]], words["id"], Chosen("room", "study"))
    assert "Bahas kasus" in str(room.sheets[0].days[2].blocks)
    calendar = ics.make(CalendarView("facilitator", "counsellor-1", "K", laid.timetable), materials).decode()
    assert calendar.count("SUMMARY:Bahas kasus") == 1
    data = json.loads(as_json.make(laid.timetable, materials))
    assert [len(week["team_times"]) for week in data["weeks"]] == [0, 1]
    assert data["weeks"][1]["work_minutes"]["counsellor-1"]["team"] == 60


def test_the_house_sheet_says_what_the_staff_do_while_its_residents_have_nothing(met, words):
    weeks, _, _ = lay_out(met, Kept())
    (meeting,) = weeks[1].team_times
    at_breakfast = replace(meeting, start=7 * 60, end=7 * 60 + 30)
    week = replace(weeks[1], team_times=(at_breakfast, meeting))

    (sheet,) = weekly_schedule(met, [week], words["id"]).sheets
    (block,) = [block for day in sheet.days for block in day.blocks if block.kind == "team"]

    assert (block.time, block.title, block.detail) == ("10.00–11.00", "Bahas kasus", "hanya petugas · Ruang baca")
    assert "Hanya petugas: Bahas kasus 07.00–07.30 (Rab)." in sheet.remarks
    assert "Bahas kasus" not in repr(poster(met, week, words["id"]))
    empty = replace(week, days=tuple(replace(day, sessions=(), frame=()) for day in week.days), phases=())
    assert not poster(met, empty, words["id"]).sheets, "a meeting of the staff alone makes no poster"


@pytest.mark.parametrize("chosen", ["", "    cooking:\n"])
def test_what_the_team_holds_with_families_belongs_to_the_programme_without_a_line_under_components(own_house, chosen):
    """The multi-family group stood in the week, and C20 said that none was held; its plan was not made."""
    own_house({"catalogue/components/life-skills/cooking.yaml": ("mode: group", "mode: group\nparticipants: families")})
    own_house({PROGRAMME: ("rooms:\n", MEETING.replace("room: study", "room: study\n    component: cooking"))})
    text = (own_house() / "programmes" / PROGRAMME).read_text(encoding="utf-8")
    (line,) = [line for line in text.splitlines(keepends=True) if line.startswith("    cooking:")]
    house = gather([own_house({PROGRAMME: (line, chosen)})], "small-house", ("id", "en"))

    assert not house.problems
    assert "cooking" in house.designs["small-house"].components


def test_what_the_team_holds_with_families_is_not_said_to_be_for_staff_only(own_house, words):
    own_house({"catalogue/components/life-skills/cooking.yaml": ("mode: group", "mode: group\nparticipants: families")})
    evening = MEETING.replace("room: study", "room: study\n    component: cooking")
    design = gather([own_house({PROGRAMME: ("rooms:\n", evening)})], "small-house", ("id", "en")).designs["small-house"]
    weeks, _, _ = lay_out(design, Kept())
    (held,) = weeks[1].team_times
    week = replace(weeks[1], team_times=(replace(held, start=7 * 60, end=7 * 60 + 30), held))

    (sheet,) = weekly_schedule(design, [week], words["en"]).sheets
    (block,) = [block for day in sheet.days for block in day.blocks if block.kind == "team"]

    assert block.detail == "with families · Study"
    assert "With families: Case meeting 07:00–07:30 (Wed)." in sheet.remarks


def test_the_hours_of_child_care_say_whom_they_are_for(own_house, words):
    """The crèche was printed as something for the staff only, on the sheet by which mothers know when it is open."""
    creche = MEETING.replace("room: study", "room: study\n    for_whom: {id: anak-anak, en: the children}")
    design = gather([own_house({PROGRAMME: ("rooms:\n", creche)})], "small-house", ("id", "en")).designs["small-house"]
    weeks, _, _ = lay_out(design, Kept())
    (held,) = weeks[1].team_times
    week = replace(weeks[1], team_times=(replace(held, start=7 * 60, end=7 * 60 + 30), held))

    (sheet,) = weekly_schedule(design, [week], words["id"]).sheets
    (block,) = [block for day in sheet.days for block in day.blocks if block.kind == "team"]

    assert block.detail == "untuk anak-anak · Ruang baca"
    assert "Untuk anak-anak: Bahas kasus 07.00–07.30 (Rab)." in sheet.remarks
    (own,) = weekly_schedule(design, [weeks[1]], words["id"], Chosen("facilitator", "counsellor-1")).sheets
    assert "di luar sesi 1 jam (1 kali)" in own.head.subtitle.text and "dengan tim" not in own.head.subtitle.text


def test_a_wrong_name_in_a_meeting_is_told_with_its_place(own_house):
    wrong = MEETING.replace("room: study", "room: studi\n    staff: [counselor-1]\n    component: cokking")
    house = gather([own_house({PROGRAMME: ("rooms:\n", wrong)})], "small-house", ("id", "en"))

    assert [(p.code, p.args["name"]) for p in house.problems] == [
        ("TC301", "counselor-1"), ("TC301", "studi"), ("TC301", "cokking")]
    assert all(p.location.line for p in house.problems)


def test_a_long_day_has_its_break_and_a_short_one_none(met):
    plan = plans_of(met, calendar_of(met, Kept())[1])[0][1]
    worker = next(worker for worker in plan.task.workers if worker.name == "counsellor-1")

    (wednesday,) = [window for window in worker.breaks if window.day == 2]
    assert worker.break_minutes == 30
    assert wednesday.end - wednesday.start > 30
    # The meeting takes part of the stretch; the break lies in what is left.
    assert all(span.end <= 600 or span.start >= 660 for span in worker.break_spans(wednesday))
    short = {name: post.model_copy(update={"available": tuple(
        hours.model_copy(update={"hours": (480, 480 + LONG_DAY)}) for hours in post.available)})
        for name, post in met.programme.staff.items()}
    design = replace(met, programme=met.programme.model_copy(update={"staff": short}))
    assert all(worker.breaks == () for worker in plans_of(design, calendar_of(design, Kept())[1])[0][0].task.workers)


def test_a_pin_off_the_five_minutes_is_told_with_the_times_beside_it(own_house):
    house = gather([own_house({PROGRAMME: ("opening: {at: 08:00}", "opening: {at: 08:02}")})], "small-house", ("id", "en"))

    (problem,) = house.problems
    assert (problem.code, problem.args["before"], problem.args["after"]) == ("TC429", "08:00", "08:05")
