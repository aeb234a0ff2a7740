"""The small values authors write: clock times, windows, days, dates, names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_CLOCK = re.compile(r"^([0-9]{1,2})[:.]([0-9]{2})$")
_NAME = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
LONGEST_TEXT = 4000


class Described(BaseModel):
    """Base of everything authors describe: frozen, and a key nobody knows is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True, arbitrary_types_allowed=True)


class Removable:
    """Of an entry with a name: ``name: null`` takes away what the parent has by that name (``generator.resolve.programme``).

    To readers of a programme put together it is always there, so its type says nothing of ``None``.
    """

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.nullable_schema(handler(source))


def _clock(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 24 * 60:
        return value
    found = _CLOCK.match(str(value))
    if not found or isinstance(value, bool | dict | list):
        raise PydanticCustomError("tc_clock", "not a clock time", {"value": str(value)})
    hour, minute = int(found[1]), int(found[2])
    if minute > 59 or hour * 60 + minute > 24 * 60:
        raise PydanticCustomError("tc_clock", "not a clock time", {"value": str(value)})
    return hour * 60 + minute


def clock(minutes: int) -> str:
    """``465`` → ``07:45``; minutes after midnight of the next day wrap around."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def _window(value: object) -> tuple[int, int]:
    if isinstance(value, tuple):
        return value
    parts = str(value).replace("–", "-").split("-") if isinstance(value, str) else []
    if len(parts) != 2:
        raise PydanticCustomError("tc_window", "not a window", {"value": str(value)})
    start, end = (_clock(part.strip()) for part in parts)
    if end <= start:
        raise PydanticCustomError("tc_window", "not a window", {"value": str(value)})
    return start, end


def _days(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list | tuple) else [value]
    chosen: set[str] = set()
    for item in items:
        first, dash, last = str(item).partition("-")
        for day in (first, last) if dash else (first,):
            if day not in DAYS:
                raise PydanticCustomError("tc_day", "not a day", {"value": str(item), "known": list(DAYS)})
        if dash and DAYS.index(first) > DAYS.index(last):
            raise PydanticCustomError("tc_day", "not a day", {"value": str(item), "known": list(DAYS)})
        chosen.update(DAYS[DAYS.index(first) : DAYS.index(last) + 1] if dash else (first,))
    return tuple(day for day in DAYS if day in chosen)


def _some_days(value: object) -> tuple[str, ...]:
    if value == []:
        raise PydanticCustomError("tc_no_days", "no day at all")
    return _days(value)


def runs_of(days: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of the weekdays (0 = Monday), or weeks, that follow one another."""
    runs: list[tuple[int, int]] = []
    for day in days:
        if runs and day == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], day
        else:
            runs.append((day, day))
    return runs


def days_as_written(days: Sequence[int]) -> str:
    """Weekdays, 0 = Monday, as authors write them: ``mon-thu, sat``."""
    return ", ".join(DAYS[first] if first == last else f"{DAYS[first]}-{DAYS[last]}" for first, last in runs_of(days))


def _weeks(value: object) -> tuple[int, int]:
    if isinstance(value, tuple):
        return value
    first, dash, last = str(value).partition("-")
    if not first.strip().isdigit() or (dash and not last.strip().isdigit()):
        raise PydanticCustomError("tc_weeks", "not a range of weeks", {"value": str(value)})
    start, end = int(first), int(last) if dash else int(first)
    if start < 1 or end < start or end > 520:
        raise PydanticCustomError("tc_weeks", "not a range of weeks", {"value": str(value)})
    return start, end


def read_date(value: object) -> dt.date:
    """A date as an author writes it, ``2027-04-05``."""
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise PydanticCustomError("tc_date", "not a date", {"value": str(value)}) from None


def is_name(text: str) -> bool:
    """Whether something may be called so in a file: ``morning-meeting``."""
    return bool(_NAME.match(text)) and len(text) <= 80


def _name(value: object) -> str:
    text = str(value)
    if isinstance(value, bool | dict | list) or not is_name(text):
        raise PydanticCustomError("tc_name", "not a name", {"value": text[:80]})
    return text


def _whole(value: object) -> object:
    if isinstance(value, (bool, str)):
        raise PydanticCustomError("tc_number", "not a number", {"value": str(value)[:80]})
    return value


def _plain(value: object) -> object:
    """One line of plain text that is the same in every language (a name, an address)."""
    if isinstance(value, bool):
        raise PydanticCustomError("tc_plain", "not text", {"value": str(value).lower()})
    if isinstance(value, str):
        value = " ".join(value.split())
        if not value:
            raise PydanticCustomError("tc_text_empty", "text is empty")
        if in_quotes_of_word(value):
            raise PydanticCustomError("tc_quotes", "quotes that YAML does not know")
    return value


def in_quotes_of_word(value: object) -> bool:
    """Whether a value stands in the curly quotes into which Word turns straight ones: for YAML a part of the text."""
    return isinstance(value, str) and value[:1] in _CURLY and value[-1:] in _CURLY


_CURLY = tuple("“”„‘’")


Clock = Annotated[
    int, BeforeValidator(_clock), PlainSerializer(clock, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^([01]?[0-9]|2[0-4])[:.][0-5][0-9]$", "examples": ["07:45"]}),
]
"""Minutes after midnight, written ``07:45``; ``24:00`` is the end of the day."""

Window = Annotated[
    tuple[int, int], BeforeValidator(_window),
    PlainSerializer(lambda w: f"{clock(w[0])}-{clock(w[1]) if w[1] < 1440 else '24:00'}", return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9:. ]+[-–][0-9:. ]+$", "examples": ["13:00-16:30"]}),
]
"""From when to when, minutes after midnight, written ``13:00-16:30``."""

Weekdays = Annotated[
    tuple[str, ...], BeforeValidator(_some_days),
    WithJsonSchema({"anyOf": [{"type": "string", "examples": ["mon-fri"]}, {
        "type": "array", "items": {"type": "string", "examples": ["mon", "tue-thu"]}, "minItems": 1}]}),
]
"""Days of the week in their order, written ``mon-fri`` or ``[mon, thu]``; at least one."""

WeekdaysIfAny = Annotated[
    tuple[str, ...], BeforeValidator(_days),
    WithJsonSchema({"anyOf": [{"type": "string", "examples": ["mon-fri"]},
                              {"type": "array", "items": {"type": "string", "examples": ["mon", "tue-thu"]}}]}),
]
"""The same, or ``[]`` for no day of the week."""

Weeks = Annotated[
    tuple[int, int], BeforeValidator(_weeks),
    PlainSerializer(lambda w: f"{w[0]}-{w[1]}", return_type=str),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": "^[0-9]+(-[0-9]+)?$", "examples": ["5-12"]},
                              {"type": "integer", "minimum": 1}]}),
]
"""First and last programme week, counted from 1, written ``5-12``."""

Date = Annotated[
    dt.date, BeforeValidator(read_date), WithJsonSchema({"type": "string", "format": "date", "examples": ["2027-04-05"]}),
]
Name = Annotated[
    str, BeforeValidator(_name), WithJsonSchema({"type": "string", "pattern": _NAME.pattern}),
]
"""The name of a thing: small letters, digits and hyphens, as in ``morning-meeting``."""

Minutes = Annotated[int, BeforeValidator(_whole), Field(ge=1, le=600)]
Count = Annotated[int, BeforeValidator(_whole), Field(ge=0, le=10_000)]
Positive = Annotated[int, BeforeValidator(_whole), Field(ge=1, le=10_000)]
Plain = Annotated[str, BeforeValidator(_plain), Field(max_length=LONGEST_TEXT)]


def plain_data(value: Any) -> Any:
    """A described thing as plain, JSON-ready data: for keys of a cache and for outputs."""
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else value
