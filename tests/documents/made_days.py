"""A house with every case that figures and data files must tell apart, laid by hand: two groups, a split session, work
with one resident, a way to travel, something beside a session and alongside one, duty across midnight, a home leave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from generator.gather import House
from generator.language import Text
from generator.model.component import Alternative
from generator.model.design import Design, Planned
from generator.model.house import Duty, Event, Group, Intake, Shift
from generator.model.week import CalendarDay, Day, FrameSlot, Part, Session, Watch, Week

STARTS = dt.date(2027, 8, 9)
EVIL = "=HYPERLINK(\"http://x\";\"<b>\")"


def both(words: str) -> Text:
    return Text.of({"id": words, "en": words})


def a_design(house: House) -> Design:
    """The fixture house with a stream of newcomers and a cohort, and a component whose title a spreadsheet could run."""
    design = house.designs["small-house"]
    programme = design.programme
    beside = Alternative(title=both("Bacaan tenang"), description=both("Membaca."), roles=("companion",))

    def changed(name: str, **fields: object) -> Planned:
        planned = design.components[name]
        return replace(planned, component=planned.component.model_copy(update=fields))

    return replace(
        design,
        components={**design.components, "opening": changed("opening", title=both(EVIL)),
                    "quiet-hour": changed("quiet-hour", alternative=beside)},
        programme=programme.model_copy(update={
            "groups": {"women": Group(title=both("Perempuan"), size=3, phase="induction"),
                       "men": Group(title=both("Laki-laki"), size=4)},
            "intake": Intake(every_weeks=2, newcomers=2),
            "events": {"leave": Event(title=both("Cuti pulang"), kind="away", dates=("2027-08-21",), groups=("men",))},
            "duty": Duty(roles=("companion",), shifts={"night": Shift(title=both("Malam"), at="21:00", until="06:00")}),
        }))


def session(
    component: str, day: int, start: int, minutes: int, parts: Sequence[tuple[str, int, int]], **more: object
) -> Session:
    """``day`` counts from the programme's first day."""
    made = tuple(Part(*part) for part in parts)
    who = "+".join(dict.fromkeys(group for group, _, _ in parts))
    values: dict[str, object] = {"lead": "counsellor-1", "room": "hall", "key": f"{component}/{who}/1"} | more
    return Session(component, made, STARTS + dt.timedelta(days=day), start, minutes, **values)  # type: ignore[arg-type]


def weeks() -> list[Week]:
    everybody = (("women", 1, 3), ("men", 1, 4))
    first = [
        session("opening", 0, 480, 30, everybody, topic=1),
        session("cooking", 0, 600, 75, (("men", 1, 2),), split=True, key="cooking/men~1/1", topic=3),
        session("cooking", 0, 700, 75, (("men", 3, 4),), split=True, key="cooking/men~2/1", topic=3, lead="companion-1"),
        session("talk", 1, 540, 45, (("women", 2, 2),), resident=2, key="talk/women/r02", room=None),
        session("quiet-hour", 1, 960, 40, (("women", 1, 3),), other_lead="companion-1", other_room="study"),
        session("cooking", 2, 540, 135, (("women", 1, 3),), travel=30, co_lead="companion-1", room=None),
        session("opening", 3, 480, 30, (("men", 1, 4),), key="opening/men/1"),
        session("opening", 3, 480, 30, (("men", 1, 4),), key="opening/men+1/1", strand=1, lead="companion-1", room="study"),
    ]
    second = [
        session("opening", 7, 480, 30, everybody, topic=2),
        session("talk", 8, 540, 45, (("men", 4, 4),), resident=4, key="talk/men/r04"),
    ]
    return [_week(1, first, {"women": "induction", "men": "induction"}, ("companion-1",)),
            _week(2, second, {"women": "induction", "men": "primary"}, ())]


def _week(number: int, sessions: Sequence[Session], phases: dict[str, str], on_duty: tuple[str, ...]) -> Week:
    monday = STARTS + dt.timedelta(days=7 * (number - 1))
    days = []
    for index in range(7):
        date = monday + dt.timedelta(days=index)
        frame = [FrameSlot(1290, 1800, "night-rest", both("Tidur"))]
        if date == dt.date(2027, 8, 21):
            frame.insert(0, FrameSlot(360, 1290, "away", both("Cuti pulang"), False, ("men",)))
        holiday = both("Hari Kemerdekaan") if date == dt.date(2027, 8, 17) else None
        days.append(Day(date, "every-day", CalendarDay(date, holiday=holiday), tuple(frame),
                        tuple(s for s in sessions if s.date == date)))
    duty = (Watch(monday, "night", on_duty),) if on_duty else ()
    return Week(number, "induction" if number == 1 else "", tuple(days), tuple(sorted(phases.items())), duty)
