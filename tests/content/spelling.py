"""Words that neither Debian's dictionaries nor our own lists know.

``hunspell-id`` knows *menuliskan* but not the imperative *tuliskan*, nor every word with *-nya* or *-mu*; such
forms pass when the word they are made from is known.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

DICTIONARIES = {"id": "id_ID", "en": "en_GB"}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NOT_PROSE = re.compile(
    r"```.*?```|`[^`]*`|\]\([^)]*\)|https?://\S+|<[^>]*>|\{[^}]*\}|^!!! \w+|^(?:description|order):"
    r"|(?<![*\w])\*[^*\n]+\*(?![*\w])", re.DOTALL | re.MULTILINE)
"""Code, addresses, markup; and words in *italics*, which are another language's."""
_ABBREVIATION = re.compile(r"\b[A-Z][A-Z0-9]+\b")
_NASAL = {"k": ("meng",), "t": ("men",), "s": ("meny",), "p": ("mem",)}


def unknown_words(language: str, text: str, own: frozenset[str] | None = None) -> set[str]:
    """Every word of a text that is spelt as no list has it; code, links, markup and abbreviations are not words.

    ``own`` stands in for our own list, to see which of its words are needed.
    """
    prose = _ABBREVIATION.sub(" ", _NOT_PROSE.sub(" ", text))
    words = {part for word in _WORD.findall(prose) for part in re.split("[-’']", word) if len(part) > 1}
    known = own_words(language) if own is None else own
    left = {word for word in _unknown(language, words) if word.lower() not in known}
    if language == "id":
        stems = {word: set(made_from(word.lower())) for word in left}
        still = {w.lower() for w in _unknown(language, {form for forms in stems.values() for form in forms})}
        left = {word for word, forms in stems.items() if not any(f not in still or f in known for f in forms)}
    return left


@lru_cache
def own_words(language: str) -> frozenset[str]:
    """The field's own words: ``tests/content/words-<language>.txt``, one a line, ``#`` for a remark."""
    path = Path(__file__).parent / f"words-{language}.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return frozenset(line.partition("#")[0].strip().lower() for line in lines) - {""}


def _unknown(language: str, words: Iterable[str]) -> set[str]:
    asked = sorted(set(words))
    done = subprocess.run(["hunspell", "-d", DICTIONARIES[language], "-i", "utf-8", "-l"], input="\n".join(asked),
                          capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def made_from(word: str) -> Iterator[str]:
    """Forms whose being known makes an Indonesian word known."""
    bare = word
    for ending in ("lah", "kah", "pun"):
        if bare.endswith(ending) and len(bare) > len(ending) + 2:
            bare = bare.removesuffix(ending)
            yield bare
            yield from _active(bare)
    for ending in ("nya", "mu", "ku"):
        if bare.endswith(ending) and len(bare) > len(ending) + 2:
            stem = bare.removesuffix(ending)
            yield stem
            yield from _active(stem)
    yield from _active(bare)
    for prefix in ("di", "ter", "ku", "kau"):
        if bare.startswith(prefix):
            stem = bare.removeprefix(prefix)
            yield stem
            yield from _active(stem)
    for prefix in ("antar", "pra", "pasca", "non", "se", "swa", "ber"):
        if bare.startswith(prefix) and len(bare) > len(prefix) + 3:
            yield bare.removeprefix(prefix)


def _active(stem: str) -> Iterator[str]:
    """``tulis`` → ``menulis``: how *meN-* joins a stem."""
    if not stem:
        return
    first, rest = stem[0], stem[1:]
    for prefix in _NASAL.get(first, ()):
        yield prefix + rest
    yield ("meng" if first in "aiueogh" else "mem" if first in "bf" else "men" if first in "cdjz" else "me") + stem
    for prefix in ("mem", "men", "meng"):
        yield prefix + stem
