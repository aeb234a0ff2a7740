"""The sample programmes are honest about what they are, complete, and can be put into weeks."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from dataclasses import replace

import pytest

from generator.checks import judge
from generator.checks.red_list_words import found_in
from generator.gather import BUILT_IN, gather
from generator.keep import Kept
from generator.language import Text
from generator.model.policies import Policies
from generator.schedule import placed, solve, violations
from generator.views.sheets.selection import Chosen, parts
from generator.views.weekly_schedule import weekly_schedule
from generator.weeks import calendar_of, lay_out, plans_of
from tests.content.rules import claims_in, phrases

SAMPLES = ("methamphetamine-16-weeks", "minnesota-28-days", "cra-outpatient-24-weeks", "day-programme")
PROGRAMME = "small-house/programme.yaml"


@pytest.fixture(scope="module")
def plans(catalogue_house):
    """Each sample's weeks, what they need and what is wrong with it."""
    return {name: plans_of(design, calendar_of(design, Kept())[1])
            for name in SAMPLES for design in (catalogue_house.designs[name],)}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_says_what_is_invented_and_has_every_policy(catalogue_house, name):
    programme = catalogue_house.designs[name].programme

    assert "rekaan" in programme.example.to("id")
    assert "invented" in programme.example.to("en")
    assert [key for key in Policies.model_fields if getattr(programme.policies, key) is None] == []


@pytest.mark.parametrize("reader", ["residents", "families", "staff"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_contact_after_leaving_says_more_than_its_kind(catalogue_house, words, language, reader):
    """The families' table said “Telepon | Telepon.”."""
    rows = [(name, contact.week, contact.told(reader).to(language))
            for name, design in catalogue_house.designs.items() for contact in design.programme.aftercare]

    assert len(rows) > 80
    assert [row for row in rows if len(row[2].split()) < 2] == []


def test_what_is_no_therapeutic_community_or_short_says_so_in_its_title(catalogue_house):
    for name, design in catalogue_house.designs.items():
        title = design.programme.title.to("en")
        assert design.programme.model in ("tc", "day-tc") or "not a TC" in title, name
        assert design.stay * 7 >= 90 or "short" in title or "TC-informed" in title, name


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_sample_promises_nothing_and_labels_nobody(catalogue_house, name, language):
    claims = [e for e in catalogue_house.catalogue.red_list.values() if e.kind in ("claim", "stigma")]
    text = "\n".join(said.to(language) for _, said in phrases(catalogue_house.designs[name].programme))

    assert list(claims_in(text)) == []
    assert list(found_in(text, claims)) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_every_week_of_a_sample_has_the_people_rooms_and_hours_it_needs(plans, name):
    assert [problem for problem in plans[name][1] if problem.is_error] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_first_week_of_a_sample_can_be_laid_out(plans, name):
    task = plans[name][0][0].task

    answer = solve(task)

    assert not hasattr(answer, "clash")
    assert violations(task, answer) == []


def test_no_sample_holds_sport_under_the_midday_sun(catalogue_house):
    """The activity's own rule: none in the sun between 10.00 and 15.00."""
    held = [(name, span) for name, design in catalogue_house.designs.items()
            for planned in (design.components.get("sport-exercise"),) if planned
            for span in ([(at, at + planned.minutes) for at in planned.settings.at.values()] if planned.settings.at
                         else planned.settings.windows or (planned.component.window,))]

    assert len({name for name, _ in held}) > 3
    assert [(name, span) for name, span in held if span[0] < 15 * 60 and span[1] > 10 * 60] == []


def test_the_same_two_can_lead_the_static_group_each_time(catalogue_house):
    """The group is told that its leaders stay the same from week to week."""
    design = catalogue_house.designs["sadar-hati"]
    tasks = [plan.task for plan in plans_of(design, calendar_of(design, Kept())[1])[0]]
    sittings = [sitting for task in tasks for sitting in task.sittings if sitting.component == "static-group"]
    counsellors = [{span.day for span in worker.spans} for worker in tasks[0].workers if worker.name.startswith("counsellor")]

    assert {sitting.co_leads for sitting in sittings} == {("social-1",)}
    assert all({span.day for span in sitting.spans} <= days for sitting in sittings for days in counsellors)


def test_every_theme_of_a_group_that_meets_weekly_comes_up_during_the_stay(catalogue_house):
    """The last of stress management is the menu for the first day outside; six weeks did not reach it."""
    design = catalogue_house.designs["sadar-hati"]
    held = Counter(sitting.held_by for plan in plans_of(design, calendar_of(design, Kept())[1])[0]
                   for sitting in plan.task.sittings if sitting.resident is None)
    weekly = {name: len(planned.component.topics) for name, planned in design.components.items()
              if planned.component.mode == "group" and planned.component.how_often.each_week}

    assert held["stress-management", "cohort-1"] == 9
    assert [(name, count) for (name, _), count in held.items() if count < weekly.get(name, 0)] == []


@pytest.mark.parametrize("model", ["tc", "day-tc", "cra", "minnesota"])
def test_the_handbook_says_of_each_model_what_research_allows(words, model):
    assert all(model in words[code].branch("handbook.evidence_texts") for code in ("id", "en"))


def test_of_a_day_tc_it_does_not_say_what_is_known_of_residential_ones(words):
    for code, less in (("id", "jauh lebih sedikit diteliti"), ("en", "studied much less")):
        said = words[code].branch("handbook.evidence_texts")

        assert said["day-tc"] != said["tc"] and less in said["day-tc"]


def test_a_session_whose_only_day_is_a_leave_is_not_missed(own_house):
    own_house({PROGRAMME: ("quiet-hour:\n", "quiet-hour: {at: {sat: 10:00}}\n")})
    leave = "events: {leave: {title: {id: Cuti, en: Leave}, kind: away, weeks: 1-1, days: sat-sun}}\n"
    root = own_house({PROGRAMME: ("components:\n", leave + "components:\n")})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]

    weeks, _, problems = lay_out(design, Kept())

    assert [problem for problem in problems if problem.is_error] == []
    assert ["quiet-hour" in {s.component for s in week.sessions} for week in weeks] == [False, True]
    assert {v.name: v.status for v in judge(design, weeks)}["c39"] == "met", "the hours of a leave are free time"


def test_a_session_pinned_to_a_day_is_held_on_that_day(own_house):
    pinned = "opening: {at: {sat: 08:00}, how_often: {each_week: 1}}"  # its days in the catalogue are Monday to Friday
    root = own_house({PROGRAMME: ("opening: {at: 08:00}", pinned)})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]

    weeks, _, problems = lay_out(design, Kept())

    assert not [problem for problem in problems if problem.is_error]
    assert {(s.date.weekday(), s.start) for week in weeks for s in week.sessions if s.component == "opening"} == {(5, 480)}


def test_a_session_pinned_to_another_day_than_its_days_is_a_problem(own_house):
    root = own_house({PROGRAMME: ("opening: {at: 08:00}", "opening: {at: {sat: 08:00}, days: mon-fri}")})

    (problem,) = gather([root], "small-house", ("id", "en")).problems

    assert (problem.code, problem.args["days"][0].key) == ("TC324", "days.sat")


def test_a_clinics_day_without_a_visit_takes_no_room_on_the_sheet_of_all(catalogue_house, plans):
    design, plan = catalogue_house.designs["cra-outpatient-24-weeks"], plans["cra-outpatient-24-weeks"][0][0]
    week = placed(plan, solve(plan.task))

    house, group = (parts(design, week, Chosen(*which))[0].frame for which in (("house", ""), ("group", "main-evening")))

    assert "outside" not in {slot.kind for slot in house}
    assert "outside" in {slot.kind for slot in group}


def test_a_day_on_which_nobody_comes_is_a_remark_and_the_other_days_take_its_room(catalogue_house, plans, words):
    design, plan = catalogue_house.designs["cra-outpatient-24-weeks"], plans["cra-outpatient-24-weeks"][0][0]
    week = placed(plan, solve(plan.task))
    festive = replace(week, days=(*week.days[:6], replace(week.days[6], calendar=replace(
        week.days[6].calendar, holiday=Text.of({"en": "A holiday"})))))

    (sheet,), on_two_pages = (weekly_schedule(design, [w], words["en"]).sheets for w in (week, festive))
    days = [day for page in on_two_pages for day in page.days]

    assert [day.name for day in sheet.days] == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    assert sheet.column * 6 == pytest.approx(on_two_pages[0].column * 4, abs=0.1)
    assert "Sunday: Clinic closed. In danger: 119 or the emergency department" in sheet.remarks
    assert (len(days), days[6].remark) == (7, "A holiday")


@pytest.mark.parametrize(("name", "marked"), [("sadar-hati", "(contoh)"), ("day-programme", "(rekaan)")])
def test_whoever_takes_a_sample_over_as_a_house_of_their_own_is_told_what_is_still_invented(tmp_path, name, marked):
    """Once ``example`` is deleted nothing says any more that hospital, partners and answers are made up."""
    file = tmp_path / "programmes" / "rumah" / "programme.yaml"
    file.parent.mkdir(parents=True)
    written = (BUILT_IN / "programmes" / name / "programme.yaml").read_text(encoding="utf-8")
    shutil.copy(BUILT_IN / "programmes" / name / "logo.svg", file.parent)
    file.write_text(re.sub(r"\nexample:\n(  .*\n)+", "\n", written), encoding="utf-8")

    told = {str(problem.args["text"]) for problem in gather([tmp_path, BUILT_IN], "rumah", ("id", "en")).problems
            if problem.code == "TC325"}
    programme = gather([BUILT_IN], name, ("id", "en")).designs[name].programme

    assert {answer.to("id") for answer in programme.answers.values()} <= told
    assert {title for partner in programme.partners.values() if marked in (title := partner.title.to("id"))} <= told
