"""What the calendar leaves out of a programme: held less often than written, never at all, or children without their carer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.model.design import Design, Planned
from generator.model.house import TeamTimes
from generator.model.values import DAYS, runs_of
from generator.model.week import Day
from generator.problem import Phrase, Problem, Severity
from generator.schedule.frame import AWAY
from generator.schedule.presence import kept_out
from generator.schedule.rounds import residents_due
from generator.schedule.spans import spans_of
from generator.schedule.task import WeekPlan

LEFT_OUT = "TC445"

Held = Mapping[tuple[str, str], int]
"""Component (one of its times) and group → how often it is held in a week; of individual work with how many residents."""


def held_less(design: Design, plans: Sequence[WeekPlan]) -> list[Problem]:
    """All weeks of a programme as one note for each component: what public holidays take away; and as warnings what is never
    held, though it is written, and child care that lacks its carer.

    What its author has left out is wanted and is not told: home leave, events, kinds of days on which it is not held.
    """
    due: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    all_held: dict[tuple[str, str], int] = defaultdict(int)
    less: dict[str, dict[int, tuple[int, int]]] = defaultdict(dict)
    kinds: dict[str, str] = {}
    first: dict[str, int] = {}
    for plan in plans:
        held = _held(plan)
        holidays = any(day.calendar.holiday for day in plan.days)
        for key, of_group in plan.due.items():
            planned = design.times[key]
            for group, count in of_group.items():
                here = held.get((key, group), 0)
                all_held[planned.name, group] += here
                if not here and design.programme.groups[group].present and kept_out(planned, plan.days, group, False):
                    continue  # it comes at other hours, which is told by itself
                due[planned.name][group] += count
                first.setdefault(planned.name, plan.number)
                wanted = _residents(design, planned, group, plan.number) if planned.component.mode == "individual" else count
                # One of several that a holiday takes is what a holiday is for; the half of them, or all, is a loss.
                if holidays and 2 * here <= wanted and (kind := _closed_by(design, planned, plan.days, group)):
                    kinds.setdefault(key, kind)
                    less[key][plan.number] = max(less[key].get(plan.number, (0, 0)), (wanted, here),
                                                 key=lambda one: one[0] - one[1])
    never = {name: some for name, of_group in due.items()
             if (some := [group for group in sorted(of_group) if not all_held[name, group]])}
    return [*(_never(design, name, groups, due[name], plans) for name, groups in never.items()),
            *(_less(design, design.times[key], weeks, kinds[key]) for key, weeks in less.items()
              if design.times[key].name not in never),
            *_without_carer(design, plans)]


def _held(plan: WeekPlan) -> Held:
    turns: dict[tuple[str, str, str], int] = defaultdict(int)
    for sitting in plan.task.sittings:
        if sitting.alongside:
            continue
        key, who, turn = sitting.key.split("/")
        if sitting.resident is not None:
            turns[key, sitting.parts[0].group, who] += turn.partition(".")[2] in ("", "1")
            continue
        who = who.partition("~")[0]  # those who hold it divided have each of its turns
        for part in sitting.parts:
            turns[key, part.group, who] = max(turns[key, part.group, who], int(turn))
    held: dict[tuple[str, str], int] = defaultdict(int)
    for (key, group, _), count in turns.items():
        held[key, group] += count
    return held


def _residents(design: Design, planned: Planned, group: str, number: int) -> int:
    return len(residents_due(design, group, planned, number))


def _closed_by(design: Design, planned: Planned, days: Sequence[Day], group: str) -> str:
    """The kind of day of the public holiday on which a group cannot hold it; nothing where something else too closes its days,
    for that has been written by the author."""
    pins = planned.settings.at or {"every": 0}
    minutes = planned.minutes + 2 * (planned.settings.travel_minutes or 0)
    open_days = {span.day for span in spans_of(planned, days, (group,), on_arrival=False, stays_home=False)
                 if span.end - span.start >= minutes}
    closed = [day for index, day in enumerate(days) if index not in open_days
              and DAYS[index] in planned.component.days and ("every" in pins or DAYS[index] in pins)]
    return closed[0].day_type if closed and all(_is_holiday(design, planned, day, group) for day in closed) else ""


def _is_holiday(design: Design, planned: Planned, day: Day, group: str) -> bool:
    kind, here = design.programme.day_types[day.day_type], (planned.settings.by_day_type or {}).get(day.day_type)
    left_out = here and not here.held and kind.sessions  # where no sessions are held at all, nobody has thought of this one
    return bool(day.calendar.holiday and kind.holiday) and not left_out and not any(
        slot.kind in AWAY and slot.concerns((group,)) for slot in day.frame)


def _less(design: Design, planned: Planned, weeks: Mapping[int, tuple[int, int]], day_type: str) -> Problem:
    """One note on all weeks in which holidays take away the half of a component, or all of it."""
    alike: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (count, held) in weeks.items():
        # How many residents would have had their turn is no matter of how often it is written.
        alike[(1, 0) if not held else (count, held)].append(number)
    said = [Phrase(f"held_less.{'some' if held else 'none'}", {"weeks": _weeks(numbers), "count": count, "held": held})
            for (count, held), numbers in alike.items()]
    return Problem(design.place_of(planned, "days"), LEFT_OUT, {
        "name": planned.component.title, "less": said, "day_type": day_type}, Severity.NOTE)


def _never(
    design: Design, name: str, groups: Sequence[str], due: Mapping[str, int], plans: Sequence[WeekPlan]
) -> Problem:
    planned = design.components[name]
    weeks = sorted({plan.number for plan in plans for key, of_group in plan.due.items()
                    if design.times[key].name == name and not set(groups).isdisjoint(of_group)})
    whom = "" if len(groups) == len(due) else Phrase("held_less.for_groups", {
        "groups": [design.programme.groups[group].title for group in groups]})
    field = next((one for one in ("weeks", "rotation") if getattr(planned.settings, one)), "how_often")
    return Problem(design.place_of(planned, field), LEFT_OUT, {
        "kind": "never", "name": planned.component.title, "weeks": _weeks(weeks), "whom": whom}, Severity.WARNING)


def _without_carer(design: Design, plans: Sequence[WeekPlan]) -> Iterator[Problem]:
    """Child care that nobody is there for, on days on which sessions may lie in its hours."""
    for name, times in design.programme.team_times.items():
        if not times.for_whom:
            continue
        dates = {plan.number: days for plan in plans if not times.rotation or times.rotation.falls_in(plan.number)
                 if (days := list(_lacking(design, plan, name, times)))}
        if dates:
            yield Problem(design.at("team_times", name), LEFT_OUT, {
                "kind": "children", "name": times.title, "weeks": _weeks(list(dates)), "whom": times.for_whom,
                "date": next(iter(dates.values()))[0].date.isoformat(), "days": sum(map(len, dates.values())),
                "posts": [design.programme.staff[post].title for post in times.staff] or ["–"]}, Severity.WARNING)


def _lacking(design: Design, plan: WeekPlan, name: str, times: TeamTimes) -> Iterator[Day]:
    held = {time.date for time in plan.team_times if time.name == name}
    start, end = times.hours
    for index, day in enumerate(plan.days):
        is_off = day.calendar.holiday and design.programme.day_types[day.day_type].holiday
        if DAYS[index] in times.days and day.date not in held and not is_off and any(
                span.day == index and span.start < end and start < span.end
                for sitting in plan.task.sittings for span in sitting.spans):
            yield day


def _weeks(numbers: Sequence[int]) -> Phrase:
    runs = ", ".join(f"{first}-{last}" if last > first else f"{first}" for first, last in runs_of(numbers))
    return Phrase("held_less.week" if len(numbers) == 1 else "held_less.weeks", {"weeks": runs})
