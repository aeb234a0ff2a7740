"""A week is exported, changed by hand and given back; a week is mended when somebody is missing."""

from __future__ import annotations

import itertools
import os
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from icalendar import Calendar

from generator.agreed_week import agreed_from, as_yaml, placements_of, with_changes_locked, with_former
from generator.cli import cli
from generator.commands.reschedule import _still_on_duty
from generator.gather import gather
from generator.keep import Kept, kept
from generator.language import Text
from generator.model.agreed import Absence, AgreedSession, AgreedWeek, Before
from generator.model.values import DAYS
from generator.model.week import GRID, Part, Placement, Sitting, Span, WeekTask, Worker
from generator.schedule import violations
from generator.schedule.agreed import agree
from generator.schedule.repair import DROPPED, fewest_moves, repair
from generator.source import Source
from generator.views.change_notice import change_notice
from generator.weeks import lay_out
from tests.made_sheets import many_groups

TWO_DAYS = tuple(Span(day, 480, 720) for day in (0, 1))


@pytest.fixture
def run(monkeypatch, own_house):
    """``run("import-week", …)`` in a copy of the small house."""
    monkeypatch.setenv("TCGUIDE_LANGUAGE", "en")
    root = own_house()

    def call(*arguments: str):
        here = Path.cwd()
        try:
            return CliRunner().invoke(cli, ["-C", str(root), *arguments])
        finally:
            os.chdir(here)

    call.root = root
    return call


def the_week(root: Path, number: int, earlier: Kept | None = None):
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]
    weeks, file, problems = lay_out(design, earlier or Kept())
    assert not [p for p in problems if p.is_error], problems
    return design, weeks[number - 1], file


def where(week, component: str) -> list[tuple[int, int]]:
    return [(spot.day, spot.start) for spot in placements_of(week) if spot.key.startswith(component + "/")]


def rewrite(book: Path, component: str, **cells: str) -> None:
    workbook = openpyxl.load_workbook(book)
    sheet = workbook.worksheets[0]
    headings = [cell.value for cell in sheet[4]]
    for row in range(5, sheet.max_row + 1):
        if str(sheet.cell(row, 1).value).startswith(component):
            for name, value in cells.items():
                sheet.cell(row, headings.index(name) + 1).value = value
            break
    workbook.save(book)


def test_a_week_goes_out_as_a_workbook_and_what_was_locked_in_it_stays(run):
    assert run("export-week", "small-house", "--week", "2", "--file", "w.xlsx").exit_code == 0
    rewrite(run.root / "w.xlsx", "cooking", day="thu", at="15:00", locked="x")

    said = run("import-week", "small-house", "w.xlsx")
    _, week, _ = the_week(run.root, 2)

    assert said.exit_code == 0, said.output
    assert where(week, "cooking")[0] == (3, 900) or (3, 900) in where(week, "cooking")


def test_an_untouched_export_given_back_changes_nothing(run):
    _, before, _ = the_week(run.root, 2)
    run("export-week", "small-house", "--week", "2", "--file", "w.yaml")
    run("import-week", "small-house", "w.yaml", "--lock")

    _, after, _ = the_week(run.root, 2)

    assert placements_of(after) == placements_of(before)


def test_a_hand_may_give_one_to_one_work_to_a_stand_in_and_what_is_in_the_way_gives_way(run):
    """Both residents talk at ten, each with one of the two who may; now both with the same one."""
    run("export-week", "small-house", "--week", "2", "--file", "w.xlsx")
    rewrite(run.root / "w.xlsx", "talk/cohort/r02", lead="counsellor-1", room="hall")

    said = run("import-week", "small-house", "w.xlsx")
    _, week, _ = the_week(run.root, 2)

    talks = {s.resident: s for s in week.sessions if s.component == "talk"}
    assert said.exit_code == 0, said.output
    assert (talks[2].lead, talks[2].start) == ("counsellor-1", 600), "as the hand has it"
    assert talks[1].start != 600
    assert "To make room, 1 more session changes:\n  “One-to-one talk, R01” Mon 10:00" in said.output
    assert f"→ Mon {talks[1].start // 60}:{talks[1].start % 60:02d}" in said.output, "and lies there after the build"


def test_a_change_for_which_nothing_can_make_room_is_told_at_its_row_with_what_stands_there(run):
    """The opening is pinned at eight every day."""
    run("export-week", "small-house", "--week", "2", "--file", "w.xlsx")
    rewrite(run.root / "w.xlsx", "cooking/cohort/1", at="08:10")

    said = run("import-week", "small-house", "w.xlsx")

    assert said.exit_code == 1
    assert "w.xlsx:6" in said.output
    assert "“Cooking” Mon 08:10" in said.output and "“Opening” Mon 08:00" in said.output
    assert "cannot move out of the way" in said.output


def test_a_time_outside_the_window_is_told_with_the_times_allowed_and_what_is_in_the_way(run):
    run("export-week", "small-house", "--week", "2", "--file", "w.xlsx")
    rewrite(run.root / "w.xlsx", "cooking/cohort/1", at="11:30")

    said = run("import-week", "small-house", "w.xlsx")

    assert "It may lie at" in said.output
    assert "In the way: Dzuhur" in said.output


def test_where_the_programme_has_changed_the_week_file_is_not_called_wrong(run):
    run("build", "small-house", "--document", "year-overview", "--language", "en")
    run("export-week", "small-house", "--week", "2", "--file", "w.yaml")
    run("import-week", "small-house", "w.yaml", "--lock")
    programme = run.root / "programmes/small-house/programme.yaml"
    early = "role: companion, available: [{days: mon-sun, hours: 07:00"
    programme.write_text(programme.read_text("utf-8").replace(early, early.replace("07", "12")), "utf-8")

    said = run("check", "small-house")

    assert "the programme has changed" in said.output
    assert "Delete programmes/small-house/weeks/week-02.yaml" in said.output


@pytest.mark.parametrize("day", ["Sab", "sabtu", "Saturday"])
def test_a_day_may_be_written_as_people_write_it(run, day):
    run("export-week", "small-house", "--week", "2", "--file", "w.xlsx")
    rewrite(run.root / "w.xlsx", "cooking", day=day)

    assert run("import-week", "small-house", "w.xlsx").exit_code == 0
    assert "day: sat" in (run.root / "programmes/small-house/weeks/week-02.yaml").read_text("utf-8")


@pytest.mark.parametrize(("cells", "code", "word"), [
    ({"at": "03:00"}, "TC423", "window"),
    ({"lead": "nobody"}, "TC423", "qualification"),
    ({"room": "garage"}, "TC423", "room suits"),
    ({"day": "someday"}, "TC425", "someday"),
    ({"at": "quarter past"}, "TC425", "quarter past"),
])
def test_a_wrong_row_is_told_with_its_row_and_nothing_is_kept(run, cells, code, word):
    run("export-week", "small-house", "--week", "2", "--file", "w.xlsx")
    rewrite(run.root / "w.xlsx", "cooking", **cells)

    said = run("import-week", "small-house", "w.xlsx")

    assert said.exit_code == 1
    assert code in said.output
    assert word in said.output
    assert any(f"w.xlsx:{row}" in said.output for row in range(5, 40))
    assert not (run.root / "programmes/small-house/weeks").exists()


@pytest.mark.parametrize("raw", [b"", b"not a workbook", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_workbook_is_told(run, raw):
    (run.root / "w.xlsx").write_bytes(raw)

    said = run("import-week", "small-house", "w.xlsx")

    assert said.exit_code == 1
    assert "TC424" in said.output


def test_check_finds_a_locked_week_that_breaks_a_rule_at_its_line(run):
    run("export-week", "small-house", "--week", "2", "--file", "w.yaml")
    run("import-week", "small-house", "w.yaml", "--lock")
    file = run.root / "programmes/small-house/weeks/week-02.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    number = next(i for i, line in enumerate(lines) if "session: cooking/" in line)
    before, _, after = lines[number].partition("at: ")
    lines[number] = f"{before}at: 04:00{after[5:]}"
    file.write_text("\n".join(lines), encoding="utf-8")

    said = run("check", "small-house")

    assert said.exit_code == 1
    assert f"week-02.yaml:{number + 1}" in said.output
    assert "TC423" in said.output


def test_a_session_the_week_no_longer_has_is_passed_over_with_a_warning(run):
    run("export-week", "small-house", "--week", "2", "--file", "w.yaml")
    text = (run.root / "w.yaml").read_text(encoding="utf-8").replace("session: cooking/", "session: baking/", 1)
    (run.root / "w.yaml").write_text(text, encoding="utf-8")

    said = run("import-week", "small-house", "w.yaml")

    assert said.exit_code == 0
    assert "TC422" in said.output
    assert "cooking/" in said.output, "the nearest known session is named"


def test_a_week_that_was_laid_stays_where_it_lay_when_something_else_is_added(own_house, tmp_path):
    root = own_house()
    _, before, file = the_week(root, 2)
    (tmp_path / "timetable.json").write_bytes(file)
    own_house({"small-house/programme.yaml": ("    talk:\n", "    talk: {minutes: 40}\n")})

    _, after, _ = the_week(root, 2, kept(tmp_path))

    assert where(after, "cooking") == where(before, "cooking")
    assert where(after, "quiet-hour") == where(before, "quiet-hour")


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


def a_sitting(key: str, spans=TWO_DAYS, **more) -> Sitting:
    return Sitting(key, key.split("/")[0], (Part("all", 1, 4),), 60, spans, more.pop("leads", ("ann", "ben")),
                   rooms=more.pop("rooms", ("hall",)), **more)


def a_task(*sittings: Sitting, closed=()) -> WeekTask:
    always = tuple(Span(day, 0, 1440) for day in range(7))
    workers = (Worker("ann", always, 2400), Worker("ben", always, 2400))
    return WeekTask(sittings, workers, (("all", 4),), ("hall", "yard"), closed)


def fewest_by_trying_everything(task: WeekTask, before: dict[str, Placement]) -> int:
    """Moves of the best week among every possible one (leaders and rooms are free to choose)."""
    options = [[(s.key, span.day, start) for span in s.spans for start in range(span.start, span.end - s.minutes + 1, 60)]
               for s in task.sittings]
    best = 99
    for chosen in itertools.product(*options):
        moves = sum((day, start) != (before[key].day, before[key].start) for key, day, start in chosen)
        if moves >= best:
            continue
        spots = [Placement(key, day, start, "ann", room="hall") for key, day, start in chosen]
        if not violations(task, spots):
            best = moves
    return best


@pytest.mark.parametrize("closed", [(0, 480, 600), (0, 480, 660), (1, 480, 540), (1, 540, 720)])
def test_the_number_of_moves_is_the_least_there_is(closed):
    """Whole hours only, one leader and one room: few enough weeks to try them all."""
    sittings = [a_sitting(f"{name}/1", leads=("ann",)) for name in "abcd"]
    spots = {"a/1": (0, 480), "b/1": (0, 540), "c/1": (1, 480), "d/1": (1, 660)}
    before = {key: Placement(key, day, start, "ann", room="hall") for key, (day, start) in spots.items()}
    task = a_task(*sittings, closed=(("hall", Span(*closed)),))

    found = fewest_moves(task, before)

    assert found and found.proven
    assert not violations(task, found.placements)
    assert found.moves == fewest_by_trying_everything(task, before)
    assert all(spot.start % GRID == 0 for spot in found.placements)


def test_somebody_else_leads_before_anything_moves():
    task = a_task(a_sitting("a/1"), a_sitting("b/1"))
    before = {"a/1": Placement("a/1", 0, 480, "ann", room="hall"), "b/1": Placement("b/1", 1, 480, "ann", room="hall")}

    found = repair(task, before, [Absence(who="ann", days=["mon"])])

    assert found and (found.moves, found.others, found.not_held) == (0, 1, ())
    assert {spot.key: spot.lead for spot in found.placements} == {"a/1": "ben", "b/1": "ann"}


def test_what_is_offered_beside_a_session_keeps_its_leader_and_room_unless_it_must_not():
    """Cid is missing as well, who offers what stands beside ``b``: only there does it change, and is counted."""
    beside = {"other_leads": ("dan", "cid", "ben"), "other_rooms": ("attic", "porch", "shed", "barn", "yard")}
    task = a_task(a_sitting("a/1", spans=(TWO_DAYS[0],)), a_sitting("b/1", spans=(TWO_DAYS[0],), leads=("eva",), **beside),
                  *(a_sitting(f"{key}/1", spans=(TWO_DAYS[1],), leads=("ann",), **beside) for key in "cd"))
    task = replace(task, rooms=("hall", *beside["other_rooms"]), workers=(*task.workers, *(
        Worker(name, tuple(Span(day, 0, 1440) for day in range(7)), 2400) for name in ("cid", "dan", "eva"))))
    before = {
        "a/1": Placement("a/1", 0, 480, "ann", room="hall"),
        "b/1": Placement("b/1", 0, 600, "eva", room="hall", other_lead="cid", other_room="yard"),
        "c/1": Placement("c/1", 1, 480, "ann", room="hall", other_lead="ben", other_room="yard"),
        "d/1": Placement("d/1", 1, 600, "ann", room="hall", other_lead="ben", other_room="yard")}

    found = repair(task, before, [Absence(who="ann", days=["mon"]), Absence(who="cid", days=["mon"])])

    assert found and found.proven
    assert (found.moves, found.others, found.rooms) == (0, 2, 0)
    now = {spot.key: spot for spot in found.placements}
    assert (now["c/1"], now["d/1"]) == (before["c/1"], before["d/1"])
    assert now["b/1"].other_lead in ("dan", "ben")
    assert now["b/1"].other_room == "yard"


def test_one_to_one_work_goes_to_a_stand_in_or_another_day():
    talk = Sitting("talk/all/r01", "talk", (Part("all", 1, 1),), 60, TWO_DAYS, ("ann",), resident=1, stand_ins=("ann", "ben"))
    before = {"talk/all/r01": Placement("talk/all/r01", 0, 480, "ann")}

    found = repair(a_task(talk), before, [Absence(who="ann", days=["mon"])])

    assert found and (found.moves, found.others) == (0, 1)
    assert found.placements[0].lead == "ben"


@pytest.mark.parametrize(("lead", "broken"), [("ann", []), ("ben", []), ("cid", ["qualified"])])
def test_a_hand_may_give_one_to_one_work_to_anybody_who_is_qualified_for_it(lead, broken):
    talk = Sitting("talk/all/r01", "talk", (Part("all", 1, 1),), 60, TWO_DAYS, ("ann",), resident=1, stand_ins=("ann", "ben"))
    week = AgreedWeek(week=1, locked=True, sessions=(AgreedSession(session=talk.key, day="mon", at="08:00", lead=lead),))

    assert [violation.rule for violation in agree(a_task(talk), week).broken] == broken


def test_what_cannot_be_held_is_left_out_and_named():
    only_ann = a_sitting("a/1", spans=(TWO_DAYS[0],), leads=("ann",))
    before = {"a/1": Placement("a/1", 0, 480, "ann", room="hall"), "b/1": Placement("b/1", 1, 480, "ben", room="hall")}

    found = repair(a_task(only_ann, a_sitting("b/1")), before, [Absence(who="ann", days=["mon"])])

    assert found and found.not_held == ("a/1",)
    assert found.proven
    assert DROPPED > 1


def test_an_agreed_week_reads_back_as_it_was_written(small_house, tmp_path):
    from generator.load import read
    from generator.model.agreed import AgreedWeek
    from generator.validate import validate

    weeks, _, _ = lay_out(small_house.designs["small-house"], Kept())
    agreed = agreed_from(weeks[0])
    agreed = agreed.model_copy(update={"without": (Absence(who="hall", days=["mon"]),), "sessions": (
        agreed.sessions[0].model_copy(update={"locked": True}), *agreed.sessions[1:])})

    source, problems = read(as_yaml(agreed, "two\nlines"), "week-01.yaml")
    again, faults = validate(source, AgreedWeek)

    assert not problems
    assert not faults
    assert again is not None
    assert sorted(again.sessions, key=lambda s: s.session) == sorted(agreed.sessions, key=lambda s: s.session)
    assert replace(Placement("a", 0, 0, "x")) and again.without == agreed.without


def test_what_a_hand_has_changed_is_locked_and_stays(own_house):
    week = AgreedWeek(week=1, sessions=(
        AgreedSession(session="opening/cohort/1", day="mon", at=480, lead="counsellor-1", room="hall"),
        AgreedSession(session="cooking/cohort/1", day="tue", at=600, lead="counsellor-1", room="hall")))
    laid = (Placement("opening/cohort/1", 0, 480, "counsellor-1", room="hall"),
            Placement("cooking/cohort/1", 1, 660, "counsellor-1", room="hall"))

    locked, changed = with_changes_locked(week, laid)

    assert changed == {"cooking/cohort/1"}
    assert [(one.session, one.locked) for one in locked.sessions] == [("opening/cohort/1", False), ("cooking/cohort/1", True)]


@pytest.mark.parametrize(("since", "day", "not_held"), [(None, None, ("a/1",)), (0, 0, ())])
def test_nothing_moves_to_a_day_that_is_over_when_somebody_falls_ill(since, day, not_held):
    """Only Ann leads it, who is ill on Tuesday; Monday would be free, but is over unless it was known in advance."""
    task = a_task(a_sitting("a/1", leads=("ann",)))
    before = {"a/1": Placement("a/1", 1, 480, "ann", room="hall")}

    found = repair(task, before, [Absence(who="ann", days=["tue"])], since)

    assert found and found.not_held == not_held
    assert [spot.day for spot in found.placements] == ([] if day is None else [day])


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


def test_of_a_pinned_session_it_is_told_that_the_programme_fixes_its_time(run):
    """Otherwise “it may lie at 08:00–08:30” sounds as if nobody knew why."""
    run("export-week", "small-house", "--week", "2", "--file", "w.xlsx")
    rewrite(run.root / "w.xlsx", "opening", at="09:00")

    said = run("import-week", "small-house", "w.xlsx")

    assert said.exit_code == 1
    assert "It may lie at 08:00–08:30" in said.output
    assert "The programme fixes this time by “at:”" in said.output
