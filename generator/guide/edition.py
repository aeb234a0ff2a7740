"""The edition of the guide: the topmost heading of its page of changes, told at the end of every page.

No clock says it: two guides made from the same files are the same edition. A house that writes a page of changes of its own
has editions of its own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from generator.language import Words

CHANGES, OFFLINE = "changes.md", "offline.md"
_HEADING = re.compile(rb"^## +(.+?) *(?:\{[^}]*\})?$", re.MULTILINE)


def edition_of(tree: Mapping[str, bytes]) -> str:
    """What the guide calls its newest edition, such as ``Edisi 0.1, 27 November 2026``."""
    found = _HEADING.search(tree.get(CHANGES, b""))
    return found[1].decode() if found else ""


def dated(tree: Mapping[str, bytes], words: Words) -> dict[str, bytes]:
    """The tree with the edition, and the way to what it changed, at the end of every page."""
    edition = edition_of(tree)
    if not edition:
        return dict(tree)
    said = words.label("guide.as_of", edition=edition[0].lower() + edition[1:])
    ways = [(page, label) for page, label in ((CHANGES, "guide.changes"), (OFFLINE, "guide.offline")) if page in tree]

    def foot(name: str) -> bytes:
        links = " · ".join(f"[{words.label(label)}]({posixpath.relpath(page, posixpath.dirname(name) or '.')})"
                           for page, label in ways if page != name)
        return f'\n\n<div class="tc-edition" data-search-exclude markdown="1">\n\n{said} {links}\n\n</div>\n'.encode()

    return {name: content.rstrip() + foot(name) if name.endswith(".md") else content for name, content in tree.items()}
