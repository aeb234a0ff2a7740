"""Who is at work for many hours of a day has a break in it that is free of sessions (``Worker.breaks``)."""

from generator.model.week import GRID
from generator.schedule.week_model import WeekModel


def add(week: WeekModel) -> None:
    for worker in week.task.workers:
        choices = week.of_person.get(worker.name, ())
        if not worker.breaks or not choices:
            continue
        rests = []
        for window in worker.breaks:
            starts = week.starts(worker.break_minutes, worker.break_spans(window))
            if not starts.is_empty() and any(span.day == window.day for choice in choices for span in choice.sitting.spans):
                start = week.model.new_int_var_from_domain(starts, f"break {worker.name} {window.day}")
                rests.append(week.model.new_fixed_size_interval_var(
                    start, -(-worker.break_minutes // GRID), f"break {worker.name} {window.day}"))
        if rests:
            week.model.add_no_overlap([*(choice.interval for choice in choices), *rests])
