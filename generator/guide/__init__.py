"""The guide: a source tree of plain Markdown per language, the site made of it, and both put together."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from generator.beside import beside
from generator.build import Built
from generator.gather import BUILT_IN, House
from generator.guide.finish import finished
from generator.guide.site import config_file, made, mkdocs, stage
from generator.guide.tree import FIRST, hand_written, pages, sources
from generator.language import Words
from generator.made_from import mark_of, read_by_all
from generator.problem import Fault, Problem
from generator.search.assets import search_assets
from generator.templates import Templates
from generator.write import MANIFEST, Written, intact, read_manifest, write

__all__ = ["FIRST", "guide", "pages", "sources"]

Progress = Callable[..., None]


def guide(
    house: House, built: Sequence[Built], words: Mapping[str, Words], templates: Templates, roots: Sequence[Path], to: Path,
    progress: Progress = lambda *_, **__: None, address: str = "",
) -> tuple[Written | None, list[Problem]]:
    """Build the site into ``to/guide``: the first language at its root, every other below its code.

    ``address`` is where it will lie on the web, if that is known; it ends with a slash.
    """
    unit = to / "guide"
    config = config_file(roots)
    mark = _mark(house, built, words, templates, roots, config, address)
    manifest = read_manifest(unit)
    listed = manifest.get("files", {})
    if listed and all(entry.get("made_from") == mark for entry in listed.values()) and all(
        intact(unit, name, entry) for name, entry in listed.items()
    ):
        return Written((), len(listed), ()), []
    with tempfile.TemporaryDirectory(prefix="tcguide-") as folder:
        trees: dict[str, Mapping[str, bytes]] = {}
        staged: dict[str, Path] = {}
        first, *others = [partial(sources, house, built, words[code], templates, roots) for code in words]
        written: list[Callable[[], Mapping[str, bytes]]] = [first, *map(beside, others)]
        # MkDocs has a process of its own for each language.
        with ThreadPoolExecutor() as pool:
            jobs = []
            for code, pages_of in zip(words, written, strict=True):
                progress("guide", language=words[code].name)
                try:
                    trees[code] = pages_of()
                except Fault as fault:
                    return None, [fault.problem]
                staged[code] = stage(Path(folder), code, trees[code], config, words, house)
                jobs.append(pool.submit(mkdocs, staged[code]))
            # The search asks for no more than the pages: its index is made while MkDocs works.
            searched = {code: search_assets(tree, house.catalogue, words[code]) for code, tree in trees.items()}
        faults = [fault for job in jobs for fault in job.result()]
        if faults:
            return None, faults
        sites: dict[str, Mapping[str, bytes | Path]] = {
            code: {**made(config), **searched[code]} for code, config in staged.items()}
        files = finished(sites, trees, words, templates, address)
        files = {name: path for name, path in files.items() if name != MANIFEST}
        progress("write")
        edition = next((one.design.programme.edition or "" for one in built), "")
        site, problems = write(unit, files, made_from=dict.fromkeys(files, mark), edition=edition)
    return site, problems


def _mark(
    house: House, built: Sequence[Built], words: Mapping[str, Words], templates: Templates, roots: Sequence[Path],
    config: bytes, address: str,
) -> str:
    """What the whole site is made from: equal marks mean equal pages, without making them to find out."""
    parts = [("mkdocs.yml", config), ("address", address.encode()), *read_by_all(house, words)]
    parts += [(one.design.name, one.timetable) for one in built]
    parts += [(f"{code}/{name}", content) for code in words for name, content in hand_written(code, roots).items()]
    for folder in (BUILT_IN / "templates" / "site", *(folder / "publish" for folder in templates.folders)):
        parts += [(path.name, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]
    return mark_of([*parts, *templates.below("markdown", ".j2").items(), *templates.below("svg", ".j2").items()])
