"""Nobody leads sessions for more hours in the week than the post has."""

from generator.schedule.week_model import WeekModel


def add(week: WeekModel) -> None:
    for worker in week.task.workers:
        choices = week.of_person[worker.name]
        if sum(choice.sitting.minutes for choice in choices) > worker.minutes_most:
            week.model.add(sum(choice.taken * choice.sitting.minutes for choice in choices) <= worker.minutes_most)
