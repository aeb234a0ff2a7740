"""Teams, shifts and their roster, for the tests of duty."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from generator.checks import judge
from generator.language import Text
from generator.model.house import Person
from generator.model.week import CalendarDay, Day, Watch, Week
from generator.schedule.duty import roster

MONDAY = dt.date(2027, 8, 9)
ALWAYS = {"days": "mon-sun", "hours": "00:00-24:00"}
BY_DAY = {"days": "mon-sun", "hours": "06:00-22:00"}


def words_of(name: str) -> Text:
    return Text.of({"id": name, "en": name})


def a_shift(at: str, until: str, **more) -> dict:
    return {"title": words_of(more.pop("title", f"{at}-{until}")), "at": at, "until": until, **more}


THREE = {"morning": a_shift("06:00", "14:00", title="Pagi"), "afternoon": a_shift("14:00", "22:00", title="Siang"),
         "night": a_shift("22:00", "06:00", title="Malam")}
TWO = {"day": a_shift("07:00", "19:00"), "night": a_shift("19:00", "07:00")}


def somebody(*available: dict, **more) -> Person:
    return Person(title=words_of("petugas"), role="companion", available=available or [ALWAYS], **more)


def dates(weeks: int) -> list[dt.date]:
    return [MONDAY + dt.timedelta(days=day) for day in range(weeks * 7)]


def made(design, weeks: int = 12):
    return roster(design, [CalendarDay(date) for date in dates(weeks)], weeks)


def count(found: dict[int, tuple[Watch, ...]], which) -> Counter[str]:
    return Counter(name for watches in found.values() for watch in watches if which(watch) for name in watch.people)


def criterion(design, weeks=None):
    return next(verdict for verdict in judge(design, weeks) if verdict.name == "c25")


def laid_weeks(found, numbers) -> list[Week]:
    return [Week(number, "", tuple(Day(date, "every-day", CalendarDay(date), ()) for date in dates(number)[-7:]),
                 duty=found.get(number, ())) for number in numbers]
