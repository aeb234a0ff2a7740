"""The notice of a mended week: who is missing, what moves where, what is not held, and who has read it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Words
from generator.model.agreed import AgreedWeek, Before
from generator.model.design import Design
from generator.model.values import DAYS
from generator.model.week import Session, Week, component_of
from generator.views import wording
from generator.views.letterhead import Letterhead, letterhead


@dataclass(frozen=True)
class Change:
    """One session: where it was and where it is now; nothing for ``now`` if it is not held."""

    title: str
    who: str
    was: str
    now: str
    people: str
    """Who leads now and where, as far as that is new."""


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
                                        _when(design, week, gone.was, words), "", ""))
             for gone in agreed.not_held]
    posts = {name for one, session in changed if one.was
             for name in (one.was.lead, one.was.co_lead, session.lead, session.co_lead) if name}
    posts |= {name for gone in agreed.not_held for name in (gone.was.lead, gone.was.co_lead) if name}
    names = {**{n: p.title for n, p in programme.staff.items()}, **{n: r.title for n, r in programme.rooms.items()}}
    return ChangeNoticeView(
        language, words.label("change_notice.title", number=week.number),
        f"{wording.date(words, week.days[0].date, 'short')} – {wording.date(words, week.days[-1].date)}",
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
    programme, language = design.programme, words.code
    new = []
    if (session.lead, session.co_lead) != (was.lead, was.co_lead):
        new.append(wording.listed(words, (programme.staff[n].title.to(language) for n in (session.lead, session.co_lead) if n)))
    if session.room and session.room != was.room:
        new.append(programme.rooms[session.room].title.to(language))
    now = f"{wording.date(words, session.date, 'day')} {wording.clock(words, session.start)}"
    then = _when(design, week, was, words)
    same_time = (DAYS[session.date.weekday()], session.start) == (was.day, was.at)
    return Change(wording.session_title(design, session, words), who_of(design, week, session.key, words), then,
                  words.label("change_notice.same_time") if same_time else now, " · ".join(new))


def _when(design: Design, week: Week, was: Before, words: Words) -> str:
    day = week.days[DAYS.index(was.day)].date
    return f"{wording.date(words, day, 'day')} {wording.clock(words, was.at)}, " \
           f"{design.programme.staff[was.lead].title.to(words.code) if was.lead in design.programme.staff else was.lead}"


def title_of(design: Design, key: str, words: Words) -> str:
    """A session's title, from its key."""
    planned = design.held(key)
    return planned.component.title.to(words.code) if planned else component_of(key)


def who_of(design: Design, week: Week, key: str, words: Words) -> str:
    """The resident's number or the groups, from the session's key; of a divided group which part."""
    people, last = key.split("/")[1], key.rpartition("/")[2]
    if last.startswith("r") and last[1:3].isdigit():
        return words.label("resident_number", number=last[1:3])
    if "~" in people:
        alike = next((s for s in week.sessions if s.key.startswith(f"{key.rpartition('/')[0]}/")), None)
        if alike:
            return wording.people(design, alike, words)
    part = words.label("change_notice.part", number=people.partition("~")[2]) if "~" in people else ""
    groups = [name for name in people.partition("~")[0].split("+") if name in design.programme.groups]
    if part:
        return " · ".join([*(design.programme.groups[name].title.to(words.code) for name in groups), part])
    if len(design.programme.groups) == 1:
        return ""
    return wording.listed(words, (design.programme.groups[name].title.to(words.code) for name in groups)) \
        or words.label("whole_house")
