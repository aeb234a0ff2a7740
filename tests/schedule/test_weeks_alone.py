"""This week's sheets and plans can be printed also while another week cannot be held."""

from __future__ import annotations

import pytest

from generator import build as stage
from generator.gather import gather
from generator.keep import Kept, kept
from generator.weeks import lay_out, unit_of

LEAVE = "{title: {id: Pendamping 1, en: Companion 1}, role: companion, leave: [[2027-08-16, 2027-08-22]],"
WITHOUT_LEAVE = "{title: {id: Pendamping 1, en: Companion 1}, role: companion,"
PROGRAMME = "small-house/programme.yaml"


@pytest.fixture
def built(own_house, words, templates, tmp_path):
    """Builds the small house, its companion being on leave in week 2 or not; the talks are theirs alone."""
    own_house({PROGRAMME: ("    talk:\n", "    talk: {led_by: {roles: [companion], qualification: {id: a, en: a}}}\n")})

    def build(leave: bool, **wish):
        path = own_house() / "programmes" / PROGRAMME
        text = path.read_text(encoding="utf-8").replace(LEAVE, WITHOUT_LEAVE)
        path.write_text(text.replace(WITHOUT_LEAVE, LEAVE) if leave else text, encoding="utf-8")
        house = gather([own_house()], "small-house", ("id", "en"))
        return stage.build(house, house.designs["small-house"], words, templates, tmp_path / "build",
                           stage.Wish(languages=("id",), **wish))

    return build


def files(tmp_path):
    folder = unit_of(tmp_path / "build", "small-house") / "id"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_week_asked_for_is_made_though_another_cannot_be_held(built, tmp_path):
    made = built(leave=True, weeks=(1, 1))

    assert [problem.code for problem in made.problems if problem.code[:3] == "TC4"] == ["TC435"]
    assert [week.number for week in made.weeks] == [1]
    assert {"weekly-schedule/week-01.pdf", "session-plan/talk.pdf"} <= files(tmp_path).keys()
    of_all_weeks = ("handbook", "year-overview", "weekly-schedule.", "calendar", "duty-roster")
    assert not {name for name in files(tmp_path) if name.startswith(of_all_weeks)}


def test_what_tells_of_all_weeks_and_the_places_of_the_others_stay(built, tmp_path):
    assert not [problem for problem in built(leave=False, documents=("weekly-schedule", "year-overview")).problems
                if problem.is_error]
    before, answers = files(tmp_path), kept(unit_of(tmp_path / "build", "small-house"))

    built(leave=True, weeks=(1, 1))

    after = kept(unit_of(tmp_path / "build", "small-house"))
    assert {name: files(tmp_path)[name] for name in before} == before
    assert after.by_week == answers.by_week and after.tasks == answers.tasks and after.revisions == answers.revisions


@pytest.mark.parametrize("wish", [{"weeks": (2, 2)}, {}, {"weeks": (1, 1), "documents": ("handbook",)}],
                         ids=["the week itself", "all weeks", "what tells of all weeks"])
def test_otherwise_the_reason_is_told_and_nothing_written(built, tmp_path, wish):
    made = built(leave=True, **wish)

    assert made.written is None and not made.weeks
    assert {problem.args["week"] for problem in made.problems if problem.is_error} == {2}


def test_for_what_another_week_lacks_outright_nothing_is_tried_out_before_it_is_told(own_house):
    own_house({PROGRAMME: (
        "    talk:\n", "    talk: {not_in_weeks: [1], led_by: {roles: [chair], qualification: {id: a, en: a}}}\n")})
    design = gather([own_house()], "small-house", ("id", "en")).designs["small-house"]
    done: list[str] = []

    weeks, _, problems = lay_out(design, Kept(), lambda key, **_: done.append(key), asked=(1, 1))

    assert [week.number for week in weeks] == [1] and [problem.code for problem in problems] == ["TC435"]
    assert "remedies" not in done
    _, _, problems = lay_out(design, Kept(), lambda key, **_: done.append(key))
    assert done[-1] == "remedies" and [problem.code for problem in problems if problem.remedies] == ["TC403"]
