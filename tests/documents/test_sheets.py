"""Sheets of the week: what stands on whose, with exact hours."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from generator.language import Text
from generator.model.house import Duty
from generator.model.week import FrameSlot, Part, Session, Watch
from generator.views.sheets.arrangement import arrange
from generator.views.sheets.boxes import Box, boxes
from generator.views.sheets.remarks import night_rest
from generator.views.sheets.selection import HOUSE, Chosen, parts
from generator.views.sheets.sizing import A4
from generator.views.sheets.working_hours import Hours, hours_of, week_of
from generator.views.weekly_schedule import weekly_schedule
from tests.documents.sheets_of import sheet_of, sheets_of


def test_a_session_stands_on_the_sheets_of_its_groups_its_posts_and_its_rooms_and_on_no_other(crowded):
    design, week = crowded

    def shown(kind, names):
        return {name: {s.key for part in parts(design, week, Chosen(kind, name)) for s in part.sessions} for name in names}

    groups, posts, rooms = (shown(kind, names) for kind, names in (
        ("group", design.programme.groups), ("facilitator", design.programme.staff), ("room", design.programme.rooms)))
    for session in week.sessions:
        assert {name for name, keys in groups.items() if session.key in keys} == set(session.groups)
    of_day = {(s.key, s.date): s for s in week.sessions}
    for name in posts:
        seen = {(s.key, s.date) for part in parts(design, week, Chosen("facilitator", name)) for s in part.sessions}
        assert seen == {key for key, s in of_day.items() if name in (s.lead, s.co_lead, s.other_lead)}
    assert set(rooms) == {s.room for s in week.sessions} | {"room-6"}


def test_what_is_held_alongside_a_groups_session_stands_on_its_sheet_and_not_on_anothers(crowded):
    design, week = crowded
    day = week.days[0]
    own = next(s for s in day.sessions if s.groups == ("group-2",))
    name, _, turn = own.key.split("/")
    beside = replace(own, parts=(), strand=1, lead="post-7", key=f"{name}/group-2+1/{turn}")
    week = replace(week, days=(replace(day, sessions=(*day.sessions, beside)), *week.days[1:]))

    holders = [group for group in design.programme.groups
               if any(s.strand for part in parts(design, week, Chosen("group", group)) for s in part.sessions)]

    assert holders == ["group-2"]


def test_a_group_that_is_not_in_the_house_and_a_post_without_work_have_no_sheet(small_build, words):
    design, (first, *_) = small_build.design, small_build.weeks
    gone = replace(first, phases=(), days=tuple(replace(day, sessions=()) for day in first.days))

    assert weekly_schedule(design, [gone], words["id"], Chosen("group", "cohort")) is None
    assert weekly_schedule(design, [gone], words["id"], Chosen("facilitator", "counsellor-1")) is None
    assert len(weekly_schedule(design, [gone, first], words["id"], Chosen("group", "cohort")).sheets) == 1


def test_one_to_one_sessions_show_numbers_and_a_co_led_session_is_marked(crowded, words):
    design, week = crowded
    alone = [box for part in parts(design, week, Chosen("facilitator", "post-7"))
             for box in boxes(design, part, Chosen("facilitator", "post-7"), words["id"])]
    second = [box for part in parts(design, week, Chosen("facilitator", "post-2"))
              for box in boxes(design, part, Chosen("facilitator", "post-2"), words["id"]) if box.second]

    assert {box.detail.split(",")[0] for box in alone} == {"R01", "R02", "R03"}
    assert len(second) == 7 and all("mendampingi Konselor adiksi 1" in box.detail for box in second)


def test_leave_and_closed_rooms_are_said_on_their_day(small_build, words):
    design, (week, *_) = small_build.design, small_build.weeks
    (on,) = {s.date for s in week.sessions if s.date == week.starts}
    staff = {name: person.model_copy(update={"leave": ((on, on),)}) for name, person in design.programme.staff.items()}
    rooms = {name: room.model_copy(update={"closed": ((on, on),)}) for name, room in design.programme.rooms.items()}
    away = replace(design, programme=design.programme.model_copy(update={"staff": staff, "rooms": rooms}))

    assert sheet_of((away, week), words, Chosen("facilitator", "counsellor-1")).days[0].remark == "Cuti"
    assert sheet_of((away, week), words, Chosen("room", "hall"), "en").days[0].remark == "Room closed"


def outside(start, end, title, *groups):
    return FrameSlot(start, end, "outside", Text.of({"id": title, "en": title}), groups=groups)


def test_when_the_groups_outside_are_together_the_whole_house_the_sheet_says_so(crowded, words):
    design, week = crowded
    some, others = list(design.programme.groups)[:2], list(design.programme.groups)[2:]
    school, work = outside(720, 1020, "Sekolah", *some), outside(600, 1020, "Kerja", *others)
    days = tuple(replace(day, frame=(school, work), sessions=()) for day in week.days)

    (part, *_) = parts(design, replace(week, days=days), HOUSE)
    (box,) = boxes(design, part, HOUSE, words["id"])

    assert (box.start, box.end, box.kind) == (720, 1020, "frame"), "not from 10 o'clock: then some are in the house"
    assert box.time == "12.00–17.00"
    assert box.title.startswith("Sekolah (Induksi dan Perempuan) · 10.00–17.00 Kerja (Anggota muda, "), "each has its own hours"
    same = replace(part, all_out=tuple(replace(out, slots=(work, replace(work, groups=tuple(some)))) for out in part.all_out))
    assert [box.title for box in boxes(design, same, HOUSE, words["id"])] == ["Kerja"]


def test_a_day_ends_with_the_nights_rest_under_its_own_title_and_with_its_hours(small_build, words):
    for chosen in (HOUSE, Chosen("group", "cohort")):
        for day in sheet_of((small_build.design, small_build.weeks[0]), words, chosen, "en").days:
            last = max(day.blocks, key=lambda block: block.top)
            assert (last.kind, last.time, last.title) == ("night", "21:30–06:00", "Night rest")


def test_a_day_begins_with_the_end_of_the_night_before_it_and_not_of_the_one_that_follows(small_build, words):
    """On Fridays people stay up and sleep longer: that Friday everybody rose at six, and the sheet told of it at its foot, as
    of something for those who wish."""
    design, week = small_build.design, small_build.weeks[0]
    friday, saturday = week.days[4:6]
    late = tuple(replace(slot, start=slot.start + 60, end=slot.end + 120) if slot.kind == "night-rest" else slot
                 for slot in friday.frame)
    slow = tuple(slot for slot in saturday.frame if slot.start >= 480)
    week = replace(week, days=(*week.days[:4], replace(friday, frame=late), replace(saturday, frame=slow), week.days[6]))

    part = parts(design, week, HOUSE)[4]

    assert [slot.title.to("en") for slot in part.frame if slot.start == 360] == ["Wake"]
    assert "Wake" not in sheet_of((design, week), words, HOUSE, "en").remarks


def test_a_day_begins_when_everybody_gets_up_though_the_night_before_was_written_until_later(small_build, words):
    """A house that sleeps until eight after a holiday rises at six on the working day: its Monday began at noon on the wall."""
    design, week = small_build.design, small_build.weeks[0]
    long = tuple(replace(slot, end=slot.end + 120) if slot.kind == "night-rest" else slot for slot in week.days[3].frame)
    week = replace(week, days=(*week.days[:3], replace(week.days[3], frame=long), *week.days[4:]))

    friday = parts(design, week, HOUSE)[4]

    assert [slot.title.to("en") for slot in friday.frame if slot.start <= 420] == ["Wake", "Breakfast"]


def test_what_wakes_a_group_in_the_night_is_told_with_whom_it_wakes_and_is_no_wish(crowded, words):
    """A nurse's round of the newcomers at two: the sheet said that it was for those who wish, whoever they were."""
    design, week = crowded
    newcomers, group = next(iter(design.programme.groups.items()))
    round_at_two = FrameSlot(120, 135, "medication", Text.of({"en": "Vital signs", "id": "Tanda vital"}), groups=(newcomers,))
    week = replace(week, days=tuple(replace(day, frame=(round_at_two, *day.frame)) for day in week.days))

    (sheet, *_) = sheets_of((design, week), words, HOUSE, "en")

    assert f"In the night: Vital signs ({group.title.to('en')}) 02:00–02:15." in sheet.remarks


def test_an_evening_that_ends_after_midnight_shows_its_bedtime_from_the_next_days_frame(small_build, words):
    """Fridays until half past midnight: Friday's column ended with the house meeting and said nothing of bedtime."""
    design, week = small_build.design, small_build.weeks[0]
    late = FrameSlot(30, 510, "night-rest", Text.of({"en": "Sleep in", "id": "Tidur"}))
    friday, saturday = (replace(day, frame=tuple(s for s in day.frame if s.kind != "night-rest")) for day in week.days[4:6])
    saturday = replace(saturday, frame=(late, *saturday.frame, *(s for s in week.days[5].frame if s.kind == "night-rest")))
    week = replace(week, days=(*week.days[:4], friday, saturday, week.days[6]))

    nights = [[(box.time, box.title) for box in boxes(design, part, HOUSE, words["en"]) if box.kind == "night"]
              for part in parts(design, week, HOUSE)]

    assert nights[4] == [("00:30–08:30", "Sleep in")]
    assert [len(of_day) for of_day in nights] == [1] * 7
    (line,) = night_rest(week, words["en"])
    assert "00:30–08:30 (Fri)" in line


def test_the_night_is_drawn_when_the_last_come_home(small_build, words):
    design, (week, *_) = small_build.design, small_build.weeks
    (part, *_) = parts(design, week, HOUSE)
    late = replace(part.sessions[0], start=21 * 60, minutes=75)

    night = boxes(design, replace(part, sessions=(late,)), HOUSE, words["en"])[-1]

    assert (night.start, night.time) == (22 * 60 + 15, "21:30–06:00")


def test_what_the_house_does_says_until_when_where_there_is_room():
    free = Box(720, 780, "free", "12:00", "Rest")
    free = replace(free, fuller=replace(free, time="12:00–13:00"))

    def time(millimetres, title="Rest"):
        box = replace(free, title=title, fuller=replace(free.fuller, title=title))
        return arrange([[box]], A4, millimetres).days[0][0].time

    assert time(10) == time(4) == "12:00–13:00"
    assert time(4, "Rest before the afternoon's work") == "12:00", "on one line with the start alone"


def test_where_there_is_room_one_to_one_work_and_the_other_choice_say_with_whom_and_where(small_build, words):
    design, (week, *_) = small_build.design, small_build.weeks
    found = [box for part in parts(design, week, HOUSE) for box in boxes(design, part, HOUSE, words["en"]) if box.fuller]
    alone = next(box for box in found if box.kind == "individual")
    chosen = next(box for box in found if " · or " in box.detail)

    assert "R02 (Companion 1, Study)" in alone.fuller.detail and "Companion" not in alone.detail
    assert chosen.fuller.detail.startswith(f"{chosen.detail} (") and chosen.fuller.detail.endswith(")")
    for millimetres, shown in ((30, alone.fuller), (7.5, alone)):
        assert arrange([[alone]], A4, millimetres).days[0][0].detail == shown.detail


DUTY = Duty.model_validate({"roles": ["counsellor"], "shifts": {
    "morning": {"title": {"id": "Pagi", "en": "Morning"}, "at": "06:00", "until": "14:00"},
    "night": {"title": {"id": "Malam", "en": "Night"}, "at": "22:00", "until": "06:00"}}})


def test_hours_are_exact_and_what_lies_within_a_shift_counts_once(small_build):
    design, (week, *_) = small_build.design, small_build.weeks
    design = replace(design, programme=design.programme.model_copy(update={"duty": DUTY}))
    monday, tuesday = week.days[0].date, week.days[1].date

    def session(start, minutes, lead, co_lead=None, other=None):
        return Session("opening", (Part("cohort", 1, 2),), monday, start, minutes, lead, co_lead, "hall", other, key=f"{start}")

    day = replace(week.days[0], sessions=(
        session(13 * 60, 90, "counsellor-1"),  # half of it within the morning shift
        session(15 * 60, 45, "companion-1", "counsellor-1"),
        session(16 * 60, 30, "companion-1", None, "counsellor-1"),  # offers what is held beside it
        session(17 * 60, 60, "companion-1")))
    week = replace(week, days=(day, replace(week.days[1], sessions=()), *(replace(d, sessions=()) for d in week.days[2:])),
                   duty=(Watch(monday, "morning", ("counsellor-1",)), Watch(tuesday, "night", ("companion-1", "counsellor-1"))))
    found = parts(design, week, Chosen("facilitator", "counsellor-1"))

    assert hours_of(design, found[0], "counsellor-1") == Hours(120, 2, 45, 1, 480, 1, total=480 + 30 + 45 + 30)
    assert hours_of(design, found[1], "counsellor-1") == Hours(0, 0, 0, 0, 480, 1, total=480)
    assert week_of(design, found, "counsellor-1").total == 585 + 480


def test_the_facilitators_sheet_says_hours_of_the_day_and_of_the_week(crowded, words):
    sheet = sheet_of(crowded, words, Chosen("facilitator", "post-0"))
    in_sessions = 6 * (60 + 75 + 60 + 75 + 15)
    # Monday to Friday the morning shift holds all but the last session and 20 minutes of the one at 13.20.
    total = 5 * (480 + 20 + 75) + (285 + 480)

    assert sheet.head.subtitle.text.endswith(
        f"{total // 60} jam {total % 60} mnt: memimpin {in_sessions // 60} jam {in_sessions % 60} mnt (30 sesi), "
        "jaga 48 jam (6 giliran)")
    assert sheet.days[0].hours == "9 jam 35 mnt" and sheet.days[6].hours == ""
    assert "hanya dihitung sekali" in sheet.remarks
    assert {b.kind for b in sheet.days[0].blocks} == {"duty", "session"}


stretches = st.lists(st.tuples(st.integers(0, 100), st.integers(1, 40), st.integers(0, 3)).map(
    lambda t: (t[0], t[0] + t[1], t[2])), max_size=14)


def test_every_kind_of_frame_on_a_sheet_is_explained_at_its_foot(crowded, words):
    """A thick one around what is held at once, and a dashed one in a room's week, stood there without a word."""
    design, week = crowded
    offered = next(s for s in week.sessions if design.components[s.component].component.alternative)
    other_room = next(name for name in design.programme.rooms if name != offered.room)
    elsewhere = replace(offered, other_lead="post-0", other_room=other_room)
    week = replace(week, days=tuple(replace(day, sessions=tuple(elsewhere if s is offered else s for s in day.sessions))
                                    for day in week.days))
    rooms = [weekly_schedule(design, [week], words["id"], Chosen("room", name)) for name in design.programme.rooms]
    sheets = [sheet for view in (weekly_schedule(design, [week], words["id"]), *rooms) if view for sheet in view.sheets]

    def drawn(sheet, mark):
        return any(getattr(block, mark) for day in sheet.days for block in day.blocks)

    assert any(drawn(sheet, "bundle") for sheet in sheets) and any(drawn(sheet, "second") for sheet in sheets)
    assert not [sheet.head for sheet in sheets if drawn(sheet, "bundle") and "Bingkai tebal" not in sheet.remarks]
    assert all(drawn(sheet, "second") == ("Garis putus-putus" in sheet.remarks) for sheet in sheets)
