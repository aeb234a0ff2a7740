"""Keep a programme's timetable beside its outputs, and find it again: `check` judges on it, `build` starts from it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from generator.language import Text
from generator.libraries import version
from generator.model.house import Place
from generator.model.week import CalendarDay, Placement, Watch

FILE = "timetable.json"
VERSION = 3

Answers = Mapping[str, Sequence[Placement]]
"""Key of a week's task → where everything lies."""


@dataclass(frozen=True)
class Kept:
    """What an earlier build left: its answers, and the calendar it asked for."""

    answers: Answers = field(default_factory=dict)
    calendar_key: str = ""
    calendar: tuple[CalendarDay, ...] = ()
    by_week: Mapping[int, Sequence[Placement]] = field(default_factory=dict)
    """Week number → where everything lay in it: what a changed week starts from."""
    duty_key: str = ""
    duty: Mapping[int, tuple[Watch, ...]] = field(default_factory=dict)
    """The duty roster by week."""
    revisions: Mapping[int, int] = field(default_factory=dict)
    """Week number → how often it has changed since it was first made: calendars tell new from old by it."""
    tasks: Mapping[int, str] = field(default_factory=dict)
    """Week number → the key of the task that its answer is for."""
    last: Mapping[int, str] = field(default_factory=dict)
    """Week number → a checksum of what was made last, by which the next build knows whether it has changed."""

    def forgotten(self) -> Kept:
        """Nothing but what people hold in their hands: for weeks that are laid anew."""
        return Kept(revisions=self.revisions, last=self.last)

    def revision(self, number: int, said: str) -> int:
        """Of a week as it is now: one more where it is not what was made last."""
        return self.revisions.get(number, 0) + (self.last.get(number, said) != said)


def checksum(key: str, placements: Sequence[Placement], watches: Sequence[Watch]) -> str:
    """Of all that a week's calendar says."""
    return hashlib.sha256(repr((key, tuple(placements), tuple(watches))).encode()).hexdigest()[:16]


def as_bytes(
    weeks: Mapping[int, tuple[str, Sequence[Placement]]], calendar_key: str = "", calendar: Sequence[CalendarDay] = (),
    duty_key: str = "", duty: Mapping[int, Sequence[Watch]] | None = None, revisions: Mapping[int, int] | None = None,
) -> bytes:
    """Week number → (the key of the task it answers, where everything lies), as a file."""
    duty, revisions = duty or {}, revisions or {}
    return (json.dumps({
        "version": VERSION,
        "calendar": {"key": calendar_key, "days": [_day(day) for day in calendar]},
        "duty": {"key": duty_key, "weeks": {
            str(number): [[watch.date.isoformat(), watch.shift, list(watch.people)] for watch in watches]
            for number, watches in sorted(duty.items())}},
        "weeks": {
            str(number): {"task": key, "placements": [asdict(placement) for placement in placements],
                          "revision": revisions.get(number, 0)}
            for number, (key, placements) in sorted(weeks.items())
        },
    }, ensure_ascii=False, indent=0, sort_keys=True) + "\n").encode()


def kept(folder: Path) -> Kept:
    """What an earlier build kept; nothing if there is none or it cannot be read."""
    try:
        data = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            return Kept()
        by_week = {int(number): tuple(Placement(**placement) for placement in week["placements"])
                   for number, week in data["weeks"].items()}
        duty = {
            int(number): tuple(Watch(dt.date.fromisoformat(date), shift, tuple(people)) for date, shift, people in watches)
            for number, watches in data["duty"]["weeks"].items()}
        return Kept(
            {week["task"]: by_week[int(number)] for number, week in data["weeks"].items()},
            data["calendar"]["key"], tuple(_calendar_day(day) for day in data["calendar"]["days"]),
            by_week, data["duty"]["key"], duty,
            {int(number): week.get("revision", 0) for number, week in data["weeks"].items()},
            {int(number): week["task"] for number, week in data["weeks"].items()},
            {int(number): checksum(week["task"], by_week[int(number)], duty.get(int(number), ()))
             for number, week in data["weeks"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Kept()


def calendar_key(place: Place, starts: dt.date, days: int) -> str:
    """What a calendar depends on: the place, the dates, and the libraries that know holidays and prayer times."""
    libraries = [version(name) for name in ("adhanpy", "hijridate", "holidays")]
    return f"{place.latitude} {place.longitude} {place.time_zone} {starts} {days} {' '.join(libraries)}"


def _day(day: CalendarDay) -> dict[str, Any]:
    return {"date": day.date.isoformat(), "prayers": dict(day.prayers), "ramadan": day.ramadan,
            "holiday": dict(day.holiday.phrases) if day.holiday else None, "eve": day.independence_eve}


def _calendar_day(data: Mapping[str, Any]) -> CalendarDay:
    prayers = tuple(sorted(data["prayers"].items(), key=lambda prayer: prayer[1]))  # in the order of the day
    return CalendarDay(dt.date.fromisoformat(data["date"]), prayers, Text.of(data["holiday"]) if data["holiday"] else None,
                       data["ramadan"], data["eve"])
