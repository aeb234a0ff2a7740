"""The files of the search in one language's tree: index, box and the words it speaks."""

from __future__ import annotations

import json
from collections.abc import Mapping

from generator.language import Words
from generator.model.design import Catalogue
from generator.search.entries import WEIGHTS
from generator.search.index import index_file
from generator.search.pages_read import read_page

BOX, INDEX = "assets/search.js", "assets/search-index.js"
_SAID = ("name", "open", "close", "placeholder", "results", "loading", "failed", "one", "many", "meant", "none", "none_hint",
         "asking", "now", "keys")
_WAYS = ("safety", "components/index", "forms/index", "glossary", "index")
"""Where somebody goes who asked or found nothing, as far as the guide has it."""


def search_assets(tree: Mapping[str, bytes], catalogue: Catalogue, words: Words) -> dict[str, bytes]:
    """What the search adds to a finished tree; nothing to a tree without its script."""
    if BOX not in tree:
        return {}
    said: dict[str, object] = {key: words.label(f"search.{key}") for key in _SAID}
    said |= {f"kind-{kind}": words.label(f"search.kinds.{kind}") for kind in WEIGHTS}
    there = {page: tree[f"{page}.md"] for page in _WAYS if f"{page}.md" in tree}
    said["ways"] = [[f"{page}.html", read_page(page, content.decode()).title] for page, content in there.items()]
    spoken = json.dumps(said, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return {BOX: f"window.tcSearchWords={spoken};\n".encode() + tree[BOX], INDEX: index_file(tree, catalogue, words)}
