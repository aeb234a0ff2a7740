"""Set documents in processes of their own: the compiler keeps in memory what it worked out, until its process ends."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Lock, Thread
from typing import Any, TypeVar

Result = TypeVar("Result")

AT_ONCE = 2
FILLED = 1_200_000
"""Characters of views before which new processes take over: by then the compiler holds some 300 MB; a long book, which has
more by itself and takes 450 MB, is set by a process of its own."""

_lock = Lock()
_pool: ProcessPoolExecutor | None = None
_done = 0


def apart(size: int, work: Callable[..., Result], *arguments: Any) -> Result:
    """``work(*arguments)`` in one of two processes that wait for such work; ``size`` is that of the view, in characters.

    Raises what the work raises, and ``BrokenProcessPool`` where its process was ended from outside: memory ran out.
    """
    global _pool, _done
    with _lock:
        if _pool is None or (_done and _done + size > FILLED):
            if _pool is not None:
                _pool.shutdown(wait=False)
            _pool, _done = ProcessPoolExecutor(AT_ONCE, get_context("spawn"), initializer=_begin), 0
        _done += size
        pool = _pool
        try:
            made = pool.submit(work, *arguments)
        except BrokenProcessPool:
            _pool = None
            raise
    try:
        return made.result()
    except BrokenProcessPool:
        with _lock:
            _pool = None if _pool is pool else _pool
        raise


def _begin() -> None:
    """Ctrl-C is for the process that gave the work; when that one ends, however it ends, so does this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
