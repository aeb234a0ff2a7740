"""The timetable proved on made houses: what fits is found, what cannot be is told with its smallest clash.

Houses come from ``made_weeks`` (a sound week is planted first) and ``made_overloads`` (it can never fit). Weeks are judged
twice: by the engine's checker and by ``minute_by_minute``, which knows nothing of the engine.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.gather import gather
from generator.keep import Kept
from generator.model.design import Design
from generator.model.week import CalendarDay, Placement, Week
from generator.schedule import Unsolved, WeekPlan, placed, solve, violations
from generator.schedule.forward import forward
from generator.schedule.why_not.clash import only
from generator.weeks import calendar_of, plans_of
from tests.places import ROOT
from tests.schedule.made_houses import audiences, pieces, write_houses
from tests.schedule.made_overloads import OVERLOADS, an_overload
from tests.schedule.made_real import SIZES, a_real_house
from tests.schedule.made_weeks import House, a_house
from tests.schedule.minute_by_minute import faults_of

FITTING, OVERLOADED = 300, 100


class Gathered:
    """Made houses read back as an author's files."""

    def __init__(self, root: Path, houses: Sequence[House]) -> None:
        self.houses = houses
        house = gather([write_houses(root, [(house.name, house.programme) for house in houses])], None, ("id", "en"))
        # Rooms are drawn by lot: one that lacks what a session asks for is taken at its house's word.
        assert {problem.code for problem in house.problems} <= {"TC323"}, [problem.code for problem in house.problems]
        self.designs: Mapping[str, Design] = house.designs
        self.calendar: tuple[CalendarDay, ...] = calendar_of(next(iter(house.designs.values())), Kept())[1]

    def plans(self, house: House) -> list[WeekPlan]:
        plans, problems = plans_of(self.designs[house.name], self.calendar)
        assert not problems, [(problem.code, dict(problem.args)) for problem in problems]
        return plans


@pytest.fixture(scope="module")
def fitting(tmp_path_factory: pytest.TempPathFactory) -> Gathered:
    return Gathered(tmp_path_factory.mktemp("fitting") / "house", [a_house(seed) for seed in range(FITTING)])


@pytest.fixture(scope="module")
def overloaded(tmp_path_factory: pytest.TempPathFactory) -> Gathered:
    return Gathered(tmp_path_factory.mktemp("overloaded") / "house", [an_overload(seed) for seed in range(OVERLOADED)])


@pytest.fixture(scope="module")
def weeks(fitting: Gathered) -> dict[str, list[tuple[WeekPlan, tuple[Placement, ...] | Unsolved]]]:
    """The first week of every house, and of every fifth also the second, which leans on the first."""
    found = {}
    for number, house in enumerate(fitting.houses):
        first, second = fitting.plans(house)
        answers = [(first, solve(first.task))]
        if number % 5 == 0 and not isinstance(answers[0][1], Unsolved):
            answers.append((second, solve(second.task, {spot.key: spot for spot in answers[0][1]})))
        found[house.name] = answers
    return found


def judged(house: House, answers: Sequence[tuple[WeekPlan, tuple[Placement, ...] | Unsolved]]) -> list[str]:
    wrong: list[str] = []
    for plan, answer in answers:
        if isinstance(answer, Unsolved):
            wrong.append(f"week {plan.number} was given up: {answer.clash}")
            continue
        wrong += [str(violation) for violation in violations(plan.task, answer)]
        wrong += faults_of(house, placed(plan, answer))
    return wrong


def test_three_hundred_houses_that_fit_are_solved_without_a_fault_by_two_counts(fitting, weeks):
    wrong = {house.name: found for house in fitting.houses if (found := judged(house, weeks[house.name]))}

    assert wrong == {}
    assert len(weeks) == FITTING


def test_nearly_all_of_them_are_put_together_without_a_solver_and_keep_every_rule(fitting):
    tasks = [plan.task for house in fitting.houses for plan in fitting.plans(house)]

    tried = [(task, forward(task, 1000)) for task in tasks]

    assert [fault for task, week in tried for fault in violations(task, week.placements)
            if fault.rule != "all-placed"] == []
    assert sum(not week.lacking for _, week in tried) >= 0.95 * len(tried)


def test_the_made_houses_have_everything_a_house_may_have(fitting):
    seen: Counter[str] = Counter()
    for house in fitting.houses:
        seen[f"{len(house.programme['groups'])} groups"] += 1
        posts = house.programme["staff"].values()
        seen.update(key for post in posts for key in ("leave", "also", "hours_per_day", "break_minutes")
                    if post.get(key))
        seen.update(key for room in house.programme["rooms"].values() for key in ("closed", "sex") if key in room)
        for activity in house.activities:
            entry = house.programme["components"]["add"][activity.name]
            seen.update(key for key in ("at", "alongside", "travel_minutes", "same_sex", "room") if key in entry)
            seen.update([activity.kind, "co_lead"] if activity.co_roles else [activity.kind])
            if activity.kind != "talk":
                together = audiences(house.programme, activity)
                seen["joined groups"] += any(len(audience) > 1 for audience in together)
                seen["divided groups"] += len(pieces(house.programme, activity)) > len(together)

    assert {what: count for what, count in seen.items() if count < 10} == {}
    assert len(seen) >= 21
    assert all(2 <= house.sittings <= 12 for house in fitting.houses)


def moved(week: Week, **change: object) -> Week:
    """The week with its first session changed by hand."""
    day = next(day for day in week.days if day.sessions)
    changed = replace(day, sessions=(replace(day.sessions[0], **change), *day.sessions[1:]))
    return replace(week, days=tuple(changed if one is day else one for one in week.days))


@pytest.mark.parametrize(("change", "words"), [
    ({"start": 6 * 60}, "outside its window"),
    ({"start": 12 * 60 + 30}, "lies on the frame"),
    ({"lead": "nobody"}, "wrong people or room"),
    ({"room": "nowhere"}, "wrong people or room"),
    ({"minutes": 5}, "begins or lasts wrong"),
    ({"component": "circle-0"}, "wanted 0 times|never asked for"),
])
def test_the_count_by_hand_finds_a_week_changed_by_hand(fitting, weeks, change, words):
    house = fitting.houses[0]
    plan, answer = weeks[house.name][0]
    week = placed(plan, answer)
    programme, activity = house.programme, house.activities[0]
    known = House(house.name, {  # so that it looks at what is wrong and does not stumble over a name
        **programme, "staff": {**programme["staff"], "nobody": {"role": "x", "available": [], "hours_per_week": 9}},
        "rooms": {**programme["rooms"], "nowhere": {"capacity": 0, "features": []}},
        "components": {"add": {**programme["components"]["add"], "circle-0": {}}}},
        [*house.activities, replace(activity, name="circle-0", times=0)])

    found = faults_of(known, moved(week, **change))

    assert any(re.search(words, fault) for fault in found)
    assert not any(re.search(words, fault) for fault in faults_of(known, week))


def test_a_hundred_overloaded_houses_name_a_clash_of_which_nothing_can_be_left_out(overloaded):
    wrong = {}
    for house in overloaded.houses:
        task = overloaded.plans(house)[0].task
        answer = solve(task)
        if not isinstance(answer, Unsolved) or not answer.clash:
            wrong[house.name] = f"{house.overload}: {answer}"
            continue
        if not isinstance(solve(only(task, answer.clash)), Unsolved):
            wrong[house.name] = f"{house.overload}: {answer.clash} fits"
        for one in answer.clash:
            rest = only(task, [pair for pair in answer.clash if pair != one])
            week = solve(rest)
            if isinstance(week, Unsolved) or violations(rest, week):
                wrong[house.name] = f"{house.overload}: {answer.clash} is a clash without {one} too"

    assert wrong == {}
    assert len({house.overload for house in overloaded.houses}) == len(OVERLOADS)


SOLVE_ELSEWHERE = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from tests.schedule.made_weeks import a_house
from tests.schedule.test_properties import Gathered, fingerprint
made = Gathered(Path("house"), [a_house(seed) for seed in range(20, 28)])
print(fingerprint(made))
"""


def fingerprint(made: Gathered) -> str:
    answers = [solve(made.plans(house)[0].task) for house in made.houses]
    return hashlib.sha256(repr(answers).encode()).hexdigest()


def test_the_same_house_gives_the_same_week_in_another_process_folder_zone_and_hash_seed(tmp_path):
    found = set()
    for folder, environment in (("here", {"PYTHONHASHSEED": "1", "TZ": "UTC", "LANG": "C"}),
                                ("ruang lain", {"PYTHONHASHSEED": "77", "TZ": "Asia/Jayapura", "LANG": "id_ID.UTF-8"})):
        (tmp_path / folder).mkdir()
        done = subprocess.run([sys.executable, "-c", SOLVE_ELSEWHERE, str(ROOT)], cwd=tmp_path / folder, capture_output=True,
                              text=True, check=False, env={**os.environ, **environment})
        assert done.returncode == 0, done.stderr
        found.add(done.stdout)
    here = Gathered(tmp_path / "third" / "house", [a_house(seed) for seed in range(20, 28)])

    assert found == {fingerprint(here) + "\n"}


@pytest.mark.large
@pytest.mark.parametrize("size", SIZES[:4], ids=str)
def test_a_house_of_real_size_is_solved_without_a_fault(size, tmp_path):
    made = Gathered(tmp_path / "house", [a_real_house(*size)])
    (house,) = made.houses
    plan = made.plans(house)[0]

    assert house.sittings > 60
    assert judged(house, [(plan, solve(plan.task))]) == []
