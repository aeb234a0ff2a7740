"""What the tests of documents share."""

from __future__ import annotations

import pytest

from generator.views.handbook import handbook
from tests.made_sheets import many_groups


@pytest.fixture(scope="module")
def book(small_build, words):
    """Edition → the small house's handbook in Indonesian."""
    return {edition: handbook(small_build.design, small_build.weeks, small_build.verdicts, words["id"], edition)
            for edition in small_build.design.catalogue.editions}


@pytest.fixture(scope="module")
def crowded(catalogue_house):
    return many_groups(catalogue_house.designs["sadar-hati"])
