"""A kind of day that is like another one: its items put together from both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.model.adjustment import OnDayType
from generator.model.day import DayType, FrameItem, ItemChange
from generator.model.design import Planned
from generator.problem import Problem, did_you_mean
from generator.source import Source
from generator.validate import faults_at

_WHEN = ("days", "holiday", "ramadan", "dates")
_PLACES = ("at", "after", "before")
_ENDS = ("minutes", "until")


def with_likes(
    own: Mapping[str, DayType], inherited: Mapping[str, DayType], source: Source
) -> tuple[dict[str, DayType], list[Problem]]:
    """A file's kinds of day, each whole, and what is wrong with those that are ``like`` another.

    ``like`` means a kind of day of the same file first, then the pattern's; of its own name always the pattern's.
    """
    written = {name: day_type for name, day_type in own.items() if day_type is not None}
    made: dict[str, DayType] = {}
    problems: list[Problem] = []

    def whole(name: str, asking: tuple[str, ...] = ()) -> DayType:
        if name in made or written[name].like is None:
            return made.get(name, written[name])
        model = str(written[name].like)
        if model in written and model != name and model not in asking:
            base: DayType | None = whole(model, (*asking, name))
        else:
            base = None if model in asking else inherited.get(model)
        if base is None:
            known = sorted({*written, *inherited} - {name, *asking} | ({name} & {*inherited}))
            problems.append(Problem(source.at("day_types", name, "like"), "TC320", {
                "name": model, "near": did_you_mean(model, known), "known": known}))
            return written[name]
        made[name], faults = _like(base, written[name], name, source, inherited.get(name) or base)
        problems.extend(faults)
        return made[name]

    return {name: whole(name) if name in written else day_type for name, day_type in own.items()}, problems


def kept_off(planned: Planned, day_types: Mapping[str, DayType]) -> Planned:
    """The component with days that have no sessions among those it is not held on; what it says of them itself holds."""
    own = planned.settings.by_day_type or {}
    off = {name: OnDayType(held=False) for name, day_type in day_types.items() if not day_type.sessions and name not in own}
    if not off or planned.component.within_days == 1:
        return planned
    settings = planned.settings.model_copy(update={"by_day_type": {**own, **off}})
    return replace(planned, settings=settings, times=tuple(kept_off(time, day_types) for time in planned.times))


def _like(base: DayType, own: DayType, name: str, source: Source, called: DayType) -> tuple[DayType, list[Problem]]:
    """``own`` over ``base``. Its title, and when it holds where nothing of that is written, are those of ``called``:
    the pattern's kind of day of the same name, where there is one."""
    items: list[FrameItem] = list(base.frame)
    problems: list[Problem] = []
    for item, change in own.change.items():
        path = ("day_types", name, "change", item)
        place = next((i for i, one in enumerate(items) if one.name == item), None)
        if place is None and (change is None or change.title is None):
            known = [one.name for one in items if one.name]
            problems.append(Problem(source.at_key(*path), "TC321", {
                "name": item, "like": own.like, "near": did_you_mean(item, known), "known": known}))
        elif place is None:
            made, faults = faults_at(source, path, FrameItem, {**_written(change), "name": item})
            problems += faults or _without_place(made, path, source)
            items += [made] if made else []
        elif change is None:
            items = _without(items, place)
        else:
            made, faults = faults_at(source, path, FrameItem, _over(items[place], change))
            problems += faults
            items[place] = made or items[place]
    problems = problems or _begins_nowhere(items, ("day_types", name), source)
    given = {key: getattr(own, key) for key in own.model_fields_set if key not in ("like", "change")}
    taken = {key: getattr(called, key) for key in _WHEN if not own.model_fields_set & set(_WHEN)}
    whole = {"title": called.title, "hours": base.hours, "sessions": base.sessions, **taken, **given, "frame": tuple(items)}
    return DayType.model_construct(_fields_set=set(whole), **whole), problems


def _written(change: ItemChange) -> dict[str, Any]:
    return {key: getattr(change, key) for key in change.model_fields_set}


def _over(item: FrameItem, change: ItemChange) -> dict[str, Any]:
    """The item's fields with those of the change; a new place or end takes the place of the old one, however it is written."""
    fields, new = _written(item), _written(change)
    for kinds in (_PLACES, _ENDS):
        if any(key in new for key in kinds):
            fields = {key: value for key, value in fields.items() if key not in kinds}
    fields |= new
    if "around" not in new and ("at" not in fields or "minutes" not in fields):
        fields.pop("around", None)
    return fields


def _without(items: list[FrameItem], place: int) -> list[FrameItem]:
    """The items without one. What began when it ended begins, from now on, when it would have begun."""
    gone, rest = items[place], items[:place] + items[place + 1 :]
    follows = rest[place] if place < len(rest) else None
    if follows and not any(getattr(follows, key) is not None for key in _PLACES):
        start = {"at": gone.at, "after": gone.after or gone.before}
        given = {key: value for key, value in start.items() if value is not None}
        rest[place] = follows.model_copy(update=given)
    return rest


def _begins_nowhere(items: Sequence[FrameItem], path: tuple[str, ...], source: Source) -> list[Problem]:
    """A day of which nothing is left, or whose first item would begin when the one above it ends."""
    if not items:
        return [Problem(source.at_key(*path), "TC236", {})]
    return _without_place(items[0], (*path, "change", items[0].name or ""), source)


def _without_place(item: FrameItem | None, path: tuple[str, ...], source: Source) -> list[Problem]:
    """An item that cannot begin when the one above it ends: a new one stands below all others, a first one below none."""
    if item is None or any(getattr(item, key) is not None for key in _PLACES):
        return []
    return [Problem(source.at_key(*path), "TC322", {"name": path[-1]})]
