"""Find the rules of a folder: a file is a rule, and its name is the rule's name."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any


def rules_in(folder: Iterable[str], package: str) -> dict[str, Any]:
    """Name of the rule, with hyphens → its module, in the order of the names."""
    return {module.name.replace("_", "-"): import_module(f"{package}.{module.name}")
            for module in sorted(iter_modules(folder), key=lambda module: module.name)}
