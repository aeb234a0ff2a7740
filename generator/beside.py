"""Work one thing out in a process of its own while another is done here: two processor cores are there on nearly every machine.

Only for what changes nothing and gives little: what is found is sent back as a whole.
"""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


def beside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begin some work, and go on; what is given back waits for its result, once.

    Where no process can be begun, or it ends without a result, the work is done when it is asked for; what it raises is raised
    then.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) == 1 or threading.active_count() > 1:
        return work
    try:
        inlet, outlet = os.pipe()
        child = os.fork()
    except OSError:  # no memory, or too many processes
        return work
    if child == 0:
        _send(work, outlet)
    os.close(outlet)

    def result() -> Result:
        try:
            with os.fdopen(inlet, "rb") as sent:
                body = sent.read()
        finally:
            ended_well = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        if not ended_well:
            return work()
        found: Result = pickle.loads(body)
        return found

    return result


def _send(work: Callable[[], object], outlet: int) -> None:
    """The child's whole life: whatever happens, it neither comes back nor prints nor tidies up after its parent."""
    status = 1
    try:
        body = pickle.dumps(work())
        with os.fdopen(outlet, "wb") as out:
            out.write(body)
        status = 0
    finally:
        os._exit(status)
