"""How long a post of the staff works: sessions led and co-led, duty shifts, and times with the team."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.design import Design
from generator.views.sheets.selection import Part


@dataclass(frozen=True)
class Hours:
    """Minutes of work, and how many sessions and shifts they are."""

    led: int = 0
    led_sessions: int = 0
    co_led: int = 0
    co_led_sessions: int = 0
    duty: int = 0
    shifts: int = 0
    team: int = 0
    team_times: int = 0
    total: int = 0
    """All of it; what lies within a duty shift counts once."""
    for_others: int = 0
    """Of the team's times those for others than the team, such as child care."""
    times_for_others: int = 0

    def __add__(self, other: Hours) -> Hours:
        return Hours(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))


NONE = Hours()


def hours_of(design: Design, part: Part, name: str) -> Hours:
    """One day of a post; a shift across midnight belongs to the day on which it begins."""
    led = [s for s in part.sessions if name in (s.lead, s.other_lead)]
    co_led = [s for s in part.sessions if s.co_lead == name]
    shifts = [design.programme.duty.shifts[watch.shift] for watch in part.watches] if design.programme.duty else []
    stretches = [(s.start, s.end) for s in (*led, *co_led)] + [(shift.at, shift.at + shift.minutes) for shift in shifts]
    stretches += [(time.start, time.end) for time in part.team_times]
    others = [time for time in part.team_times if design.programme.team_times[time.name].for_whom]
    return Hours(sum(s.minutes for s in led), len(led), sum(s.minutes for s in co_led), len(co_led),
                 sum(shift.minutes for shift in shifts), len(shifts),
                 sum(time.end - time.start for time in part.team_times), len(part.team_times), _covered(stretches),
                 sum(time.end - time.start for time in others), len(others))


def week_of(design: Design, found: Iterable[Part], name: str) -> Hours:
    """The whole week of a post."""
    return sum((hours_of(design, part, name) for part in found), NONE)


def _covered(stretches: Sequence[tuple[int, int]]) -> int:
    """Minutes in at least one of the stretches."""
    total, until = 0, -1
    for start, end in sorted(stretches):
        total += max(end - max(start, until), 0)
        until = max(until, end)
    return total
