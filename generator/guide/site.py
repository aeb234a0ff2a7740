"""The site that MkDocs makes of one language's source tree."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.gather import BUILT_IN, House
from generator.guide.navigation import navigation
from generator.guide.tree import FIRST
from generator.language import Words
from generator.problem import Location, Problem


def config_file(roots: Sequence[Path]) -> bytes:
    for root in (*roots, BUILT_IN):
        if (root / "mkdocs.yml").is_file() and (root / "templates").is_dir():
            return (root / "mkdocs.yml").read_bytes()
    return (BUILT_IN / "mkdocs.yml").read_bytes()


def stage(
    folder: Path, code: str, tree: Mapping[str, bytes], config: bytes, words: Mapping[str, Words], house: House
) -> Path:
    """Write one language's tree and its MkDocs configuration, which inherits the project's ``mkdocs.yml``."""
    home = folder / code
    for name, content in tree.items():
        path = home / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (home / "base.yml").write_bytes(config)
    said = words[code]
    alternates = [
        {"name": words[other].name, "lang": other, "link": _way(code, other)} for other in words
    ]
    settings = {
        "INHERIT": "base.yml",
        "site_name": said.label("guide.site_name"),
        "site_description": said.label("guide.site_description"),
        "copyright": said.label("guide.footer"),
        "docs_dir": "docs", "site_dir": "site",
        "theme": {"language": code if code in ("id", "en") else "en",
                  "custom_dir": str(BUILT_IN / "templates" / "site")},
        "extra": {"search_link": said.label("search.open"), "alternate": alternates,
                  **{key: said.label(f"guide.theme.{key}") for key in ("header", "footer", "dark", "light")}},
        "nav": navigation(tree, said, house),
    }
    # JSON is YAML: no writer of our own, no quoting to get wrong.
    (home / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False, indent=1), encoding="utf-8")
    return home / "mkdocs.yml"


def made(config: Path) -> dict[str, Path]:
    """The files that the engine made, by their path in the site."""
    site = config.parent / "site"
    return {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}


def _way(here: str, there: str) -> str:
    """From the root of one language's site to the root of another's, so that the site also works from a folder."""
    if here == there:
        return "./"
    up = "" if here == FIRST else "../"
    return (up + ("" if there == FIRST else f"{there}/")) or "./"


def mkdocs(config: Path) -> list[Problem]:
    """Run MkDocs in a process of its own: its logging and patches stay out of ours."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true",
                   "SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(config)],
        capture_output=True, text=True, env=environment, check=False,
    )
    if done.returncode == 0:
        return []
    # Not --quiet: that would hide the warnings from MkDocs' own count, and --strict would let broken links pass.
    lines = [line for line in (done.stderr or done.stdout).strip().splitlines() if not line.startswith("INFO")]
    said = "\n".join(lines)
    shutil.rmtree(config.parent / "site", ignore_errors=True)
    return [Problem(Location(f"docs/{config.parent.name}"), "TC605", {"what": said[-800:]})]
