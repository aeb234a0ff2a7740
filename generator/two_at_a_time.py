"""Do jobs beside one another: while pandoc or a large PDF is at work in a process of its own, the next document is made."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")

AT_ONCE = 2
AHEAD = 4
"""Jobs begun before the first of them is asked for: enough to keep both busy, few enough to hold little in memory."""


def two_at_a_time(jobs: Iterable[tuple[str, Callable[[], Result]]]) -> Iterator[tuple[str, Future[Result]]]:
    """The finished jobs with their names, in the order in which they came. What a job raises, its result raises."""
    waiting: deque[tuple[str, Future[Result]]] = deque()
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        for name, job in jobs:
            waiting.append((name, pool.submit(job)))
            if len(waiting) > AHEAD:
                yield _finished(waiting.popleft())
        while waiting:
            yield _finished(waiting.popleft())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _finished(entry: tuple[str, Future[Result]]) -> tuple[str, Future[Result]]:
    entry[1].exception()
    return entry
