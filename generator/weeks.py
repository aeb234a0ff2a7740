"""Lay out a programme's dated weeks: calendar, tasks, kept answers, solver, checker, in this order."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator import keep
from generator.beside import beside
from generator.calendar import dated_days
from generator.checks import before_solving, judge
from generator.model.agreed import AgreedWeek
from generator.model.design import Design
from generator.model.values import runs_of
from generator.model.week import CalendarDay, Placement, Watch, Week
from generator.problem import Location, Phrase, Problem, Severity
from generator.schedule import WeekPlan, placed, week_plans, wishes_of
from generator.schedule.agreed import Agreed, agree, together_without
from generator.schedule.both_ways import lay_both_ways
from generator.schedule.by_hand import At, TriedOut, broken_rules, rows_kept, try_out, unknown_sessions
from generator.schedule.day_hours import HOURS_TOO_FEW
from generator.schedule.held_less import held_less
from generator.schedule.pinned import pins_on_pins
from generator.schedule.remedies.offered import Guard, somewhere
from generator.schedule.remedies.outright import with_ways_out
from generator.schedule.why_not.explanation import lacking, unlaid
from generator.source import Source

SOME_WEEKS = 2
"""Weeks that are counted where others lack something outright: counting 500 residents takes a second a week."""

Progress = Callable[..., None]
"""Called as ``progress("schedule", week=3, weeks=26)``: what is being done, in the words of ``cli.progress``; a problem among
what it is called with is told by its message."""


def unit_of(to: Path, programme: str) -> Path:
    """Where a programme's documents lie."""
    return to / "programmes" / programme


def kept_file(design: Design, to: Path) -> bytes:
    """The file in which an earlier build kept a programme's weeks; empty if there is none."""
    path = unit_of(to, design.name) / keep.FILE
    return path.read_bytes() if path.is_file() else b""


def lay_out(
    design: Design, kept: keep.Kept, progress: Progress = lambda *_, **__: None, asked: tuple[int, int] | None = None
) -> tuple[list[Week], bytes, list[Problem]]:
    """Every dated week with its sessions, and the file in which their places are kept.

    A week whose task is the one that was kept, or one already answered, is not solved again; one that has changed
    starts from where it lay, and a new one from where its neighbour lies. Where not all weeks can be held and some are
    ``asked`` for, first and last, these are laid alone; the file has the others as they were kept.
    """
    calendar_key, calendar = calendar_of(design, kept)
    duty_key, duty, problems = duty_of(design, calendar, kept, progress)

    def finished(weeks: Sequence[Week], laid: Laid, found: Sequence[Problem]) -> tuple[list[Week], bytes, list[Problem]]:
        said = {**{number: (kept.tasks[number], spots) for number, spots in kept.by_week.items()}, **laid} if asked else laid
        revisions = {number: kept.revision(number, keep.checksum(key, spots, duty.get(number, ())))
                     for number, (key, spots) in said.items()}
        file = keep.as_bytes(said, calendar_key, calendar, duty_key, duty, revisions)
        return [replace(week, revision=revisions[week.number]) for week in weeks], file, [*problems, *found]

    every, laid, found, explain = _lay(design, calendar, duty, kept, range(1, design.weeks + 1), progress)
    if laid:
        return finished(every, laid, found)
    if asked:
        some, laid, faults, _ = _lay(design, calendar, duty, kept, range(asked[0], asked[1] + 1), progress)
        if laid:
            weeks = f"{asked[0]}–{asked[1]}" if asked[1] > asked[0] else f"{asked[0]}"
            only_these = Problem(design.at("components"), "TC435", {"weeks": weeks, "program": design.name}, Severity.WARNING)
            return finished(some, laid, [*faults, only_these])
    # Whoever is on duty leads sessions too: what they lack where the roster has a gap is told once the roster is mended.
    roster_alone = any(problem.is_error for problem in problems) and not any(problem.is_error for problem in found)
    return [], b"", [*problems, *(found if roster_alone else explain())]


Laid = Mapping[int, tuple[str, Sequence[Placement]]]
"""Week number → the key of its task and where everything lies; empty where a week cannot be held."""


def _lay(
    design: Design, calendar: Sequence[CalendarDay], duty: Mapping[int, Sequence[Watch]], kept: keep.Kept,
    numbers: Sequence[int], progress: Progress,
) -> tuple[list[Week], Laid, list[Problem], Callable[[], list[Problem]]]:
    """Some weeks laid out, and what is wrong; the last tells that too, and of weeks that cannot be held also why and what would
    help, which takes a while."""
    plans, wanted, problems = _plans(design, calendar, duty, kept.by_week, numbers)
    if not any(problem.is_error for problem in problems) and len(numbers) == design.weeks:
        problems += _breaks_already(design, plans)
    if any(problem.is_error for problem in problems):
        def mended() -> list[Problem]:
            progress("remedies")
            more = [*pins_on_pins(design, plans), *_counted(design, plans[:SOME_WEEKS], problems, "because.later")]
            return [*with_ways_out(design, plans, problems, Guard(_broken, plans)), *more]

        return [], {}, problems, mended
    begun = itertools.count(1)
    laying = lay_both_ways(plans, kept.answers, kept.by_week, wanted,
                           lambda plan: progress("schedule", week=next(begun), weeks=len(plans)))
    if laying.unsolved:
        index, answer = laying.unsolved
        others = [plans[number] for number in laying.not_looked_at]

        def explain() -> list[Problem]:
            progress("explain", week=plans[index].number)
            counted = {} if laying.at_once else {plan.key: False for plan in plans}
            held = {plans[laid].key: False for laid in laying.answers}
            return [*problems, *unlaid(design, [plans[index], *others], answer, Guard(_broken, plans, counted, held),
                                       lambda reason: progress("reason", reason=reason))]

        return [], {}, problems, explain
    for index, broken in sorted(laying.broken.items()):
        problems += [Problem(design.at("components"), "TC410", {
            "week": plans[index].number, "rule": v.rule, "names": " ".join(filter(None, (v.sitting, v.other, v.who)))})
            for v in broken[:5]]
    weeks: list[Week] = []
    last: Mapping[str, Placement] = {}
    for index, placements in sorted(laying.answers.items()):
        plan = plans[index]
        weeks.append(replace(placed(plan, placements), wishes=wishes_of(plan.task, placements, last)))
        last = {placement.key: placement for placement in placements}
    return weeks, {plans[index].number: (plans[index].key, spots) for index, spots in laying.answers.items()}, problems, \
        lambda: problems


def calendar_of(design: Design, kept: keep.Kept) -> tuple[str, tuple[CalendarDay, ...]]:
    """The programme's dates: the kept ones if nothing they depend on has changed, for asking anew takes a while.

    Of a house without Muslims no day is one of Ramadan.
    """
    programme = design.programme
    assert programme.place and programme.starts
    key = keep.calendar_key(programme.place, programme.starts, design.weeks * 7)
    days = kept.calendar if kept.calendar_key == key else dated_days(programme.place, programme.starts, design.weeks * 7)
    return key, days if programme.keeps_ramadan else tuple(replace(day, ramadan=False) for day in days)


def duty_of(
    design: Design, calendar: Sequence[CalendarDay], kept: keep.Kept, progress: Progress = lambda *_, **__: None
) -> tuple[str, Mapping[int, tuple[Watch, ...]], list[Problem]]:
    """The duty roster: the kept one if nothing it depends on has changed."""
    programme = design.programme
    if programme.duty is None:
        return "", {}, []
    team = [(name, person.sex, person.available, person.hours_per_week, person.leave)
            for name, person in sorted(programme.staff.items()) if person.role in programme.duty.roles]
    key = hashlib.sha256(repr((programme.duty, team, programme.starts, design.weeks)).encode()).hexdigest()[:24]
    if kept.duty_key == key:
        return key, kept.duty, []
    from generator.schedule.duty import roster

    progress("duty")
    duty, problems = roster(design, calendar, design.weeks)
    return key, duty, problems


def plans_of(
    design: Design, calendar: Sequence[CalendarDay], duty: Mapping[int, Sequence[Watch]] | None = None
) -> tuple[list[WeekPlan], list[Problem]]:
    """What each week of the programme needs, without placing it; says where the calendar asks for care."""
    plans, _, problems = _plans(design, calendar, duty or {}, {}, range(1, design.weeks + 1))
    return plans, problems


def _plans(
    design: Design, calendar: Sequence[CalendarDay], duty: Mapping[int, Sequence[Watch]],
    laid: Mapping[int, Sequence[Placement]], numbers: Sequence[int],
) -> tuple[list[WeekPlan], dict[int, Mapping[str, Placement]], list[Problem]]:
    """The plans with what has been agreed for their weeks, and where the agreed sessions should lie; ``laid`` is where
    an earlier build had put them."""
    plans, problems = week_plans(design, calendar, numbers, duty)
    if len(numbers) == design.weeks and not any(problem.is_error for problem in problems):
        problems += held_less(design, plans)
    wanted: dict[int, Mapping[str, Placement]] = {}
    unadapted: dict[int, int] = {}
    for number, plan in enumerate(plans):
        if fasting := sum(day.calendar.ramadan and not design.programme.day_types[day.day_type].ramadan for day in plan.days):
            unadapted[plan.number] = fasting
        if plan.number in design.agreed:
            week, source = design.agreed[plan.number]
            agreed = agree(plan.task, week)
            wanted[plan.number] = agreed.wanted
            plans[number] = replace(plan, task=agreed.task, team_times=together_without(plan.team_times, week.without))
            problems += _of_agreed(design, plan, week, source, agreed, laid.get(plan.number, ()))
    if unadapted:
        weeks = ", ".join(f"{first}-{last}" if last > first else f"{first}" for first, last in runs_of(list(unadapted)))
        problems.append(Problem(design.at("starts"), "TC420", {"days": sum(unadapted.values()), "weeks": weeks},
                                Severity.WARNING))
    return plans, wanted, problems


def _of_agreed(
    design: Design, plan: WeekPlan, week: AgreedWeek, source: Source, agreed: Agreed, laid: Sequence[Placement]
) -> Iterator[Problem]:
    """What is wrong in a week written by hand, at its line."""
    place = {one.session: i for i, one in enumerate(week.sessions)}

    def at(key: str) -> Location:
        return source.at("sessions", place[key]) if key in place else source.at("sessions")

    yield from unknown_sessions(plan, week, agreed.unknown, at)
    yield from broken_rules(design, plan, week, agreed.broken, at, settled=rows_kept(week, laid))


def tried_out(design: Design, week: AgreedWeek, changed: Collection[str], at: At, kept: keep.Kept) -> TriedOut:
    """What would become of a week if it were built as it is written; ``at`` says where a session stands."""
    calendar = calendar_of(design, kept)[1]
    duty = duty_of(design, calendar, kept)[1]
    plans, problems = week_plans(replace(design, agreed={}), calendar, [week.week], duty)
    if any(problem.is_error for problem in problems):
        return TriedOut(tuple(problems))
    tried = try_out(design, plans[0], week, changed, at, kept.by_week.get(week.week, ()))
    if tried.unsolved and not any(problem.is_error for problem in tried.problems):
        plan = replace(plans[0], task=agree(plans[0].task, week).task)
        return TriedOut((*tried.problems, *unlaid(design, [plan], tried.unsolved, Guard(_broken, [plan]))))
    return tried


def last_timetable(design: Design, to: Path) -> tuple[list[Week] | None, bool]:
    """The timetable an earlier build kept, if it still answers the programme, and whether there was one that does not."""
    kept = keep.kept(unit_of(to, design.name))
    if not kept.answers:
        return None, False
    return _last(kept, *_plans_for(design, kept))


def timetable_and_faults(
    design: Design, to: Path, *, every_problem: bool = True
) -> tuple[list[Week] | None, bool, Callable[[], list[Problem]]]:
    """As :func:`last_timetable`; and what tells all that is wrong in what the weeks need, or without ``every_problem`` only in
    weeks written by hand. What takes longest of it is worked out beside what is done until that is asked for."""
    kept = keep.kept(unit_of(to, design.name))
    if not kept.answers and not design.agreed and not every_problem:
        return None, False, list
    plans, problems = _plans_for(design, kept)
    if not every_problem:
        by_hand = [problem for problem in problems if problem.code in ("TC422", "TC423")]
        return *_last(kept, plans, problems), lambda: by_hand
    at_fault = any(problem.is_error for problem in problems)
    unlaid_weeks = [plan for plan in plans[:SOME_WEEKS if at_fault else None]
                    if not kept.answers or plan.key not in kept.answers]
    counted = beside(lambda: _counted(design, unlaid_weeks, problems, "because.build")) if unlaid_weeks else list
    problems += [*pins_on_pins(design, plans), *([] if at_fault else _breaks_already(design, plans))]
    return *_last(kept, plans, problems), lambda: [*problems, *counted()]


def _plans_for(design: Design, kept: keep.Kept) -> tuple[list[WeekPlan], list[Problem]]:
    calendar = calendar_of(design, kept)[1]
    plans, _, problems = _plans(design, calendar, kept.duty, kept.by_week, range(1, design.weeks + 1))
    return plans, problems


def _last(kept: keep.Kept, plans: Sequence[WeekPlan], problems: Sequence[Problem]) -> tuple[list[Week] | None, bool]:
    if not kept.answers or any(problem.is_error for problem in problems):
        return None, bool(kept.answers)
    weeks = [replace(placed(plan, kept.answers[plan.key]), revision=kept.revisions.get(plan.number, 0))
             for plan in plans if plan.key in kept.answers]
    return (weeks, False) if len(weeks) == len(plans) else (None, True)


def _counted(design: Design, plans: Sequence[WeekPlan], problems: Sequence[Problem], untried: str) -> list[Problem]:
    """What is lacking by count; not where the hours of the day are too few, for then that follows from them."""
    if any(problem.code == HOURS_TOO_FEW for problem in problems):
        return []
    return lacking(design, plans, Phrase(untried))


def _breaks_already(design: Design, plans: Sequence[WeekPlan]) -> list[Problem]:
    """Criteria that no timetable of these weeks could meet: nobody should have to make a week fit to hear of them."""
    return [problem for problem in before_solving(
        design, [placed(replace(plan, task=replace(plan.task, sittings=())), ()) for plan in plans],
        [placed(plan, somewhere(plan.task)) for plan in plans]) if problem.is_error]


def _broken(design: Design, week: Week) -> frozenset[str]:
    """The "must" criteria that a design breaks with one week of its timetable."""
    return frozenset(verdict.name for verdict in judge(design, [week])
                     if verdict.status == "not-met" and verdict.criterion.severity == "must")
