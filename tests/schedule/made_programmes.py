"""Programmes for the tests of weeks that cannot be, and changes written into them."""

from __future__ import annotations

from typing import Any

from generator.gather import gather
from generator.keep import Kept
from generator.load import read
from generator.model.week import WeekTask
from generator.weeks import calendar_of, duty_of, plans_of
from tests.places import BAD, ROOT


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


def written(name: str) -> dict[str, Any]:
    source, _ = read((BAD / "programmes" / f"{name}.yaml").read_bytes(), name)
    return dict(source.data)


def named(name: str) -> dict[str, str]:
    return {"id": name, "en": name}


LED_BY_COUNSELLOR = {"roles": ["counsellor"], "qualification": named("Trained.")}


def week_of(name: str, number: int) -> tuple[WeekTask, WeekTask]:
    """A week of one of the samples and the one after it."""
    design = gather([ROOT], name, ("id", "en")).designs[name]
    calendar = calendar_of(design, Kept())[1]
    plans = plans_of(design, calendar, duty_of(design, calendar, Kept())[1])[0]
    return plans[number - 1].task, plans[number].task
