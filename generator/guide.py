"""The guide: hand-written and generated pages as plain Markdown, and the site that MkDocs makes of them."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator.build import Built, used_in
from generator.formats import Materials
from generator.formats._terms import Terms
from generator.formats.markdown import make as as_markdown
from generator.gather import BUILT_IN, House
from generator.language import Words
from generator.made_from import mark_of, read_by_all
from generator.problem import Fault, Location, Problem
from generator.templates import Templates
from generator.views.blocks import Page
from generator.views.guide_pages import catalogue_pages
from generator.views.programme_pages import programme_pages, programmes_page
from generator.views.vocabulary_pages import vocabulary_pages
from generator.write import MANIFEST, Written, intact, read_manifest, write

FIRST = "id"
"""The language at the root of the site; the others lie below their code."""

Progress = Callable[..., None]


def pages(house: House, built: Sequence[Built], words: Words, written: Mapping[str, str] | None = None) -> list[Page]:
    """Every generated page in one language. ``written`` are the hand-written ones: path → title."""
    found = list(catalogue_pages(house.catalogue, words, used_in(one.design for one in built)))
    found.append(programmes_page([one.design for one in built], words))
    for one in built:
        own = words.by_day() if one.design.programme.residential is False else words
        found += programme_pages(one.design, one.weeks, one.verdicts, own)
    titles = {**(written or {}), **{page.path: page.title for page in found}}
    return found + list(vocabulary_pages(house.catalogue, words, titles))


def hand_written(code: str, roots: Sequence[Path]) -> dict[str, bytes]:
    """The pages people wrote in one language, with pictures and styles: file below ``docs`` → content."""
    files: dict[str, bytes] = {}
    for root in reversed(roots):
        # A language without pages of its own borrows the first one's: better a home in Indonesian than none.
        for folder in (root / "docs" / "assets", root / "docs" / FIRST, root / "docs" / code):
            for path in sorted(folder.rglob("*")):
                if path.is_file() and "develop" not in path.relative_to(folder).parts:
                    inside = path.relative_to(folder).as_posix()
                    files[f"assets/{inside}" if folder.name == "assets" else inside] = path.read_bytes()
    return files


def sources(
    house: House, built: Sequence[Built], words: Words, templates: Templates, roots: Sequence[Path]
) -> dict[str, bytes]:
    """The guide's source tree in one language: file below ``docs`` → content."""
    files = hand_written(words.code, roots)
    for name, content in files.items():
        if name.endswith(".md"):
            _readable(f"docs/{words.code}/{name}", content)
    written = {name.removesuffix(".md"): html.unescape(_title(content))
               for name, content in files.items() if name.endswith(".md")}
    materials = Materials(templates)
    for page in pages(house, built, words, written):
        files[f"{page.path}.md"] = as_markdown(page, materials)
    terms = Terms.of(house.catalogue, words)
    for name, content in files.items():
        # A week's page is a table of clock times; it explains no words.
        if name.endswith(".md") and "/week-" not in name:
            files[name] = terms.explained(content.decode(), name.removesuffix(".md")).encode()
    return dict(sorted(files.items()))


def _readable(shown: str, content: bytes) -> None:
    """Raises the problem of a page that was not saved as UTF-8."""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        raise Fault(Problem(Location(shown, line, column), "TC102", {"byte": f"0x{content[error.start]:02X}"})) from error


def guide(
    house: House, built: Sequence[Built], words: Mapping[str, Words], templates: Templates, roots: Sequence[Path], to: Path,
    progress: Progress = lambda *_, **__: None,
) -> tuple[Written | None, list[Problem]]:
    """Build the site into ``to/guide``: the first language at its root, every other below its code."""
    unit = to / "guide"
    config = _config_file(roots)
    mark = _mark(house, built, words, templates, roots, config)
    manifest = read_manifest(unit)
    listed = manifest.get("files", {})
    if listed and all(entry.get("made_from") == mark for entry in listed.values()) and all(
        intact(unit, name, entry) for name, entry in listed.items()
    ):
        return Written((), len(listed), ()), []
    try:
        trees = {code: sources(house, built, words[code], templates, roots) for code in words}
    except Fault as fault:
        return None, [fault.problem]
    with tempfile.TemporaryDirectory(prefix="tcguide-") as folder:
        jobs = {code: _stage(Path(folder), code, tree, config, words, house) for code, tree in trees.items()}
        with ThreadPoolExecutor() as pool:
            for code in jobs:
                progress("guide", language=words[code].name)
            faults = [fault for found in pool.map(_mkdocs, jobs.values()) for fault in found]
        if faults:
            return None, faults
        files: dict[str, bytes | Path] = {}
        for code, staged in jobs.items():
            site = staged.parent / "site"
            below = "" if code == FIRST else f"{code}/"
            for path in sorted(p for p in site.rglob("*") if p.is_file()):
                name = path.relative_to(site).as_posix()
                if not name.endswith(".map") and "/lunr/" not in name and name != "sitemap.xml.gz":
                    files[below + name] = path
        files = {name: path for name, path in files.items() if name != MANIFEST}
        progress("write")
        edition = next((one.design.programme.edition or "" for one in built), "")
        written, problems = write(unit, files, made_from=dict.fromkeys(files, mark), edition=edition)
    return written, problems


def _config_file(roots: Sequence[Path]) -> bytes:
    for root in (*roots, BUILT_IN):
        if (root / "mkdocs.yml").is_file() and (root / "templates").is_dir():
            return (root / "mkdocs.yml").read_bytes()
    return (BUILT_IN / "mkdocs.yml").read_bytes()


def _mark(
    house: House, built: Sequence[Built], words: Mapping[str, Words], templates: Templates, roots: Sequence[Path], config: bytes
) -> str:
    """What the whole site is made from: equal marks mean equal pages, without making them to find out."""
    parts = [("mkdocs.yml", config), *read_by_all(house, words)]
    parts += [(one.design.name, one.timetable) for one in built]
    parts += [(f"{code}/{name}", content) for code in words for name, content in hand_written(code, roots).items()]
    site = BUILT_IN / "templates" / "site"
    parts += [(path.name, path.read_bytes()) for path in sorted(site.rglob("*")) if path.is_file()]
    return mark_of([*parts, *templates.below("markdown", ".j2").items(), *templates.below("svg", ".j2").items()])


def _stage(
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
        "extra": {"alternate": alternates},
        "nav": navigation(tree, said, house),
    }
    # JSON is YAML: no writer of our own, no quoting to get wrong.
    (home / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False, indent=1), encoding="utf-8")
    return home / "mkdocs.yml"


def _way(here: str, there: str) -> str:
    """From the root of one language's site to the root of another's, so that the site also works from a folder."""
    if here == there:
        return "./"
    up = "" if here == FIRST else "../"
    return (up + ("" if there == FIRST else f"{there}/")) or "./"


def navigation(tree: Mapping[str, bytes], words: Words, house: House) -> list[dict[str, object]]:
    """The guide's table of contents: start here, understand, design, safety, people, components, programmes, look up."""

    def existing(*names: str) -> list[str]:
        return [name for name in names if name in tree]

    def below(folder: str, order: Sequence[str]) -> list[str]:
        return existing(*(f"{folder}/{name}.md" for name in order))

    programmes = [
        {_title(tree[f"programmes/{name}/index.md"]): [
            f"programmes/{name}/index.md", *existing(f"programmes/{name}/minutes.md"),
            *sorted(n for n in tree if n.startswith(f"programmes/{name}/week-"))]}
        for name in sorted(house.designs) if f"programmes/{name}/index.md" in tree
    ]
    catalogue = house.catalogue
    components: list[object] = ["components/index.md"]
    for pillar, entry in catalogue.pillars.items():
        found = below("components", [n for n, c in catalogue.components.items() if c.pillar == pillar])
        if found:
            components.append({html.escape(entry.title.to(words.code)): found})
    components += [{words.label("guide.pillars"): below("pillars", list(catalogue.pillars))},
                   {words.label("guide.phases"): below("phases", list(catalogue.phases))}]
    label = words.label
    look_up = existing("views.md", "roles.md", "law.md", "glossary.md", "references.md", "requirements.md",
                       "read-and-quote.md", "about.md")
    sections: list[tuple[str, list[object]]] = [
        ("start", list(_in_order(tree, "start"))),
        ("understand", list(_in_order(tree, "understand"))),
        ("design", list(_in_order(tree, "design"))),
        ("safety", [*existing("safety.md", "red-list.md"), *_in_order(tree, "safe")]),
        ("people", [*_in_order(tree, "people"), *_in_order(tree, "after")]),
        ("components", components),
        ("programmes", [*existing("programmes/index.md"), *programmes]),
        ("more", list(look_up)),
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


def _title(content: bytes) -> str:
    """A page's heading for the navigation, HTML-safe: the theme prints what stands there as it is."""
    heading = next((line for line in content.decode().split("\n") if line.startswith("# ")), "# ?")
    return html.escape(html.unescape(heading[2:]).strip())


def _mkdocs(config: Path) -> list[Problem]:
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
