"""Remedies: each makes the week, harms no other, comes in order of its price, and weakens no safety."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from generator.keep import Kept
from generator.problem import Location, Phrase, Problem, Remedy
from generator.report import report
from generator.schedule.decide import Effort
from generator.schedule.remedies.changes import of_component, task_under
from generator.schedule.remedies.of_means import FULL_WEEK, LONGEST_DAY, PROFESSIONS
from generator.schedule.remedies.offered import Guard
from generator.schedule.remedies.proposals import families
from generator.weeks import calendar_of, plans_of
from tests.schedule.made_programmes import LED_BY_COUNSELLOR, merged, named, written

CLASHES = ("impossible-week", "pins-on-one-another", "leader-short-of-hours", "more-sessions-than-day",
           "leader-never-in-window", "room-wanted-too-much")


@pytest.mark.parametrize("name", CLASHES)
def test_every_remedy_written_into_the_file_makes_the_week(laid, words, name):
    _, problems = laid(written(name))
    (problem,) = [problem for problem in problems if problem.is_error]

    assert problem.remedies and len(problem.remedies) <= 5
    for remedy in problem.remedies:
        weeks, problems = laid(merged(written(name), remedy.changes))
        assert [problem.code for problem in problems if problem.is_error] == [], remedy.changes
        assert weeks[0].number == 1
        for language in words.values():
            said = language.remedy(remedy)
            assert len(said["effects"]) >= 3
            assert "{" not in said["says"] + " ".join(said["effects"])


def test_remedies_that_cost_nothing_come_first_and_more_hours_last(laid, words):
    _, problems = laid(written("leader-short-of-hours"))
    (problem,) = [problem for problem in problems if problem.is_error]

    kinds = [remedy.says.key.removeprefix("remedies.") for remedy in problem.remedies]

    assert kinds.index("lead-as-usual") < kinds.index("shorter") < kinds.index("more-workdays")
    assert "Konselor 1 harus memimpin 4 jam" in words["id"].message(problem)
    assert "but the working hours that can be used for it are 2 h; 2 h are lacking" in words["en"].message(problem)


def test_hours_of_people_who_are_there_are_asked_for_before_a_new_post(laid):
    """Four hours of talks and two hours to lead them in: the counsellor is asked for another day, as the file would say it."""
    _, problems = laid(written("leader-short-of-hours"))
    (problem,) = [problem for problem in problems if problem.is_error]
    (remedy,) = [remedy for remedy in problem.remedies if remedy.says.key == "remedies.more-workdays"]

    (change,) = remedy.changes
    changed = yaml.safe_load(change)["staff"]["counsellor-1"]

    assert changed["available"] == [{"days": ["mon", "tue"], "hours": "09:00-12:00"}]


def test_a_remedy_that_leaves_another_week_short_is_not_offered(small_house):
    design = small_house.designs["small-house"]
    plans = plans_of(design, calendar_of(design, Kept())[1])[0]
    away_in_week_two = design.programme.staff["companion-1"].model_copy(
        update={"leave": ((plans[1].days[0].date, plans[1].days[6].date),)})
    changed = replace(design, programme=design.programme.model_copy(
        update={"staff": {**design.programme.staff, "companion-1": away_in_week_two}}))
    guard = Guard(lambda *_: frozenset(), plans)

    assert guard.harms_another_week(changed, plans[0])
    assert not guard.harms_another_week(changed, plans[1]), "its own week is solved before it is offered"
    assert not guard.harms_another_week(design, plans[0])


def test_a_remedy_after_which_another_week_has_no_time_is_not_offered(small_house):
    """The hours would do; but no time of the other week is left, as one short look shows."""
    design = small_house.designs["small-house"]
    plans = plans_of(design, calendar_of(design, Kept())[1])[0]
    changed = of_component(design, "cooking", window="08:10-09:40", how_often={"each_week": 7}).design
    guard = Guard(lambda *_: frozenset(), plans)

    assert not guard.harms_another_week(changed, plans[0]), "counting alone sees nothing"
    assert guard.harms_another_week(changed, plans[0], Effort(1))
    assert not guard.harms_another_week(design, plans[0], Effort(1))


def test_a_remedy_that_helps_every_week_comes_before_one_that_helps_only_this(laid, words):
    """On Tuesday of the second week the counsellor is on leave: moving the talks there helps in the first week only."""
    ann = {"title": named("Ann"), "role": "counsellor", "leave": [["2027-08-17", "2027-08-17"]],
           "available": [{"days": ["tue"], "hours": "07:00-21:00"}]}
    _, problems = laid({"extends": "small-house", "staff": {"counsellor-1": ann}, "components": {"adjust": {
        "talk": {"days": ["mon"], "led_by": LED_BY_COUNSELLOR}}}})

    problem = next(problem for problem in problems if problem.is_error)
    still = ["with it other weeks still cannot be held: 2" in words["en"].remedy(remedy)["effects"]
             for remedy in problem.remedies]

    assert any(still) and not all(still)
    assert still == sorted(still)


def test_what_nobody_can_lead_during_a_leave_may_be_left_out_of_its_weeks_alone(laid, words):
    """The only counsellor, who leads the talks and the quiet hour, is on leave in weeks 3 and 4 of twelve.

    The minutes are lost in these weeks, not in every one.
    """
    ann = {"title": named("Ann"), "role": "counsellor", "leave": [["2027-08-23", "2027-09-05"]],
           "available": [{"days": "mon-sun", "hours": "07:00-21:00"}]}
    house = {"extends": "small-house", "staff": {"counsellor-1": ann},
             "phases": [{"phase": "induction", "weeks": 4}, {"phase": "primary", "weeks": 8}],
             "components": {"adjust": {"talk": {"led_by": LED_BY_COUNSELLOR}}}}
    _, problems = laid(house)
    skipping = [remedy for problem in problems if problem.is_error for remedy in problem.remedies
                if remedy.says.key == "remedies.skipped"]
    offered = [remedy.changes[0] for remedy in skipping]

    weeks, problems = laid(merged(house, tuple(offered)))

    assert all("minutes a week, only in the weeks named" in words["en"].remedy(remedy)["effects"][0] for remedy in skipping)
    assert sorted(offered) == [f"components:\n  adjust:\n    {name}:\n      not_in_weeks: [3-4]"
                               for name in ("quiet-hour", "talk")]
    assert not [problem for problem in problems if problem.is_error]
    for name in ("quiet-hour", "talk"):
        assert [week.number for week in weeks if not any(s.component == name for s in week.sessions)] == [3, 4]


def test_no_meeting_of_the_whole_house_is_offered_to_be_held_less(catalogue_house):
    """A week without its morning meetings would fit, and be no week of a community."""
    design = catalogue_house.designs["sadar-hati"]
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][6]

    kinds = {family.kind for family in families(design, plan, plan.task, ["morning-meeting"])}

    assert kinds and not kinds & {"less-often", "shorter", "left-out"}


def test_calling_residents_out_of_work_is_a_way_out_that_costs_nothing(catalogue_house, words):
    design = of_component(catalogue_house.designs["sadar-hati"], "job-functions", allows_individual=False).design
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][6]

    (family,) = [one for one in families(design, plan, plan.task, ["job-functions"]) if one.kind == "called-out"]

    (proposal,) = family.proposals
    assert proposal.change.text == "components:\n  adjust:\n    job-functions:\n      allows_individual: true"
    assert any(s.allows_individual for s in task_under(proposal.change.design, plan).sittings)


def test_a_week_that_has_a_timetable_is_not_looked_at_again_under_a_remedy(small_house):
    design = small_house.designs["small-house"]
    plans = plans_of(design, calendar_of(design, Kept())[1])[0]
    guard, effort = Guard(lambda *_: frozenset(), plans, {plan.key: False for plan in plans},
                          {plan.key: False for plan in plans}), Effort(1)

    assert not guard.harms_another_week(of_component(design, "cooking", minutes=30).design, plans[0], effort)
    assert effort.left == 1


def test_what_a_criterion_keeps_is_held_less_only_down_to_what_the_catalogue_has(catalogue_house):
    design = of_component(catalogue_house.designs["sadar-hati"], "mental-health-care", how_often={"each_week": 3}).design
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][1]

    less = [family for family in families(design, plan, plan.task, ["mental-health-care"]) if family.kind == "less-often"]

    ((proposal,),) = [family.proposals for family in less]
    assert proposal.change.text == "components:\n  adjust:\n    mental-health-care:\n      how_often:\n        each_month: 1"


def test_no_remedy_weakens_safety(catalogue_house):
    """Whatever clashes: the frame of the day stays, nobody is given a licence, care due after arrival is not held less."""
    design = catalogue_house.designs["sadar-hati"]
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][0]
    names = sorted({sitting.component for sitting in plan.task.sittings})

    found = list(families(design, plan, plan.task, names))

    assert {family.kind for family in found} >= {"moved", "wider", "more-days", "shorter", "less-often", "more-posts"}
    for family in found:
        for proposal in family.proposals:
            changed = proposal.change.design
            assert changed.programme.day_types == design.programme.day_types
            assert changed.programme.policies == design.programme.policies
            for name, person in design.programme.staff.items():
                now = changed.programme.staff[name]
                assert now.hours_per_week == person.hours_per_week or now.hours_per_week <= FULL_WEEK
                assert now.available == person.available or len({day for one in now.available for day in one.days}) < 7
                assert all(one in person.available or one.hours[1] - one.hours[0] <= LONGEST_DAY for one in now.available)
                assert now.leave == person.leave and now.break_minutes == person.break_minutes
                assert now.also == person.also, "nobody is given a role: it would open more than what was asked for"
            for name, planned in design.components.items():
                now_planned = changed.components.get(name)
                if now_planned is None:  # left out: only what the programme's own file adds
                    assert ("components", "add", name) in design.chain[0].values
                    assert planned.component.pillar != "clinical"
                    continue
                assert now_planned.minutes >= sum(s.least or s.minutes for s in planned.component.plan if s.core)
                opened = set(now_planned.component.led_by.roles) - set(planned.component.led_by.roles)
                assert not opened or (planned.component.pillar != "clinical" and not opened & set(PROFESSIONS))
                if planned.component.within_days:
                    assert now_planned.component.how_often == planned.component.how_often


def test_remedies_are_numbered_and_ready_to_paste_for_people_and_a_list_for_programs(words):
    says = Phrase("remedies.unpinned", {"name": "Memasak", "was": "08:10"})
    effects = (Phrase("remedies.same-minutes"), Phrase("remedies.must"))
    remedy = Remedy(says, ("components:\n  adjust:\n    cooking: {at: null}",), effects)
    problem = Problem(Location("p.yaml", 1, 1), "TC402", {"week": 1, "names": ["a", "b"], "because": "", "rest": "",
                                                          "others": "", "tried": ""}, remedies=(remedy, remedy))

    text = report([problem], words["id"], {"p.yaml": "x"})
    (plain,) = yaml.safe_load(report([problem], words["id"], {}, "json"))

    assert ("\n          1. Hapus jam tetap “Memasak” (08:10).\n"
            "             components:\n               adjust:\n                 cooking: {at: null}\n") in text
    assert "\n          2. Hapus" in text
    assert [one["says"] for one in plain["remedies"]] == ["Hapus jam tetap “Memasak” (08:10)."] * 2
    assert plain["remedies"][0]["changes"] == ["components:\n  adjust:\n    cooking: {at: null}"]
    assert "%0A1. Hapus jam tetap" in report([problem], words["id"], {}, "github")


def test_of_a_line_of_the_pattern_it_is_said_where_to_write_instead(words):
    """The manager of a house cannot change the pattern's file, and must not."""
    def told(file: str) -> str:
        return report([Problem(Location(file, 1, 1), "TC236", {})], words["en"], {})

    assert "Write what differs into your own programme.yaml" in told("tcguide/programmes/residential-base/programme.yaml")
    assert "your own programme.yaml" not in told("programmes/my-house/programme.yaml")
