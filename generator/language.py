"""Keep one phrase in several languages, and the words the product itself speaks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from generator.problem import Phrase, Problem, Remedy

FALLBACK = ("id", "en")
"""The order in which another language stands in for a missing one."""

LANGUAGE_CODE = re.compile(r"^[a-z]{2,3}$")


AUDIENCES = ("minors", "women", "men", "muslims", "christians", "overnight")
"""For whom alone a stretch of a text may be meant; ``overnight``: where people sleep and somebody is awake at midnight."""

_FOR_SOME = re.compile(r"\[([a-z-]+)\|([^\[\]|]*)(?:\|([^\[\]|]*))?\]")


@dataclass(frozen=True)
class Text:
    """One phrase in several languages, as an author wrote it: ``{id: Pertemuan pagi, en: Morning meeting}``.

    What is meant for some only stands in brackets: ``You may go home. [minors|A minor goes with a guardian.]``, and after
    another ``|`` what the others read in its place. Who reads the whole catalogue reads all of it.
    """

    phrases: tuple[tuple[str, str], ...]
    as_written: tuple[tuple[str, str], ...] = ()
    """The phrases with their brackets, where any has them."""

    @classmethod
    def of(cls, phrases: Mapping[str, str]) -> Text:
        written = tuple(sorted(phrases.items()))
        if not any("|" in phrase for _, phrase in written):
            return cls(written)
        return cls(tuple((code, _told(phrase, AUDIENCES)) for code, phrase in written), written)

    def told(self, audiences: Collection[str]) -> Text:
        """The text without what is meant for others than these; the same object where nothing is."""
        if not self.as_written:
            return self
        return Text(tuple((code, _told(phrase, audiences)) for code, phrase in self.as_written), self.as_written)

    def has(self, language: str) -> bool:
        return any(code == language for code, _ in self.phrases)

    def to(self, language: str) -> str:
        """The phrase in a language; another language's phrase stands in visibly, as ``[EN] …``, where it is missing."""
        phrases = dict(self.phrases)
        if language in phrases:
            return phrases[language]
        for code in (*FALLBACK, *sorted(phrases)):
            if code in phrases:
                return f"[{code.upper()}] {phrases[code]}"
        return ""

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.phrases)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> Any:
        # Imported here: only validation needs pydantic, and `tcguide --help` must stay instant.
        from pydantic_core import PydanticCustomError, core_schema

        def read(value: object) -> Text:
            if isinstance(value, Text):
                return value
            if not isinstance(value, dict):
                raise PydanticCustomError("tc_text_languages", "text needs its languages")
            if not value:
                raise PydanticCustomError("tc_text_empty", "text is empty")
            phrases: dict[str, str] = {}
            for code, phrase in value.items():
                if code in FALLBACK and _is_plain(phrase):  # nearly all: there are thousands
                    phrases[code] = phrase
                    continue
                if code not in FALLBACK and not LANGUAGE_CODE.match(str(code)):
                    raise PydanticCustomError("tc_text_key", "not a language", {"key": str(code)})
                if isinstance(phrase, dict | list):
                    raise PydanticCustomError("tc_text_nested", "a phrase is plain text", {"key": str(code)})
                words = " ".join(str("" if phrase is None else phrase).split())
                if not words:
                    raise PydanticCustomError("tc_text_empty", "text is empty", {"key": str(code)})
                if "|" in words and (audience := _unknown_audience(words)):
                    raise PydanticCustomError("tc_text_audience", "nobody is called this", {
                        "value": audience, "known": ", ".join(AUDIENCES)})
                phrases[str(code)] = words
            return Text.of(phrases)

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.plain_serializer_function_ser_schema(lambda text: dict(text.phrases))
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: object, handler: object) -> dict[str, Any]:
        return {
            "type": "object",
            "description": "The same phrase in each language: {id: …, en: …}",
            "properties": {code: {"type": "string", "minLength": 1} for code in FALLBACK},
            "patternProperties": {LANGUAGE_CODE.pattern: {"type": "string", "minLength": 1}},
            "required": list(FALLBACK),
            "additionalProperties": False,
        }


def _is_plain(phrase: object) -> bool:
    """Whether a phrase is words with one space between them and nothing more."""
    return isinstance(phrase, str) and phrase.isprintable() and "  " not in phrase and "|" not in phrase \
        and phrase.strip() == phrase != ""


def _told(phrase: str, audiences: Collection[str]) -> str:
    return " ".join(_FOR_SOME.sub(lambda some: some[2] if some[1] in audiences else some[3] or "", phrase).split())


def _unknown_audience(phrase: str) -> str:
    """Who is meant by a bracket that nobody answers to, or empty."""
    return next((some[1] for some in _FOR_SOME.finditer(phrase) if some[1] not in AUDIENCES), "")


def said_in(language: str, value: object) -> object:
    """A problem's argument in the reader's language: a fraction is a computed number; what a file holds stays as written."""
    if isinstance(value, Fraction):
        return decimal(language, value)
    if isinstance(value, Text):
        return value.to(language)
    if isinstance(value, Mapping):
        return Text.of({str(k): str(v) for k, v in value.items()}).to(language)
    if isinstance(value, list | tuple):
        return ", ".join(str(said_in(language, one)) for one in value)
    return value


def decimal(locale: str, value: Fraction) -> str:
    """``36,7`` in Indonesian, ``36.7`` in English."""
    from babel import UnknownLocaleError
    from babel.numbers import format_decimal

    try:
        return format_decimal(round(float(value), 2), locale=locale)
    except UnknownLocaleError:  # a house's own language of which Babel does not know
        return format_decimal(round(float(value), 2), locale=FALLBACK[0])


def laid_over(own: Mapping[str, Any], under: Mapping[str, Any]) -> dict[str, Any]:
    """Words over others, word by word."""
    merged = dict(under)
    for key, value in own.items():
        below = under.get(key)
        both = isinstance(value, Mapping) and isinstance(below, Mapping)
        merged[key] = laid_over(value, below) if both else value  # type: ignore[arg-type]
    return merged


def _flat(tree: Mapping[str, Any], at: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{at}{key}.")
        elif isinstance(value, str):
            yield f"{at}{key}", value


class _Gaps(dict[str, object]):
    """Leave a placeholder visible rather than fail while reporting a problem."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


class _Counted(int):
    """A number whose words depend on it: ``{days:day|days}`` is ``1 day`` and ``3 days``."""

    def __format__(self, spec: str) -> str:
        one, _, many = spec.partition("|")
        return f"{int(self)} {one if self == 1 else many}" if many else format(int(self), spec)


class _Said(str):
    """A number that comes in words, such as ``1,200`` or ``60 or 90``: never one."""

    def __format__(self, spec: str) -> str:
        many = spec.partition("|")[2]
        return f"{self!s} {many}" if many else format(str(self), spec)


def _filled(pattern: str, args: Mapping[str, object]) -> str:
    if "|" in pattern:
        args = {key: _Counted(value) if isinstance(value, int) else _Said(value) for key, value in args.items()}
    return pattern.format_map(_Gaps(args))


@dataclass(frozen=True)
class Words:
    """Everything the product says in one language: the content of ``templates/languages/<code>.yaml``."""

    code: str
    name: str
    tree: Mapping[str, Any]
    complete: bool = True
    """Whether every text of the catalogue is expected in this language (see `missing translation`)."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "tree", MappingProxyType(dict(self.tree)))
        object.__setattr__(self, "_by_day", None)
        object.__setattr__(self, "_labels", dict(_flat(self.tree)))  # looked up some hundred thousand times in a build

    def label(self, key: str, **args: object) -> str:
        """The words at a dotted key; the key itself where a language file lacks them, so that the gap is seen."""
        found = self._labels.get(key)  # type: ignore[attr-defined]
        if found is None:
            return key
        return _filled(found, {k: said_in(self.code, v) for k, v in args.items()}) if args else found

    def by_day(self) -> Words:
        """The same language where nobody sleeps in: clients and a day house instead of residents and a house."""
        if self._by_day is None:  # type: ignore[attr-defined]
            own = self.tree.get("by_day", {})
            object.__setattr__(self, "_by_day", replace(self, tree=laid_over(own, self.tree)) if own else self)
        return self._by_day  # type: ignore[attr-defined]

    def with_tree(self, tree: Mapping[str, Any]) -> Words:
        """The same language with other words."""
        return replace(self, tree=tree)

    def branch(self, key: str) -> Mapping[str, Any]:
        """All words below a key, for a template's ``words.x.y``."""
        found: Any = self.tree
        for part in key.split("."):
            found = found.get(part, {}) if isinstance(found, Mapping) else {}
        return found if isinstance(found, Mapping) else {}

    def message(self, problem: Problem) -> str:
        return self._of_problem(problem, "message")

    def hint(self, problem: Problem) -> str:
        return self._of_problem(problem, "hint")

    def phrase(self, phrase: Phrase) -> str:
        """A phrase with what fills it, in this language."""
        return self.label(phrase.key, **{key: self._said(key, value) for key, value in phrase.args.items()})

    def remedy(self, remedy: Remedy) -> dict[str, Any]:
        """A remedy's words: ``says``, and the lists of its ``changes`` and ``effects``."""
        return {"says": self.phrase(remedy.says), "changes": list(remedy.changes),
                "effects": [self.phrase(effect) for effect in remedy.effects]}

    def _of_problem(self, problem: Problem, part: str) -> str:
        said = {key: self._said(key, value) for key, value in problem.args.items()}
        # A finding may bring its own words (a criterion of the catalogue does); otherwise they are looked up by code.
        if part in problem.args:
            pattern = str(said_in(self.code, problem.args[part]))
        else:
            entry = self.branch("problems").get(problem.code, {})
            pattern = str({**entry, **entry.get("kinds", {}).get(str(problem.args.get("kind")), {})}.get(part, ""))
        sentence = re.sub(" {2,}", " ", _filled(pattern, said).strip())  # where nothing fills a place between two others
        if part == "hint" and problem.args.get("near"):
            sentence = f"{self.label('did_you_mean', near=said['near'])} {sentence}".strip()
        return sentence

    def _said(self, key: str, value: object) -> object:
        """An argument in this language; a fixed word such as ``number`` by the file's ``values``."""
        if isinstance(value, Phrase):
            return self.phrase(value)
        if isinstance(value, list | tuple) and any(isinstance(one, Phrase) for one in value):
            return ", ".join(str(self._said(key, one)) for one in value)
        names = self.branch("values").get(key, {})
        return names.get(value, value) if isinstance(value, str) and names else said_in(self.code, value)
