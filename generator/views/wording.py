"""Times, dates and numbers as each language writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache

from generator.language import Words


def clock(words: Words, minutes: int) -> str:
    """``465`` → ``07.45`` in Indonesian, ``07:45`` in English."""
    return words.label("clock").format(hour=f"{minutes // 60 % 24:02d}", minute=f"{minutes % 60:02d}")


def span(words: Words, start: int, end: int) -> str:
    return f"{clock(words, start)}–{clock(words, end)}"


def date(words: Words, day: dt.date, pattern: str = "long") -> str:
    """A date by one of the language's patterns (``long``, ``short``, ``day`` …)."""
    return _formatted(words.label("locale"), words.label(f"dates.{pattern}"), day)


@lru_cache(maxsize=8192)
def _formatted(locale: str, pattern: str, day: dt.date) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=locale)


def listed(words: Words, items: Iterable[str]) -> str:
    """``a, b dan c``; in English ``a, b and c``."""
    found = list(items)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} {words.label('and')} {found[-1]}" if found else ""


def minutes(words: Words, count: int) -> str:
    return words.label("minutes", count=count)


def weeks(words: Words, first: int, last: int) -> str:
    return words.label("week", number=first) if first == last else words.label("weeks", first=first, last=last)


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
