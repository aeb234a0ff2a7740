"""The smallest clash: nothing can be left out of it, and nothing is claimed that was not shown."""

from __future__ import annotations

from dataclasses import replace

from generator.keep import Kept
from generator.model.week import Span, WeekTask, Worker
from generator.schedule import Unsolved, solve, violations
from generator.schedule.decide import Answer, Effort, decide
from generator.schedule.remedies.changes import of_post
from generator.schedule.shortages import is_short
from generator.schedule.why_not.clash import only, why_not
from generator.weeks import calendar_of, plans_of
from tests.schedule.made_programmes import week_of
from tests.schedule.made_weeks import a_house
from tests.schedule.test_properties import Gathered
from tests.schedule.why_not.made_sittings import a_sitting, mornings


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
