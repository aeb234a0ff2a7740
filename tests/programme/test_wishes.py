"""Wishes have words in every language, weights a programme can change, and a price that is told."""

from __future__ import annotations

import pytest

from generator.gather import gather
from generator.keep import Kept
from generator.schedule.hard import RULES
from generator.schedule.soft import WISHES
from generator.weeks import lay_out


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_rule_and_wish_has_words(words, language):
    say = words[language]

    for name in RULES:
        assert say.label(f"values.rule.{name}") != f"values.rule.{name}", name
    for name in WISHES:
        assert say.label(f"values.wish.{name}") != f"values.wish.{name}", name
        assert say.label(f"wish_units.{name}") != f"wish_units.{name}", name


@pytest.mark.parametrize("kind", [RULES, WISHES], ids=["rules", "wishes"])
def test_every_rule_says_what_it_is_for(kind):
    for name, module in kind.items():
        assert module.__doc__ and len(module.__doc__) > 30, name


def test_what_a_week_does_not_keep_is_told_by_wish(small_house):
    weeks, _, _ = lay_out(small_house.designs["small-house"], Kept())

    for week in weeks:
        assert [name for name, _, _ in week.wishes] == list(WISHES)
    assert all(weight == WISHES[name].WEIGHT for week in weeks for name, _, weight in week.wishes)


def test_a_programme_weighs_its_wishes_differently(own_house):
    root = own_house({"small-house/programme.yaml": (
        "languages: [id, en]", "languages: [id, en]\npreferences: {quiet-evenings: 0}")})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]

    late, _, problems = lay_out(design, Kept())

    assert not problems
    assert {weight for week in late for name, _, weight in week.wishes if name == "quiet-evenings"} == {0}
