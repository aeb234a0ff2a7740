"""Sheets of the week: what stands on whose, side by side where it must, with exact hours, and never a word lost."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from generator.documents import Laid, documents
from generator.gather import BUILT_IN
from generator.language import Text
from generator.model.house import Duty
from generator.model.week import FrameSlot, Part, Session, Watch
from generator.views.pocket_card import pocket_card
from generator.views.poster import poster
from generator.views.sheets.arrangement import arrange
from generator.views.sheets.boxes import AFTER_GROUPS, Box, boxes
from generator.views.sheets.bundles import bundles, drawn
from generator.views.sheets.guide_code import QUIET, code_of, guide_code
from generator.views.sheets.lanes import Lane, lanes
from generator.views.sheets.letter_widths import WIDTHS
from generator.views.sheets.lettering import Words, text, width
from generator.views.sheets.remarks import night_rest
from generator.views.sheets.selection import HOUSE, Chosen, parts
from generator.views.sheets.sizing import A4
from generator.views.sheets.time_scale import Need, fitted, least, positions
from generator.views.sheets.typical_week import asked_or_typical, typical_weeks
from generator.views.sheets.working_hours import Hours, hours_of, week_of
from generator.views.weekly_schedule import weekly_schedule
from tests.made_sheets import many_groups


@pytest.fixture(scope="module")
def crowded(catalogue_house):
    return many_groups(catalogue_house.designs["sadar-hati"])


def sheets_of(made, words, chosen=HOUSE, language="id"):
    """The pages of a week."""
    design, week = made
    return weekly_schedule(design, [week], words[language], chosen).sheets


def sheet_of(made, words, chosen=HOUSE, language="id"):
    (sheet,) = sheets_of(made, words, chosen, language)
    return sheet


# --- whose sheet shows what


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


# --- hours


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


# --- side by side


stretches = st.lists(st.tuples(st.integers(0, 100), st.integers(1, 40), st.integers(0, 3)).map(
    lambda t: (t[0], t[0] + t[1], t[2])), max_size=14)


@given(stretches)
@settings(max_examples=200, deadline=None)
def test_what_happens_at_once_never_covers_another(found):
    placed = list(zip(found, lanes(found), strict=True))

    for i, ((start, end, _), lane) in enumerate(placed):
        alone = not any(a < end and start < b for j, (a, b, _) in enumerate(found) if j != i)
        assert lane.first + lane.wide <= lane.count
        assert not alone or lane == Lane()
    for ((a, b, _), one), ((c, d, _), other) in itertools.combinations(placed, 2):
        if a < d and c < b:
            assert one.count == other.count
            assert one.first + one.wide <= other.first or other.first + other.wide <= one.first


def test_groups_stand_in_the_order_of_the_programme_and_use_free_room():
    assert [lane.first for lane in lanes([(0, 60, 2), (0, 60, 0), (0, 60, 1)])] == [2, 0, 1]
    # The first runs on beside two that follow each other.
    assert [(lane.first, lane.wide) for lane in lanes([(0, 60, 0), (0, 30, 1), (30, 60, 1), (60, 90, 0)])] == [
        (0, 1), (1, 1), (1, 1), (0, 1)]


def test_parallel_sessions_stand_side_by_side_in_their_days_column(crowded, words):
    pages = sheets_of(crowded, words)
    for day in (day for page in pages for day in page.days):
        for one, other in itertools.combinations(day.blocks, 2):
            apart = one.left + one.width <= other.left or other.left + other.width <= one.left
            below = one.top + one.height <= other.top + 0.02 or other.top + other.height <= one.top + 0.02
            assert apart or below
        assert all(b.left >= 0 and b.left + b.width <= pages[0].column for b in day.blocks)


def parallel(*hours, kind="session"):
    return [Box(start, end, kind, f"{start}–{end}", f"Kegiatan {i}", order=i + (AFTER_GROUPS if kind == "individual" else 0))
            for i, (start, end) in enumerate(hours)]


def test_what_two_groups_do_at_once_stands_side_by_side_and_what_many_do_below_one_another():
    pair, many = parallel((0, 60), (0, 60)), parallel((0, 60), (0, 60), (0, 60), (15, 90))

    assert bundles(pair, 2) == [(pair[0],), (pair[1],)]
    assert bundles(many, 2) == [tuple(many[:3]), (many[3],)], "only what begins and ends together"


def test_individual_work_stands_with_what_it_begins_beside():
    long, short = parallel((0, 120), (0, 60))
    first, later = parallel((0, 60), (60, 130), kind="individual")

    assert bundles([long, short, first, later], 1) == [(long, later), (short, first)]


def test_a_bundles_boxes_share_its_time_by_what_they_have_to_say():
    assert drawn(tuple(parallel((60, 120), (60, 120), (60, 120))), [1, 3, 2]) == [(60, 70), (70, 100), (100, 120)]
    assert drawn(tuple(parallel((60, 65), (60, 65), (60, 65))), [20, 1, 1]) == [(60, 63), (63, 64), (64, 65)]


def test_a_full_week_stands_on_two_pages_with_wider_columns_and_all_groups_readable_in_their_boxes(crowded, words):
    first, second = sheets_of(crowded, words)

    assert [len(first.days), len(second.days)] == [4, 3] and first.column > 60
    assert first.head.title.text == "Pekan 1 · Senin – Kamis" and second.head.title.text == "Pekan 1 · Jumat – Minggu"
    for block in (block for page in (first, second) for day in page.days for block in day.blocks if block.kind == "session"):
        assert block.title and block.time and not block.turned


def test_the_same_in_many_groups_at_once_is_one_box_that_names_each(crowded, words):
    design, week = crowded
    found = [box for box in boxes(design, parts(design, week, HOUSE)[0], HOUSE, words["id"]) if box.start == 520]

    (box,) = found
    assert box.fuller is None, "none of its groups' words are said in place of all"
    assert box.detail.count("Konselor adiksi") == 6 and "Anggota muda: Konselor adiksi 2, Ruang kelompok 2" in box.detail


# --- nothing is lost


needs = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30), st.floats(0.5, 20)).map(
    lambda t: Need(t[0] * 5, (t[0] + t[1]) * 5, t[2])), min_size=1, max_size=25)


@given(needs, st.floats(1.0, 1.6))
@settings(max_examples=200, deadline=None)
def test_everything_has_its_height_where_the_sheet_is_high_enough(found, room):
    first, last = min(n.start for n in found), max(n.end for n in found)
    height = least(found, first, last) * room + 0.001
    places = positions(fitted(found, first, last, height))

    assert all(places[n.end] - places[n.start] >= n.millimetres - 1e-6 for n in found)
    assert places[last] == pytest.approx(height)
    assert fitted(found, first, last, least(found, first, last) * 0.99) is None


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_word_of_a_crowded_week_stands_in_its_box_or_in_a_note_and_the_sheet_says_so(crowded, words, language):
    design, week = crowded
    found = iter(parts(design, week, HOUSE))
    for sheet in sheets_of(crowded, words, HOUSE, language):
        notes, day = {}, ""
        for note in (note for page in (sheet.notes, *sheet.overleaf) for column in page for note in column):
            day = note.day or day
            notes[day, note.number] = f"{note.title} {note.text}"
        for shown in sheet.days:
            wanted = boxes(design, next(found), HOUSE, words[language])
            assert len(wanted) == len(shown.blocks)
            said = [" ".join((b.title, b.time, b.topic, b.detail, notes.get((shown.name, b.number), ""))) for b in shown.blocks]
            for ways in ((box, box.fuller or box) for box in wanted):
                assert any(all(word in one for word in (box.title, box.time, box.topic, box.detail))
                           for one in said for box in ways), ways
            assert all(b.number == "" or (shown.name, b.number) in notes for b in shown.blocks)
            assert all(5.6 <= b.size <= 12 and (b.letter_size >= 5.6 or not b.letter) for b in shown.blocks)
        label = "notes_overleaf" if sheet.overleaf else "notes_below"
        assert bool(notes) == sheet.remarks.startswith(words[language].label(f"weekly_schedule.{label}"))


def test_an_ordinary_week_needs_no_notes(small_build, words):
    sheet = sheet_of((small_build.design, small_build.weeks[0]), words)

    assert sheet.notes == sheet.overleaf == ()
    assert all(not block.number for day in sheet.days for block in day.blocks)


@pytest.mark.parametrize(("style", "file"), [("regular", "Regular"), ("bold", "Bold"), ("italic", "Italic")])
def test_no_letter_is_wider_than_the_table_says(style, file):
    font = ImageFont.truetype(str(BUILT_IN / "templates" / "fonts" / f"SourceSans3-{file}.ttf"), 1000,
                              layout_engine=ImageFont.Layout.BASIC)

    for said, letters in WIDTHS[style].items():
        for letter in letters:
            assert font.getlength(letter) <= said < font.getlength(letter) + 11, letter


def test_lines_are_counted_as_they_break():
    room = width("Pertemuan pagi", "bold")

    assert text((Words("Pertemuan pagi", "bold"),)).lines(room + 0.05) == 1
    assert text((Words("Pertemuan pagi", "bold"),)).lines(room - 0.1) == 2
    assert text((Words("Pertemuan pagi", "bold"), Words("07.50–08.35", whole=True)), (Words("R01"),)).lines(room + 0.05) == 3
    assert text((Words("Pertanggungjawaban"),)).lines(4) is None
    assert text((Words("re-entry"),)).lines(width("entry") + 0.1) == 2, "a hyphen is a place to break"


# --- the typical week, posters, cards, codes


def test_a_typical_week_is_found_for_each_phase_and_is_no_holiday_week(small_build):
    design, (first, second) = small_build.design, small_build.weeks
    longer = [first, replace(second, phase="induction", number=2), replace(second, number=3)]

    assert [week.number for week in typical_weeks(design, [first, second])] == [1, 2]
    assert len(typical_weeks(design, longer)) == 2
    plain = replace(first, days=tuple(replace(day, calendar=replace(day.calendar, holiday=None)) for day in first.days))
    feast = replace(plain, days=(replace(plain.days[0], calendar=replace(
        plain.days[0].calendar, holiday=design.programme.title)), *plain.days[1:]))
    assert [week.number for week in typical_weeks(design, [feast, replace(plain, number=7)])] == [7]
    assert asked_or_typical(design, longer, [longer[1]]) == [longer[1]]


def test_one_poster_and_one_card_serve_a_week_in_which_groups_are_in_different_phases(small_build):
    design, (first, second) = small_build.design, small_build.weeks
    both = replace(first, phase="", phases=(("cohort", "induction"), ("other", "primary")))

    assert typical_weeks(design, [both, replace(second, phase="primary")]) == [both]


def test_a_poster_and_a_card_show_times_and_titles_of_every_session_and_nothing_of_staff_or_residents(crowded, words):
    design, week = crowded
    on_wall, card = poster(design, week, words["id"]), pocket_card(design, week, words["id"], to_an_a4=False)

    assert on_wall.sheets[0].title.text == "Induksi · Primer"
    assert len(on_wall.sheets) == len(card.cards) == 6
    for i, group in enumerate(design.programme.groups):
        titles = {design.components[s.component].component.title.to("id") for s in week.sessions
                  if group in s.groups and s.resident is None}
        assert titles <= {b.title for day in on_wall.sheets[i].days for b in day.blocks}
        assert titles <= {row.title for day in card.cards[i].days for row in day.rows}
    assert "Konselor" not in repr(on_wall.sheets) + repr(card.cards) and "R01" not in repr(on_wall.sheets) + repr(card.cards)


def test_a_poster_of_an_ordinary_house_is_set_in_fourteen_points_or_more(small_build, words):
    view = poster(small_build.design, small_build.weeks[0], words["id"])

    assert all(sheet.title.size >= 40 and sheet.size >= 14 for sheet in view.sheets)
    assert all(block.size >= 14 and not block.number for sheet in view.sheets for day in sheet.days for block in day.blocks)


def test_one_to_one_sessions_that_follow_each_other_are_one_line_of_the_poster(crowded, words):
    design, week = crowded
    blocks = [b for b in poster(design, week, words["id"]).sheets[0].days[0].blocks if b.kind == "individual"]

    assert [b.time for b in blocks] == ["13.50–14.55"]


@pytest.mark.parametrize(("written", "language", "address"), [
    ("https://panduan.example.or.id", "id", "https://panduan.example.or.id/programmes/small-house/week-01.html"),
    ("panduan.example.or.id/index.html", "en", "https://panduan.example.or.id/en/programmes/small-house/week-01.html"),
])
def test_the_code_leads_to_the_guides_page_of_the_week(small_build, words, written, language, address):
    design = replace(small_build.design, programme=small_build.design.programme.model_copy(update={"guide_address": written}))
    view = weekly_schedule(design, [small_build.weeks[0]], words[language])

    assert view.sheets[0].code.address == address
    assert poster(design, small_build.weeks[0], words[language]).code.address == address
    assert weekly_schedule(design, [small_build.weeks[0]], words[language], Chosen("group", "cohort")).sheets[0].code is None


def test_without_an_address_there_is_no_code(small_build, words):
    assert guide_code(small_build.design, 1, words["id"]) is None


def test_the_drawn_code_is_the_code():
    import segno

    code = code_of("https://panduan.example.or.id/programmes/sadar-hati/week-03.html")
    rows = [bytes(row) for row in segno.make(code.address, error="m", micro=False).matrix_iter(border=QUIET)]

    assert code.modules == len(rows) and code.svg.count("h1v1h-1z") == sum(map(sum, rows))


def test_each_document_makes_one_file_for_each_and_only_of_the_weeks_asked_for(small_build, words):
    design, weeks = small_build.design, list(small_build.weeks)
    laid = Laid(design, weeks, weeks[1:], (), words["id"])
    made = {name: [piece.path for piece in documents()[name].pieces(laid)] for name in (
        "group-schedule", "facilitator-schedule", "room-schedule", "poster", "pocket-card")}

    assert made["group-schedule"] == ["weekly-schedule/group/cohort"]
    assert made["facilitator-schedule"] == [f"weekly-schedule/facilitator/{post}" for post in ("counsellor-1", "companion-1")]
    assert set(made["room-schedule"]) <= {"weekly-schedule/room/hall", "weekly-schedule/room/study"} and made["room-schedule"]
    assert made["poster"] == ["poster/week-02"] and made["pocket-card"] == ["pocket-card/week-02", "pocket-card/week-02-a4"]
    (piece,) = documents()["group-schedule"].pieces(laid)
    assert [sheet.week for sheet in piece.view.sheets] == [2]
    assert dt.date.fromisoformat("2027-08-16") == weeks[1].starts


def test_a_week_in_which_nobody_is_in_the_house_has_no_poster_and_no_card_and_an_empty_sheet(small_build, words):
    design, (first, second) = small_build.design, small_build.weeks
    empty = replace(first, phase="", phases=(), days=tuple(replace(day, sessions=(), frame=()) for day in first.days))
    laid = Laid(design, [empty, second], [empty], (), words["id"])

    assert not list(documents()["poster"].pieces(laid)) and not list(documents()["pocket-card"].pieces(laid))
    assert all(not day.blocks for day in sheet_of((design, empty), words).days)


def test_a_title_of_many_words_in_a_narrow_lane_is_explained_under_a_number(crowded, words):
    design, week = crowded
    long = "Pertanggungjawaban bersama mengenai keberlangsungan perkembangan kelompok"
    name = next(s.component for s in week.days[0].sessions if s.start == 540)
    component = design.components[name].component.model_copy(update={
        "title": design.components[name].component.title.of({"id": long, "en": long})})
    longer = replace(design, components={**design.components, name: replace(design.components[name], component=component)})
    notes = [note for sheet in sheets_of((longer, week), words) for page in (sheet.notes, *sheet.overleaf)
             for column in page for note in column]

    assert any(note.title == long for note in notes)
