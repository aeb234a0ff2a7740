"""A week is exported, changed by hand and given back; what was agreed stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.agreed_week import agreed_from, as_yaml, placements_of, with_changes_locked
from generator.keep import Kept, kept
from generator.model.agreed import Absence, AgreedSession, AgreedWeek
from generator.model.week import Placement
from generator.weeks import lay_out
from tests.schedule.made_agreed import rewrite, the_week, where


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


def test_of_a_pinned_session_it_is_told_that_the_programme_fixes_its_time(run):
    """Otherwise “it may lie at 08:00–08:30” sounds as if nobody knew why."""
    run("export-week", "small-house", "--week", "2", "--file", "w.xlsx")
    rewrite(run.root / "w.xlsx", "opening", at="09:00")

    said = run("import-week", "small-house", "w.xlsx")

    assert said.exit_code == 1
    assert "It may lie at 08:00–08:30" in said.output
    assert "The programme fixes this time by “at:”" in said.output
