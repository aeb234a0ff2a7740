"""Nobody leads two sessions at once; nobody holds two posts of one session."""

from generator.schedule.week_model import WeekModel


def add(week: WeekModel) -> None:
    for choices in week.of_person.values():
        if len(choices) > 1:
            week.model.add_no_overlap([choice.interval for choice in choices])
