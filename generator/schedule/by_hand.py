"""Hold a week written by hand against its programme: what does not go, at its row and in words, and what else moves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from generator.model.agreed import AgreedWeek
from generator.model.design import Design
from generator.model.values import DAYS, clock, runs_of
from generator.model.week import Placement, Sitting, component_of
from generator.problem import Location, Phrase, Problem, Severity, did_you_mean
from generator.schedule.agreed import agree, placement_of
from generator.schedule.checker import Violation
from generator.schedule.repair import as_agreed
from generator.schedule.solve import Unsolved
from generator.schedule.spans import blocking
from generator.schedule.task import WeekPlan

At = Callable[[str], Location]
"""Where a session's row stands, by its key."""


@dataclass(frozen=True)
class TriedOut:
    """What would become of a week if it were built as written."""

    problems: tuple[Problem, ...] = ()
    moved: tuple[tuple[Placement, Placement], ...] = ()
    """Sessions that give way to those which are locked: as written, and where they would lie."""
    unsolved: Unsolved | None = None
    """Where it cannot be held, though nothing written is at fault by itself."""


def try_out(
    design: Design, plan: WeekPlan, week: AgreedWeek, changed: Collection[str], at: At, laid: Sequence[Placement]
) -> TriedOut:
    """Only what is locked has to stay; ``changed`` are the sessions a hand has moved, ``laid`` is where the week lay before."""
    agreed, as_written = agree(plan.task, week), agree(plan.task, week.model_copy(update={"locked": True}))
    settled = rows_kept(week, laid) - set(changed)
    told = list(unknown_sessions(plan, week, agreed.unknown, at))
    if agreed.broken:
        return TriedOut((*told, *broken_rules(design, plan, week, agreed.broken, at, changed, settled)))
    if not as_written.broken and len(as_written.wanted) == len(as_written.task.sittings):
        return TriedOut(tuple(told))
    answer = as_agreed(agreed.task, agreed.wanted, {spot.key: spot for spot in laid})
    if isinstance(answer, Unsolved):
        about = [v for v in as_written.broken if {v.sitting, v.other} & set(changed)] or as_written.broken
        return TriedOut((*told, *broken_rules(design, plan, week, about, at, changed, because="agreed.stays")), unsolved=answer)
    return TriedOut(tuple(told), tuple((agreed.wanted[spot.key], spot) for spot in answer
                                       if spot.key in agreed.wanted and agreed.wanted[spot.key] != spot))


def unknown_sessions(plan: WeekPlan, week: AgreedWeek, positions: Iterable[int], at: At) -> Iterator[Problem]:
    """Rows of sessions that the week does not have."""
    known = [sitting.key for sitting in plan.task.sittings]
    for i in positions:
        name = week.sessions[i].session
        yield Problem(at(name), "TC422", {"name": name, "week": week.week, "near": did_you_mean(name, known)}, Severity.WARNING)


def broken_rules(
    design: Design, plan: WeekPlan, week: AgreedWeek, broken: Iterable[Violation], at: At, changed: Collection[str] = (),
    settled: Collection[str] = (), because: str = "",
) -> Iterator[Problem]:
    """The hard rules that written sessions break, each at the row that was ``changed`` if it is about one.

    Where all it is about is ``settled``, nobody's hand is to blame: the programme asks something else than it did.
    """
    sittings = {sitting.key: sitting for sitting in plan.task.sittings}
    where = {one.session: placement_of(one) for one in week.sessions}
    for violation in broken:
        keys = [key for key in (violation.sitting, violation.other) if key in where]
        keys = keys or [key for key, spot in where.items() if violation.who in (spot.lead, spot.co_lead, spot.other_lead)]
        row = next((key for key in keys if key in changed), keys[0] if keys else "")
        why = [*_why(design, plan, violation, sittings, where), *([Phrase(because)] if because else [])]
        names = [*(session_said(design, where[key]) for key in (violation.sitting, violation.other) if key in where),
                 *_who(design, violation.who)]
        yield Problem(at(row), "TC423", {
            "week": week.week, "rule": violation.rule, "names": names,
            "why": reduce(lambda one, other: Phrase("agreed.and", {"one": one, "other": other}), why) if why else "",
            **({"kind": "programme", "file": f"programmes/{design.name}/weeks/week-{week.week:02d}.yaml"}
               if keys and set(keys) <= set(settled) else {})})


def rows_kept(week: AgreedWeek, laid: Sequence[Placement]) -> frozenset[str]:
    """Written sessions that stand where the last build laid them: whatever is wrong with them now was not then."""
    return frozenset(one.session for one in week.sessions if placement_of(one) in set(laid))


def session_said(design: Design, spot: Placement) -> Phrase:
    """A session as people speak of it, with its day and time as written."""
    planned, (people, _, last) = design.components.get(component_of(spot.key)), spot.key.partition("/")[2].rpartition("/")
    whose: list[object] = [Phrase("resident_number", {"number": last[1:3]})] if last.startswith("r") else []
    groups = design.programme.groups
    whose += [groups[name].title for name in people.partition("~")[0].split("+") if name in groups and len(groups) > 1]
    title: object = planned.component.title if planned else component_of(spot.key)
    return Phrase("agreed.session", {"session": [title, *whose], "day": Phrase(f"days.{DAYS[spot.day]}"),
                                     "at": clock(spot.start)})


def _who(design: Design, name: str) -> list[object]:
    programme = design.programme
    known = programme.staff.get(name) or programme.rooms.get(name) or programme.groups.get(name)
    return [known.title if known else name] if name else []


def _why(
    design: Design, plan: WeekPlan, violation: Violation, sittings: Mapping[str, Sitting], where: Mapping[str, Placement]
) -> Iterator[Phrase]:
    """What would be allowed instead, and what is in the way."""
    sitting, spot = sittings.get(violation.sitting), where.get(violation.sitting)
    if not sitting or not spot:
        return
    if violation.rule == "in-its-window":
        yield Phrase("agreed.allowed", {"times": list(_times(sitting)) or "–"})
        if sitting.pinned:
            yield Phrase("agreed.pinned")
        end = spot.start + sitting.minutes
        in_the_way = [Phrase("agreed.item", {"item": slot.title, "from": clock(slot.start), "to": clock(slot.end)})
                      for slot in blocking(design.times[sitting.key.partition("/")[0]], plan.days, spot.day, sitting.groups)
                      if slot.start < end and spot.start < slot.end]
        if in_the_way:
            yield Phrase("agreed.in_the_way", {"items": in_the_way})
    elif violation.rule in ("qualified", "room-suits"):
        of_post = {spot.lead: sitting.stand_ins or sitting.leads, spot.co_lead: sitting.co_leads, spot.room: sitting.rooms,
                   spot.other_lead: sitting.other_leads, spot.other_room: sitting.other_rooms}
        names = [title for name in of_post.get(violation.who or None, ()) for title in _who(design, name)]
        yield Phrase("agreed.suited", {"names": names or "–"})


def _times(sitting: Sitting) -> Iterator[Phrase]:
    """The stretches in which a sitting may lie, with the days on which each is the same."""
    days: dict[tuple[int, int], list[int]] = {}
    for span in sitting.spans:
        days.setdefault((span.start, span.end), []).append(span.day)
    for (start, end), on in days.items():
        yield Phrase("agreed.times", {"from": clock(start), "to": clock(end), "days": [
            Phrase(f"days.{DAYS[first]}") if first == last else
            Phrase("agreed.days", {"first": Phrase(f"days.{DAYS[first]}"), "last": Phrase(f"days.{DAYS[last]}")})
            for first, last in runs_of(on)]})
