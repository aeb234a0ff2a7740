"""Call the people in care what their programme calls them: *klien*, *santri*, *student* instead of *residen*, *resident*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.language import Text, Words

ENDINGS = "s|nya|mu|ku"
"""What a name of people may end in and stay that name, in both languages."""
BEFORE = "antar"
"""What may stand before it in one word: *antarresiden*."""


class Calling:
    """Other names for the same people, by language: ``{id: residen}`` → ``{id: klien}``.

    Capitals, plurals and the English *a* or *an* follow. A language that has no other name keeps its own.
    """

    def __init__(self, usual: Mapping[str, str], own: Mapping[str, str]) -> None:
        self._names = {code: (_pattern(usual[code]), name) for code, name in own.items()
                       if usual.get(code, name) != name}

    def told(self, text: Text) -> Text:
        """The text with the programme's name; the same object where they are not named in it."""
        phrases = tuple((code, self.said(code, phrase)) for code, phrase in text)
        return text if phrases == text.phrases else Text(phrases)

    def words(self, words: Words) -> Words:
        """The product's own words with the programme's name."""
        return words.with_tree(self._branch(words.code, words.tree)) if words.code in self._names else words

    def said(self, code: str, phrase: str) -> str:
        """A phrase of a language with the programme's name."""
        if code not in self._names:
            return phrase
        pattern, name = self._names[code]
        return pattern.sub(lambda found: _in_its_form(found, name), phrase)

    def _branch(self, code: str, tree: Any) -> Any:
        if isinstance(tree, Mapping):
            return {key: self._branch(code, value) for key, value in tree.items()}
        return self.said(code, tree) if isinstance(tree, str) else tree


def _pattern(name: str) -> re.Pattern[str]:
    # A name right after an opening brace is a gap to be filled, not a word.
    return re.compile(rf"(?<![\w{{])(?:(?P<article>an?) )?(?P<before>{BEFORE})?(?P<name>{re.escape(name)})"
                      rf"(?P<ending>{ENDINGS})?(?!\w)", re.IGNORECASE)


def _in_its_form(found: re.Match[str], name: str) -> str:
    article, before = found["article"] or "", found["before"] or ""
    if article:
        article = article[0] + ("n " if name[0].lower() in "aeiou" else " ")
    capital = found["name"][0].isupper() and not before
    return f"{article}{before}{name[0].upper() + name[1:] if capital else name}{found['ending'] or ''}"
