"""What lets a phone keep the guide: the list of its files, the service worker, and what the home screen shows."""

from __future__ import annotations

import hashlib
import html
import json
import zlib
from collections.abc import Mapping
from pathlib import Path

from generator.guide.head import COLOUR
from generator.guide.tree import FIRST
from generator.language import Words
from generator.templates import Templates

SCRIPT, STORE = "assets/offline.js", "assets/offline-store.js"
LIST, WORKER, APP = "offline-files.json", "sw.js", "manifest.webmanifest"
ICONS = (32, 192, 512)
NOT_KEPT = ("404.html", "sitemap.xml", "robots.txt")
"""Files that only a server needs."""
_SAID = ("save", "saved", "save_both", "save_bothd", "saving", "progress", "failed", "full", "forget", "newer", "renew",
         "renewed", "reload", "close")


def spoken(script: bytes, code: str, words: Mapping[str, Words]) -> bytes:
    """The script of one language's pages with its words, the way to the site's root, and which files are that language's."""
    others = "|".join(other for other in words if other != FIRST)
    said: dict[str, str] = {key: words[code].label(f"offline.{key}") for key in _SAID}
    said |= {"root": "./" if code == FIRST else "../", "comma": words[code].label("offline.comma"),
             "own": (f"^(?!({others})/)" if others else ".") if code == FIRST else f"^({code}|assets)/"}
    return f"window.tcOfflineWords={json.dumps(said, ensure_ascii=False, separators=(',', ':'))};\n".encode() + script


def icons(templates: Templates) -> dict[str, bytes]:
    found = {f"assets/icon-{size}.png": templates.read(f"publish/icons/icon-{size}.png") for size in ICONS}
    return {name: content for name, content in found.items() if content}


def app(code: str, words: Words) -> bytes:
    """How the guide looks on a home screen. Its addresses are relative, so it works wherever the site lies."""
    up = "" if code == FIRST else "../"
    return (json.dumps({
        "name": words.label("guide.site_name"), "short_name": words.label("guide.site_name"),
        "description": words.label("guide.site_description"), "lang": code, "dir": "ltr",
        "start_url": "index.html", "scope": up or "./", "display": "minimal-ui",
        "theme_color": COLOUR, "background_color": COLOUR,
        "icons": [{"src": f"{up}assets/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
                  for size in ICONS[1:] for purpose in ("any", "maskable")],
    }, ensure_ascii=False, indent=1) + "\n").encode()


def worker(files: Mapping[str, bytes | Path], words: Mapping[str, Words], templates: Templates) -> dict[str, bytes]:
    """The list of all files with their checksums, and the service worker that carries the checksum of the list."""
    script, store = templates.read(f"publish/{WORKER}"), files.get(STORE)
    if script is None or store is None:
        return {}
    entries = {}
    for name, content in sorted(files.items()):
        if name not in NOT_KEPT:
            content = _bytes(content)
            entries[name] = [hashlib.sha256(content).hexdigest()[:8], len(zlib.compress(content, 1))]
    edition = hashlib.sha256(json.dumps(entries).encode()).hexdigest()[:12]
    listed = json.dumps({"edition": edition, "files": entries}, separators=(",", ":")).encode()
    start = f"self.tcEdition={json.dumps(edition)};self.tcAbsent={json.dumps(_absent(words), ensure_ascii=False)};\n"
    return {LIST: listed, WORKER: start.encode() + _bytes(store) + script}


def _bytes(content: bytes | Path) -> bytes:
    return content if isinstance(content, bytes) else content.read_bytes()


def _absent(words: Mapping[str, Words]) -> str:
    """What stands in for a page that is not on the device, in every language: no script, no style sheet of its own."""
    parts = [f'<section lang="{code}"><h1>{html.escape(said.label("offline.absent"))}</h1>'
             f"<p>{html.escape(said.label('offline.absent_hint'))}</p>"
             f'<p><a href="{{root}}{"" if code == FIRST else code + "/"}index.html">'
             f"{html.escape(said.label('offline.absent_home'))}</a></p></section>" for code, said in words.items()]
    return ('<!doctype html><html><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            f"<title>{html.escape(words[FIRST].label('guide.site_name'))}</title>"
            "<style>:root{color-scheme:light dark}body{font:1.1em/1.6 sans-serif;max-width:34em;margin:2em auto;padding:0 1em}"
            f"h1{{font-size:1.3em}}</style>{''.join(parts)}</html>")
