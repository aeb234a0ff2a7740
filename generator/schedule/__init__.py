"""Place a programme's sessions in its dated weeks, and explain what does not fit."""

from generator.schedule.checker import violations
from generator.schedule.frame import frames
from generator.schedule.solve import Unsolved, solve, wishes_of
from generator.schedule.task import WeekPlan, placed, task_key, week_plans

__all__ = ["Unsolved", "WeekPlan", "frames", "placed", "solve", "task_key", "violations", "week_plans", "wishes_of"]
