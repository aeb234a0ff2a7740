"""Find templates, fonts and style files: the NGO's own first, then the built-in. A door to the outside that only reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True)
class Templates:
    """The ``templates`` folders in the order in which they win."""

    folders: tuple[Path, ...]

    @classmethod
    def of(cls, roots: Sequence[Path]) -> Templates:
        return cls(tuple(root / "templates" for root in roots if (root / "templates").is_dir()))

    def read(self, name: str) -> bytes | None:
        """A template's content, by its path below ``templates``; nothing if there is none."""
        return next((_bytes(folder / name) for folder in self.folders if (folder / name).is_file()), None)

    def below(self, folder: str, suffix: str) -> dict[str, bytes]:
        """All templates of a folder by file name: an own file stands in for the built-in one of its name."""
        found: dict[str, bytes] = {}
        for root in reversed(self.folders):
            for path in sorted((root / folder).glob(f"*{suffix}")):
                found[path.name] = _bytes(path)
        return dict(sorted(found.items()))

    @property
    def fonts(self) -> list[str]:
        return [str(folder / "fonts") for folder in self.folders if (folder / "fonts").is_dir()]


@lru_cache(maxsize=256)
def _read(path: Path, stamp: tuple[int, int]) -> bytes:
    return path.read_bytes()


def _bytes(path: Path) -> bytes:
    status = path.stat()
    return _read(path, (status.st_mtime_ns, status.st_size))
