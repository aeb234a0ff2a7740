"""Explain a problem code, or where each value of a component in a programme comes from."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Text, Words
from generator.model.adjustment import Adjustment
from generator.model.component import Review
from generator.model.design import Catalogue, Design
from generator.model.values import clock, plain_data
from generator.problem import did_you_mean


@dataclass(frozen=True)
class Explanation:
    text: str
    found: bool = True


def explain_code(code: str, catalogue: Catalogue, words: Words) -> Explanation:
    """The manual page of a code, ``TC526``, or of a criterion by number, ``C26``: what it asks, why, and what is looked at."""
    if not code.startswith("TC"):
        code = f"TC5{int(code[1:]):02d}"
    number = int(code[2:])
    name = f"c{number - 500:02d}" if 500 < number < 590 else ""
    criterion = catalogue.standards.get(name)
    if criterion:
        language = words.code
        return Explanation("\n\n".join([
            f"{code} · {name.upper()} ({words.label(f'explain.{criterion.severity}')})",
            criterion.statement.to(language), f"{words.label('explain.why')} {criterion.why.to(language)}",
            *([f"{words.label('explain.question')} {criterion.question.to(language)}"] if criterion.question else []),
            f"{words.label('explain.remedy')} {criterion.remedy.to(language)}",
            *([words.label("explain.answers", name=name)] if criterion.answerable or criterion.judged_by == "house" else []),
            f"{words.label('explain.from')} {', '.join(criterion.derived_from)}"
            + (f" · {words.label('explain.house_default')}" if criterion.house_default else ""),
            f"{words.label('explain.judged_by')}\n{words.label(f'explain.judges.{criterion.predicate}')}",
        ]))
    entry = words.branch("problems").get(code)
    if not entry:
        known = [*words.branch("problems"), *(f"TC5{int(n[1:]):02d}" for n in catalogue.standards)]
        near = did_you_mean(code, known)
        return Explanation(words.label("explain.unknown", code=code, near=near or "TC101"), False)
    parts = [f"{code}: {_open(entry['message'])}", f"→ {_open(entry['hint'])}"]
    kinds = ({**entry, **kind} for kind in entry.get("kinds", {}).values())
    parts += dict.fromkeys(f"{_open(kind['message'])}\n→ {_open(kind['hint'])}" for kind in kinds)
    return Explanation("\n\n".join(parts))


def _open(text: str) -> str:
    """A message's pattern for people: its placeholders as ‹words›."""
    opened = text.replace("{{", "\0").replace("}}", "\1").replace("{", "‹").replace("}", "›")
    return opened.replace("\0", "{").replace("\1", "}")


LONGEST = 72
"""Letters of a value that are shown."""


def explain_component(design: Design, name: str | None, words: Words) -> Explanation:
    """Each field of a component as the programme runs it, with the file and line it comes from."""
    if name is None:
        rows = [f"  {n:<28} {p.component.title.to(words.code)}" for n, p in design.components.items()]
        return Explanation("\n".join([words.label("explain.components", name=design.name), *rows]))
    if name in design.left_out:
        return Explanation(words.label("explain.left_out", name=name, reason=design.left_out[name]))
    planned = design.components.get(name)
    if planned is None:
        near = did_you_mean(name, design.components) or next(iter(design.components), "")
        return Explanation(words.label("explain.no_component", name=name, near=near), False)
    lines = [f"{planned.component.title.to(words.code)} ({name})"]
    fields = {**dict.fromkeys(type(planned.component).model_fields), **dict.fromkeys(Adjustment.model_fields)}
    for field in fields:
        value = getattr(planned.component, field, None)
        if field == "minutes":
            value = planned.minutes
        elif not hasattr(planned.component, field):
            value = getattr(planned.settings, field)
        if value in (None, (), {}) or value == Review() or field not in planned.origins:
            continue
        source = design.catalogue.sources["components", name]
        written = field in planned.settings.model_fields_set or (field,) in source.values or (
            source.under is not None and (field,) in source.under.values)
        shown = "-".join(map(clock, value)) if field == "window" else \
            ", ".join(f"{day}: {clock(at)}" for day, at in value.items()) if field == "at" else _short(value, words)
        lines.append(f"  {field:<16} {shown:<54} {planned.origins[field] if written else words.label('explain.default')}")
    return Explanation("\n".join(lines))


def _short(value: object, words: Words) -> str:
    if isinstance(value, Text):
        shown = value.to(words.code)
    elif isinstance(value, tuple) and value and not isinstance(value[0], str | int):
        shown = f"[{len(value)}]"
    elif hasattr(value, "model_dump"):
        data = {k: v for k, v in plain_data(value).items() if v not in (None, [], {}, False)}
        shown = ", ".join(f"{k}: {_flat(v)}" for k, v in data.items() if _flat(v)) or f"[{len(data)}]"
    elif isinstance(value, dict):
        shown = ", ".join(f"{k}: {v}" for k, v in value.items() if isinstance(v, str | int)) or f"[{len(value)}]"
    elif isinstance(value, tuple):
        shown = ", ".join(map(str, value))
    else:
        shown = str(value).lower() if isinstance(value, bool) else str(value)
    return shown if len(shown) <= LONGEST else shown[:LONGEST - 1] + "…"


def _flat(value: object) -> str:
    """A value on one line; nothing for what has parts of its own."""
    if isinstance(value, list):
        return " / ".join(map(str, value)) if all(isinstance(one, str | int) for one in value) else ""
    return "" if isinstance(value, dict) else str(value)
