"""Which hand-written pages lead to a generated one, so that it can lead back to them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

_LINK = re.compile(rb"\]\(([^()\s:#]+)\.md(?:#[^()\s]*)?\)")


def mentions(files: Mapping[str, bytes], titles: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Path of a page → the hand-written pages with a link to it, in the order of their paths."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, content in sorted(files.items()):
        if not name.endswith(".md"):
            continue
        here = posixpath.dirname(name)
        targets = {posixpath.normpath(posixpath.join(here, link.decode())) for link in _LINK.findall(content)}
        path = name.removesuffix(".md")
        for target in targets:
            found.setdefault(target, []).append((path, titles[path]))
    return found
