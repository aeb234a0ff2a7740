"""Which version of a library is at work: part of what a file is made from."""

from __future__ import annotations

import importlib.metadata
from functools import cache


@cache
def version(name: str) -> str:
    """Looked up once: each look reads a file of the installation."""
    return importlib.metadata.version(name)
