"""The page of every key that ``programme.yaml`` may have, written from the models and from the files that use them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from inspect import getdoc
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from generator.language import Text
from generator.model.adjustment import Audience, Pins
from generator.model.colour import Colour
from generator.model.component import Component
from generator.model.house import Dates
from generator.model.programme import REQUIRED, Ages, Programme
from generator.model.values import Clock, Date, Name, Plain, Weekdays, WeekdaysIfAny, Weeks, Window
from generator.schema import meanings_of

FORMS: tuple[tuple[Any, str, str], ...] = (
    (Clock, "time", "`07:45`; `24:00` is the end of the day"),
    (Window, "window", "`13:00-16:30`, the earlier first"),
    (Weekdays, "days", "`mon-fri`, `sat` or `[mon, wed-fri]`; days are `mon`, `tue`, `wed`, `thu`, `fri`, `sat` and `sun`"),
    (WeekdaysIfAny, "days", ""),
    (Date, "date", "`2027-04-05`: year, month, day"),
    (Dates, "dates", "`2027-04-05`, or the first and the last, `[2027-03-08, 2027-03-20]`"),
    (Weeks, "weeks", "`5-12`, or one week, `5`; counted from the week of `starts`"),
    (Ages, "ages", "`[18, 60]`"),
    (Pins, "times", "`07:45`, or by weekday `{mon: 07:45, sat: 09:00}`"),
    (Audience, "groups", "`each`, `all`, or `[women, [younger, older]]`, where the inner list holds it together"),
    (Colour, "colour", "`\"#0b5d57\"`, in quotes"),
    (Name, "name", "small letters, digits and hyphens: `group-room`"),
    (Text, "texts", "once in each language: `{id: Angkatan 1, en: Cohort 1}`; a text with a comma in braces needs quotes"),
    (Plain, "text", "one line, the same in every language"),
)
LONGEST = 72
"""Letters of an example."""
LARGEST = 10_000
"""The most of any number: no limit that an author meets."""
Found = dict[tuple[type[BaseModel], str], list[Any]]
"""Model and key → the YAML nodes that files have there."""


def keys_page(programmes: list[Path], pages: list[Path], components: list[Path]) -> str:
    """The page. Examples come from the programmes, from the YAML that the pages show, and from the catalogue's components."""
    examples: Found = defaultdict(list)
    for path in programmes:
        _collect(Programme, _composed(path.read_text(encoding="utf-8")), examples)
    for path in pages:
        for block in re.findall(r"```yaml\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL):
            _collect(Programme, _composed(block), examples)
    for path in components:
        _collect(Component, _composed(path.read_text(encoding="utf-8")), examples)
    head = ["| Key | What it says | Form | If not written | Example |", "|---|---|---|---|---|"]
    parts = ["# programme.yaml, key by key", "", "Every key a programme's file may have: what it says, how it is written, what "
             "holds where it is not written, and an example.", "Written from the program itself, so nothing is missing; your "
             "editor shows the same while you type if the file's first line names the schema.",
             "How to begin: [the manager's page](../start/manager.md). `NAME` is a name that you choose, `[]` an entry of a "
             "list.", "", "## How values are written", "", "| Form | Written |", "|---|---|",
             *(f"| {form} | {_cell(written)} |" for _, form, written in FORMS if written), ""]
    for model, places in sections().items():
        also = ", ".join(f"`{place}`" for place in dict.fromkeys(places[1:]))
        parts += [f"## {_heading(places)}", "", *([f"The same keys in {also}.", ""] if also else []),
                  _sentences(getdoc(model) or ""), "", *head]
        parts += [_row(model, key, field, _examples_of(model, key, field, examples))
                  for key, field in model.model_fields.items()]
        parts.append("")
    return "\n".join(parts)


@cache
def sections() -> dict[type[BaseModel], list[str]]:
    """Every model within a programme, with the places it stands at, in the order of the file."""
    found: dict[type[BaseModel], list[str]] = {}

    def visit(model: type[BaseModel], place: str) -> None:
        first = model not in found
        found.setdefault(model, []).append(place)
        for key, hint in _hints(model).items() if first else ():
            for inner, where in _models_in(hint, f"{place}.{key}".lstrip(".")):
                visit(inner, where)

    visit(Programme, "")
    return found


@cache
def _hints(model: type[BaseModel]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {key: hints[key] for key in model.model_fields}


def _models_in(hint: Any, place: str) -> Iterator[tuple[type[BaseModel], str]]:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint, place
        return
    ending = {dict: ".NAME", tuple: "[]"}.get(get_origin(hint), "")
    for inner in get_args(hint):
        yield from _models_in(inner, place + ending)


def _heading(places: list[str]) -> str:
    return f"`{places[0]}`" if places[0] else "The whole file"


def _row(model: type[BaseModel], key: str, field: FieldInfo, examples: list[Any]) -> str:
    hint = _hints(model)[key]
    example = _shortest(examples)
    return "| " + " | ".join((f"`{key}`", _cell(_sentences(meanings_of(model).get(key, ""))), _cell(_form(hint)),
                              _cell(_default(model, key, field)), f"`{_cell(f'{key}: {example}')}`" if example else "")) + " |"


def _examples_of(model: type[BaseModel], key: str, field: FieldInfo, examples: Found) -> list[Any]:
    """How files write a key; else the model's own example; else how they write a key of the same name and form elsewhere."""
    form = _form(_hints(model)[key])
    return examples.get((model, key)) or [_as_written(one) for one in field.examples or ()] or [
        one for (other, name), found in examples.items() if name == key and _form(_hints(other)[name]) == form for one in found]


def _as_written(value: Any) -> Any:
    return _plainly(_composed(yaml.safe_dump(value, sort_keys=False)))


def _plainly(node: Any) -> Any:
    """Without the quotes that YAML wants and tcguide does not."""
    if isinstance(node, yaml.SequenceNode):
        return yaml.SequenceNode(node.tag, [_plainly(one) for one in node.value])
    if isinstance(node, yaml.MappingNode):
        return yaml.MappingNode(node.tag, [(key, _plainly(value)) for key, value in node.value])
    return yaml.ScalarNode(node.tag, node.value)


PLURALS = {"window": "windows", "name": "names", "a word as in the example": "words as in the example"}


def _form(hint: Any) -> str:
    for known, form, _ in FORMS:
        if hint == known:
            return form
    origin, inner = get_origin(hint), [one for one in get_args(hint) if one is not NoneType]
    if origin in (Union, UnionType):
        whole = Union[tuple(inner)]  # noqa: UP007 - of a list
        if whole != hint:
            return _form(whole)
        return " or ".join(map(_form, inner))
    if origin is Literal:
        return ", ".join(f"`{one}`" for one in inner)
    if origin is tuple:
        one = _form(inner[0])
        return f"list of {PLURALS.get(one, one)}"
    if origin is dict:
        return f"entries by name: {_form(inner[1])}"
    if origin is Annotated:
        limits = {name: getattr(rule, name) for part in inner[1:] for rule in getattr(part, "metadata", ())
                  for name in ("ge", "le") if hasattr(rule, name)}
        between = "" if len(limits) < 2 else f" from {limits['ge']}" if limits["le"] == LARGEST else \
            f" {limits['ge']} to {limits['le']}"
        return "a word as in the example" if inner[0] is str else _form(inner[0]) + between
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        place = sections()[hint]
        return f"[keys](#{re.sub(r'[^a-z0-9_ -]', '', _heading(place).lower()).replace(' ', '-')})"
    return {bool: "`true`, `false`", int: "number", float: "decimal number"}[hint]


def _default(model: type[BaseModel], key: str, field: FieldInfo) -> str:
    if field.is_required():
        return "must be written"
    if model is Programme and key in REQUIRED:
        return "must be written, here or in the pattern"
    value = field.default
    if value is PydanticUndefined or value is None or isinstance(value, tuple | dict | BaseModel | Text):
        return ""
    return f"`{str(value).lower()}`"


def _shortest(examples: list[Any]) -> str:
    """The first that is short; else the beginning of the shortest."""
    if not examples:
        return ""
    written = _on_one_line(next((one for one in examples if _length(one) <= LONGEST), min(examples, key=_length)))
    return written if len(written) <= LONGEST else f"{written[:LONGEST]}…"


def _length(node: Any) -> int:
    """Letters of a node as the file has it."""
    return node.end_mark.index - node.start_mark.index if node.end_mark else 0


def _sentences(text: str) -> str:
    return " ".join(text.replace("``", "`").split())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _composed(text: str) -> Any:
    return yaml.compose(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def _collect(hint: Any, node: Any, examples: Found) -> None:
    """Note under each key of each model how a file writes it."""
    if isinstance(hint, type) and issubclass(hint, BaseModel) and isinstance(node, yaml.MappingNode):
        hints = _hints(hint)
        for name, value in node.value:
            if name.value in hints:
                if value.value != "null" and (_length(value) <= LONGEST or not [*_models_in(hints[name.value], "")]):
                    examples[hint, name.value].append(value)
                _collect(hints[name.value], value, examples)
        return
    inner = get_args(hint)
    if get_origin(hint) is dict and isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            _collect(inner[1], value, examples)
    elif get_origin(hint) is tuple and isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _collect(inner[0], value, examples)
    elif get_origin(hint) in (Union, UnionType, Annotated):
        for one in inner:
            _collect(one, node, examples)


def _on_one_line(node: Any) -> str:
    written = yaml.serialize(_flow(node), Dumper=yaml.BaseDumper, width=100_000, allow_unicode=True)
    return str(written).removesuffix("\n...\n").strip()


def _flow(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return yaml.MappingNode(node.tag, [(_flow(key), _flow(value)) for key, value in node.value], flow_style=True)
    if isinstance(node, yaml.SequenceNode):
        return yaml.SequenceNode(node.tag, [_flow(value) for value in node.value], flow_style=True)
    return node
