"""Times, dates and numbers as each language writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from generator.language import Words
from generator.model.design import Design
from generator.model.values import DAYS, runs_of
from generator.model.week import DAY, FrameSlot, Session, Week


def clock(words: Words, minutes: int) -> str:
    """``465`` → ``07.45`` in Indonesian, ``07:45`` in English."""
    return words.label("clock").format(hour=f"{minutes // 60 % 24:02d}", minute=f"{minutes % 60:02d}")


def span(words: Words, start: int, end: int) -> str:
    """``08:00–17:00``; what lasts until midnight ends at ``24:00``, as it is written."""
    if end == DAY:
        return f"{clock(words, start)}–{words.label('clock').format(hour='24', minute='00')}"
    return f"{clock(words, start)}–{clock(words, end)}"


def date(words: Words, day: dt.date, pattern: str = "long") -> str:
    """A date by one of the language's patterns (``long``, ``short``, ``day`` …)."""
    return _formatted(words.label("locale"), words.label(f"dates.{pattern}"), day)


@lru_cache(maxsize=8192)
def _formatted(locale: str, pattern: str, day: dt.date) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=locale)


def weekday(words: Words, index: int) -> str:
    """The name of a weekday; Monday is 0."""
    return date(words, dt.date(2024, 1, 1 + index), "weekday")  # that year began on a Monday


def phase(design: Design, week: Week, words: Words) -> str:
    """The phase a week belongs to; where groups are in different ones, all of them in the catalogue's order."""
    phases = {week.phase} if week.phase else {name for _, name in week.phases}
    titles = [entry.title.to(words.code) for name, entry in design.phases.items() if name in phases]
    return " · ".join(titles)


def session_title(design: Design, session: Session, words: Words) -> str:
    """What a session is called: its component at this time, or what is held alongside it."""
    planned = design.held(session.key or session.component)
    assert planned is not None
    if session.strand and planned.settings.alongside:
        return planned.settings.alongside[session.strand - 1].title.to(words.code)
    return planned.component.title.to(words.code)


def groups(design: Design, session: Session, words: Words) -> str:
    """The groups of a session by name, with the residents' numbers where a group is split."""
    everyone = {group.title.to(words.code) for group in design.programme.groups.values()}
    names = []
    for part in session.parts:
        title = design.programme.groups[part.group].title.to(words.code)
        whole = part.size == design.programme.groups[part.group].size or session.resident is not None
        label = "group_part" if part.size > 1 else "group_member"
        names.append(title if whole else words.label(label, group=title, first=f"{part.first:02d}", last=f"{part.last:02d}"))
    return words.label("whole_house") if len(everyone) > 1 and set(names) == everyone else listed(words, names)


def people(design: Design, session: Session, words: Words) -> str:
    """Who takes part, where that needs saying: there are several groups, or one is split."""
    return groups(design, session, words) if len(design.programme.groups) > 1 or session.split else ""


def resident(design: Design, session: Session, words: Words) -> str:
    """A resident's number, with the group where there are several; nothing for a group session."""
    if session.resident is None:
        return ""
    number = words.label("resident_number", number=f"{session.resident:02d}")
    return number if len(design.programme.groups) == 1 else f"{groups(design, session, words)} {number}"


def slot(design: Design, item: FrameSlot, words: Words) -> str:
    """A frame item's title, with the groups it is for."""
    title, who = slot_title(item, words), slot_groups(design, item, words)
    return f"{title} ({who})" if who else title


def slot_title(item: FrameSlot, words: Words) -> str:
    """What a frame item is called, with how many of it a resident chooses: ``Kelompok bantu diri (pilih 3 sepekan)``."""
    title = item.title.to(words.code)
    return words.label("weekly_schedule.choose", title=title, count=item.choose) if item.choose else title


def slot_groups(design: Design, item: FrameSlot, words: Words) -> str:
    """The groups a frame item is for; nothing where it is for all."""
    if set(item.groups) == set(design.programme.groups):
        return ""
    return listed(words, (design.programme.groups[name].title.to(words.code) for name in item.groups))


def listed(words: Words, items: Iterable[str]) -> str:
    """``a, b dan c``; in English ``a, b and c``."""
    found = list(items)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} {words.label('and')} {found[-1]}" if found else ""


def either(words: Words, titles: Iterable[str]) -> str:
    """``Perawat, dokter, atau petugas jaga (MOD)``: one of several roles, as a sentence names them."""
    return "".join(between + title for between, title in choices(words, titles))


def choices(words: Words, titles: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each of several titles within a sentence, after what stands between it and the one before."""
    found = list(titles)
    for place, title in enumerate(found):
        last = "or_last" if len(found) > 2 else "or"
        between = "" if place == 0 else words.label(last) if place == len(found) - 1 else ", "
        yield between, title if place == 0 or title[1:2].isupper() else title[:1].lower() + title[1:]


def minutes(words: Words, *lengths: int) -> str:
    """``60 menit``; ``60, 90, atau 120 menit`` of what has several lengths."""
    return words.label("minutes", count=either(words, map(str, lengths)))


def weekdays(words: Words, places: Sequence[int]) -> str:
    """Days of the week by their place, 0 = Monday, as ``Sen–Kam, Min``."""
    names = [words.label(f"days.{day}") for day in DAYS]
    return ", ".join(names[a] if a == b else f"{names[a]}–{names[b]}" for a, b in runs_of(sorted(set(places))))


def from_to(words: Words, first: str, last: str) -> str:
    """``Senin – Kamis``; a day alone is said once."""
    return first if first == last else words.label("weekly_schedule.dates", first=first, last=last)


def weeks(words: Words, first: int, last: int) -> str:
    return words.label("week", number=first) if first == last else words.label("weeks", first=first, last=last)


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
