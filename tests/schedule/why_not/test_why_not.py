"""When a week cannot be: the reason in numbers or as a smallest clash, remedies that were tried out, and never a long wait."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.gather import gather
from generator.keep import Kept
from generator.load import read
from generator.model.week import Part, Sitting, Span, WeekTask, Worker
from generator.problem import Location, Phrase, Problem, Remedy
from generator.report import report
from generator.schedule import Unsolved, solve, violations
from generator.schedule.decide import IN_ROOMS, WAYS, Answer, Effort, Way, decide
from generator.schedule.remedies.changes import of_component, of_post, task_under
from generator.schedule.remedies.of_means import FULL_WEEK, LONGEST_DAY, PROFESSIONS
from generator.schedule.remedies.offered import Guard
from generator.schedule.remedies.proposals import families
from generator.schedule.remedies.trials import SOON, found_by_steps
from generator.schedule.shortages import is_short, shortages, tightest, to_the_last_minute
from generator.schedule.solve import EFFORT_TO_FIT
from generator.schedule.stepwise import step_by_step
from generator.schedule.why_not.clash import only, pairs_of, why_not
from generator.schedule.why_not.explanation import explained
from generator.schedule.why_not.reasons import MOST_NAMED
from generator.weeks import calendar_of, duty_of, lay_out, plans_of
from tests.places import BAD, FIXTURE, ROOT
from tests.schedule.made_real import a_real_house
from tests.schedule.made_weeks import a_house
from tests.schedule.test_properties import Gathered

PATIENCE = 30
"""Seconds; ten on a machine that does nothing else."""


def a_sitting(key: str, minutes: int, spans: tuple[Span, ...], leads=("ann",), rooms=("hall",), resident=None) -> Sitting:
    return Sitting(key, key.split("/")[0], (Part("cohort", resident or 1, resident or 24),), minutes, spans, leads,
                   rooms=rooms, resident=resident)


def mornings(days: int, hours: int) -> tuple[Span, ...]:
    return tuple(Span(day, 8 * 60, (8 + hours) * 60) for day in range(days))


# What cannot fit by counting alone


def test_twenty_four_hours_of_counselling_do_not_go_into_eighteen_working_hours():
    workers = tuple(Worker(name, mornings(3, 3), 2400) for name in ("ann", "ben"))
    talks = tuple(a_sitting(f"talk/cohort/r{n:02d}", 60, mornings(5, 4), (("ann", "ben")[n % 2],), (), n) for n in range(1, 25))

    (short,) = shortages(WeekTask(talks, workers, (("cohort", 24),), ()))

    assert (short.kind, short.names) == ("posts", ("ann", "ben"))
    assert (short.need, short.have) == (24 * 60, 18 * 60)
    assert short.sessions == ((("talk", "cohort"), 24, 60),)


def test_the_few_hours_that_are_short_are_named():
    afternoon = (Span(1, 14 * 60, 15 * 60 + 30),)
    task = WeekTask(tuple(a_sitting(f"group-{n}/cohort/1", 90, afternoon) for n in range(2)),
                    (Worker("ann", (Span(1, 480, 1080),), 2400),), (("cohort", 4),), ("hall",))

    short = next(one for one in shortages(task) if one.kind == "posts")

    assert short.stretches == list(afternoon)


def test_hours_in_pieces_too_short_for_a_session_do_not_count():
    halves = tuple(Span(day, 8 * 60, 8 * 60 + 50) for day in range(5))  # 250 minutes, and not one hour at a stretch
    sitting = a_sitting("a/cohort/1", 60, mornings(5, 4))

    (short,) = shortages(WeekTask((sitting,), (Worker("ann", halves, 2400),), (("cohort", 24),), ("hall",)))

    assert (short.need, short.have) == (60, 0)


def test_hours_in_which_all_residents_are_in_a_group_do_not_count_for_talks_with_them():
    evening = (Span(0, 17 * 60 + 30, 21 * 60),)
    group = a_sitting("group/cohort/1", 90, (Span(0, 18 * 60, 19 * 60 + 30),), ("ben",), ("hall",))
    talks = tuple(a_sitting(f"talk/cohort/r{n:02d}", 50, evening, rooms=(), resident=n) for n in range(1, 4))

    workers = (Worker("ann", evening, 2400), Worker("ben", evening, 2400))

    (short,) = shortages(WeekTask((group, *talks), workers, (("cohort", 24),), ("hall",)))

    assert (short.names, short.need, short.have) == (("ann",), 150, 50)  # half an hour before the group is too short for one


def test_whoever_talks_with_residents_also_leads_groups_in_the_hours_left_for_the_talks():
    """A house with work from noon for all was named twenty components that clash; its work leader and its social worker had
    to hold the work and all the talks in the same hours."""
    evening, early = (Span(0, 16 * 60, 21 * 60),), (Span(0, 16 * 60, 19 * 60),)
    everybody = a_sitting("group/cohort/1", 120, (Span(0, 19 * 60, 21 * 60),), ("ben",), ("hall",))
    others = replace(a_sitting("craft/others/1", 60, early, ("ann",), ("hall",)), parts=(Part("others", 1, 9),))
    talks = tuple(a_sitting(f"talk/cohort/r{n:02d}", 50, evening, rooms=(), resident=n) for n in range(1, 4))
    workers = (Worker("ann", evening, 2400), Worker("ben", evening, 2400))

    (short,) = shortages(WeekTask((everybody, others, *talks), workers, (("cohort", 24), ("others", 9)), ("hall",)))

    assert (short.names, short.need) == (("ann",), 60 + 3 * 50)
    assert short.have <= 3 * 60
    assert not shortages(WeekTask((everybody, *talks), workers, (("cohort", 24),), ("hall",)))


def test_a_room_is_wanted_for_longer_than_it_is_open():
    always = Worker("ann", mornings(7, 10), 6000)
    sittings = tuple(replace(a_sitting(f"craft/{group}/{n}", 300, mornings(5, 8), (name,)), parts=(Part(group, 1, 9),))
                     for group, name in (("x", "ann"), ("y", "ben")) for n in range(5))

    (short,) = shortages(WeekTask(sittings, (always, replace(always, name="ben")), (("x", 9), ("y", 9)), ("hall",)))

    assert (short.kind, short.names, short.need) == ("rooms", ("hall",), 50 * 60)
    assert short.have == 5 * 300  # eight hours a day hold one session of five


def test_a_week_that_can_be_held_never_lacks_anything(tmp_path):
    made = Gathered(tmp_path / "house", [a_house(seed) for seed in range(25)])

    for house in made.houses:
        task = made.plans(house)[0].task
        assert not is_short(task), house.name
        assert all(use.need <= use.have for use in tightest(task))


# The smallest clash


def test_nothing_can_be_left_out_of_a_clash():
    """Four sessions of two hours want the same leader on a day of eight hours that a fifth one is cut out of."""
    day = (Span(0, 8 * 60, 16 * 60),)
    crowd = [a_sitting(f"{name}/cohort/1", 120, day) for name in "abcd"]
    pin = a_sitting("pin/cohort/1", 30, (Span(0, 12 * 60, 12 * 60 + 30),), ("ben",), ())
    innocent = a_sitting("innocent/cohort/1", 60, mornings(5, 4), ("ben",), ())
    task = WeekTask((*crowd, pin, innocent), (Worker("ann", day, 2400), Worker("ben", mornings(7, 12), 2400)),
                    (("cohort", 24),), ("hall",))

    clash = why_not(task)

    assert {name for name, _ in clash.pairs} == {"a", "b", "c", "d", "pin"}
    assert clash.smallest
    for one in clash.pairs:
        rest = only(task, [pair for pair in clash.pairs if pair != one])
        placed = solve(rest)
        assert not isinstance(placed, Unsolved)
        assert violations(rest, placed) == []


def test_what_one_group_has_to_do_is_looked_at_before_the_week_is_halved():
    """The social worker of the women's wing goes home three hours earlier: a few of the women's sessions clash, not 38 of the
    49 things that the house does in a week."""
    task, _ = week_of("residential-rolling", 29)
    task = replace(task, workers=tuple(replace(worker, spans=tuple(
        replace(span, end=span.end - 180) for span in worker.spans if span.end - span.start > 180))
        if worker.name == "social-women" else worker for worker in task.workers))
    assert not is_short(task)

    clash = why_not(task, known=decide(task, Effort(1), 0.015).answer)

    assert clash.smallest
    assert 1 < len(clash.pairs) < 10
    assert ("static-group", "women-induction+women-primary+women-re-entry") in clash.pairs


def test_what_must_lie_on_one_day_is_looked_at_by_itself(catalogue_house):
    """Ten screenings by two nurses take the whole of Monday, and the morning has its meetings: without the doctor that
    clashes, which is soon seen of the Monday and not of the week."""
    on_tuesday = [{"days": "tue", "hours": "08:00-17:00"}]
    design = of_post(catalogue_house.designs["sadar-hati"], "doctor-1", available=on_tuesday).design
    task = plans_of(design, calendar_of(design, Kept())[1])[0][0].task

    clash = why_not(task, known=Answer.OPEN)

    assert {name for name, _ in clash.pairs} == {"medical-screening", "morning-meeting", "daily-agenda-setting"}
    assert clash.smallest


def test_without_effort_nothing_is_claimed_that_was_not_shown(tmp_path):
    """No time to search: what counting shows stays certain, everything else stays open."""
    made = Gathered(tmp_path / "house", [a_house(0)])
    task = made.plans(made.houses[0])[0].task

    assert decide(task, Effort(0), 1).answer is Answer.OPEN
    assert why_not(task, Effort(0)).pairs == ()


# Remedies


def merged(data: dict[str, Any], changes: tuple[str, ...]) -> dict[str, Any]:
    """A programme's file with remedies written into it, as an author would."""
    for change in changes:
        source, problems = read(change.encode(), "change")
        assert not problems
        section = next(iter(source.data))
        depth = 3 if section == "components" else 2  # of an entry, whose keys are replaced whole
        data = _laid_over(source.data, data, depth)
    return data


def _laid_over(own: dict[str, Any], under: dict[str, Any], depth: int) -> dict[str, Any]:
    deeper = {key: _laid_over(value, under.get(key) or {}, depth - 1) if depth else value for key, value in own.items()}
    return {**under, **deeper}


CLASHES = ("impossible-week", "pins-on-one-another", "leader-short-of-hours", "more-sessions-than-day",
           "leader-never-in-window", "room-wanted-too-much")


@pytest.fixture
def laid(tmp_path: Path) -> Callable[..., tuple[list[Any], list[Problem]]]:
    """The weeks and problems of a programme that extends the small house."""
    root = shutil.copytree(FIXTURE, tmp_path / "house")

    def lay(data: Mapping[str, Any]) -> tuple[list[Any], list[Problem]]:
        path = root / "programmes" / "bad" / "programme.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False), encoding="utf-8")
        shutil.copy(root / "programmes/small-house/logo.svg", path.parent / "logo.svg")
        house = gather([root], "bad", ("id", "en"))
        if "bad" not in house.designs:
            return [], list(house.problems)
        assert not [problem for problem in house.problems if problem.is_error], house.problems
        weeks, _, problems = lay_out(house.designs["bad"], Kept())
        return weeks, problems

    return lay


def written(name: str) -> dict[str, Any]:
    source, _ = read((BAD / "programmes" / f"{name}.yaml").read_bytes(), name)
    return dict(source.data)


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


def test_the_facts_that_hold_a_clash_are_named(laid, words):
    _, problems = laid(written("impossible-week"))
    (problem,) = [problem for problem in problems if problem.is_error]

    said = words["en"].message(problem)

    assert "the window 08:10–09:40 of “Cooking”" in said
    assert "the pinned time 08:00 (Mon–Fri) of “Opening”" in said
    assert "Counsellor" not in said  # longer hours would not help


def named(name: str) -> dict[str, str]:
    return {"id": name, "en": name}


def test_the_hours_of_several_are_named_together_where_those_of_one_are_not_enough(laid, words):
    """Two counsellors cook together; both come on Monday while the day is opened, which somebody else leads."""
    hours = {"counsellor": {"days": "mon", "hours": "08:00-08:30"}, "companion": {"days": "mon-sun", "hours": "07:00-21:00"}}
    staff = {f"{role}-{number}": {"title": named(name), "role": role, "available": [dict(hours[role])]}
             for role, number, name in (("counsellor", 1, "Ann"), ("counsellor", 2, "Eve"), ("companion", 2, "Ben"))}
    _, problems = laid({"extends": "small-house", "staff": staff, "components": {"adjust": {
        "cooking": {"led_by": {**LED_BY_COUNSELLOR, "co_lead": ["counsellor"]}, "minutes": 30, "window": "08:00-11:00",
                    "how_often": {"each_week": 1}},
        "opening": {"days": "mon-fri"}}}})

    said = [words["en"].message(problem) for problem in problems if problem.is_error]

    assert any("hours of those who may lead “Cooking” taken together: Ann, Eve" in message for message in said), said


def test_nobody_is_blamed_for_hours_in_which_others_may_talk_with_their_residents(laid, words):
    """Each resident has a counsellor, and both come on Monday while the day is opened: if one of them came longer, they could
    talk with all."""
    hours = {"counsellor": {"days": "mon", "hours": "08:00-08:30"}, "companion": {"days": "mon-sun", "hours": "07:00-21:00"}}
    staff = {f"{role}-{number}": {"title": named(name), "role": role, "available": [dict(hours[role])]}
             for role, number, name in (("counsellor", 1, "Ann"), ("counsellor", 2, "Eve"), ("companion", 2, "Ben"))}
    _, problems = laid({"extends": "small-house", "staff": staff, "components": {"adjust": {
        "talk": {"led_by": LED_BY_COUNSELLOR}, "opening": {"days": "mon-fri"}}}})

    (said,) = [words["en"].message(problem) for problem in problems if problem.is_error]

    assert "the hours of Ann; the hours of Eve" in said


def test_a_second_leader_who_is_missing_is_named(laid, words):
    """Two groups open the day at eight, with a counsellor each and one companion to help."""
    counsellor = {"title": named("Counsellor 2"), "role": "counsellor",
                  "available": [{"days": "mon-sun", "hours": "07:00-21:00"}]}
    _, problems = laid({
        "extends": "small-house", "groups": {"other": {"title": named("Others"), "size": 2}},
        "staff": {"counsellor-2": counsellor}, "components": {"adjust": {"opening": {"led_by": {
            "roles": ["counsellor"], "co_lead": ["companion"], "qualification": named("Trained.")}}}}})

    said = [words["en"].message(problem) for problem in problems if problem.is_error]

    assert any("“Opening” needing a second person to lead it with (Companion)" in message for message in said)


def test_groups_that_hold_a_pinned_session_each_by_itself_are_named(laid, words):
    """Three groups open the day at eight, and two may lead it; “3 × 45 minutes” alone says nothing of groups."""
    groups = {name: {"title": named(name), "size": 2} for name in ("second", "third")}
    _, problems = laid({"extends": "small-house", "groups": groups})

    said = [words["en"].message(problem) for problem in problems if problem.is_error]

    assert any("“Opening” being held by 3 groups at once, each by itself" in message for message in said)


LED_BY_COUNSELLOR = {"roles": ["counsellor"], "qualification": named("Trained.")}
WEEK_ONE = [["2027-08-09", "2027-08-15"]]


@pytest.mark.parametrize(("changed", "said"), [
    ({"staff": {"counsellor-1": {"title": named("Ann"), "role": "counsellor", "leave": WEEK_ONE,
                                 "available": [{"days": "mon-sun", "hours": "07:00-21:00"}]}},
      "components": {"adjust": {"talk": {"led_by": LED_BY_COUNSELLOR}}}}, "the leave of Ann (Mon–Sun)"),
    ({"rooms": {"hall": {"title": named("Hall"), "capacity": 8, "features": ["quiet"],
                         "closed": [["2027-08-10", "2027-08-11"]]}},
      "groups": {"cohort": {"title": named("Cohort"), "size": 6}}}, "Hall being closed (Tue–Wed)"),
    ({"events": {"visit": {"title": named("Visiting day"), "kind": "visit", "dates": ["2027-08-09"], "hours": "10:00-21:00"}},
      "components": {"adjust": {"cooking": {"days": ["mon"], "how_often": {"each_week": 1}},
                                "talk": {"days": ["mon"]}}}}, "“Visiting day” (Mon)"),
    ({"team_times": {"case-meeting": {"title": named("Case meeting"), "days": "mon-sun", "hours": "08:00-10:00",
                                      "staff": ["counsellor-1", "companion-1"]}}}, "the team's “Case meeting”"),
], ids=["leave", "closed", "event", "team-time"])
def test_what_takes_somebody_or_something_out_of_this_week_is_named(laid, words, changed, said):
    """An hour lacking is one thing; that it lacks because Ann is on leave says what to do."""
    _, problems = laid({"extends": "small-house", **changed})

    messages = [words["en"].message(problem) for problem in problems if problem.is_error]

    assert any(said in message for message in messages), messages


def test_the_same_components_of_two_groups_are_one_reason(laid, words):
    """A remedy for one group alone would leave the other where it was, and “0 more reasons” says nothing."""
    leaders = {f"companion-{n}": {"title": named(f"Companion {n}"), "role": "companion",
                                  "available": [{"days": "mon-sun", "hours": "07:00-21:00"}]} for n in (2, 3, 4)}
    _, problems = laid({
        "extends": "small-house", "groups": {"second": {"title": named("Second"), "size": 2}}, "staff": leaders,
        "components": {"adjust": {"opening": {"at": "08:00"},
                                  "cooking": {"how_often": {"each_week": 7}, "minutes": 75, "at": "08:10"}}}})

    (problem,) = [problem for problem in problems if problem.is_error]

    assert problem.code == "TC402"
    assert "more reason" not in words["en"].hint(problem)


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


def test_which_group_a_session_cannot_be_held_for_is_named(catalogue_house, words):
    """The same session of two groups is two reasons, which would otherwise read alike."""
    design = catalogue_house.designs["residential-rolling"]
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][0]
    pair = ("static-group", "men-induction+men-younger")

    (problem,) = explained(design, plan, Unsolved((pair,)), Guard(lambda *_: frozenset()), Effort(0), set())

    assert "“Static group” cannot be held for Men's induction, Men's younger members; no time" in words["en"].message(problem)


def test_of_a_week_that_stays_open_nobody_reads_of_leaving_out_one_of_them(catalogue_house, words):
    """No components are named there, of which one could be left out."""
    design = catalogue_house.designs["residential-rolling"]
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][0]

    (problem,) = explained(design, plan, Unsolved(()), Guard(lambda *_: frozenset()), Effort(0.01), set())

    assert problem.code == "TC407" and not problem.remedies
    assert words["en"].hint(problem).endswith(". 2 kinds of change were tried, and none was shown to be enough by itself.")


def test_of_officers_on_duty_it_is_said_that_a_session_across_the_change_of_shifts_has_nobody(laid, words):
    """They are at work day and night by their “available”; but at two in the afternoon one goes and another comes."""
    def officer(number: int) -> dict[str, Any]:
        return {"title": named(f"Officer {number}"), "role": "chair",
                "available": [{"days": "mon-sun", "hours": "00:00-24:00"}]}

    shifts = {"early": ("06:00", "14:00"), "late": ("14:00", "22:00"), "night": ("22:00", "06:00")}
    _, problems = laid({
        "extends": "small-house", "staff": {f"officer-{n}": officer(n) for n in range(1, 6)},
        "duty": {"roles": ["chair"], "shifts": {
            name: {"title": named(name), "at": at, "until": until} for name, (at, until) in shifts.items()}},
        "components": {"adjust": {"cooking": {"window": "13:30-15:00", "led_by": {"roles": ["chair"]}}}}})

    (problem,) = [problem for problem in problems if problem.code == "TC418"]

    assert "never beyond the shift (shifts begin at 06:00, 14:00, 22:00)" in words["en"].message(problem)


def test_a_session_that_is_divided_for_its_size_is_named_and_may_be_held_as_one(laid, words):
    _, problems = laid({
        "extends": "small-house", "groups": {"cohort": {"title": named("Cohort"), "size": 8}},
        "rooms": {"hall": {"title": named("Hall"), "capacity": 9, "features": ["quiet"]}, "study": None},
        "components": {"adjust": {"opening": {"mode": "community"}}, "off": {"quiet-hour": {"reason": named("None.")}}}})

    (problem,) = [problem for problem in problems if problem.is_error]

    assert "“Opening” being divided into 2 sessions, for it is for at most 6" in words["en"].message(problem)
    assert "remedies.whole" in {remedy.says.key for remedy in problem.remedies}


def test_of_many_components_that_clash_the_largest_are_named(catalogue_house, words):
    design = catalogue_house.designs["sadar-hati"]
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][0]

    pairs = tuple(pairs_of(plan.task))

    (problem,) = explained(design, plan, Unsolved(pairs, smallest=False), Guard(lambda *_: frozenset()), Effort(0), set())

    assert len(problem.args["names"]) == MOST_NAMED
    unnamed = len({name for name, _ in pairs}) - MOST_NAMED + 1
    assert f"and {unnamed} other components" in words["en"].message(problem)

def test_a_room_wanted_only_at_fixed_times_is_not_called_the_tightest():
    """It has just the hours that are pinned there, all of them taken: that is no news to whoever looks for what to loosen."""
    always = Worker("ann", (Span(0, 480, 720),), 2400), Worker("ben", (Span(0, 480, 720),), 2400)
    pinned = Sitting("meeting/all/1", "meeting", (Part("all", 1, 4),), 60, (Span(0, 480, 540),), ("ann",), rooms=("hall",))
    talks = tuple(Sitting(f"talk/all/r{n:02d}", "talk", (Part("all", n, n),), 60, (Span(0, 540, 720),), ("ben",),
                          rooms=("study",), resident=n) for n in (1, 2))

    named = [use.names for use in tightest(WeekTask((pinned, *talks), always, (("all", 4),), ("hall", "study")))]

    assert ("hall",) not in named
    assert ("study",) in named


def test_remedies_begin_with_what_takes_the_last_minute_of_somebody():
    """In a full week the largest component is seldom the one that does not fit."""
    ann, ben = Worker("ann", (Span(0, 480, 720),), 2400), Worker("ben", (Span(0, 480, 720),), 2400)
    short_talk = Sitting("talk/all/1", "talk", (Part("all", 1, 4),), 60, (Span(0, 480, 545),), ("ben",), rooms=("study",))
    long_work = Sitting("work/all/1", "work", (Part("all", 1, 4),), 120, (Span(0, 480, 720),), ("ann",), rooms=("hall",))

    task = WeekTask((long_work, short_talk), (ann, ben), (("all", 4),), ("hall", "study"))

    assert to_the_last_minute(task) == (("talk", "all"),)


def test_of_a_large_clash_that_no_single_fact_was_seen_to_hold_the_tightest_is_named(catalogue_house, words):
    """Many components and no reason beside them would leave the reader where he was."""
    before = catalogue_house.designs["cra-outpatient-24-weeks"]
    design = of_post(before, "psychologist-1", hours_per_week=5).design
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][8]
    clash = Unsolved(tuple(pairs_of(plan.task)), smallest=False)

    (problem,) = explained(design, plan, clash, Guard(lambda *_: frozenset()), Effort(0), set())

    assert "because of what is wanted nearly to its last minute: " in words["en"].message(problem)


def test_what_was_said_of_a_week_is_not_said_again_of_the_next(catalogue_house):
    design = catalogue_house.designs["sadar-hati"]
    first, second = plans_of(design, calendar_of(design, Kept())[1])[0][1:3]
    said: set = set()

    def told(plan, *names: str) -> int:
        clash = Unsolved(tuple(pair for pair in pairs_of(plan.task) if pair[0] in names))
        return len(explained(design, plan, clash, Guard(lambda *_: frozenset()), Effort(0), said))

    assert told(first, "morning-meeting", "static-group") == 1
    assert told(second, "morning-meeting", "static-group") == 0
    assert told(second, "static-group", "sport-exercise") == 1


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


def week_of(name: str, number: int) -> tuple[WeekTask, WeekTask]:
    """A week of one of the samples and the one after it."""
    design = gather([ROOT], name, ("id", "en")).designs[name]
    calendar = calendar_of(design, Kept())[1]
    plans = plans_of(design, calendar, duty_of(design, calendar, Kept())[1])[0]
    return plans[number - 1].task, plans[number].task


def test_a_short_search_begins_from_the_week_that_should_have_been_leant_on():
    """A hundred sessions of four phases side by side: no short search finds them a week, but from the next one it does."""
    week, next_week = week_of("residential-rolling", 29)

    near = {placement.key: placement for placement in solve(next_week)}

    assert not found_by_steps(week, Effort(1))
    assert violations(week, found_by_steps(week, Effort(1), near)) == []


def test_a_full_week_with_a_room_less_is_found_where_rooms_are_chosen_with_the_times():
    """A day house gives up one of its two talking rooms: times that only count the rooms leave some talk without one."""
    design = gather([ROOT], "day-programme", ("id", "en")).designs["day-programme"]
    rooms = {name: room for name, room in design.programme.rooms.items() if name != "talk-1"}
    less = replace(design, programme=design.programme.model_copy(update={"rooms": rooms}))
    task = plans_of(less, calendar_of(less, Kept())[1])[0][12].task
    in_rooms = Way(people=True, rooms=True, simplify=True, limit=IN_ROOMS)

    assert decide(task, Effort(1), 1, ways=[way for way in WAYS if way != in_rooms]).answer is Answer.OPEN
    found = decide(task, Effort(EFFORT_TO_FIT), EFFORT_TO_FIT)
    assert found.answer is Answer.FITS and violations(task, found.placements) == []


def test_a_week_that_has_a_timetable_is_not_looked_at_again_under_a_remedy(small_house):
    design = small_house.designs["small-house"]
    plans = plans_of(design, calendar_of(design, Kept())[1])[0]
    guard, effort = Guard(lambda *_: frozenset(), plans, {plan.key: False for plan in plans},
                          {plan.key: False for plan in plans}), Effort(1)

    assert not guard.harms_another_week(of_component(design, "cooking", minutes=30).design, plans[0], effort)
    assert effort.left == 1


def test_a_short_search_from_a_week_near_by_gives_up_after_its_routine_and_one_from_nothing_does_not():
    """Without the routine a week was never found near another, and often from nothing."""
    week, next_week = week_of("residential-rolling", 29)
    near = {placement.key: placement for placement in solve(next_week)}
    heard: dict[bool, list[str]] = {True: [], False: []}

    for places, told in ((near, heard[True]), ({}, heard[False])):
        assert not step_by_step(week, places, effort=1e-6, soon=True, told=lambda search, told=told: told.append(search.status))

    assert heard == {True: ["UNKNOWN"], False: ["UNKNOWN"] * 2}


def test_a_short_search_does_without_the_order_of_residents_where_it_leaves_no_week():
    week, _ = week_of("methamphetamine-16-weeks", 1)

    assert violations(week, found_by_steps(week, Effort(1))) == []


def test_a_week_that_is_not_held_names_the_one_it_should_have_leant_on():
    morning = (Span(0, 480, 540),)
    last_week = solve(WeekTask((a_sitting("a/cohort/1", 60, morning),), (Worker("ann", morning, 2400),), (("cohort", 24),),
                               ("hall",)))
    both = WeekTask((a_sitting("a/cohort/1", 60, morning), a_sitting("b/cohort/1", 60, morning)),
                    (Worker("ann", morning, 2400),), (("cohort", 24),), ("hall",))

    assert solve(both, {placement.key: placement for placement in last_week}).near == last_week


def test_a_short_search_finds_a_week_that_the_question_leaves_open(catalogue_house):
    design = catalogue_house.designs["sadar-hati"]
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][0]
    task = only(plan.task, [pair for pair in pairs_of(plan.task) if pair[0] != "religious-study"])

    found = found_by_steps(task, Effort(1))

    assert decide(task, Effort(1), SOON).answer is Answer.OPEN
    assert found and not violations(task, found)


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


# How it is told


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


# Never a long wait


def many_components(root: Path) -> str:
    """Forty components of an hour a day each, in a house with one leader."""
    pattern = (root / "programmes/catalogue/components/life-skills/cooking.yaml").read_text(encoding="utf-8")
    for n in range(36):
        (root / f"programmes/catalogue/components/life-skills/cooking-{n:02d}.yaml").write_text(pattern, encoding="utf-8")
    return "{" + ", ".join(f"cooking-{n:02d}: {{how_often: {{each_week: 6}}}}" for n in range(36)) + "}"


SITUATIONS = {
    "impossible wishes": ("components: {adjust: {cooking: {window: 08:10-09:40, how_often: {each_week: 5}, days: mon-fri, "
                          "minutes: 75}}}", {"TC401"}),
    "contradictory pins": ("components: {adjust: {cooking: {how_often: {each_week: 7}, minutes: 75, at: 08:10}}}", {"TC402"}),
    "nobody qualified": ("components: {adjust: {opening: {led_by: {roles: [chair], qualification: {id: a, en: a}}}}}",
                         {"TC403"}),
    "a room too small": ("rooms: {hall: {title: {id: a, en: a}, capacity: 1}, study: {title: {id: b, en: b}, capacity: 1}}",
                         {"TC404"}),
    "zero staff": ("staff: {}", {"TC310"}),
    "a day of two hours": ("day_types: {every-day: {title: {id: a, en: a}, days: mon-sun, holiday: true, frame: ["
                           "{title: {id: a, en: a}, kind: hygiene, at: 06:00, until: 08:00}, "
                           "{title: {id: b, en: b}, kind: outside, at: 10:00, until: 21:30}, "
                           "{title: {id: c, en: c}, kind: night-rest, at: 21:30, until: 06:00}]}}\n"
                           "components: {adjust: {quiet-hour: {window: 08:00-10:00}, talk: {window: 08:00-10:00}, "
                           "cooking: {how_often: {each_week: 7}, window: 08:00-10:00, minutes: 75}, opening: {days: mon-sun, "
                           "how_often: {each_week: 7}, window: 08:00-10:00}}}", {"TC401"}),
    "more than two hours hold": ("components: {adjust: {cooking: {days: mon, how_often: {each_week: 1}, window: 08:00-10:00, "
                                 "minutes: 75}, quiet-hour: {days: mon, window: 08:00-10:00}}}", {"TC417"}),
    "five hundred residents": ("groups: {cohort: {title: {id: a, en: a}, size: 500}}\nrooms: {hall: {title: {id: a, en: a}, "
                               "capacity: 600, features: [quiet]}}", {"TC415"}),
    "forty components": ("components: {add: MANY}", {"TC415", "TC417"}),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_bad_input_is_answered_soon(situation, own_house, words):
    root = own_house()
    text, codes = SITUATIONS[situation]
    if situation == "forty components":
        text = text.replace("MANY", many_components(root))
    parent = root / "programmes" / "small-house" / "programme.yaml"
    if situation == "zero staff":
        staff = ("staff:", "  counsellor-1", "  companion-1")
        lines = [line for line in parent.read_text(encoding="utf-8").split("\n") if not line.startswith(staff)]
        parent.write_text("\n".join(lines), encoding="utf-8")
    path = root / "programmes" / "bad" / "programme.yaml"
    path.parent.mkdir()
    path.write_text(f"extends: small-house\n{text}\n", encoding="utf-8")
    shutil.copy(parent.parent / "logo.svg", path.parent)
    begun = time.monotonic()

    house = gather([root], "bad", ("id", "en"))
    problems = list(house.problems)
    if house.designs and not any(problem.is_error for problem in problems):
        problems += lay_out(house.designs["bad"], Kept())[2]

    assert time.monotonic() - begun < PATIENCE
    assert codes & {problem.code for problem in problems}, [(p.code, words["en"].message(p)) for p in problems]
    with_others = [problem.args["week"] for problem in problems if problem.args.get("others")]
    assert len(with_others) == len(set(with_others)), "that a week has several reasons is said once"


INTERRUPTED = """
import sys
from ortools.sat.python import cp_model
from generator.schedule import both_ways
real = both_ways.solve
def told(*given, **named):
    print("solving", flush=True)
    return real(*given, **named)
both_ways.solve = told
sys.argv = ["tcguide", "-C", sys.argv[1], "build", sys.argv[2], "--no-guide", "--to", "build"]
from generator.cli import main
main()
"""


def test_ctrl_c_in_a_long_search_leaves_earlier_output_whole(tmp_path):
    made = Gathered(tmp_path / "house", [a_real_house(6, 20, 11)])
    (house,) = made.houses
    unit = tmp_path / "house" / "build" / "programmes" / house.name
    unit.mkdir(parents=True)
    (unit / "notes.txt").write_text("former", encoding="utf-8")
    process = subprocess.Popen([sys.executable, "-c", INTERRUPTED, str(tmp_path / "house"), house.name], text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)},
                               # A shell's background job, as these tests may be one, passes on that Ctrl-C is ignored.
                               preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    assert process.stdout and process.stdout.readline() == "solving\n"
    time.sleep(0.5)

    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=2 * PATIENCE)

    assert process.returncode == 130, said
    assert "Dihentikan" in said and "Traceback" not in said
    assert [path.name for path in unit.rglob("*") if path.is_file()] == ["notes.txt"]
    assert (unit / "notes.txt").read_text(encoding="utf-8") == "former"


