"""The commands of ``tcguide``. Every file of this folder offers those it defines: adding a file is adding a command."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import click


def commands() -> Iterator[click.Command]:
    """Every command, in the order of the files' names."""
    for module in sorted(iter_modules(__path__), key=lambda module: module.name):
        found = vars(import_module(f"{__name__}.{module.name}"))
        yield from (value for value in found.values()
                    if isinstance(value, click.Command) and value.callback.__module__.endswith(module.name))
