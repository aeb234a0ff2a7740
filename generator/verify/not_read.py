"""The files that nobody reads back, and why: each kind stands here by name, so that a new kind does not pass in silence."""

from __future__ import annotations

from pathlib import Path

PROGRAMME = {
    "timetable.json": "the_timetable",
}
"""Of a programme's documents: pattern → reason, a label below ``cli.not_read``."""

_APPEARANCE = ("css", "js", "map", "svg", "png", "ico", "woff", "woff2", "ttf", "webmanifest")

GUIDE = {
    "*.html": "prose", "search/*": "search", "assets/search*.js": "search", "sitemap.xml*": "search", "robots.txt": "search",
    "offline-files.json": "appearance", **{f"*.{ending}": "appearance" for ending in _APPEARANCE},
}
"""Of the guide; the first pattern that fits counts. Pages with facts have readers of their own and do not come here."""


WITH_FACTS = ("components", "pillars", "phases", "programmes")
"""Folders of the guide in which no page only explains."""


def reason_of(inside: Path, unit: str) -> str:
    """Why a file that no reader knows is not read; nothing where there is no reason, and a reader should be written."""
    if unit == "guide" and inside.suffix == ".html" and inside.parts[0] in WITH_FACTS:
        return ""
    known = GUIDE if unit == "guide" else PROGRAMME
    return next((reason for pattern, reason in known.items() if inside.match(pattern)), "")
