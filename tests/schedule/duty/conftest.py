"""A house with a team and a duty of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.house import Duty
from tests.schedule.duty.made_teams import THREE


@pytest.fixture(scope="module")
def house(small_house):
    """The small house with a team and a duty of its own: ``house(people, shifts, rest_hours=12)``."""

    def make_house(people, shifts=THREE, **rules):
        design = small_house.designs["small-house"]
        return replace(design, programme=design.programme.model_copy(update={
            "staff": {f"guard-{number}": person for number, person in enumerate(people, 1)}, "residential": True,
            "weeks": 12, "duty": Duty(roles=["companion"], shifts=shifts, **rules)}))

    return make_house
