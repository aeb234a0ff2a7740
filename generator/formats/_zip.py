"""Pack a zip, or repack one (DOCX, XLSX) with parts changed on the way, so that the same content is the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip can name; every part carries it."""


def repacked(
    archive: bytes, change: Mapping[str, Callable[[bytes], bytes]] | None = None, more: Mapping[str, bytes] | None = None,
) -> bytes:
    """The archive with fixed times; ``change`` maps a part's name to what is done with its content, ``more`` are new parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()}
        for name, content in {**parts, **(more or {})}.items():
            if change and name in change:
                content = change[name](content)
            part = zipfile.ZipInfo(name, EARLIEST)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o644 << 16
            new.writestr(part, content)
    return out.getvalue()


def packed(files: Mapping[str, bytes], effort: int = 6, first: Mapping[str, bytes] | None = None) -> bytes:
    """A new archive of these files, in the order of their names: the same content is the same bytes.

    ``effort`` from 1 to 9 is spent on making it small. What is ``first`` stands before all others and is not compressed.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=effort) as archive:
        for name, content in (*(first or {}).items(), *sorted(files.items())):
            part = zipfile.ZipInfo(name, EARLIEST)
            part.compress_type = zipfile.ZIP_STORED if name in (first or {}) else zipfile.ZIP_DEFLATED
            part.external_attr = 0o644 << 16
            archive.writestr(part, content, compresslevel=effort)
    return out.getvalue()
