"""A week is mended when somebody is missing: notices, sheets and calendars tell of it."""

from __future__ import annotations

import itertools
from dataclasses import replace

from icalendar import Calendar

from generator.agreed_week import with_former
from generator.commands.reschedule import _still_on_duty
from generator.gather import gather
from generator.keep import Kept
from generator.language import Text
from generator.model.agreed import Absence, AgreedSession, AgreedWeek, Before
from generator.model.values import DAYS
from generator.model.week import Placement
from generator.source import Source
from generator.views.change_notice import change_notice
from generator.weeks import lay_out
from tests.made_sheets import many_groups
from tests.schedule.made_agreed import the_week


def test_a_week_that_is_mended_again_says_that_the_list_tells_of_both(run):
    """The count is of what changes now; the list and the notice are of all that differs from the sheet on the wall."""
    again = "The week was mended before"
    first = run("reschedule", "small-house", "--week", "2", "--without", "counsellor-1 mon")
    second = run("reschedule", "small-house", "--week", "2", "--without", "hall wed", "--dry-run")

    assert again not in first.output
    assert again in second.output


def test_reschedule_keeps_a_locked_week_and_prints_a_notice(run):
    said = run("reschedule", "small-house", "--week", "2", "--without", "counsellor-1 mon-fri")

    design, week, _ = the_week(run.root, 2)
    agreed = design.agreed[2][0]
    assert said.exit_code == 0, said.output
    assert agreed.locked
    assert {"counsellor-1"} == {absence.who for absence in agreed.without}
    assert not [s for s in week.sessions if "counsellor-1" in (s.lead, s.co_lead) and s.date.weekday() < 5]
    assert list((run.root / "build/programmes/small-house").glob("*/change-notice/week-02.pdf"))


def test_after_mending_a_week_personal_sheets_and_calendars_of_an_earlier_build_tell_of_it_and_of_all_other_weeks(run):
    build = ("build", "small-house", "--language", "en", *itertools.chain(*(
        ("--document", name) for name in ("weekly-schedule", "facilitator-schedule", "calendar", "session-plan"))))
    run(*build)
    unit = run.root / "build/programmes/small-house/en"
    calendar, plan = unit / "calendar/facilitator/counsellor-1.ics", unit / "session-plan/talk.pdf"
    events, planned = calendar.read_text().count("BEGIN:VEVENT"), plan.read_bytes()

    run("reschedule", "small-house", "--week", "2", "--without", "counsellor-1 mon")

    assert 0 < calendar.read_text().count("BEGIN:VEVENT") < events
    assert plan.read_bytes() == planned, "a plan tells of the first week in which it is held, as before"
    assert "nothing changed" in run(*build).output, "all is as a build of the whole would make it"


def test_only_the_events_of_a_mended_week_are_newer_to_a_calendar_that_took_the_first_ones_in(run):
    build = ("build", "small-house", "--language", "en", "--document", "weekly-schedule", "--format", "ics")
    file = run.root / "build/programmes/small-house/en/weekly-schedule.ics"

    def sequences() -> dict[str, int]:
        return {str(event["UID"]): int(event["SEQUENCE"]) for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")}

    run(*build)
    first = sequences()
    run("reschedule", "small-house", "--week", "2", "--without", "counsellor-1 mon")
    mended = sequences()
    assert run(*build, "--anew").exit_code == 0

    in_week_2 = {uid for uid in mended if mended[uid] != first[uid]}
    assert {mended[uid] - first[uid] for uid in in_week_2} == {1}
    assert 0 < len(in_week_2) < len(mended)
    assert all(sequence >= mended[uid] for uid, sequence in sequences().items() if uid in mended), "never older than they were"


def test_the_notice_says_whose_session_it_is_and_who_led_it_beside_whom(small_build, words):
    """Two groups each have a resident 1; only the co-leader of the first session changed."""
    week, design = small_build.weeks[1], small_build.design
    cohort = design.programme.groups["cohort"]
    design = replace(design, programme=design.programme.model_copy(update={"groups": {
        "cohort": cohort, "evening": cohort.model_copy(update={"title": Text.of({"en": "Evening", "id": "Sore"})})}}))
    first = next(s for s in week.sessions if s.resident == 1)
    place = {"day": DAYS[first.date.weekday()], "at": first.start, "lead": first.lead, "room": first.room}
    agreed = AgreedWeek.model_construct(week=2, locked=True, without=(), not_held=(), sessions=(AgreedSession.model_construct(
        session=first.key, **place, was=Before.model_construct(**place, co_lead="companion-1")),))

    notice = change_notice(design, week, agreed, words["en"])

    (change,) = notice.changes
    title = {name: person.title.to("en") for name, person in design.programme.staff.items()}
    assert change.who == f"R01, {cohort.title.to('en')}"
    assert change.was.endswith(f"{title[first.lead]} and {title['companion-1']}")
    assert change.people == title[first.lead], "who now leads alone"
    assert notice.subtitle == "Monday 16 August – Sunday 22 August 2027"


def test_who_is_missing_is_not_at_the_times_with_the_team(own_house):
    house = gather([own_house({"small-house/programme.yaml": ("rooms:\n", """team_times:
  handover: {title: {id: Serah terima, en: Handover}, days: [mon, wed], hours: 10:00-11:00, room: study}
rooms:
""")})], "small-house", ("id", "en"))
    design = house.designs["small-house"]
    ill = AgreedWeek(week=2, without=(Absence(who="counsellor-1", days=["mon"]), Absence(who="study", days=["wed"])))
    weeks, _, problems = lay_out(replace(design, agreed={2: (ill, Source("week-02.yaml", {}, {}, {}))}), Kept())

    monday, wednesday = weeks[1].team_times

    assert not problems
    assert "counsellor-1" not in monday.staff and "counsellor-1" in wednesday.staff
    assert (monday.room, wednesday.room) == ("study", None), "nor are they in a room that cannot be used"


def test_who_is_missing_and_on_duty_is_told_because_mending_leaves_the_roster_as_it_is(small_house, words):
    design, week = many_groups(small_house.designs["small-house"])
    post, date = week.duty[0].people[0], week.duty[0].date
    on_that_day = [watch for watch in week.duty if watch.date == date and post in watch.people]

    said = list(_still_on_duty(design, week, [Absence(who=post, days=[DAYS[date.weekday()]])], words["en"]))

    assert len(said) == len(on_that_day)
    assert design.programme.staff[post].title.to("en") in said[0]


def test_a_dry_run_writes_nothing(run):
    said = run("reschedule", "small-house", "--week", "2", "--without", "hall", "--dry-run")

    assert said.exit_code == 0, said.output
    assert not (run.root / "programmes/small-house/weeks").exists()
    assert not (run.root / "build").exists()


def test_who_is_missing_must_be_somebody_of_the_house(run):
    said = run("reschedule", "small-house", "--week", "2", "--without", "councellor-1 mon")

    assert said.exit_code == 2
    assert "counsellor-1" in said.output


def test_a_mended_week_changed_by_hand_still_tells_what_was_mended_and_what_has_moved_since():
    was = Before(day="tue", at="08:00", lead="ann", room="hall")
    earlier = AgreedWeek(week=1, locked=True, without=(Absence(who="ann", days=["tue"]),), sessions=(
        AgreedSession(session="a/1", day="tue", at="08:00", lead="ben", room="hall", was=was),
        AgreedSession(session="b/1", day="wed", at="08:00", lead="ben", room="hall")))
    laid = (Placement("a/1", 1, 480, "ben", room="hall"), Placement("b/1", 2, 480, "ben", room="hall"))
    by_hand = AgreedWeek(week=1, sessions=(
        AgreedSession(session="a/1", day="tue", at="08:00", lead="ben", room="hall"),
        AgreedSession(session="b/1", day="thu", at="08:00", lead="ben", room="hall")))

    week = with_former(by_hand, earlier, laid)

    assert [(one.was.day, one.was.lead) for one in week.sessions if one.was] == [("tue", "ann"), ("wed", "ben")]
    assert week.without == earlier.without
