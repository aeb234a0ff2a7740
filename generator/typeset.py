"""Set a document with Typst. Nothing of the models is needed for it, so that a process of its own is ready at once."""

from __future__ import annotations

import ctypes
import io
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path


def typeset(
    inputs: Mapping[str, bytes], pictures: Mapping[str, bytes], fonts: Sequence[str],
    words: Mapping[str, str], stamp: int,
) -> tuple[bytes, str]:
    """The tagged PDF (PDF/UA-1) of ``inputs["main"]`` with ``words`` as its ``sys.inputs``, or nothing and what was wrong."""
    import typst

    try:
        with laid_down(pictures) as folder:
            pdf = Path(folder, "set.pdf")
            typst.compile(  # type: ignore[call-overload]
                dict(inputs), output=str(pdf), root=folder, format="pdf", font_paths=list(fonts), ignore_system_fonts=True,
                sys_inputs=dict(words), pdf_standards=["ua-1"], timestamp=stamp,
            )
            return _packed(pdf), ""
    except typst.TypstError as error:
        return b"", str(error)


@contextmanager
def laid_down(pictures: Mapping[str, bytes]) -> Iterator[str]:
    """A folder with the pictures as files: the one way in which Typst takes those that are not text."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in pictures.items():
            Path(folder, name).write_bytes(content)
        yield folder


def _packed(pdf: Path) -> bytes:
    """The same document in fewer bytes: the many small objects of a tagged PDF go into compressed streams.

    Read from its file, and after the compiler has given back what it can: a long book leaves little memory beside it.
    """
    import pikepdf

    _give_back()
    out = io.BytesIO()
    with pikepdf.open(pdf) as document:
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def _give_back() -> None:
    """Memory that is free but still held goes back to the system, where the C library can do that (glibc)."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if os.name == "posix" else None
    if trim:
        trim(0)
