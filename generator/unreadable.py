"""What went wrong in a file that YAML cannot read, in terms of what its author did."""

from __future__ import annotations

import yaml

from generator.problem import Location

_BLANK = " \t\N{NO-BREAK SPACE}"


def mistake(error: yaml.MarkedYAMLError, text: str) -> str:
    """YAML's own complaint sorted into one of the few mistakes people make, as the language files name it under TC104."""
    said = f"{error.problem or ''} {error.context or ''}"
    kinds = (
        ("mapping values are not allowed", "colon"),
        ("could not find expected ':'", "no-colon"),
        ("found unexpected end of stream", "open-quote"),
        ("found unknown escape", "escape"),
        ("did not find expected ',' or ']'", "open-bracket"),
        ("did not find expected ',' or '}'", "open-bracket"),
        ("did not find expected key", "indent"),
        ("did not find expected '-' indicator", "indent"),
        ("block sequence entries are not allowed", "indent"),
        ("found character that cannot start any token", "start"),
        ("found undefined tag handle", "start"),
    )
    kind = next((kind for words, kind in kinds if words in said), "other")
    before, _ = _around(error.problem_mark, text)
    if kind in ("indent", "open-bracket") and before.rstrip().endswith(("'", '"')):
        return "quote-inside"  # 'Al-Qur'an': the text goes on behind what closes the quotes
    if kind == "colon" and ": " not in before:
        return "deeper"  # the only colon of its line: it stands below a value that is complete
    if kind == "open-bracket" and " #" in _around(error.context_mark, text)[1]:
        return "hash"
    return kind


def _around(mark: yaml.Mark | None, text: str) -> tuple[str, str]:
    """The line of a mark, before and from it on."""
    lines = text.split("\n")
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    return (line[: mark.column], line[mark.column :]) if mark else ("", "")


def tab_in_indent(text: str) -> Location | None:
    """The first tab before a line's first word; a no-break space, which Word and web pages bring along, counts as one."""
    for number, line in enumerate(text.split("\n"), 1):
        spaces = line[: len(line) - len(line.lstrip(_BLANK))]
        wrong = spaces.strip(" ")
        if wrong and line.strip() and not line.lstrip().startswith("#"):
            return Location("", number, spaces.index(wrong[0]) + 1)
    return None
