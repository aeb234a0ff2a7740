"""Less to send: styles that no page uses, comments and spaces go, so that a page opens on a slow line.

A theme brings styles for everything it can do. A rule stays only if every class and colour it names stands in a page or a
script of this site; so nothing has to be listed by hand, and a new part of a page brings its styles with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

_CLASSES = re.compile(r'class="([^"]*)"')  # beginning with plain letters, these two are found ten times as fast
_COLOURS = re.compile(r'data-md-color-[a-z]+="([^"]*)"')
_NAMES = re.compile(r"[A-Za-z_][\w-]*")
_CLASS = re.compile(r"\.((?:\\.|[\w-])+)")
_COLOUR = re.compile(r"\[data-md-color-[a-z]+=\"?([\w-]+)\"?\]")
_NOT = re.compile(r":not\([^()]*\)")
_PROPERTY = re.compile(r"(--[\w-]+)")
_PRE = re.compile(r"(<(?:pre|textarea)\b.*?</(?:pre|textarea)>)", re.DOTALL)
_SPACE = ((re.compile(r"\n\s*\n"), "\n"), (re.compile(r"\n[ \t]+(?=<)"), "\n"))


class Used:
    """The names that pages and scripts of a site use."""

    def __init__(self, pages: Iterable[str], scripts: Iterable[str]) -> None:
        lists: set[str] = set()
        self.colours: set[str] = set()
        self.properties: set[str] = set()
        for text in pages:
            lists.update(_CLASSES.findall(text))
            self.colours.update(_COLOURS.findall(text))
            self.properties.update(_PROPERTY.findall(text))
        self.names = {name for classes in lists for name in classes.split()}
        for text in scripts:
            self.names.update(_NAMES.findall(text))
            self.properties.update(_PROPERTY.findall(text))

    def selector(self, text: str) -> bool:
        """Whether something on a page may match this selector; what it must *not* be does not count."""
        asked = _NOT.sub("", text)
        return all(name.replace("\\", "") in self.names for name in _CLASS.findall(asked)) and all(
            colour in self.colours for colour in _COLOUR.findall(asked))


def styles(sheets: dict[str, str], used: Used) -> dict[str, str]:
    """The sheets of a site with what its pages use: rules first, then the properties that no rule left reads."""
    import tinycss2

    # Every language has the same sheets.
    slimmed = {text: "".join(_rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), used))
               for text in set(sheets.values())}
    slim = {name: slimmed[text] for name, text in sheets.items()}
    read = used.properties | {name for text in slim.values() for name in re.findall(r"var\(\s*(--[\w-]+)", text)}
    unread = {name for text in slim.values() for name in re.findall(r"[{;](--[\w-]+):", text)} - read
    return {name: _without(text, unread) for name, text in slim.items()}


def _rules(rules: Iterable[Any], used: Used) -> Iterator[str]:
    import tinycss2

    for rule in rules:
        if rule.type == "qualified-rule":
            kept = [one for one in _parts(_tight(rule.prelude)) if used.selector(one)]
            if kept:
                yield ",".join(kept) + "{" + _tight(rule.content).removesuffix(";") + "}"
        elif rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in ("media", "supports"):
            inner = "".join(_rules(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), used))
            if inner:
                yield f"@{rule.at_keyword} {_tight(rule.prelude)}" + "{" + inner + "}"
        elif rule.type not in ("comment", "whitespace"):
            yield rule.serialize()


def _tight(tokens: Iterable[Any]) -> str:
    """Tokens as text with single spaces, and none beside what separates declarations."""
    import tinycss2

    found: list[Any] = []
    for token in tokens:
        if token.type == "comment":
            continue
        if token.type == "whitespace":
            token.value = " "
            if found and (found[-1].type == "whitespace" or found[-1] == ";"):
                continue
        elif token == ";" and found and found[-1].type == "whitespace":
            found.pop()
        found.append(token)
    return str(tinycss2.serialize(found)).strip()


def _parts(selectors: str) -> Iterator[str]:
    """A list of selectors, one by one; a comma in brackets divides none."""
    depth, start = 0, 0
    for at, letter in enumerate(selectors):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and not depth:
            yield selectors[start:at].strip()
            start = at + 1
    yield selectors[start:].strip()


def _without(text: str, properties: set[str]) -> str:
    """A tight sheet without these declarations; values in brackets and quotes may hold semicolons."""
    if not properties:
        return text
    names = "|".join(re.escape(name) for name in sorted(properties, key=len, reverse=True))
    value = r"""(?:[^;{}"'()]|"[^"]*"|'[^']*'|\((?:[^()"']|"[^"]*"|'[^']*'|\([^()]*\))*\))*"""
    return re.sub(rf"(?<=[{{;])(?:{names}):{value}(?:;|(?=\}}))", "", text)


def script(text: str) -> str:
    import rjsmin

    return str(rjsmin.jsmin(text))


def page(text: str) -> str:
    """A page without the empty lines and indents of its templates; what is preformatted stays."""
    parts = _PRE.split(text)
    for number in range(0, len(parts), 2):
        for pattern, instead in _SPACE:
            parts[number] = pattern.sub(instead, parts[number])
    return "".join(parts)
