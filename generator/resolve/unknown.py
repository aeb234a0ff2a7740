"""A name that names nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.language import Text
from generator.problem import Location, Problem, did_you_mean


def unknown_name(place: Location, kind: str, name: str, known: Iterable[str]) -> Problem:
    """A name nobody knows, with the nearest known one: by its name, or by its title in any language (*perawat*: nurse)."""
    words = name.replace("-", " ").casefold()
    titles = {said.casefold(): key for key, thing in (known.items() if isinstance(known, Mapping) else ())
              if isinstance(title := getattr(thing, "title", None), Text) for _, said in title}
    near = titles.get(words) or did_you_mean(name, known) or titles.get(did_you_mean(words, titles), "")
    return Problem(place, "TC301", {"name": name, "kind": kind, "near": near, "choices": sorted(known)})
