"""What a read file is: its data, and where each part of it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.problem import Location

Path_ = tuple[str | int, ...]
"""The way to a part of a file: ``("plan", 0, "minutes")``."""


class Origins(Mapping[str, Location]):
    """Key → where it was written: in a file, looked up when somebody asks, for most files are right and nobody does;
    or in ``instead`` of it."""

    def __init__(self, source: Source, keys: Iterable[str], instead: Mapping[str, Location] | None = None) -> None:
        self._source, self._keys, self._instead = source, frozenset(keys), instead or {}

    def but(self, instead: Mapping[str, Location]) -> Origins:
        """The same, except where something was written anew."""
        return Origins(self._source, self._keys, {**self._instead, **instead})

    def __getitem__(self, key: str) -> Location:
        if key not in self._instead and key in self._keys:
            return self._source.at(key)
        return self._instead[key]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._keys | self._instead.keys()))

    def __len__(self) -> int:
        return len(self._keys | self._instead.keys())


@dataclass(frozen=True)
class Source:
    """One file as read: its data, where each part stands, and its text for excerpts."""

    file: str
    data: Any
    keys: Mapping[Path_, tuple[int, int]] = field(repr=False)
    values: Mapping[Path_, tuple[int, int]] = field(repr=False)
    text: str = field(repr=False, default="")
    under: Source | None = field(repr=False, default=None)
    """The built-in file of the same name that this one lies over, field by field."""

    def mentioned(self, phrases: tuple[str, ...]) -> frozenset[str]:
        """Which of some phrases, in small letters, stand anywhere in its texts: looked for once, however often it is asked."""
        if phrases not in self._mentioned:
            whole = "\n".join(_texts(self.data)).casefold()
            self._mentioned[phrases] = frozenset(phrase for phrase in phrases if phrase in whole)
        return self._mentioned[phrases]

    @cached_property
    def _mentioned(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}

    def at(self, *path: str | int) -> Location:
        """Where the value of a path stands; the nearest enclosing place if the path does not exist."""
        return self._find(self.values, path)

    def at_key(self, *path: str | int) -> Location:
        """Where the key of a path stands."""
        return self._find(self.keys, path) if path in self.keys else self.at(*path)

    def place(self, *path: str | int) -> Location:
        """A plain value's own place; for a list or mapping the key above it, which is where an author looks."""
        value = self.data
        for part in path:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return self.at(*path)
        return self.at_key(*path) if isinstance(value, dict | list) else self.at(*path)

    def over(self, under: Source, *, entries: bool = False) -> Source:
        """This file's fields in place of another's: how an NGO's own file changes a built-in one.

        With ``entries`` the mappings in both are put together entry by entry (glossary, references).
        """
        if not isinstance(self.data, dict) or not isinstance(under.data, dict):
            return self
        data = {**under.data, **self.data}
        for key in self.data.keys() & under.data.keys() if entries else ():
            if isinstance(self.data[key], dict) and isinstance(under.data[key], dict):
                data[key] = {**under.data[key], **self.data[key]}
        return Source(self.file, data, self.keys, self.values, self.text, under)

    def _find(self, places: Mapping[Path_, tuple[int, int]], path: Path_) -> Location:
        if path in places:
            return Location(self.file, *places[path])
        if self.under and path in self.under.values:
            return self.under._find(self.under.keys if places is self.keys else self.under.values, path)
        while path:
            path = path[:-1]
            if path in self.values:
                return self.place(*path) if path else Location(self.file, *self.values[()])
        return Location(self.file, 1, 1)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)
