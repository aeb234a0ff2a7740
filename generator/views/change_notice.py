"""The notice of a mended week: who is missing, what moves where, what is not held, and who has read it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Words
from generator.model.agreed import AgreedSession, AgreedWeek, Before
from generator.model.design import Design
from generator.model.values import DAYS
from generator.model.week import Placement, Session, Week, component_of
from generator.views import wording
from generator.views.letterhead import Letterhead, letterhead

Placed = Before | AgreedSession | Session | Placement
"""What says who leads, and where."""


@dataclass(frozen=True)
class Change:
    """One session: where it was and where it is now; nothing for ``now`` if it is not held."""

    title: str
    who: str
    was: str
    now: str
    people: str
    """Who leads now and where, as far as that is new; also of what is offered beside it."""


@dataclass(frozen=True)
class ChangeNoticeView:
    """One page."""

    language: str
    title: str
    subtitle: str
    letterhead: Letterhead
    organisation: str
    programme: str
    edition: str
    missing: tuple[str, ...]
    changes: tuple[Change, ...]
    posts: tuple[str, ...]
    """Whose work it touches: each signs."""
    words: dict[str, str]


def change_notice(design: Design, week: Week, agreed: AgreedWeek, words: Words) -> ChangeNoticeView | None:
    """The notice of one week, or nothing if nothing was changed in it."""
    programme, language = design.programme, words.code
    assert programme.organisation is not None
    sessions = {session.key: session for session in week.sessions}
    changed = [(one, sessions[one.session]) for one in agreed.sessions if one.was and one.session in sessions]
    if not changed and not agreed.not_held:
        return None
    rows = [(_moment(one.was), _change(design, week, session, one.was, words)) for one, session in changed if one.was]
    rows += [(_moment(gone.was), Change(title_of(design, gone.session, words), who_of(design, week, gone.session, words),
                                        _when(week, gone.was, led_by(design, gone.was, words), words), "", ""))
             for gone in agreed.not_held]
    posts = {name for one, session in changed if one.was for name in (*_posts(one.was), *_posts(session)) if name}
    posts |= {name for gone in agreed.not_held for name in _posts(gone.was) if name}
    names = {**{n: p.title for n, p in programme.staff.items()}, **{n: r.title for n, r in programme.rooms.items()}}
    return ChangeNoticeView(
        language, words.label("change_notice.title", number=week.number),
        words.label("weekly_schedule.dates", first=wording.date(words, week.days[0].date, "first"),
                    last=wording.date(words, week.days[-1].date)),
        letterhead(programme.organisation, words), programme.organisation.name,
        programme.title.to(language) if programme.title else design.name,
        words.label("edition", edition=programme.edition or ""),
        tuple(f"{names[one.who].to(language) if one.who in names else one.who}: "
              f"{', '.join(words.label(f'days.{day}') for day in one.days)}" for one in agreed.without),
        tuple(change for _, change in sorted(rows, key=lambda row: (row[0], row[1].title, row[1].who))),
        tuple(person.title.to(language) for name, person in programme.staff.items() if name in posts),
        {key: value for key, value in words.branch("change_notice").items() if isinstance(value, str)},
    )


def _moment(was: Before) -> tuple[int, int]:
    return DAYS.index(was.day), was.at


def _change(design: Design, week: Week, session: Session, was: Before, words: Words) -> Change:
    before, new = differences(design, session.component, was, session, words)
    now = f"{wording.date(words, session.date, 'day')} {wording.clock(words, session.start)}"
    same_time = (DAYS[session.date.weekday()], session.start) == (was.day, was.at)
    if was.lead == session.lead and was.co_lead == session.co_lead:
        before = led_by(design, was, words), *before
    return Change(wording.session_title(design, session, words), who_of(design, week, session.key, words),
                  _when(week, was, " · ".join(before), words),
                  words.label("change_notice.same_time") if same_time else now, " · ".join(new))


def differences(
    design: Design, component: str, was: Before | Placement, now: Placed, words: Words
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who and where, before and now, as far as it is not the same: leaders, room, and both of what is offered beside it."""
    found = []
    if (now.lead, now.co_lead) != (was.lead, was.co_lead):
        found.append((led_by(design, was, words), led_by(design, now, words)))
    if now.room and now.room != was.room:
        found.append((_room(design, was.room, words), _room(design, now.room, words)))
    # Weeks mended by earlier editions do not say where the alternative stood.
    if was.other_lead and (now.other_lead, now.other_room) != (was.other_lead, was.other_room):
        found.append((_beside(design, component, was, words), _beside(design, component, now, words)))
    return tuple(before for before, _ in found if before), tuple(new for _, new in found if new)


def led_by(design: Design, place: Placed, words: Words) -> str:
    """Who leads, with the co-leader."""
    return wording.listed(words, (_post(design, name, words) for name in (place.lead, place.co_lead) if name))


def _beside(design: Design, component: str, place: Placed, words: Words) -> str:
    """What is offered beside a session: title, leader and room."""
    planned = design.components.get(component)
    other = planned.component.alternative if planned else None
    who = _post(design, place.other_lead, words) if place.other_lead else ""
    said = ", ".join(filter(None, (who, _room(design, place.other_room, words))))
    return f"{other.title.to(words.code)}: {said}" if other else said


def _posts(place: Placed) -> tuple[str | None, ...]:
    return place.lead, place.co_lead, place.other_lead


def _post(design: Design, name: str, words: Words) -> str:
    person = design.programme.staff.get(name)
    return person.title.to(words.code) if person else name


def _room(design: Design, name: str | None, words: Words) -> str:
    room = design.programme.rooms.get(name or "")
    return room.title.to(words.code) if room else name or ""


def _when(week: Week, was: Before, who: str, words: Words) -> str:
    day = week.days[DAYS.index(was.day)].date
    return f"{wording.date(words, day, 'day')} {wording.clock(words, was.at)}, {who}"


def title_of(design: Design, key: str, words: Words) -> str:
    """A session's title, from its key."""
    planned = design.held(key)
    return planned.component.title.to(words.code) if planned else component_of(key)


def who_of(design: Design, week: Week, key: str, words: Words) -> str:
    """The resident's number or the groups, from the session's key; of a divided group which part.

    Where there are several groups a resident's number stands with its group: each counts from 1.
    """
    several = len(design.programme.groups) > 1
    people, last = key.split("/")[1], key.rpartition("/")[2]
    if last.startswith("r") and last[1:3].isdigit():
        number, group = words.label("resident_number", number=last[1:3]), design.programme.groups.get(people)
        return f"{number}, {group.title.to(words.code)}" if several and group else number
    if "~" in people:
        alike = next((s for s in week.sessions if s.key.startswith(f"{key.rpartition('/')[0]}/")), None)
        if alike:
            return wording.people(design, alike, words)
    part = words.label("change_notice.part", number=people.partition("~")[2]) if "~" in people else ""
    groups = [name for name in people.partition("~")[0].split("+") if name in design.programme.groups]
    if part:
        return " · ".join([*(design.programme.groups[name].title.to(words.code) for name in groups), part])
    if not several:
        return ""
    return wording.listed(words, (design.programme.groups[name].title.to(words.code) for name in groups)) \
        or words.label("whole_house")
