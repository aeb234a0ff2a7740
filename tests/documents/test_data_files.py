"""Workbook, CSV, JSON and calendars say what the timetable says, each in its own way and none dangerously."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from generator.documents import Laid, documents
from generator.formats import Materials, ics, xlsx
from generator.formats import csv as as_csv
from generator.formats import json as as_json
from generator.formats._book import sheet_names
from generator.model.values import clock
from generator.views.timetable import CalendarView, timetable
from generator.views.workbook import SESSIONS
from generator.views.year_overview import year_overview
from tests.documents.made_days import EVIL, STARTS, a_design, weeks
from tests.places import ROOT

LANGUAGES = ("id", "en")
JAKARTA = dt.timezone(dt.timedelta(hours=7))


@pytest.fixture
def laid(small_house, words):
    return Laid(a_design(small_house), weeks(), weeks(), (), words["id"])


@pytest.fixture
def materials(templates):
    return Materials(templates, stamp=1_800_000_000)


@pytest.fixture
def book(laid, materials):
    return load_workbook(io.BytesIO(xlsx.make(laid.timetable, materials)))


def table(sheet) -> list[dict[str, object]]:
    heading, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def events(content: bytes) -> dict[str, object]:
    found = list(Calendar.from_ical(content).walk("VEVENT"))
    assert len({str(event["UID"]) for event in found}) == len(found), "an identifier stands twice"
    return {str(event["UID"]): event for event in found}


# --- the workbook -----------------------------------------------------------------------------------------------------


def test_the_workbook_has_a_sheet_for_each_view(book):
    assert book.sheetnames == ["Sesi", "Kerangka harian", "Perempuan", "Laki-laki", "Konselor 1", "Pendamping 1", "Aula",
                               "Ruang baca", "Jadwal jaga", "Jam kerja", "Menit kegiatan"]


def test_each_sheet_holds_the_sessions_of_its_group_post_or_room(book, laid):
    sessions = [session for week in laid.weeks for session in week.sessions]

    def times(sheet: str, *skip: str) -> list[tuple[dt.date, str]]:
        return [(row["Tanggal"].date(), f"{row['Mulai']:%H:%M}") for row in table(book[sheet]) if row.get("Tugas") not in skip]

    def of(*chosen) -> list[tuple[dt.date, str]]:
        return [(session.date, clock(session.start)) for session in chosen]

    assert times("Sesi") == of(*sessions)
    assert times("Perempuan") == of(*(s for s in sessions if "women" in s.groups))
    assert times("Laki-laki") == of(*(s for s in sessions if "men" in s.groups))
    assert times("Pendamping 1", "jaga") == of(*(s for s in sessions if "companion-1" in (s.lead, s.co_lead, s.other_lead)))
    assert times("Ruang baca") == of(*(s for s in sessions if "study" in (s.room, s.other_room)))


def test_a_facilitators_sheet_says_the_task_the_other_choice_and_the_hours_of_each_week(book):
    rows = table(book["Pendamping 1"])
    tasks = {(row["Kegiatan"], row["Tugas"]) for row in rows}

    assert tasks == {("Malam", "jaga"), ("Bacaan tenang", "pilihan lain"), ("Memasak", "memimpin"),
                     ("Memasak", "mendampingi"), (EVIL, "memimpin")}
    (beside,) = [row for row in rows if row["Kegiatan"] == "Bacaan tenang"]
    assert beside["Tempat"] == "Ruang baca", "the room of the other choice, not that of the session"
    hours = [row["Jam pekan ini"] for row in rows]
    assert hours[0] == round((75 + 40 + 135 + 30 + 9 * 60) / 60, 2)
    assert hours[1:] == [None] * (len(hours) - 1), "once a week, so that a sum of the column is right"
    (most, first, second) = book["Jam kerja"].iter_rows(min_row=2, values_only=True)
    assert most[0] == "paling banyak" and most[2:] == (40, 40)
    assert first[3] == hours[0] and second[3] == 0


def test_the_duty_sheet_shows_who_is_on_duty_across_midnight(book):
    (row,) = table(book["Jadwal jaga"])

    assert (row["Giliran jaga"], row["Yang berjaga"]) == ("Malam", "Pendamping 1")
    assert (f"{row['Mulai']:%H:%M}", f"{row['Selesai']:%H:%M}") == ("21:00", "06:00")


def test_the_minutes_sheet_shows_everybody_and_each_group(book, laid):
    rows = table(book["Menit kegiatan"])
    tables = {t.group: t for t in laid.timetable.minutes.tables if (t.kind, t.by) == ("pillar", "week")}

    assert [(row["Kelompok"], row["Pekan"]) for row in rows] == [
        (name, week) for name in ("semua residen", "Perempuan", "Laki-laki") for week in (1, 2)]
    assert [row["Jumlah"] for row in rows] == [row.total for group in ("", "women", "men") for row in tables[group].rows]


def test_text_stays_text_in_the_workbook(book):
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}, "no formula anywhere"
    assert [cell for cell in cells if cell.value == EVIL]


def test_every_sheet_can_be_filtered_scrolled_and_printed(book):
    for sheet in book:
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes.endswith("2")
        assert sheet.page_setup.orientation == "landscape" and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.print_options.gridLines, "rows are told apart on paper"


def test_no_word_is_cut_by_the_next_column_and_all_columns_can_be_read_on_one_landscape_sheet(book):
    """On paper "Induksi perempuan dan Induksi l" ended where the leader began, and all sessions were printed in four points."""
    for sheet in book:
        if sheet.max_column == len(SESSIONS):
            assert sum(column.width for column in sheet.column_dimensions.values()) <= 260
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                room = sheet.column_dimensions[cell.column_letter].width
                assert cell.alignment.wrap_text or len(str(cell.value or "")) <= room or cell.is_date, cell.value


def test_sheet_names_are_short_safe_and_never_the_same():
    long = "Ruang serbaguna dengan nama yang sangat panjang"
    names = sheet_names(["Sesi", "sesi", "A/B: [x]*?\\", long, long, "History", "'", "", "\U0001f642" * 20])

    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 for name in names)
    assert not [name for name in names if re.search(r"[\[\]:*?/\\]", name) or name.strip("' ") != name]
    assert names[:3] == ["Sesi", "sesi (2)", "A B x"]
    assert sheet_names(f"Pekerja sosial dan konselor sayap {wing}" for wing in ("perempuan", "laki-laki")) == [
        "Pekerja sosial…sayap perempuan", "Pekerja sosial…sayap laki-laki"], "the end tells them apart"


# --- CSV --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "separator"), [("id", ";"), ("en", ",")])
def test_the_csv_holds_every_session_and_opens_in_excel(laid, words, materials, language, separator):
    view = timetable(laid.design, laid.weeks, words[language])
    content = as_csv.make(view, materials)
    heading, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator)

    assert content.startswith(b"\xef\xbb\xbf")
    assert len(rows) == sum(len(week.sessions) for week in laid.weeks)
    assert all(len(row) == len(heading) for row in rows)
    assert rows[3][2:6] == ["2027-08-10", view.rows[3].weekday, "09:00", "09:45"]


def test_a_field_of_the_csv_that_a_spreadsheet_would_run_is_made_harmless(laid, materials):
    rows = list(csv.reader(io.StringIO(as_csv.make(laid.timetable, materials).decode("utf-8-sig")), delimiter=";"))

    assert f"'{EVIL}" in rows[1]
    assert not [field for row in rows for field in row if field.startswith(as_csv.FORMULA_SIGNS)]
    for value in ("=1", "+1", "-1", "@x", "\tx", "\rx"):
        assert as_csv._field("topic", value) == f"'{value}"


# --- JSON -------------------------------------------------------------------------------------------------------------


def test_the_json_says_what_the_model_says(laid, materials):
    data = json.loads(as_json.make(laid.timetable, materials))

    for week, said in zip(laid.weeks, data["weeks"], strict=True):
        assert (said["number"], said["phases"]) == (week.number, dict(week.phases))
        for day, of_day in zip(week.days, said["days"], strict=True):
            assert of_day["date"] == day.date.isoformat()
            assert [item["start"] for item in of_day["frame"]] == [clock(slot.start) for slot in day.frame]
            for session, one in zip(day.sessions, of_day["sessions"], strict=True):
                assert one["component"] == session.component and one["component"] in data["components"]
                assert (one["start"], one["end"]) == (clock(session.start), clock(session.end))
                assert one["minutes"] + 2 * one["travel_minutes"] == session.minutes
                assert [(g["group"], g["first"], g["last"]) for g in one["groups"]] == [
                    (part.group, part.first, part.last) for part in session.parts]
                assert (one["leader"], one["co_leader"], one["room"], one["resident"]) == (
                    session.lead, session.co_lead, session.room, session.resident)
    assert data["weeks"][0]["duty"][0]["staff"] == ["companion-1"]
    assert data["weeks"][1]["days"][1]["holiday"] == "Hari Kemerdekaan"
    assert data["weeks"][1]["days"][5]["frame"][0]["kind"] == "away"


def test_a_topic_beyond_the_last_begins_the_sequence_again(laid, materials):
    data = json.loads(as_json.make(laid.timetable, materials))
    topics = laid.design.components["cooking"].component.topics
    cooked = [s for s in data["weeks"][0]["days"][0]["sessions"] if s["component"] == "cooking"]

    assert [s["topic"] for s in cooked] == [{"number": 1, "title": topics[0].title.to("id")}] * 2


def test_every_key_of_the_json_is_documented(laid, materials):
    data = json.loads(as_json.make(laid.timetable, materials))
    page = (ROOT / "docs/en/develop/data-files.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"`([a-z_]+)`", page))
    week = data["weeks"][0]
    day = week["days"][1]
    others = [one["alternative"] for one in day["sessions"] if one["alternative"]]
    things = [data, week, day, day["frame"][0], *day["sessions"], *others, week["duty"][0],
              week["work_minutes"]["companion-1"], week["minutes"], *data["components"].values()]

    assert {key for thing in things for key in thing} - documented == set()


# --- calendars --------------------------------------------------------------------------------------------------------


def calendar(laid, materials, kind: str, name: str) -> dict[str, object]:
    return events(ics.make(CalendarView(kind, name, name, laid.timetable), materials))


def test_a_session_has_the_same_identifier_and_content_in_every_calendar(laid, materials):
    house = events(ics.make(laid.timetable, materials))
    women, men = (calendar(laid, materials, "group", name) for name in ("women", "men"))
    leader = calendar(laid, materials, "facilitator", "counsellor-1")

    assert women.keys() | men.keys() == house.keys() >= leader.keys()
    for own in (women, men, leader):
        for uid, event in own.items():
            assert event.to_ical() == house[uid].to_ical()


def test_the_calendar_has_the_clock_times_of_the_house(laid, materials):
    house = events(ics.make(laid.timetable, materials))
    sessions = [session for week in laid.weeks for session in week.sessions]

    def moment(date: dt.date, minutes: int) -> dt.datetime:
        return dt.datetime.combine(date, dt.time(), JAKARTA) + dt.timedelta(minutes=minutes)

    assert sorted((event.decoded("DTSTART"), event.decoded("DTEND")) for event in house.values()) == \
        sorted((moment(s.date, s.start), moment(s.date, s.end)) for s in sessions)


def test_a_facilitators_calendar_has_duty_shifts_and_what_is_offered_beside_a_session_and_no_alarm(laid, materials):
    own = calendar(laid, materials, "facilitator", "companion-1")
    shift = own["duty-night-w01-d1@small-house.tcguide"]
    (beside,) = [event for uid, event in own.items() if "-beside@" in uid]

    assert shift.decoded("DTSTART").astimezone(JAKARTA).replace(tzinfo=None) == dt.datetime.combine(STARTS, dt.time(21))
    assert shift.decoded("DTEND") - shift.decoded("DTSTART") == dt.timedelta(hours=9)
    assert str(beside["SUMMARY"]).startswith("Bacaan tenang") and str(beside["LOCATION"]) == "Ruang baca"
    assert not [uid for uid in calendar(laid, materials, "facilitator", "counsellor-1") if uid.startswith("duty-")]
    assert b"VALARM" not in ics.make(CalendarView("facilitator", "companion-1", "", laid.timetable), materials)


def test_identifiers_are_the_same_in_both_languages_and_in_the_next_edition_which_counts_as_newer(laid, words, materials):
    programme = laid.design.programme
    later = laid.design.__class__(**{**vars(laid.design), "programme": programme.model_copy(update={"edition": "1.1"})})
    first = events(ics.make(laid.timetable, materials))
    english = events(ics.make(timetable(laid.design, laid.weeks, words["en"]), materials))
    second = events(ics.make(timetable(later, laid.weeks, words["id"]), materials))

    assert first.keys() == english.keys() == second.keys()
    assert all(second[uid]["SEQUENCE"] > first[uid]["SEQUENCE"] for uid in first)


def test_a_later_edition_has_a_higher_number_and_all_fit_a_calendar():
    in_order = ["", "edisi 1", "2", "2.1", "2.1.7", "10", "2027.1", "2027.2", "2027-04-05", "20270405", "99999999999"]
    numbers = [ics.sequence(edition) for edition in in_order]

    assert numbers[:-2] == sorted(set(numbers[:-2]))
    assert all(0 <= number < 2**31 for number in numbers)


def test_the_calendar_document_has_a_file_for_every_post_with_work_and_every_group(laid):
    assert [piece.path for piece in documents()["calendar"].pieces(laid)] == [
        "calendar/facilitator/counsellor-1", "calendar/facilitator/companion-1", "calendar/group/women", "calendar/group/men"]


# --- all of them ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_build_wrote_agrees_with_its_weeks(small_build, language):
    folder = small_build.folder / language
    sessions = [session for week in small_build.weeks for session in week.sessions]
    data = json.loads((folder / "weekly-schedule.json").read_text(encoding="utf-8"))
    rows = (folder / "weekly-schedule.csv").read_text(encoding="utf-8-sig").splitlines()
    house = events((folder / "weekly-schedule.ics").read_bytes())
    keys = [one["key"] for week in data["weeks"] for day in week["days"] for one in day["sessions"]]

    assert len(rows) == len(sessions) + 1
    assert {f"{key}@small-house.tcguide" for key in keys} == set(house)
    assert load_workbook(folder / "weekly-schedule.xlsx").worksheets[0].max_row == len(sessions) + 1
    for path in sorted(folder.glob("calendar/*/*.ics")):
        own = events(path.read_bytes())
        assert own and {uid.replace("-beside@", "@") for uid in own} <= set(house)


def test_one_timetable_is_described_in_a_word_however_many_files_are_cut_from_it(laid):
    view = laid.timetable

    assert len(repr(CalendarView("group", "women", "x", view))) < 250
    assert repr(view) == repr(timetable(laid.design, laid.weeks, laid.words))
    assert repr(view) != repr(timetable(laid.design, laid.weeks[:1], laid.words))


# --- the calendar on the wall -----------------------------------------------------------------------------------------


def test_the_year_overview_marks_phases_events_holidays_newcomers_and_what_begins_and_ends(laid):
    view = year_overview(laid.design, laid.weeks, laid.words)
    first, second = view.weeks

    assert not view.large and len(first.days) == 7
    assert [(lane.group, [(s.title, s.weeks) for s in lane.stretches]) for lane in view.lanes] == [
        ("Perempuan", [("Induksi", 2)]), ("Laki-laki", [("Induksi", 1), ("Primer", 1)])]
    assert second.days[1].holiday and ("Sel, 17 Agu", "Hari Kemerdekaan") in [(n.label, n.text) for n in second.notes]
    assert second.days[5].shut and second.days[5].marks == ("A",)
    assert view.events[0].text == "Cuti pulang, Laki-laki"
    assert ("Residen baru", "Perempuan 2") in [(n.label, n.text) for n in first.notes]
    (once,) = [n.text for n in first.notes if n.label == "Hanya pekan ini"]
    assert "Memasak" in once
    assert EVIL in view.always
