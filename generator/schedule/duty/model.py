"""Some weeks of the duty roster as a constraint model: whether anybody can keep what has to be kept, by OR-Tools CP-SAT.

One worker, a fixed seed and a limit in deterministic time: the same task gives the same roster on every machine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.schedule.duty.cost import Kept
from generator.schedule.duty.needs import DutyTask, Need, Post

EFFORT = 1.0
"""Deterministic seconds spent on finding a roster, or on proving that there is none; mostly a hundredth is enough."""


@dataclass(frozen=True)
class Found:
    """What a search came to; nothing kept and not impossible: the time ran out."""

    kept: dict[Need, tuple[str, ...]] | None
    impossible: bool = False
    """Whether it is proven that no roster keeps the rules."""


class DutyModel:
    """The variables and rules of some needs that follow on what was ``before``."""

    def __init__(self, task: DutyTask, needs: Sequence[Need], before: Kept) -> None:
        from ortools.sat.python import cp_model  # 0.3 s to import: only where a roster is made

        self.cp, self.model, self.task = cp_model, cp_model.CpModel(), task
        self.needs = tuple(needs)
        self.first, self.last = self.needs[0].day, self.needs[-1].day
        self.keeps: dict[tuple[str, Need], Any] = {
            (post.name, need): self.model.new_bool_var(f"{post.name} {need.shift} {need.day}")
            for need in self.needs for post in task.posts if post.name in task.may[need]}
        """Whether a post keeps a need; only where it may."""
        earlier = {(name, need): 1 for need, names in before.items() for name in names}
        self._on: dict[tuple[str, int], list[tuple[Need, Any]]] = defaultdict(list)
        for (name, need), kept in {**earlier, **self.keeps}.items():
            self._on[name, need.day].append((need, kept))
        self._fill()
        for post in task.posts:
            self._rest(post)
            self._in_a_row(post)
            self._weeks(post)

    def on(self, post: str, day: int, *, night: bool = False) -> list[Any]:
        """Everything a post may keep on a day, as terms of a sum; at most one of them is kept."""
        return [kept for need, kept in self._on[post, day] if need.is_night or not night]

    def _fill(self) -> None:
        for need in self.needs:
            who = [(post, self.keeps[post.name, need]) for post in self.task.posts if (post.name, need) in self.keeps]
            self.model.add(sum(kept for _, kept in who) == need.people)
            for sex in need.sexes:
                self.model.add(sum(kept for post, kept in who if post.counts_as(sex)) >= 1)

    def _rest(self, post: Post) -> None:
        """One shift a day, and the rest after it."""
        for day in range(self.first, self.last + 1):
            if len(today := self.on(post.name, day)) > 1:
                self.model.add(sum(today) <= 1)
        for day in range(self.first - 2, self.last + 1):
            for need, kept in self._on[post.name, day]:
                for later in (day + 1, day + 2):
                    soon = [other for after, other in self._on[post.name, later] if after.start - need.end < self.task.rest]
                    if soon and later >= self.first:
                        self.model.add(kept + sum(soon) <= 1)

    def _in_a_row(self, post: Post) -> None:
        for most, night in ((self.task.days_most, False), (self.task.nights_most, True)):
            for day in range(self.first - most, self.last - most + 1):
                row = [term for here in range(day, day + most + 1) for term in self.on(post.name, here, night=night)]
                if len(row) > most:
                    self.model.add(sum(row) <= most)

    def _weeks(self, post: Post) -> None:
        """Hours of the week, and a free day in it: one on which no shift begins and into which none runs."""
        for week in range(self.first // 7, self.last // 7 + 1):
            days = range(week * 7, week * 7 + 7)
            minutes = [need.minutes * kept for day in days for need, kept in self._on[post.name, day]]
            if not minutes:
                continue
            self.model.add(sum(minutes) <= post.minutes_most)
            free = []
            for day in days:
                free.append(self.model.new_bool_var(f"{post.name} free {day}"))
                for busy in (self.on(post.name, day), self.on(post.name, day - 1, night=True)):
                    if busy:
                        self.model.add(sum(busy) + free[-1] <= 1)
            self.model.add_bool_or(free)


def solver_for(effort: float) -> Any:
    """A solver that gives the same answer on every machine."""
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = effort
    solver.parameters.catch_sigint_signal = False
    solver.parameters.linearization_level = 2
    solver.parameters.cp_model_probing_level = 0
    return solver


def search(task: DutyTask, needs: Sequence[Need], before: Kept, effort: float = EFFORT) -> Found:
    """Any roster of these needs that keeps the rules."""
    duty = DutyModel(task, needs, before)
    solver = solver_for(effort)
    status = solver.solve(duty.model)
    if status not in (duty.cp.OPTIMAL, duty.cp.FEASIBLE):
        return Found(None, status == duty.cp.INFEASIBLE)
    return Found({need: tuple(post.name for post in task.posts
                              if (post.name, need) in duty.keeps and solver.value(duty.keeps[post.name, need]))
                  for need in duty.needs})
