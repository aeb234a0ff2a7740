"""Jinja environments that escape by themselves: what an author wrote stays text in every output language."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from typing import Any

import jinja2
from markupsafe import Markup, escape

from generator.problem import Fault, Location, Problem
from generator.templates import Templates
from generator.views.blocks import Line

_MARKS = re.compile(r"([\\`*_{}\[\]|~^#])")


class Safe(str):
    """Text that is already in the output language."""


def markdown_text(value: object) -> Safe:
    """Plain text as Markdown that shows exactly it: no markup, no HTML, no attributes, no line of its own."""
    if isinstance(value, Safe):
        return value
    text = " ".join(str(value).split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Safe(_MARKS.sub(_entity, text))


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[1])};"


@lru_cache(maxsize=16)
def environment(templates: Templates, folder: str, *, html: bool) -> jinja2.Environment:
    """An environment over ``templates/<folder>``; HTML autoescapes, Markdown escapes in ``finalize``."""
    loader = jinja2.FileSystemLoader([str(root / folder) for root in templates.folders])
    made = jinja2.Environment(
        loader=loader, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        autoescape=html, keep_trailing_newline=True,
        finalize=None if html else markdown_text,
    )
    made.filters["line"] = _html_line if html else _markdown_line
    return made


def render(environment_: jinja2.Environment, name: str, folder: str, **values: Any) -> str:
    """The filled template; Jinja's own complaints become problems with the template's line."""
    place = f"templates/{folder}/{name}"
    try:
        return environment_.get_template(name).render(**values)
    except jinja2.TemplateNotFound as error:
        raise Fault(Problem(Location(place), "TC601", {"name": error.name or name})) from error
    except jinja2.TemplateSyntaxError as error:
        where = f"templates/{folder}/{error.name or name}"
        raise Fault(Problem(Location(where, error.lineno, 1), "TC603", {"what": error.message or ""})) from error
    except jinja2.UndefinedError as error:
        raise Fault(Problem(Location(place, _line_of(error, name), 1), "TC602", {"what": error.message or ""})) from error


def _line_of(error: BaseException, name: str) -> int:
    trace, found = error.__traceback__, 0
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(name):
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


def _markdown_line(line: Line, page: str = "") -> Safe:
    parts = []
    for run in line:
        text = markdown_text(run.text)
        lead, tail = run.text[:1].isspace(), run.text[-1:].isspace()
        if run.to and page:
            text = Safe(f"[{text}]({target(run.to, page)})")
        if run.bold and text:
            text = Safe(f"**{text}**{{ #{run.anchor} }}" if run.anchor and page else f"**{text}**")
        if run.lang and page and text:
            text = Safe(f'<span lang="{run.lang}">{text}</span>')
        parts.append(f"{' ' if lead else ''}{text}{' ' if tail and run.text.strip() else ''}")
    return Safe("".join(parts).strip())


def target(to: str, page: str) -> str:
    """The relative way from one page of the guide to another: ``../components/meditation.md#plan``."""
    path, hash_, anchor = to.partition("#")
    return _way(path, posixpath.dirname(page)) + hash_ + anchor


@lru_cache(maxsize=16_384)
def _way(path: str, folder: str) -> str:
    return posixpath.relpath(f"/{path}.md", f"/{folder}")


def _html_line(line: Line) -> Markup:
    return Markup("").join(
        Markup("<strong>{}</strong>").format(run.text) if run.bold else escape(run.text) for run in line
    )


