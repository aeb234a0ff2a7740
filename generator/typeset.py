"""Set a document with Typst. Nothing of the models is needed for it, so that a process of its own is ready at once."""

from __future__ import annotations

import io
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
            pdf = typst.compile(  # type: ignore[call-overload]
                dict(inputs), root=folder, format="pdf", font_paths=list(fonts), ignore_system_fonts=True,
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


def _packed(pdf: bytes) -> bytes:
    """The same document in fewer bytes: the many small objects of a tagged PDF go into compressed streams."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()
