"""Nobody leads sessions for more hours on one day than the post allows."""

from generator.schedule.week_model import WeekModel


def add(week: WeekModel) -> None:
    for worker in week.task.workers:
        if worker.minutes_a_day is None:
            continue
        for day in sorted({span.day for span in worker.spans}):
            today = [choice for choice in week.of_person[worker.name]
                     if any(span.day == day for span in choice.sitting.spans)]
            if sum(choice.sitting.minutes for choice in today) <= worker.minutes_a_day:
                continue
            loads = []
            for choice in today:
                here = week.model.new_bool_var(f"{worker.name} {choice.sitting.key} {day}")
                on_day = week.on_day(choice.sitting, day)
                week.model.add_bool_or([here, choice.taken.negated(), on_day.negated()])
                loads.append(here * choice.sitting.minutes)
            week.model.add(sum(loads) <= worker.minutes_a_day)
