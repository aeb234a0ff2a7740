"""Read the authors' YAML files: plain data, and the place of every key and value.

The first of the three doors to the outside. Nothing here knows what a component is.
Scalars follow tcguide's own short rules, because YAML 1.1 reads ``05:30`` as 330 and ``no`` as false:
only ``true``/``false``, whole numbers, decimal numbers and ``null`` are special; everything else is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

import yaml

from generator.problem import Location, Problem
from generator.source import Path_, Source
from generator.unreadable import mistake, tab_in_indent

try:  # the C reader is some thirty times faster; the plain one serves where no compiled wheel exists
    from yaml.cyaml import CParser as _Parser
except ImportError:  # pragma: no cover
    _Parser = None

LARGEST_FILE = 1_000_000
"""Bytes; no description of a programme comes near it."""

DEEPEST = 30
"""Levels of nesting; the deepest real file has eight."""

_WHOLE = re.compile(r"^-?(0|[1-9][0-9]{0,14})$")
_DECIMAL = re.compile(r"^-?[0-9]{1,15}\.[0-9]{1,15}$")
_SPECIAL = {"true": True, "false": False, "null": None, "~": None, "": None}
_STAR = re.compile(r"(?:^\s*|[:\-{,\[]\s+)([*&][^\s,\]}]+)")
"""A value that begins like an alias or anchor: most often Markdown's ``*bold*`` without quotes."""

_TEXT_TAG = "tag:yaml.org,2002:str"
_OPENS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSES = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def load(path: Path, shown_as: str | None = None) -> tuple[Source | None, list[Problem]]:
    """Read one file. ``shown_as`` is the name that problems print."""
    file = shown_as or str(path)
    content, problems = raw(path, file)
    return (None, problems) if content is None else read(content, file)


def raw(path: Path, file: str) -> tuple[bytes | None, list[Problem]]:
    """The bytes of a file, or why there are none."""
    try:
        if not path.is_file():
            return None, [Problem(Location(file), "TC101", {"why": "missing"})]
        if path.stat().st_size > LARGEST_FILE:
            return None, [Problem(Location(file), "TC103", {"size": path.stat().st_size, "limit": LARGEST_FILE})]
        return path.read_bytes(), []
    except OSError as error:
        return None, [Problem(Location(file), "TC101", {"why": error.strerror or str(error)})]


def as_text(content: bytes) -> str:
    """The text of a file, its line ends made alike. Raises ``UnicodeDecodeError``."""
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def read(content: bytes, file: str) -> tuple[Source | None, list[Problem]]:
    """Turn the bytes of a file into data with places."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None, [Problem(Location(file, 1, 1), "TC102", {"byte": "UTF-16"})]
    try:
        text = as_text(content)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace").replace("\r\n", "\n")
        line = before.count("\n") + 1
        return None, [Problem(Location(file, line, len(before) - before.rfind("\n")), "TC102",
                              {"byte": f"0x{content[error.start]:02X}"})]
    tab = tab_in_indent(text)
    problems: list[Problem] = []
    try:
        source, problems = _build(text, file)
    except yaml.reader.ReaderError as error:
        before = text[: error.position] if isinstance(error.position, int) else ""
        line = before.count("\n") + 1
        return None, [Problem(Location(file, line, len(before) - before.rfind("\n")), "TC109",
                              {"character": _character(error.character)})]
    except yaml.MarkedYAMLError as error:
        kind = {"kind": mistake(error, text)}
        opens = kind["kind"] in ("open-quote", "open-bracket", "no-colon", "hash")  # the author looks for where it began
        mark = (error.context_mark if opens else None) or error.problem_mark or error.context_mark
        place = Location(file, mark.line + 1, mark.column + 1) if mark else Location(file, 1, 1)
        star = _STAR.search(text.split("\n")[place.line - 1]) if place.line <= text.count("\n") + 1 else None
        if star:
            return None, [Problem(Location(file, place.line, star.start(1) + 1), "TC107", {"name": star[1]})]
        if tab and tab.line <= max(place.line, 1):
            return None, [Problem(Location(file, tab.line, tab.column), "TC105")]
        return None, [Problem(place, "TC104", kind)]
    if tab and source is None and not problems:
        return None, [Problem(Location(file, tab.line, tab.column), "TC105")]
    return source, problems


def _character(value: object) -> str:
    return f"U+{value:04X}" if isinstance(value, int) else f"U+{ord(str(value)[0]):04X}" if value else "?"


def _events(text: str) -> Iterator[Any]:
    parser = _Parser(text) if _Parser else yaml.Loader(text)
    try:
        event = parser.get_event()
        while event is not None:
            yield event
            event = parser.get_event()
    finally:
        parser.dispose()


def _build(text: str, file: str) -> tuple[Source | None, list[Problem]]:
    """Walk YAML's events with an own stack: no recursion, no aliases, no surprises in types."""
    problems: list[Problem] = []
    keys: dict[Path_, tuple[int, int]] = {}
    values: dict[Path_, tuple[int, int]] = {}
    stack: list[tuple[Any, Path_]] = []
    pending: list[str | None] = []  # per open mapping: the key waiting for its value
    root: list[Any] = []
    skipping = 0  # depth inside something already reported
    documents = 0

    def place(event: Any) -> tuple[int, int]:
        return event.start_mark.line + 1, event.start_mark.column + 1

    def report(event: Any, code: str, **args: object) -> None:
        problems.append(Problem(Location(file, *place(event)), code, args))

    def put(event: Any, value: Any) -> Path_ | None:
        """Place a value in the open container and answer its path."""
        if not stack:
            root.append(value)
            values[()] = place(event)
            return ()
        container, path = stack[-1]
        if isinstance(container, list):
            here = (*path, len(container))
            container.append(value)
            values[here] = place(event)
            return here
        key = pending[-1]
        pending[-1] = None
        if key is None:
            return None
        container[key] = value
        here = (*path, key)
        values[here] = place(event)
        return here

    for event in _events(text):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents == 2:
                report(event, "TC112")
                break
            continue
        if skipping:
            if isinstance(event, _OPENS):
                skipping += 1
            elif isinstance(event, _CLOSES):
                skipping -= 1
            continue
        if isinstance(event, yaml.AliasEvent):
            report(event, "TC107", name=event.anchor)
            expects_key = stack and isinstance(stack[-1][0], dict) and pending[-1] is None
            if expects_key:
                pending[-1] = f"*{event.anchor}"
            else:
                put(event, None)
            continue
        if getattr(event, "anchor", None):
            report(event, "TC107", name=event.anchor)
        tag = getattr(event, "tag", None)
        if tag and tag not in ("!", _TEXT_TAG):
            report(event, "TC108", tag=tag)
        if isinstance(event, _OPENS):
            if stack and isinstance(stack[-1][0], dict) and pending[-1] is None:
                report(event, "TC114")
                skipping = 1
                pending[-1] = "?"
                continue
            if len(stack) >= DEEPEST:
                report(event, "TC110", limit=DEEPEST)
                break
            container: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            path = put(event, container)
            stack.append((container, path or ()))
            pending.append(None)
        elif isinstance(event, _CLOSES):
            stack.pop()
            pending.pop()
        elif isinstance(event, yaml.ScalarEvent):
            if stack and isinstance(stack[-1][0], dict) and pending[-1] is None:
                container, path = stack[-1]
                key = event.value
                if key in container:
                    first = keys[(*path, key)]
                    report(event, "TC106", key=key, line=first[0])
                    key = f"{key}\0{len(container)}"  # keep its value apart so that its own faults do not mask the first
                else:
                    keys[(*path, key)] = place(event)
                pending[-1] = key
            else:
                put(event, _scalar(event))
    if not root or root[0] is None:
        return None, problems or [Problem(Location(file, 1, 1), "TC111")]
    if problems:
        return None, problems
    return Source(file, root[0], keys, values, text), []


def _scalar(event: Any) -> str | int | float | bool | None:
    value: str = event.value
    if not event.implicit[0] or event.tag == _TEXT_TAG:  # quoted, folded or tagged as text
        return value
    if value in _SPECIAL:
        return _SPECIAL[value]
    if _WHOLE.match(value):
        return int(value)
    if _DECIMAL.match(value):
        return float(value)
    return value


class _AsWritten(yaml.SafeDumper):
    """Blocks as in the files that authors write: lists indented, those of plain values on one line."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}

    def ignore_aliases(self, data: object) -> bool:
        """What stands twice is written twice: ``read`` takes no “&” and “*”."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> yaml.SequenceNode:
        node = super().represent_sequence(tag, sequence, flow_style)
        node.flow_style = all(isinstance(item, yaml.ScalarNode) for item in node.value)
        return node


for _kind, _pattern, _first in (
    ("int", _WHOLE, [*"-0123456789"]), ("float", _DECIMAL, [*"-0123456789"]),
    ("bool", re.compile("^(true|false)$"), ["t", "f"]), ("null", re.compile("^(null|~|)$"), ["n", "~", ""]),
):
    _AsWritten.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", _pattern, _first)


def as_written(data: Mapping[str, Any]) -> str:
    """Plain data as an author would write it: what ``read`` reads back as the same, with quotes only where it needs them."""
    return str(yaml.dump(dict(data), Dumper=_AsWritten, width=100_000, sort_keys=False, allow_unicode=True)).strip()


def files(folder: Path) -> list[Path]:
    """Every YAML file below a folder, in the order of their names."""
    return sorted(path for pattern in ("*.yaml", "*.yml") for path in folder.rglob(pattern))
