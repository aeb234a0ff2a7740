"""Remedies are tried on every week: what a change leaves alone is not worked out again, and nothing else is spared."""

from __future__ import annotations

from dataclasses import replace

from generator.keep import Kept
from generator.schedule.made_before import MadeBefore
from generator.schedule.remedies.changes import of_component, of_post
from generator.schedule.task import task_of
from generator.weeks import calendar_of, plans_of


def test_a_changed_component_or_post_asks_for_what_it_would_ask_for_if_nothing_were_remembered(catalogue_house):
    design = catalogue_house.designs["sadar-hati"]
    plans = plans_of(design, calendar_of(design, Kept())[1])[0][:3]
    changed = [design, of_component(design, "static-group", minutes=60).design,
               of_component(design, "individual-counselling", how_often={"every_weeks": 2}).design,
               of_component(design, "induction-orientation", weeks="2-3").design,
               of_post(design, "counsellor-1", hours_per_week=8).design]

    for one in changed:
        for plan in plans:
            afresh = replace(plan, made=MadeBefore())
            assert task_of(one, plan) == task_of(one, afresh)
        assert any(task_of(one, plan)[0] != plan.task for plan in plans) == (one is not design)


def test_the_sittings_of_an_unchanged_component_are_the_very_same(catalogue_house):
    design = catalogue_house.designs["sadar-hati"]
    plan = plans_of(design, calendar_of(design, Kept())[1])[0][0]
    shorter = of_component(design, "static-group", minutes=60).design
    made = MadeBefore()

    def sittings(one, name):
        return made.sittings(one, 1, plan.days, one.components[name], {"cohort-1": 5}, False)[0]

    assert sittings(design, "morning-meeting") and sittings(shorter, "morning-meeting") is sittings(design, "morning-meeting")
    assert sittings(shorter, "static-group") is not sittings(design, "static-group")
