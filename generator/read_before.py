"""Files read before need not be read again: reading YAML with the place of every word takes most of a `check`.

What a file said is kept by the checksum of its bytes, never by its name or date, so that a changed file is always read anew.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from generator import load as reading
from generator.problem import Problem
from generator.source import Path_, Source

MOST = 320
"""Files remembered; past it only those of the last run are kept. The whole catalogue with its samples has some 240; what
other folders left is read too, and each hundred costs three megabytes."""


Entry = tuple[Any, bytes, bytes, str]
"""What a file said, where its keys and its values stand, packed, and which file it was: what it said before goes."""


class _Places(Mapping[Path_, tuple[int, int]]):
    """Where the parts of a file stand, unpacked when somebody asks: most files are right, and nobody does."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    @cached_property
    def _places(self) -> dict[Path_, tuple[int, int]]:
        found: dict[Path_, tuple[int, int]] = marshal.loads(self._packed)
        return found

    def __getitem__(self, path: Path_) -> tuple[int, int]:
        return self._places[path]

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def __iter__(self) -> Iterator[Path_]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class ReadBefore:
    """Reads files as :func:`generator.load.load` does, from what an earlier run left in ``folder`` where it can.

    ``folder`` is the user's own cache. One that is missing, damaged or not writable costs time and nothing else.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / f"read-{_made_by()}.bin"
        self._found: dict[str, Entry] = _opened(self._file)
        self._used: dict[str, Entry] = {}
        self._new = False

    def load(self, path: Path, shown_as: str | None = None) -> tuple[Source | None, list[Problem]]:
        """One file: see :func:`generator.load.load`."""
        file = shown_as or str(path)
        raw, problems = reading.raw(path, file)
        if raw is None:
            return None, problems
        key = hashlib.sha256(raw).hexdigest()
        if key in self._found:
            data, keys, values, _ = self._found[key]
            self._used[key] = data, keys, values, str(path.resolve())
            return Source(file, data, _Places(keys), _Places(values), reading.as_text(raw)), []
        source, problems = reading.read(raw, file)
        if source and not problems:
            self._used[key] = (source.data, marshal.dumps(dict(source.keys)), marshal.dumps(dict(source.values)),
                               str(path.resolve()))
            self._new = True
        return source, problems

    def keep(self) -> None:
        """Leave what was read for the next run."""
        if not self._new:
            return
        read = {file for *_, file in self._used.values()}
        together = {**{key: entry for key, entry in self._found.items() if entry[-1] not in read}, **self._used}
        body = marshal.dumps(together if len(together) <= MOST else self._used)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._file.parent)
            try:
                with os.fdopen(handle, "wb") as out:
                    out.write(hashlib.sha256(body).digest() + body)
                Path(name).replace(self._file)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
            for old in self._file.parent.glob("read-*.bin"):
                if old != self._file:
                    old.unlink(missing_ok=True)
        except OSError:
            return
        self._found, self._new = together, False


def _made_by() -> str:
    """What decides how a file is understood: the reader itself and the Python that runs it."""
    text = b"".join(Path(file).read_bytes() for file in (reading.__file__, __file__)) + sys.version.encode()
    return hashlib.sha256(text).hexdigest()[:16]


def _opened(file: Path) -> dict[str, Entry]:
    try:
        content = file.read_bytes()
    except OSError:
        return {}
    checksum, body = content[:32], content[32:]
    if hashlib.sha256(body).digest() != checksum:  # cut off or damaged
        return {}
    found: dict[str, Entry] = marshal.loads(body)
    return found
