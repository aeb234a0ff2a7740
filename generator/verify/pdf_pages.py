"""The pages of PDFs as text; of many files, two processes read ahead while the one before them is being compared."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from multiprocessing import get_context
from pathlib import Path

AT_ONCE = 2
AHEAD = 32
"""Files begun before the first of them is asked for."""

WORTH_IT = 120
"""Files from which on two more processes are quicker than one alone; they take a second to begin."""


def read_pages(path: Path) -> list[str]:
    """The text of each page with its spaces and lines, in the order in which it was set."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            return [page.get_textpage().get_text_bounded() for page in document]
    except pypdfium2.PdfiumError as error:
        raise ValueError(str(error)) from None  # an error of that library does not find its way between processes


class _Ahead:
    """Files being read, in the order in which they will be asked for."""

    def __init__(self, paths: Sequence[Path], pool: Executor) -> None:
        self.coming, self.pool = deque(paths), pool
        self.begun: dict[Path, Future[list[str]]] = {}
        self._begin()

    def pages(self, path: Path) -> list[str]:
        while path not in self.begun and path in self.coming:  # whoever was passed over is not waited for any longer
            self.begun.clear()
            self._begin()
        waiting = self.begun.pop(path, None)
        self._begin()
        return waiting.result() if waiting else read_pages(path)

    def _begin(self) -> None:
        while self.coming and len(self.begun) < AHEAD:
            path = self.coming.popleft()
            self.begun[path] = self.pool.submit(read_pages, path)


_ahead: ContextVar[_Ahead | None] = ContextVar("pages_ahead", default=None)


def pages_of(path: Path) -> list[str]:
    """The text of a PDF's pages, from whoever read it ahead, else from the file."""
    ahead = _ahead.get()
    try:
        return ahead.pages(path) if ahead else read_pages(path)
    except (BrokenExecutor, RuntimeError):  # no second process can be had here: then the slow way
        _ahead.set(None)
        return read_pages(path)


@contextmanager
def reading_ahead(paths: Sequence[Path]) -> Iterator[None]:
    """Within this, these files are read ahead, in this order; few of them are not worth it."""
    if len(paths) < WORTH_IT:
        yield
        return
    with ProcessPoolExecutor(AT_ONCE, get_context("spawn"), initializer=signal.signal,
                             initargs=(signal.SIGINT, signal.SIG_IGN)) as pool:
        before = _ahead.set(_Ahead(paths, pool))
        try:
            yield
        finally:
            _ahead.reset(before)
            pool.shutdown(cancel_futures=True)
