"""Turn names into things: the catalogue's cross-references, and a programme with what it inherits."""

from generator.resolve.catalogue import names_in, pages_sought, resolve_catalogue
from generator.resolve.programme import resolve_programme
from generator.resolve.unknown import unknown_name

__all__ = ["names_in", "pages_sought", "resolve_catalogue", "resolve_programme", "unknown_name"]
