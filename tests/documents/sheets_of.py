"""The pages of a week's schedule."""

from __future__ import annotations

from generator.views.sheets.selection import HOUSE
from generator.views.weekly_schedule import weekly_schedule


def sheets_of(made, words, chosen=HOUSE, language="id"):
    """The pages of a week."""
    design, week = made
    return weekly_schedule(design, [week], words[language], chosen).sheets


def sheet_of(made, words, chosen=HOUSE, language="id"):
    (sheet,) = sheets_of(made, words, chosen, language)
    return sheet
