"""The whole guide in one file, for a USB stick or a messenger: opens by double click, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.formats._zip import packed
from generator.guide.head import COLOUR
from generator.guide.tree import FIRST
from generator.language import Words
from generator.problem import Problem
from generator.write import read_unit, write_plain

_SERVED = ("404.html", "sw.js", "offline-files.json", "sitemap.xml", "robots.txt")
"""What only a server needs."""


def usb(unit: Path, words: Mapping[str, Words]) -> tuple[Path, int, list[Problem]]:
    """Pack the site in ``unit`` into a ZIP beside it: where it lies, and its bytes."""
    files, problems = read_unit(unit)
    name = words[FIRST].label("usb.folder")
    file = unit.with_name(f"{name}.zip")
    if problems or "index.html" not in files:
        return file, 0, problems
    content = {f"{name}/{words[FIRST].label('usb.pages')}/{path}": part for path, part in files.items()
               if path not in _SERVED and not path.endswith(".webmanifest")}
    content |= {f"{name}/{path}": part for path, part in _doors(words).items()}
    archive = packed(content, 9)
    return file, len(archive), write_plain(file.parent, {file.name: archive})


def _doors(words: Mapping[str, Words]) -> dict[str, bytes]:
    """A file to double-click and a note to read, in each language, above the folder with all the pages."""
    doors: dict[str, bytes] = {}
    pages = words[FIRST].label("usb.pages")
    for code, said in words.items():
        way = f"{pages}/{'' if code == FIRST else f'{code}/'}index.html"
        title = said.label("guide.site_name")
        doors[f"{said.label('usb.open')}.html"] = (
            f'<!doctype html>\n<html lang="{code}">\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width,initial-scale=1">\n'
            f'<meta name="theme-color" content="{COLOUR}">\n<meta http-equiv="refresh" content="0; url={way}">\n'
            f'<title>{title}</title>\n<p><a href="{way}">{title}</a></p>\n</html>\n').encode()
        # A byte-order mark and line ends that the oldest Notepad shows rightly.
        note = said.label("usb.note", open=said.label("usb.open"), pages=pages)
        doors[f"{said.label('usb.read')}.txt"] = b"\xef\xbb\xbf" + note.strip().replace("\n", "\r\n").encode() + b"\r\n"
    return doors
