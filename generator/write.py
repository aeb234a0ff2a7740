"""Put finished files on the disk: all of a folder's new content at once, and only what changed.

The third door to the outside. A *unit* is a folder that belongs together, such as ``build/programmes/sadar-hati``.
Its new content is prepared beside it and then takes its place by renaming: a killed or failed build leaves the
former folder whole. Unchanged files keep their inode and time. Files the user put there stay.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.problem import Location, Problem

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Written:
    """What one call changed."""

    changed: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]


def read_manifest(unit: Path) -> dict[str, Any]:
    """What stands in a unit: edition, and per file its checksum and what it was made from. Empty if there is none."""
    restore(unit)
    try:
        found = json.loads((unit / MANIFEST).read_text(encoding="utf-8"))
        return found if isinstance(found, dict) and isinstance(found.get("files"), dict) else {}
    except (OSError, ValueError):
        return {}


def read_unit(unit: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """The files that builds put into a unit, by their path in it."""
    try:
        return {name: (unit / name).read_bytes() for name in read_manifest(unit).get("files", {})}, []
    except OSError as error:
        return {}, [_problem(unit, error)]


def restore(unit: Path) -> None:
    """Put back a unit that a kill left under its other name, and clear what dead runs left behind."""
    former = unit.with_name(f".{unit.name}.former")
    try:
        if not unit.exists() and former.is_dir():
            former.rename(unit)
        elif former.is_dir():
            shutil.rmtree(former, ignore_errors=True)
        for stale in unit.parent.glob(f".{unit.name}.new-*"):
            if not _alive(stale.name.rpartition("-")[2]):
                shutil.rmtree(stale, ignore_errors=True)
    except OSError:
        pass  # the write that follows will say what is wrong with the folder


def write(
    unit: Path,
    files: Mapping[str, bytes | Path],
    *,
    made_from: Mapping[str, str],
    edition: str,
    keep: frozenset[str] = frozenset(),
    mark: str = "",
    weeks: Mapping[str, tuple[int, int]] = MappingProxyType({}),
) -> tuple[Written | None, list[Problem]]:
    """Make ``files`` the content of ``unit``. ``made_from`` is the fingerprint of what each was made from, ``mark`` that of
    all of them together, if they were; ``weeks`` are the first and last of those a file was made of, if not of all.

    ``keep`` are files of an earlier build that this one did not make again; other files of earlier builds go.
    A value that is a path is moved into place (the guide's pages, which another program wrote).
    """
    before = read_manifest(unit)
    listed: dict[str, Any] = before.get("files", {})
    entries: dict[str, Any] = {name: listed[name] for name in sorted(keep) if name in listed and (unit / name).is_file()}
    changed: list[str] = []
    try:
        for name, content in files.items():
            digest = checksum(content)
            entries[name] = {"sha256": digest, "made_from": made_from.get(name, "")} | (
                {"weeks": list(weeks[name])} if name in weeks else {})
            if not (_same(unit / name, listed.get(name), digest)):
                changed.append(name)
        removed = [name for name in listed if name not in entries and (unit / name).is_file()]
        manifest = _manifest(entries, edition, mark)
        if not changed and not removed and _text(unit / MANIFEST) == manifest:
            return Written((), len(entries), ()), []
        _replace(unit, files, set(changed), set(removed), entries, manifest)
    except OSError as error:
        return None, [_problem(unit, error)]
    return Written(tuple(sorted(changed)), len(entries) - len(changed), tuple(sorted(removed))), []


def checksum(content: bytes | Path) -> str:
    return hashlib.sha256(content if isinstance(content, bytes) else content.read_bytes()).hexdigest()


def intact(unit: Path, name: str, entry: Mapping[str, str] | None) -> bool:
    """Whether a file is still what the manifest says."""
    return entry is not None and (unit / name).is_file() and checksum(unit / name) == entry.get("sha256")


def _same(path: Path, entry: Mapping[str, str] | None, digest: str) -> bool:
    return entry is not None and entry.get("sha256") == digest and path.is_file() and checksum(path) == digest


def _manifest(entries: Mapping[str, Any], edition: str, mark: str) -> str:
    manifest = {"edition": edition, "made_from": mark, "files": dict(sorted(entries.items()))}
    return json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _replace(
    unit: Path, files: Mapping[str, bytes | Path], changed: set[str], removed: set[str], entries: Mapping[str, Any],
    manifest: str,
) -> None:
    unit.parent.mkdir(parents=True, exist_ok=True)
    fresh = unit.with_name(f".{unit.name}.new-{os.getpid()}")
    former = unit.with_name(f".{unit.name}.former")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        fresh.mkdir()
        for name in sorted(changed):
            _put(fresh / name, files[name])
        if unit.is_dir():
            for path in sorted(p for p in unit.rglob("*") if p.is_file()):
                name = path.relative_to(unit).as_posix()
                if name not in changed and name not in removed and name != MANIFEST:
                    _link(path, fresh / name)
        _put(fresh / MANIFEST, manifest.encode())
        if unit.exists():
            unit.rename(former)
        fresh.rename(unit)
    except BaseException:
        if former.is_dir() and not unit.exists():
            former.rename(unit)
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _put(path: Path, content: bytes | Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content if isinstance(content, bytes) else content.read_bytes())
        file.flush()
        os.fsync(file.fileno())


def _link(path: Path, new: Path) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, new)
    except OSError:  # a disk without hard links, such as a USB stick
        shutil.copy2(path, new)


def _alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except OSError:
        return True
    return True


def _problem(unit: Path, error: OSError) -> Problem:
    place = Location(os.fspath(unit if error.filename is None else error.filename))
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Problem(Location(unit.as_posix()), "TC701")
    return Problem(place, "TC702", {"why": error.strerror or str(error)})


def write_plain(folder: Path, files: Mapping[str, bytes]) -> list[Problem]:
    """Write single files that belong to no unit, each at once by renaming, and only if it changed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            path = folder / name
            if path.is_file() and path.read_bytes() == content:
                continue
            fresh = path.with_name(f".{name}.new-{os.getpid()}")
            try:
                _put(fresh, content)
                fresh.replace(path)
            finally:
                fresh.unlink(missing_ok=True)
    except OSError as error:
        return [_problem(folder, error)]
    return []
