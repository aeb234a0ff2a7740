"""Hold an author's data against the model, and say every fault at its own place.

pydantic finds the faults; this stage turns each into a `Problem` by the *type* of the error, never by
pydantic's English sentence, and points at the line the author wrote.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from generator.language import LANGUAGE_CODE, Text
from generator.model.values import Described, in_quotes_of_word
from generator.problem import Problem, Severity, did_you_mean
from generator.source import Path_, Source

Kind = TypeVar("Kind", bound=Described)

_CODES = {
    "missing": "TC201",
    "extra_forbidden": "TC202",
    "tc_text_languages": "TC204",
    "tc_text_key": "TC204",
    "tc_text_nested": "TC204",
    "literal_error": "TC206",
    "enum": "TC206",
    "greater_than_equal": "TC207",
    "less_than_equal": "TC207",
    "greater_than": "TC207",
    "less_than": "TC207",
    "tc_clock": "TC208",
    "tc_window": "TC209",
    "tc_day": "TC210",
    "tc_date": "TC211",
    "tc_text_empty": "TC212",
    "tc_name": "TC213",
    "tc_steps_sum": "TC214",
    "tc_least": "TC215",
    "tc_frequency": "TC216",
    "too_short": "TC217",
    "too_long": "TC218",
    "string_too_long": "TC218",
    "string_pattern_mismatch": "TC219",
    "tc_group_size": "TC220",
    "tc_review": "TC221",
    "tc_weeks": "TC222",
    "tc_place_in_day": "TC223",
    "tc_frame_end": "TC224",
    "tc_monday": "TC225",
    "tc_ages": "TC226",
    "tc_phases": "TC227",
    "tc_dates": "TC228",
    "tc_rotation": "TC229",
    "tc_event_when": "TC230",
    "tc_form_item": "TC231",
    "tc_form_rows": "TC232",
    "tc_pins": "TC233",
    "tc_meanwhile": "TC234",
    "tc_text_audience": "TC235",
    "tc_day_type": "TC236",
    "tc_no_days": "TC237",
    "tc_place": "TC238",
    "tc_windows": "TC239",
    "tc_clock_of_place": "TC240",
    "tc_quotes": "TC241",
    "tc_groups_meanwhile": "TC242",
    "tc_chosen": "TC243",
    "tc_around": "TC244",
    "tc_called": "TC245",
}
"""pydantic's error type → our code; what is not listed is a wrong type (TC203)."""

_ABOUT: dict[str, Path_] = {
    "TC227": ("phases",), "TC214": ("minutes",), "TC215": ("least",), "TC225": ("starts",), "TC223": ("frame", 0),
    "TC245": ("residents_called",), "TC240": ("time_zone",)}
"""Faults of a whole mapping → the key in it that the author will want to change."""

_EXPECTED = {
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "string_type": "text",
    "tc_plain": "text",
    "int_type": "number",
    "int_parsing": "number",
    "int_from_float": "number",
    "float_type": "decimal",
    "float_parsing": "decimal",
    "tc_number": "number",
    "bool_type": "yes-no",
    "bool_parsing": "yes-no",
}


def validate(
    source: Source, kind: type[Kind], languages: Iterable[str] = ()
) -> tuple[Kind | None, list[Problem]]:
    """The file as a model, or its faults. ``languages`` are those every text should be written in."""
    if not isinstance(source.data, dict):
        return None, [Problem(source.at(), "TC113")]
    thing: Kind | None = None
    problems: list[Problem] = []
    try:
        thing = kind.model_validate(source.data)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=True)
        # A list whose items are wrong counts as too short for pydantic: an echo of the items' own faults.
        within = [fault["loc"] for fault in faults]
        problems = [
            _problem(source, kind, fault) for fault in faults
            if fault["type"] != "too_short"
            or not any(len(loc) > len(fault["loc"]) and loc[: len(fault["loc"])] == fault["loc"] for loc in within)
        ]
    problems += missing_translations(source, tuple(languages))
    return thing, problems


def faults_at(source: Source, path: Path_, kind: type[Kind], data: dict[str, Any]) -> tuple[Kind | None, list[Problem]]:
    """Something put together from several places as a model, or its faults, told at the ``path`` of the last of them."""
    try:
        return kind.model_validate(data), []
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=True)
        return None, [_problem(source, kind, {**fault, "loc": (*path, *fault["loc"])}) for fault in faults]


def missing_translations(source: Source, languages: tuple[str, ...], known: Iterable[str] = ()) -> list[Problem]:
    """Every text that lacks one of the languages: told, never stopping a build, shown as ``[EN] …`` in outputs.

    ``known`` are further languages by which a text is known as one.
    """
    found: list[Problem] = []
    open_: list[tuple[Path_, Any]] = [((), source.data)]
    wanted, known = set(languages), {*languages, *known}
    while open_:
        path, value = open_.pop()
        if isinstance(value, list):
            open_ += [((*path, i), one) for i, one in enumerate(value)]
        elif isinstance(value, dict):
            if value.keys() == wanted:  # nearly every text: nothing missing, nothing more to look into
                continue
            written = [key for key in value if key in known]
            if written and all(LANGUAGE_CODE.match(str(key)) for key in value):
                found += [
                    Problem(source.at_key(*path), "TC205", {"key": _last_word(path), "language": language},
                            Severity.WARNING)
                    for language in languages
                    if language not in value
                ]
            else:
                open_ += [((*path, str(key)), one) for key, one in value.items()]
    return found


def _last_word(path: Path_) -> str:
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")


def _problem(source: Source, kind: type[BaseModel], fault: Any) -> Problem:
    loc = tuple(part for part in fault["loc"] if not _is_marker(source, part))
    type_ = fault["type"]
    code = "TC241" if in_quotes_of_word(fault["input"]) else _CODES.get(type_, "TC203")
    context = {key: value for key, value in (fault.get("ctx") or {}).items() if key != "error"}
    args: dict[str, Any] = {"key": _last_word(loc), **context}
    if code == "TC201":
        return Problem(source.place(*loc[:-1]), code, args)
    if code == "TC202":
        known, parts = _keys(kind, loc[:-1]), str(loc[-1]).split(".")
        if len(parts) > 1 and parts[0] in known:
            listed = ", ".join(f"“{part}:”" for part in parts)
            return Problem(source.at_key(*loc), code, {**args, "kind": "dotted", "parts": listed})
        return Problem(source.at_key(*loc), code, {**args, "near": did_you_mean(str(loc[-1]), known)})
    if code == "TC206":
        choices = [choice.strip(" '") for choice in str(context.get("expected", "")).replace(" or ", ", ").split(",")]
        args |= {"value": _shown(fault["input"]), "choices": choices, "near": did_you_mean(str(fault["input"]), choices)}
        # A wrong key of a mapping with fixed keys is told by pydantic as a fault of the marker "[key]".
        return Problem(source.at_key(*loc) if fault["loc"][-1] == "[key]" else source.at(*loc), code, args)
    if code == "TC203":
        args |= {"expected": _EXPECTED.get(type_, "text"), "value": _shown(fault["input"])}
        args |= {"kind": "nothing" if fault["input"] is None else args["expected"]}
    if code in ("TC207", "TC217", "TC218", "TC219"):
        args |= {"value": _shown(fault["input"])}
        args["limit"] = next((context[k] for k in ("ge", "le", "gt", "lt", "min_length", "max_length") if k in context), "")
        args["bound"] = "least" if any(k in context for k in ("ge", "gt", "min_length")) else "most"
    if type_ == "tc_text_languages":
        args["kind"] = "no-language"
    if code in ("TC241", "TC219"):
        args |= {"kind": args["key"], "value": str(fault["input"]).strip("“”„‘’")}
    if code in _ABOUT and (*loc, *_ABOUT[code]) in source.values:
        return Problem(source.at(*loc, *_ABOUT[code]), code, args)
    return Problem(source.place(*loc), code, args)


def _is_marker(source: Source, part: object) -> bool:
    """Whether a part of pydantic's path is its own wording (``[key]``), not something the author wrote."""
    return isinstance(part, str) and part.startswith("[")


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list | tuple):
        return "[…]"
    text = "null" if value is None else str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _keys(kind: type[BaseModel], path: Path_) -> list[str]:
    """The keys a mapping at this path may have."""
    here: Any = kind
    for part in path:
        here = _step(here, part)
        if here is None:
            return []
    model = _model_in(here)
    return list(model.model_fields) if model else []


def _step(annotation: Any, part: str | int) -> Any:
    model = _model_in(annotation)
    if model and isinstance(part, str) and part in model.model_fields:
        return model.model_fields[part].annotation
    return next((a for a in get_args(annotation) if a is not type(None) and _model_in(a)), None)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, BaseModel) and not issubclass(annotation, Text) else None
    for inner in get_args(annotation):
        found = _model_in(inner)
        if found:
            return found
    return None
