"""What a sheet says in each box: time, title, topic, who and where, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.language import Words
from generator.model.catalogue import Pillar
from generator.model.design import Design
from generator.model.week import FrameSlot, Session, TeamTime, Watch
from generator.views import wording
from generator.views.session_plan import place_word
from generator.views.sheets.at_once import overlapping, side_by_side
from generator.views.sheets.remarks import with_families
from generator.views.sheets.selection import HOUSE, AllOut, Chosen, Part
from generator.views.topic import topic_title

LEAST_FOR_TOPIC = 45
"""Minutes from which on a box has room for its topic."""

NIGHT = 30
"""Minutes in which the night's rest is drawn, at the end of the day."""

AFTER_GROUPS = 1000
"""Individual work stands to the right of what groups do at the same time."""


@dataclass(frozen=True)
class Mark:
    """How a pillar is told apart without colour."""

    letter: str = ""
    pattern: str = "blank"
    colour: str = ""


@dataclass(frozen=True)
class Box:
    """Something in a day's column, from ``start`` to ``end`` (minutes after midnight)."""

    start: int
    end: int
    kind: str
    """``session``, ``individual``, ``frame``, ``free``, ``night``, ``team`` or ``duty``."""
    time: str
    title: str
    topic: str = ""
    detail: str = ""
    brief: str = ""
    """Who and where, for a box with no room for all of its details."""
    mark: Mark = Mark()
    second: bool = False
    """Whether the sheet's owner co-leads it or offers what is held beside it."""
    order: int = 0
    """Among what begins together: the lower stands further left."""
    fuller: Box | None = None
    """The same with more words, for where there is room to spare."""


def boxes(design: Design, part: Part, chosen: Chosen, words: Words) -> list[Box]:
    """The boxes of one day, in the order of the clock. One-to-one work shows residents' numbers, never names."""
    together = chosen.kind in ("house", "group")
    found = [_frame(design, part, slot, chosen, words) for slot in part.frame]
    found += [_night(design, part, slot, chosen, words) for slot in part.nights]
    found += [_all_out(design, out, words) for out in part.all_out]
    found += [_duty(design, watch, words) for watch in part.watches]
    found += [_team_time(design, time, chosen, words) for time in part.team_times]
    if together:
        alone = [session for session in part.sessions if session.resident is not None]
        held = [session for session in part.sessions if session.resident is None]
        same = side_by_side(held) if chosen.kind == "house" else []
        found += [_of_several(design, sessions, words) for sessions in same]
        joined = {id(session) for sessions in same for session in sessions}
        found += [_session(design, session, chosen, words) for session in held if id(session) not in joined]
        found += [_one_to_one(design, sessions, chosen, words) for sessions in overlapping(alone)]
    else:
        found += [_session(design, session, chosen, words) for session in part.sessions]
    return sorted(found, key=lambda box: (box.start, box.order, box.end, box.title, box.detail))


def mark_of(pillar: Pillar) -> Mark:
    return Mark(pillar.letter, pillar.pattern, pillar.colour)


def _frame(design: Design, part: Part, slot: FrameSlot, chosen: Chosen, words: Words) -> Box:
    """What the house does at this time; until when, where there is room for it."""
    box = Box(slot.start, slot.end, "free" if slot.kind in ("free", "visit") else "frame", wording.clock(words, slot.start),
              _frame_title(design, part, slot, chosen, words), order=_order(design, slot.groups))
    return replace(box, fuller=replace(box, time=wording.span(words, slot.start, slot.end)))


def _night(design: Design, part: Part, slot: FrameSlot, chosen: Chosen, words: Words) -> Box:
    """The last line of a day: drawn when it begins, or when the last come home from what is held outside."""
    start = max([slot.start, *(session.end for session in part.sessions if slot.concerns(session.groups))])
    return Box(start, start + NIGHT, "night", wording.span(words, slot.start, slot.end),
               _frame_title(design, part, slot, chosen, words), order=_order(design, slot.groups))


def _frame_title(design: Design, part: Part, slot: FrameSlot, chosen: Chosen, words: Words) -> str:
    title = wording.slot_title(slot, words)
    gone = {name for event in part.away for name in event.groups}  # said below the day's name
    gone |= {one.group for one in part.day.absent if one.start < slot.end and slot.start < one.end}  # said at the foot
    others = [group.title.to(words.code) for name, group in design.programme.groups.items()
              if name not in slot.groups and name not in gone]
    if gone and not others:
        return title
    if chosen.kind == "group" or not slot.groups or len(others) >= len(slot.groups):
        return title if chosen.kind == "group" else wording.slot(design, slot, words)
    return f"{title} ({words.label('weekly_schedule.without', groups=wording.listed(words, others))})" if others else title


def _all_out(design: Design, out: AllOut, words: Words) -> Box:
    """Why the house is empty: once where all groups have the same reason, else the reason of each with its own hours."""
    titles = {slot.title.to(words.code) for slot in out.slots}
    if len(titles) == 1:
        box = Box(out.start, out.end, "frame", wording.clock(words, out.start), titles.pop())
        return replace(box, fuller=replace(box, time=wording.span(words, out.start, out.end)))
    each = [(wording.span(words, slot.start, slot.end), wording.slot(design, slot, words)) for slot in out.slots]
    (hours, reason), *others = each
    return Box(out.start, out.end, "frame", hours, " · ".join([reason, *(" ".join(other) for other in others)]))


def _session(design: Design, session: Session, chosen: Chosen, words: Words) -> Box:
    component = design.components[session.component].component
    title, topic, second = wording.session_title(design, session, words), "", False
    if session.end - session.start >= LEAST_FOR_TOPIC:
        topic = topic_title(component, session, words)
    beside = component.alternative and session.other_lead and (
        session.other_lead == chosen.name if chosen.kind == "facilitator" else session.other_room == chosen.name)
    if component.alternative and beside:
        detail = " · ".join(_besides(design, session, chosen, words, title))
        title, topic, second = component.alternative.title.to(words.code), "", True
    else:
        detail = " · ".join(_details(design, session, chosen, words))
        second = chosen.kind == "facilitator" and session.co_lead == chosen.name
    if session.resident is not None:
        topic = ""
    box = Box(session.start, session.end, "session" if session.resident is None else "individual",
              wording.span(words, session.start, session.end), title, topic, detail,
              " · ".join(_briefly(design, session, chosen, words)), mark_of(design.catalogue.pillars[component.pillar]),
              second, _order(design, session.groups))
    if chosen.kind != "house":
        return box
    return replace(box, fuller=replace(box, detail=" · ".join(_details(design, session, chosen, words, fully=True))))


def _briefly(design: Design, session: Session, chosen: Chosen, words: Words) -> Iterator[str]:
    """Whom it is for and in which room, on the sheet on which everybody looks for both."""
    if chosen.kind == "house" and session.resident is None:
        yield from filter(None, (_who(design, session, chosen, words), _place(design, session.room, session, words)))


def _details(design: Design, session: Session, chosen: Chosen, words: Words, fully: bool = False) -> Iterator[str]:
    component = design.components[session.component].component
    staff = design.programme.staff
    if who := _who(design, session, chosen, words):
        yield who
    if chosen.kind == "facilitator":
        if session.co_lead == chosen.name:
            yield words.label("weekly_schedule.co_leads", name=staff[session.lead].title)
        elif session.co_lead:
            yield words.label("weekly_schedule.with", name=staff[session.co_lead].title)
    else:
        yield _leaders(design, session, words)
    if chosen.kind != "room":
        yield _place(design, session.room, session, words)
    if component.alternative and session.other_lead and chosen.kind != "room":
        instead = f"{words.label('weekly_schedule.or')} {component.alternative.title.to(words.code)}"
        # On the group's own sheet, and where there is room, a resident finds the way to the other choice.
        with_whom = (staff[session.other_lead].title.to(words.code), _place(design, session.other_room, session, words))
        yield f"{instead} ({', '.join(with_whom)})" if fully or chosen.kind == "group" else instead


def _besides(design: Design, session: Session, chosen: Chosen, words: Words, title: str) -> Iterator[str]:
    yield words.label("weekly_schedule.beside", title=title)
    assert session.other_lead
    if chosen.kind == "room":
        yield design.programme.staff[session.other_lead].title.to(words.code)
    else:
        yield _place(design, session.other_room, session, words)


def _leaders(design: Design, session: Session, words: Words) -> str:
    staff = design.programme.staff
    return wording.listed(words, [staff[name].title.to(words.code) for name in (session.lead, session.co_lead) if name])


def _place(design: Design, room: str | None, session: Session, words: Words) -> str:
    if room:
        return design.programme.rooms[room].title.to(words.code)
    return words.label(place_word(design.components[session.component].component))


def _who(design: Design, session: Session, chosen: Chosen, words: Words) -> str:
    if session.resident is not None:
        return _resident(design, session, words)
    if chosen.kind == "group" and session.groups == (chosen.name,) and not session.split:
        return ""
    return wording.people(design, session, words)


def _resident(design: Design, session: Session, words: Words) -> str:
    number = words.label("resident_number", number=f"{session.resident:02d}")
    return f"{number}, {wording.groups(design, session, words)}" if len(design.programme.groups) > 1 else number


def _duty(design: Design, watch: Watch, words: Words) -> Box:
    assert design.programme.duty
    shift = design.programme.duty.shifts[watch.shift]
    end = shift.at + shift.minutes
    return Box(shift.at, min(end, 1440), "duty", wording.span(words, shift.at, end),
               shift.title.to(words.code), detail=words.label("weekly_schedule.duty"), order=-1)


def _team_time(design: Design, time: TeamTime, chosen: Chosen, words: Words) -> Box:
    """A time of the staff together; on the house's sheet it says that it is not for residents, but for families perhaps."""
    programme = design.programme
    written = programme.team_times[time.name].for_whom
    whom = "for_whom" if written else "with_families" if with_families(design, time) else "staff_only"
    said = [words.label(f"weekly_schedule.{whom}", whom=written.to(words.code) if written else "")] \
        if chosen.kind == "house" else []
    said += [programme.rooms[time.room].title.to(words.code)] if time.room and chosen.kind != "room" else []
    return Box(time.start, time.end, "team" if chosen.kind == "house" else "duty", wording.span(words, time.start, time.end),
               programme.team_times[time.name].title.to(words.code), detail=" · ".join(said))


def _of_several(design: Design, sessions: Sequence[Session], words: Words) -> Box:
    """The same activity in several groups at once: one box that says who and where for each.

    Where each group has a topic of its own, the groups' sheets say it.
    """
    first = sessions[0]
    box = _session(design, first, HOUSE, words)
    component = design.components[first.component].component
    topics = {topic_title(component, session, words) for session in sessions}
    said = [f"{wording.groups(design, session, words)}: {_leaders(design, session, words)}, "
            f"{_place(design, session.room, session, words)}"
            for session in sorted(sessions, key=lambda s: _order(design, s.groups))]
    if component.alternative and first.other_lead:
        said.append(f"{words.label('weekly_schedule.or')} {component.alternative.title.to(words.code)}")
    who = wording.listed(words, [wording.groups(design, session, words) for session in sessions])
    return replace(box, topic=box.topic if len(topics) == 1 else "", detail="; ".join(said), brief=who, order=-1,
                   fuller=None)


def _one_to_one(design: Design, sessions: Sequence[Session], chosen: Chosen, words: Words) -> Box:
    """One-to-one sessions that overlap, as one box: the residents stand there as numbers."""
    start, end = min(s.start for s in sessions), max(s.end for s in sessions)
    several = len(design.programme.groups) > 1 and chosen.kind == "house"

    def who(session: Session) -> str:
        number = words.label("resident_number", number=f"{session.resident:02d}")
        return f"{number} {wording.groups(design, session, words)}" if several else number

    def fully(session: Session) -> str:
        return f"{who(session)} ({_leaders(design, session, words)}, {_place(design, session.room, session, words)})"

    pillars = [design.catalogue.pillars[design.components[s.component].component.pillar] for s in sessions]
    letters = "".join(sorted({pillar.letter for pillar in pillars}))
    box = Box(start, end, "individual", wording.span(words, start, end), words.label("weekly_schedule.individual"), "",
              _each_one(design, sessions, who, words), mark=Mark(letters, pillars[0].pattern, pillars[0].colour),
              order=AFTER_GROUPS)
    return replace(box, fuller=replace(box, detail=_each_one(design, sessions, fully, words)))


def _each_one(design: Design, sessions: Sequence[Session], who: Callable[[Session], str], words: Words) -> str:
    """One-to-one sessions by what they are, and when: ``Konseling individual: 09.00 R01, R04, 09.30 R02``."""
    found: dict[str, dict[str, list[str]]] = {}
    for session in sessions:
        title = wording.session_title(design, session, words)
        found.setdefault(title, {}).setdefault(wording.clock(words, session.start), []).append(who(session))
    return "; ".join(f"{title}: " + ", ".join(f"{at} {', '.join(those)}" for at, those in times.items())
                     for title, times in sorted(found.items()))


def _order(design: Design, groups: Sequence[str]) -> int:
    """Groups from left to right as the programme lists them; what is held alongside follows."""
    places = list(design.programme.groups)
    return min((places.index(group) for group in groups), default=len(places))
