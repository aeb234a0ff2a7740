"""The guide's table of contents."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence

from generator.gather import House
from generator.language import Words


def navigation(tree: Mapping[str, bytes], words: Words, house: House) -> list[dict[str, object]]:
    """The guide's table of contents: start here, understand, design, safety, people, components, programmes, look up."""

    def existing(*names: str) -> list[str]:
        return [name for name in names if name in tree]

    def below(folder: str, order: Sequence[str]) -> list[str]:
        return existing(*(f"{folder}/{name}.md" for name in order))

    programmes = [
        {title_of(tree[f"programmes/{name}/index.md"]): [
            f"programmes/{name}/index.md", *existing(f"programmes/{name}/minutes.md"),
            *sorted(n for n in tree if n.startswith(f"programmes/{name}/week-"))]}
        for name in sorted(house.designs) if f"programmes/{name}/index.md" in tree
    ]
    catalogue = house.catalogue
    components: list[object] = ["components/index.md", *existing("find.md")]
    for pillar, entry in catalogue.pillars.items():
        found = below("components", [n for n, c in catalogue.components.items() if c.pillar == pillar])
        if found:
            components.append({html.escape(entry.title.to(words.code)): found})
    components += [{words.label("guide.pillars"): below("pillars", list(catalogue.pillars))},
                   {words.label("guide.phases"): below("phases", list(catalogue.phases))}]
    label = words.label
    look_up: list[object] = [*existing(
        "views.md", "criteria.md", "roles.md", "law.md", "glossary.md", "references.md", "requirements.md", "read-and-quote.md",
        "about.md", "changes.md", "offline.md")]
    forms = below("forms", ["index", *catalogue.forms])
    if forms:
        look_up.insert(0, {title_of(tree[forms[0]]): forms})
    sections: list[tuple[str, list[object]]] = [
        ("start", list(_in_order(tree, "start"))),
        ("understand", list(_in_order(tree, "understand"))),
        ("design", list(_in_order(tree, "design"))),
        ("safety", [*existing("safety.md", "red-list.md"), *_in_order(tree, "safe")]),
        ("people", [*_in_order(tree, "people"), *_in_order(tree, "after")]),
        ("components", components),
        ("programmes", [*existing("programmes/index.md"), *programmes]),
        ("more", look_up),
    ]
    nav: list[dict[str, object]] = [{label("guide.home"): "index.md"}] if "index.md" in tree else []
    return nav + [{label(f"guide.{key}"): items} for key, items in sections if items]


_ORDER = re.compile(rb"\A---\n(?:.*\n)*?order: *([0-9]+) *\n(?:.*\n)*?---\n")


def _in_order(tree: Mapping[str, bytes], folder: str) -> list[str]:
    """The hand-written pages of a folder, by the ``order`` in their front matter."""

    def place(name: str) -> tuple[int, str]:
        found = _ORDER.match(tree[name])
        return int(found[1]) if found else 50, name

    return sorted((name for name in tree if name.startswith(f"{folder}/") and name.endswith(".md")), key=place)


def title_of(content: bytes) -> str:
    """A page's heading for the navigation, HTML-safe: the theme prints what stands there as it is."""
    heading = next((line for line in content.decode().split("\n") if line.startswith("# ")), "# ?")
    return html.escape(html.unescape(heading[2:]).strip())
