"""What search engines, messengers and phones read of a page: its description, its address, the same page in other languages.

Written into the finished page, whichever engine made it, in place of what the engine says of these things.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.guide.tree import FIRST
from generator.language import Words

COLOUR = "#07413d"
ICON, ICON_LARGE = "assets/icon-32.png", "assets/icon-192.png"
_OURS = re.compile(
    r'\s*<(?:meta\s[^>]*?(?:name="?(?:description|theme-color)\b|property="?og:)|'
    r'link\s(?=[^>]*\brel="?(?:canonical|icon|alternate|apple-touch-icon)\b))[^>]*>')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


@dataclass(frozen=True)
class Heads:
    """How the heads of one site are written."""

    words: Mapping[str, Words]
    described: Mapping[str, str]
    """Page, such as ``en/about.html`` → what it is, in a sentence or two."""
    address: str = ""
    """Where the site will lie, with a slash at its end; nothing where nobody said so."""

    def into(self, page: str, text: str) -> str:
        """The page with our lines at the end of its head."""
        head, end, rest = text.partition("</head>")
        if not end:
            return text
        title = _TITLE.search(head)
        return "".join((_OURS.sub("", head), "\n".join(self._lines(page, title[1].strip() if title else "")), "\n", end, rest))

    def _lines(self, page: str, title: str) -> list[str]:
        code = language_of(page, self.words)
        words = self.words[code]
        said = html.escape(self.described.get(page) or words.label("guide.site_description"))
        found = [f'<meta name="description" content="{said}">']
        if self.address:
            found.append(f'<link rel="canonical" href="{html.escape(self.at(page))}">')
        same = {other: there for other in self.words if (there := translated(page, code, other)) in self.described}
        for other, there in same.items():
            found.append(f'<link rel="alternate" hreflang="{other}" href="{html.escape(self._way(page, there))}">')
        if FIRST in same:
            found.append(f'<link rel="alternate" hreflang="x-default" href="{html.escape(self._way(page, same[FIRST]))}">')
        home = page in ("index.html", f"{code}/index.html")
        found += [_property("type", "website" if home else "article"), f'<meta property="og:title" content="{title}">',
                  _property("description", self.described.get(page) or words.label("guide.site_description")),
                  _property("site_name", words.label("guide.site_name")), _property("locale", words.label("locale"))]
        found += [_property("locale:alternate", self.words[other].label("locale")) for other in same if other != code]
        if self.address:
            found += [_property("url", self.at(page)), _property("image", self.address + "assets/icon-512.png")]
        found.append('<meta name="twitter:card" content="summary">')
        found.append(f'<meta name="theme-color" content="{COLOUR}">')
        found.append(f'<link rel="icon" type="image/png" sizes="32x32" href="{relative(page, ICON)}">')
        found.append(f'<link rel="apple-touch-icon" href="{relative(page, ICON_LARGE)}">')
        return found

    def at(self, page: str) -> str:
        """A page's address on the web."""
        return self.address + (page[: -len("index.html")] if posixpath.basename(page) == "index.html" else page)

    def _way(self, here: str, there: str) -> str:
        return self.at(there) if self.address else relative(here, there)


def language_of(page: str, codes: Mapping[str, object]) -> str:
    first = page.partition("/")[0]
    return first if first in codes and first != FIRST else FIRST


def translated(page: str, code: str, other: str) -> str:
    """The path of the same page in another language."""
    plain = page if code == FIRST else page[len(code) + 1:]
    return plain if other == FIRST else f"{other}/{plain}"


def relative(here: str, there: str) -> str:
    return posixpath.relpath(there, posixpath.dirname(here) or ".")


def _property(name: str, value: str) -> str:
    return f'<meta property="og:{name}" content="{html.escape(value)}">'


def sitemap(pages: Sequence[str], heads: Heads) -> bytes:
    """All pages with their translations, for search engines; only where the site's address is known."""
    out = ['<?xml version="1.0" encoding="UTF-8"?>',
           '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">']
    for page in pages:
        code = language_of(page, heads.words)
        out.append(f"<url><loc>{html.escape(heads.at(page))}</loc>")
        for other in heads.words:
            if (there := translated(page, code, other)) in heads.described:
                out.append(f'<xhtml:link rel="alternate" hreflang="{other}" href="{html.escape(heads.at(there))}"/>')
        out.append("</url>")
    return "\n".join([*out, "</urlset>", ""]).encode()
