"""From the pages that an engine made to the site that is handed out: nothing unused, our own heads, offline copy, 404 page.

Works on finished HTML, so it is the same whichever engine made it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path

from generator.guide import lighten, offline
from generator.guide.head import Heads, sitemap
from generator.guide.lost import not_found
from generator.guide.tree import FIRST
from generator.language import Words
from generator.search.pages_read import read_page
from generator.templates import Templates

_UNUSED = re.compile(
    r"\.map$|(^|/)(sitemap\.xml(\.gz)?|404\.html|objects\.inv)$|(^|/)search/|/lunr/|(^|/)assets/images/favicon\.png$")
"""What engines bring that no page of ours asks for: source maps, their own search, their own icons, wrong sitemaps."""
_OWN_SEARCH = "search.json"
"""Zensical asks for it on every page, wanted or not; with it stays the worker that reads it."""
_ASKS = ('"link[rel=alternate]"', '"link[rel=none]"')
"""Material's script asks for a sitemap for every other language of every page, to keep the reader's place when the language
is changed; ours keep it by plain links. From a folder it fails with an error, over HTTP it costs three requests a page."""
_INDEX = "search-index.js"
_DESCRIBED = re.compile(r"\A---\n(?:.*\n)*?description: *(.+)\n(?:.*\n)*?---\n")
BEGINNING = 4000
"""Letters of a page within which it has begun to speak of its matter."""
LONGEST = 200
"""Letters of a description that search engines and messengers show at most."""


def finished(
    sites: Mapping[str, Mapping[str, bytes | Path]], trees: Mapping[str, Mapping[str, bytes]], words: Mapping[str, Words],
    templates: Templates, address: str = "",
) -> dict[str, bytes | Path]:
    """All files of the site. ``sites`` are those that the engine and the search made of each language; ``address`` ends with
    a slash."""
    files: dict[str, bytes | Path] = {}
    described: dict[str, str] = {}
    for code, made in sites.items():
        below = "" if code == FIRST else f"{code}/"
        files |= {below + name: path for name, path in made.items() if not _UNUSED.search(name)
                  and not ("/workers/search." in name and _OWN_SEARCH not in made)}
        described |= {below + name: _description(name[:-5] + ".md", trees[code]) for name in made
                      if name.endswith(".html") and name[:-5] + ".md" in trees[code]}
        files[f"{below}{offline.APP}"] = offline.app(code, words[code])
        if (script := trees[code].get(offline.SCRIPT)) is not None:
            files[f"{below}{offline.SCRIPT}"] = offline.spoken(script, code, words)
    files |= _light(files, Heads(words, described, address))
    files |= offline.icons(templates)
    files |= offline.worker(files, words, templates)
    files |= not_found(words, described.keys(), address, templates)
    if address:
        files["sitemap.xml"] = sitemap(sorted(described), Heads(words, described, address))
    return dict(sorted(files.items()))


def _light(files: Mapping[str, bytes | Path], heads: Heads) -> dict[str, bytes]:
    """Pages with our heads, scripts and styles, each without what nobody needs."""
    texts = {name: _text(content) for name, content in files.items()
             if name.endswith((".html", ".css", ".js")) and not name.endswith(_INDEX)}
    for name, text in texts.items():
        if name.endswith(".html"):
            texts[name] = heads.into(name, lighten.page(text)) if name in heads.described else lighten.page(text)
        elif name.endswith(".js"):
            texts[name] = text.replace(*_ASKS) if ".min." in name else lighten.script(text)
    used = lighten.Used((text for name, text in texts.items() if name.endswith(".html")),
                        (text for name, text in texts.items() if name.endswith(".js")))
    texts |= lighten.styles({name: text for name, text in texts.items() if name.endswith(".css")}, used)
    return {name: text.encode() for name, text in texts.items()}


def _text(content: bytes | Path) -> str:
    return content.decode() if isinstance(content, bytes) else content.read_bytes().decode()


def _description(name: str, tree: Mapping[str, bytes]) -> str:
    """What a page says of itself in its front matter, or how it begins."""
    source = tree[name][:BEGINNING].decode(errors="ignore")
    if found := _DESCRIBED.match(source):
        return html.unescape(found[1].strip().strip('"'))
    sections = read_page(name, source).sections
    text = html.unescape(" ".join(next((part.text for part in sections if part.text.strip()), "").split()))
    if len(text) <= LONGEST:
        return text
    sentence = text[:LONGEST].rpartition(". ")[0]
    return f"{sentence}." if len(sentence) > LONGEST / 3 else text[: LONGEST - 2].rpartition(" ")[0] + " …"
