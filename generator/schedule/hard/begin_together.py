"""What is held alongside a session, for another faith or language, begins with it."""

from generator.schedule.week_model import WeekModel


def add(week: WeekModel) -> None:
    for sitting in week.task.sittings:
        if sitting.alongside:
            week.model.add(week.start[sitting.key] == week.start[sitting.alongside])
