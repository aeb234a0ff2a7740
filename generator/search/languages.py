"""What the search knows of each language."""

from __future__ import annotations

from types import ModuleType

from generator.search import elsewhere_en, elsewhere_id, roots_en, roots_id
from generator.search.families import EN_STEMS, ENGLISH, INDONESIAN, Families

STOP_WORDS = {"id": roots_id.STOP_WORDS, "en": roots_en.STOP_WORDS}
WEAK = {"id": roots_id.WEAK, "en": roots_en.WEAK}
ELSEWHERE = {"id": elsewhere_id, "en": elsewhere_en}


def families(code: str) -> Families:
    """A fresh set of families for one language; a language without rules of its own has a family per word."""
    if code == "id":
        return Families(INDONESIAN, _dictionary(roots_id), roots_id.EXCEPTIONS, doubled=True)
    if code == "en":
        return Families(ENGLISH, _dictionary(roots_en), roots_en.EXCEPTIONS, stems=EN_STEMS)
    return Families((), frozenset(), {})


def _dictionary(words: ModuleType) -> frozenset[str]:
    return words.ROOTS | words.STOP_WORDS | set(words.EXCEPTIONS.values())
