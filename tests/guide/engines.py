"""The same guide made by other site engines, and what a reader would notice of the difference.

    .venv/bin/python -m tests.guide.engines        prints it; tests/guide/test_engines.py holds it
"""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from lxml import html

MKDOCS, PROPERDOCS, ZENSICAL = "mkdocs", "properdocs", "zensical"
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0"}
_BY_ENGINE = re.compile(r"^__")
"""Anchors that belong to a theme's own switches, not to the text."""


def installed(engine: str) -> bool:
    return importlib.util.find_spec(engine) is not None


def build(engine: str, config: Path) -> dict[str, Path]:
    """Build the staged tree with an engine: file of the site → where it lies."""
    how = {MKDOCS: ("--strict", "--quiet", "--config-file"), PROPERDOCS: ("--strict", "--quiet", "--config-file"),
           ZENSICAL: ("--config-file",)}[engine]
    done = subprocess.run([sys.executable, "-m", engine, "build", *how, str(config)], capture_output=True, text=True,
                          env={**os.environ, **_QUIET}, cwd=config.parent, check=False)
    assert done.returncode == 0, f"{engine}: {(done.stderr or done.stdout)[-2000:]}"
    site = config.parent / "site"
    return {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}


@dataclass(frozen=True)
class Seen:
    """What a reader has of a page, whatever stands around it."""

    title: str
    text: str
    headings: tuple[tuple[str, str], ...]
    anchors: frozenset[str]
    links: frozenset[str]
    scripts: frozenset[str] = field(default_factory=frozenset)


def seen(path: Path) -> Seen:
    page = html.document_fromstring(path.read_bytes().decode())
    article = page.find(".//article")
    for extra in article.xpath('.//*[self::script or self::style or contains(@class, "headerlink")]'):
        extra.drop_tree()
    return Seen(
        title=_plain(page.findtext(".//title") or ""),
        text=_plain(article.text_content()),
        headings=tuple((one.tag, _plain(one.text_content())) for one in article.iter("h1", "h2", "h3", "h4")),
        anchors=frozenset(name for name in article.xpath(".//@id") if not _BY_ENGINE.match(name)),
        links=frozenset(article.xpath(".//a/@href")),
        scripts=frozenset(_own(page.xpath("//script/@src | //link[@rel='stylesheet']/@href"))),
    )


def _own(names: list[str]) -> list[str]:
    """Our scripts and styles among those that a page loads."""
    plain = [name.partition("?")[0].rpartition("assets/")[2] for name in names]
    return [name for name in plain if "/" not in name]


def _plain(text: str) -> str:
    return " ".join(text.split())


def differences(ours: dict[str, Path], theirs: dict[str, Path]) -> list[str]:
    """What a reader of their site would miss or find changed, one line each."""
    def pages(site: dict[str, Path]) -> list[str]:
        return [name for name in site if name.endswith(".html") and name != "404.html"]

    found = [f"{name}: page missing" for name in pages(ours) if name not in theirs]
    found += [f"{name}: page added" for name in pages(theirs) if name not in ours]
    for name in pages(ours):
        if name in theirs:
            found += [f"{name}: {line}" for line in _changes(seen(ours[name]), seen(theirs[name]))]
    assets = [name for name in ours if name.startswith("assets/") and name.count("/") == 1]
    return found + [f"{name}: file missing" for name in assets if name not in theirs]


def _changes(ours: Seen, theirs: Seen) -> list[str]:
    found = []
    if ours.title != theirs.title:
        found.append(f"title “{theirs.title}” instead of “{ours.title}”")
    if ours.headings != theirs.headings:
        missing = [text for _, text in ours.headings if text not in [other for _, other in theirs.headings]]
        found.append(f"headings differ: {missing[:3] or 'order or level'}")
    for what in ("anchors", "links", "scripts"):
        missing, added = getattr(ours, what) - getattr(theirs, what), getattr(theirs, what) - getattr(ours, what)
        if missing:
            found.append(f"{what} missing: {_some(missing)}")
        if added and what != "scripts":
            found.append(f"{what} added: {_some(added)}")
    if ours.text != theirs.text:
        at = next((at for at, (a, b) in enumerate(zip(ours.text, theirs.text, strict=False)) if a != b),
                  min(len(ours.text), len(theirs.text)))
        found.append(f"text differs: “{ours.text[max(0, at - 30):at + 30]}” became “{theirs.text[max(0, at - 30):at + 30]}”")
    return found


def _some(names: frozenset[str]) -> str:
    return f"{sorted(names)[:3]}" + (f" and {len(names) - 3} more" if len(names) > 3 else "")
