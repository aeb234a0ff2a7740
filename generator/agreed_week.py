"""Write an agreed week as a file, and read it back: what a house approves, edits by hand, or mends when somebody is ill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model.agreed import Absence, AgreedSession, AgreedWeek, Before, NotHeld
from generator.model.design import Design
from generator.model.values import DAYS, clock
from generator.model.week import CalendarDay, Placement, Watch, Week
from generator.schedule import WeekPlan, week_plans
from generator.schedule.agreed import agree, placement_of
from generator.schedule.repair import Moved, repair


def agreed_from(week: Week, earlier: AgreedWeek | None = None) -> AgreedWeek:
    """A laid week as people may agree on it; what was locked, missing or changed in an earlier agreement stays so."""
    before = {one.session: one for one in earlier.sessions} if earlier else {}
    sessions = tuple(
        AgreedSession(
            session=spot.key, day=DAYS[spot.day], at=spot.start, lead=spot.lead, co_lead=spot.co_lead, room=spot.room,
            other_lead=spot.other_lead, other_room=spot.other_room,
            locked=spot.key in before and before[spot.key].locked,
            was=before[spot.key].was if spot.key in before else None)
        for spot in placements_of(week))
    return AgreedWeek(week=week.number, locked=bool(earlier and earlier.locked),
                      without=earlier.without if earlier else (), sessions=sessions,
                      not_held=earlier.not_held if earlier else ())


def with_changes_locked(week: AgreedWeek, laid: Sequence[Placement]) -> tuple[AgreedWeek, frozenset[str]]:
    """The week with every session locked that somebody has moved from where it was ``laid``, and which these are: what a hand
    has changed on purpose must not wander back for the sake of a wish."""
    before = {spot.key: spot for spot in laid}
    changed = frozenset(one.session for one in week.sessions
                        if one.session in before and placement_of(one) != before[one.session])
    return week.model_copy(update={"sessions": tuple(
        one.model_copy(update={"locked": True}) if one.session in changed else one for one in week.sessions)}), changed


def placements_of(week: Week) -> tuple[Placement, ...]:
    """Where a laid week's sessions stand, as the timetable keeps them."""
    return tuple(
        Placement(s.key, (s.date - week.starts).days, s.start, s.lead, s.co_lead, s.room, s.other_lead, s.other_room)
        for s in week.sessions)


def mended(
    design: Design, calendar: Sequence[CalendarDay], duty: Mapping[int, Sequence[Watch]], week: Week,
    absences: Sequence[Absence], since: int | None = None,
) -> tuple[AgreedWeek, Moved] | None:
    """The week without a post or a room, with the fewest moves, as a locked agreement; nothing if none is found.

    Days before ``since``, the first of the absences where not given, stay as they are.
    """
    plan = _plan(design, calendar, duty, week.number)
    earlier = design.agreed[week.number][0] if week.number in design.agreed else None
    task, gone = plan.task, (earlier.not_held if earlier else ())
    if earlier:
        # The week's own lock says that it was approved; only what is locked by name stays whatever happens.
        task = agree(task, earlier.model_copy(update={"locked": False})).task
    before = {spot.key: spot for spot in placements_of(week)}
    moved = repair(task, before, absences, since)
    if moved is None:
        return None
    found = agreed_from(week, earlier)
    where = {spot.key: spot for spot in moved.placements}
    known = {one.session: one for one in found.sessions}
    sessions = tuple(_changed(known[key], where[key]) for key in known if key in where)
    missing = tuple(NotHeld(session=key, was=known[key].was or _before(known[key])) for key in moved.not_held if key in known)
    return AgreedWeek(week=week.number, locked=True, without=(*found.without, *absences), sessions=sessions,
                      not_held=(*gone, *missing)), moved


def _plan(
    design: Design, calendar: Sequence[CalendarDay], duty: Mapping[int, Sequence[Watch]], number: int
) -> WeekPlan:
    plans, _ = week_plans(replace(design, agreed={}), calendar, [number], duty)
    return plans[0]


def _changed(one: AgreedSession, spot: Placement) -> AgreedSession:
    now = one.model_copy(update={
        "day": DAYS[spot.day], "at": spot.start, "lead": spot.lead, "co_lead": spot.co_lead, "room": spot.room,
        "other_lead": spot.other_lead, "other_room": spot.other_room})
    return now if _before(now) == _before(one) else now.model_copy(update={"was": one.was or _before(one)})


def with_former(week: AgreedWeek, earlier: AgreedWeek, laid: Sequence[Placement]) -> AgreedWeek:
    """A mended week that was changed once more by hand: what was mended is still known, and what has changed since is told."""
    was = {one.session: one.was for one in earlier.sessions if one.was}
    before = {spot.key: spot for spot in laid}
    sessions = []
    for one in week.sessions:
        former = was.get(one.session)
        if former is None and earlier.without and one.session in before and placement_of(one) != before[one.session]:
            former = _before(_changed(one, before[one.session]))
        sessions.append(one.model_copy(update={"was": None if former == _before(one) else former}))
    return week.model_copy(update={"without": earlier.without, "not_held": earlier.not_held, "sessions": tuple(sessions)})


def _before(one: AgreedSession) -> Before:
    return Before(day=one.day, at=one.at, lead=one.lead, co_lead=one.co_lead, room=one.room, other_lead=one.other_lead,
                  other_room=one.other_room)


def as_yaml(week: AgreedWeek, heading: str) -> bytes:
    """The week as its author would write it; ``heading`` is the comment above."""
    lines = [f"# {line}" for line in heading.splitlines()]
    lines += [f"week: {week.week}", f"locked: {_yes(week.locked)}"]
    if week.without:
        lines += ["without:", *(f"  - {{who: {one.who}, days: [{', '.join(one.days)}]}}" for one in week.without)]
    if week.sessions:
        lines.append("sessions:")
        for one in sorted(week.sessions, key=lambda s: (DAYS.index(s.day), s.at, s.session)):
            parts = [f"session: {one.session}", f"day: {one.day}", f"at: {clock(one.at)}", *_people(one)]
            parts += ["locked: true"] if one.locked else []
            parts += [f"was: {_was(one.was)}"] if one.was else []
            lines.append(f"  - {{{', '.join(parts)}}}")
    if week.not_held:
        lines += ["not_held:", *(f"  - {{session: {one.session}, was: {_was(one.was)}}}" for one in week.not_held)]
    return ("\n".join(lines) + "\n").encode()


def _people(one: AgreedSession | Before) -> list[str]:
    return [f"{key}: {value}" for key in ("lead", "co_lead", "room", "other_lead", "other_room")
            if (value := getattr(one, key))]


def _was(before: Before) -> str:
    return f"{{{', '.join([f'day: {before.day}', f'at: {clock(before.at)}', *_people(before)])}}}"


def _yes(value: bool) -> str:
    return "true" if value else "false"
