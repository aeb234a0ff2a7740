"""Say what a date is in Indonesia: prayer times of a place, public holidays, Ramadan, Independence Eve."""

from __future__ import annotations

import datetime as dt
import warnings
from functools import lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from generator.language import Text
from generator.model.house import HOURS_FROM_UTC, Place
from generator.model.week import CalendarDay

SUBUH_ANGLE, ISYA_ANGLE = 20.0, 18.0
"""Degrees of the sun below the horizon, as Indonesia's Ministry of Religious Affairs (Kemenag) uses them."""

SAFETY_MINUTES = 2
"""*Ihtiyat*: the margin Indonesian tables add, so that a printed time never comes before the prayer's time."""


def dated_days(place: Place, starts: dt.date, days: int) -> tuple[CalendarDay, ...]:
    """Each date from ``starts`` on, with what the calendar says of it at this place."""
    return tuple(
        CalendarDay(
            date=date,
            prayers=prayer_times(place.latitude, place.longitude, place.time_zone, date),
            holiday=holidays(date.year).get(date),
            ramadan=in_ramadan(date),
            independence_eve=(date.month, date.day) == (8, 16),
        )
        for date in (starts + dt.timedelta(days=n) for n in range(days))
    )


@lru_cache(maxsize=4096)
def prayer_times(latitude: float, longitude: float, time_zone: str, date: dt.date) -> tuple[tuple[str, int], ...]:
    """The five daily prayers, in minutes after local midnight.

    Tested against published tables of ten cities to within two minutes (tests/schedule/test_calendar.py).
    """
    from adhanpy.calculation.CalculationParameters import CalculationParameters
    from adhanpy.PrayerTimes import PrayerTimes

    zone = dt.timezone(dt.timedelta(hours=HOURS_FROM_UTC[time_zone]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the library still calls datetime.utcfromtimestamp
        times = PrayerTimes(
            (latitude, longitude), dt.datetime(date.year, date.month, date.day),
            calculation_parameters=CalculationParameters(fajr_angle=SUBUH_ANGLE, isha_angle=ISYA_ANGLE),
            time_zone=zone,
        )
    moments = {"subuh": times.fajr, "dzuhur": times.dhuhr, "ashar": times.asr, "maghrib": times.maghrib,
               "isya": times.isha}
    return tuple((name, moment.hour * 60 + moment.minute + SAFETY_MINUTES) for name, moment in moments.items())


@lru_cache(maxsize=64)
def holidays(year: int) -> dict[dt.date, Text]:
    """Public holidays of Indonesia with their names; Islamic dates of future years are estimates and say so."""
    country = _indonesia()
    indonesian, english = country(years=[year], language="id"), country(years=[year], language="en_US")
    return {date: Text.of({"id": name, "en": english.get(date, name)}) for date, name in indonesian.items()}


@lru_cache(maxsize=1)
def _indonesia() -> Any:
    """The library's calendar of this country alone: ``holidays.Indonesia`` reads the files of all 250 first."""
    import holidays

    spec = spec_from_file_location("indonesia", Path(holidays.__path__[0], "countries", "indonesia.py"))
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Indonesia


@lru_cache(maxsize=4096)
def in_ramadan(date: dt.date) -> bool:
    """Whether the date falls in Ramadan by the Umm al-Qura calendar; the sighting may shift it by a day."""
    from hijridate import Gregorian

    try:
        return Gregorian(date.year, date.month, date.day).to_hijri().month == 9
    except OverflowError:  # beyond the calendar's tables (after 2077)
        return False
