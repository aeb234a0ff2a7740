"""A session plan stretches: sums are exact, core steps stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import Text
from generator.model.component import Step
from generator.views.plan import fit


def a_step(minutes: int, least: int | None = None, core: bool = True) -> Step:
    words = Text.of({"id": "x", "en": "x"})
    return Step(title=words, minutes=minutes, least=least, core=core, leader=words, say=(words,), residents=words)


def test_a_shorter_slot_takes_time_from_steps_before_it_drops_any():
    steps = [a_step(10, 5), a_step(20, 15), a_step(10, 10, core=False)]

    assert [f.minutes for f in fit(steps, 35)] == [7, 18, 10]


def test_optional_steps_go_first_and_core_steps_never():
    steps = [a_step(10, 10), a_step(20, 20), a_step(10, 10, core=False)]

    fitted = fit(steps, 30)

    assert [f.step for f in fitted] == steps[:2]


def test_a_slot_too_short_for_the_core_steps_is_refused():
    with pytest.raises(ValueError):
        fit([a_step(10, 10)], 9)


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60), st.booleans()), min_size=1, max_size=9), st.integers(0, 200))
def test_the_minutes_always_sum_to_the_slot(parts, extra):
    steps = [a_step(max(a, b), min(a, b), core) for a, b, core in parts]
    least = sum(step.least for step in steps if step.core)
    slot = least + extra
    if slot == 0:
        return

    fitted = fit(steps, slot)

    assert sum(f.minutes for f in fitted) == slot or not fitted
    assert {id(s) for s in steps if s.core} <= {id(f.step) for f in fitted}
    assert all(f.minutes >= f.step.least for f in fitted)
