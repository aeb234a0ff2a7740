"""A component that is held at several times: what each of them is, and what it is as a whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from generator.model.adjustment import PROGRAMME_ONLY_FIELDS, Time
from generator.model.component import Frequency, Lead
from generator.model.design import Planned
from generator.model.values import DAYS


def with_times(planned: Planned, groups: Collection[str]) -> Planned:
    """The component with its several times; unchanged where it has none.

    As a whole it is held on all their days, within the hours of all, by the leaders of all, and as often as the group that
    holds it most.
    """
    written = planned.settings.times
    if not written:
        return planned
    times = tuple(_at(planned, number, time) for number, time in enumerate(written, 1))
    update: dict[str, object] = {
        "days": tuple(day for day in DAYS if any(day in time.component.days for time in times)),
        "window": (min(time.component.window[0] for time in times), max(time.component.window[1] for time in times)),
        "led_by": _led_by_all([time.component.led_by for time in times])}
    if all(time.component.how_often.each_week and not time.settings.rotation for time in times):
        counts = [[time.component.how_often.each_week or 0 for time in times if time.concerns(group)] for group in groups]
        update["how_often"] = Frequency.model_construct(each_week=max(map(sum, counts), default=1))
    settings = planned.settings.model_copy(update={"minutes": times[0].minutes, "at": None})
    return replace(planned, component=planned.component.model_copy(update=update), settings=settings, times=times)


def _led_by_all(leads: Sequence[Lead]) -> Lead:
    """The first with the leaders of all."""
    return leads[0].model_copy(update={
        key: tuple(dict.fromkeys(role for lead in leads for role in getattr(lead, key))) for key in ("roles", "co_lead")})


def _at(planned: Planned, number: int, time: Time) -> Planned:
    given = _given(planned, time)
    own_window = {"windows": None} if "window" in given else {}
    settings = planned.settings.model_copy(update={**given, **own_window, "times": None})
    of_component = {key: value for key, value in given.items() if key not in PROGRAMME_ONLY_FIELDS and key != "minutes"}
    if time.led_by:
        of_component["led_by"] = time.led_by.over(planned.component.led_by)
        settings = settings.model_copy(update={"led_by": time.led_by.after(planned.settings.led_by)})
    if time.room:
        of_component["off_site"] = False
    component = planned.component.model_copy(update=of_component)
    written = {key: planned.origins[f"times.{number - 1}.{key}"] for key in sorted(time.model_fields_set)}
    written |= {f"led_by.{key}": written["led_by"] for key in (time.led_by.model_fields_set if time.led_by else ())}
    follows = {key: written.get("days") or written["at"] for key in given if key not in written}
    origins = planned.origins.but(written | follows)
    return Planned(planned.name, component, settings, origins, number)


def _given(planned: Planned, time: Time) -> dict[str, Any]:
    """What is written for a time, and what follows from it: pinned by weekday it is held on those; once on each of its days."""
    given: dict[str, Any] = {key: value for key in time.model_fields_set if (value := getattr(time, key)) is not None}
    pins = given.get("at", {})
    if "days" not in given and pins and "every" not in pins:
        given["days"] = tuple(day for day in DAYS if day in pins)
    often = planned.component.how_often
    if "how_often" not in given and "days" in given and often.each_week and planned.component.mode != "individual":
        given["how_often"] = Frequency.model_construct(each_week=len(given["days"]))
    return given
